"""Numbers and intervals as messages print them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.wording import amount, gap, manner_of, number
from generator.quantity import Interval, Quantity, parse_quantity


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert isinstance(found, Quantity)
    return found


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Fraction(0), "0"),
        (Fraction(3800), "3800"),
        (Fraction(-5), "-5"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 20), "0.05"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "约0.3333"),
        (Fraction(200, 3), "约66.67"),
        (Fraction(10_000_000, 3), "约3333333"),
        (Fraction(1, 30_000), "约0.00003333"),
        (Fraction(-2, 3), "约-0.6667"),
    ],
)
def test_a_number_is_printed_exactly_or_marked_as_rounded(value: Fraction, printed: str) -> None:
    assert number(value) == printed


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_a_decimal_is_printed_exactly(numerator: int, places: int) -> None:
    value = Fraction(numerator, 10**places)
    assert Fraction(number(value)) == value


@pytest.mark.parametrize(
    ("like", "interval", "printed"),
    [
        ("5名", Interval.exact(300), "300名"),
        ("5名", Interval.at_least(50), "不少于50名"),
        ("5名", Interval(Fraction(50), None, low_open=True), "超过50名"),
        ("5名", Interval(None, Fraction(50)), "不超过50名"),
        ("5名", Interval(None, Fraction(50), high_open=True), "不足50名"),
        ("5名", Interval(Fraction(2), Fraction(3)), "2—3名"),
        ("5名", Interval.unbounded(), "不定"),
        ("900万元", Interval.exact(10_000_000), "1000万元"),
        ("900万元", Interval.exact(10_005_000), "1000.5万元"),
        ("900万元", Interval(Fraction(10_000), Fraction(20_000)), "1万—2万元"),
        ("1.2亿元", Interval.exact(10_000_000), "0.1亿元"),
        ("10%", Interval.exact(Fraction(3, 4)), "75%"),
        ("10%", Interval(Fraction(1, 10), Fraction(1, 5)), "10%—20%"),
        ("10%", Interval.exact(Fraction(2, 3)), "约66.67%"),
        ("5‰", Interval.exact(Fraction(3, 1000)), "3‰"),
        ("400元/人/天", Interval.exact(200), "200元/人/天"),
    ],
)
def test_an_amount_is_printed_in_the_manner_of_the_figure_that_it_is_about(
    like: str, interval: Interval, printed: str
) -> None:
    assert amount(interval, manner_of(quantity(like))) == printed


@pytest.mark.parametrize(
    ("stated", "computed", "printed"),
    [
        ("10500名", "10600名", "100名"),
        ("10600名", "10500名", "100名"),
        ("不超过900万元", "1000万元", "100万元"),
        ("不少于50名", "30名", "20名"),
        ("10%", "15%", "5个百分点"),
        ("13‰", "11‰", "2个千分点"),
        ("1/3", "1/2", "约0.1667"),
        ("不少于50名", "60名", ""),
        ("2—3名", "3—4名", ""),
    ],
)
def test_the_gap_is_the_distance_between_what_the_two_allow(
    stated: str, computed: str, printed: str
) -> None:
    one, other = quantity(stated), quantity(computed)
    assert gap(one.interval, other.interval, manner_of(one)) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [("2—3名", "2—3名"), ("20多名", "超过20名、不足30名"), ("超过5名", "超过5名")],
)
def test_open_ends_are_printed_as_open(text: str, printed: str) -> None:
    one = quantity(text)
    assert amount(one.for_comparison(), manner_of(one)) == printed
