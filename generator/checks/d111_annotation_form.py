"""D111: an annotation with brackets or a full stop, which are set on output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D111", "annotation-form", "附注多写了括号或句号", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at 附注, which prints in brackets (GB/T 9704-2012, 7.3.6)."""
    annotation = resolved.plan.annotation
    if annotation is None:
        return
    bracketed = annotation.startswith(("（", "(")) and annotation.endswith(("）", ")"))
    if bracketed or annotation.endswith(("。", "。）")):
        message = f"附注“{annotation}”多写了{'括号' if bracketed else '句号'}"
        hint = "只写里面的字，括号由程序加，末尾不加句号"
        yield Diagnostic(RULE, message, Label(annotation.place), hint=hint)


CHECK = Check(RULE, find)
