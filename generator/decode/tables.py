"""Tables to typed cells: quantities with their identity, totals, parts, repeated cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from generator.decode.defined import defined_indicators
from generator.decode.grid import DITTO, WIDE_BAR, inline_grid
from generator.decode.rules import (
    TABLE_SHAPE,
    UNKNOWN_WORD,
    UNREADABLE_QUANTITY,
)
from generator.decode.table_columns import indicator_of, table_columns
from generator.decode.table_faults import row_faults
from generator.decode.unit_hints import quantity_hint, unit_hint
from generator.diagnostics import Diagnostic, Label
from generator.model.document import DocumentContent
from generator.model.figures import Figure, FigureKey
from generator.model.quoting import brief
from generator.model.spelling import loose
from generator.model.tables import Holds, TableBody, TableCell, TableRow
from generator.model.values import StatedQuantity
from generator.quantity import NoValue, Quantity, parse_quantity
from generator.quantity.numerals import CHINESE_NUMERALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.decode.grid import Grid
    from generator.model.tables import Table, TableColumn
    from generator.text import Text

    Load = Callable[[Text], tuple[Grid | None, tuple[Diagnostic, ...]]]

Content = TypeVar("Content", bound=DocumentContent)

_NATURES: Final = ("约束性", "预期性", "定量", "定性")
_PART: Final = re.compile("(?:其中|#)[：:]")
_SECOND: Final = re.compile(r"([^\d０-９]+?)[：:]?(\d.*)")
_QUANTITY_HINT: Final = "写成“120”“120（新增）”“70（实有45）”；没有的写“-”，同上写“〃”"
_NO_NUMBER: Final = re.compile(f"[^\\d０-９{CHINESE_NUMERALS}]*")
_WORDS_HINT: Final = "没有数的写“-”；这一列本来不是数的，在“columns”（列）里写“holds: 文字”（内容）"


def with_tables(content: Content, load: Load) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Read the cells of all tables of a document and of the documents in it.

    Args:
        content: the document as decoded.
        load: reads the table file of a name in the plan.

    Returns:
        The document with filled tables and with the indicators that they define.
    """
    return _with_tables(content, load, content.extra_units)


def _with_tables(
    content: Content, load: Load, extra_units: frozenset[str]
) -> tuple[Content, tuple[Diagnostic, ...]]:
    findings: list[Diagnostic] = []
    tables: list[Table] = []
    for table in content.tables:
        filled, found = _filled(table, load, extra_units)
        tables.append(filled)
        findings += found
    changes: dict[str, object] = {"tables": tuple(tables)}
    defined = tuple(indicator for table in tables for indicator in defined_indicators(table))
    changes["indicators"] = (*content.indicators, *defined)
    if content.encloses:
        inner, found = _with_tables(content.encloses.document, load, extra_units)
        findings += found
        changes["encloses"] = content.encloses.model_copy(update={"document": inner})
    attachments = []
    for attachment in content.attachments:
        own = attachment
        if attachment.document:
            inner, found = _with_tables(attachment.document, load, extra_units)
            findings += found
            own = attachment.model_copy(update={"document": inner})
        attachments.append(own)
    changes["attachments"] = tuple(attachments)
    return content.model_copy(update=changes), tuple(findings)


def _filled(
    table: Table, load: Load, extra_units: frozenset[str]
) -> tuple[Table, tuple[Diagnostic, ...]]:
    grid, findings = _grid(table, load)
    if grid is None:
        return table, findings
    columns, found = table_columns(table, grid)
    reader = _Reader(table, columns, extra_units)
    if columns:
        reader.read(grid)
    rows = tuple(reader.rows)
    body = TableBody(columns, rows, tuple(_figures(table, columns, rows)))
    return table.with_body(body), (*findings, *found, *reader.findings)


def _grid(table: Table, load: Load) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    if table.rows is not None and table.data is None:
        return inline_grid(table.rows)
    if table.data is not None and table.rows is None:
        return load(table.data)
    fault = "既写了“rows”（行）又写了“data”（数据）" if table.rows else "没有行"
    hint = "“rows”（行）和“data”（数据）写其中一个"
    message = f"表格“{table.name}”{fault}"
    return None, (Diagnostic(TABLE_SHAPE, message, Label(table.span), hint=hint),)


