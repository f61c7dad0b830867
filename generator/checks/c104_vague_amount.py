"""C104: a text that takes an indicator up without its number (一批 where 10000名 is meant)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.alignment import alignments
from generator.checks.frame import Check
from generator.checks.uptake import uptake
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan

RULE = Rule("C104", "vague-amount", "有数的指标只写了“一批”", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every number that is bound to an indicator and is none."""
    for alignment in alignments(resolved):
        for bound in alignment.bound:
            number, figure = bound.number, bound.figure
            if number and number.quantity.vague and not bound.agrees:
                owner = alignment.place.owner
                message = (
                    f"“{owner}”对指标“{figure.label}”只写“{number.text}”，"
                    f"指标为{figure.stated.text}{_nowhere(resolved, figure)}"
                )
                related = (Label(figure.span, "指标"),)
                hint = "写出数字，责任才可核对"
                yield Diagnostic(RULE, message, Label(number.text.span), related, hint)


def _nowhere(resolved: ResolvedPlan, figure: Figure) -> str:
    """Say so if no other work takes the figure up with its number either."""
    found = uptake(resolved)
    stated = (*found.work, *found.rows)
    carried = figure.key.indicator in found.tables or any(
        other.stated is figure.stated for other in stated
    )
    return "" if carried else "，也没有别的任务写明这个数"


CHECK = Check(RULE, find, by_firmness=True)
