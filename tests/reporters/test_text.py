"""The report for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Label, Reconciliation, Report, Rule, Severity, Waived
from generator.quantity import Verdict
from generator.reporters import Outcome, render_text
from generator.reporters.wording import reason_of
from generator.source import Cell, SourceFile, Span, display_width

SUM = Rule("A101", "sum-of-parts", "合计与分项不符")
PLAN = SourceFile(
    "plans/a/plan.yaml",
    "format: 1\n指标:\n  骨干教师: 10500名\n  市级: 3800名\n正文: 共有10500名骨干教师\n",
)
UNITS = SourceFile("plans/units.yaml", "units:\n  市水务局: {}\n")
SOURCES = {PLAN.path: PLAN, UNITS.path: UNITS}


def finding(primary: Label, *related: Label, hint: str = "") -> Diagnostic:
    return Diagnostic(SUM, "合计10500名与分项之和10600名不符，相差100名", primary, related, hint)


def rendered(*diagnostics: Diagnostic, width: int = 100) -> list[str]:
    return render_text(Outcome(Report(diagnostics), SOURCES, 1, width=width)).splitlines()


def test_a_finding_shows_every_place_with_its_excerpt_and_the_cure() -> None:
    found = finding(
        Label(Span(PLAN.path, 3, 9, 3, 15), "合计"),
        Label(Span(PLAN.path, 4, 7, 4, 12), "分项"),
        Label(Span(UNITS.path, 2, 3, 2, 7), "登记"),
        hint="核对口径",
    )
    assert rendered(found)[:-2] == [
        "plans/a/plan.yaml:3:9: 错误 A101 合计10500名与分项之和10600名不符，相差100名",
        "    3 |   骨干教师: 10500名",
        "      |             ^^^^^^^ 合计",
        "  plans/a/plan.yaml:4:7:",
        "    4 |   市级: 3800名",
        "      |         ------ 分项",
        "  plans/units.yaml:2:3:",
        "    2 |   市水务局: {}",
        "      |   -------- 登记",
        "  建议: 核对口径",
    ]


def test_the_summary_counts_findings_waivers_and_relations() -> None:
    warning = replace(finding(Label(Span(PLAN.path, 3, 9, 3, 15))), level=Severity.WARNING)
    relation = Reconciliation(SUM, "合计", "1", "1", "1 = 1", Verdict.HOLDS)
    report = Report(
        (warning, replace(warning, level=Severity.NOTE)),
        (relation, relation, replace(relation, verdict=Verdict.UNDETERMINED)),
        (Waived(warning, "原文如此", ""),),
    )
    assert render_text(Outcome(report, SOURCES, 2)).splitlines()[-1] == (
        "检查了2份规划：0个错误，1个警告，1个提示；豁免1项；核对3个数量关系，成立2、未定1、矛盾0"
    )


@pytest.mark.parametrize(
    ("approved_by", "until", "shown"),
    [
        ("", "", "原文如此"),
        ("某处", "", "原文如此（批准：某处）"),
        ("", "到2025年", "原文如此（期限：到2025年）"),
        ("某处", "到2025年", "原文如此（批准：某处，期限：到2025年）"),
    ],
)
def test_a_reason_says_who_decided_and_until_when(approved_by: str, until: str, shown: str) -> None:
    waived = Waived(finding(Label(Span(PLAN.path, 3, 9, 3, 15))), "原文如此", approved_by, until)
    assert reason_of(waived) == shown


def test_waived_findings_are_listed_only_when_asked_for() -> None:
    waived = Waived(finding(Label(Span(PLAN.path, 3, 9, 3, 15))), "原文如此", "某处")
    outcome = Outcome(Report(waived=(waived,)), SOURCES, 1)
    assert render_text(outcome).count("\n") == 1
    lines = render_text(replace(outcome, show_waived=True)).splitlines()
    assert lines[0].startswith("plans/a/plan.yaml:3:9: 已豁免 A101 合计10500名")
    assert lines[3] == "  理由: 原文如此（批准：某处）"


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "前" * 200 + "3800名" + "后" * 200
    source = SourceFile("a.yaml", text)
    outcome = Outcome(
        Report((finding(Label(Span("a.yaml", 1, 201, 1, 206), "分项")),)), {"a.yaml": source}, 1
    )
    _, line, marks, *_ = render_text(outcome).splitlines()
    assert display_width(line) <= 100
    assert line.startswith("    1 | …前")
    assert line.endswith("后…")
    before = line.index("3800名")
    assert display_width(line[:before]) == marks.index("^")
    assert marks.endswith("^^^^^^ 分项")


def test_a_span_wider_than_the_terminal_is_cut_too() -> None:
    source = SourceFile("a.yaml", "长" * 300)
    diagnostic = finding(Label(Span("a.yaml", 1, 11, 1, 291), "全文"))
    outcome = Outcome(Report((diagnostic,)), {"a.yaml": source}, 1, width=60)
    lines = render_text(outcome).splitlines()
    assert max(map(display_width, lines[1:4])) <= 60
    assert lines[3] == "      | 全文"


def test_a_label_that_does_not_fit_goes_below() -> None:
    label = "分项：" + "很长的名称" * 8
    lines = rendered(finding(Label(Span(PLAN.path, 5, 7, 5, 13), label)), width=60)
    assert lines[2] == "      |           ^^^^^^^"
    assert lines[3] == f"      | {label}"


def test_a_span_over_lines_says_where_it_ends() -> None:
    lines = rendered(finding(Label(Span(PLAN.path, 4, 3, 5, 4), "全文")))
    assert lines[2] == "      |   ^^^^^^^^^^^^ 全文（至第5行）"


@pytest.mark.parametrize("span", [(3, 1, 3, 1), (3, 99, 3, 99), (6, 1, 6, 1)])
def test_an_empty_span_or_one_past_the_end_gets_one_caret(span: tuple[int, int, int, int]) -> None:
    lines = rendered(finding(Label(Span(PLAN.path, *span))))
    assert lines[2].count("^") == 1


def test_a_place_without_a_line_is_named_without_an_excerpt() -> None:
    cell = Cell("plans/a/名额.xlsx", "Sheet1", 3, 2)
    gone = Span("plans/b/plan.yaml", 1, 1, 1, 1)
    beyond = Span(PLAN.path, 99, 1, 99, 1)
    lines = rendered(finding(Label(cell), Label(gone, "另一处"), Label(beyond)))
    assert lines[:3] == [
        "plans/a/名额.xlsx:Sheet1:3:2: 错误 A101 合计10500名与分项之和10600名不符，相差100名",
        "  plans/b/plan.yaml:1:1: 另一处",
        "  plans/a/plan.yaml:99:1:",
    ]


def test_control_characters_never_reach_the_terminal() -> None:
    source = SourceFile("a.yaml", "名称:\t\x1b[31m红\x07")
    diagnostic = replace(finding(Label(Span("a.yaml", 1, 1, 1, 3), "\x1b[0m")), message="\x1b[2J")
    text = render_text(Outcome(Report((diagnostic,)), {"a.yaml": source}, 1))
    assert not [c for c in text if ord(c) < 32 and c != "\n"]
    assert "名称: \ufffd[31m红\ufffd" in text
