"""The hint cures what drafters really type: its words, typed instead, leave nothing to report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.diagnostics import Severity
from generator.yaml_nodes import decode_bytes
from tests.rules.workspace import analyzed
from tests.workspaces import write_workspace

if TYPE_CHECKING:
    from pathlib import Path

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
    ],
)
def test_the_hint_says_what_to_write(tmp_path: Path, piece: str, typed: str, cure: str) -> None:
    found = analyzed(tmp_path / "a", piece.format(typed)).report.at_least(Severity.ERROR)
    assert [re.findall("“([^“”]+)”$", item.hint) for item in found] == [[cure]]
    assert analyzed(tmp_path / "b", piece.format(cure)).report.at_least(Severity.ERROR) == ()


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
