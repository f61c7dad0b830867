"""R106: a project that no row of the responsibility table takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.resolve.names import NameIndex

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("R106", "project-without-task", "工程没有列入分工")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every project, once the plan has a responsibility table."""
    if not resolved.tasks:
        return
    taken = {id(task.subject) for task in resolved.tasks} | _likely_meant(resolved)
    for project in resolved.plan.projects:
        if id(project) not in taken:
            message = f"重点工程“{project.title}”在任务分工中没有对应的行"
            hint = "在tasks里加一行，“对应”写这项工程的名称"
            yield Diagnostic(RULE, message, Label(project.title.span), hint=hint)


def _likely_meant(resolved: ResolvedPlan) -> set[int]:
    """Give the projects that rows with an unknown name most likely mean: R104 asks about those."""
    projects = resolved.plan.projects
    index = NameIndex((name, p) for p in projects for name in (p.title, *p.aliases))
    unknown = [task.task.of for task in resolved.tasks if task.subject is None]
    matches = [index.find(index.nearest(name)) for name in unknown]
    return {id(match.value) for match in matches if match}


CHECK = Check(RULE, find)
