"""A107: an indicator with two values for one period, scope and counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, FigureKey
    from generator.resolve import ResolvedPlan

RULE = Rule("A107", "two-figures-of-one-identity", "同一时期、同一口径有两个数")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare each figure with the first one before it that has the same identity."""
    for indicator in resolved.plan.indicators:
        first: list[Figure] = []
        for figure in indicator.stated:
            same = [other for other in first if _is_same(other.key, figure.key)]
            if not same:
                first.append(figure)
            elif not same[0].stated.quantity.states_same(figure.stated.quantity):
                yield _finding(same[0], figure)


def _is_same(one: FigureKey, other: FigureKey) -> bool:
    """Say whether two figures are one; 至2025年 and 到2025年 are the same period."""
    if (one.scope, one.counting) != (other.scope, other.counting):
        return False
    if one.period is None or other.period is None:
        return one.period is other.period
    return one.period.matches(other.period)


def _finding(one: Figure, other: Figure) -> Diagnostic:
    written = "，".join(f"“{figure.label}”为{figure.stated.text}" for figure in (one, other))
    message = f"同一指标同一时期、同一口径有两个数：{written}"
    related = (Label(one.span, "另一个"),)
    hint = "只留一个；确实是两回事的，给数值写上“scope”（层级）或“counting”（口径）"
    return Diagnostic(RULE, message, Label(other.span, "此处"), related, hint)


CHECK = Check(RULE, find, by_firmness=True)
