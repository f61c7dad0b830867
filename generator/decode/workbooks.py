"""Sheets of XLSX workbooks beside a plan: bytes to rows of located text."""

from __future__ import annotations

import warnings
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from generator.decode.grid import DITTO
from generator.decode.number_formats import printed_value, shows_another_number
from generator.decode.rules import TABLE_SHAPE
from generator.diagnostics import Diagnostic, Label
from generator.source import Cell
from generator.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.cell import MergedCell

    AnyCell = WorkbookCell | MergedCell

Rows = tuple[tuple[Text, ...], ...]

MOST_CELLS: Final = 200_000
_ZIP: Final = b"PK"
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
_NAMESPACE: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LAYOUT: Final = tuple(f"{_NAMESPACE}{name}" for name in ("row", "col", "mergeCell"))


class _TooLargeError(Exception):
    """A sheet has more cells than any table."""


class _Layout(NamedTuple):
    """What a sheet hides, and what it shows as one cell; rows and columns count from 1.

    Attributes:
        rows: the hidden rows.
        columns: the hidden columns, first and last of each stretch.
        covered: the cells below the first of a merged stretch of one column.
    """

    rows: frozenset[int]
    columns: tuple[tuple[int, int], ...]
    covered: frozenset[tuple[int, int]]

    def hides_column(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.columns)


class _Sheet(NamedTuple):
    """A sheet: its formulas, what they gave when last saved, and its layout."""

    written: list[tuple[AnyCell, ...]]
    computed: list[tuple[AnyCell, ...]]
    layout: _Layout


def read_workbook(
    data: Text, sheet: str, shown: str, content: bytes
) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """Read a sheet as it is shown; of merged cells, those below the first repeat it.

    Args:
        data: the name of the file in the plan, for findings about the file as a whole.
        sheet: the name of the sheet; "" for the only one that has anything in it.
        shown: the path as shown to users.
        content: the bytes.

    Returns:
        The rows, none of them if there are findings.
    """
    try:
        with warnings.catch_warnings():
            # styles and extensions that it leaves out are nothing to us
            warnings.simplefilter("ignore")
            name, fault = _chosen(data, sheet, shown, content)
            if fault:
                return (), (fault,)
            read = _sheet(content, name)
    except _TooLargeError:
        message = f"“{shown}”的工作表超过{MOST_CELLS}格"
        return (), (_whole(data, message, "删去表格之外的空行空列"),)
    # a broken file makes openpyxl raise whatever the part at fault happens to raise
    except Exception:  # noqa: BLE001
        return (), (_unreadable(data, shown, content),)
    return _located(Cell(shown, name, 1, 1), read)


def _whole(data: Text, message: str, hint: str) -> Diagnostic:
    return Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint)


def _unreadable(data: Text, shown: str, content: bytes) -> Diagnostic:
    message = f"“{shown}”不是能读的XLSX文件"
    hint = "在表格软件里另存为“Excel 工作簿（.xlsx）”"
    if content and not content.startswith((_ZIP, _OLD_WORKBOOK)):
        message = f"“{shown}”只是文件名以.xlsx结尾，内容不是工作簿"
    if content.startswith(_OLD_WORKBOOK):
        message = f"“{shown}”是旧格式（.xls）或加了密码，读不了"
        hint = f"去掉密码，{hint}；只改文件名不行"
    return _whole(data, message, hint)


def _workbook(content: bytes, *, values: bool) -> Workbook:
    # costs more than reading a plan, and few plans have a workbook
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(BytesIO(content), read_only=True, data_only=values)


def _chosen(data: Text, sheet: str, shown: str, content: bytes) -> tuple[str, Diagnostic | None]:
    """Give the name of the sheet that is meant, or say why none is."""
    sheets = _workbook(content, values=True).worksheets
    names = [str(page.title) for page in sheets]
    if sheet:
        message = f"“{shown}”里没有工作表“{sheet}”"
        fault = _whole(data, message, f"已有：{'、'.join(names)}")
        return sheet, None if sheet in names else fault
    visible = [page for page in sheets if page.sheet_state == "visible"] or sheets
    filled = [str(page.title) for page in visible if _has_content(content, str(page.title))]
    if len(filled) > 1:
        message = f"“{shown}”有{len(filled)}张工作表，没有写用哪一张"
        return "", _whole(data, message, f"写成“{data}#{filled[0]}”；有：{'、'.join(filled)}")
    return (filled or names)[0], None


