"""Units of measure: products of named units that multiply, cancel and compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from generator.quantity.unit_table import UnitEntry, unit_entry

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ONE = Fraction(1)
# Printed with 个 after a number: 3个月, 2个百分点.
_WITH_MEASURE = frozenset((name, 1) for name in ("月", "季度", "学期", "工作日", "百分点"))


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A product of named units with whole exponents, in the order written.

    ``(("元", 1), ("人", -1), ("天", -1))`` is 元/人/天. No factors is a pure number: a share, a
    ratio, a number without a unit. The order does not count when two units are compared.

    Attributes:
        factors: the named units with their exponents.
        name: the unit as printed after a number: 元/人/天, 个月, or nothing for a pure number.
        dimension: the kinds of its factors with exponents, sorted: 名 and 人 are one kind.
        magnitude: how many of the first unit of its kind one of it is: 公顷 is 10000 (平方米).
    """

    factors: tuple[tuple[str, int], ...] = ()
    name: str = field(init=False, repr=False)
    dimension: tuple[tuple[str, int], ...] = field(init=False, repr=False)
    magnitude: Fraction = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every comparison asks for."""
        object.__setattr__(self, "name", _printed(self.factors))
        object.__setattr__(self, "dimension", _dimension(self.factors))
        object.__setattr__(self, "magnitude", _magnitude(self.factors))

    @classmethod
    def of(cls, name: str) -> Unit:
        """Return the unit with this one name, exponent 1."""
        return cls(((name, 1),))

    @property
    def is_dimensionless(self) -> bool:
        """Whether the unit is a pure number as written."""
        return not self.factors

    @property
    def is_never_negative(self) -> bool:
        """Whether amounts in this unit cannot lie below zero: counts, durations, areas."""
        return bool(self.factors) and all(_entry(name).never_negative for name, _ in self.factors)

    def same_kind(self, other: Unit) -> bool:
        """Whether amounts in the two units can be compared: 名 with 人, 年 with 月."""
        return self.factors == other.factors or self.dimension == other.dimension

    def factor_to(self, other: Unit) -> Fraction | None:
        """Return how many of `other` one of this is, or None if they cannot be compared."""
        if self.factors == other.factors:
            return _ONE
        return self.magnitude / other.magnitude if self.same_kind(other) else None

    def __mul__(self, other: Unit) -> Unit:
        """Return the product; units of one kind and size cancel, under the name met first."""
        powers = dict(self.factors)
        for name, power in other.factors:
            twin = next((known for known in powers if _are_twins(known, name)), name)
            powers[twin] = powers.get(twin, 0) + power
        return Unit(tuple((name, power) for name, power in powers.items() if power))

    def __truediv__(self, other: Unit) -> Unit:
        """Return the quotient."""
        return self * Unit(tuple((name, -power) for name, power in other.factors))

    def __eq__(self, other: object) -> bool:
        """Whether both are the same units by name, in any order."""
        if not isinstance(other, Unit):
            return NotImplemented
        return self.factors == other.factors or set(self.factors) == set(other.factors)

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(frozenset(self.factors))


@lru_cache(maxsize=1024)
def _printed(factors: tuple[tuple[str, int], ...]) -> str:
    """Return the name of a product of units; few different ones occur."""
    if len(factors) == 1 and factors[0] in _WITH_MEASURE:
        return "个" + factors[0][0]
    above = [_with_power(name, power) for name, power in factors if power > 0]
    below = ["/" + _with_power(name, -power) for name, power in factors if power < 0]
    return "·".join(above) + "".join(below)


@lru_cache(maxsize=1024)
def _dimension(factors: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Return the kinds of a product of units; few different ones occur."""
    powers: dict[str, int] = {}
    for name, power in factors:
        kind = _entry(name).kind
        powers[kind] = powers.get(kind, 0) + power
    return tuple(sorted((kind, power) for kind, power in powers.items() if power))


@lru_cache(maxsize=1024)
def _magnitude(factors: tuple[tuple[str, int], ...]) -> Fraction:
    """Return the size of a product of units; few different ones occur."""
    size = _ONE
    for name, power in factors:
        size *= _entry(name).size ** power
    return size


def _with_power(name: str, power: int) -> str:
    """Return 米 or 米²."""
    return name if power == 1 else name + str(power).translate(_SUPERSCRIPTS)


@lru_cache(maxsize=1024)
def _entry(name: str) -> UnitEntry:
    """Return what is known of a unit; a plan's own unit is a kind of its own."""
    return unit_entry(name) or UnitEntry(name, name, _ONE, never_negative=True)


def _are_twins(left: str, right: str) -> bool:
    """Whether two names stand for the same amount of the same kind."""
    if left == right:
        return True
    one, other = _entry(left), _entry(right)
    return one.kind == other.kind and one.size == other.size


DIMENSIONLESS = Unit()
