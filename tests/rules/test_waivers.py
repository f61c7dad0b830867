"""Waivers: the rule, the place and the exact words, or they do not hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.pipeline.analysis import analyze
from tests.rules.workspace import analyzed, standard_head, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report

PLAN = """\
projects:
  - title: 疾病防控工程
    text: |
      先做培训。
      从预防、监测、救治四个环节发力。
  - title: 急救提升工程
    text: 从预防、监测、救治四个环节发力。
"""
HEAD = standard_head("plan.yaml", "")
QUOTE = "预防、监测、救治四个"


def waiver(at: str, quote: str = QUOTE, rule: str = "C101") -> str:
    return f"""\
  - rule: {rule}
    at: {at}
    quote: {quote}
    reason: 原文如此
    approved_by: 甲科
"""


def reported(root: Path, *waivers: str, plan: str = PLAN) -> Report:
    listed = f"waivers:\n{''.join(waivers)}" if waivers else ""
    return analyzed(root, plan + listed).report


def codes(report: Report) -> list[str]:
    return [d.rule.code for d in report.diagnostics if d.rule.code != "D101"]


BOTH = (waiver("疾病防控工程"), waiver("急救提升工程"))


TERM = waiver("projects") + "    until: 到2025年6月\n"


@pytest.mark.parametrize(
    ("day", "issued", "found"),
    [
        (None, "", []),
        (date(2025, 6, 30), "", []),
        (date(2025, 7, 1), "", ["C101", "C101", "R109"]),
        (None, "date_of_issue: 2025年6月30日\n", []),
        (None, "date_of_issue: 2025年7月1日\n", ["C101", "C101", "R109"]),
        (date(2025, 6, 1), "date_of_issue: 2025年7月1日\n", []),
    ],
)
def test_a_waiver_ends_with_its_term_by_the_day_asked_about_or_of_issue(
    tmp_path: Path, day: date | None, issued: str, found: list[str]
) -> None:
    reported(tmp_path, TERM, plan=f"{PLAN}{issued}")
    report = analyze(tmp_path, day).report
    assert codes(report) == found
    assert {waived.until for waived in report.waived} == (set() if found else {"到2025年6月"})


def test_another_waiver_may_go_on_where_one_ended(tmp_path: Path) -> None:
    reported(tmp_path, TERM, waiver("projects"))
    report = analyze(tmp_path, date(2026, 1, 1)).report
    assert codes(report) == ["R109"]
    assert len(report.waived) == 2


def test_without_a_waiver_both_stand(tmp_path: Path) -> None:
    report = reported(tmp_path)
    assert codes(report) == ["C101", "C101"]
    assert report.waived == ()


@pytest.mark.parametrize(
    "at",
    [
        *(
            "projects/疾病防控工程/text",
            "projects/疾病防控工程",
            "疾病防控工程",
            "疾病防控工程/text",
        ),
        *("重点工程/疾病防控工程/正文", "projects / 疾病防控工程 / text"),
    ],
)
def test_a_waiver_takes_one_finding_out_by_any_part_of_its_route(tmp_path: Path, at: str) -> None:
    report = reported(tmp_path, waiver(at))
    assert codes(report) == ["C101"]
    (waived,) = report.waived
    assert (waived.reason, waived.approved_by) == ("原文如此", "甲科")
    assert "疾病防控工程" in waived.diagnostic.message


def test_a_waiver_on_the_whole_list_takes_every_such_finding(tmp_path: Path) -> None:
    report = reported(tmp_path, waiver("projects"))
    assert codes(report) == []
    assert len(report.waived) == 2


@pytest.mark.parametrize(
    "other",
    [
        waiver("疾病防控工程", rule="C102"),
        waiver("疾病防控工程", quote="预防、监测、救治"),
        waiver("疾病防控工程", quote="预防、监测、救治三个"),
        waiver("疾病防控工程", quote="从预防、监测、救治四个环节"),
        waiver("text/疾病防控工程"),
        waiver("measures/疾病防控工程"),
        waiver("疾病防控"),
    ],
)
def test_another_rule_place_or_wording_waives_nothing(tmp_path: Path, other: str) -> None:
    report = reported(tmp_path, other)
    assert codes(report) == ["C101", "C101", "R109"]
    assert report.waived == ()


def test_a_change_of_the_text_ends_the_waiver_and_the_report_quotes_what_stands_there(
    tmp_path: Path,
) -> None:
    report = reported(tmp_path, *BOTH, plan=PLAN.replace("救治四个", "救治五个", 1))
    assert codes(report) == ["C101", "R109"]
    assert "“预防、监测、救治五个”" in report.diagnostics[-1].hint
    assert len(report.waived) == 1


def test_a_cured_text_leaves_the_waiver_unused(tmp_path: Path) -> None:
    report = reported(tmp_path, *BOTH, plan=PLAN.replace("救治四个", "救治三个", 1))
    assert codes(report) == ["R109"]
    assert QUOTE not in report.diagnostics[-1].hint


def test_line_breaks_of_the_text_and_quotation_marks_do_not_matter(tmp_path: Path) -> None:
    plan = """\
projects:
  - title: 防控工程
    text: |
      从预防、监测、
      救治四个环节发力。
"""
    report = reported(tmp_path, waiver("防控工程", quote="“预防”、监测、救治 四个"), plan=plan)
    assert codes(report) == []
    assert len(report.waived) == 1


def test_a_key_at_the_start_of_an_entry_belongs_to_that_entry(tmp_path: Path) -> None:
    plan = """\
units:
  甲站:
    short: 乙站
  乙站:
    short: 丙站
"""
    assert codes(reported(tmp_path, plan=plan)) == ["R101"]
    assert codes(reported(tmp_path, waiver("units/甲站", "乙站", "R101"), plan=plan)) == [
        "R101",
        "R109",
    ]
    assert codes(reported(tmp_path, waiver("units/乙站", "乙站", "R101"), plan=plan)) == []


@pytest.mark.parametrize("at", ["indicators/床位", "指标/床位/数值", "indicators/床位/figures"])
def test_a_route_is_the_same_in_both_languages(tmp_path: Path, at: str) -> None:
    plan = """\
指标:
  床位:
    数值:
      到2025年: 500张
      到2027年: 400张
"""
    report = reported(tmp_path, waiver(at, "400张", "T101"), plan=plan)
    assert codes(report) == []
    assert len(report.waived) == 1


def test_a_waiver_reaches_a_file_split_off(tmp_path: Path) -> None:
    plan = f"{HEAD}waivers:\n{waiver('projects/防控工程')}"
    projects = f"- title: 防控工程\n  text: 从{QUOTE}环节发力。\n"
    files = {
        "plans/sample/plan.yaml": plan.encode(),
        "plans/sample/projects.yaml": projects.encode(),
    }
    report = workspace(tmp_path, files).report
    assert codes(report) == []
    assert len(report.waived) == 1


def test_a_waiver_in_one_plan_does_not_reach_another(tmp_path: Path) -> None:
    report = workspace(
        tmp_path,
        {
            "plans/a/plan.yaml": f"{HEAD}waivers:\n{waiver('projects')}".encode(),
            "plans/b/plan.yaml": (HEAD + PLAN).encode(),
        },
    ).report
    assert codes(report) == ["R109", "C101", "C101"]
