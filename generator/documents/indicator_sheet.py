"""主要指标表: one row an indicator, a column for each date by which targets are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Align, Cell, Column, Row, RowGroup, Table, runs
from generator.resolve.anchors import indicator_anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

_MOST_UPRIGHT: Final = 4
"""With more columns after the name it needs a landscape page."""
_NOW: Final = "现状"
_USUAL: Final = 3
"""So many indicators must have a figure for a period that it gets a column of its own."""


def indicator_sheet(resolved: ResolvedPlan) -> Table:
    """Compose the main indicators of a plan; figures of rare periods share one column."""
    indicators = resolved.plan.indicators
    periods = _periods(resolved)
    columns = (
        _Column(Column("层级", 8, Align.CENTER), _scope, optional=True),
        *(_Column(Column(period, 11, Align.CENTER), _values(period)) for period in periods),
        _Column(
            Column("其他时期" if periods else "数值", 16, Align.CENTER),
            _values_but(periods),
            optional=bool(periods),
        ),
        _Column(Column("属性", 7, Align.CENTER), _nature, optional=True),
    )
    printed = tuple(one for one in columns if not one.optional or any(map(one.texts, indicators)))
    rows = (_row(number, one, printed) for number, one in enumerate(indicators, start=1))
    return Table(
        anchor="indicator-sheet",
        caption=f"{resolved.plan.title}主要指标",
        columns=(
            Column("序号", 7, Align.CENTER),
            Column("指标", 22),
            *(one.column for one in printed),
        ),
        groups=tuple(RowGroup((row,)) for row in rows),
        notes=_notes(indicators),
        wide=len(printed) > _MOST_UPRIGHT,
    )


class _Column(NamedTuple):
    """A column after the name: its head, and what it prints of an indicator."""

    column: Column
    texts: Callable[[Indicator], tuple[str, ...]]
    optional: bool = False


def _periods(resolved: ResolvedPlan) -> tuple[str, ...]:
    """Give the periods that get a column: the present, the milestones, and common ones."""
    stated = [f.when for one in resolved.plan.indicators for f in one.stated if f.when]
    baseline = resolved.plan.baseline
    first = (_NOW, str(baseline.text) if baseline else "")
    milestones = tuple(str(period.text) for period in resolved.plan.milestones)
    common = sorted({when for when in stated if stated.count(when) >= _USUAL}, key=stated.index)
    wanted = dict.fromkeys((*first, *milestones, *common))
    return tuple(period for period in wanted if period in stated)


def _row(number: int, indicator: Indicator, columns: tuple[_Column, ...]) -> Row:
    cells = [
        Cell(place, tuple(runs(text) for text in one.texts(indicator)))
        for place, one in enumerate(columns, start=2)
    ]
    name = Cell(1, (runs(str(indicator.name)),))
    return Row((Cell(0, (runs(str(number)),)), name, *cells), indicator_anchor(indicator.name))


def _scope(indicator: Indicator) -> tuple[str, ...]:
    return (str(indicator.scope),) if indicator.scope else ()


def _nature(indicator: Indicator) -> tuple[str, ...]:
    return (str(indicator.nature),) if indicator.nature else ()


def _values(period: str) -> Callable[[Indicator], tuple[str, ...]]:
    return lambda one: tuple(_value(one, f) for f in one.stated if f.when == period)


def _values_but(periods: tuple[str, ...]) -> Callable[[Indicator], tuple[str, ...]]:
    return lambda one: tuple(
        f"{f.when}{'：' if f.when else ''}{_value(one, f)}"
        for f in one.stated
        if f.when not in periods
    )


def _value(indicator: Indicator, figure: Figure) -> str:
    """Print a value with what tells it from another of the same indicator."""
    own_scope = "" if figure.key.scope == str(indicator.scope or "") else figure.key.scope
    marks = "，".join(mark for mark in (own_scope, figure.key.counting) if mark)
    return f"{figure.stated.text}{f'（{marks}）' if marks else ''}"


def _notes(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """Say below the table what each share is a share of, and what else is to be known."""
    said = []
    for number, one in enumerate(indicators, start=1):
        parts = [f"占{one.base}" if one.base else "", str(one.note or "")]
        if text := "，".join(part for part in parts if part):
            said.append(f"{number}.{text}")
    return (f"注：{'；'.join(said)}。",) if said else ()
