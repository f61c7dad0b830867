"""Located nodes: what a YAML file says, without any meaning given to it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.source import Span
from generator.text import Piece, Text

if TYPE_CHECKING:
    from generator.source import SourceFile

LITERAL: Final = "|"
QUOTES: Final = "'\""


class Scalar(NamedTuple):
    """Text as the author wrote it; `style` is "" (plain), a quote, or the block mark."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    end_line: int
    end_column: int


class Mapping(NamedTuple):
    """Keys and values in the order written; keys differ from one another."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Sequence | Mapping


def span_of(node: Node, source: SourceFile) -> Span:
    """Give the span to point at: a list or mapping is pointed at by its first line."""
    if node.line == node.end_line:
        return Span(source.path, node.line, node.column, node.end_line, node.end_column)
    if isinstance(node, Scalar) and node.style == LITERAL:
        return text_of(node, source).trimmed().span
    width = len(source.lines[node.line - 1].rstrip()) - node.column + 1
    return source.span(node.line, node.column, max(width, 1))


def text_of(node: Scalar, source: SourceFile) -> Text:
    """Make the scalar's text know the place of each of its characters."""
    value, style, line, column, _, _ = node
    if not style:
        return Text.at_line(value, source.path, line, column)
    if style == LITERAL:
        return Text.at(value, source.path, _literal_pieces(node, source))
    shift = 1 if style in QUOTES else 0
    return Text.at_line(value, source.path, line, column + shift)


def _literal_pieces(node: Scalar, source: SourceFile) -> tuple[Piece, ...]:
    lines = source.lines
    pieces: list[Piece] = []
    offset = 0
    for number, line in enumerate(node.value.splitlines(), start=node.line + 1):
        indent = len(lines[number - 1]) - len(line)
        pieces.append(Piece(offset, number, max(indent, 0) + 1))
        offset += len(line) + 1
    return tuple(pieces) or (Piece(0, node.line, node.column),)
