"""Which figure of another indicator may be put beside a figure: its part, its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.figures import Figure, Indicator


def counterpart(indicator: Indicator, like: Figure) -> Figure | None:
    """Find the figure of the same period and counting, of the same scope if there is one.

    A figure without a period fits any period; only a lone figure fits one without a period.
    """
    fitting = [
        figure
        for figure in indicator.stated
        if figure.key.counting == like.key.counting and not figure.stated.quantity.vague
    ]
    fitting.sort(key=lambda figure: figure.key.scope != like.key.scope)
    for period in (like.key.period, None):
        for figure in fitting:
            if figure.key.period == period:
                return figure
    return fitting[0] if len(fitting) == 1 and like.key.period is None else None


def other_scopes(figure: Figure, others: tuple[Figure, ...]) -> str:
    """Say which figures are of another level or place than the first, or ""."""
    own = figure.key.scope
    differing = [
        f"“{other.key.indicator}”为{other.key.scope}"
        for other in others
        if own and other.key.scope and other.key.scope != own
    ]
    listed = "，".join(differing)
    return f"（层级不同：“{figure.key.indicator}”为{own}，{listed}）" if differing else ""
