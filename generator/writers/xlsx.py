"""Tables as a workbook for Excel and WPS: a sheet a table, ready to filter and to print."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from generator.source import display_width
from generator.writers.docx_package import zipped

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.documents.data_sheets import Sheet, Value

ABOUT: Final = "说明"
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]+")
_NARROWEST, _WIDEST = 8, 48
_MOST_UPRIGHT: Final = 6
"""Tables with more columns are printed on landscape pages."""
_A4: Final = 9
_MOST_CHARACTERS: Final = 32767
_DATE: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED_DATE: Final = rb"\g<1>1980-01-01T00:00:00Z"
_LINE: Final = Side(style="thin", color="FFBFBFBF")
_GRID: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FORMULA_SIGNS: Final = "=+-@＝＋－＠'"
_HEAD_FONT: Final = Font(name="宋体", size=11, bold=True)
_FONT: Final = Font(name="宋体", size=11)
_TEXT: Final = "规划正文"
_HEAD: Final = "规划表头"
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet of a workbook says.

    Attributes:
        title: what the workbook is.
        facts: what is known of it, each under its name.
        banner: printed above every page (samples say what they are), or "".
    """

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    banner: str = ""


def write_xlsx(cover: Cover, sheets: tuple[Sheet, ...]) -> bytes:
    """Write a workbook; the same tables give the same bytes."""
    book = Workbook()
    # a new workbook opens with one sheet
    first = book.worksheets[0]
    names = _sheet_names(sheets)
    _add_looks(book)
    _write_cover(first, cover, dict(zip(names, sheets, strict=True)))
    for sheet, name in zip(sheets, names, strict=True):
        _write_sheet(book.create_sheet(name), sheet, cover)
    book.properties.title = cover.title
    book.properties.creator = ""
    stream = BytesIO()
    book.save(stream)
    return _without_time(stream)


def _without_time(stream: BytesIO) -> bytes:
    """Take the time of writing out of a workbook."""
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    core = "docProps/core.xml"
    return zipped({**parts, core: _DATE.sub(_FIXED_DATE, parts[core])})


def _sheet_names(sheets: tuple[Sheet, ...]) -> list[str]:
    """Name the sheets as Excel takes it: short, without some marks, each name once."""
    taken = {ABOUT}
    names = []
    for sheet in sheets:
        plain = _NOT_IN_NAMES.sub("", sheet.title).strip("' ")[:_LONGEST_NAME] or "表"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: _LONGEST_NAME - len(str(number)) - 1]}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _add_looks(book: Workbook) -> None:
    """Name the looks of cells: cells of one name share it."""
    for name, font, fill in (
        (_TEXT, _FONT, PatternFill()),
        (_HEAD, _HEAD_FONT, PatternFill("solid", fgColor="FFF2F2F2")),
    ):
        book.add_named_style(
            NamedStyle(name, font=font, fill=fill, border=_GRID, alignment=_WRAPPED)
        )


def _write_cover(page: Worksheet, cover: Cover, sheets: dict[str, Sheet]) -> None:
    page.title = ABOUT
    lines: list[tuple[Value, ...]] = [("标题", cover.title)]
    lines += [("样例", cover.banner)] if cover.banner else []
    lines += cover.facts
    for name, sheet in sheets.items():
        lines.append((f"工作表“{name}”", f"{len(sheet.rows)}行"))
        lines += [("表注", note) for note in sheet.notes]
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            _fill(page, row, column, value, _HEAD if column == 1 else _TEXT)
    page.column_dimensions["A"].width = 24
    page.column_dimensions["B"].width = 72
    _set_up_page(page, cover, is_wide=False)


def _write_sheet(page: Worksheet, sheet: Sheet, cover: Cover) -> None:
    labels = [column.label for column in sheet.columns]
    for column, label in enumerate(labels, start=1):
        _fill(page, 1, column, label, _HEAD)
    for row, values in enumerate(sheet.rows, start=2):
        for column, value in enumerate(values, start=1):
            _fill(page, row, column, value, _TEXT)
    for index, label in enumerate(labels):
        width = _width([label, *(row[index] for row in sheet.rows)])
        page.column_dimensions[get_column_letter(index + 1)].width = width
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.auto_filter.ref = f"A1:{get_column_letter(len(labels))}{len(sheet.rows) + 1}"
    _set_up_page(page, cover, is_wide=len(labels) > _MOST_UPRIGHT)


def _fill(page: Worksheet, row: int, column: int, value: Value, look: str) -> None:
    """Set a cell to a number, or to text even if it looks like a formula."""
    # no cell of ours is merged
    cell = cast("Cell", page.cell(row, column))
    cell.style = look
    if isinstance(value, Decimal):
        cell.value = value
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_MOST_CHARACTERS]
        cell.data_type = "s"
        # says to Excel that what looks like a formula stays text when it is edited
        if value[0] in _FORMULA_SIGNS:
            cell.quotePrefix = True


def _width(values: list[Value]) -> float:
    """Give a width in half-width characters that shows the longest line, within limits."""
    lines = [line for value in values for line in str(value).split("\n")]
    return min(max(_NARROWEST, *(display_width(line) + 2 for line in lines)), _WIDEST)


def _set_up_page(page: Worksheet, cover: Cover, *, is_wide: bool) -> None:
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape" if is_wide else "portrait"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    head = _plain_head(f"{cover.title}　{cover.banner}".strip())
    page.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(head))
    page.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("第&P页，共&N页"))


def _plain_head(text: str) -> str:
    """Write text into the head of a page, in which & begins a command."""
    return text.replace("&", "&&")[:200]
