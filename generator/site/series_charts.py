"""An indicator over time, from its baseline over the milestones to the target.

The templates draw; nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.quantity import PeriodKind
from generator.resolve.anchors import figure_anchor, indicator_anchor
from generator.site.bar_charts import BarChart, bar_chart
from generator.site.chart_figures import (
    CHART_TEXT,
    CHART_WIDTH,
    FEWEST,
    Drawn,
    Shape,
    axis_words,
    comparable,
    shape_of,
)
from generator.site.chart_scale import Scale, scale_for
from generator.site.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

_HEIGHT: Final = 300
_WIDTH: Final = 500
_GRID: Final = 100
_LEFT: Final = 150
_LETTERS: Final = 34
_ABOVE: Final = 24
_ARROW: Final = 56
_MARK: Final = 14
_AIR: Final = 10
_POINT_TIMES: Final = (PeriodKind.BY, PeriodKind.IN, PeriodKind.ON, PeriodKind.NOW)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of an indicator at its time.

    Attributes:
        anchor: permanent id of the figure on the page.
        x: where its time stands on the axis of time, from the first.
        middle: how high its number stands, from the zero.
        shape: what it allows.
        when: its time, in words.
        value: the figure as written.
        row: the line below the axis on which its time stands, from 0.
    """

    anchor: str
    x: int
    middle: int
    shape: Shape
    when: str
    value: str
    row: int = 0

    @property
    def at(self) -> int:
        """Where it stands in the picture."""
        return _LEFT + self.x

    @property
    def value_at(self) -> int:
        """Where the middle of its value stands, beside the words of the upright axis."""
        return _within(self.at, self.value, _GRID)

    @property
    def when_at(self) -> int:
        """Where the middle of its time stands."""
        return _within(self.at, self.when)

    @property
    def value_above(self) -> int:
        """How high its value stands, from the zero."""
        return max(self.shape.high, self.middle) + _ABOVE


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """An indicator and its figures over time.

    Attributes:
        anchor: permanent id.
        title: the indicator.
        unit: what the upright axis counts, in words.
        points: its figures, the earliest first.
        scale: the upright axis.
    """

    anchor: str
    title: str
    unit: str
    points: tuple[Point, ...]
    scale: Scale

    @property
    def description(self) -> str:
        """All that it shows, in words."""
        return "；".join(f"{point.when}{point.value}" for point in self.points)


class _Box(NamedTuple):
    """A part of a picture; heights count from the zero upwards."""

    left: int
    right: int
    low: int
    high: int

    def meets(self, other: _Box) -> bool:
        beside = self.left < other.right + _AIR and other.left < self.right + _AIR
        return beside and self.low < other.high and other.low < self.high


def series_charts(resolved: ResolvedPlan) -> Iterator[SeriesChart | BarChart]:
    """Draw each indicator of a document that has figures for several points of time.

    As a line; as bars, one a point of time, where the words of a line would meet.
    """
    for indicator in resolved.plan.indicators:
        by_counting: dict[tuple[str, str], list[Figure]] = {}
        for figure in indicator.stated:
            if _day(figure, resolved):
                key = (figure.key.scope, figure.key.counting)
                by_counting.setdefault(key, []).append(figure)
        for (scope, counting), figures in by_counting.items():
            drawn = comparable(resolved, figures)
            if len({_day(one.figure, resolved) for one in drawn}) >= FEWEST:
                several = len(by_counting) > 1
                yield _chart(resolved, indicator, drawn, f"{scope}{counting}" if several else "")


def _day(figure: Figure, resolved: ResolvedPlan) -> int:
    """Give the day for which a figure holds; what is so now stands at the end of the baseline."""
    period = figure.key.period
    if period is None or period.kind not in _POINT_TIMES:
        return 0
    if period.kind is PeriodKind.NOW and resolved.plan.baseline:
        period = resolved.plan.baseline.period
    day = period.end or period.start
    return day.toordinal() if day else 0


def _chart(
    resolved: ResolvedPlan, indicator: Indicator, drawn: list[Drawn], which: str
) -> SeriesChart | BarChart:
    drawn = sorted(drawn, key=lambda one: _day(one.figure, resolved))
    days = [_day(one.figure, resolved) for one in drawn]
    greatest = max(one.greatest for one in drawn)
    scale = scale_for(greatest, _HEIGHT, percent=drawn[0].quantity.is_share)
    points = _in_rows(
        Point(
            figure_anchor(one.figure.key),
            (day - days[0]) * _WIDTH // (days[-1] - days[0]),
            scale.at(_middle(one)),
            shape_of(one, scale),
            one.figure.when,
            str(one.figure.stated.text),
        )
        for one, day in zip(drawn, days, strict=True)
    )
    name = f"{indicator.name}{f'（{which}）' if which else ''}"
    anchor = f"chart-{indicator_anchor(name)}"
    if points and _is_legible(points):
        return SeriesChart(anchor, name, axis_words(drawn[0], scale), points, scale)
    return bar_chart(anchor, name, drawn, lambda figure: figure.when)


def _middle(one: Drawn) -> Fraction:
    """Give the height of a point: its number, or the middle of a range."""
    if one.low is not None and one.high is not None:
        return (one.low + one.high) / 2
    return one.quantity.value or one.greatest


def _within(at: int, text: str, least: int = 0) -> int:
    """Give the middle of a text that stands at a place, or as near as its frame lets it."""
    half = -(-text_width(text, CHART_TEXT) // 2)
    return max(least + half, min(at, CHART_WIDTH - half))


def _in_rows(points: Iterable[Point]) -> tuple[Point, ...]:
    """Put the times on two lines where one is too short; () where two are."""
    ends = [-_AIR, -_AIR]
    found: list[Point] = []
    for point in points:
        half = text_width(point.when, CHART_TEXT) // 2
        free = [row for row, end in enumerate(ends) if point.when_at - half >= end + _AIR]
        if not free:
            return ()
        ends[free[0]] = point.when_at + half
        found.append(replace(point, row=free[0]))
    return tuple(found)


def _is_legible(points: tuple[Point, ...]) -> bool:
    """Say whether no value meets another, or the mark of another."""
    values = [_value_box(point) for point in points]
    marks = [_mark_box(point) for point in points]
    return not any(
        values[one].meets(values[other]) or values[one].meets(marks[other])
        for one in range(len(points))
        for other in range(len(points))
        if one != other
    )


def _value_box(point: Point) -> _Box:
    half = text_width(point.value, CHART_TEXT) // 2
    low = point.value_above
    return _Box(point.value_at - half, point.value_at + half, low, low + _LETTERS)


def _mark_box(point: Point) -> _Box:
    shape = point.shape
    low = point.middle - _ARROW if shape.kind == "at-most" else min(shape.low, point.middle)
    high = max(shape.high, point.middle)
    return _Box(point.at - _MARK, point.at + _MARK, low - _MARK, high + _MARK)
