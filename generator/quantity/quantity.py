"""A quantity as a drafter wrote it: what it allows, in which unit, how firmly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.quantity.interval import Interval
from generator.quantity.units import DIMENSIONLESS, Unit

if TYPE_CHECKING:
    from collections.abc import Hashable

DEFAULT_TOLERANCE = Fraction(1, 10)
"""What 左右 and 约 stand for unless the plan says otherwise: ± 10 %."""

_HALF = Fraction(1, 2)


class Hedge(Enum):
    """How firmly a figure is set; the value is the word that stands for its group."""

    MUST = "必须"
    SHALL = "应当"
    IN_PRINCIPLE = "原则上"
    STRIVE = "力争"
    USUALLY = "一般"

    @property
    def binding(self) -> bool:
        """Whether a breach is an error (必须, 应当) and not a warning."""
        return self in {Hedge.MUST, Hedge.SHALL}


class Bound(Enum):
    """On which side a figure is limited; the value is the word that messages use."""

    EXACT = "恰为"
    AT_LEAST = "不少于"
    MORE_THAN = "超过"
    AT_MOST = "不超过"
    LESS_THAN = "不足"
    RANGE = "介于"


class Nearness(Enum):
    """Whether the figure is only near the true one; the value is a word for it."""

    NONE = ""
    ABOUT = "约"
    JUST_UNDER = "近"
    JUST_OVER = "余"


class Style(Enum):
    """How the number is printed."""

    NUMBER = "number"
    PERCENT = "percent"
    PER_MILLE = "per_mille"
    FRACTION = "fraction"
    TIMES = "times"
    TENTHS = "tenths"
    PAIR = "pair"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that says there is no value: -, — or 无."""

    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, bound and manner of printing.

    Two quantities are equal if they say the same in the same manner; `text` does not count.

    Attributes:
        interval: the numbers allowed, 万 and % already applied, 约 and rounding not.
        unit: the unit; `DIMENSIONLESS` for shares, pairs and bare numbers.
        text: exactly what the author wrote.
        numbers: the number or the two ends of a range as printed, 万 and % applied.
        bound: the side on which the figure is limited.
        hedge: how firmly, or None if nothing is said.
        nearness: 约, 近 or 余.
        style: how the number is printed.
        scale: what the printed number was multiplied by: 1, 10000 for 万 …
        printed_step: one unit of the last printed place: 1/100 for 10%, 1000 for 3.2万; 0 for a
            share printed as a fraction or a pair.
        is_exact_count: a whole number without 万, 亿 or %, or a fraction: never rounded.
        vague: unquantified (一批, 若干); `interval` is then unbounded.
        pair: (1, 6/5) for 1:1.2; `interval` then holds the quotient.
        verb: 达到, 稳定在, 增长 … as written before the number, or "".
        note: what stands in brackets at the end, or "".
        word: the vague word (一批), or 近 before a stretch of time (近五年), or "".
        remarks: what is odd about the wording: ``bound_and_range`` (至少2—3名),
            ``range_and_approximate`` (3—5年左右), ``double_bound`` (不少于10名以上),
            ``contradictory_bounds`` (不超过10名以上), ``approximate_and_bound`` (约10名以上),
            ``double_approximate`` (约10名左右), ``descending_range`` (5—3名).
    """

    interval: Interval
    unit: Unit = DIMENSIONLESS
    text: str = field(default="", compare=False)
    numbers: tuple[Fraction, ...] = ()
    bound: Bound = Bound.EXACT
    hedge: Hedge | None = None
    nearness: Nearness = Nearness.NONE
    style: Style = Style.NUMBER
    scale: int = 1
    printed_step: Fraction = Fraction(1)
    is_exact_count: bool = True
    vague: bool = False
    pair: tuple[Fraction, Fraction] | None = None
    verb: str = ""
    note: str = ""
    word: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def approximate(self) -> bool:
        """Whether the figure is only near the true one (约, 左右, 近, 余)."""
        return self.nearness is not Nearness.NONE

    @property
    def value(self) -> Fraction | None:
        """The one number printed, whatever its bound; None for a range or a vague figure."""
        return self.numbers[0] if len(self.numbers) == 1 else None

    @property
    def is_share(self) -> bool:
        """Whether it is printed as a part of a whole: 10%, 5‰, 1/3, 三成."""
        return self.style in SHARES

    def for_comparison(self, tolerance: Fraction = DEFAULT_TOLERANCE) -> Interval:
        """Return what the figure allows when it is set against another printed figure.

        约 and 左右 are ± `tolerance` of the number; 近 is below it by at most that much, or the
        number itself where nothing lies below it; 余 is above it by less than one of its last
        place that is not zero.
        """
        if self.nearness is Nearness.NONE or not self.numbers:
            return self.interval
        return self._near(tolerance)

    def for_computation(self, tolerance: Fraction = DEFAULT_TOLERANCE) -> Interval:
        """Return what the figure stands for in sums, quotients and computed comparisons.

        Besides `for_comparison`: a figure with decimals, 万, 亿, % or ‰ stands for ± half of its
        last printed place, except that a limit (不低于10%) is exact; and what cannot be negative
        (counts, durations, areas) has 0 as its lowest value.
        """
        interval = self.for_comparison(tolerance)
        if not self.is_exact_count and self.bound in _AS_PRINTED:
            interval = interval.widened(self.printed_step * _HALF)
        reaches_below = interval.low is None or interval.low.numerator < 0
        if reaches_below and self.unit.is_never_negative and not self.vague:
            interval = interval.intersection(_NOT_NEGATIVE) or interval
        return interval

    def in_unit(self, unit: Unit) -> Quantity | None:
        """Return the same figure in another unit of its kind (2年 as 24个月), or None."""
        if self.unit.factors == unit.factors:
            return self
        factor = self.unit.factor_to(unit)
        if factor is None:
            return None
        if factor == 1:
            return replace(self, unit=unit)
        return replace(
            self,
            unit=unit,
            interval=self.interval.scaled(factor),
            numbers=tuple(number * factor for number in self.numbers),
            printed_step=self.printed_step * factor,
        )

    def states_same(self, other: Quantity) -> bool:
        """Whether both state one and the same figure: number, bound, nearness and kind of unit.

        How it is printed (三年, 3年; 10%, 1/10) and how firmly it is set do not count.
        """
        if self.vague or other.vague:
            return self.vague and other.vague
        converted = other.in_unit(self.unit)
        return (
            converted is not None
            and self.interval == converted.interval
            # 至少2—3名 allows what 至少2名 does, and says another thing
            and self.numbers == converted.numbers
            and self.nearness is converted.nearness
            and (self.pair is None or converted.pair is None or self.pair == converted.pair)
        )

    @property
    def statement(self) -> Hashable:
        """What it states, in the first unit of its kind, but for the two numbers of a pair.

        Two quantities without a pair have equal statements exactly when `states_same` holds.
        """
        if self.vague:
            return None
        size, interval = self.unit.magnitude, self.interval
        low, high = interval.low, interval.high
        if size.numerator != size.denominator:
            low, high = low and low * size, high and high * size
        ends = (_exactly(low), _exactly(high), interval.low_open, interval.high_open)
        return self.unit.dimension, ends, self.nearness

    def _near(self, tolerance: Fraction) -> Interval:
        """Return the interval with 约, 近 or 余 spelled out."""
        low, high = self.numbers[0], self.numbers[-1]
        if self.nearness is Nearness.JUST_UNDER:
            least = low - abs(low) * tolerance
            # nothing lies just below 0, nor below any number where the plan allows 0%
            return Interval(least, high, high_open=least < high)
        if self.nearness is Nearness.JUST_OVER:
            return Interval(low, high + self._last_place(high), low_open=True, high_open=True)
        near = Interval(low - abs(low) * tolerance, high + abs(high) * tolerance)
        if self.bound in _LOWER_BOUNDS:
            return Interval(near.low, None)
        return Interval(None, near.high) if self.bound in _UPPER_BOUNDS else near

    def _last_place(self, number: Fraction) -> Fraction:
        """Return the place value of the last figure that is not zero: 100 for 300."""
        step = self.printed_step or number
        if not number or not self.printed_step:
            return step / 10
        while (number / (step * 10)).denominator == 1:
            step *= 10
        return step


def _exactly(end: Fraction | None) -> tuple[int, int] | None:
    """Return both parts of a fraction, which are hashed much faster than it is."""
    return None if end is None else end.as_integer_ratio()


_NOT_NEGATIVE = Interval.at_least(0)
# Tuples, not sets: a member of an enumeration is compared much faster than hashed.
SHARES = (Style.PERCENT, Style.PER_MILLE, Style.FRACTION, Style.TENTHS)
_AS_PRINTED = (Bound.EXACT, Bound.RANGE)
_LOWER_BOUNDS = (Bound.AT_LEAST, Bound.MORE_THAN)
_UPPER_BOUNDS = (Bound.AT_MOST, Bound.LESS_THAN)
