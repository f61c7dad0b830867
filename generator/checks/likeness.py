"""Which of several numbers a text most likely means by an indicator: the words beside them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.text_numbers import Number
    from generator.model.figures import Indicator
    from generator.resolve import TextPlace

_STOP: Final = re.compile("[，。；：！？]")


class WordsBeside:
    """The words on both sides of each number of a text, up to the next number or stop."""

    def __init__(self, place: TextPlace, numbers: Sequence[Number]) -> None:
        """Take a text and all its numbers, in order: words behind another number are that one's."""
        self.numbers = numbers
        self._place = place

    @cached_property
    def _index(self) -> dict[int, int]:
        return {id(number): index for index, number in enumerate(self.numbers)}

    def of(self, number: Number) -> tuple[str, str]:
        """Give the words before a number and those after it."""
        text = self._place.paragraphs[number.paragraph].text
        index = self._index[id(number)]
        before = self.numbers[index - 1] if index else number
        after = self.numbers[index + 1] if index + 1 < len(self.numbers) else number
        start = before.end if self._precedes(before, number) else 0
        end = after.start if self._precedes(number, after) else len(text)
        return (
            _STOP.split(text[start : number.start])[-1],
            _STOP.split(text[number.end : end])[0],
        )

    @staticmethod
    def _precedes(one: Number, other: Number) -> bool:
        return one is not other and one.paragraph == other.paragraph


def likeliest(
    beside: WordsBeside, indicators: Sequence[Indicator], numbers: Sequence[Number]
) -> tuple[Number, ...]:
    """Choose a number for each indicator, in the order of both.

    Args:
        beside: the words beside every number of the text.
        indicators: what is to be found, in the order of the text.
        numbers: what may state them, in the order of the text.
    """
    if len(indicators) >= len(numbers):
        # with a number too few, nothing says whose it is that is missing
        return tuple(numbers) if len(indicators) == len(numbers) else ()
    words = [beside.of(number) for number in numbers]
    chosen: list[Number] = []
    first = 0
    for position, indicator in enumerate(indicators):
        last = len(numbers) - (len(indicators) - position)
        alike = [_likeness(indicator, words[index]) for index in range(first, last + 1)]
        best = first + alike.index(max(alike))
        chosen.append(numbers[best])
        first = best + 1
    return tuple(chosen)


def likeness(beside: WordsBeside, indicator: Indicator, number: Number) -> int:
    """Give the length of the longest piece of a name that stands beside a number."""
    return _likeness(indicator, beside.of(number))


def _likeness(indicator: Indicator, words: tuple[str, str]) -> int:
    names = (indicator.name, *indicator.aliases)
    return max(common(name, side) for name in names for side in words)


def common(name: str, words: str) -> int:
    """Give the length of the longest piece that two words share."""
    longest = 0
    for start in range(len(name)):
        while start + longest < len(name) and name[start : start + longest + 1] in words:
            longest += 1
    return longest
