"""R117: a figure that only the responsibility table states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.uptake import uptake
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("R117", "figure-only-in-table", "数字只在分工表里有", Severity.NOTE)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the figures of the table, where the body of the document states others."""
    found = uptake(resolved)
    stated = {figure.key.indicator for figure in (*found.work, *found.goals)}
    only = {
        figure.key.indicator: figure
        for figure in found.rows
        if figure.key.indicator not in stated | found.tables and not figure.stated.quantity.vague
    }
    if stated and only and found.is_judged:
        first, *others = only.values()
        listed = "、".join(f"“{name}”{figure.stated.text}" for name, figure in only.items())
        message = f"有{len(only)}个数只写在分工表里，正文没有提到：{listed}"
        related = tuple(Label(figure.span, "指标") for figure in others)
        hint = "正文也写上，或说明为什么只列入分工"
        yield Diagnostic(RULE, message, Label(first.span, "指标"), related, hint)


CHECK = Check(RULE, find)
