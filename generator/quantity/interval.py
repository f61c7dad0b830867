"""Intervals of exact numbers, and what can be said when two of them are compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ZERO = Fraction(0)
_HALF = Fraction(1, 2)


class Verdict(Enum):
    """What a comparison of two intervals shows; the value is the word that users read."""

    HOLDS = "成立"
    FAILS = "矛盾"
    UNDETERMINED = "未定"


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number that a statement allows: from `low` to `high`.

    An end of None is unbounded (and counts as open); an open end is not itself allowed. An
    interval is never empty.

    Raises:
        ValueError: the ends leave no number between them.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty interval and give unbounded ends one spelling."""
        low, high = self.low, self.high
        if low is None:
            object.__setattr__(self, "low_open", True)
        if high is None:
            object.__setattr__(self, "high_open", True)
        if low is None or high is None or (low is high and not (self.low_open or self.high_open)):
            return
        if low > high or (low == high and (self.low_open or self.high_open)):
            message = f"empty interval: {low} to {high}"
            raise ValueError(message)

    @classmethod
    def exact(cls, value: Fraction | int) -> Interval:
        """Return the interval that holds only `value`."""
        number = value if type(value) is Fraction else Fraction(value)
        return cls(number, number)

    @classmethod
    def at_least(cls, value: Fraction | int) -> Interval:
        """Return value and everything above it (不少于)."""
        return cls(Fraction(value), None)

    @classmethod
    def more_than(cls, value: Fraction | int) -> Interval:
        """Return everything above value, without it (超过)."""
        return cls(Fraction(value), None, low_open=True)

    @classmethod
    def at_most(cls, value: Fraction | int) -> Interval:
        """Return value and everything below it (不超过)."""
        return cls(None, Fraction(value))

    @classmethod
    def less_than(cls, value: Fraction | int) -> Interval:
        """Return everything below value, without it (不足)."""
        return cls(None, Fraction(value), high_open=True)

    @classmethod
    def between(
        cls,
        low: Fraction | int,
        high: Fraction | int,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> Interval:
        """Return low to high, both included unless said otherwise (50至100).

        Raises:
            ValueError: nothing lies between them.
        """
        return cls(Fraction(low), Fraction(high), low_open, high_open)

    @classmethod
    def unbounded(cls) -> Interval:
        """Return all numbers: nothing is known."""
        return cls(None, None)

    @property
    def is_exact(self) -> bool:
        """Whether exactly one number is allowed."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def width(self) -> Fraction | None:
        """The distance between the ends, or None if an end is unbounded."""
        if self.low is None or self.high is None:
            return None
        return self.high - self.low

    def contains(self, value: Fraction | int) -> bool:
        """Whether the interval allows `value`."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (not self.high_open and value == self.high)

    def intersects(self, other: Interval) -> bool:
        """Whether some number is allowed by both."""
        return not (_is_above(self, other) or _is_above(other, self))

    def intersection(self, other: Interval) -> Interval | None:
        """Return the numbers that both allow, or None if there are none."""
        if not self.intersects(other):
            return None
        low, low_open = max(_low_end(self), _low_end(other))[1:]
        high, high_open = min(_high_end(self), _high_end(other))[1:]
        return Interval(low, high, bool(low_open), not high_open)

    def is_subset(self, other: Interval) -> bool:
        """Whether `other` allows every number that this one allows."""
        return _low_end(self) >= _low_end(other) and _high_end(self) <= _high_end(other)

    def widened(self, margin: Fraction) -> Interval:
        """Return the interval with every bounded end moved outwards by `margin` and closed.

        A margin of zero changes nothing, so open ends stay open.
        """
        if not margin:
            return self
        low = None if self.low is None else self.low - margin
        high = None if self.high is None else self.high + margin
        return Interval(low, high)

    def scaled(self, factor: Fraction | int) -> Interval:
        """Return the interval of every number times `factor`."""
        return self if factor == 1 else self * Interval.exact(factor)

    def __neg__(self) -> Interval:
        """Return the opposite of every number."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        """Return every sum of a number from each."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(
            low, high, self.low_open or other.low_open, self.high_open or other.high_open
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return every difference of a number from each."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return every product of a number from each."""
        if self.is_exact and other.is_exact and self.low is not None and other.low is not None:
            return Interval.exact(self.low * other.low)
        corners = [_corner(left, right) for left in _ends(self) for right in _ends(other)]
        return _hull(corners)

    def __truediv__(self, other: Interval) -> Interval:
        """Return the smallest interval with every quotient by a number of `other` but zero.

        Raises:
            ZeroDivisionError: `other` allows zero only.
        """
        if self.is_exact and other.is_exact and self.low is not None and other.low:
            return Interval.exact(self.low / other.low)
        parts = [self * inverse for inverse in _inverses(other)]
        if not parts:
            message = "division by an interval that holds only zero"
            raise ZeroDivisionError(message)
        return _hull([end for part in parts for end in _ends(part)])


# An end of an interval for arithmetic: the sign of infinity (or 0), the number, whether open.
_End = tuple[int, Fraction, bool]


def _low_end(interval: Interval) -> tuple[int, Fraction | None, int]:
    """Return a key that orders lower ends by what they exclude."""
    if interval.low is None:
        return (0, None, 1)
    return (1, interval.low, int(interval.low_open))


def _high_end(interval: Interval) -> tuple[int, Fraction | None, int]:
    """Return a key that orders upper ends by what they allow."""
    if interval.high is None:
        return (1, None, 0)
    return (0, interval.high, int(not interval.high_open))


def _is_above(left: Interval, right: Interval) -> bool:
    """Whether every number of `left` is greater than every number of `right`."""
    if left.low is None or right.high is None:
        return False
    return left.low > right.high or (left.low == right.high and (left.low_open or right.high_open))


def _is_not_below(left: Interval, right: Interval) -> bool:
    """Whether every number of `left` is at least every number of `right`."""
    return left.low is not None and right.high is not None and left.low >= right.high


def _ends(interval: Interval) -> tuple[_End, _End]:
    """Return both ends in the form that corners are computed with."""
    low: _End = (-1, _ZERO, True) if interval.low is None else (0, interval.low, interval.low_open)
    high: _End = (
        (1, _ZERO, True) if interval.high is None else (0, interval.high, interval.high_open)
    )
    return low, high


def _sign(end: _End) -> int:
    """Return the sign of an end, infinite or not."""
    infinity, value, _ = end
    # the sign of a fraction is that of its numerator, which is compared much faster
    return infinity or (value.numerator > 0) - (value.numerator < 0)


def _corner(left: _End, right: _End) -> _End:
    """Return the product of two ends; a zero that is reached makes a zero that is reached."""
    sign = _sign(left) * _sign(right)
    if sign and (left[0] or right[0]):
        return (sign, _ZERO, True)
    if sign:
        return (0, left[1] * right[1], left[2] or right[2])
    reached = any(not end[2] and not _sign(end) for end in (left, right))
    return (0, _ZERO, not reached)


def _hull(ends: Iterable[_End]) -> Interval:
    """Return the smallest interval with all these ends; of equal ends the closed one counts."""
    corners = list(ends)
    low = min(corners, key=lambda end: (end[0], end[1], end[2]))
    high = max(corners, key=lambda end: (end[0], end[1], not end[2]))
    return Interval(
        None if low[0] else low[1],
        None if high[0] else high[1],
        low[2],
        high[2],
    )


def _inverses(divisor: Interval) -> list[Interval]:
    """Return 1/x over the positive and over the negative numbers of `divisor`."""
    positive = divisor.intersection(Interval.more_than(0))
    negative = divisor.intersection(Interval.less_than(0))
    inverses = [] if positive is None else [_inverse_of_positive(positive)]
    if negative is not None:
        inverses.append(-_inverse_of_positive(-negative))
    return inverses


def _inverse_of_positive(interval: Interval) -> Interval:
    """Return 1/x over an interval above zero."""
    low = _ZERO if interval.high is None else 1 / interval.high
    high = 1 / interval.low if interval.low else None
    return Interval(low, high, interval.high_open, interval.low_open)


def _is_same(left: Interval, right: Interval) -> bool:
    """Whether both allow one and the same number only."""
    return left.is_exact and right.is_exact and left.low == right.low


_OPERATORS = {"≤": "<=", "≥": ">=", "＝": "=", "＜": "<", "＞": ">", "==": "="}


def compare(left: Interval, operator: str, right: Interval) -> Verdict:
    """Return whether ``left operator right`` holds for every pair of numbers, none, or some.

    Args:
        left: what the left side allows.
        operator: one of ``= <= >= < >``, or their full-width forms, ``≤`` and ``≥``.
        right: what the right side allows.

    Raises:
        ValueError: the operator is none of these.
    """
    sign = _OPERATORS.get(operator, operator)
    if sign in (">", ">="):
        return compare(right, "<" if sign == ">" else "<=", left)
    if sign == "=":
        always, never = _is_same(left, right), not left.intersects(right)
    elif sign == "<=":
        always, never = _is_not_below(right, left), _is_above(left, right)
    elif sign == "<":
        always, never = _is_above(right, left), _is_not_below(left, right)
    else:
        message = f"not a comparison: {operator}"
        raise ValueError(message)
    return _verdict(always=always, never=never)


def agreement(stated: Interval, computed: Interval) -> Verdict:
    """Return whether a computed value fits a stated one.

    It holds if the statement allows everything that was computed (an exact 9.8% fits a printed
    10%, 52 fits 至少50), and fails if it allows nothing of it.
    """
    return _verdict(always=computed.is_subset(stated), never=not computed.intersects(stated))


def _verdict(*, always: bool, never: bool) -> Verdict:
    """Return the verdict for a comparison that holds always, never or sometimes."""
    if always:
        return Verdict.HOLDS
    return Verdict.FAILS if never else Verdict.UNDETERMINED


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """Return the multiple of `step` nearest to `value`; a half goes away from zero (四舍五入)."""
    if not step:
        return value
    steps = abs(value) / step + _HALF
    whole = steps.numerator // steps.denominator
    return whole * step if value >= 0 else -whole * step
