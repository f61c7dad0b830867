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
        yield from (paragraph.text for paragraph in owner.text)
        yield from (goal.text for goal in owner.goals)
    elif isinstance(owner, Task):
        yield from (paragraph.text for paragraph in owner.content)
        yield from (goal.text for goal in owner.goals)
    elif isinstance(owner, Attachment):
        yield owner.title
        yield from (paragraph.text for paragraph in owner.text)
    else:
        yield resolved.plan.title
        yield from printed_texts(resolved)
