"""Numbers and intervals as messages print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.quantity import Interval, Unit


def number(value: Fraction) -> str:
    """Print a number exactly: 3800, 2.5, 1/3."""
    if value.denominator == 1:
        return str(value.numerator)
    twos_and_fives = value.denominator
    for factor in (2, 5):
        while twos_and_fives % factor == 0:
            twos_and_fives //= factor
    if twos_and_fives != 1:
        return f"{value.numerator}/{value.denominator}"
    places = next(n for n in range(1, 64) if (value * 10**n).denominator == 1)
    digits = str(abs(value.numerator * 10**places // value.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def amount(interval: Interval, unit: Unit) -> str:
    """Print what an interval allows, with its unit: 300名, 不少于50名, 2—3名."""
    low, high, name = interval.low, interval.high, unit.name
    if low is not None and low == high:
        return f"{number(low)}{name}"
    if low is not None and high is not None:
        return f"{number(low)}—{number(high)}{name}"
    if low is not None:
        return f"{'超过' if interval.low_open else '不少于'}{number(low)}{name}"
    if high is not None:
        return f"{'不足' if interval.high_open else '不超过'}{number(high)}{name}"
    return "不定"


def gap(stated: Interval, computed: Interval, unit: Unit) -> str:
    """Print how far apart two intervals are that do not meet, or ""."""
    if stated.high is not None and computed.low is not None and computed.low >= stated.high:
        return f"{number(computed.low - stated.high)}{unit.name}"
    if stated.low is not None and computed.high is not None and stated.low >= computed.high:
        return f"{number(stated.low - computed.high)}{unit.name}"
    return ""
