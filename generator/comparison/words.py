"""What two readings of one text have in common, in words that people mark by hand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Change, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.blocks import Runs

# a number with its sign of share, a Latin word, else a character: 3800 and 3700 differ whole
_WORDS: Final = re.compile(r"\d+(?:[.,]\d+)*[%‰]?|[A-Za-z]+|\s+|.", re.DOTALL)
# a single character between two changes was kept by chance, unless it closes a clause
_KEPT_BY_CHANCE: Final = re.compile(r"[^，。；：、！？（）《》“”]")
# of two texts with less in common, single equal words mislead
_LEAST_IN_COMMON: Final = Fraction(1, 3)


class Segment(NamedTuple):
    """A stretch of two readings: equal in both, or the old words and the new ones for them."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """Cut two readings of a text into what they share and what differs, in order."""
    if old == new:
        return (Segment(old, new),) if old else ()
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = [
        Segment("".join(before[i:j]), "".join(after[k:m]))
        for _, i, j, k, m in matcher.get_opcodes()
    ]
    shared = 2 * sum(len(one.old) for one in found if one.is_same)
    if shared < _LEAST_IN_COMMON * (len(old) + len(new)):
        return (Segment(old, new),)
    return _joined(_without_chance(found))


def _without_chance(found: Sequence[Segment]) -> Iterable[tuple[bool, Segment]]:
    """Say of each stretch whether it counts as kept."""
    for index, one in enumerate(found):
        is_inside = 0 < index < len(found) - 1
        by_chance = is_inside and bool(_KEPT_BY_CHANCE.fullmatch(one.old))
        yield one.is_same and not by_chance, one


def _joined(marked: Iterable[tuple[bool, Segment]]) -> tuple[Segment, ...]:
    """Join neighbours that changed."""
    joined = []
    for _, group in groupby(marked, key=lambda item: item[0]):
        stretch = [one for _, one in group]
        joined.append(Segment("".join(s.old for s in stretch), "".join(s.new for s in stretch)))
    return tuple(joined)


def old_runs(found: Iterable[Segment]) -> Runs:
    """Give the old reading, what was taken out marked."""
    return tuple(
        Run(one.old, change=Change.NONE if one.is_same else Change.REMOVED)
        for one in found
        if one.old
    )


def new_runs(found: Iterable[Segment]) -> Runs:
    """Give the new reading, what was put in marked."""
    return tuple(
        Run(one.new, change=Change.NONE if one.is_same else Change.ADDED)
        for one in found
        if one.new
    )
