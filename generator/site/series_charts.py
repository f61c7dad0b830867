"""An indicator over time, from its baseline over the milestones to the target.

The templates draw; nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.quantity import PeriodKind
from generator.resolve.anchors import figure_anchor, indicator_anchor
from generator.site.chart_figures import FEWEST, Drawn, Shape, axis_words, comparable, shape_of
from generator.site.chart_scale import Scale, scale_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

_HEIGHT: Final = 300
_WIDTH: Final = 460
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
    """

    anchor: str
    x: int
    middle: int
    shape: Shape
    when: str
    value: str


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


def series_charts(resolved: ResolvedPlan) -> Iterator[SeriesChart]:
    """Draw each indicator of a document that has figures for several points of time."""
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
) -> SeriesChart:
    drawn = sorted(drawn, key=lambda one: _day(one.figure, resolved))
    days = [_day(one.figure, resolved) for one in drawn]
    greatest = max(one.greatest for one in drawn)
    scale = scale_for(greatest, _HEIGHT, percent=drawn[0].quantity.is_share)
    points = tuple(
        Point(
            figure_anchor(one.figure.key),
            (day - days[0]) * _WIDTH // (days[-1] - days[0]),
            scale.at(one.quantity.value or one.greatest),
            shape_of(one, scale),
            one.figure.when,
            str(one.figure.stated.text),
        )
        for one, day in zip(drawn, days, strict=True)
    )
    name = f"{indicator.name}{f'（{which}）' if which else ''}"
    anchor = f"chart-{indicator_anchor(name)}"
    return SeriesChart(anchor, name, axis_words(drawn[0]), points, scale)
