"""A112: yearly figures that do not give the figure of the whole period."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.comparing import judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.wording import apart, number
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import PeriodKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.comparing import Judgement
    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan

RULE = Rule("A112", "years-of-period", "各年的数与全期的数不符")
_STOCKS: Final = ("存量", "累计", "实有", "现有", "总量", "在册")
_A_YEAR: Final = {
    "年": Fraction(1),
    "学年": Fraction(1),
    "学期": Fraction(2),
    "季度": Fraction(4),
    "月": Fraction(12),
}
_HINT: Final = "核对各年和全期的数；是每年年底总数的，口径写“存量”或“累计”"


class _Years(NamedTuple):
    """What should give the figure of a period: yearly figures, or one figure so many times."""

    terms: tuple[Figure, ...]
    times: Fraction
    missing: bool = False


_Pair = tuple["Figure", _Years]


def find(resolved: ResolvedPlan) -> Findings:
    """Add the years of every period up, and multiply what is set for each year."""
    for indicator in resolved.plan.indicators:
        for total, years in _relations(indicator):
            yield from _compare(resolved, total, years)


def _relations(indicator: Indicator) -> Iterator[_Pair]:
    dated = [figure for figure in indicator.stated if figure.key.period and _may_add(figure)]
    # few indicators have two figures that such a relation could hold between
    if len(dated) == 1:
        return
    for _, group in groupby(sorted(dated, key=_identity), key=_identity):
        figures = tuple(group)
        for total in figures:
            period = total.key.period
            if period and _years_in(period):
                yield from _calendar(total, period, figures)
                yield from _recurring(total, _years_in(period), figures)
            elif period and period.recurring:
                yield from _recurring(total, _recurrence(period), figures)


def _identity(figure: Figure) -> tuple[str, str]:
    return figure.key.scope, figure.key.counting


def _may_add(figure: Figure) -> bool:
    quantity = figure.stated.quantity
    is_amount = not (quantity.vague or quantity.is_share or quantity.pair)
    return is_amount and "均" not in quantity.verb and figure.key.counting not in _STOCKS


def _years_in(period: Period) -> Fraction:
    """Give the whole calendar years of a span; 0 for any other period."""
    if period.kind not in (PeriodKind.SPAN, PeriodKind.NAMED) or not (period.start and period.end):
        return Fraction(0)
    after = period.end + timedelta(days=1)
    is_whole = (period.start.month, period.start.day, after.month, after.day) == (1, 1, 1, 1)
    return Fraction(after.year - period.start.year if is_whole else 0)


def _recurrence(period: Period) -> Fraction:
    """Give the years between two turns: 5 for 五年一周期, 1/12 for 每月, 0 if it is none."""
    if period.kind is not PeriodKind.EACH or period.recurring is None:
        return Fraction(0)
    number, unit = period.recurring
    return number / _A_YEAR[unit] if unit in _A_YEAR else Fraction(0)


def _calendar(total: Figure, period: Period, figures: tuple[Figure, ...]) -> Iterator[_Pair]:
    years = {
        other.years[0]: figure
        for figure in figures
        if (other := figure.key.period) and other.kind is PeriodKind.IN and len(other.years) == 1
    }
    terms = tuple(years[year] for year in period.years if year in years)
    if terms:
        yield total, _Years(terms, Fraction(1), len(terms) < len(period.years))


def _recurring(total: Figure, length: Fraction, figures: tuple[Figure, ...]) -> Iterator[_Pair]:
    for figure in figures:
        turn = _recurrence(figure.key.period) if figure.key.period else Fraction(0)
        if turn and length > turn:
            yield total, _Years((figure,), length / turn)


def _compare(resolved: ResolvedPlan, total: Figure, years: _Years) -> Findings:
    quantities = [figure.stated.quantity for figure in years.terms]
    stated = total.stated.quantity
    judged = judge_sum(stated, quantities, tolerance_of(resolved), years.times)
    if judged is None:
        return
    verdict = judged.verdict
    if years.missing:
        exceeds = verdict is Verdict.FAILS and not judged.falls_short
        verdict = (
            Verdict.FAILS if exceeds and stated.unit.is_never_negative else Verdict.UNDETERMINED
        )
    places = (total.span, *(figure.span for figure in years.terms))
    subject = f"{total.label} = {_sides(years)}"
    stated_text = total.stated.text
    yield Reconciliation(
        RULE,
        subject,
        stated_text,
        judged.computed,
        judged.working,
        verdict,
        places,
        judged.difference,
    )
    if verdict is Verdict.FAILS:
        yield _finding(total, years, judged)


def _sides(years: _Years) -> str:
    if years.times == 1:
        return " + ".join(figure.when for figure in years.terms)
    return f"{years.terms[0].when} × {number(years.times)}"


def _finding(total: Figure, years: _Years, judged: Judgement) -> Diagnostic:
    given = "已有各年之和" if years.missing else "各年之和"
    if years.times != 1:
        given = f"{years.terms[0].when}{years.terms[0].stated.text}算出的"
    message = (
        f"“{total.key.indicator}”{total.when}为{total.stated.text}，"
        f"与{given}{judged.computed}不符{apart(judged.difference)}"
    )
    related = tuple(Label(figure.span, figure.when) for figure in years.terms)
    return Diagnostic(RULE, message, Label(total.span, "全期"), related, _HINT)


CHECK = Check(RULE, find, by_firmness=True)
