"""R108: a unit that both leads and supports one and the same goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.assignments import assignments
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.assignments import Assignment
    from generator.checks.frame import Findings
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan

RULE = Rule("R108", "lead-also-supports", "同一目标里既牵头又配合")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at each goal alone: in another goal of the row a unit may well change sides."""
    for work in assignments(resolved):
        for lead in work.roles.get("lead", ()):
            for support in work.roles.get("support", ()):
                if resolved.registry.overlap(lead, support):
                    yield _finding(work, lead, support)


def _finding(work: Assignment, lead: Unit, support: Unit) -> Diagnostic:
    if lead.name == support.name:
        message = f"{work.where}“{lead.label}”既牵头又配合"
    else:
        message = f"{work.where}牵头的“{lead.label}”与配合的“{support.label}”互相包含"
    related = (Label(work.name_of("lead", lead).span, "牵头"), Label(work.subject.span, "目标"))
    primary = Label(work.name_of("support", support).span, "配合")
    hint = "从配合单位中去掉重复的一方，或改由另一单位牵头"
    return Diagnostic(RULE, message, primary, related, hint)


CHECK = Check(RULE, find)
