"""planpress export: the data of one plan."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from generator.cli import main
from tests.workspaces import PLAN, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with a good and a wrong plan that is the current folder."""
    bare = PLAN[: PLAN.index("indicators:")] + "sections:\n  - title: 目标\n    text: 建设绿道。\n"
    root = write_workspace(tmp_path, {"lvdao": PLAN, "wrong": WRONG_SUM, "bare": bare})
    monkeypatch.chdir(root)
    return root


def test_each_form_has_a_default_name(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "lvdao"]) == 0
    assert main(["export", "plans/lvdao", "--format", "json"]) == 0
    assert main(["export", "lvdao", "--format", "csv"]) == 0
    assert capsys.readouterr().out == (
        "已写入lvdao-tables.xlsx（工作簿）\n"
        "已写入lvdao-data.json（整份规划，供程序使用）\n"
        "已写入lvdao-indicators.csv（指标）\n"
        "已写入lvdao-tasks.csv（任务分工）\n"
    )
    assert load_workbook(workspace / "lvdao-tables.xlsx").sheetnames == ["说明", "指标", "任务分工"]
    assert json.loads((workspace / "lvdao-data.json").read_text("utf-8"))["id"] == "lvdao"


def test_tables_go_into_a_folder(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "lvdao", "--format", "csv", "-o", "数据"]) == 0
    assert sorted(path.name for path in (workspace / "数据").iterdir()) == [
        "lvdao-indicators.csv",
        "lvdao-tasks.csv",
    ]
    assert main(["export", "lvdao", "--format", "csv", "-o", "mkdocs.yml"]) == 2
    assert "请在“-o”后写文件夹" in capsys.readouterr().err


def test_a_figure_says_of_each_what_it_is(workspace: Path) -> None:
    file = workspace / "plans" / "lvdao" / "plan.yaml"
    text = file.read_text("utf-8")
    write(file, text.replace("  沿江绿道长度:\n", "  沿江绿道长度:\n    per: 每个县区\n", 1))
    assert main(["export", "lvdao", "--format", "csv"]) == 0
    assert main(["export", "lvdao", "-o", "a.xlsx"]) == 0
    heads, *rows = csv.reader(
        (workspace / "lvdao-indicators.csv").read_text("utf-8-sig").splitlines()
    )
    assert [row[heads.index("每")] for row in rows] == ["", "每个县区", ""]
    sheet = load_workbook(workspace / "a.xlsx")["指标"]
    assert any("每个县区" in row for row in sheet.values)


def test_a_plan_with_errors_is_not_exported(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "wrong"]) == 1
    assert "没有导出" in capsys.readouterr().err
    assert not list(workspace.glob("*.xlsx"))


def test_a_plan_without_tables_has_no_csv(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert workspace
    assert main(["export", "bare", "--format", "csv"]) == 2
    assert "没有指标、任务分工和表格" in capsys.readouterr().err


def test_an_unknown_form_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert workspace
    assert main(["export", "lvdao", "--format", "pdf"]) == 2
    assert "xlsx" in capsys.readouterr().err
