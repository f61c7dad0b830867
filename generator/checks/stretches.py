"""Stretches of a text, in order and apart: which of them holds or meets another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretches:
    """Stretches by first index and index after the last; asked many times, searched by halves."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take stretches that do not overlap, in the order of the text."""
        spans = tuple(spans)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        """Say whether one of them holds a stretch, which may begin or end with it."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]

    def meet(self, start: int, end: int) -> bool:
        """Say whether one of them has a character in common with a stretch."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end
