"""What a table's rows tell against each other: labels twice, gaps in numbers, empty cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.decode.rules import EMPTY_CELL, TABLE_SHAPE, UNDECLARED_TOTAL
from generator.diagnostics import Diagnostic, Label
from generator.model.spelling import loose
from generator.model.tables import Holds, TableBody

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.tables import Table, TableColumn, TableRow
    from generator.text import Text

    Columns = tuple[TableColumn, ...]
    Rows = Sequence[TableRow]

_TOTALS: Final = ("合计", "总计", "共计")


def row_faults(table: Table, columns: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Look at all rows of a table together."""
    yield from _labels_twice(table, columns, rows)
    yield from _gaps_in_numbers(columns, rows)
    yield from _undeclared_totals(table, columns, rows)
    yield from _empty_cells(columns, rows)


def _labels_twice(table: Table, columns: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Labels are unique, unless groups tell their rows apart."""
    labelling = TableBody(columns, ()).labelling
    if labelling is None or table.each_group:
        return
    if any(column.holds is Holds.GROUP for column in columns):
        return
    seen: dict[tuple[str, int | None], Text] = {}
    for row in rows:
        cell = row.cells[labelling]
        first = seen.setdefault((row.label, row.part_of), cell.text)
        if first is not cell.text and row.label and not cell.ditto:
            message = f"“{row.label}”有两行"
            hint = "合并成一行；本来是两件事的，改用不同的名称"
            label, related = Label(cell.place, "重复"), (Label(first.place, "第一次"),)
            yield Diagnostic(TABLE_SHAPE, message, label, related, hint)


def _gaps_in_numbers(columns: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Numbers run from 1 without a gap; rows without one do not count."""
    for index, column in enumerate(columns):
        if column.holds is not Holds.NUMBER:
            continue
        numbered = [row.cells[index] for row in rows if row.cells[index].text]
        counted = [cell for cell in numbered if not cell.ditto and cell.text != "-"]
        for wanted, cell in enumerate(counted, start=1):
            if cell.text != str(wanted):
                message = f"序号应为{wanted}，写的是“{cell.text}”"
                hint = "从1起顺着编；合计行的序号空着"
                yield Diagnostic(TABLE_SHAPE, message, Label(cell.place), hint=hint)
                break


def _undeclared_totals(table: Table, columns: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Note rows and columns that are called totals and are not declared to be."""
    counted = sum(column.holds is Holds.FIGURE for column in columns)
    for column in columns if counted > 1 and not table.total_column else ():
        if loose(column.name) in _TOTALS and column.counted and not column.column.formula:
            yield _undeclared(column.column.name, "列", "total_column", "合计列")
    for row in rows if not table.total_row else ():
        cells = zip(row.cells, columns, strict=True)
        words = [cell.text for cell, column in cells if not column.counted and not cell.ditto]
        total = next((word for word in words if loose(word) in _TOTALS), None)
        if total is not None:
            yield _undeclared(total, "行", "total_row", "合计行")


def _undeclared(name: Text, kind: str, key: str, alias: str) -> Diagnostic:
    message = f"没有写明“{name}”是合计{kind}，没有核对"
    hint = f"给表写上“{key}: {name}”（{alias}）；不是各{kind}之和的不用管"
    return Diagnostic(UNDECLARED_TOTAL, message, Label(name.place), hint=hint)


def _empty_cells(columns: Columns, rows: Rows) -> Iterator[Diagnostic]:
    """Note what is empty in columns that are filled elsewhere."""
    for index, column in enumerate(columns):
        cells = [row.cells[index] for row in rows]
        if not column.counted or column.column.blank or not any(cell.text for cell in cells):
            continue
        for row, cell in zip(rows, cells, strict=True):
            if not cell.text:
                message = f"“{row.label or '这一行'}”的“{column.name}”空着"
                hint = "填上数值；没有的写“-”；可以空着的列写“blank: 可”（空缺）"
                yield Diagnostic(EMPTY_CELL, message, Label(cell.place), hint=hint)
