"""Table files beside a plan: CSV and XLSX bytes to rows of located text."""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.decode.file_grid import file_grid
from generator.decode.rules import TABLE_SHAPE
from generator.decode.workbooks import read_workbook
from generator.diagnostics import Diagnostic, Label
from generator.source import Cell
from generator.text import Text
from generator.yaml_nodes import decode_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.decode.grid import Grid

    Read = tuple[Grid | None, tuple[Diagnostic, ...]]

TABLE_SUFFIXES: Final = (".csv", ".xlsx")
_HINT: Final = "写规划旁边的文件，例如名额.csv、投资.xlsx#Sheet1"

_WORKBOOK: Final = b"PK\x03\x04"
_SAVE_AGAIN: Final = "在表格软件里另存为“CSV UTF-8（逗号分隔）”，再试一次"
_OTHER_MARKS: Final = {";": "分号", "\t": "制表符", "，": "全角逗号", "；": "全角分号", "|": "竖线"}


class TableFile(NamedTuple):
    """A table file as the plan names it: its path from the plan's folder, and the sheet."""

    path: str
    sheet: str

    @property
    def is_workbook(self) -> bool:
        """Whether it is a workbook; else it is CSV."""
        return not self.path.lower().endswith(".csv")


def table_file(data: Text) -> TableFile | Diagnostic:
    """Take apart the name of a table file; it stays in the plan's folder or below."""
    written, sign, sheet = str(data).partition("#")
    # Windows writes its paths with \\, and its suffixes in either case
    path = written.replace("\\", "/")
    steps = path.split("/")
    fault, hint = "", _HINT
    if path.lower().endswith(".xls"):
        fault = f"“{path}”是旧格式的工作簿"
        hint = "在表格软件里另存为“Excel 工作簿（.xlsx）”，再改这里的文件名"
    elif not path.lower().endswith(TABLE_SUFFIXES):
        fault = f"“{written}”不是.csv或.xlsx文件"
    elif not steps[0] or ":" in path or ".." in steps:
        fault = f"“{written}”不在规划所在的文件夹里"
    elif sign and not TableFile(path, sheet).is_workbook:
        fault = "CSV文件没有工作表"
    if fault:
        return Diagnostic(TABLE_SHAPE, fault, Label(data.place), hint=hint)
    return TableFile(path, sheet)


def missing_file(data: Text, file: TableFile, present: Iterable[str]) -> Diagnostic:
    """Report a table file that is not there; `present` are the names in the plan's folder."""
    tables = sorted(name for name in present if name.lower().endswith(TABLE_SUFFIXES))
    close = get_close_matches(file.path, tables, n=1, cutoff=0.3)
    hint = f"是不是“{close[0]}”？" if close else ""
    if not close and tables:
        hint = f"规划所在的文件夹里有：{'、'.join(tables)}"
    message = f"没有表格文件“{file.path}”"
    return Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint or _HINT)


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
    if not file.is_workbook:
        return _read_csv(data, shown, content)
    rows, findings = read_workbook(data, file.sheet, shown, content)
    return (None, findings) if findings else file_grid(data, shown, rows, is_workbook=True)


def _read_csv(data: Text, shown: str, content: bytes) -> Read:
    first = Label(Cell(shown, "", 1, 1))
    if content.startswith(_WORKBOOK):
        message = "这个文件是工作簿，只是文件名以.csv结尾"
        hint = "把文件名改成.xlsx，“data”（数据）也跟着改；或者另存为CSV"
        return None, (Diagnostic(TABLE_SHAPE, message, first, hint=hint),)
    source, findings = decode_bytes(shown, content)
    if source is None:
        return None, findings
    mark = _other_delimiter(source.text)
    if mark:
        message = f"这个文件用{mark}分隔各列，应当用半角逗号"
        return None, (Diagnostic(TABLE_SHAPE, message, first, hint=_SAVE_AGAIN),)
    rows: list[tuple[Text, ...]] = []
    try:
        # a line ends at LF alone: str.splitlines would end it at U+2028 in a cell too
        for values in csv.reader(io.StringIO(source.text, newline=""), strict=True):
            row = Cell(shown, "", len(rows) + 1, 1)
            rows.append(
                tuple(
                    Text.in_cell(value.strip(), row._replace(column=column))
                    for column, value in enumerate(values, start=1)
                )
            )
    except csv.Error:
        cell = Cell(shown, "", len(rows) + 1, 1)
        message = "从这一行起引号没有成对"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(cell), hint=_SAVE_AGAIN),)
    return file_grid(data, shown, rows, is_workbook=False)


def _other_delimiter(text: str) -> str:
    """Name what sets off the columns of a head without a comma, or ""."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    return "" if "," in head else next((n for m, n in _OTHER_MARKS.items() if m in head), "")
