"""The words of the record that a claim stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.terms import printed_texts
from generator.model.content import Block, Task
from generator.model.document import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text


def texts_of(resolved: ResolvedPlan, place: ClaimPlace) -> Iterator[Text]:
    """Go through the titles and paragraphs of a claim's owner; a plan's are all that it prints."""
    owner = place.owner
    if isinstance(owner, Block):
        yield owner.printed_heading
        yield from block_texts(owner)
    elif isinstance(owner, Task):
        yield from row_texts(owner)
    elif isinstance(owner, Attachment):
        yield owner.title
        yield from (paragraph.text for paragraph in owner.text)
    else:
        yield resolved.plan.title
        yield from printed_texts(resolved)


def block_texts(block: Block) -> Iterator[Text]:
    """Go through the paragraphs and goals of a block."""
    yield from (paragraph.text for paragraph in block.text)
    yield from (goal.text for goal in block.goals)


def row_texts(task: Task) -> Iterator[Text]:
    """Go through the content and goals of a row of the responsibility table."""
    yield from (paragraph.text for paragraph in task.content)
    yield from (goal.text for goal in task.goals)
