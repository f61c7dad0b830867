"""planpress docx --unit and --all-units: what each unit has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from generator.cli import main
from tests.workspaces import PLAN, UNITS, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

RIVER = PLAN.replace("绿道", "河道")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with two plans that is the current folder."""
    root = write_workspace(tmp_path, {"lvdao": PLAN, "hedao": RIVER})
    write(root / "plans" / "units.yaml", f"{UNITS}  示例市民政局:\n    kind: 机关\n")
    monkeypatch.chdir(root)
    return root


def cells(path: Path) -> str:
    tables = Document(str(path)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("name", ["市水务局", "示例市水务局"])
def test_a_unit_is_found_by_each_of_its_names(
    workspace: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["docx", "lvdao", "--unit", name]) == 0
    file = "lvdao-任务清单-示例市水务局.docx"
    assert capsys.readouterr().out == f"已写入{file}（市水务局任务清单）\n"
    assert "建成沿江绿道600米" in cells(workspace / file)


def test_without_a_plan_the_list_goes_over_all(workspace: Path) -> None:
    assert main(["docx", "--unit", "市水务局", "-o", "out.docx"]) == 0
    text = cells(workspace / "out.docx")
    assert "建成沿江绿道600米" in text
    assert "建成沿江河道600米" in text


def test_a_secret_plan_has_its_own_list_only(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = RIVER.replace("period:", "secrecy_level: 秘密★1年\nperiod:", 1)
    write(workspace / "plans" / "hedao" / "plan.yaml", secret)
    assert main(["docx", "--unit", "市水务局", "-o", "all.docx"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "hedao有密级，没有并入；要它的清单，请写明这份规划"
    assert "河道" not in cells(workspace / "all.docx")
    assert main(["docx", "hedao", "--unit", "市水务局", "-o", "own.docx"]) == 0
    own = Document(str(workspace / "own.docx"))
    assert own.paragraphs[0].text == "秘密★1年"


def test_every_unit_with_a_duty_gets_its_list(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docx", "lvdao", "--all-units"]) == 0
    assert main(["docx", "--all-units", "-o", "全部"]) == 0
    assert capsys.readouterr().out == (
        "已写入lvdao-任务清单：2个单位的任务清单\n已写入全部：2个单位的任务清单\n"
    )
    for folder in ("lvdao-任务清单", "全部"):
        names = sorted(path.name for path in (workspace / folder).iterdir())
        assert names == ["任务清单-示例市园林局.docx", "任务清单-示例市水务局.docx"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["lvdao", "--unit", "市民政局"], "单位“市民政局”没有登记。是不是“示例市民政局”？"),
        (["lvdao", "--unit", "示例市民政局"], "“示例市民政局”在这份规划里没有任务，没有导出"),
        (["--unit", "示例市民政局"], "“示例市民政局”在全部规划里没有任务，没有导出"),
        (["缺", "--unit", "市水务局"], "没有“缺”这份规划。已有：hedao、lvdao"),
        (
            ["lvdao", "--all-units", "-o", "mkdocs.yml"],
            "“mkdocs.yml”是一个文件。请在“-o”后写文件夹",
        ),
        (["--all-units", "-o", "无/a"], "没有“无”这个文件夹。请先建好，或换一个位置"),
    ],
)
def test_what_cannot_be_done_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["docx", *arguments]) == 2
    assert capsys.readouterr().err == f"错误：{message}\n"
    assert not list(workspace.glob("**/*.docx"))


def test_a_plan_without_any_unit_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "plans" / "bare" / "plan.yaml", PLAN.partition("projects:")[0])
    assert main(["docx", "bare", "--all-units"]) == 2
    assert capsys.readouterr().err.startswith("错误：没有一个单位有任务，没有导出。")


def test_a_name_of_several_registers_must_be_made_clear(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = f"{PLAN}units:\n  示例市水务局:\n    short: 市水务局\n"
    write(workspace / "plans" / "other" / "plan.yaml", own)
    assert main(["docx", "--unit", "市水务局"]) == 2
    assert capsys.readouterr().err == (
        "错误：叫“市水务局”的单位有几个：示例市水务局（plans/units.yaml）、"
        "示例市水务局（plans/other/plan.yaml）。请写全称，或者写明是哪份规划\n"
    )
    assert main(["docx", "lvdao", "--unit", "市水务局"]) == 0


def test_errors_of_the_plan_stop_its_list_and_those_of_any_plan_the_list_over_all(
    workspace: Path,
) -> None:
    write(workspace / "plans" / "wrong" / "plan.yaml", WRONG_SUM)
    assert main(["docx", "wrong", "--unit", "市水务局"]) == 1
    assert main(["docx", "--all-units"]) == 1
    assert main(["docx", "lvdao", "--unit", "市水务局"]) == 0
