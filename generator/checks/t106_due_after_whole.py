"""T106: a goal or clause that is due later than what it is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.deadlines import days_later, latest
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("T106", "due-after-whole", "期限晚于所在条款的期限")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the deadlines of goals, rows and clauses with those of what they stand in."""
    frame = resolved.plan.period.period if resolved.plan.period else None
    for step in resolved.steps:
        if not step.due or not step.frame:
            continue
        whole = latest(step.frame, frame) or step.frame[-1]
        for due in step.due:
            late = days_later(due, whole, frame)
            if late is not None and late > 0:
                message = (
                    f"{step.where}的期限是{due.text}，所在的条款要在{whole.text}完成，晚{late}天"
                )
                related = (Label(whole.text.span, "所在条款的期限"),)
                hint = "核对两处“due”（时限），改成一致"
                yield Diagnostic(RULE, message, Label(due.text.span, "期限"), related, hint)


CHECK = Check(RULE, find)
