"""Lists in sentences (甲、乙、丙), and how one differs from another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.text import Text

_CLAUSE: Final = re.compile("(?:（[^（）]*）|[^，。；：！？…\n])+")
_ITEM: Final = re.compile("(?:（[^（）]*）|[^、])+")
# one character at the edge of a list (市) is too little to know an item by
_SHORTEST: Final = 2
_MARK: Final = "、"
# of two items, each has to say something of its own
_TELLING: Final = 3
_FEWEST: Final = 3
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class TextList:
    """A list in a sentence.

    Attributes:
        words: the list as written, from its first item to its last.
        items: the items; words before the first and after the last are not cut off.
    """

    words: Text
    items: tuple[str, ...]


def lists_in(text: Text) -> Iterator[TextList]:
    """Find the lists of two or more items between 、 in every clause of a text."""
    if _MARK not in text:
        return
    for clause in _CLAUSE.finditer(str(text)):
        if _MARK in clause.group():
            items = tuple(match.group() for match in _ITEM.finditer(clause.group()))
            if len(items) <= _LONGEST:
                yield TextList(text.part(*clause.span()), items)


def odd_item(one: Sequence[str], other: Sequence[str]) -> str:
    """Name the one item by which two lists differ, or "": equal, or too different to be one list.

    The order is the same; the first item may have words before it and the last words after it.
    """
    if abs(len(one) - len(other)) != 1 or len(one) + len(other) < 2 * _FEWEST - 1:
        return ""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if len(shorter) < _FEWEST and any(len(item) < _TELLING for item in shorter):
        return ""
    for odd in range(len(longer)):
        rest = (*longer[:odd], *longer[odd + 1 :])
        # 甲与乙、丙 holds 甲 too
        if _same(shorter, rest) and longer[odd] not in "、".join(shorter):
            return longer[odd]
    return ""


def same_items(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two lists have the same items in the same order."""
    return len(one) == len(other) and _same(one, other)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    last = len(one) - 1
    return all(
        mine == yours
        or (n == 0 < last and _ends_alike(mine, yours))
        or (n == last and _begins_alike(mine, yours))
        for n, (mine, yours) in enumerate(zip(one, other, strict=True))
    )


def _ends_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer.endswith(shorter)


def _begins_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer.startswith(shorter)
