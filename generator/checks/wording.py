"""Numbers and intervals as messages print them: in the manner of the figure they are about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.quantity import Style, rounded

if TYPE_CHECKING:
    from generator.quantity import Interval, Quantity, Unit

_SCALES: Final = {10**8: "亿", 10**4: "万", 1: ""}
_SHARES: Final = {Style.PERCENT: (100, "%"), Style.PER_MILLE: (1000, "‰")}
# 95% and 90% are not 5% apart
_POINTS: Final = {Style.PERCENT: "个百分点", Style.PER_MILLE: "个千分点"}
_FIGURES_SHOWN: Final = 4


class Manner(NamedTuple):
    """How a figure is printed.

    Attributes:
        unit: the unit.
        scale: what the number is counted in: 1, 10000 (万) or 100000000 (亿).
        style: 百分数 and 千分数 are printed as such, all else as plain numbers.
    """

    unit: Unit
    scale: int = 1
    style: Style = Style.NUMBER

    def of(self, value: Fraction) -> str:
        """Print a number in this manner: 3800名, 1000万元, 67%."""
        if self.style in _SHARES:
            factor, sign = _SHARES[self.style]
            return f"{number(value * factor)}{sign}"
        return f"{self.bare(value)}{self.unit.name}"

    def apart(self, distance: Fraction) -> str:
        """Print how far apart two numbers of this manner are: 5名, 5个百分点."""
        if self.style in _POINTS:
            return f"{number(distance * _SHARES[self.style][0])}{_POINTS[self.style]}"
        return self.of(distance)

    def bare(self, value: Fraction) -> str:
        """Print a number without its unit: 3800, 1000万."""
        if self.scale == 1:
            return number(value)
        return f"{number(value / self.scale)}{_SCALES[self.scale]}"


def manner_of(quantity: Quantity) -> Manner:
    """Give the manner in which a figure was printed."""
    scale = next(scale for scale in _SCALES if quantity.scale >= scale)
    return Manner(quantity.unit, scale, quantity.style)


def number(value: Fraction) -> str:
    """Print a number exactly (3800, 2.5), or to four figures and so marked (约0.3333)."""
    if value.denominator == 1:
        return str(value.numerator)
    twos_and_fives = value.denominator
    for factor in (2, 5):
        while twos_and_fives % factor == 0:
            twos_and_fives //= factor
    if twos_and_fives == 1:
        return _decimal(value)
    step = Fraction(1)
    while abs(value) < step * 10 ** (_FIGURES_SHOWN - 1):
        step /= 10
    return f"约{_decimal(rounded(value, step))}"


def _decimal(value: Fraction) -> str:
    places = next(n for n in range(1024) if (value * 10**n).denominator == 1)
    if not places:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def amount(interval: Interval, manner: Manner) -> str:
    """Print what an interval allows: 300名, 不少于50名, 2—3名."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return manner.of(low)
    if low is not None and high is not None and (interval.low_open or interval.high_open):
        least = "超过" if interval.low_open else "不少于"
        most = "不足" if interval.high_open else "不超过"
        return f"{least}{manner.of(low)}、{most}{manner.of(high)}"
    if low is not None and high is not None:
        first = manner.of(low) if manner.style in _SHARES else manner.bare(low)
        return f"{first}—{manner.of(high)}"
    if low is not None:
        return f"{'超过' if interval.low_open else '不少于'}{manner.of(low)}"
    if high is not None:
        return f"{'不足' if interval.high_open else '不超过'}{manner.of(high)}"
    return "不定"


def gap(stated: Interval, computed: Interval, manner: Manner) -> str:
    """Print how far apart two intervals are that do not meet, or ""."""
    distance: Fraction | int = 0
    if stated.high is not None and computed.low is not None and computed.low >= stated.high:
        distance = computed.low - stated.high
    elif stated.low is not None and computed.high is not None and stated.low >= computed.high:
        distance = stated.low - computed.high
    # 50 and 超过50 do not meet, yet nothing lies between them
    return manner.apart(Fraction(distance)) if distance else ""


def apart(difference: str) -> str:
    """Say how far apart two figures are, at the end of a sentence; nothing if it is not known."""
    return f"，相差{difference}" if difference else ""


def only_by_rounding(computed: str, difference: str) -> str:
    """Say that printed numbers do not add up, and that they may still be right."""
    return f"按所印的数加起来是{computed}{apart(difference)}，只有四舍五入才说得通"
