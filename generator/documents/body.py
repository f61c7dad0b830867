"""The text of a plan as numbered blocks, and its attachments as parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Block, Heading, Part
from generator.documents.prose import ProseComposer
from generator.documents.tables import indicator_table, levels_table, responsibility_table
from generator.numbering import ordinal
from generator.resolve.anchors import block_anchor, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.blocks import Table
    from generator.model import content, document
    from generator.model.values import Names
    from generator.resolve import ResolvedPlan

SAMPLE_LINE = "样例：依据公开文件编写，非正式文本"


def plan_blocks(resolved: ResolvedPlan) -> tuple[Block, ...]:
    """Compose preamble and sections, with what they show where they show it."""
    return tuple(_Body(resolved).blocks())


def attachment_parts(resolved: ResolvedPlan) -> tuple[Part, ...]:
    """Compose the plan's attachments, each on a new page (GB/T 9704-2012, 7.3.7)."""
    attachments = resolved.plan.attachments
    body = _Body(resolved)
    return tuple(
        _attachment(body, attachment, f"附件{number if len(attachments) > 1 else ''}")
        for number, attachment in enumerate(attachments, start=1)
    )


def attachment_names(resolved: ResolvedPlan) -> tuple[str, ...]:
    """Give the names for the 附件 note after the text (7.3.4)."""
    return tuple(str(attachment.title) for attachment in resolved.plan.attachments)


def _attachment(body: _Body, attachment: document.Attachment, label: str) -> Part:
    anchor = f"attachment-{slug(attachment.title)}"
    blocks = (
        *body.prose.paragraphs(anchor),
        *body.numbered(attachment.clauses, "attachment", 1),
        *body.shown(attachment.show),
    )
    wide = any(getattr(block, "wide", False) for block in blocks)
    return Part(str(attachment.title), blocks, label=label, wide=wide, anchor=anchor)


class _Body:
    """Composes the blocks of one plan."""

    def __init__(self, resolved: ResolvedPlan) -> None:
        self.resolved = resolved
        self.prose = ProseComposer(resolved)

    def blocks(self) -> Iterator[Block]:
        """Compose the whole text."""
        yield from self.prose.paragraphs("preamble")
        yield from self.numbered(self.resolved.plan.sections, "section", 1)

    def numbered(
        self, blocks: Iterable[content.Block], kind: str, level: int, start: int = 1
    ) -> Iterator[Block]:
        """Compose sibling blocks with their headings, numbered from `start`."""
        for number, block in enumerate(blocks, start=start):
            anchor = block_anchor(kind, block)
            heading = str(block.printed_heading)
            yield Heading(level, ordinal(level, number), heading, anchor)
            yield from self.prose.paragraphs(anchor)
            for index, _ in enumerate(block.goals, start=1):
                yield from self.prose.paragraphs(f"{anchor}-{index}")
            yield from self.numbered(block.clauses, kind, level + 1)
            yield from self.shown(block.show, level + 1)

    def shown(self, names: Names, level: int = 1) -> Iterator[Block]:
        """Compose what a block shows: lists as headings of the next layer, tables as tables."""
        plan = self.resolved.plan
        for name in names:
            table = self._table(name)
            if table:
                yield table
            elif name == "projects":
                yield from self.numbered(plan.projects, "project", level)
            elif name == "measures":
                yield from self.numbered(plan.measures, "measure", level)

    def _table(self, name: str) -> Table | None:
        if name == "levels":
            return levels_table(self.resolved)
        if name == "tasks":
            return responsibility_table(self.resolved)
        return indicator_table(self.resolved) if name == "indicators" else None
