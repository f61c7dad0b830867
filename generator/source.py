"""Where text stands: files, spans, cells, and the width of Chinese text on a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text file; lines and columns count from 1, in code points.

    `end_column` is the column after the last character.
    """

    source: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Print as file:line:column, which editors open."""
        return f"{self.source}:{self.line}:{self.column}"


class Cell(NamedTuple):
    """A cell of a table file; rows and columns count from 1, sheet is "" for CSV."""

    source: str
    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """Print as file:sheet:row:column."""
        sheet = f"{self.sheet}:" if self.sheet else ""
        return f"{self.source}:{sheet}{self.row}:{self.column}"


Place = Span | Cell


@dataclass(frozen=True)
class SourceFile:
    """A text file as read.

    Attributes:
        path: name shown to the user, relative to the workspace, with forward slashes.
        text: the content without a byte order mark, with LF line ends.
    """

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(self.text.split("\n"))

    def span(self, line: int, column: int, length: int) -> Span:
        """Make a span on one line."""
        return Span(self.path, line, column, line, column + length)


def display_width(text: str) -> int:
    """Count terminal columns: wide and full-width characters take two, marks none."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
