"""Rows of a table that defines indicators, as indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.figures import FigureEntry, Indicator
from generator.model.tables import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.tables import Table, TableBody, TableCell, TableColumn, TableRow
    from generator.model.values import StatedQuantity
    from generator.text import Text


def defined_indicators(table: Table) -> Iterator[Indicator]:
    """Make an indicator of each row of a table that says so; the total row is none."""
    body = table.body
    labelling = body.labelling
    if not table.defines or labelling is None:
        return
    for row in body.rows:
        label = row.cells[labelling]
        figures = tuple(_entries(body, row))
        if row.label and figures and not (row.total or label.ditto):
            words = len(row.label) + label.text.count("\n")
            name = label.text.part(len(label.text) - words, len(label.text))
            yield _indicator(table, row, name, figures)


def _indicator(
    table: Table, row: TableRow, name: Text, figures: tuple[FigureEntry, ...]
) -> Indicator:
    body = table.body
    whole = None
    if row.part_of is not None and body.labelling is not None:
        whole = body.rows[row.part_of].cells[body.labelling].text
    indicator = Indicator.model_construct(
        name=name,
        figures=figures,
        scope=table.scope,
        counting=table.counting,
        subset_of=whole,
        group=_word(body, row, Holds.GROUP),
        nature=_word(body, row, Holds.NATURE),
        formula=_word(body, row, Holds.FORMULA),
        source=_word(body, row, Holds.SOURCE) or table.source,
        mark=_word(body, row, Holds.MARK),
        note=_word(body, row, Holds.NOTE),
        unit=_word(body, row, Holds.MEASURE) or table.unit,
    )
    indicator._span = name.span  # noqa: SLF001  # the record's own place
    return indicator


def _word(body: TableBody, row: TableRow, kind: Holds) -> Text | None:
    for column, cell in zip(body.columns, row.cells, strict=True):
        if column.holds is kind and cell.text and cell.text != "-":
            return cell.text
    return None


def _entries(body: TableBody, row: TableRow) -> Iterator[FigureEntry]:
    for column, cell in zip(body.columns, row.cells, strict=True):
        if column.holds is not Holds.FIGURE or cell.stated is None:
            continue
        yield _entry(column, cell, cell.stated, column.column.counting)
        if cell.second:
            counting, stated = cell.second
            word = cell.text.part(
                cell.text.index(counting), cell.text.index(counting) + len(counting)
            )
            yield _entry(column, cell, stated, word)


def _entry(
    column: TableColumn, cell: TableCell, stated: StatedQuantity, counting: Text | None
) -> FigureEntry:
    entry = FigureEntry.model_construct(
        period=column.when, value=stated, counting=counting, scope=column.column.scope
    )
    entry._span = cell.text.span  # noqa: SLF001  # the record's own place
    return entry
