"""The scale of a chart: round steps from zero, and where a value stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_MOST_STEPS: Final = 5
_COUNTED_BY: Final = {1: "", 10**4: "万", 10**8: "亿"}
_FROM: Final = {10**8: 10**8, 10**4: 10**5, 1: 0}
"""From which value on a scale is marked in 亿, in 万, in ones: five digits are still read well."""
_ROUND: Final = (Fraction(1), Fraction(2), Fraction(5))


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from zero.

    Attributes:
        step: the distance between two marks, in the unit of the values.
        steps: how many.
        length: how long the scale is in the picture.
        percent: whether the values are shares, marked in percent.
        per: what its marks count by: 10000 where they are in 万.
    """

    step: Fraction
    steps: int
    length: int
    percent: bool = False
    per: int = 1

    @property
    def per_words(self) -> str:
        """What stands before the unit: 万, 亿 or nothing."""
        return _COUNTED_BY[self.per]

    @property
    def top(self) -> Fraction:
        """The greatest value on it."""
        return self.step * self.steps

    def at(self, value: Fraction) -> int:
        """Give the place of a value, from the zero."""
        return round(value * self.length / self.top)

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """Place and words of each mark."""
        values = [self.step * number for number in range(self.steps + 1)]
        return tuple((self.at(value), self._words(value)) for value in values)

    def _words(self, value: Fraction) -> str:
        shown = value * 100 if self.percent else value / self.per
        digits = _decimal(shown)
        return f"{digits}%" if self.percent else digits


def scale_for(greatest: Fraction, length: int, *, percent: bool = False) -> Scale:
    """Choose the finest round step that takes at most five to reach a value above zero."""
    step = next(one for one in _steps(greatest) if greatest <= one * _MOST_STEPS)
    per = 1 if percent else next(per for per, least in _FROM.items() if greatest >= least)
    return Scale(step, max(1, -(-greatest // step)), length, percent, per)


def _steps(greatest: Fraction) -> list[Fraction]:
    power = Fraction(1)
    while power * 10 <= greatest:
        power *= 10
    while power > greatest:
        power /= 10
    return [one * unit for unit in (power / 10, power, power * 10) for one in _ROUND]


def _decimal(value: Fraction) -> str:
    """Write an exact number whose denominator divides a power of ten."""
    if value.denominator == 1:
        return str(value.numerator)
    places = 1
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str((value * 10**places).numerator).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}"
