"""Rows of a table file to a head and a body; what is no table is said in one finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.decode.grid import DITTO, Grid
from generator.decode.rules import TABLE_SHAPE
from generator.diagnostics import Diagnostic, Label
from generator.text import Text
from generator.yaml_nodes import invisible_character
from generator.yaml_nodes.rules import INVISIBLE_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source import Cell

    Row = tuple[Text, ...]
    Read = tuple[Grid | None, tuple[Diagnostic, ...]]

_REMARK: Final = re.compile("(?:注|备注|说明|资料来源|数据来源|单位|制表|制表人|填表人)[：:]")

_NUMBER: Final = re.compile("(?![0-9]{4}年?$)[0-9.,%-]")


_NOTHING_IN_SHEET: Final = (
    "在这张工作表里写上表格；写在别的工作表里的，用“#”指明，例如投资.xlsx#Sheet1"
)
_NOTHING_IN_CSV: Final = "第一行写表头，以下每行写一条，各列用半角逗号分开"


def file_grid(data: Text, shown: str, rows: Sequence[Row], *, is_workbook: bool) -> Read:
    """Leave out rows and columns at the edges that are empty; the first row left is the head.

    Args:
        data: the name of the file in the plan, for findings about the file as a whole.
        shown: its path as shown to users.
        rows: its cells.
        is_workbook: whether they stand in one of several sheets.

    Returns:
        The rows with their head, or None with what keeps them from being a table.
    """
    filled = [row for row in rows if any(row)]
    if not filled:
        hint = _NOTHING_IN_SHEET if is_workbook else _NOTHING_IN_CSV
        message = f"表格文件“{shown}”是空的"
        return None, (Diagnostic(TABLE_SHAPE, message, Label(data.place), hint=hint),)
    findings = tuple(_invisible(filled)) or tuple(_faults(filled))
    if findings:
        return None, findings
    width = _width(filled[0])
    head, *body = ((*row[:width], *_missing(row, width)) for row in filled)
    return Grid(tuple(body), tuple(_on_one_line(text) for text in head)), ()


def _on_one_line(text: Text) -> Text:
    """Take out the line ends that make a head narrow: the name of a column has none."""
    return Text.in_cell(text.replace("\n", ""), _cell(text))


def _width(row: Row) -> int:
    return max((number for number, text in enumerate(row, start=1) if text), default=0)


def _missing(row: Row, width: int) -> Iterator[Text]:
    """Give the empty cells that a row of a CSV file leaves out at its end."""
    for column in range(len(row) + 1, width + 1):
        yield Text.in_cell("", _cell(row[0])._replace(column=column))


def _cell(text: Text) -> Cell:
    if text.cell is None:
        message = "a row of a file stands in cells"
        raise AssertionError(message)
    return text.cell


def _invisible(rows: Sequence[Row]) -> Iterator[Diagnostic]:
    for text in (text for row in rows for text in row):
        name = invisible_character(text.replace("\n", ""))
        if name:
            message = f"格子里有看不见的字符：{name}"
            hint = "删掉这一格重新输入；从网页或Word粘贴来的文字里常有"
            yield Diagnostic(INVISIBLE_CHARACTER, message, Label(text.place), hint=hint)


def _faults(rows: Sequence[Row]) -> Iterator[Diagnostic]:
    """Say what stands where the head should, else what stands outside of the table."""
    head, *body = rows
    width = _width(head)
    written = [text for text in head if text]
    if _stands_above(written, width, body):
        message = f"“{written[0]}”这一行像是表的标题或单位，不像表头"
        hint = "删去表头之上的各行；标题写在规划的“title”（标题）里，单位写在“unit”（单位）里"
        yield Diagnostic(TABLE_SHAPE, message, Label(written[0].place), hint=hint)
        return
    lower = _lower_head(head, body)
    if lower:
        yield lower
        return
    unnamed = [number for number, text in enumerate(head[:width], start=1) if not text]
    if unnamed:
        message = f"表头第{'、'.join(map(str, unnamed))}列没有名称"
        place = head[unnamed[0] - 1].place
        hint = "给每一列写上名称；不要的列删去"
        yield Diagnostic(TABLE_SHAPE, message, Label(place), hint=hint)
        return
    if not body:
        message = "只有表头，没有数据"
        hint = "表头之下每行写一条；还没有数的，先不插入这张表"
        yield Diagnostic(TABLE_SHAPE, message, Label(head[0].place), hint=hint)
    yield from _outside(body, width)


def _stands_above(written: Sequence[Text], width: int, body: Sequence[Row]) -> bool:
    """Whether the first row is a title, a remark as 单位：亿元, or both, in whatever cells."""
    remarks = sum(bool(_REMARK.match(text)) for text in written)
    if len(written) - remarks > 1:
        return False
    is_narrow = any(_width(row) > width for row in body)
    # a word alone over the last column may be its name, a remark may not
    return is_narrow or (remarks > 0 and any(sum(map(bool, row)) > len(written) for row in body))


def _lower_head(head: Row, body: Sequence[Row]) -> Diagnostic | None:
    """Find a second row of the head: words only, and nothing of its own below the first name."""
    below = body[0] if body else ()
    words = [(number, text) for number, text in enumerate(below) if text not in ("", DITTO)]
    is_head = words and words[0][0] > 0 and not any(_NUMBER.match(text) for _, text in words)
    if not is_head or not any(number >= len(head) or not head[number] for number, _ in words):
        return None
    number, lower = words[0]
    upper = next(text for text in reversed(head[: number + 1]) if text)
    message = f"表头有两行：“{upper}”之下又分“{lower}”"
    named = f"{lower}年" if lower.isdigit() else lower
    hint = f"合成一行，每格写成“{upper} > {named}”一类，合并的格拆开；印出来还是两行"
    return Diagnostic(TABLE_SHAPE, message, Label(lower.place), hint=hint)


def _outside(body: Sequence[Row], width: int) -> Iterator[Diagnostic]:
    """Find remarks below the table, and the first cell beyond its last column."""
    beyond: list[Text] = []
    for row in body:
        written = [text for text in row if text]
        if _REMARK.match(written[0]) and len(set(written)) == 1:
            message = f"“{written[0]}”不是表里的一行"
            hint = "从表格文件里删去；表下的注写在规划的“notes”（表注）里"
            yield Diagnostic(TABLE_SHAPE, message, Label(written[0].place), hint=hint)
        elif _width(row) > width:
            beyond.append(next(text for text in row[width:] if text))
    if beyond:
        first, others = beyond[0], len(beyond) - 1
        more = f"；这样的还有{others}行" if others else ""
        message = f"表头只有{width}列，这一行多出“{first}”{more}"
        hint = "给这一列补上表头，或删去；数里不写逗号，例如1200"
        yield Diagnostic(TABLE_SHAPE, message, Label(first.place), hint=hint)
