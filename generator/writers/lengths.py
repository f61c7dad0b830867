"""Lengths with their unit, exact until the moment they are written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_POINTS_A_MILLIMETRE = Fraction(720, 254)


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length; make one with `mm`, `pt` or `twips`.

    Attributes:
        points: exact length in typographic points (1/72 inch).
    """

    points: Fraction

    def __add__(self, other: Length) -> Length:
        """Add two lengths."""
        return Length(self.points + other.points)

    def __sub__(self, other: Length) -> Length:
        """Take a length away; the result may be negative."""
        return Length(self.points - other.points)

    def __mul__(self, factor: int | Fraction) -> Length:
        """Multiply by an exact number."""
        return Length(self.points * factor)

    def __floordiv__(self, other: Length) -> int:
        """Count how many of the other length fit into this one."""
        return self.points // other.points

    @property
    def millimetres(self) -> Fraction:
        """The length in millimetres, exact."""
        return self.points / _POINTS_A_MILLIMETRE

    @property
    def twips(self) -> int:
        """The length in 1/20 point, rounded: margins, indents and line pitch."""
        return _rounded(self.points * 20)

    @property
    def half_points(self) -> int:
        """The length in 1/2 point, rounded: font sizes."""
        return _rounded(self.points * 2)

    @property
    def eighths(self) -> int:
        """The length in 1/8 point, rounded: thickness of rules."""
        return _rounded(self.points * 8)

    @property
    def emu(self) -> int:
        """The length in English metric units (12700 a point): drawings."""
        return _rounded(self.points * 12700)


def mm(value: int | str) -> Length:
    """Make a length of millimetres; a decimal fraction is given as text ("0.35")."""
    return Length(Fraction(value) * _POINTS_A_MILLIMETRE)


def pt(value: int | str) -> Length:
    """Make a length of points; a decimal fraction is given as text ("28.95")."""
    return Length(Fraction(value))


def twips(value: int) -> Length:
    """Make a length of 1/20 points."""
    return Length(Fraction(value, 20))


def _rounded(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
