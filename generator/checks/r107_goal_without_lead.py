"""R107: a goal that no unit leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.resolve.resolve import NONE_MEANT

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.content import Duties
    from generator.resolve import ResolvedPlan

RULE = Rule("R107", "goal-without-lead", "目标没有牵头单位")
_IN_CHARGE = ("lead", "responsible")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every goal of the responsibility table."""
    defaults = resolved.plan.defaults
    for task in resolved.tasks:
        for goal in task.goals:
            written = (goal.goal, task.task, *((defaults,) if defaults else ()))
            if not any(_names_someone(role, written) for role in _IN_CHARGE):
                message = f"“{task.task.printed_title}”的建设目标{goal.number}没有牵头单位"
                hint = "给这个目标写上“lead”（牵头），或把牵头单位写在整行上"
                yield Diagnostic(RULE, message, Label(goal.goal.text.span), hint=hint)


def _names_someone(role: str, written: tuple[Duties, ...]) -> bool:
    """Look at the innermost place that writes the role; an unregistered name is another finding."""
    names = next((names for duties in written if (names := duties.role(role)) is not None), ())
    return any(name != NONE_MEANT for name in names)


CHECK = Check(RULE, find)
