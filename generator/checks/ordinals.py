"""Items numbered in running text: 一是……二是……, （1）……（2）……, ①……②……, 第一，……第二，……."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.quantity import ORDINAL_NUMERALS, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.resolve import ResolvedPlan
    from generator.text import Text

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN: Final = f"[{ORDINAL_NUMERALS}]{{1,3}}"
# only at the beginning of a clause: 之一是, 附件（1） number nothing
_ORDINAL: Final = re.compile(
    f"(?:(?<=[，。；：！？])|^)(?:(?P<is>{_HAN})是|(?P<must>{_HAN})要|第(?P<named>{_HAN})[，,]"
    rf"|（(?P<bracket>{_HAN}|\d{{1,2}})）|(?P<circle>[{_CIRCLED}]))"
)
_DEEPEST: Final = 4
_FIRST: Final = re.compile("一[是要]|第一[，,]|（[一1]）|①")
# one of these stands in all of them
_FIRST_SIGNS: Final = ("一", "①", "（1）")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number that an item of running text begins with.

    Attributes:
        paragraph: index of the paragraph.
        start: index of its first character there.
        end: index after it.
        text: as written.
        number: its number.
    """

    paragraph: int
    start: int
    end: int
    text: Text
    number: int


@dataclass(slots=True)
class Chain:
    """Ordinals that belong together; `odd` pairs one that does not follow with the one before."""

    items: list[Ordinal] = field(default_factory=list)
    odd: list[tuple[Ordinal, Ordinal]] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number reached."""
        return self.items[-1].number


@lru_cache(maxsize=16)
def chains_by_text(resolved: ResolvedPlan) -> tuple[tuple[Chain, ...], ...]:
    """Give the chains of every text of a plan; two checks ask for the same plan.

    The cache changes no outcome: a resolved plan is frozen and equal to itself only.
    """
    return tuple(
        chains([paragraph.text for paragraph in place.paragraphs]) for place in resolved.texts
    )


def chains(paragraphs: Sequence[Text]) -> tuple[Chain, ...]:
    """Sort the ordinals of a text into chains; a list may stand inside an item of another one.

    A text without a first item has none: the rest of its list stands elsewhere.
    """
    if not any(map(_opens, paragraphs)):
        return ()
    by_style: dict[str, list[Ordinal]] = {}
    for style, ordinal in _ordinals(paragraphs):
        by_style.setdefault(style, []).append(ordinal)
    found: list[Chain] = []
    for ordinals in by_style.values():
        _sort(ordinals, found)
    return tuple(found)


def _opens(text: str) -> bool:
    one, circled, bracketed = _FIRST_SIGNS
    may_open = one in text or circled in text or bracketed in text
    return may_open and _FIRST.search(text) is not None


def _ordinals(paragraphs: Sequence[Text]) -> Iterator[tuple[str, Ordinal]]:
    """Give each ordinal with the way that it is written."""
    for index, text in enumerate(paragraphs):
        for match in _ORDINAL.finditer(str(text)):
            style = match.lastgroup or ""
            number = _number(match[style])
            if number is not None:
                yield style, Ordinal(index, *match.span(), text.part(*match.span()), number)


def _number(written: str) -> int | None:
    return _CIRCLED.index(written) + 1 if written in _CIRCLED else read_integer(written)


def _sort(ordinals: Iterable[Ordinal], found: list[Chain]) -> None:
    """Add the chains of one style: 一 opens a list, and what follows on its holder closes it."""
    open_chains: list[Chain] = []
    paragraph = 0
    for ordinal in ordinals:
        if ordinal.paragraph != paragraph and ordinal.start:
            open_chains.clear()
        paragraph = ordinal.paragraph
        if ordinal.number == 1 or not open_chains:
            del open_chains[: 1 - _DEEPEST]
            open_chains.append(Chain())
            found.append(open_chains[-1])
        elif any(chain.last + 1 == ordinal.number for chain in open_chains):
            while open_chains[-1].last + 1 != ordinal.number:
                open_chains.pop()
        else:
            open_chains[-1].odd.append((open_chains[-1].items[-1], ordinal))
        open_chains[-1].items.append(ordinal)
