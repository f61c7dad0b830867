"""Every printed paragraph, heading and cell of words of a document, with its numbers."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import alignments
from generator.checks.text_numbers import Number, numbers_in
from generator.model.content import with_clauses
from generator.model.tables import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.alignment import Alignment, Bound
    from generator.model.document import DocumentContent
    from generator.model.tables import Table
    from generator.resolve import ResolvedPlan
    from generator.text import Text

_start: Final = attrgetter("start")
_WORDS: Final = (Holds.TEXT, Holds.NOTE, Holds.LABEL)


class Reading(NamedTuple):
    """A paragraph, heading or cell and the numbers in it.

    Attributes:
        owner: what it belongs to, in Chinese.
        anchor: permanent id of the owner, or "" for what stands in no block.
        text: its words.
        plain: the words without their places.
        numbers: its numbers, in the order of the text.
        bound: for each of them the target that it states, or None.
        extra_units: the units of measure that its plan adds to the closed list.
    """

    owner: str
    anchor: str
    text: Text
    plain: str
    numbers: tuple[Number, ...]
    bound: tuple[Bound | None, ...]
    extra_units: frozenset[str]


@lru_cache(maxsize=16)
def readings(resolved: ResolvedPlan) -> tuple[Reading, ...]:
    """Read all that a document prints in words; documents in it are read on their own.

    The cache changes no outcome: a resolved plan is frozen and equal to itself only.
    """
    units = resolved.extra_units
    prose = [one for aligned in alignments(resolved) for one in _paragraphs(aligned, units)]
    return (*prose, *[_heading(owner, text, units) for owner, text in _headings(resolved.plan)])


def _paragraphs(alignment: Alignment, extra_units: frozenset[str]) -> list[Reading]:
    place = alignment.place
    targets = {id(bound.number): bound for bound in alignment.bound if bound.number}
    own: list[list[Number]] = [[] for _ in place.paragraphs]
    for number in sorted(alignment.numbers, key=_start):
        own[number.paragraph].append(number)
    return [
        Reading(
            place.owner,
            place.anchor,
            paragraph.text,
            str(paragraph.text),
            tuple(numbers),
            tuple([targets.get(id(number)) for number in numbers]),
            extra_units,
        )
        for paragraph, numbers in zip(place.paragraphs, own, strict=True)
    ]


def _headings(plan: DocumentContent) -> Iterator[tuple[str, Text]]:
    """Give headings and cells, each with its owner."""
    yield ("标题", plan.title)
    blocks = [*plan.sections, *plan.projects, *plan.measures]
    for attachment in plan.attachments:
        yield ("附件名称", attachment.title)
        blocks += attachment.blocks
    noted = [("默认责任", plan.defaults)]
    for block in with_clauses(blocks):
        yield (str(block.title), block.printed_heading)
        noted.append((str(block.title), block.defaults))
    yield from ((owner, one.note) for owner, one in noted if one and one.note)
    for level in plan.levels:
        yield (str(level.title), level.title)
        if level.aim:
            yield (str(level.title), level.aim)
    for task in plan.tasks:
        if task.title:
            yield ("重点任务", task.title)
    for table in plan.tables:
        yield from _cells(table)


def _cells(table: Table) -> Iterator[tuple[str, Text]]:
    """Give the cells of words; cells of quantities are figures of their own."""
    if table.title:
        yield ("表的标题", table.title)
    for note in table.notes:
        yield (table.name, note)
    for index, column in enumerate(table.body.columns):
        if column.holds in _WORDS:
            for row in table.body.rows:
                yield (table.name, row.cells[index].text)


def _heading(owner: str, text: Text, extra_units: frozenset[str]) -> Reading:
    numbers = tuple(numbers_in(0, text, extra_units))
    return Reading(owner, "", text, str(text), numbers, (None,) * len(numbers), extra_units)
