"""The periods that a document prints as they were typed, the date of issue aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.values import StatedPeriod
    from generator.resolve import ResolvedPlan


def printed_periods(resolved: ResolvedPlan) -> Iterator[StatedPeriod]:
    """Give the frame of the plan, its deadlines and the periods of its figures.

    A period that several columns take from their table is given for each of them.
    """
    plan = resolved.plan
    yield from _written((plan.period, plan.baseline, *plan.milestones))
    if plan.defaults:
        yield from plan.defaults.due
    for step in resolved.steps:
        yield from step.due
        if isinstance(step.work, Block) and step.work.defaults:
            yield from step.work.defaults.due
    for indicator in plan.indicators:
        yield from _written(entry.period for entry in indicator.figures)
    for table in plan.tables:
        yield from _written(column.when for column in table.body.columns)


def _written(periods: Iterable[StatedPeriod | None]) -> Iterator[StatedPeriod]:
    return (period for period in periods if period)
