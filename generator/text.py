"""Authored text that knows where each of its characters stands in the file."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic_core import core_schema

from generator.source import Cell, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from generator.source import Place

_new_tuple: Final = tuple.__new__


class Piece(NamedTuple):
    """From `offset` on, characters stand at `line`, from `column` on (both from 1)."""

    offset: int
    line: int
    column: int


class Text(str):
    """A string with its place: a plain `str` once it is computed with, located until then.

    This is text on one line of a file, as nearly all is; what stands otherwise is a `BlockText`
    or a `CellText`.

    Attributes:
        source: the file.
        line: the line of its first character, from 1; of a cell, its row.
        column: the column of its first character, from 1; of a cell, its column.
    """

    __slots__ = ("column", "line", "source")

    source: str
    line: int
    column: int

    @staticmethod
    def at(value: str, source: str, pieces: tuple[Piece, ...]) -> Text:
        """Make located text; `pieces` is in the order of offsets and starts at 0."""
        if len(pieces) == 1:
            return Text.at_line(value, source, pieces[0].line, pieces[0].column)
        text = BlockText(value)
        text.source = source
        _, text.line, text.column = pieces[0]
        text.pieces = pieces
        return text

    @staticmethod
    def at_line(value: str, source: str, line: int, column: int) -> Text:
        """Make text that stands on one line."""
        text = Text(value)
        text.source = source
        text.line = line
        text.column = column
        return text

    @staticmethod
    def on_line(value: str, span: Span) -> Text:
        """Make text that stands on one line, from the start of `span`."""
        return Text.at_line(value, span.source, span.line, span.column)

    @staticmethod
    def in_cell(value: str, cell: Cell) -> Text:
        """Make text that stands in a cell of a table file; its parts stand there too."""
        text = CellText(value)
        text.source, text.line, text.column = cell.source, cell.row, cell.column
        text.cell = cell
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the place when values travel between processes."""
        return (Text.at_line, (str(self), self.source, self.line, self.column))

    @property
    def cell(self) -> Cell | None:
        """The cell of a table file that holds the text, if one does."""
        return None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """From which of its characters on the text stands where."""
        return (Piece(0, self.line, self.column),)

    @property
    def place(self) -> Place:
        """Where the text stands: its span, or the cell of the table file that holds it."""
        return self.span_of(0, len(self))

    @property
    def span(self) -> Span:
        """The span of the whole text; of a cell, its row and column taken for line and column."""
        return self.span_of(0, len(self))

    def span_of(self, start: int, end: int) -> Span:
        """Give the span of the characters from `start` up to `end`."""
        line, column = self.line, self.column
        last = column + max(start, end)
        return _new_tuple(Span, (self.source, line, column + start, line, last))

    def part(self, start: int, end: int) -> Text:
        """Cut out the characters from `start` up to `end`, with their places."""
        return Text.at_line(self[start:end], self.source, self.line, self.column + start)

    def glued(self, stretches: Sequence[tuple[int, int]]) -> Text:
        """Cut out stretches, each from a start up to an end, and glue them together."""
        return join(self.part(start, end) for start, end in stretches)

    def trimmed(self) -> Text:
        """Cut off white space at both ends."""
        stripped = self.strip()
        if stripped and len(stripped) == len(self):
            return self
        start = len(self) - len(self.lstrip())
        return self.part(start, start + len(stripped))

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


class BlockText(Text):
    """Text whose characters do not stand side by side on one line of a file.

    Attributes:
        pieces: from which of its characters on it stands where; in order, the first at 0.
    """

    __slots__ = ("pieces",)

    pieces: tuple[Piece, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the places when values travel between processes."""
        return (Text.at, (str(self), self.source, self.pieces))

    def span_of(self, start: int, end: int) -> Span:
        """Give the span of the characters from `start` up to `end`."""
        line, column = self._place(start)
        last_line, last_column = self._place(max(end - 1, start))
        width = 1 if end > start else 0
        return _new_tuple(Span, (self.source, line, column, last_line, last_column + width))

    def part(self, start: int, end: int) -> Text:
        """Cut out the characters from `start` up to `end`, with their places."""
        first = self._piece_index(start)
        last = bisect_left(self.pieces, (end,), first + 1)
        pieces = _moved(self.pieces[first:last], start)
        return Text.at(self[start:end], self.source, pieces)

    def glued(self, stretches: Sequence[tuple[int, int]]) -> Text:
        """Cut out stretches, each from a start up to an end, and glue them together."""
        pieces: list[Piece] = []
        offset = 0
        for start, end in stretches:
            first = self._piece_index(start)
            last = bisect_left(self.pieces, (end,), first + 1)
            pieces += _moved(self.pieces[first:last], start, offset)
            offset += end - start
        value = "".join([self[start:end] for start, end in stretches])
        return Text.at(value, self.source, tuple(pieces))

    def _piece_index(self, offset: int) -> int:
        # pieces compare as tuples, first by offset: (offset + 1,) lies before all that follow
        return max(bisect_left(self.pieces, (offset + 1,)) - 1, 0)

    def _place(self, offset: int) -> tuple[int, int]:
        start, line, column = self.pieces[self._piece_index(offset)]
        return line, column + offset - start


def _moved(pieces: tuple[Piece, ...], start: int, offset: int = 0) -> tuple[Piece, ...]:
    """Make `offset` of `start`, which lies in the first of the pieces; what stands before goes."""
    at, line, column = pieces[0]
    if at == start == offset:
        return pieces
    head = _new_tuple(Piece, (offset, line, column + start - at))
    if len(pieces) == 1:
        # nearly every part stands on one line
        return (head,)
    shift = offset - start
    rest = [_new_tuple(Piece, (at + shift, line, column)) for at, line, column in pieces[1:]]
    return (head, *rest)


class CellText(Text):
    """Text in a cell of a table file: its parts stand there too.

    Attributes:
        cell: the cell.
    """

    __slots__ = ("cell",)

    cell: Cell

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the place when values travel between processes."""
        return (Text.in_cell, (str(self), self.cell))

    @property
    def place(self) -> Place:
        """Where the text stands: the cell."""
        return self.cell

    def part(self, start: int, end: int) -> Text:
        """Cut out the characters from `start` up to `end`, which stand in the cell too."""
        return Text.in_cell(self[start:end], self.cell)


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