class _Reader:
    """Reads the rows of a table from the top, for 〃 and 其中： look back."""

    def __init__(
        self, table: Table, columns: tuple[TableColumn, ...], extra_units: frozenset[str]
    ) -> None:
        self.table, self.columns, self.extra_units = table, columns, extra_units
        self.rows: list[TableRow] = []
        self.findings: list[Diagnostic] = []
        kinds = [column.holds for column in columns]
        self.measure = kinds.index(Holds.MEASURE) if Holds.MEASURE in kinds else None
        self.labelling = TableBody(columns, ()).labelling

    def _fault(self, text: Text, message: str, hint: str) -> None:
        self.findings.append(Diagnostic(TABLE_SHAPE, message, Label(text.place), hint=hint))

    def read(self, grid: Grid) -> None:
        """Read every row that has as many cells as there are columns."""
        units = (self.table.unit, *(column.column.unit for column in self.columns))
        known = [self._check_unit(unit) for unit in units]
        if not all(known):
            return
        names = [column.name for column in self.columns]
        for texts in grid.rows:
            if len(texts) != len(self.columns):
                message = f"这一行有{len(texts)}格，表有{len(self.columns)}列"
                hint = "空着的格也要有“|”；数清各格，或改“columns”（列）"
                if any(WIDE_BAR in text for text in texts):
                    hint = f"分格用半角“|”，全角“{WIDE_BAR}”是文字"
                self._fault(texts[0], message, hint)
            elif [str(text) for text in texts] == names:
                hint = "删去；列名写在“columns”（列）里，行里只写数据"
                self._fault(texts[0], "这一行又写了一遍列名", hint)
            else:
                self.rows.append(self._row(texts))
        self.findings += row_faults(self.table, self.columns, self.rows)
        if self.table.total_row and not any(row.total for row in self.rows):
            message = f"表格“{self.table.name}”没有名为“{self.table.total_row}”的行"
            label = Label(self.table.total_row.place)
            hint = "写合计行的名目，与表里的写法相同"
            self.findings.append(Diagnostic(TABLE_SHAPE, message, label, hint=hint))

    def _row(self, texts: tuple[Text, ...]) -> TableRow:
        measure = self._measure(texts)
        cells = tuple(
            self._cell(column, index, text, measure)
            for index, (column, text) in enumerate(zip(self.columns, texts, strict=True))
        )
        label = str(cells[self.labelling].text) if self.labelling is not None else ""
        # the word of the total row may stand in any cell before the figures, set as 合　计
        words = (loose(c.text) for c, k in zip(cells, self.columns, strict=True) if not k.counted)
        total = bool(self.table.total_row) and loose(self.table.total_row or "") in words
        part = _PART.match(label)
        label = (label[part.end() :].strip() if part else label).replace("\n", "")
        whole = None
        if part:
            whole = next(
                (n for n in reversed(range(len(self.rows))) if self.rows[n].part_of is None), None
            )
        return TableRow(label, cells, total, whole)

    def _measure(self, texts: tuple[Text, ...]) -> str:
        if self.measure is None:
            return ""
        text = str(texts[self.measure])
        if text == DITTO and self.rows:
            text = str(self.rows[-1].cells[self.measure].text)
        return text

    def _cell(self, column: TableColumn, index: int, text: Text, measure: str) -> TableCell:
        if text == DITTO:
            if not self.rows:
                message = "第一行的“〃”上面没有内容"
                hint = "写出内容；“〃”只用在与上一行相同的格"
                self.findings.append(Diagnostic(TABLE_SHAPE, message, Label(text.place), hint=hint))
                return TableCell(text)
            return replace(self.rows[-1].cells[index], ditto=True)
        if not column.counted or not text:
            return self._word(column, text)
        return self._counted(text, measure or column.unit)

    def _word(self, column: TableColumn, text: Text) -> TableCell:
        """Read a cell that is no figure; some columns take certain words only."""
        if column.holds is Holds.NATURE and text not in (*_NATURES, "", "-"):
            message = f"“{text}”不在可选的词之中"
            hint = f"可选：{'、'.join(_NATURES)}"
            self.findings.append(Diagnostic(UNKNOWN_WORD, message, Label(text.place), hint=hint))
        elif column.holds is Holds.MEASURE and text:
            self._check_unit(text)
        return TableCell(text)

    def _check_unit(self, unit: Text | None) -> bool:
        if unit is None or unit == "-" or self._parsed("1", unit) is not None:
            return True
        message = f"不认识的计量单位“{brief(unit)}”"
        hint = f"{unit_hint(unit, self.extra_units)}；也可以写“人”“万元”“%”一类"
        self.findings.append(Diagnostic(UNREADABLE_QUANTITY, message, Label(unit.place), hint=hint))
        return False

    def _parsed(self, text: str, unit: str) -> Quantity | NoValue | None:
        return parse_quantity(text, self.extra_units, default_unit="" if unit == "-" else unit)

    def _counted(self, text: Text, unit: str) -> TableCell:
        quantity = self._parsed(text, unit)
        if isinstance(quantity, NoValue):
            zero = self._parsed("0", unit)
            return TableCell(text, zero=zero if isinstance(zero, Quantity) else None)
        if quantity is None:
            message = f"“{brief(text)}”不是数值"
            label = Label(text.place)
            otherwise = _WORDS_HINT if _NO_NUMBER.fullmatch(text) else _QUANTITY_HINT
            hint = quantity_hint(text, self.extra_units, otherwise)
            self.findings.append(Diagnostic(UNREADABLE_QUANTITY, message, label, hint=hint))
            return TableCell(text)
        second = _SECOND.fullmatch(quantity.note)
        other = self._parsed(second.group(2), unit) if second else None
        stated = StatedQuantity(text, quantity)
        if second is None or not isinstance(other, Quantity):
            return TableCell(text, stated)
        start = text.rindex(second.group(2))
        own = text.part(start, start + len(second.group(2)))
        return TableCell(text, stated, (second.group(1).strip(), StatedQuantity(own, other)))


def _figures(
    table: Table, columns: tuple[TableColumn, ...], rows: tuple[TableRow, ...]
) -> Iterator[tuple[int, int, Figure]]:
    """Give every quantity its identity: indicator, period, place and counting."""
    labelling = TableBody(columns, ()).labelling
    by_row = labelling is not None and columns[labelling].holds is Holds.INDICATOR
    for row_number, row in enumerate(rows):
        for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            if column.holds is not Holds.FIGURE or cell.stated is None or cell.ditto:
                continue
            own = by_row and not column.column.indicator
            place = "" if by_row or row.total else row.label
            key = FigureKey(
                row.label if own else indicator_of(table, column),
                column.when.period if column.when else None,
                place or str(column.column.scope or table.scope or ""),
                str(column.column.counting or table.counting or ""),
            )
            yield row_number, index, Figure(key, cell.stated)
            if cell.second:
                counting, stated = cell.second
                yield row_number, index, Figure(key._replace(counting=counting), stated)
