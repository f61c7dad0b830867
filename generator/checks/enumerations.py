"""Lists that stand directly before the number that counts them (甲、乙、丙三个方面)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.quantity import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.text import Text

# What is counted by these is a list of kinds, not a number of people or things.
COUNTING_UNITS: Final = frozenset(
    [
        "个",
        "项",
        "类",
        "级",
        "种",
        "方",
        "条",
        "大",
        "维",
        "层",
        "点",
        "方面",
        "阶段",
        "环节",
        "门",
        "组",
        "支",
        "县",
        "省",
        "市",
        "区",
        "字",
    ]
)
_LIST_MARKS: Final = "、"
_CHAIN_MARKS: Final = "—－–-"
_STOPS: Final = "，。；：！？…\n“”‘’《》"
# words that introduce a list and are no part of its first item
_LEAD_IN: Final = re.compile("[^、]*?(?:围绕|聚焦|包括|涵盖|分为|构建|建立|从)")
_MOST: Final = 60
# two items before a number are too often something else
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list with its count.

    Attributes:
        start: index where the list starts; the first item may begin with words before it.
        count_start: index where the count starts.
        end: index after the count.
        items: the items, the first as far back as the last stop.
        stated: the count as a number.
        possible: the counts that the list allows: 甲、乙和丙 is two or three.
    """

    start: int
    count_start: int
    end: int
    items: tuple[str, ...]
    stated: int
    possible: tuple[int, ...]


def enumerations(text: Text) -> Iterator[Enumeration]:
    """Find the lists of three or more items directly before their count."""
    plain = str(text)
    for mention in find_quantities(plain):
        value = mention.quantity.value
        if (
            value is None
            or value.denominator != 1
            or mention.in_quotes
            or mention.quantity.unit.name not in COUNTING_UNITS
        ):
            continue
        start = _list_start(plain, mention.start)
        lead = _LEAD_IN.match(plain, start, mention.start)
        start = lead.end() if lead else start
        items = _items(plain[start : mention.start])
        if len(items) >= _FEWEST and not any(_disqualified(item) for item in items):
            yield Enumeration(
                start, mention.start, mention.end, items, int(value), possible_counts(items)
            )


def possible_counts(items: Sequence[str]) -> tuple[int, ...]:
    """Give the counts that a list allows: its last item may hold two, joined by 和."""
    count = len(items)
    joined = any(mark in items[-1][1:-1] for mark in "和与及") if items else False
    return (count, count + 1) if joined else (count,)


def _list_start(text: str, end: int) -> int:
    lowest = max(0, end - 12 * _MOST)
    depth = 0
    for index in range(end - 1, lowest - 1, -1):
        character = text[index]
        if character == "）":
            depth += 1
        elif character == "（":
            if depth == 0:
                return index + 1
            depth -= 1
        elif character in _STOPS and depth == 0:
            return index + 1
    return lowest


def _items(text: str) -> tuple[str, ...]:
    if _LIST_MARKS in text:
        return tuple(item for item in text.split("、") if item)
    for mark in _CHAIN_MARKS:
        if mark in text:
            return tuple(item for item in text.split(mark) if item)
    return ()


def _disqualified(item: str) -> bool:
    return any(character.isdigit() for character in item) or item.endswith("等")
