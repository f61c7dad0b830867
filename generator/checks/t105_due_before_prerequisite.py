"""T105: a goal that is due before what must be finished first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.deadlines import days_later, latest
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.resolve import Need, ResolvedPlan, Step

RULE = Rule("T105", "due-before-prerequisite", "期限早于前提的期限")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare each goal's last deadline with the last one of what it waits for."""
    frame = resolved.plan.period.period if resolved.plan.period else None
    for step in resolved.steps:
        for need in step.needs:
            for number in need.steps:
                finished = _finished(resolved.steps, number, frame, frozenset())
                yield from _compare(step, need, finished, frame)


def _finished(
    steps: tuple[Step, ...], number: int, frame: Period | None, seen: frozenset[int]
) -> tuple[StatedPeriod, ...]:
    """Give when a step is finished: by its deadlines, else by those of what it hangs on."""
    step = steps[number]
    if step.deadlines or number in seen:
        return step.deadlines
    onward = (*step.parts, *(target for need in step.needs for target in need.steps))
    inner = (due for at in onward for due in _finished(steps, at, frame, seen | {number}))
    last = latest(dues := tuple(inner), frame)
    return (last,) if last else dues[:1]


def _compare(
    step: Step, need: Need, finished: tuple[StatedPeriod, ...], frame: Period | None
) -> Findings:
    if not step.deadlines or not finished:
        return
    own = latest(step.deadlines, frame) or step.deadlines[-1]
    other = latest(finished, frame) or finished[-1]
    late = days_later(other, own, frame)
    if late is not None and late > 0:
        message = (
            f"{step.where}的期限是{own.text}，它的前提“{need.written}”要到{other.text}，晚{late}天"
        )
        related = (Label(other.text.span, "前提的期限"), Label(need.written.span, "前提"))
        hint = "推后这个目标的“due”（时限），或把前提提早"
        yield Diagnostic(RULE, message, Label(own.text.span, "期限"), related, hint)


CHECK = Check(RULE, find)
