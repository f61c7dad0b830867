"""planpress check, as a process and as a call."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.reporters import REPORTERS
from tests.cli.run import planpress
from tests.workspaces import SHOWN_PLAN, UNITS, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = "检查了1份规划：0个错误，0个警告，0个提示；豁免0项；核对4个数量关系，成立4、未定0、矛盾0\n"


def test_a_clean_plan_passes(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path), "check")
    assert (result.returncode, result.stdout, result.stderr) == (0, CLEAN, "")


def test_a_wrong_figure_fails_with_all_its_places(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path, {"lvdao": WRONG_SUM}), "check", "plans/lvdao")
    assert result.returncode == 1
    blocks = result.stdout.split("\n\n")
    message = "“绿道长度”到2027年合计1000米与分项之和900米不符，相差100米"
    assert blocks[0].splitlines() == [
        f"plans/lvdao/plan.yaml:18:15: 错误 A101 {message}",
        "   18 |       到2027年: 1000米",
        "      |                 ^^^^^^ 合计",
        "  plans/lvdao/plan.yaml:21:15:",
        "   21 |       到2027年: 500米",
        "      |                 ----- 分项：沿江绿道长度",
        "  plans/lvdao/plan.yaml:24:15:",
        "   24 |       到2027年: 400米",
        "      |                 ----- 分项：环山绿道长度",
        "  建议: 核对各分项；再看口径是否一处为新增、一处为累计，范围是否相同",
    ]
    assert blocks[1].startswith("plans/lvdao/plan.yaml:21:15: 错误 C102")
    assert "plans/lvdao/plan.yaml:28:30:\n" in blocks[1]
    assert "plans/lvdao/plan.yaml:38:28:\n" in blocks[1]
    assert blocks[2].startswith("检查了1份规划：2个错误，")


def test_json_goes_out_whole(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path, {"lvdao": WRONG_SUM}), "check", "--format", "json")
    data = json.loads(result.stdout)
    assert result.returncode == 1
    assert data["counts"]["error"] == 2
    assert data["diagnostics"][0]["rule"] == "A101"
    assert data["diagnostics"][0]["place"]["line"] == 18


@pytest.mark.parametrize("name", [reporter.name for reporter in REPORTERS])
def test_a_report_goes_to_a_file_in_any_format(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": WRONG_SUM}))
    assert main(["check", "--format", name]) == 1
    shown = capsys.readouterr().out
    assert main(["check", "--format", name, "-o", "报告"]) == 1
    title = next(reporter.title for reporter in REPORTERS if reporter.name == name)
    said, written = capsys.readouterr().out.splitlines()
    assert said.startswith("检查了1份规划：2个错误，")
    assert written == f"已写入报告（{title}）"
    assert (tmp_path / "报告").read_text(encoding="utf-8") == shown
    assert "合计1000米与分项之和900米不符" in shown


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (".", "错误：“.”是文件夹。请在“-o”后写文件名，例如“校核报告.html”"),
        ("无/报告", "错误：没有“无”这个文件夹。请先建好，或换一个位置"),
    ],
)
def test_a_report_that_cannot_be_written_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    target: str,
    message: str,
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(["check", "--format", "html", "-o", target]) == 2
    output = capsys.readouterr()
    assert (output.out, output.err.strip()) == ("", message)


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("note", 1)])
def test_fail_on_sets_what_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: str, code: int
) -> None:
    unfinished = SHOWN_PLAN.replace("document_number: 示水发〔2023〕4号\n", "")
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": unfinished}))
    assert main(["check", "--fail-on", level]) == code


def test_only_what_the_path_refers_to_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path, {"good": SHOWN_PLAN, "wrong": WRONG_SUM})
    write(root / "plans" / "more" / "alone.yaml", SHOWN_PLAN)
    monkeypatch.chdir(root / "plans" / "wrong")
    results = {}
    for path in ("../good", "../good/plan.yaml", ".", "plan.yaml", "../more", "..", "../.."):
        code = main(["check", path])
        results[path] = (code, capsys.readouterr().out.splitlines()[-1].split("：")[0])
    assert results == {
        "../good": (0, "检查了1份规划"),
        "../good/plan.yaml": (0, "检查了1份规划"),
        ".": (1, "检查了1份规划"),
        "plan.yaml": (1, "检查了1份规划"),
        "../more": (0, "检查了1份规划"),
        "..": (1, "检查了3份规划"),
        "../..": (1, "检查了3份规划"),
    }


def test_a_split_off_file_means_its_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    head, rest = WRONG_SUM.split("tasks:\n")
    tasks = rest.partition("attachments:\n")[0]
    root = write_workspace(tmp_path, {"lvdao": head})
    write(root / "plans" / "lvdao" / "tasks.yaml", tasks.replace("\n  ", "\n")[2:])
    monkeypatch.chdir(root)
    assert main(["check", "plans/lvdao/tasks.yaml"]) == 1
    output = capsys.readouterr().out
    assert "plans/lvdao/plan.yaml:18:15: 错误 A101" in output
    assert "plans/lvdao/tasks.yaml:4:26:" in output


def test_the_unit_registry_above_belongs_to_the_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path)
    write(root / "plans" / "units.yaml", UNITS.replace("    kind: 机关\n", "    knd: 机关\n", 1))
    monkeypatch.chdir(root)
    for path in ("plans/lvdao", "plans/units.yaml"):
        assert main(["check", path]) == 1
        assert "plans/units.yaml:5:5: 错误 S101" in capsys.readouterr().out


def test_a_plan_that_cannot_be_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": "format: 1\ntitle: [甲\n"}))
    assert main(["check", "plans/lvdao"]) == 1
    assert capsys.readouterr().out.startswith("plans/lvdao/plan.yaml:")


def test_paths_that_mean_nothing_are_refused_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path / "one")
    other = write_workspace(tmp_path / "two")
    monkeypatch.chdir(root)
    refusals = {}
    for paths in (["无此文件"], [".."], ["pages"], ["mkdocs.yml"], [".", str(other)]):
        assert main(["check", *paths]) == 2
        refusals[paths[-1]] = capsys.readouterr().err
    assert refusals["无此文件"] == "错误：找不到“无此文件”。请检查路径\n"
    assert refusals[".."].startswith("错误：“..”不在工作区里")
    assert "里没有规划。" in refusals["pages"]
    assert "里没有规划。" in refusals["mkdocs.yml"]
    assert "不在同一个工作区里" in refusals[str(other)]


def test_outside_a_workspace_the_way_in_is_told(tmp_path: Path) -> None:
    result = planpress(tmp_path, "check")
    assert result.returncode == 2
    assert result.stderr.startswith("错误：当前文件夹不在工作区里（工作区是同时有mkdocs.yml和plans")


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path)
    (root / "plans" / "folder.yaml").mkdir()
    monkeypatch.chdir(root)
    assert main(["check"]) == 2
    error = capsys.readouterr().err
    assert "folder.yaml”读写不了：它是文件夹，不是文件" in error
    assert "Traceback" not in error


def test_a_reader_that_goes_away_changes_nothing(tmp_path: Path) -> None:
    many = {f"plan{number}": SHOWN_PLAN for number in range(40)}
    process = subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "check", "--format", "json"],
        cwd=write_workspace(tmp_path, many),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    with process.stderr as stream:
        assert stream.read() == b""
    assert process.wait(timeout=60) == 0


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check"],
        cwd=write_workspace(tmp_path),
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert result.stdout.decode("utf-8") == CLEAN


def test_the_same_plans_give_the_same_output(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {"b": WRONG_SUM, "a": WRONG_SUM})
    first, second = (planpress(root, "check", "--format", "json").stdout for _ in range(2))
    assert first == second
    files = [item["place"]["file"] for item in json.loads(first)["diagnostics"]]
    assert files == sorted(files)
