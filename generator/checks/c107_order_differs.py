"""C107: one set of things listed in another order in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("C107", "order-differs", "同一组内容前后次序不同", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the overview of levels, and the rows of the table, with the text."""
    plan = resolved.plan
    projects = [block.title for block in plan.projects]
    in_levels = [name for level in plan.levels for name in level.projects]
    yield from _compare("培养层级", in_levels, "正文", projects)
    in_text = [*projects, *(block.title for block in plan.measures)]
    yield from _compare("任务分工", [task.of for task in plan.tasks], "正文", in_text)


def _compare(where: str, names: Sequence[Text], elsewhere: str, titles: Sequence[Text]) -> Findings:
    """Point at the first name that stands elsewhere, among those that both lists hold."""
    known = {loose(title) for title in titles}
    listed = {loose(name) for name in names}
    here = [name for name in names if loose(name) in known]
    there = [title for title in titles if loose(title) in listed]
    for number, (name, title) in enumerate(zip(here, there, strict=False), start=1):
        if loose(name) != loose(title):
            message = f"{where}里第{number}项是“{name}”，{elsewhere}里第{number}项是“{title}”"
            related = (Label(title.span, elsewhere),)
            yield Diagnostic(RULE, message, Label(name.span, where), related, "按同一次序排列")
            return


CHECK = Check(RULE, find)
