"""Lists in sentences (甲、乙、丙), and how one differs from another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.text import Text

_new_tuple: Final = tuple.__new__

_STOP: Final = "，"
_OTHER_STOPS: Final = "。；：！？…\n"
_CLAUSE: Final = re.compile(f"(?:[^（{_STOP}{_OTHER_STOPS}]++|（[^（）]*+）|（)+")
_ITEM: Final = re.compile("(?:[^（、]++|（[^（）]*+）|（)+")
# one character at the edge of a list (市) is too little to know an item by
_SHORTEST: Final = 2
_MARK: Final = "、"
_OPENING: Final = "（"
# of two items, each has to say something of its own
_TELLING: Final = 3
_FEWEST: Final = 3
_LONGEST: Final = 40


class TextList(NamedTuple):
    """A list in a sentence.

    Attributes:
        text: the text that it stands in.
        start: index of its first character there.
        end: index after its last.
        items: the items; words before the first and after the last are not cut off.
    """

    text: Text
    start: int
    end: int
    items: tuple[str, ...]

    @property
    def words(self) -> Text:
        """The list as written, from its first item to its last."""
        return self.text.part(self.start, self.end)


def lists_in(text: Text) -> Sequence[TextList]:
    """Find the lists of two or more items between 、 in every clause of a text."""
    if _MARK not in text:
        return ()
    return [_new_tuple(TextList, (text, *found)) for found in _items_in(text)]


@lru_cache(maxsize=1024)
def _items_in(plain: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Give the items of each list and where it stands; several claims ask for the same text."""
    found = []
    for start, clause in _clauses(plain):
        items = _items(clause)
        if len(items) <= _LONGEST:
            found.append((start, start + len(clause), items))
    return tuple(found)


def _clauses(plain: str) -> Iterator[tuple[int, str]]:
    """Give the clauses that hold a 、, with their first index; brackets belong to their clause."""
    if _OPENING in plain:
        for match in _CLAUSE.finditer(plain):
            if _MARK in match.group():
                yield match.start(), match.group()
        return
    for stop in _OTHER_STOPS:
        plain = plain.replace(stop, _STOP)
    # the text ends its last clause
    plain += _STOP
    end = 0
    while (mark := plain.find(_MARK, end)) >= 0:
        start = plain.rfind(_STOP, end, mark) + 1
        end = plain.index(_STOP, mark)
        yield start, plain[start:end]


def _items(clause: str) -> tuple[str, ...]:
    if _OPENING in clause:
        return tuple(_ITEM.findall(clause))
    return tuple(filter(None, clause.split(_MARK)))


def odd_item(one: Sequence[str], other: Sequence[str]) -> str:
    """Name the one item by which two lists differ, or "": equal, or too different to be one list.

    The order is the same; the first item may have words before it and the last words after it.
    """
    difference = len(one) - len(other)
    if difference not in (1, -1) or len(one) + len(other) < 2 * _FEWEST - 1:
        return ""
    shorter, longer = (one, other) if difference < 0 else (other, one)
    if shorter[0][-1:] != longer[0][-1:] and shorter[-1][:1] != longer[-1][:1]:
        # they have neither the first item in common nor the last
        return ""
    if len(shorter) < _FEWEST and any(len(item) < _TELLING for item in shorter):
        return ""
    # up to the odd item the two go side by side, and behind it one place apart
    last = len(shorter) - 1
    alike = 0
    while alike <= last and _alike(alike, last, shorter[alike], longer[alike]):
        alike += 1
    first = len(shorter)
    while first and _alike(first - 1, last, shorter[first - 1], longer[first]):
        first -= 1
    for odd in range(first, alike + 1):
        # 甲与乙、丙 holds 甲 too
        if longer[odd] not in "、".join(shorter):
            return longer[odd]
    return ""


def same_items(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two lists have the same items in the same order."""
    last = len(one) - 1
    return len(one) == len(other) and all(
        _alike(place, last, *pair) for place, pair in enumerate(zip(one, other, strict=True))
    )


def _alike(place: int, last: int, one: str, other: str) -> bool:
    """Say whether the items at a place of two lists are the same, but for words around."""
    return (
        one == other
        or (place == 0 < last and _ends_alike(one, other))
        or (place == last and _begins_alike(one, other))
    )


def _ends_alike(one: str, other: str) -> bool:
    if len(one) < len(other):
        one, other = other, one
    return len(other) >= _SHORTEST and one.endswith(other)


def _begins_alike(one: str, other: str) -> bool:
    if len(one) < len(other):
        one, other = other, one
    return len(other) >= _SHORTEST and one.startswith(other)
