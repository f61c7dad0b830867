"""Interval arithmetic and comparison, by example and by law."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantity import Interval, Verdict, agreement, compare, rounded

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval of any sort, with numbers on both sides of zero."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if low == high:
        return Interval.exact(low)
    return Interval(
        draw(st.sampled_from((low, None))),
        draw(st.sampled_from((high, None))),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def member(interval: Interval, share: Fraction) -> Fraction:
    """Return a number of the interval: `share` of the way from a low to a high one."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 30
    high = interval.high if interval.high is not None else low + 60
    return low + (high - low) * share


SHARES = st.fractions(min_value=Fraction(1, 50), max_value=Fraction(49, 50), max_denominator=50)


@given(intervals(), intervals(), SHARES, SHARES)
def test_a_result_of_members_is_a_member_of_the_result(
    left: Interval, right: Interval, one: Fraction, other: Fraction
) -> None:
    first, second = member(left, one), member(right, other)
    assert left.contains(first)
    assert right.contains(second)
    assert (left + right).contains(first + second)
    assert (left - right).contains(first - second)
    assert (left * right).contains(first * second)
    if second:
        assert (left / right).contains(first / second)


@given(intervals(), intervals())
def test_sums_and_products_do_not_depend_on_order(left: Interval, right: Interval) -> None:
    assert left + right == right + left
    assert left * right == right * left


@given(intervals(), intervals(), intervals())
def test_sums_and_products_do_not_depend_on_grouping(
    one: Interval, two: Interval, three: Interval
) -> None:
    assert (one + two) + three == one + (two + three)
    assert (one * two) * three == one * (two * three)


@given(intervals(), intervals(), intervals())
def test_a_product_with_a_sum_lies_within_the_sum_of_products(
    factor: Interval, one: Interval, two: Interval
) -> None:
    assert (factor * (one + two)).is_subset(factor * one + factor * two)


@given(intervals(), intervals(), intervals(), intervals())
def test_wider_intervals_give_wider_results(
    left: Interval, right: Interval, more_left: Interval, more_right: Interval
) -> None:
    inner_left, inner_right = left.intersection(more_left), right.intersection(more_right)
    if inner_left is None or inner_right is None:
        return
    assert (inner_left + inner_right).is_subset(left + right)
    assert (inner_left * inner_right).is_subset(left * right)


@given(intervals(), intervals())
def test_the_intersection_is_the_largest_common_subset(left: Interval, right: Interval) -> None:
    common = left.intersection(right)
    assert (common is None) is (not left.intersects(right))
    if common is not None:
        assert common.is_subset(left)
        assert common.is_subset(right)
    assert left.intersection(left) == left


@given(intervals(), intervals())
def test_exact_numbers_compute_as_fractions(left: Interval, right: Interval) -> None:
    one, two = left.low, right.low
    if one is None or two is None:
        return
    assert Interval.exact(one) * Interval.exact(two) == Interval.exact(one * two)
    if two:
        assert Interval.exact(one) / Interval.exact(two) == Interval.exact(one / two)


@given(intervals(), intervals(), SHARES, SHARES)
def test_verdicts_hold_for_every_member(
    left: Interval, right: Interval, one: Fraction, other: Fraction
) -> None:
    first, second = member(left, one), member(right, other)
    facts = {"=": first == second, "<=": first <= second, "<": first < second}
    facts |= {">=": first >= second, ">": first > second}
    for operator, fact in facts.items():
        verdict = compare(left, operator, right)
        assert verdict is Verdict.UNDETERMINED or (verdict is Verdict.HOLDS) is fact


@given(intervals(), intervals(), SHARES)
def test_agreement_holds_for_every_member_or_for_none(
    stated: Interval, computed: Interval, share: Fraction
) -> None:
    allowed = stated.contains(member(computed, share))
    verdict = agreement(stated, computed)
    assert verdict is Verdict.UNDETERMINED or (verdict is Verdict.HOLDS) is allowed


@given(intervals(), intervals())
def test_a_difference_is_the_opposite_of_the_other_way_round(
    left: Interval, right: Interval
) -> None:
    assert left - right == -(right - left)
    assert (left - left).contains(0)
    assert (left + right - right).intersection(left) == left


@given(intervals(), intervals())
def test_a_quotient_times_its_divisor_takes_in_the_dividend(
    left: Interval, right: Interval
) -> None:
    if right.contains(0):
        return
    assert left.is_subset(left / right * right)
    assert left / right == left * (Interval.exact(1) / right)


@given(intervals(), intervals())
def test_the_other_way_round_gives_the_same_verdict(left: Interval, right: Interval) -> None:
    assert compare(left, "<=", right) is compare(right, ">=", left)
    assert compare(left, "<", right) is compare(right, ">", left)
    assert compare(left, "=", right) is compare(right, "=", left)


