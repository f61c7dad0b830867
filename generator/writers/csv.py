"""A table as CSV that spreadsheets open as it is meant: RFC 4180 with a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.documents.data_sheets import Sheet, Value

# what spreadsheets take for the beginning of a formula, in either width
_FORMULA_SIGNS: Final = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?%?")


def write_csv(sheet: Sheet) -> bytes:
    """Write a table: UTF-8 that Excel recognises, CRLF, no cell that could be a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(formula_safe(column.label) for column in sheet.columns)
    writer.writerows([_written(value) for value in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def formula_safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula; numbers stay."""
    is_formula = text.startswith(_FORMULA_SIGNS) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def _written(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else formula_safe(value)
