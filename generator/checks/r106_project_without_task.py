"""R106: a project that no row of the responsibility table takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("R106", "project-without-task", "工程没有列入分工")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every project, once the plan has a responsibility table."""
    if not resolved.tasks:
        return
    taken = {id(task.subject) for task in resolved.tasks}
    for project in resolved.plan.projects:
        if id(project) not in taken:
            message = f"重点工程“{project.title}”在任务分工中没有对应的行"
            hint = "在tasks里加一行，“对应”写这项工程的名称"
            yield Diagnostic(RULE, message, Label(project.title.span), hint=hint)


CHECK = Check(RULE, find)
