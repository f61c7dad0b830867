"""R108: a unit that both leads and supports one and the same goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.units import Unit
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask

RULE = Rule("R108", "lead-also-supports", "同一目标里既牵头又配合")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at each goal alone: in another goal of the row a unit may well change sides."""
    for task in resolved.tasks:
        for goal in task.goals:
            for lead in goal.lead:
                for support in goal.support:
                    if resolved.registry.overlap(lead, support):
                        yield _finding(task, goal, lead, support)


def _finding(task: ResolvedTask, goal: ResolvedGoal, lead: Unit, support: Unit) -> Diagnostic:
    where = f"“{task.task.printed_title}”的建设目标{goal.number}里"
    if lead.name == support.name:
        message = f"{where}“{lead.label}”既牵头又配合"
    else:
        message = f"{where}牵头的“{lead.label}”与配合的“{support.label}”互相包含"
    names = goal.goal.role("support") or task.task.role("support")
    related = (Label(names.items[0].span, "配合"),) if names else ()
    hint = "从配合单位中去掉重复的一方，或改由另一单位牵头"
    return Diagnostic(RULE, message, Label(goal.goal.text.span, "目标"), related, hint)


CHECK = Check(RULE, find)
