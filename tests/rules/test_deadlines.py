"""Days, lengths of time, and how deadlines are put side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.checks.deadlines import days_later, end_of, last_day, latest, plus_months
from generator.diagnostics import Severity
from generator.model.values import StatedPeriod
from generator.quantity import Verdict, parse_period
from generator.source import Span
from generator.text import Text
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.quantity import Period


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def stated(text: str) -> StatedPeriod:
    return StatedPeriod(Text.on_line(text, Span("plan.yaml", 1, 1, 1, 1)), period(text))


FRAME = period("2023年3月—2027年6月")


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2024, 1, 31)),
        (1, date(2024, 2, 29)),
        (13, date(2025, 2, 28)),
        (-1, date(2023, 12, 31)),
        (12 * 7975, date(9999, 1, 31)),
        (12 * 7976, None),
    ],
)
def test_months_are_added_within_the_calendar(months: int, expected: date | None) -> None:
    assert plus_months(date(2024, 1, 31), months) == expected


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (3, "年", date(2025, 12, 31)),
        (3, "学年", date(2025, 12, 31)),
        (1, "学期", date(2023, 6, 30)),
        (2, "个月", date(2023, 2, 28)),
        (2, "周", date(2023, 1, 14)),
        (30, "天", date(2023, 1, 30)),
        (30, "个工作日", None),
        (10**9, "天", None),
        (10**9, "年", None),
    ],
)
def test_a_length_of_time_ends_on_a_day(count: int, unit: str, expected: date | None) -> None:
    assert end_of(date(2023, 1, 1), count, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年", date(2025, 12, 31)),
        ("三年内", date(2026, 2, 28)),
        ("规划期内", date(2027, 6, 30)),
        ("规划期末", date(2027, 6, 30)),
        ("每年", None),
        ("开班前10天", None),
        ("2024年起", None),
    ],
)
def test_the_last_day_of_a_period(text: str, expected: date | None) -> None:
    assert last_day(period(text), FRAME) == expected


def test_without_a_frame_some_periods_have_no_last_day() -> None:
    assert last_day(period("三年内"), None) is None
    assert last_day(period("规划期内"), None) is None
    assert latest((stated("每年"), stated("三年内")), None) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("到2025年", "到2024年", 365),
        ("到2024年", "到2025年", -365),
        ("每年6月底前", "每年4月底前", 61),
        ("每年6月底前", "到2024年", None),
        ("每年", "每学年", None),
        ("每年", "每年", None),
    ],
)
def test_deadlines_are_compared_where_that_is_certain(
    one: str, other: str, expected: int | None
) -> None:
    assert days_later(stated(one), stated(other), FRAME) == expected


def of(root: Path, piece: str, code: str) -> list[Diagnostic]:
    return [d for d in analyzed(root, piece).report.diagnostics if d.rule.code == code]


def round_of(length: str, *, limit: str = "到2025年", more: str = "") -> str:
    return f"indicators:\n  甲:\n    takes: {length}\n    figures:\n      {limit}: 3名\n{more}"


@pytest.mark.parametrize(
    ("length", "found", "verdict"),
    [
        ("4年", [Severity.ERROR], Verdict.FAILS),
        ("3年", [Severity.NOTE], Verdict.HOLDS),
        ("36个月", [Severity.NOTE], Verdict.HOLDS),
        ("37个月", [Severity.ERROR], Verdict.FAILS),
        ("1096天", [Severity.NOTE], Verdict.HOLDS),
        ("1097天", [Severity.ERROR], Verdict.FAILS),
        ("2年", [], Verdict.HOLDS),
        ("3年左右", [], Verdict.UNDETERMINED),
        ("2—4年", [], Verdict.UNDETERMINED),
        ("2年以上", [], Verdict.UNDETERMINED),
        ("4—5年", [Severity.ERROR], Verdict.FAILS),
    ],
)
def test_a_round_is_held_against_its_deadline(
    tmp_path: Path, length: str, found: list[Severity], verdict: Verdict
) -> None:
    report = analyzed(tmp_path, round_of(length)).report
    assert [d.severity for d in report.diagnostics if d.rule.code == "T108"] == found
    assert [r.verdict for r in report.reconciliations if r.rule.code == "T108"] == [verdict]


def test_a_round_is_held_against_the_goal_that_carries_it(tmp_path: Path) -> None:
    piece = """\
