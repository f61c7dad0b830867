"""What would bring the numbers of prose in line with the indicators that they state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.alignment import kind_of
from generator.checks.figure_audit import ties
from generator.checks.readings import readings
from generator.checks.restating import restated
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan


@dataclass(frozen=True, slots=True)
class Correction:
    """A number of prose that says something else than its figure.

    Attributes:
        owner: what the prose belongs to, in Chinese.
        span: where the number stands.
        written: the number as written.
        wanted: what would stand there, or None where only the author can word it.
        figure: the figure.
    """

    owner: str
    span: Span
    written: str
    wanted: str | None
    figure: Figure


def corrections(resolved: ResolvedPlan) -> Iterator[Correction]:
    """Go through the numbers of a document that disagree with the figure that they state."""
    for reading in readings(resolved):
        for number, bound in zip(reading.numbers, reading.bound, strict=True):
            if bound and not bound.agrees:
                yield from _correction(reading, number, bound.figure)
    for reading, number, tie in ties(resolved):
        said = any(figure.stated.quantity.states_same(number.quantity) for figure in tie.figures)
        if not said and len(tie.figures) == 1:
            yield from _correction(reading, number, tie.figures[0])


def _correction(reading: Reading, number: Number, figure: Figure) -> Iterator[Correction]:
    place = number.text.place
    if not isinstance(place, Span):
        return
    same_kind = kind_of(number.quantity) == kind_of(figure.stated.quantity)
    on_one_line = place.line == place.end_line
    wanted = None
    if same_kind and on_one_line and not number.quantity.vague:
        wanted = restated(
            reading.plain, number.start, number.end, figure.stated, reading.extra_units
        )
    yield Correction(reading.owner, place, str(number.text), wanted, figure)
