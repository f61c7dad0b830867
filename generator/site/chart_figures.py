"""Figures as charts draw them: what each allows, in one unit, as lengths on a scale."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.nearness import tolerance_of
from generator.quantity import Bound, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan
    from generator.site.chart_scale import Scale

CHART_WIDTH: Final = 720
"""Width of every chart in the units of its view box, which are half pixels on a phone."""
CHART_TEXT: Final = 28
FEWEST: Final = 2
"""A chart of fewer figures would show nothing."""
_ARROW: Final = 56


class Drawn(NamedTuple):
    """A figure to draw.

    Attributes:
        figure: the figure.
        quantity: its value in the unit of the chart.
        low: the least that it allows, or None.
        high: the most that it allows, or None.
    """

    figure: Figure
    quantity: Quantity
    low: Fraction | None
    high: Fraction | None

    @property
    def greatest(self) -> Fraction:
        """The greatest number that has a place on the scale."""
        return max((end for end in (self.low, self.high) if end is not None), default=Fraction(0))


class Shape(NamedTuple):
    """What a figure allows, as lengths from the zero of a scale.

    Attributes:
        kind: exact, at-least, at-most, range or about.
        low: where what it allows begins; an exact figure has it at its value.
        high: where that ends; the tip of the arrow where there is no end.
    """

    kind: str
    low: int
    high: int


def comparable(resolved: ResolvedPlan, figures: Iterable[Figure]) -> list[Drawn]:
    """Give the figures that can stand on one scale from zero, in the unit of the first."""
    tolerance = tolerance_of(resolved)
    drawn: list[Drawn] = []
    for figure in figures:
        quantity = figure.stated.quantity
        first = drawn[0].quantity if drawn else quantity
        converted = quantity.in_unit(first.unit)
        if converted is None or quantity.vague or quantity.pair:
            continue
        allowed = converted.for_comparison(tolerance)
        one = Drawn(figure, converted, allowed.low, allowed.high)
        if quantity.is_share is first.is_share and one.greatest > 0 and (one.low or 0) >= 0:
            drawn.append(one)
    return drawn


def shape_of(one: Drawn, scale: Scale) -> Shape:
    """Place what a figure allows on a scale."""
    if one.high is None:
        low = scale.at(one.low or Fraction(0))
        return Shape("at-least", low, low + _ARROW)
    high = scale.at(one.high)
    if one.low is None:
        return Shape("at-most", 0, high)
    low = scale.at(one.low)
    if one.quantity.approximate:
        return Shape("about", low, high)
    return Shape("range" if one.quantity.bound is Bound.RANGE else "exact", low, high)


def axis_words(one: Drawn, scale: Scale) -> str:
    """Say what the axis of a chart counts."""
    if one.quantity.is_share:
        return "占比"
    return f"单位：{f'{scale.per_words}{one.quantity.unit.name}' or '无'}"
