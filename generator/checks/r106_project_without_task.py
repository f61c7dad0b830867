"""R106: a project or measure that no row of the responsibility table takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.resolve.names import NameIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.frame import Findings
    from generator.model.content import Block
    from generator.resolve import ResolvedPlan

RULE = Rule("R106", "project-without-task", "工程没有列入分工")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every project once there is a table, and at the measures once one is in it."""
    if not resolved.tasks:
        return
    plan = resolved.plan
    taken = {id(task.subject) for task in resolved.tasks}
    yield from _missing(resolved, "重点工程", plan.projects, taken)
    if any(id(measure) in taken for measure in plan.measures):
        yield from _missing(resolved, "支撑保障", plan.measures, taken)


def _missing(
    resolved: ResolvedPlan, kind: str, blocks: Sequence[Block], taken: set[int]
) -> Findings:
    known = taken | _likely_meant(resolved, blocks)
    beside = resolved.tasks[0]
    for block in blocks:
        beside = next((task for task in resolved.tasks if task.subject is block), beside)
        if id(block) not in known:
            message = f"{kind}“{block.title}”在任务分工中没有对应的行"
            hint = "在tasks里加一行，“对应”写它的名称"
            related = (Label(beside.task.of.span, "任务分工"),)
            yield Diagnostic(RULE, message, Label(block.title.span), related, hint)


def _likely_meant(resolved: ResolvedPlan, blocks: Sequence[Block]) -> set[int]:
    """Give the blocks that rows with an unknown name most likely mean: R104 asks about those."""
    index = NameIndex((name, block) for block in blocks for name in (block.title, *block.aliases))
    unknown = [task.task.of for task in resolved.tasks if task.subject is None]
    matches = [index.find(index.nearest(name)) for name in unknown]
    return {id(match.value) for match in matches if match}


CHECK = Check(RULE, find)
