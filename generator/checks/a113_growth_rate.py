"""A113: a yearly growth rate that does not lead from the first figure to the last."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.checks.wording import Manner, number
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import DIMENSIONLESS, Interval, PeriodKind, Style, Verdict, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

RULE = Rule("A113", "growth-rate", "年均增长与首尾两个数不符")
_NAME: Final = re.compile("(.+?)的?年均增(?:长率|长速度|长|速|幅)")
_HINT: Final = "年均增长按复利算：末年 ÷ 首年，开年数次方，减1；核对首尾两年和各数"
_FINEST: Final = 10**4
_RANK: Final = (Verdict.HOLDS, Verdict.UNDETERMINED, Verdict.FAILS)


class _Course(NamedTuple):
    """From one figure to a later one, and how many years lie between."""

    first: Figure
    last: Figure
    years: int


def find(resolved: ResolvedPlan) -> Findings:
    """Hold 甲年均增长率 against the first and the last figure of 甲."""
    for indicator in resolved.plan.indicators:
        match = _NAME.fullmatch(indicator.name)
        grown = resolved.indicators.find(match[1]) if match else None
        for rate in indicator.stated if grown else ():
            if grown and rate.stated.quantity.is_share:
                courses = tuple(_courses(resolved, grown.value, rate))
                if courses:
                    yield from _compare(resolved, rate, courses)


def _courses(resolved: ResolvedPlan, grown: Indicator, rate: Figure) -> Iterator[_Course]:
    """Give the figures that the rate may lead between; 2023—2027年 may start from 2022 or 2023."""
    by_year = _by_year(resolved, grown)
    period = rate.key.period
    years = period.years if period else ()
    span = period is not None and period.kind in (PeriodKind.SPAN, PeriodKind.NAMED)
    if span and years:
        starts: tuple[int, ...] = (years[0] - 1, years[0])
    else:
        starts = (min(by_year),) if by_year else ()
    end = years[-1] if years else max(by_year, default=0)
    for start in starts:
        if start in by_year and end in by_year and start < end:
            yield _Course(by_year[start], by_year[end], end - start)


def _by_year(resolved: ResolvedPlan, grown: Indicator) -> dict[int, Figure]:
    baseline = resolved.plan.baseline
    found: dict[int, Figure] = {}
    for figure in grown.stated:
        period = figure.key.period
        if period and period.kind is PeriodKind.NOW and baseline:
            period = baseline.period
        if period and period.kind in (PeriodKind.BY, PeriodKind.IN) and period.years:
            value = figure.stated.quantity.value
            if value is not None and value > 0:
                found.setdefault(period.years[-1], figure)
    return found


def _compare(resolved: ResolvedPlan, rate: Figure, courses: tuple[_Course, ...]) -> Findings:
    tolerance = tolerance_of(resolved)
    judged = [(course, _verdict(rate, course, tolerance)) for course in courses]
    course, verdict = min(judged, key=lambda pair: _RANK.index(pair[1]))
    first, last, years = course
    implied = _implied(first, last, years)
    used = tolerance_used((f.stated.quantity for f in (rate, first, last)), tolerance)
    yield Reconciliation(
        RULE,
        f"{rate.label}：{first.label}到{last.label}",
        rate.stated.text,
        implied,
        f"{first.stated.text} × （1 + {rate.stated.text}）的{years}次方 = {last.stated.text}{used}",
        verdict,
        (rate.span, first.span, last.span),
    )
    if verdict is Verdict.FAILS:
        message = (
            f"“{rate.label}”为{rate.stated.text}，"
            f"而{first.when}{first.stated.text}到{last.when}{last.stated.text}，"
            f"{years}年平均每年增长{implied}"
        )
        related = (Label(first.span, "首年"), Label(last.span, "末年"))
        yield Diagnostic(RULE, message, Label(rate.span, "年均增长"), related, _HINT)


def _verdict(rate: Figure, course: _Course, tolerance: Fraction) -> Verdict:
    first = course.first.stated.quantity
    last = course.last.stated.quantity.in_unit(first.unit)
    if last is None or not first.for_computation(tolerance).low:
        return Verdict.UNDETERMINED
    one = Interval.exact(1)
    grown = one
    for _ in range(course.years):
        grown *= one + rate.stated.quantity.for_computation(tolerance)
    ratio = last.for_computation(tolerance) / first.for_computation(tolerance)
    printed = last.for_comparison(tolerance) / first.for_comparison(tolerance)
    # figures that fit as printed are not doubted for their rounding
    fits = agreement(grown, printed)
    return fits if fits is Verdict.HOLDS else agreement(grown, ratio)


def _implied(first: Figure, last: Figure, years: int) -> str:
    """Give the yearly growth that leads from one figure to the other, to a hundredth of a %."""
    start = first.stated.quantity
    end = last.stated.quantity.in_unit(start.unit)
    if end is None or not start.value or not end.value:
        return "不定"
    ratio = end.value / start.value
    low, high = 0, 1
    while Fraction(high, _FINEST) ** years <= ratio:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        if Fraction(middle, _FINEST) ** years <= ratio:
            low = middle
        else:
            high = middle
    growth = Fraction(low, _FINEST) - 1
    exact = (1 + growth) ** years == ratio
    shown = Manner(DIMENSIONLESS, style=Style.PERCENT).of(growth)
    return shown if exact else f"约{number(growth * 100)}%"


CHECK = Check(RULE, find, by_firmness=True)
