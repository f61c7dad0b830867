"""Places of one document that would share an address, so that one of them could not be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Label
from generator.model.quoting import brief
from generator.resolve.anchors import (
    anchored_blocks,
    attachment_anchor,
    goal_anchor,
    indicator_anchor,
    level_anchor,
    slug,
    task_anchor,
)
from generator.resolve.rules import DUPLICATE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Block
    from generator.model.document import DocumentContent
    from generator.text import Text

_HINT = "给其中一个写“id”（标识），与别处不同"


class _Place(NamedTuple):
    """A place: its address, what that was made of, and whether anything of the name is left."""

    anchor: str
    name: Text
    is_empty: bool = False


def check_collisions(plan: DocumentContent) -> Iterator[Diagnostic]:
    """Find two places with one address, and names of which an address keeps nothing."""
    seen: dict[str, _Place] = {}
    shared: tuple[str, ...] = ()
    for place in _places(plan):
        first = seen.setdefault(place.anchor, place)
        if place.is_empty:
            message = f"“{brief(place.name)}”里没有汉字、字母或数字，不能作网址"
            label = Label(place.name.span)
            yield Diagnostic(DUPLICATE_NAME, message, label, hint="写一个“id”（标识）")
        elif first is not place and not place.anchor.startswith(shared):
            # what lies below would only repeat it
            shared = (*shared, f"{place.anchor}-")
            message = f"“{brief(place.name)}”的网址与“{brief(first.name)}”相同（{place.anchor}）"
            related = (Label(first.name.span, "第一次"),)
            yield Diagnostic(DUPLICATE_NAME, message, Label(place.name.span), related, _HINT)


def _places(plan: DocumentContent) -> Iterator[_Place]:
    yield from _block_places("section", plan.sections)
    yield from _block_places("project", plan.projects)
    yield from _block_places("measure", plan.measures)
    for attachment in plan.attachments:
        anchor = attachment_anchor(attachment)
        yield _place(anchor, attachment.id or attachment.title, "attachment-")
        yield from _block_places(anchor, attachment.blocks)
    for level in plan.levels:
        yield _place(level_anchor(level), level.id or level.title, "level-")
    for indicator in plan.indicators:
        yield _place(indicator_anchor(indicator.name), indicator.name, "indicator-")
    for task in plan.tasks:
        yield _place(task_anchor(task), task.id or task.of, "task-")
        for number, goal in enumerate(task.goals, start=1):
            yield _Place(goal_anchor(task_anchor(task), goal, number), goal.id or goal.text)


def _block_places(above: str, blocks: Iterable[Block]) -> Iterator[_Place]:
    for anchor, block in anchored_blocks(above, blocks):
        name = block.id or block.title
        yield _Place(anchor, name, is_empty=not slug(name))
        for number, goal in enumerate(block.goals, start=1):
            yield _Place(goal_anchor(anchor, goal, number), goal.id or goal.text)


def _place(anchor: str, name: Text, above: str) -> _Place:
    return _Place(anchor, name, is_empty=anchor == above)
