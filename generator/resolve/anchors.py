"""Permanent ids of places: made of names, so that they outlive a change of order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Block, Goal, Level, Task
    from generator.model.document import Attachment, DocumentContent
    from generator.model.figures import FigureKey
    from generator.model.tables import Table
    from generator.model.units import Unit

_DROPPED: Final = re.compile(r"[^0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff-]+")


@lru_cache(maxsize=1024)
def slug(name: str) -> str:
    """Reduce a name to letters, digits, 汉字 and hyphens; many checks ask for the same ones."""
    return _DROPPED.sub("", str(name))


def block_anchor(above: str, block: Block) -> str:
    """Name a section, clause, project or measure.

    Args:
        above: section, project or measure for a block of the first layer, the anchor of its
            attachment, or the anchor of the block that it is a clause of.
        block: the block.
    """
    return f"{above}-{block.id or slug(block.title)}"


def attachment_anchor(attachment: Attachment) -> str:
    """Name an attachment."""
    return f"attachment-{attachment.id or slug(attachment.title)}"


def task_anchor(task: Task) -> str:
    """Name a row of the responsibility table."""
    return f"task-{task.id or slug(task.of)}"


def goal_anchor(above: str, goal: Goal, number: int) -> str:
    """Name a goal by its id, else by its number, in the task or block of an anchor."""
    return f"{above}-{goal.id or number}"


def anchored_blocks(above: str, blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Go through blocks and all clauses in them, in the order of the text, with their anchors.

    `above` is as for `block_anchor`.
    """
    for block in blocks:
        anchor = block_anchor(above, block)
        yield anchor, block
        yield from anchored_blocks(anchor, block.clauses)


def all_anchored_blocks(plan: DocumentContent) -> Iterator[tuple[str, Block]]:
    """Go through all blocks of a document: sections, projects, measures, attachments."""
    yield from anchored_blocks("section", plan.sections)
    yield from anchored_blocks("project", plan.projects)
    yield from anchored_blocks("measure", plan.measures)
    for attachment in plan.attachments:
        yield from anchored_blocks(attachment_anchor(attachment), attachment.blocks)


def level_anchor(level: Level) -> str:
    """Name a cultivation level."""
    return f"level-{level.id or slug(level.title)}"


def indicator_anchor(name: str) -> str:
    """Name an indicator."""
    return f"indicator-{slug(name)}"


def figure_anchor(key: FigureKey) -> str:
    """Name a figure by indicator, period and, where given, counting."""
    parts = [indicator_anchor(key.indicator)]
    if key.period:
        parts.append(slug(key.period.text))
    if key.counting:
        parts.append(slug(key.counting))
    return "-".join(parts)


def table_anchor(table: Table) -> str:
    """Name a table by its id, else by its title."""
    return f"table-{slug(table.name)}"


def unit_slug(unit: Unit) -> str:
    """Name a unit in addresses."""
    return str(unit.id or slug(unit.name))
