"""A111: two formulas that imply different values of one and the same unknown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.a110_computed_indicator import formulas
from generator.checks.formula import FormulaFault, value_of
from generator.checks.formula_terms import PlanTerms
from generator.checks.frame import Check
from generator.checks.wording import amount, gap
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.formula_terms import Value
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

RULE = Rule("A111", "two-values-of-one-unknown", "同一基数反推出两个数", Severity.WARNING)
_HINT: Final = "核对两处的数；所指范围不同的，分别写明基数，例如“全市教师总数”“县域教师总数”"
_KNOWN_FIRST: Final = re.compile(r"(.+?)\s*([÷/×*])\s*([^\s+＋−－×÷*/()（）]+)")
_OPERATION: Final = re.compile("[+＋−－×÷*/-]")
_UNKNOWN_FIRST: Final = re.compile(r"([^\s+＋−－×÷*/()（）]+)\s*([÷/×*])\s*(.+)")


class _Implied(NamedTuple):
    """What a figure and its formula make of a name that has no figure."""

    unknown: str
    figure: Figure
    value: Value


def find(resolved: ResolvedPlan) -> Findings:
    """Work every unknown out of each formula that has it, and compare what comes out."""
    implied: dict[str, list[_Implied]] = {}
    for indicator in resolved.plan.indicators:
        for found in _implied(resolved, indicator):
            implied.setdefault(found.unknown, []).append(found)
    for first, *others in implied.values():
        # each is held against the first; one that differs shows the contradiction
        judged = [(other, pair) for other in others if (pair := _same(first, other)) is not None]
        yield from (_reconciled(first, other, same=same) for other, same in judged)
        differing = next((other for other, same in judged if not same), None)
        if differing:
            yield _finding(first, differing)


def _implied(resolved: ResolvedPlan, indicator: Indicator) -> Iterator[_Implied]:
    for computed in formulas(resolved, indicator):
        for figure in indicator.stated:
            if figure.stated.quantity.vague:
                continue
            terms = PlanTerms(resolved, figure)
            fault = value_of(computed.formula, terms)
            if isinstance(fault, FormulaFault) and fault.kind == "name":
                unknown = computed.formula[fault.start : fault.end].strip()
                value = _solved(computed.formula, unknown, str(indicator.name), terms)
                if value:
                    yield _Implied(unknown, figure, value)


def _solved(formula: str, unknown: str, own: str, terms: PlanTerms) -> Value | None:
    """Give 甲 ÷ own for own = 甲 ÷ unknown, and so on; None for any other form."""
    match = _KNOWN_FIRST.fullmatch(formula)
    if match and match[3] == unknown:
        turned = (
            f"{_bracketed(match[1])} ÷ {own}"
            if match[2] in "÷/"
            else f"{own} ÷ {_bracketed(match[1])}"
        )
    else:
        match = _UNKNOWN_FIRST.fullmatch(formula)
        if match is None or match[1] != unknown:
            return None
        turned = f"{own} {'×' if match[2] in '÷/' else '÷'} {_bracketed(match[3])}"
    value = value_of(turned, terms)
    return None if isinstance(value, FormulaFault) else value


def _bracketed(term: str) -> str:
    return f"（{term}）" if _OPERATION.search(term) else term


def _same(one: _Implied, other: _Implied) -> bool | None:
    """Say whether one number may be both; None if they are of two times or kinds."""
    same_time = one.figure.key.period == other.figure.key.period
    if not same_time or not one.value.unit.same_kind(other.value.unit):
        return None
    return one.value.interval.intersects(other.value.interval)


def _of_one_scope(one: _Implied, other: _Implied) -> bool:
    return one.figure.key.scope == other.figure.key.scope


def _reconciled(one: _Implied, other: _Implied, *, same: bool) -> Reconciliation:
    fails = Verdict.FAILS if _of_one_scope(one, other) else Verdict.UNDETERMINED
    first, second = (amount(item.value.printed, one.value.manner) for item in (one, other))
    working = f"{one.value.text} = {first}；{other.value.text} = {second}"
    places = (other.figure.span, one.figure.span)
    subject = f"由式子反推的“{one.unknown}”"
    verdict = Verdict.HOLDS if same else fails
    return Reconciliation(RULE, subject, second, first, working, verdict, places)


def _finding(one: _Implied, other: _Implied) -> Diagnostic:
    manner = one.value.manner
    shown = [
        f"按“{item.figure.label}”是{amount(item.value.printed, manner)}" for item in (one, other)
    ]
    distance = gap(one.value.printed, other.value.printed, manner)
    message = f"“{one.unknown}”没有写数，由两个式子反推不一致：{'，'.join(shown)}，相差{distance}"
    level = None if _of_one_scope(one, other) else Severity.NOTE
    related = (Label(one.figure.span, one.figure.label),)
    return Diagnostic(RULE, message, Label(other.figure.span, "此处"), related, _HINT, level)


CHECK = Check(RULE, find, by_firmness=True)
