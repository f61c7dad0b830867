"""T107: deadlines or milestones that are not listed in the order of time."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from generator.checks.deadlines import days_later, last_day
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan

RULE = Rule("T107", "deadlines-out-of-order", "期限没有按先后排列", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every list of deadlines, and at the milestones, the last of which ends the plan."""
    plan = resolved.plan
    frame = plan.period.period if plan.period else None
    yield from _in_order("节点", plan.milestones, frame)
    for step in resolved.steps:
        yield from _in_order(f"{step.where}的期限", step.due, frame)
    if plan.period and plan.milestones:
        yield from _ends_with_plan(plan.milestones[-1], plan.period)


def _in_order(what: str, listed: tuple[StatedPeriod, ...], frame: Period | None) -> Findings:
    for earlier, later in itertools.pairwise(listed):
        late = days_later(earlier, later, frame)
        if late is not None and late >= 0:
            fault = "与它前面的重复" if late == 0 else f"比它前面的{earlier.text}早{late}天"
            message = f"{what}“{later.text}”{fault}"
            related = (Label(earlier.text.span, "前一个"),)
            yield Diagnostic(RULE, message, Label(later.text.span), related, "从早到晚排列")


def _ends_with_plan(last: StatedPeriod, period: StatedPeriod) -> Findings:
    end, day = period.period.end, last_day(last.period, period.period)
    # a milestone beyond the plan is a finding of T102
    if end and day and day < end:
        message = (
            f"最后一个节点“{last.text}”不是规划期{period.text}的末尾，相差{(end - day).days}天"
        )
        related = (Label(period.text.span, "规划期"),)
        hint = "补上规划期末的节点，或改正规划期"
        yield Diagnostic(RULE, message, Label(last.text.span, "最后节点"), related, hint)


CHECK = Check(RULE, find)
