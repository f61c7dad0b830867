"""R107: a goal that no unit leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.model.content import ROLES

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
            if not any(_names_someone(duties) for duties in written):
                message = f"“{task.task.printed_title}”的建设目标{goal.number}没有牵头单位"
                hint = "给这个目标写上“lead”（牵头），或把牵头单位写在整行上"
                yield Diagnostic(RULE, message, Label(goal.goal.text.span), hint=hint)


def _names_someone(duties: Duties) -> bool:
    """Count names as written: a name that is not registered is another finding."""
    roles = {role: duties.role(role) for role in ROLES}
    return any(roles[role] for role in _IN_CHARGE)


CHECK = Check(RULE, find)
