"""A101: a total that differs from the sum of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.comparing import judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Verdict

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator, Split
    from generator.resolve import ResolvedPlan

RULE = Rule("A101", "sum-of-parts", "合计与分项之和不符")


def find(resolved: ResolvedPlan) -> Findings:
    """Add up every split of every indicator, period by period."""
    for indicator in resolved.plan.indicators:
        for split in indicator.parts:
            for total in indicator.stated:
                yield from _compare(resolved, indicator, split, total)


def _compare(resolved: ResolvedPlan, indicator: Indicator, split: Split, total: Figure) -> Findings:
    terms = [_term(resolved, name, total) for name in split.parts]
    known = [term for term in terms if term]
    quantity = total.stated.quantity
    if len(known) < len(terms) or quantity.vague:
        return
    # parts of another kind are left to A103
    judged = judge_sum(quantity, [term.stated.quantity for term in known], tolerance_of(resolved))
    if judged is None:
        return
    places = (total.span, *(term.span for term in known))
    subject = f"{total.label} = {' + '.join(split.parts)}"
    yield Reconciliation(
        RULE,
        subject,
        total.stated.text,
        judged.computed,
        judged.working,
        judged.verdict,
        places,
    )
    if judged.verdict is Verdict.FAILS:
        message = (
            f"“{indicator.name}”{total.when}合计{total.stated.text}"
            f"与分项之和{judged.computed}不符，相差{judged.difference}"
        )
        related = tuple(Label(term.span, f"分项：{term.key.indicator}") for term in known)
        hint = "核对各分项；再看口径是否一处为新增、一处为累计，范围是否相同"
        yield Diagnostic(RULE, message, Label(total.span, "合计"), related, hint)


def _term(resolved: ResolvedPlan, name: str, total: Figure) -> Figure | None:
    """Find the part's figure of the same period and counting; one without a period fits any."""
    match = resolved.indicators.find(name)
    if match is None:
        return None
    fitting = [
        figure
        for figure in match.value.stated
        if figure.key.counting == total.key.counting and not figure.stated.quantity.vague
    ]
    for period in (total.key.period, None):
        for figure in fitting:
            if figure.key.period == period:
                return figure
    return fitting[0] if len(fitting) == 1 and total.key.period is None else None


CHECK = Check(RULE, find)
