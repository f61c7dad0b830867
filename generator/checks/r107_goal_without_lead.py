"""R107: a goal that no unit leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.resolve.anchors import all_anchored_blocks
from generator.resolve.resolve import NONE_MEANT

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.content import Duties, Goal
    from generator.resolve import ResolvedPlan

RULE = Rule("R107", "goal-without-lead", "目标没有牵头单位")
_IN_CHARGE = ("lead", "responsible")
# a sentence of the text says “……落实” where a table has a column for the lead
_IN_CHARGE_OF_SENTENCE = (*_IN_CHARGE, "implement")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every goal of the responsibility table, and at the goals that stand in the text."""
    defaults = (resolved.plan.defaults,) if resolved.plan.defaults else ()
    for task in resolved.tasks:
        for goal in task.goals:
            if not _in_charge(_IN_CHARGE, (goal.goal, task.task, *defaults)):
                where = f"“{task.task.printed_title}”的建设目标{goal.number}"
                hint = "给这个目标写上“lead”（牵头），或把牵头单位写在整行上"
                yield _finding(goal.goal, where, hint)
    # where there is a table, it says who does what
    blocks = () if resolved.tasks else all_anchored_blocks(resolved.plan)
    for anchor, block in blocks:
        nearest = resolved.defaults[anchor]
        for number, written in enumerate(block.goals, start=1):
            if not _in_charge(_IN_CHARGE_OF_SENTENCE, (written, block, *nearest)):
                hint = "给这个目标写上“lead”（牵头）、“responsible”（负责）或“implement”（落实）"
                yield _finding(written, f"“{block.title}”的目标{number}", hint)


def _finding(goal: Goal, where: str, hint: str) -> Diagnostic:
    return Diagnostic(RULE, f"{where}没有牵头单位", Label(goal.text.span), hint=hint)


def _in_charge(roles: tuple[str, ...], written: tuple[Duties, ...]) -> bool:
    return any(_names_someone(role, written) for role in roles)


def _names_someone(role: str, written: tuple[Duties, ...]) -> bool:
    """Look at the innermost place that writes the role; an unregistered name is another finding."""
    names = next((names for duties in written if (names := duties.role(role)) is not None), ())
    return any(name != NONE_MEANT for name in names)


CHECK = Check(RULE, find)
