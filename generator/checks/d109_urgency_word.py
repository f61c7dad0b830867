"""D109: an urgency that is none of the two words for documents on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D109", "urgency-word", "紧急程度的写法不合规定")
_WORDS: Final = ("特急", "加急")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at 紧急程度 (GB/T 9704-2012, 7.2.3)."""
    urgency = resolved.plan.urgency
    if urgency and urgency not in _WORDS:
        message = f"紧急程度“{urgency}”不是“特急”或“加急”"
        hint = "写“特急”或“加急”；“特提”“平急”只用于电报。不急的不写"
        yield Diagnostic(RULE, message, Label(urgency.place), hint=hint)


CHECK = Check(RULE, find)
