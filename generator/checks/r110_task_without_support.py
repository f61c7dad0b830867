"""R110: a row of the responsibility table in which no unit supports any goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.content import Task
    from generator.resolve import ResolvedGoal, ResolvedPlan

RULE = Rule("R110", "task-without-support", "整行没有配合单位", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the rows of a table in which other rows have supporting units."""
    if resolved.plan.defaults and resolved.plan.defaults.support:
        return
    with_support = [_names_support(task.task, task.goals) for task in resolved.tasks]
    if not any(with_support):
        return
    for task, supported in zip(resolved.tasks, with_support, strict=True):
        if not supported:
            message = f"分工表第{task.number}行“{task.task.printed_title}”没有配合单位"
            hint = "写上“support”（配合）；确实不需要的，写“support: 无”"
            yield Diagnostic(RULE, message, Label(task.task.of.span), hint=hint)


def _names_support(task: Task, goals: tuple[ResolvedGoal, ...]) -> bool:
    """Count what is written, 无 included: a name that is not registered is another finding."""
    return any(duties.support is not None for duties in (task, *(goal.goal for goal in goals)))


CHECK = Check(RULE, find)
