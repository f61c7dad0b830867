"""The figures of an indicator that a period names, as in 骨干教师@到2025年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.quantity import parse_period

if TYPE_CHECKING:
    from generator.model.figures import Figure, Indicator


def figures_of(indicator: Indicator, period: str) -> tuple[Figure, ...]:
    """Give the figures of a period as written, else those that mean the same (至 for 到)."""
    exact = tuple(figure for figure in indicator.stated if figure.when == period)
    meant = parse_period(period)
    if exact or meant is None:
        return exact
    return tuple(
        figure
        for figure in indicator.stated
        if figure.key.period is not None and figure.key.period.matches(meant)
    )
