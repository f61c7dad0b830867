"""R108: a unit that both leads and supports one and the same goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.resolve.names import loose

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.units import Unit
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask
    from generator.text import Text

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
    related = (
        Label(_written(task, goal, "lead", lead).span, "牵头"),
        Label(goal.goal.text.span, "目标"),
    )
    primary = Label(_written(task, goal, "support", support).span, "配合")
    hint = "从配合单位中去掉重复的一方，或改由另一单位牵头"
    return Diagnostic(RULE, message, primary, related, hint)


def _written(task: ResolvedTask, goal: ResolvedGoal, role: str, unit: Unit) -> Text:
    """Find the name by which a role of the goal or of its row names the unit."""
    names = goal.goal.role(role)
    names = task.task.role(role) if names is None else names
    for name in names or ():
        if loose(name) in {loose(known) for known in unit.names}:
            return name
    return names.whole if names and names.whole else goal.goal.text


CHECK = Check(RULE, find)
