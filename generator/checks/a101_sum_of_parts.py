"""A101: a total that differs from the sum of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.comparing import judge_sum
from generator.checks.counterparts import counterpart, other_scopes
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.wording import apart, only_by_rounding
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict

if TYPE_CHECKING:
    from generator.checks.comparing import Judgement
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator, Split
    from generator.resolve import ResolvedPlan

RULE = Rule("A101", "sum-of-parts", "合计与分项之和不符")
_HINT: Final = "核对各分项；再看口径是否一处为新增、一处为累计，范围是否相同"
_ROUNDED_HINT: Final = (
    "核对各数；确是四舍五入的不用改；都是准数的，给合计和各分项的数写上“exact: 是”（确数）"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Add up every split of every indicator, period by period."""
    for indicator in resolved.plan.indicators:
        for split in indicator.parts:
            for total in indicator.stated:
                yield from _compare(resolved, indicator, split, total)


def _compare(resolved: ResolvedPlan, indicator: Indicator, split: Split, total: Figure) -> Findings:
    parts = [match.value for name in split.parts if (match := resolved.indicators.find(name))]
    # a name that leads nowhere is R103
    if len(parts) < len(split.parts) or total.stated.quantity.vague:
        return
    terms = [counterpart(part, total) for part in parts]
    known = tuple(term for term in terms if term)
    if len(known) < len(terms):
        missing = [part for part, term in zip(parts, terms, strict=True) if term is None]
        excess = _excess(resolved, total, known)
        if excess:
            yield _reconciled(split, total, known, excess)
            yield _above(total, known, excess, missing)
        else:
            yield _not_comparable(split, total, missing)
    else:
        yield from _add_up(resolved, indicator, split, total, known)


def _excess(resolved: ResolvedPlan, total: Figure, known: tuple[Figure, ...]) -> Judgement | None:
    """Judge some of the parts: amounts that cannot be negative are not more than the whole."""
    quantities = [term.stated.quantity for term in known]
    if not known or not all(quantity.unit.is_never_negative for quantity in quantities):
        return None
    judged = judge_sum(total.stated.quantity, quantities, tolerance_of(resolved))
    fails = judged is not None and judged.verdict is Verdict.FAILS and not judged.falls_short
    return judged if fails else None


def _above(
    total: Figure, known: tuple[Figure, ...], judged: Judgement, missing: list[Indicator]
) -> Diagnostic:
    names = "、".join(f"“{part.name}”" for part in missing)
    message = (
        f"“{total.key.indicator}”{total.when}合计{total.stated.text}，"
        f"还没有算{names}，分项已有{judged.computed}，多{judged.difference}"
    )
    related = tuple(Label(term.span, f"分项：{term.key.indicator}") for term in known)
    return Diagnostic(RULE, message, Label(total.span, "合计"), related, _HINT)


def _not_comparable(split: Split, total: Figure, missing: list[Indicator]) -> Reconciliation:
    names = "、".join(f"“{part.name}”" for part in missing)
    working = f"{names}没有{total.when}同一口径的数"
    places = (total.span, *(part.name.span for part in missing))
    undetermined = Verdict.UNDETERMINED
    subject = _subject(split, total)
    return Reconciliation(RULE, subject, total.stated.text, "不定", working, undetermined, places)


def _subject(split: Split, total: Figure) -> str:
    return f"{total.label} = {' + '.join(split.parts)}"


def _add_up(
    resolved: ResolvedPlan,
    indicator: Indicator,
    split: Split,
    total: Figure,
    terms: tuple[Figure, ...],
) -> Findings:
    quantity = total.stated.quantity
    # parts of another kind are left to A103
    judged = judge_sum(quantity, [term.stated.quantity for term in terms], tolerance_of(resolved))
    if judged is None:
        return
    yield _reconciled(split, total, terms, judged)
    related = tuple(Label(term.span, f"分项：{term.key.indicator}") for term in terms)
    if judged.verdict is Verdict.FAILS:
        message = (
            f"“{indicator.name}”{total.when}合计{total.stated.text}"
            f"与分项之和{judged.computed}不符{apart(judged.difference)}{other_scopes(total, terms)}"
        )
        yield Diagnostic(RULE, message, Label(total.span, "合计"), related, _HINT)
    elif judged.is_by_rounding:
        told = only_by_rounding(judged.computed, judged.difference)
        message = f"“{indicator.name}”{total.when}合计{total.stated.text}，{told}"
        label = Label(total.span, "合计")
        yield Diagnostic(RULE, message, label, related, _ROUNDED_HINT, Severity.NOTE)


def _reconciled(
    split: Split, total: Figure, terms: tuple[Figure, ...], judged: Judgement
) -> Reconciliation:
    return Reconciliation(
        RULE,
        _subject(split, total),
        total.stated.text,
        judged.computed,
        judged.working,
        judged.verdict,
        (total.span, *(term.span for term in terms)),
        judged.difference,
    )


CHECK = Check(RULE, find, by_firmness=True)
