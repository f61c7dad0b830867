"""Which of several numbers a text most likely means by an indicator: the words beside them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.text_numbers import Number
    from generator.model.figures import Indicator
    from generator.resolve import TextPlace

_STOP: Final = re.compile("[，。；：！？]")


def likeliest(
    place: TextPlace,
    indicators: Sequence[Indicator],
    numbers: Sequence[Number],
    taken: Sequence[Number],
) -> tuple[Number, ...]:
    """Choose a number for each indicator, in the order of both.

    Args:
        place: the text.
        indicators: what is to be found, in the order of the text.
        numbers: what may state them, in the order of the text.
        taken: every number of the text: words behind another number belong to that one.
    """
    chosen: list[Number] = []
    first = 0
    for position, indicator in enumerate(indicators):
        last = len(numbers) - (len(indicators) - position)
        candidates = range(first, last + 1)
        if not candidates:
            break
        best = max(
            candidates,
            key=lambda index: (likeness(place, indicator, numbers[index], taken), -index),
        )
        chosen.append(numbers[best])
        first = best + 1
    return tuple(chosen)


def likeness(
    place: TextPlace, indicator: Indicator, number: Number, taken: Sequence[Number]
) -> int:
    """Give the length of the longest piece of a name that stands beside the number."""
    text = str(place.paragraphs[number.paragraph].text)
    beside = [other for other in taken if other.paragraph == number.paragraph]
    start = max((other.end for other in beside if other.end <= number.start), default=0)
    end = min((other.start for other in beside if other.start >= number.end), default=len(text))
    before = _STOP.split(text[start : number.start])[-1]
    after = _STOP.split(text[number.end : end])[0]
    names = (indicator.name, *indicator.aliases)
    return max(common(str(name), words) for name in names for words in (before, after))


def common(name: str, words: str) -> int:
    """Give the length of the longest piece that two words share."""
    matcher = SequenceMatcher(None, name, words, autojunk=False)
    return matcher.find_longest_match().size
