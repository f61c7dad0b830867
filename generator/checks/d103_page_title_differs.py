"""D103: a web page whose title is not that of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.resolve.names import loose

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D103", "page-title-differs", "网页标题与文件标题不同", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the two titles, the issuer's name before 关于 aside."""
    plan = resolved.plan
    published = plan.publication.page_title if plan.publication else None
    if published is None:
        return
    names = {_subject(loose(title)) for title in (plan.title, plan.short_title) if title}
    if _subject(loose(published)) not in names:
        message = f"网页标题“{published}”与文件标题“{plan.title}”不同"
        related = (Label(plan.title.span, "文件标题"),)
        hint = "网页标题照录文件标题"
        yield Diagnostic(RULE, message, Label(published.span, "网页标题"), related, hint)


def _subject(title: str) -> str:
    _, about, rest = title.partition("关于")
    return about + rest if about else title


CHECK = Check(RULE, find)