indicators:
  甲:
    takes: 2年
    figures: 3名
projects:
  - title: 乙工程
tasks:
  - of: 乙工程
    lead: 甲科
    due: 到2023年
    goals:
      - text: 培养甲3名
        targets: 甲
"""
    (finding,) = of(tmp_path, piece, "T108")
    assert "“乙工程”的建设目标1到2023年" in finding.message
    assert "晚366天" in finding.message


def test_without_a_beginning_no_round_is_counted(tmp_path: Path) -> None:
    report = analyzed(tmp_path, "period: 到2027年\n" + round_of("9年")).report
    assert [r for r in report.reconciliations if r.rule.code == "T108"] == []


def test_an_unknown_round_is_an_unknown_indicator(tmp_path: Path) -> None:
    (finding,) = of(tmp_path, round_of("甲的年限"), "R103")
    assert "甲的年限" in finding.message


ROW = "projects:\n  - title: 乙工程\ntasks:\n  - of: 乙工程\n    lead: 甲科\n    goals:\n"


@pytest.mark.parametrize("name", ["一", "yi", "乙工程", "“乙工程”", "供水"])
def test_what_comes_first_goes_by_text_id_or_title(tmp_path: Path, name: str) -> None:
    piece = f"sections:\n  - title: 供水\n{ROW}      - text: 一\n        id: yi\n"
    piece += f"      - text: 二\n        after: {name}\n"
    assert of(tmp_path, piece, "R104") == []


def test_an_unknown_prerequisite_offers_the_nearest(tmp_path: Path) -> None:
    piece = f"{ROW}      - text: 完成选线\n      - text: 开工\n        after: 完成选址\n"
    (finding,) = of(tmp_path, piece, "R104")
    assert "是不是“完成选线”" in finding.hint


def test_an_id_of_two_goals_is_no_answer(tmp_path: Path) -> None:
    goals = "      - text: 一\n        id: x\n"
    piece = "projects:\n  - title: 甲工程\n  - title: 乙工程\ntasks:\n"
    piece += "".join(
        f"  - of: {name}工程\n    lead: 甲科\n    goals:\n{goals}" for name in ("甲", "乙")
    )
    (finding,) = of(tmp_path, f"{piece}      - text: 三\n        after: x\n", "R101")
    assert "2个目标" in finding.message
    assert len(finding.related) == 2


def test_a_circle_is_reported_once_with_every_link(tmp_path: Path) -> None:
    links = zip("一二三", "二三一", strict=True)
    goals = "".join(f"      - text: {a}\n        after: {b}\n" for a, b in links)
    (finding,) = of(tmp_path, ROW + goals, "T104")
    assert len(finding.related) == 2


def test_a_clause_is_finished_with_the_rows_about_it(tmp_path: Path) -> None:
    piece = f"{ROW}      - text: 一\n        due: 到2026年\n  - of: 丙\n    goals:\n"
    piece += "      - text: 二\n        after: 乙工程\n        due: 到2025年\n        lead: 甲科\n"
    piece += "sections:\n  - title: 丙\n"
    (finding,) = of(tmp_path, piece, "T105")
    assert "晚365天" in finding.message


@pytest.mark.parametrize(("length", "level"), [("原则上4年", "WARNING"), ("必须4年", "ERROR")])
def test_the_hedge_of_a_round_weighs_the_finding(tmp_path: Path, length: str, level: str) -> None:
    piece = round_of("甲的年限", more=f"  甲的年限: {length}\n")
    (finding,) = of(tmp_path, piece, "T108")
    assert finding.severity is Severity[level]


def test_a_date_in_digits_is_reported_once_however_often_it_is_printed(tmp_path: Path) -> None:
    piece = "projects:\n  - title: 甲工程\n    defaults:\n      due: 2026/06/30\n"
    piece += "tasks:\n  - of: 甲工程\n    lead: 甲科\n    due: 2026/06/30\n    goals:\n"
    piece += "      - text: 一\n        due: 2026/06/30\n"
    piece += "tables:\n  - title: 表\n    unit: 张\n    columns: 县区、2026/06/30\n"
    piece += "    rows: |\n      | 甲县 | 40 |\n"
    (finding,) = of(tmp_path, piece, "D105")
    assert finding.severity is Severity.WARNING
    assert len(finding.related) == 3
    assert "“2026年6月30日”" in finding.hint