@pytest.mark.parametrize(
    ("left", "operator", "right", "verdict"),
    [
        (Interval.exact(300), "=", Interval.exact(300), Verdict.HOLDS),
        (Interval.exact(10500), "=", Interval.exact(10600), Verdict.FAILS),
        (Interval.at_least(50), "=", Interval.exact(50), Verdict.UNDETERMINED),
        (Interval.at_least(50), "=", Interval.exact(49), Verdict.FAILS),
        (Interval.at_least(50), ">=", Interval.exact(50), Verdict.HOLDS),
        (Interval.more_than(50), ">", Interval.exact(50), Verdict.HOLDS),
        (Interval.more_than(50), "<=", Interval.exact(50), Verdict.FAILS),
        (Interval.at_least(50), "<=", Interval.exact(50), Verdict.UNDETERMINED),
        (Interval.less_than(5), "<", Interval.exact(5), Verdict.HOLDS),
        (Interval.less_than(5), "≥", Interval.exact(5), Verdict.FAILS),
        (Interval.between(2, 3), "≤", Interval.between(3, 4), Verdict.HOLDS),
        (Interval.between(2, 3), "<", Interval.between(3, 4), Verdict.UNDETERMINED),
        (Interval.unbounded(), "=", Interval.unbounded(), Verdict.UNDETERMINED),
    ],
)
def test_compare(left: Interval, operator: str, right: Interval, verdict: Verdict) -> None:
    assert compare(left, operator, right) is verdict


@pytest.mark.parametrize(
    ("stated", "computed", "verdict"),
    [
        (Interval.at_least(50), Interval.exact(52), Verdict.HOLDS),
        (Interval.at_least(50), Interval.exact(49), Verdict.FAILS),
        (Interval.between(9, 11), Interval.exact(10), Verdict.HOLDS),
        (Interval.exact(10), Interval.between(9, 11), Verdict.UNDETERMINED),
        (Interval.more_than(50), Interval.exact(50), Verdict.FAILS),
    ],
)
def test_a_computed_value_fits_a_stated_one(
    stated: Interval, computed: Interval, verdict: Verdict
) -> None:
    assert agreement(stated, computed) is verdict


def test_ends_stay_open_and_closed_through_arithmetic() -> None:
    more_than_a_half = Interval.more_than(Fraction(1, 2))
    assert more_than_a_half + Interval.exact(1) == Interval.more_than(Fraction(3, 2))
    assert Interval.between(0, 1, low_open=True) * Interval.at_least(2) == Interval.more_than(0)
    assert Interval.between(0, 1) * Interval.at_least(2) == Interval.at_least(0)
    assert Interval.exact(6) / Interval.more_than(2) == Interval(
        Fraction(0), Fraction(3), low_open=True, high_open=True
    )


def test_division_by_an_interval_that_holds_zero_is_unbounded() -> None:
    assert Interval.exact(1) / Interval.between(0, 2) == Interval.at_least(Fraction(1, 2))
    assert Interval.exact(1) / Interval.between(-1, 2) == Interval.unbounded()
    assert Interval.exact(0) / Interval.between(-1, 2) == Interval.exact(0)


def test_division_by_zero_alone_is_refused() -> None:
    with pytest.raises(ZeroDivisionError, match="only zero"):
        Interval.exact(1) / Interval.exact(0)


def test_an_empty_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        Interval.between(3, 2)
    with pytest.raises(ValueError, match="empty"):
        Interval.between(3, 3, low_open=True)


def test_an_unknown_operator_is_refused() -> None:
    with pytest.raises(ValueError, match="not a comparison"):
        compare(Interval.exact(1), "!=", Interval.exact(1))


def test_an_unbounded_end_has_one_spelling() -> None:
    assert Interval(None, Fraction(3), low_open=False) == Interval.at_most(3)
    assert Interval.at_most(3).width is None
    assert Interval.between(2, 5).width == 3


def test_widening_closes_ends_and_zero_changes_nothing() -> None:
    assert Interval.more_than(5).widened(Fraction(0)) == Interval.more_than(5)
    assert Interval.less_than(5).widened(Fraction(1)) == Interval.at_most(6)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (Fraction(279, 1000), Fraction(1, 100), Fraction(28, 100)),
        (Fraction(275, 1000), Fraction(1, 100), Fraction(28, 100)),
        (Fraction(-275, 1000), Fraction(1, 100), Fraction(-28, 100)),
        (Fraction(31960), Fraction(1000), Fraction(32000)),
        (Fraction(7, 3), Fraction(0), Fraction(7, 3)),
    ],
)
def test_rounding_takes_a_half_away_from_zero(
    value: Fraction, step: Fraction, expected: Fraction
) -> None:
    assert rounded(value, step) == expected
