"""Counting what reading a text costs, in steps that are the same on every machine.

A step is a line of the package that is run, or a character that is copied out of the text. What a
pattern looks at is not seen here: tests/quantity/test_linear.py holds every pattern to be bounded.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, SupportsIndex

import generator
from generator.text import BlockText, Piece, Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from _typeshed import TraceFunction

PACKAGE = str(Path(generator.__file__).parent)


class _Counter:
    """How many characters were copied."""

    def __init__(self) -> None:
        self.copied = 0


class _Counted(str):
    """A plain string that counts what is cut out of it."""

    __slots__ = ("counter",)

    counter: _Counter

    def __getitem__(self, index: SupportsIndex | slice) -> str:
        cut = super().__getitem__(index)
        self.counter.copied += len(cut)
        return cut

    def __str__(self) -> str:
        return self


class _CountedText(BlockText):
    """A located text that counts the same."""

    __slots__ = ("counter",)

    counter: _Counter

    def __getitem__(self, index: SupportsIndex | slice) -> str:
        cut = super().__getitem__(index)
        self.counter.copied += len(cut)
        return cut

    def __str__(self) -> str:
        self.counter.copied += len(self)
        plain = _Counted(super().__str__())
        plain.counter = self.counter
        return plain


def steps(read: Callable[[str], object], text: str) -> int:
    """Count the steps of reading a plain text."""
    counted = _Counted(text)
    counted.counter = _Counter()
    return lines_run(lambda: read(counted)) + counted.counter.copied


def steps_of_text(read: Callable[[Text], object], text: str) -> int:
    """Count the steps of reading a located text, line after line of a block."""
    counted = _CountedText(text)
    counted.source, counted.line, counted.column = "plan.yaml", 1, 1
    counted.counter = _Counter()
    offsets = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
    counted.pieces = tuple(Piece(offset, line, 1) for line, offset in enumerate(offsets, start=1))
    return lines_run(lambda: read(counted)) + counted.counter.copied


def lines_run(work: Callable[[], object]) -> int:
    """Count the lines of the package that some work runs."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> TraceFunction | None:
        nonlocal count
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        count += event == "line"
        return trace

    previous = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(previous)
    return count
