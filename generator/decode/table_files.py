"""Table files beside a plan: CSV and XLSX bytes to rows of located text."""

from __future__ import annotations

import csv
import warnings
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.decode.grid import Grid
from generator.decode.rules import TABLE_SHAPE
from generator.diagnostics import Diagnostic, Label
from generator.source import Cell
from generator.text import Text
from generator.yaml_nodes import decode_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.cell import MergedCell

    AnyCell = WorkbookCell | MergedCell

Read = tuple[Grid | None, tuple[Diagnostic, ...]]

MOST_CELLS: Final = 200_000
TABLE_SUFFIXES: Final = (".csv", ".xlsx")
_HINT: Final = "写规划旁边的文件，例如名额.csv、投资.xlsx#Sheet1"

_SAVE_AGAIN: Final = "在表格软件里另存为“CSV UTF-8（逗号分隔）”，再试一次"
_OTHER_MARKS: Final = {";": "分号", "\t": "制表符", "，": "全角逗号", "；": "全角分号", "|": "竖线"}


class TableFile(NamedTuple):
    """A table file as the plan names it: its path from the plan's folder, and the sheet."""

    path: str
    sheet: str

    @property
    def is_workbook(self) -> bool:
        """Whether it is a workbook; else it is CSV."""
        return not self.path.endswith(".csv")


def table_file(data: Text) -> TableFile | Diagnostic:
    """Take apart the name of a table file; it stays in the plan's folder or below."""
    path, sign, sheet = str(data).partition("#")
    steps = path.replace("\\", "/").split("/")
    fault = ""
    if not path.endswith(TABLE_SUFFIXES):
        fault = f"“{path}”不是.csv或.xlsx文件"
    elif not steps[0] or ":" in path or ".." in steps:
        fault = f"“{path}”不在规划所在的文件夹里"
    elif sign and path.endswith(".csv"):
        fault = "CSV文件没有工作表"
    if fault:
        return Diagnostic(TABLE_SHAPE, fault, Label(data.place), hint=_HINT)
    return TableFile(path, sheet)


def missing_file(data: Text, file: TableFile) -> Diagnostic:
    """Report a table file that is not there."""
    message = f"没有表格文件“{file.path}”"
    return Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=_HINT)


def read_table_file(data: Text, file: TableFile, shown: str, content: bytes) -> Read:
    """Read the bytes of a table file.

    Args:
        data: its name in the plan, for findings about the file as a whole.
        file: the name taken apart.
        shown: its path as shown to users.
        content: its bytes.

    Returns:
        The rows, the first as their head, or None with the reason.
    """
    if file.is_workbook:
        return _read_workbook(data, file.sheet, shown, content)
    return _read_csv(data, shown, content)


def _read_csv(data: Text, shown: str, content: bytes) -> Read:
    source, findings = decode_bytes(shown, content)
    if source is None:
        return None, findings
    mark = _other_delimiter(source.text)
    if mark:
        message = f"这个文件用{mark}分隔各列，应当用半角逗号"
        label = Label(Cell(shown, "", 1, 1))
        return None, (Diagnostic(TABLE_SHAPE, message, label, hint=_SAVE_AGAIN),)
    reader = csv.reader(source.text.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows = list(enumerate(reader, start=1))
    except csv.Error:
        cell = Cell(shown, "", reader.line_num, 1)
        message = "这一行的引号没有成对"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(cell), hint=_SAVE_AGAIN),)
    located = (
        tuple(
            Text.in_cell(value.strip(), Cell(shown, "", number, column))
            for column, value in enumerate(row, start=1)
        )
        for number, row in rows
    )
    return _grid(data, shown, located)


