"""Rows of a table before any meaning is given to them, from lines between bars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.decode.rules import TABLE_SHAPE
from generator.diagnostics import Diagnostic, Label
from generator.model.quoting import brief
from generator.model.values import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.text import Text

BAR = "|"
WIDE_BAR = "｜"
DITTO = "〃"
"""As in the cell above."""
_RULE: Final = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")


class Grid(NamedTuple):
    """The cells of a table.

    Attributes:
        rows: the rows with their cells, which may differ in number.
        head: the first row of a file, which names the columns; None for rows in the plan.
    """

    rows: tuple[tuple[Text, ...], ...]
    head: tuple[Text, ...] | None = None


def inline_grid(rows: Text) -> tuple[Grid, tuple[Diagnostic, ...]]:
    """Cut lines such as | 甲县 | 60 | into cells; both outer bars are required."""
    found: list[tuple[Text, ...]] = []
    findings: list[Diagnostic] = []
    for line in (line.trimmed() for line in lines_of(rows)):
        if _RULE.fullmatch(line):
            message = f"“{brief(line)}”不是表里的一行"
            hint = "删去；列名写在“columns”（列）里，行里只写数据，不用横线隔开"
            findings.append(Diagnostic(TABLE_SHAPE, message, Label(line.span), hint=hint))
        elif len(line) > 1 and line.startswith(BAR) and line.endswith(BAR):
            found.append(tuple(_cells(line)))
        elif line:
            message = f"表格的行要以“|”开头、以“|”结尾，这一行是“{line}”"
            hint = "写成“| 甲县 | 60 |”；每行占一行，文字里的竖线用全角“｜”"
            findings.append(Diagnostic(TABLE_SHAPE, message, Label(line.span), hint=hint))
    return Grid(tuple(found)), tuple(findings)


def _cells(line: Text) -> Iterator[Text]:
    start = 1
    while start < len(line):
        end = line.index(BAR, start)
        yield line.part(start, end).trimmed()
        start = end + 1
