"""What reporters are tried on: findings in a plan, in a table file and in a registry."""

from __future__ import annotations

from generator.checks import ALL_RULES
from generator.diagnostics import Diagnostic, Label, Reconciliation, Report, Severity, Waived
from generator.quantity import Verdict
from generator.reporters import Outcome
from generator.source import Cell, SourceFile, Span

SCRIPT = "<script>alert(1)</script>"
RULES = {rule.code: rule for rule in ALL_RULES}
PLAN = SourceFile(
    "plans/a/plan.yaml",
    f"format: 1\n指标:\n  骨干教师: 10500名\n  市级: 3800名\n正文: 𠮷{SCRIPT}共有10500名骨干教师\n",
)
LONE = SourceFile("plans/乙 城.yaml", "format: 1\ntitle: 乙\n")
TOTAL = Diagnostic(
    RULES["A101"],
    "合计10500名与分项之和10600名不符：50%,\r相差100名",
    Label(Span(PLAN.path, 3, 9, 3, 15), "合计"),
    (
        Label(Span(PLAN.path, 4, 7, 4, 12), "分项"),
        Label(Cell("plans/a/名额.xlsx", "表1", 3, 28), "名额"),
    ),
    "核对口径",
)
CELL = Diagnostic(
    RULES["A104"],
    f"合计与各格之和不符{SCRIPT}",
    Label(Cell("plans/a/名额.xlsx", "表1", 2, 2), "合计"),
    level=Severity.WARNING,
)
NOTE = Diagnostic(
    RULES["D101"], "没有主送机关\x1b", Label(Span(LONE.path, 1, 1, 2, 3)), level=Severity.NOTE
)
REGISTRY = Diagnostic(RULES["S101"], "不认识的键", Label(Span("plans/units.yaml", 5, 5, 5, 5)))
KEPT = Waived(
    Diagnostic(RULES["C101"], "报三项，实列四项", Label(Span(PLAN.path, 5, 5, 5, 6))),
    f"原文如此{SCRIPT}",
    "样例编写组",
)
RELATION = Reconciliation(
    RULES["A101"],
    f"骨干教师 = 市级{SCRIPT}",
    "10500名",
    "10600名",
    "3800名 + 6800名 = 10600名",
    Verdict.FAILS,
    (TOTAL.primary.place, *(label.place for label in TOTAL.related)),
    "100名",
)
OUTCOME = Outcome(
    Report((TOTAL, CELL, NOTE, REGISTRY), (RELATION,), (KEPT,)),
    {PLAN.path: PLAN, LONE.path: LONE},
    2,
    titles={PLAN.path: f"甲市规划{SCRIPT}", LONE.path: "乙城规划"},
)
