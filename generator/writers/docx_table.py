"""Tables: head row on every page, row spans, rows that stay whole, full-width columns."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.blocks import Align, HeadCell, head_rows, plain, runs
from generator.writers import gb9704
from generator.writers.docx_text import add_text, paragraph
from generator.writers.oxml import W, checked_text, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from generator.blocks import Cell, Row, RowGroup, Runs, Table
    from generator.writers.lengths import Length

_MANY_COLUMNS = 5
"""A table with more columns is set in the smaller size."""

_RULES = ("top", "left", "bottom", "right", "insideH", "insideV")


def is_crowded(table: Table) -> bool:
    """Whether a table has so many columns that it is set in the smaller size."""
    return len(table.columns) > _MANY_COLUMNS


def table_elements(table: Table, width: Length, *, small: bool = False) -> list[Element]:
    """Make a table that fills a width, its title above and the notes below it.

    Args:
        table: the table.
        width: what it fills.
        small: set it in the smaller size, however few columns it has.

    Raises:
        ValueError: a cell overlaps another, or spans rows beyond its group.
    """
    suffix = "Small" if small or is_crowded(table) else ""
    widths = column_widths(table, width)
    element = w("tbl", _properties(table, width), w("tblGrid", *_grid(widths)))
    element.extend(_head(table, widths, suffix))
    for group in table.groups:
        element.extend(_group_rows(table, group, widths, suffix))
    notes = (paragraph(f"TableNote{suffix}", text=note) for note in table.notes)
    return [*_lines_above(table, suffix), element, *notes]


def _lines_above(table: Table, suffix: str) -> Iterable[Element]:
    """Make the title in the middle and the unit at the right, both kept with the table."""
    if table.titled:
        yield paragraph(f"TableHead{suffix}", w("keepNext"), text=table.caption)
    if table.unit:
        right = (w("keepNext"), w("jc", val="right"))
        yield paragraph(f"TableNote{suffix}", *right, text=f"单位：{table.unit}")


def column_widths(table: Table, width: Length) -> tuple[int, ...]:
    """Divide a width among the columns by their shares, in twips without a remainder."""
    whole = sum(column.share for column in table.columns)
    edges, passed = [0], 0
    for column in table.columns:
        passed += column.share
        edges.append(width.twips * passed // whole)
    return tuple(right - left for left, right in pairwise(edges))


def _grid(widths: tuple[int, ...]) -> Iterable[Element]:
    return (w("gridCol", w=width) for width in widths)


def _properties(table: Table, width: Length) -> Element:
    thickness = gb9704.TABLE_RULE_THICKNESS.value.eighths
    color = gb9704.TEXT_COLOR.value
    rules = (w(side, val="single", sz=thickness, space=0, color=color) for side in _RULES)
    margins = (
        w(side, w=length.twips, type="dxa")
        for side, length in (
            ("top", gb9704.TABLE_CELL_TOP.value),
            ("left", gb9704.TABLE_CELL_SIDE.value),
            ("bottom", gb9704.TABLE_CELL_TOP.value),
            ("right", gb9704.TABLE_CELL_SIDE.value),
        )
    )
    return w(
        "tblPr",
        w("tblW", w=width.twips, type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *rules),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1,
          noVBand=1),
        w("tblCaption", val=checked_text(table.caption)),
    )  # fmt: skip


def _head(table: Table, widths: tuple[int, ...], suffix: str) -> Iterable[Element]:
    """Make the head, which repeats on every page: one row, or two."""
    layout = head_rows(table.columns)
    for number, cells in enumerate(layout):
        row = w("tr", w("trPr", w("cantSplit"), w("tblHeader")))
        for cell in _filled_up(layout, number) if number else cells:
            width = sum(widths[cell.column : cell.column + cell.column_span])
            merge = "restart" if cell.row_span > 1 else "" if cell.text else "continue"
            look = _Look(f"TableHead{suffix}", width, merge=merge, column_span=cell.column_span)
            row.append(_filled(look, (runs(cell.text),) if cell.text else ()))
        yield row


def _filled_up(layout: tuple[tuple[HeadCell, ...], ...], number: int) -> list[HeadCell]:
    """Add to a row of the head the lower parts of the cells that reach down into it."""
    reaching = [HeadCell("", cell.column) for cell in layout[0] if cell.row_span > 1]
    return sorted((*layout[number], *reaching), key=lambda cell: cell.column)


def _group_rows(
    table: Table, group: RowGroup, widths: tuple[int, ...], suffix: str
) -> Iterable[Element]:
    """Make the rows; a short group with spans stays on one page, so that its spans are read."""
    rows_below: dict[int, int] = {}
    whole = _stays_whole(group) and not table.long_rows
    for position, row in enumerate(group.rows):
        starting = {cell.column: cell for cell in row.cells}
        _check_row(table, starting, rows_below, rows_left=len(group.rows) - position)
        element = w("tr")
        if not (table.long_rows and _is_long(row)):
            element.append(w("trPr", w("cantSplit")))
        for index, column in enumerate(table.columns):
            look = _Look(
                f"TableCell{suffix}",
                widths[index],
                centered=column.align is Align.CENTER,
                keep_next=whole and position < len(group.rows) - 1,
                merge="continue" if index in rows_below else "",
                at_top=table.long_rows,
            )
            element.append(_body_cell(starting.get(index), look))
        rows_below |= {index: cell.row_span for index, cell in starting.items()}
        rows_below = {index: rows - 1 for index, rows in rows_below.items() if rows > 1}
        yield element


def _stays_whole(group: RowGroup) -> bool:
    return len(group.rows) <= gb9704.TABLE_LONGEST_WHOLE_GROUP.value and any(
        cell.row_span > 1 for row in group.rows for cell in row.cells
    )


def _is_long(row: Row) -> bool:
    lengths = (sum(len(plain(one)) for one in cell.paragraphs) for cell in row.cells)
    return max(lengths, default=0) > gb9704.TABLE_LONGEST_WHOLE_ROW.value


def _check_row(
    table: Table, starting: Mapping[int, Cell], rows_below: Mapping[int, int], rows_left: int
) -> None:
    for index, cell in starting.items():
        if index in rows_below or not 0 <= index < len(table.columns):
            message = f"table {table.anchor!r}: a cell cannot start in column {index}"
            raise ValueError(message)
        if not 1 <= cell.row_span <= rows_left:
            message = f"table {table.anchor!r}: {cell.row_span} rows span beyond their group"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a cell has besides its text; `merge` is as in w:vMerge, "" for none."""

    style: str
    width: int
    centered: bool = False
    keep_next: bool = False
    merge: str = ""
    column_span: int = 1
    at_top: bool = False


def _body_cell(cell: Cell | None, look: _Look) -> Element:
    if cell is None:
        return _filled(look, ())
    spanning = replace(look, merge="restart") if cell.row_span > 1 else look
    return _filled(spanning, cell.paragraphs)


def _filled(look: _Look, texts: tuple[Runs, ...]) -> Element:
    """Copy the empty cell of a look and fill it; a cell has a paragraph even without text."""
    cell = copy(_empty_cell(look))
    for _ in texts[1:]:
        cell.append(copy(cell[-1]))
    for element, text in zip(cell.iterchildren(W + "p"), texts, strict=False):
        add_text(element, text)
    return cell


@lru_cache(maxsize=512)
def _empty_cell(look: _Look) -> Element:
    properties = w("tcPr", w("tcW", w=look.width, type="dxa"))
    if look.column_span > 1:
        properties.append(w("gridSpan", val=look.column_span))
    if look.merge:
        properties.append(w("vMerge", val=look.merge))
    # a text that goes on overleaf cannot stand in the middle
    properties.append(w("vAlign", val="top" if look.at_top else "center"))
    direct = [w("keepNext")] if look.keep_next else []
    if look.centered:
        direct.append(w("jc", val="center"))
    return w("tc", properties, paragraph(look.style, *direct))
