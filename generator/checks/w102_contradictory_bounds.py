"""W102: a figure whose wording sets two bounds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W102", "contradictory-bounds", "数值的说法自相矛盾", Severity.WARNING)
_WORDING: Final = {
    "bound_and_range": ("既写了界限又写了幅度", "只写一种，例如“2—3名”或“至少2名”"),
    "range_and_approximate": ("既写了幅度又写了约数", "去掉“左右”或“约”"),
    "double_bound": ("界限写了两次", "去掉一处，例如“不少于10名”"),
    "contradictory_bounds": ("一处说不少于、一处说不超过", "核对后只留一种说法"),
    "approximate_and_bound": ("既写了约数又写了界限", "去掉“约”，或去掉“以上”“以下”"),
    "double_approximate": ("约数写了两次", "“约”和“左右”只留一个"),
    "descending_range": ("幅度前大后小", "把小数写在前面"),
}


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the figures of the indicators; texts are held to these by C102."""
    for indicator in resolved.plan.indicators:
        for figure in indicator.stated:
            for remark in figure.stated.quantity.remarks:
                fault, cure = _WORDING[remark]
                message = f"“{figure.stated.text}”{fault}"
                yield Diagnostic(RULE, message, Label(figure.span), hint=cure)


CHECK = Check(RULE, find)
