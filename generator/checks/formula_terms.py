"""What formulas are made of: values with units, and the names that they are known by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from generator.checks.nearness import tolerance_of
from generator.checks.selectors import count_of
from generator.checks.wording import Manner, amount, manner_of
from generator.quantity import DIMENSIONLESS, Interval, Unit
from generator.quantity.unit_scan import scan_subject
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.model.figures import Figure, Indicator
    from generator.model.tables import Table
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan


_LIMITS: Final = ("下限", "上限")
_HUNDRED: Final = 100
PERCENTAGE_POINT: Final = Unit.of("百分点")


@dataclass(frozen=True, slots=True)
class Value:
    """A computed value.

    Attributes:
        interval: what it allows, the rounding of printed figures taken into account.
        printed: what it allows if the figures are taken as printed, for messages.
        manner: its unit, and how to print it.
        figures: the figures that it was made of.
        text: the calculation with its numbers.
        is_count: a number of things, which compares with any measure word.
        is_gap: a difference of shares, which is counted in 百分点.
    """

    interval: Interval
    printed: Interval
    manner: Manner
    figures: tuple[Figure, ...] = ()
    text: str = ""
    is_count: bool = False
    is_gap: bool = False

    @property
    def in_points(self) -> Value:
        """A difference of shares in 百分点: 13.2% − 12% is 1.2个百分点."""
        manner = Manner(PERCENTAGE_POINT)
        interval, printed = self.interval.scaled(_HUNDRED), self.printed.scaled(_HUNDRED)
        return replace(self, interval=interval, printed=printed, manner=manner)

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.manner.unit


class Absent(NamedTuple):
    """Why a name has no value: the kind of the fault, and what it is in Chinese."""

    kind: str
    message: str


class Terms(Protocol):
    """The names that a formula may use, and their values."""

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The names by their first characters, the longest first."""

    @property
    def tolerance(self) -> Fraction:
        """What 约 stands for."""

    @property
    def extra_units(self) -> frozenset[str]:
        """The units of measure that the plan adds to the closed list."""

    @property
    def kind(self) -> str:
        """What the names are names of, in Chinese."""

    def value(self, name: str, period: str) -> Value | Absent:
        """Give the value of a name, of a period where one is written after @."""

    def function(self, name: str, argument: str) -> Value | Absent:
        """Give the value of 合计（表.列） or 计数（projects）."""


class PlanTerms:
    """The indicators of a plan."""

    kind = "指标"

    def __init__(
        self, resolved: ResolvedPlan, like: Figure | None = None, *, by_name: bool = False
    ) -> None:
        """Take the figures of a plan; of several of one indicator, that which goes with `like`.

        `by_name` takes 每批进修人员 as people of each 批, although nothing but its name says so.
        """
        self.resolved = resolved
        self.like = like
        self.by_name = by_name
        self.tolerance = tolerance_of(resolved)
        self.extra_units = resolved.extra_units
        self.names = resolved.indicators.by_beginning

    def value(self, name: str, period: str) -> Value | Absent:
        """Give the figure of an indicator."""
        match = self.resolved.indicators.find(name)
        if match is None:
            return Absent("name", f"没有名为“{name}”的指标")
        indicator = match.value
        figures = figures_of(indicator, period) if period else self._figures(indicator)
        if not figures:
            when = period or (self.like.when if self.like else "")
            return Absent("period", f"“{indicator.name}”没有“{when}”的数值")
        if len(figures) > 1:
            return Absent("period", f"“{indicator.name}”有几个时期，要写明“@时期”")
        quantity = figures[0].stated.quantity
        if quantity.vague:
            return Absent("vague", f"“{indicator.name}”没有数")
        value = stated_value(quantity, (figures[0],), self.tolerance)
        subject = subject_unit(indicator, self.extra_units, by_name=self.by_name)
        if subject is None:
            return value
        return replace(value, manner=value.manner._replace(unit=value.unit / subject))

    def _figures(self, indicator: Indicator) -> tuple[Figure, ...]:
        stated, like = indicator.stated, self.like
        if like is None or (len(stated) == 1 and None in (stated[0].key.period, like.key.period)):
            return stated
        same = [figure for figure in stated if figure.key.period == like.key.period]
        same = same or [figure for figure in stated if figure.key.period is None]
        counted = [figure for figure in same if figure.key.counting == like.key.counting]
        return tuple(counted or same)

    def function(self, name: str, argument: str) -> Value | Absent:
        """Add up a column of a table, count what a selector names, or take a limit of a figure."""
        if name == "合计":
            return self._total(argument)
        if name in _LIMITS:
            return self._limit(name, argument)
        count = count_of(self.resolved, argument)
        if count is None:
            return Absent("name", f"不认识的计数对象“{argument}”")
        number = Interval.exact(count)
        return Value(number, number, Manner(DIMENSIONLESS), text=str(count), is_count=True)

    def _limit(self, name: str, argument: str) -> Value | Absent:
        """Give the least or the most that a figure allows as an exact number."""
        indicator, _, period = argument.partition("@")
        value = self.value(indicator.strip(), period.strip())
        if isinstance(value, Absent):
            return value
        end = value.printed.low if name == "下限" else value.printed.high
        if end is None:
            return Absent("vague", f"“{argument}”没有{name}")
        limit = Interval.exact(end)
        figure = value.figures[0].stated.quantity
        text = amount(limit, manner_of(figure))
        return replace(value, interval=limit, printed=limit, text=text)

    def _total(self, argument: str) -> Value | Absent:
        title, sign, column = (part.strip() for part in argument.partition("."))
        tables = [table for table in self.resolved.plan.tables if title in table.names]
        position = tables[0].body.position(column) if tables and sign else None
        if not tables or position is None:
            return Absent(
                "name", f"没有“{title}”表的“{column}”列" if sign else "写成“合计（表.列）”"
            )
        return column_total(tables[0], position, self.tolerance)


def column_total(table: Table, position: int, tolerance: Fraction) -> Value | Absent:
    """Add up the rows of a column that are neither the total nor parts of other rows."""
    body = table.body
    figures = [
        figure
        for row, column, figure in body.figures
        if column == position
        and not body.rows[row].total
        and body.rows[row].part_of is None
        and body.rows[row].cells[column].stated is figure.stated
    ]
    values = [stated_value(figure.stated.quantity, (figure,), tolerance) for figure in figures]
    if not values or any(not value.unit.same_kind(values[0].unit) for value in values):
        return Absent("unit", f"“{table.name}”的这一列不能相加")
    manner = values[0].manner
    scales = [value.unit.factor_to(manner.unit) or 1 for value in values]
    pairs = list(zip(values, scales, strict=True))
    zero = Interval.exact(0)
    return Value(
        reduce(add, (value.interval.scaled(scale) for value, scale in pairs), zero),
        reduce(add, (value.printed.scaled(scale) for value, scale in pairs), zero),
        manner,
        tuple(figures),
        f"（{' + '.join(value.text for value in values)}）",
    )


def stated_value(quantity: Quantity, figures: tuple[Figure, ...], tolerance: Fraction) -> Value:
    """Make a stated figure a value."""
    return Value(
        quantity.for_computation(tolerance),
        quantity.for_comparison(tolerance),
        manner_of(quantity),
        figures,
        quantity.text,
    )


def subject_unit(
    indicator: Indicator, extra_units: frozenset[str], *, by_name: bool = False
) -> Unit | None:
    """Give the unit that a figure is for each of: 每个项目县 is /个, 每名教师 is /名."""
    said = indicator.per or (indicator.name if by_name else "")
    return scan_subject(str(said), extra_units)
