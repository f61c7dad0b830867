"""T102: a year outside the period that the plan is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.model.values import StatedPeriod
    from generator.resolve import ResolvedPlan

RULE = Rule("T102", "year-outside-period", "年份超出规划期")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at milestones, periods of figures and deadlines; the baseline may lie before."""
    plan = resolved.plan
    if plan.period is None or not plan.period.period.years:
        return
    first, last = plan.period.period.years[0], plan.period.period.years[-1]
    before = plan.baseline.period.years[:1] if plan.baseline else ()
    for stated in _periods(plan):
        for year in stated.period.years[:1] + stated.period.years[-1:]:
            if not first <= year <= last and year not in before:
                message = f"“{stated.text}”不在规划期{plan.period.text}之内"
                hint = f"年份应在{first}年至{last}年之间；基期写在“baseline”（基期）"
                related = (Label(plan.period.text.span, "规划期"),)
                yield Diagnostic(RULE, message, Label(stated.text.place), related, hint)
                break


def _periods(plan: DocumentContent) -> Iterator[StatedPeriod]:
    yield from plan.milestones
    for indicator in plan.indicators:
        for entry in indicator.figures:
            if entry.period:
                yield entry.period
    for task in plan.tasks:
        yield from task.due
        for goal in task.goals:
            yield from goal.due


CHECK = Check(RULE, find)
