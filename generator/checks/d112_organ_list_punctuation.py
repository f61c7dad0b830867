"""D112: punctuation typed around 主送 or 抄送机关, which is set on output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D112", "organ-list-punctuation", "主送、抄送机关多写了标点", Severity.WARNING)
_ENDS: Final = tuple("：:，,、；;。.")
_HALF_WIDTH: Final = tuple(",;")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at each group of organs (GB/T 9704-2012, 7.3.2, 7.4.2)."""
    plan = resolved.plan
    for what, names in (("主送", plan.addressees), ("抄送", plan.cc)):
        for name in names:
            if name.endswith(_ENDS):
                message = f"{what}机关“{name}”末尾多写了“{name[-1]}”"
            elif any(mark in name for mark in _HALF_WIDTH):
                message = f"{what}机关“{name}”里有半角标点"
            else:
                continue
            hint = "同一组里用“、”隔开，一组写一项；组与组之间的“，”和末尾的标点由程序加"
            yield Diagnostic(RULE, message, Label(name.place), hint=hint)


CHECK = Check(RULE, find)
