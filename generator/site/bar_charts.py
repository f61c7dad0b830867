"""Figures of one kind as bars: those that count one thing in one way, and differ.

The templates draw; nothing is drawn here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.quantity import PeriodKind
from generator.resolve.anchors import figure_anchor, slug
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
from generator.site.lettering import lines_of, text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

    _Words = tuple[str, ...]

_OPERATION: Final = re.compile("[+−×÷()（）]")
_LINE: Final = 38
_BAR_BELOW: Final = 10
_ROW: Final = 62
_LENGTH: Final = 610
_AXIS: Final = 84
_LABEL_GAP: Final = 28
_DATED: Final = (PeriodKind.BY, PeriodKind.IN, PeriodKind.ON, PeriodKind.SPAN, PeriodKind.NOW)


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure as a bar with its name above it.

    Attributes:
        anchor: permanent id of the figure on the page.
        name: its name.
        label: its name in lines.
        value: the figure as written.
        shape: the bar.
        top: where its name begins, from the top of the chart.
        bar_top: where the bar itself begins.
    """

    anchor: str
    name: str
    label: tuple[str, ...]
    value: str
    shape: Shape
    top: int
    bar_top: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Figures of one kind beside each other.

    Attributes:
        anchor: permanent id, from its title.
        title: what it shows.
        unit: what the axis counts, in words.
        bars: the figures.
        scale: the axis.
        height: of the whole picture.
    """

    anchor: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    scale: Scale
    height: int

    @property
    def axis(self) -> int:
        """Where the axis stands, from the top."""
        return self.height - _AXIS

    @property
    def description(self) -> str:
        """All that it shows, in words."""
        return "；".join(f"{bar.name}{bar.value}" for bar in self.bars)


def bar_charts(resolved: ResolvedPlan) -> Iterator[BarChart]:
    """Draw the figures of a document that are of one kind."""
    for words, figures in _by_kind(resolved).items():
        drawn = comparable(resolved, figures)
        names = {one.figure.key.indicator for one in drawn}
        values = {(one.low, one.high) for one in drawn}
        if len(names) >= FEWEST and len(values) >= FEWEST:
            title = _title(words[1:], drawn[0])
            yield bar_chart(f"chart-{slug(title)}", title, drawn, _label)


def _by_kind(resolved: ResolvedPlan) -> dict[_Words, list[Figure]]:
    groups: dict[_Words, list[Figure]] = {}
    for indicator in resolved.plan.indicators:
        for figure in indicator.stated:
            words = _kind(indicator, figure)
            if words:
                groups.setdefault(words, []).append(figure)
    return groups


def _kind(indicator: Indicator, figure: Figure) -> _Words:
    """Give what two figures must have in common to stand in one chart.

    Kind of unit, per what, how often, share of what, how counted. A share of something that is
    not named can be set beside no other: ().
    """
    quantity, period = figure.stated.quantity, figure.key.period
    share = str(indicator.base or "") or _divisor(indicator) if quantity.is_share else ""
    if quantity.is_share and not share:
        return ()
    return (
        "·".join(f"{name}{power}" for name, power in quantity.unit.dimension),
        str(indicator.per or ""),
        "" if period is None or period.kind in _DATED else period.text,
        f"占{share}的比例" if share else "",
        f"口径为{figure.key.counting}" if figure.key.counting else "",
    )


def _title(words: _Words, first: Drawn) -> str:
    unit = first.quantity.unit.name
    said = [word for word in words if word]
    counted = [f"以“{unit}”计{'' if said else '的指标'}"] if unit else []
    return "，".join([*said, *counted]) or "数值"


def _divisor(indicator: Indicator) -> str:
    """Give what a share is a share of by its formula: 当地教师总数 of 骨干教师 ÷ 当地教师总数."""
    _, sign, divisor = str(indicator.formula or "").rpartition("÷")
    return divisor.strip() if sign and not _OPERATION.search(divisor) else ""


def _label(figure: Figure) -> str:
    return figure.label


def bar_chart(
    anchor: str, title: str, drawn: list[Drawn], name_of: Callable[[Figure], str]
) -> BarChart:
    """Draw figures as bars below each other, in their order."""
    greatest = max(one.greatest for one in drawn)
    scale = scale_for(greatest, _LENGTH, percent=drawn[0].quantity.is_share)
    bars: list[Bar] = []
    top = 0
    for one in drawn:
        bars.append(_bar(one, name_of(one.figure), scale, top))
        top = bars[-1].bar_top + _ROW
    unit = axis_words(drawn[0], scale)
    return BarChart(anchor, title, unit, tuple(bars), scale, top + _AXIS)


def _bar(one: Drawn, name: str, scale: Scale, top: int) -> Bar:
    value = str(one.figure.stated.text)
    room = CHART_WIDTH - text_width(value, CHART_TEXT) - _LABEL_GAP
    label = lines_of(name, CHART_TEXT, room)
    bar_top = top + _LINE * len(label) + _BAR_BELOW
    anchor = figure_anchor(one.figure.key)
    return Bar(anchor, name, label, value, shape_of(one, scale), top, bar_top)
