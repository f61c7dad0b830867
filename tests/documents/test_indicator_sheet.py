"""主要指标表: a column for each date, the rest together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import plain
from generator.documents.indicator_sheet import indicator_sheet
from tests.documents.plans import plan_from
from tests.workspaces import PLAN

if TYPE_CHECKING:
    from pathlib import Path

    from generator.blocks import Table

INDICATORS = """\
indicators:
  绿道长度:
    nature: 约束性
    scope: 市
    figures:
      现状: 100米
      到2025年: 500米
      到2027年:
        value: 1000米
        counting: 累计
  沿江绿道占比:
    base: 绿道长度
    note: 含支线
    figures:
      到2027年: 60%
      每年:
        value: 5%
        scope: 县
  绿道宽度: 3米
"""
TEXT = (
    PLAN.partition("indicators:")[0] + INDICATORS + "sections:\n  - title: 目标\n    text: 略。\n"
)


def cells(table: Table) -> list[str]:
    found = []
    for group in table.groups:
        for row in group.rows:
            texts = ["/".join(map(plain, cell.paragraphs)) for cell in row.cells]
            found.append("|".join(texts))
    return found


def test_milestones_have_columns_and_the_rest_stands_together(tmp_path: Path) -> None:
    table = indicator_sheet(plan_from(tmp_path, TEXT))
    heads = [column.heading for column in table.columns]
    assert heads == ["序号", "指标", "层级", "现状", "到2025年", "到2027年", "其他时期", "属性"]
    assert cells(table) == [
        "1|绿道长度|市|100米|500米|1000米（累计）||约束性",
        "2|沿江绿道占比||||60%|每年：5%（县）|",
        "3|绿道宽度|||||3米|",
    ]
    assert table.notes == ("注：2.占绿道长度，含支线。",)
    assert table.wide


def test_columns_that_would_be_empty_are_left_out(tmp_path: Path) -> None:
    table = indicator_sheet(plan_from(tmp_path, PLAN))
    assert [column.heading for column in table.columns] == ["序号", "指标", "到2027年"]
    assert not table.wide
