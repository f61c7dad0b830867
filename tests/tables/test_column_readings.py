"""How the heads of tables were read is in the report, and shown when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pipeline.analysis import analyze
from tests.cli.run import planpress
from tests.workspaces import PLAN, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import ColumnReading

TABLE = """\
tables:
  - title: 名额表
    unit: 人
    data: 名额.csv
    columns:
      - name: 情况
        holds: 文字
  - title: 计划表
    columns: [指标, 2025年]
    rows: |
      | 甲 | 3人 |
attachments:
  - title: 工程和任务分工
    show: projects、tasks、名额表、计划表
"""


def write_tables(root: Path) -> Path:
    write_workspace(root, {"lvdao": PLAN + TABLE})
    write(root / "plans/lvdao/名额.csv", "县区,到2025年,情况,备注\n甲县,60,好,\n")
    return root


def columns(root: Path) -> tuple[ColumnReading, ...]:
    return analyze(write_tables(root)).report.columns


def test_every_head_is_reported_with_what_it_was_read_as(tmp_path: Path) -> None:
    assert [
        (c.table, c.column, c.holds, c.inferred, c.period, c.unit) for c in columns(tmp_path)
    ] == [
        ("名额表", "县区", "地区", True, "", ""),
        ("名额表", "到2025年", "数值", True, "到2025年", "人"),
        ("名额表", "情况", "文字", False, "", ""),
        ("名额表", "备注", "备注", True, "", ""),
        ("计划表", "指标", "指标", True, "", ""),
        ("计划表", "2025年", "数值", True, "2025年", ""),
    ]


def test_it_stands_at_the_head_itself(tmp_path: Path) -> None:
    places = [str(column.place) for column in columns(tmp_path)]
    assert places[0] == "plans/lvdao/名额.csv:1:1"
    assert places[4].startswith("plans/lvdao/plan.yaml:")


def test_a_drafter_sees_it_when_asking(tmp_path: Path) -> None:
    root = write_tables(tmp_path)
    shown = planpress(root, "check", "--show-columns").stdout
    assert "表“名额表”各列读作\n  县区：地区，由列名判断\n" in shown
    assert "  到2025年：数值，到2025年，人，由列名判断\n  情况：文字\n" in shown
    assert "读作" not in planpress(root, "check").stdout


def test_only_tables_of_what_was_asked_about_are_shown(tmp_path: Path) -> None:
    root = write_tables(tmp_path)
    write(root / "plans/other/plan.yaml", PLAN.replace("绿道", "步道"))
    assert "读作" not in planpress(root, "check", "plans/other", "--show-columns").stdout
