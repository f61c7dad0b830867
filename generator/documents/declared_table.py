"""A table that the plan declares, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.blocks import Align, Cell, Column, Row, RowGroup, Table, runs
from generator.model.tables import Holds
from generator.resolve.anchors import slug, table_anchor
from generator.source import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import tables

_CENTERED: Final = (
    Holds.NUMBER,
    Holds.FIGURE,
    Holds.FULL_MARK,
    Holds.MEASURE,
    Holds.NATURE,
    Holds.MARK,
)
_NARROWEST, _WIDEST = 4, 24
_MOST_UPRIGHT: Final = 7
"""Tables with more columns, or with longer text, need a landscape page in an attachment."""
_MOST_UPRIGHT_SHARE: Final = 80


def declared_table(table: tables.Table) -> Table:
    """Compose a declared table: two heads where declared, 〃 as one cell with the one above."""
    body = table.body
    columns = tuple(_column(body, index) for index in range(len(body.columns)))
    source = (f"资料来源：{table.source}",) if table.source else ()
    return Table(
        anchor=table_anchor(table),
        caption=table.name,
        columns=columns,
        groups=tuple(_groups(table)),
        notes=(*(str(note) for note in table.notes), *source),
        wide=len(columns) > _MOST_UPRIGHT
        or sum(column.share for column in columns) > _MOST_UPRIGHT_SHARE,
        titled=table.title is not None,
        unit=str(table.unit or ""),
    )


def _column(body: tables.TableBody, index: int) -> Column:
    column = body.columns[index]
    above, heading = column.headings
    own_unit = str(column.column.unit or "")
    if own_unit and own_unit not in heading:
        heading = f"{heading}（{own_unit}）"
    texts = (heading, *(str(row.cells[index].text) for row in body.rows))
    widest = max(display_width(line) for text in texts for line in _lines(text))
    return Column(
        heading=heading,
        share=min(max(widest, _NARROWEST), _WIDEST),
        align=Align.CENTER if column.holds in _CENTERED else Align.LEFT,
        above=above,
    )


def _groups(table: tables.Table) -> Iterator[RowGroup]:
    """Put the rows together that share a cell."""
    rows = table.body.rows
    starts = [
        number
        for number, row in enumerate(rows)
        if not number or not any(cell.ditto for cell in row.cells)
    ]
    labels = [row.label for row in rows]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        members = rows[start:end]
        yield RowGroup(
            tuple(
                Row(_cells(members, number), _row_anchor(table, row, labels))
                for number, row in enumerate(members)
            )
        )


def _row_anchor(table: tables.Table, row: tables.TableRow, labels: list[str]) -> str:
    """Name a row by its label, where no other row has the same."""
    name = slug(row.label)
    unique = name and [slug(label) for label in labels].count(name) == 1
    return f"{table_anchor(table)}-{name}" if unique else ""


def _cells(members: tuple[tables.TableRow, ...], number: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for index, cell in enumerate(members[number].cells):
        if cell.ditto:
            continue
        below = 0
        for row in members[number + 1 :]:
            if not row.cells[index].ditto:
                break
            below += 1
        cells.append(Cell(index, tuple(map(runs, _lines(cell.text))), 1 + below))
    return tuple(cells)


def _lines(text: str) -> list[str]:
    """Give the lines of a cell of a table file, which may have several."""
    return [line.strip() for line in str(text).split("\n") if line.strip()]
