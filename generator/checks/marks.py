"""Marks that an author sets in a text, [20%](#指标): the numbers inside and the target named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from generator.resolve.names import loose
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.text_numbers import Number
    from generator.model.values import Binding
    from generator.resolve import Target
    from generator.text import Text


class MarkedNumbers:
    """The numbers of a text, to be found by the mark around them."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        """Take the numbers in the order of the text."""
        self._numbers = numbers
        self._starts = [(number.paragraph, number.start) for number in numbers]
        self._ends = [(number.paragraph, number.end) for number in numbers]

    def inside(self, binding: Binding, paragraph: int) -> Sequence[Number]:
        """Give the numbers that a mark in a paragraph touches."""
        first = bisect_right(self._ends, (paragraph, binding.start))
        return self._numbers[first : bisect_left(self._starts, (paragraph, binding.end))]


class NamedTargets:
    """Targets by every name that a mark may call them by; each is taken once."""

    def __init__(self, targets: Sequence[Target]) -> None:
        """Take the targets in the order in which marks are to find them."""
        self._targets = targets
        self._indexes: dict[str, list[int]] = {}
        for index, target in enumerate(targets):
            names = (target.written, target.indicator.name, *target.indicator.aliases)
            for name in dict.fromkeys(map(loose, names)):
                self._indexes.setdefault(name, []).append(index)
        self._taken: set[int] = set()

    def take(self, mark: Text) -> int | None:
        """Give the index of the first target left that a mark names, and take it."""
        names = dict.fromkeys((loose(mark), loose(mark.partition("@")[0])))
        found = [index for name in names for index in self._first(name, mark)]
        if not found:
            return None
        self._taken.add(min(found))
        return min(found)

    def _first(self, name: str, mark: Text) -> list[int]:
        indexes = self._indexes.get(name, [])
        while indexes and indexes[0] in self._taken:
            del indexes[0]
        for index in indexes:
            if index not in self._taken and _is_named(self._targets[index], mark):
                return [index]
        return []


def _is_named(target: Target, mark: Text) -> bool:
    """Say whether a mark names a target, by any name of its indicator."""
    if loose(mark) == loose(target.written):
        return True
    name, _, period = mark.partition("@")
    indicator = target.indicator
    if loose(name) not in {loose(known) for known in (indicator.name, *indicator.aliases)}:
        return False
    return not period or target.figure in (None, *figures_of(indicator, period))
