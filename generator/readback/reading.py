"""What a reader sees of a DOCX or a page, whatever made it: lines and tables, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACE: Final = re.compile(r"\s+")

Rows = tuple[tuple[str, ...], ...]


def squeezed(text: str) -> str:
    """Drop white space: where a line ends or how a name is spaced out says nothing."""
    return _SPACE.sub("", text)


def cell_text(paragraphs: Iterable[str]) -> str:
    """Give the text of a table cell, a paragraph a line."""
    return "\n".join(filter(None, map(squeezed, paragraphs)))


class Line(NamedTuple):
    """A paragraph with text; `level` is its heading layer, 0 for none."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with each merged cell repeated in every place that it covers.

    Attributes:
        heads: the rows of the head.
        rows: the rows of the body.
        alone: for each row of the body what it says where a narrow screen shows it by itself:
            names of columns and texts; empty for a document, which is always shown whole.
    """

    heads: Rows
    rows: Rows
    alone: tuple[tuple[tuple[str, str], ...], ...] = field(default=(), compare=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each column is called, both layers of its head together."""
        columns = zip_longest(*self.heads, fillvalue="")
        return tuple("".join(dict.fromkeys(filter(None, column))) for column in columns)


Item = Line | Grid


class Link(NamedTuple):
    """A stretch of text that leads to a figure: its words, the id that it leads to."""

    text: str
    anchor: str


class Reading(NamedTuple):
    """All that is read of a document or page.

    Attributes:
        items: lines and tables, in order.
        links: the figures that lead to their indicators, in order; none in a DOCX.
    """

    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables."""
        return tuple(item for item in self.items if isinstance(item, Grid))


class PlacedCell(NamedTuple):
    """A cell where it starts: its text and how many columns and rows it covers."""

    column: int
    text: str
    columns: int = 1
    rows: int = 1


def spread(rows: Iterable[Iterable[PlacedCell]]) -> Rows:
    """Repeat every merged cell in the places that it covers."""
    filled: dict[tuple[int, int], str] = {}
    widths: list[int] = []
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(cell.rows):
                for beside in range(cell.columns):
                    filled[number + below, cell.column + beside] = cell.text
        widths.append(max((column for line, column in filled if line == number), default=-1) + 1)
    return tuple(
        tuple(filled.get((number, column), "") for column in range(width))
        for number, width in enumerate(widths)
    )
