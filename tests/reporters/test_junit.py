"""The report as JUnit XML."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.checks import ALL_RULES
from generator.diagnostics import Severity
from generator.reporters import Outcome, render_junit
from tests.reporters.samples import KEPT, OUTCOME, PLAN, SCRIPT


def suites(outcome: Outcome) -> list[etree._Element]:
    return list(etree.fromstring(render_junit(outcome).encode()))


def case(suite: etree._Element, code: str) -> etree._Element:
    (found,) = [one for one in suite if str(one.attrib["name"]).startswith(code)]
    return found


def test_every_plan_is_a_suite_and_every_rule_a_case() -> None:
    plan, lone, registry = suites(OUTCOME)
    assert [plan.attrib["name"], lone.attrib["name"]] == [f"甲市规划{SCRIPT}", "乙城规划"]
    assert (len(plan), len(lone)) == (len(ALL_RULES), len(ALL_RULES))
    assert [one.attrib["name"] for one in registry] == ["S101 不认识的键"]
    root = plan.getparent()
    assert root is not None
    assert (root.attrib["tests"], root.attrib["failures"]) == (str(2 * len(ALL_RULES) + 1), "2")
    assert [suite.attrib["failures"] for suite in (plan, lone, registry)] == ["1", "0", "1"]


def test_a_case_tells_what_its_rule_found() -> None:
    plan, lone, _ = suites(OUTCOME)
    (failure,) = case(plan, "A101")
    assert (failure.tag, failure.attrib["type"]) == ("failure", "error")
    assert str(failure.text).splitlines()[1:] == [
        "  plans/a/plan.yaml:4:7 分项",
        "  plans/a/名额.xlsx 工作表“表1”AB3格 名额",
        "  建议: 核对口径",
    ]
    (warned,) = case(plan, "A104")
    assert warned.tag == "system-out"
    assert str(warned.text).startswith("plans/a/名额.xlsx 工作表“表1”B2格: 警告 A104 合计")
    (kept,) = case(plan, "C101")
    assert str(kept.text).splitlines() == [
        f"{KEPT.diagnostic.primary.place}: 已豁免 C101 报三项，实列四项",
        f"  理由: 原文如此{SCRIPT}（批准：样例编写组）",
    ]
    (note,) = case(lone, "D101")
    assert str(note.text) == "plans/乙 城.yaml:1:1: 提示 D101 没有主送机关\ufffd"
    assert len(case(plan, "T101")) == 0


def test_a_case_fails_exactly_if_the_run_does() -> None:
    plan, lone, _ = suites(replace(OUTCOME, fail_on=Severity.NOTE))
    assert [one.attrib["type"] for one in plan.iter("failure")] == ["error", "warning"]
    assert [one.attrib["type"] for one in lone.iter("failure")] == ["note"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    outcome = replace(OUTCOME, titles={PLAN.path: "甲\x00\x0b\ufffe乙"})
    assert suites(outcome)[0].attrib["name"] == "甲\ufffd\ufffd\ufffd乙"
