"""What two readings of one text have in common, in words that people mark by hand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Change, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.blocks import Runs

# a number with its sign of share, a Latin word, else a character: 3800 and 3700 differ whole
_WORDS: Final = re.compile(r"\d+(?:[.,]\d+)*[%‰]?|[A-Za-z]+|\s+|.", re.DOTALL)
_SENTENCES: Final = re.compile(r"[^。；！？]*[。；！？]?")
# the time of the comparison grows with the square of this
_LONGEST_BY_WORDS: Final = 1500
_MARKS: Final = "，、；。：（"
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
    is_long = max(len(old), len(new)) > _LONGEST_BY_WORDS
    found = _aligned(_SENTENCES, old, new) if is_long else [Segment(old, new)]
    found = [word for one in found for word in _by_words(one)]
    shared = 2 * sum(len(one.old) for one in found if one.is_same)
    if shared < _LEAST_IN_COMMON * (len(old) + len(new)):
        return (Segment(old, new),)
    return tuple(_at_marks(_joined(_without_chance(found))))


def _by_words(one: Segment) -> list[Segment]:
    """Cut what differs by words, unless it is too long for that between its ends."""
    return [one] if one.is_same else _aligned(_WORDS, one.old, one.new)


def _aligned(pattern: re.Pattern[str], old: str, new: str) -> list[Segment]:
    before, after = pattern.findall(old), pattern.findall(new)
    head = _shared_start(before, after)
    tail = _shared_start(before[head:][::-1], after[head:][::-1])
    before_end, after_end = len(before) - tail, len(after) - tail
    middle = before[head:before_end], after[head:after_end]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    is_short = max(map(len, middle)) <= _LONGEST_BY_WORDS
    cuts = (cut[1:] for cut in matcher.get_opcodes()) if is_short else [(0, None, 0, None)]
    start, end = "".join(before[:head]), "".join(before[before_end:])
    return [
        *([Segment(start, start)] if start else []),
        *(Segment("".join(middle[0][i:j]), "".join(middle[1][k:m])) for i, j, k, m in cuts),
        *([Segment(end, end)] if end else []),
    ]


def _shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


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


def _at_marks(found: tuple[Segment, ...]) -> Iterator[Segment]:
    """Let what was only put in, or only taken out, begin at a mark: 、战略性 and not 性、战略."""
    rest = list(found)
    for place, one in enumerate(rest):
        if not one.is_same and not (one.old and one.new) and 0 < place < len(rest) - 1:
            text, after = one.old or one.new, rest[place + 1].new
            shift = _shift(text, after)
            if shift:
                kept, text = text[:shift], text[shift:] + text[:shift]
                rest[place] = Segment(text, "") if one.old else Segment("", text)
                before = rest[place - 1].new + kept
                rest[place - 1] = Segment(before, before)
                rest[place + 1] = Segment(after[shift:], after[shift:])
    return (one for one in rest if one.old or one.new)


def _shift(text: str, after: str) -> int:
    """Give by how many characters a stretch may move on so that it begins at a mark, or 0."""
    for shift, (own, following) in enumerate(zip(text, after, strict=False)):
        if text[shift] in _MARKS:
            return shift
        if own != following:
            return 0
    return 0


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
