"""R118: an indicator that no text and no table of the document states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.uptake import uptake
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import with_clauses

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("R118", "indicator-not-stated", "指标没有写进正文", Severity.NOTE)


def find(resolved: ResolvedPlan) -> Findings:
    """List the indicators in vain, unless the document prints all of them as a table."""
    if _prints_all(resolved):
        return
    found = uptake(resolved)
    unstated = [i for i in resolved.plan.indicators if not found.states(i)]
    if unstated and found.is_judged:
        first, *others = unstated
        listed = "、".join(f"“{indicator.name}”" for indicator in unstated)
        message = f"有{len(unstated)}个指标正文、分工和表格里都没有写出：{listed}"
        related = tuple(Label(indicator.name.span, "指标") for indicator in others)
        hint = "在写到它的那段文字里列入“targets”（指标）；用不到的删去"
        yield Diagnostic(RULE, message, Label(first.name.span, "指标"), related, hint)


def _prints_all(resolved: ResolvedPlan) -> bool:
    plan = resolved.plan
    attached = [block for attachment in plan.attachments for block in attachment.blocks]
    blocks = with_clauses((*plan.sections, *plan.projects, *plan.measures, *attached))
    shown = [name for block in blocks for name in block.show]
    shown += [name for attachment in plan.attachments for name in attachment.show]
    return any(str(name) == "indicators" for name in shown)


CHECK = Check(RULE, find)
