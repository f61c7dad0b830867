"""A110: an indicator whose figure differs from what its formula or its base gives."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.comparing import judge
from generator.checks.formula import (
    Comparison,
    FormulaFault,
    comparable,
    set_against,
    value_of,
)
from generator.checks.formula_terms import PlanTerms, stated_value, subject_unit
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict
from generator.resolve.names import slip_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.checks.formula_terms import Value
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan
    from generator.source import Place

RULE = Rule("A110", "computed-indicator", "指标与算出来的不符")
_HINT: Final = "核对式子里的各数；式子写错的，改“formula”（计算）；取自另一时期的，写“名称@时期”"
# words on how a figure is counted have none
_OPERATOR: Final = re.compile("[+＋−×÷*=＝]|(?<=\\s)[xXｘＸ/](?=\\s)")
_FUNCTION: Final = re.compile("(?:合计|计数|下限|上限)[（(]")
_SYNTAX_HINT: Final = "式子写成“甲 ÷ 乙”“甲 × 2”一类，运算符两边各空一格；不是式子的话不写运算符"
_CURES: Final = {
    "period": "写这个指标已有的时期，例如“名称@到2025年”",
    "name": "写成“合计（表.列）”“计数（projects）”一类，表和列写已有的名称",
    "zero": "核对除数",
    "unit": "单位相同的才能相加减；经费 = 人数 × 天数 × 元/人/天",
}
_SHARE_OF: Final = re.compile("(.+?)(?:所?占的?(?:比|比例|比重)|比例|比重)")


class Computed(NamedTuple):
    """What an indicator is computed from: a formula, and where it was written."""

    formula: str
    place: Place


def find(resolved: ResolvedPlan) -> Findings:
    """Compute every figure of every indicator that has a formula, or is a share of another."""
    for indicator in resolved.plan.indicators:
        for computed in formulas(resolved, indicator):
            for figure in indicator.stated:
                if not figure.stated.quantity.vague:
                    yield from _compare(resolved, figure, computed)


def formulas(resolved: ResolvedPlan, indicator: Indicator) -> Iterator[Computed]:
    """Give the declared formula; else 甲占比 with the base 乙 is 甲 ÷ 乙, where both are known."""
    if indicator.formula:
        yield Computed(str(indicator.formula), indicator.formula.place)
        return
    match = _SHARE_OF.fullmatch(indicator.name) if indicator.base else None
    part = resolved.indicators.find(match.group(1)) if match else None
    whole = resolved.indicators.find(indicator.base) if part and indicator.base else None
    if part and whole and indicator.base and indicator not in (part.value, whole.value):
        yield Computed(f"{part.value.name} ÷ {whole.value.name}", indicator.base.place)


def _is_mistake(formula: str, fault: FormulaFault) -> bool:
    """Whether what stands there was meant as a formula and says something impossible.

    Words on how a figure is counted are no formula, and a name that nobody knows is often the
    base that nobody counted.
    """
    written = formula[fault.start : fault.end]
    match fault.kind:
        case "syntax":
            return _OPERATOR.search(formula) is not None
        case "period":
            return "@" in written
        case "name":
            return _FUNCTION.match(written) is not None
        case _:
            return fault.kind in ("zero", "unit")


def _slip(
    resolved: ResolvedPlan, figure: Figure, computed: Computed, fault: FormulaFault
) -> Diagnostic | None:
    """Note a name that is that of an indicator but for a slip of the pen; other words are free."""
    written = computed.formula[fault.start : fault.end]
    known = [name for name, _ in resolved.indicators.entries]
    meant = slip_of(written, known) if fault.kind == "name" else ""
    if not meant:
        return None
    message = f"“{figure.key.indicator}”的式子里写“{written}”，没有这个指标，算不出"
    hint = f"是不是“{meant}”？不是的话不用管"
    return Diagnostic(RULE, message, Label(computed.place, "式子"), (), hint, Severity.NOTE)


def _compare(resolved: ResolvedPlan, figure: Figure, computed: Computed) -> Findings:
    terms = PlanTerms(resolved, figure)
    outcome = value_of(computed.formula, terms)
    subject = f"{figure.label} = {computed.formula}"
    if isinstance(outcome, FormulaFault):
        if _is_mistake(computed.formula, outcome):
            message = f"“{figure.label}”的式子“{computed.formula}”算不出：{outcome.message}"
            hint = _CURES.get(outcome.kind, _SYNTAX_HINT)
            yield Diagnostic(RULE, message, Label(computed.place, "式子"), hint=hint)
        slip = _slip(resolved, figure, computed, outcome)
        if slip:
            yield slip
        # a name without a figure is often the base that nobody counted: nothing to compare
        yield Reconciliation(
            RULE,
            subject,
            figure.stated.text,
            "不定",
            outcome.message,
            Verdict.UNDETERMINED,
            (figure.span, computed.place),
        )
        return
    comparison = _comparison(resolved, figure, outcome, terms.tolerance)
    if not comparable(comparison):
        by_name = value_of(computed.formula, PlanTerms(resolved, figure, by_name=True))
        if not isinstance(by_name, FormulaFault):
            comparison = _comparison(resolved, figure, by_name, terms.tolerance)
    if comparable(comparison):
        yield from _judged(subject, computed, comparison, terms.tolerance)
    else:
        yield _other_kind(figure, outcome, computed)


def _comparison(
    resolved: ResolvedPlan, figure: Figure, outcome: Value, tolerance: Fraction
) -> Comparison:
    """Set the figure against what was computed: as written, or for each of its subject.

    4名 of each 万人 goes with 160名 ÷ 40万人; 30学时 of each teacher with a sum of 学时.
    """
    stated = stated_value(figure.stated.quantity, (figure,), tolerance)
    as_written = set_against(stated, "=", outcome)
    indicator = resolved.indicators.find(figure.key.indicator)
    subject = (
        subject_unit(indicator.value, resolved.extra_units, by_name=True) if indicator else None
    )
    if subject is None or comparable(as_written):
        return as_written
    each = stated.manner._replace(unit=stated.unit / subject)
    return Comparison(replace(stated, manner=each), "=", outcome)


def _other_kind(figure: Figure, value: Value, computed: Computed) -> Diagnostic:
    message = (
        f"“{figure.label}”为{figure.stated.text}，"
        f"按式子算出的单位是“{value.unit.name or '无单位'}”（{value.text}）"
    )
    related = (Label(computed.place, "式子"),)
    hint = "核对单位，例如经费 = 人数 × 天数 × 元/人/天"
    return Diagnostic(RULE, message, Label(figure.span), related, hint)


def _judged(
    subject: str, computed: Computed, comparison: Comparison, tolerance: Fraction
) -> Findings:
    (figure,) = comparison.left.figures
    others = comparison.right.figures
    judged = judge(comparison, tolerance)
    places = (figure.span, *(other.span for other in others))
    yield Reconciliation(
        RULE,
        subject,
        figure.stated.text,
        judged.computed,
        judged.working,
        judged.verdict,
        places,
        judged.difference,
    )
    if judged.verdict is Verdict.FAILS:
        distance = f"，相差{judged.difference}" if judged.difference else ""
        message = (
            f"“{figure.label}”{figure.stated.text}与算出的{judged.computed}不符"
            f"{distance}（{comparison.right.text}）"
        )
        related = (
            *(Label(other.span, other.label) for other in others),
            Label(computed.place, "式子"),
        )
        yield Diagnostic(RULE, message, Label(figure.span, "此处"), related, _HINT)


CHECK = Check(RULE, find, by_firmness=True)