def _has_content(content: bytes, name: str) -> bool:
    page = _workbook(content, values=True)[name]
    page.reset_dimensions()
    rows = islice(page.iter_rows(), MOST_CELLS)
    return any(cell.value is not None for row in rows for cell in row)


def _sheet(content: bytes, name: str) -> _Sheet:
    return _Sheet(
        _sheet_rows(content, name, values=False),
        _sheet_rows(content, name, values=True),
        _layout(content, name),
    )


def _sheet_rows(content: bytes, name: str, *, values: bool) -> list[tuple[AnyCell, ...]]:
    """Read a sheet: what its formulas gave when last saved, or the formulas themselves."""
    rows: list[tuple[AnyCell, ...]] = []
    count = 0
    sheet = _workbook(content, values=values)[name]
    # the extent that a file states may be smaller than what it holds
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        rows.append(row)
        count += len(row) + 1
        if count > MOST_CELLS:
            raise _TooLargeError
    return rows


def _layout(content: bytes, name: str) -> _Layout:
    """Read what openpyxl leaves out where it reads row by row."""
    from openpyxl.utils import range_boundaries  # noqa: PLC0415  # as above

    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    covered: set[tuple[int, int]] = set()
    sheet = _workbook(content, values=True)[name]
    number = 0
    with sheet._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001  # no public way to a sheet's XML
        for _, element in etree.iterparse(source, tag=_LAYOUT, resolve_entities=False):
            hidden = element.get("hidden") in ("1", "true")
            kind = str(element.tag).removeprefix(_NAMESPACE)
            if kind == "row":
                number = int(element.get("r") or number + 1)
                rows |= {number} if hidden else set()
            elif kind == "col" and hidden:
                columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
            elif kind == "mergeCell":
                left, top, _, bottom = (
                    end or 1 for end in range_boundaries(element.get("ref", "A1"))
                )
                covered |= {(row, left) for row in range(top + 1, min(bottom, MOST_CELLS) + 1)}
            element.clear()
    return _Layout(frozenset(rows), tuple(columns), frozenset(covered))


def _located(first: Cell, sheet: _Sheet) -> tuple[Rows, tuple[Diagnostic, ...]]:
    findings: list[Diagnostic] = []
    rows: list[tuple[Text, ...]] = []
    for number, pair in enumerate(zip(sheet.written, sheet.computed, strict=True), start=1):
        texts: list[Text] = []
        for column, (one, other) in enumerate(zip(*pair, strict=True), start=1):
            place = first._replace(row=number, column=column)
            findings += _faults(one, other, place)
            printed = printed_value(other.value, str(other.number_format)).strip()
            if not printed and (number, column) in sheet.layout.covered:
                printed = DITTO
            texts.append(Text.in_cell(printed, place))
        rows.append(tuple(texts))
    findings += _hidden(first, rows, sheet.layout)
    return (() if findings else tuple(rows)), tuple(findings)


def _hidden(first: Cell, rows: list[tuple[Text, ...]], layout: _Layout) -> Iterator[Diagnostic]:
    """Find what the sheet hides and a document would show."""
    hint = "不要的删去，要印的取消隐藏"
    for number in sorted(layout.rows):
        if number <= len(rows) and any(rows[number - 1]):
            message = f"第{number}行在表格里是隐藏的，印出来就看见了"
            label = Label(first._replace(row=number))
            yield Diagnostic(TABLE_SHAPE, message, label, hint=hint)
    for column in range(1, max(map(len, rows), default=0) + 1):
        filled = any(row[column - 1] for row in rows if len(row) >= column)
        if filled and layout.hides_column(column):
            message = f"第{column}列在表格里是隐藏的，印出来就看见了"
            label = Label(first._replace(column=column))
            yield Diagnostic(TABLE_SHAPE, message, label, hint=hint)


def _faults(written: AnyCell, computed: AnyCell, place: Cell) -> Iterator[Diagnostic]:
    if written.data_type == "f" and computed.value is None:
        message = f"单元格里是公式“{written.value}”，文件里没有它算出的值"
        hint = "在表格软件里打开、重算并保存，或直接写数值"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)
    elif computed.data_type == "e":
        message = f"单元格里的公式出错：{computed.value}"
        hint = "在表格软件里改好并保存"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)
    elif shows_another_number(computed.value, str(computed.number_format)):
        message = f"单元格里是{computed.value}，它的格式显示成缩小了的数"
        hint = "把格式改成“常规”，直接写要印的数和单位，例如“20万元”"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)
