"""Write the blocks of a document as HTML, through the templates of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.blocks import Align, Heading, Paragraph, Table, head_rows, plain
from generator.writers.page_words import FILTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.blocks import Cell, Column, Document, Row, RowGroup

PLAN_HEADING: Final = 2
"""HTML level of the first heading layer of a plan; level 1 is the page's title."""
_NUMBER: Final = "序号"
"""The column that numbers rows: no one looks for what it says."""
_ROOM: Final = 3
"""What the edges of a cell take of the width, in the parts that columns are measured in."""


def page_environment(*folders: Path) -> Environment:
    """Open the templates of the site.

    Args:
        folders: site_templates/blocks, and others whose templates use those of it.

    Returns:
        An environment that escapes every value and refuses a name that it was not given.
    """
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for kind in (Heading, Paragraph, Table):
        environment.tests[kind.__name__.lower()] = _is(kind)
    environment.filters["table_rows"] = table_rows
    environment.filters["head_rows"] = head_rows
    environment.filters |= FILTERS
    environment.filters["shares"] = shares
    environment.globals["row_header"] = row_header
    environment.globals["cell_classes"] = cell_classes
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _is(kind: type) -> Callable[[object], bool]:
    def test(value: object) -> bool:
        return isinstance(value, kind)

    return test


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as a page shows it.

    Attributes:
        row: the row.
        first: whether it opens its group.
        repeated: cells of the rows above that hold for this row too and stand to the right of
            its own; a narrow page, which shows each row by itself, says them again, but for
            what is about the group.
    """

    row: Row
    first: bool
    repeated: tuple[Cell, ...]


def table_rows(group: RowGroup, columns: tuple[Column, ...]) -> tuple[TableRow, ...]:
    """Give the rows of a group with the cells that reach into them from above."""
    shown: list[TableRow] = []
    for index, row in enumerate(group.rows):
        own = min((cell.column for cell in row.cells), default=0)
        reaching = [
            cell
            for above, other in enumerate(group.rows[:index])
            for cell in other.cells
            if above + cell.row_span > index
            and cell.column > own
            and not columns[cell.column].of_group
        ]
        shown.append(TableRow(row, index == 0, tuple(reaching)))
    return tuple(shown)


def row_header(table: Table) -> int:
    """Give the column that names the rows: the first that does not hold mere numbers."""
    aligns = [column.align for column in table.columns]
    return aligns.index(Align.LEFT) if Align.LEFT in aligns else 0


def cell_classes(column: Column, cell: Cell) -> str:
    """Say how a body cell is shown, as classes for the style sheet."""
    classes = {
        "center": column.align is Align.CENTER,
        "ordinal": column.label == _NUMBER,
        "of-group": column.of_group,
        "none": not cell.paragraphs,
    }
    return " ".join(name for name, holds in classes.items() if holds)


def shares(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Give the widths of columns in percent of their table, each with room beside its text."""
    parts = [column.share + _ROOM for column in columns]
    return tuple(f"{part * 100 / sum(parts):.1f}" for part in parts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text from one heading, or of one table row, up to the next.

    Attributes:
        title: the heading, or what the row is called.
        anchor: permanent id of the place.
        text: the text below the heading, or in the row.
    """

    title: str
    anchor: str
    text: str


def contents(document: Document) -> Iterator[tuple[int, str, str]]:
    """List the headings of a document: HTML level, anchor, text with its ordinal."""
    for index, part in enumerate(document.parts):
        if index:
            yield PLAN_HEADING, part.anchor, f"{part.label}　{part.title}".strip()
        for block in part.blocks:
            if isinstance(block, Heading):
                level = PLAN_HEADING - 1 + block.level + bool(index)
                yield level, block.anchor, f"{block.number}{block.text}"


def anchors(document: Document) -> frozenset[str]:
    """Collect the permanent ids that the page of a document holds."""
    found: set[str] = set()
    for part in document.parts:
        found.add(part.anchor)
        for block in part.blocks:
            found.add(block.anchor)
            if isinstance(block, Table):
                found |= _table_anchors(block)
    return frozenset(found - {""})


def _table_anchors(table: Table) -> set[str]:
    found = {group.anchor for group in table.groups}
    for group in table.groups:
        found |= {row.anchor for row in group.rows}
        found |= {cell.anchor for row in group.rows for cell in row.cells}
    return found


def stretches(document: Document) -> Iterator[Stretch]:
    """Cut a document into the stretches that a search leads to."""
    for part in document.parts:
        title, anchor, text = part.title, part.anchor, ""
        for block in part.blocks:
            if isinstance(block, Paragraph):
                text += plain(block.runs)
                continue
            if text or isinstance(block, Heading):
                yield Stretch(title, anchor, text)
                text = ""
            if isinstance(block, Table):
                yield from table_stretches(block)
            else:
                title, anchor = block.text, block.anchor
        yield Stretch(title, anchor, text)


def table_stretches(table: Table) -> Iterator[Stretch]:
    """Cut a table into one stretch a row; rows are called by the name of their group."""
    column = row_header(table)
    for group in table.groups:
        title = ""
        for row in group.rows:
            named = [cell for cell in row.cells if cell.column == column]
            title = _cell_text(named[0]) if named else title
            others = (cell for cell in row.cells if cell not in named)
            texts = (
                _cell_text(cell) for cell in others if table.columns[cell.column].label != _NUMBER
            )
            text = "；".join(text.rstrip("。") for text in texts if text)
            yield Stretch(title, row.anchor or _first_anchor(row) or group.anchor, text)


def _first_anchor(row: Row) -> str:
    return next((cell.anchor for cell in row.cells if cell.anchor), "")


def _cell_text(cell: Cell) -> str:
    return " ".join(plain(content) for content in cell.paragraphs)
