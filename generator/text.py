"""Authored text that knows where each of its characters stands in the file."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic_core import core_schema

from generator.source import Cell, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from generator.source import Place

_new_tuple: Final = tuple.__new__
_new_str: Final = str.__new__


class Piece(NamedTuple):
    """From `offset` on, characters stand at `line`, from `column` on (both from 1)."""

    offset: int
    line: int
    column: int


class Text(str):
    """A string with its place: a plain `str` once it is computed with, located until then."""

    __slots__ = ("cell", "pieces", "source")

    cell: Cell | None
    pieces: tuple[Piece, ...]
    source: str

    @classmethod
    def at(cls, value: str, source: str, pieces: tuple[Piece, ...]) -> Text:
        """Make located text; `pieces` is in the order of offsets and starts at 0."""
        text = _new_str(cls, value)
        text.source = source
        text.pieces = pieces
        text.cell = None
        return text

    @classmethod
    def at_line(cls, value: str, source: str, line: int, column: int) -> Text:
        """Make text that stands on one line, as nearly every text of a plan does."""
        text = _new_str(cls, value)
        text.source = source
        text.pieces = (_new_tuple(Piece, (0, line, column)),)
        text.cell = None
        return text

    @classmethod
    def on_line(cls, value: str, span: Span) -> Text:
        """Make text that stands on one line, from the start of `span`."""
        return cls.at_line(value, span.source, span.line, span.column)

    @classmethod
    def in_cell(cls, value: str, cell: Cell) -> Text:
        """Make text that stands in a cell of a table file; its parts stand there too."""
        text = cls.at(value, cell.source, (Piece(0, cell.row, cell.column),))
        text.cell = cell
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the place when values travel between processes."""
        if self.cell is not None:
            return (Text.in_cell, (str(self), self.cell))
        return (Text.at, (str(self), self.source, self.pieces))

    @property
    def place(self) -> Place:
        """Where the text stands: its span, or the cell of the table file that holds it."""
        return self.cell or self.span

    @property
    def span(self) -> Span:
        """The span of the whole text; of a cell, its row and column taken for line and column."""
        return self.span_of(0, len(self))

    def span_of(self, start: int, end: int) -> Span:
        """Give the span of the characters from `start` up to `end`."""
        if len(self.pieces) == 1:
            # nearly every text stands on one line
            offset, line, column = self.pieces[0]
            column -= offset
            last = max(start, end)
            return _new_tuple(Span, (self.source, line, column + start, line, column + last))
        line, column = self._place(start)
        last_line, last_column = self._place(max(end - 1, start))
        width = 1 if end > start else 0
        return Span(self.source, line, column, last_line, last_column + width)

    def part(self, start: int, end: int) -> Text:
        """Cut out the characters from `start` up to `end`, with their places."""
        if self.cell is not None:
            return Text.in_cell(self[start:end], self.cell)
        pieces = self.pieces
        if len(pieces) == 1:
            offset, line, column = pieces[0]
            return Text.at_line(self[start:end], self.source, line, column + start - offset)
        first = self._piece_index(start)
        offset, line, column = pieces[first]
        head = _new_tuple(Piece, (0, line, column + start - offset))
        last = first + 1
        if last == len(pieces) or pieces[last].offset >= end:
            # nearly every part stands on one line
            return Text.at(self[start:end], self.source, (head,))
        last = bisect_left(pieces, (end,), last)
        moved = [Piece(at - start, line, column) for at, line, column in pieces[first + 1 : last]]
        return Text.at(self[start:end], self.source, (head, *moved))

    def trimmed(self) -> Text:
        """Cut off white space at both ends."""
        stripped = self.strip()
        if stripped and len(stripped) == len(self):
            return self
        start = len(self) - len(self.lstrip())
        return self.part(start, start + len(stripped))

    def _piece_index(self, offset: int) -> int:
        # pieces compare as tuples, first by offset: (offset + 1,) lies before all that follow
        return max(bisect_left(self.pieces, (offset + 1,)) - 1, 0)

    def _place(self, offset: int) -> tuple[int, int]:
        piece = self.pieces[self._piece_index(offset)]
        return piece.line, piece.column + offset - piece.offset

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept only located text, so that no place is ever lost on the way."""
        del source, handler
        return core_schema.is_instance_schema(
            cls,
            cls_repr="Text",
            serialization=core_schema.plain_serializer_function_ser_schema(str, when_used="json"),
        )


def join(parts: Iterable[Text]) -> Text:
    """Glue texts of one file together without anything between them.

    Raises:
        ValueError: there is no text to glue.
    """
    texts = list(parts)
    if not texts:
        message = "nothing to join"
        raise ValueError(message)
    if len(texts) == 1:
        return texts[0]
    pieces: list[Piece] = []
    offset = 0
    for text in texts:
        pieces += [Piece(offset + at, line, column) for at, line, column in text.pieces]
        offset += len(text)
    return Text.at("".join(texts), texts[0].source, tuple(pieces))
