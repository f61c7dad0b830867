"""The hint cures what drafters really type: its words, typed instead, leave nothing to report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.diagnostics import Severity
from generator.yaml_nodes import decode_bytes
from tests.rules.workspace import analyzed, standard_head, workspace
from tests.workspaces import write_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

ROW = (
    "projects:\n  - title: 甲\ntasks:\n  - of: 甲\n    goals:\n      - text: 一\n        lead: {}\n"
)
SHOWN = "sections:\n  - title: 一\n    show: projects、tasks\n"
PERIOD = "date_of_issue: {}\n"
FIGURE = "indicators:\n  床位: {}\n"


@pytest.mark.parametrize(
    ("piece", "typed", "cure"),
    [
        (SHOWN + ROW, "市卫生局,市财政局", "市卫生局、市财政局"),
        (SHOWN + ROW, "市卫生局;市财政局", "市卫生局、市财政局"),
        (SHOWN + ROW, "市卫生局 市财政局", "市卫生局、市财政局"),
        (SHOWN + ROW, "市卫生局/市财政局", "市卫生局、市财政局"),
        ("period: {}\n", "2027—2023年", "2023—2027年"),
        ("period: {}\n", "2023-2027", "2023—2027年"),
        (FIGURE, "10 000张", "10000张"),
        (FIGURE, "10　000张", "10000张"),
        (FIGURE, "1，200张", "1200张"),
        (FIGURE, "38OO张", "3800张"),
        (FIGURE, "1.2E+05", "120000"),
        (FIGURE, "(3)", "-3"),
        (FIGURE, "400元/人、天", "400元/人/天"),
        (FIGURE, "400元/人*天", "400元/人/天"),
        (SHOWN + ROW, "市卫生局和市财政局", "市卫生局、市财政局"),
        (SHOWN + ROW, "\n          - 市卫生局、市财政局", "市卫生局、市财政局"),
    ],
)
def test_the_hint_says_what_to_write(tmp_path: Path, piece: str, typed: str, cure: str) -> None:
    found = analyzed(tmp_path / "a", piece.format(typed)).report.at_least(Severity.ERROR)
    assert [re.findall("“([^“”]+)”$", item.hint) for item in found] == [[cure]]
    assert analyzed(tmp_path / "b", piece.format(cure)).report.at_least(Severity.ERROR) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("#REF!", "公式出错"),
        ("####", "列太窄"),
        ("3月4日", "会被表格软件改成日期"),
        ("2024年3月4日", "会被表格软件改成日期"),
        ("￥300", "写成“300元”“300万元”一类"),
        ("第5名", "是次序，不是数值"),
        ("20\n张", "写成“20张”"),
        ("暂定", "没有数的写“-”；这一列本来不是数的"),
        ("'20张", "写成“20张”"),
    ],
)
def test_the_cell_of_a_sheet_is_cured_by_what_it_shows(
    tmp_path: Path, typed: str, said: str
) -> None:
    (found,) = of_table(tmp_path, f'县区,到2025年,到2027年\n合计,30,50\n甲县,"{typed}",50\n')
    assert found.rule.code == "S105"
    assert said in found.hint


@pytest.mark.parametrize(
    ("typed", "cure"), [("市卫生局等", "市卫生局、等"), ("市卫生局等部门", "市卫生局、等")]
)
def test_others_are_named_by_one_word(tmp_path: Path, typed: str, cure: str) -> None:
    (found,) = analyzed(tmp_path, SHOWN + ROW.format(typed)).report.at_least(Severity.ERROR)
    assert found.hint.startswith(f"写成“{cure}”")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2023年2月30日", "没有“2023年2月30日”这一天，核对月和日"),
        ("2023年13月", "月份只有1至12月"),
        ("早日", "写成“到2027年”“2023—2027年”“每学年”一类的时期"),
    ],
)
def test_a_day_that_is_none_is_said_to_be_none(tmp_path: Path, typed: str, hint: str) -> None:
    (found,) = analyzed(tmp_path, PERIOD.format(typed)).report.at_least(Severity.ERROR)
    assert found.hint == hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb18030"])
def test_the_encoding_of_a_file_is_named(encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    _, (found,) = decode_bytes("plan.yaml", mark + "标题: 规划".encode(encoding))
    assert ("UTF-16" if "16" in encoding else "GB18030") in found.message


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--date", "明天"), "请写成“2025-06-30”"),
        (("figures", "plans/units.yaml"), "里没有规划。已有：lvdao"),
    ],
)
def test_a_wrong_argument_is_answered_with_a_right_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(list(arguments)) == 2
    assert said in capsys.readouterr().err


TABLE = """\
tables:
  - id: 名额表
    unit: 名
    indicator: 名额
    total_row: 合计
    columns: 县区、到2025年、到2027年
    data: 名额.csv
"""


def of_table(root: Path, content: str) -> list[Diagnostic]:
    files = {
        "plans/sample/plan.yaml": (standard_head("plan.yaml", TABLE) + TABLE).encode(),
        "plans/sample/名额.csv": content.encode(),
    }
    return list(workspace(root, files).report.at_least(Severity.WARNING))


@pytest.mark.parametrize("mark", [";", "\t", "，"])
def test_columns_that_no_comma_sets_off_are_one_finding(tmp_path: Path, mark: str) -> None:
    lines = ("县区,到2025年,到2027年", "合计,30,50", "甲县,30,50", "")
    assert of_table(tmp_path / "a", "\n".join(lines)) == []
    (found,) = of_table(tmp_path / "b", "\n".join(lines).replace(",", mark))
    assert found.rule.code == "S112"
    assert "CSV UTF-8" in found.hint


def test_figures_that_touch_are_not_said_to_be_nothing_apart(tmp_path: Path) -> None:
    (found,) = of_table(tmp_path, "县区,到2025年,到2027年\n合计,30,50\n甲县,10,20多\n乙县,20,30\n")
    assert found.message == "表“名额表”“到2027年”列合计50名与各格之和超过50名、不足60名不符"