def _other_delimiter(text: str) -> str:
    """Name what sets off the columns of a head without a comma, or ""."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return "" if "," in head else next((n for m, n in _OTHER_MARKS.items() if m in head), "")


def _grid(data: Text, shown: str, rows: Iterable[tuple[Text, ...]]) -> Read:
    """Leave out rows and columns at the edges that are empty; the first row left is the head."""
    filled = [row for row in rows if any(row)]
    if not filled:
        message = f"表格文件“{shown}”是空的"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=_HINT),)
    width = max(number for row in filled for number, text in enumerate(row, start=1) if text)
    head, *body = (
        (*row[:width], *(_beyond(row, number) for number in range(len(row), width)))
        for row in filled
    )
    return Grid(tuple(body), head), ()


def _beyond(row: tuple[Text, ...], number: int) -> Text:
    """Give the empty cell that a row of a CSV file leaves out at its end."""
    cell = row[0].cell
    if cell is None:
        message = "a row of a file stands in cells"
        raise AssertionError(message)
    return Text.in_cell("", cell._replace(column=number + 1))


class _TooLargeError(Exception):
    """A sheet has more cells than any table."""


def _read_workbook(data: Text, sheet: str, shown: str, content: bytes) -> Read:
    try:
        names = _sheet_names(content)
        name = sheet or names[0]
        if name not in names:
            message = f"“{shown}”里没有工作表“{name}”"
            hint = f"已有：{'、'.join(names)}"
            return None, (Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint),)
        written = _sheet_rows(content, name, values=False)
        computed = _sheet_rows(content, name, values=True)
    except _TooLargeError:
        message = f"“{shown}”的工作表超过{MOST_CELLS}格"
        hint = "删去表格之外的空行空列"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint),)
    # a broken file makes openpyxl raise whatever the part at fault happens to raise
    except Exception:  # noqa: BLE001
        message = f"“{shown}”不是能读的XLSX文件"
        hint = "在表格软件里另存为“Excel 工作簿（.xlsx）”"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint),)
    return _sheet_grid(data, Cell(shown, name, 1, 1), written, computed)


def _workbook(content: bytes, *, values: bool) -> Workbook:
    # costs more than reading a plan, and few plans have a workbook
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(BytesIO(content), read_only=True, data_only=values)


def _sheet_names(content: bytes) -> list[str]:
    with warnings.catch_warnings():
        # styles and extensions that it leaves out are nothing to us
        warnings.simplefilter("ignore")
        return _workbook(content, values=True).sheetnames


def _sheet_rows(content: bytes, name: str, *, values: bool) -> list[tuple[AnyCell, ...]]:
    """Read a sheet: what its formulas gave when last saved, or the formulas themselves."""
    rows: list[tuple[AnyCell, ...]] = []
    count = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet = _workbook(content, values=values)[name]
        # the extent that a file states may be smaller than what it holds
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
            rows.append(row)
            count += len(row) + 1
            if count > MOST_CELLS:
                raise _TooLargeError
    return rows


def _sheet_grid(
    data: Text,
    first: Cell,
    written: list[tuple[AnyCell, ...]],
    computed: list[tuple[AnyCell, ...]],
) -> Read:
    findings: list[Diagnostic] = []
    rows: list[tuple[Text, ...]] = []
    for number, pair in enumerate(zip(written, computed, strict=True), start=1):
        texts: list[Text] = []
        for column, (one, other) in enumerate(zip(*pair, strict=True), start=1):
            place = first._replace(row=number, column=column)
            findings += _faults(one, other, place)
            printed = printed_value(other.value, str(other.number_format))
            texts.append(Text.in_cell(printed.strip(), place))
        rows.append(tuple(texts))
    return (None, tuple(findings)) if findings else _grid(data, first.source, rows)


def _faults(written: AnyCell, computed: AnyCell, place: Cell) -> Iterator[Diagnostic]:
    if written.data_type == "f" and computed.value is None:
        message = f"单元格里是公式“{written.value}”，文件里没有它算出的值"
        hint = "在表格软件里打开、重算并保存，或直接写数值"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)
    elif computed.data_type == "e":
        message = f"单元格里的公式出错：{computed.value}"
        hint = "在表格软件里改好并保存"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)


def printed_value(value: object, number_format: str) -> str:
    """Print a cell's value as the sheet shows it: shares as such, no more decimals than kept."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, int | float):
        number = Decimal(str(value))
        percent = number_format.endswith("%")
        digits = f"{(number * 100 if percent else number).normalize():f}"
        return f"{digits}%" if percent else digits
    return str(value)
