"""Comparisons judged: as printed first, then with the rounding of printed figures."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.nearness import tolerance_used
from generator.checks.wording import amount, gap, manner_of, number
from generator.quantity import Interval, Style, Verdict, agreement, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.checks.formula import Comparison
    from generator.model.figures import Figure
    from generator.quantity import Quantity


class Judgement(NamedTuple):
    """What a comparison shows.

    Attributes:
        verdict: whether it holds.
        stated: the left side as messages print it.
        computed: the right side.
        difference: how far apart they are, or "".
        working: the calculation with its numbers.
        figures: the figures in it.
        falls_short: whether the right side lies below the left, so that more could mend it.
        is_by_rounding: whether the numbers printed differ, and only rounding may explain it.
    """

    verdict: Verdict
    stated: str
    computed: str
    difference: str
    working: str
    figures: tuple[Figure, ...] = ()
    falls_short: bool = False
    is_by_rounding: bool = False


def judge(comparison: Comparison, tolerance: Fraction) -> Judgement:
    """Judge a comparison of two sides that can be compared."""
    left, sign, right = comparison.left, comparison.sign, comparison.right
    factor = right.unit.factor_to(left.unit) or 1
    printed = right.printed.scaled(factor)
    verdict = _verdict(left.printed, sign, printed)
    # figures that do not fit as printed may still do so before rounding
    if verdict is not Verdict.HOLDS:
        verdict = _verdict(left.interval, sign, right.interval.scaled(factor))
    figures = (*left.figures, *right.figures)
    percent = right.manner.style is Style.PERCENT or left.is_count
    manner = right.manner if percent else left.manner
    used = tolerance_used((figure.stated.quantity for figure in figures), tolerance)
    return Judgement(
        verdict,
        amount(left.printed, manner),
        amount(printed, manner),
        "" if verdict is Verdict.HOLDS else gap(left.printed, printed, manner),
        f"{left.text} {sign} {right.text}{used}",
        figures,
    )


def judge_sum(
    total: Quantity,
    parts: Sequence[Quantity],
    tolerance: Fraction,
    times: Fraction | int = 1,
) -> Judgement | None:
    """Judge whether parts, so many times over, add up to a total; None if of another kind."""
    converted = [part.in_unit(total.unit) for part in parts]
    amounts = [part for part in converted if part]
    if len(amounts) < len(parts) or any(part.vague for part in amounts) or total.vague:
        return None
    stated = total.for_comparison(tolerance)
    printed = _sum(part.for_comparison(tolerance) for part in amounts).scaled(times)
    verdict = as_printed = agreement(stated, printed)
    # figures that do not add up as printed may still do so before rounding
    if verdict is not Verdict.HOLDS:
        computed = _sum(part.for_computation(tolerance) for part in amounts).scaled(times)
        verdict = agreement(total.for_computation(tolerance), computed)
    manner = manner_of(total)
    summed = amount(printed, manner)
    used = tolerance_used((total, *amounts), tolerance)
    multiplied = "" if times == 1 else f" × {number(Fraction(times))}"
    # shares are rounded as a rule: 33%, 33% and 33% are all that there is
    may_be_slip = not total.is_share and not used
    is_by_rounding = as_printed is Verdict.FAILS and verdict is Verdict.UNDETERMINED
    working = f"{' + '.join(part.text for part in parts)}{multiplied} = {summed}{used}"
    return Judgement(
        verdict,
        amount(stated, manner),
        summed,
        "" if verdict is Verdict.HOLDS else gap(stated, printed, manner),
        working,
        falls_short=_is_below(printed, stated),
        is_by_rounding=may_be_slip and is_by_rounding,
    )


def _is_below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high <= other.low


def distance(one: Quantity, other: Quantity) -> str:
    """Print how far apart two figures are as printed, in the manner of the first, or ""."""
    converted = other.in_unit(one.unit)
    if converted is None or one.vague or other.vague:
        return ""
    return gap(one.interval, converted.interval, manner_of(one))


def _sum(amounts: Iterable[Interval]) -> Interval:
    terms = list(amounts)
    return reduce(add, terms) if terms else Interval.exact(0)


def _verdict(left: Interval, sign: str, right: Interval) -> Verdict:
    return agreement(left, right) if sign in ("=", "＝") else compare(left, sign, right)
