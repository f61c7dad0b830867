"""C106: a row of the responsibility table printed under another name than what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("C106", "row-title-differs", "分工表的名称与正文标题不同", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the rows that print a name of their own."""
    for task in resolved.tasks:
        title, subject = task.task.title, task.subject
        if title and subject and title != subject.title:
            message = f"分工表第{task.number}行印作“{title}”，正文标题是“{subject.title}”"
            related = (Label(subject.title.span, "正文标题"),)
            hint = "统一名称；删去“title”（重点任务）就印正文的名称"
            yield Diagnostic(RULE, message, Label(title.span, "分工表"), related, hint)


CHECK = Check(RULE, find)
