"""A117: shares that do not say what they are shares of, all in one note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.figures import Indicator
    from generator.resolve import ResolvedPlan

RULE = Rule("A117", "share-without-base", "占比没有写基数", Severity.NOTE)
# 入学率 says what it is a share of; a growth is no share
_SAYS_ITSELF: Final = re.compile("率$|率（|增长|增幅|增加|提高|提升|下降|降幅|减少|降低")


def find(resolved: ResolvedPlan) -> Findings:
    """List the shares that have neither a base nor a formula."""
    bare = [indicator for indicator in resolved.plan.indicators if _is_bare(indicator)]
    if bare:
        first, *others = bare
        listed = "、".join(f"“{indicator.name}”" for indicator in bare)
        message = f"有{len(bare)}个占比没有写是占什么的：{listed}"
        related = tuple(Label(indicator.name.span, "指标") for indicator in others)
        hint = "写“base”（基数），例如“全市教师总数”，或者写“formula”（计算）"
        yield Diagnostic(RULE, message, Label(first.name.span, "指标"), related, hint)


def _is_bare(indicator: Indicator) -> bool:
    if indicator.base or indicator.formula or _SAYS_ITSELF.search(indicator.name):
        return False
    return any(figure.stated.quantity.is_share for figure in indicator.stated)


CHECK = Check(RULE, find)
