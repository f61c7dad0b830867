"""The text of a document as numbered blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.blocks import Block, Heading, Paragraph, Run, Table
from generator.documents.declared_table import declared_table
from generator.documents.prose import ProseComposer
from generator.documents.tables import indicator_table, levels_table, listed, responsibility_table
from generator.model.content import ROLE_WORDS
from generator.model.lists import shown_list
from generator.numbering import Numbering
from generator.resolve.anchors import attachment_anchor, block_anchor, goal_anchor
from generator.resolve.names import NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import content, document
    from generator.model.units import Unit
    from generator.model.values import Names, StatedPeriod
    from generator.resolve import ResolvedPlan

_UNTIL: Final = ("到", "至")
_BY_THE_END_OF: Final = {"年": "底前", "月": "底前", "日": "前", "底": "前", "末": "前"}


class Body:
    """Composes the blocks of one document."""

    def __init__(self, resolved: ResolvedPlan) -> None:
        self.resolved = resolved
        self.prose = ProseComposer(resolved)
        self.numbering = Numbering(str(resolved.plan.numbering or "分章"))
        style = resolved.plan.responsibility
        self._prints_duties = style is None or style.style != "表"

    def blocks(self) -> tuple[Block, ...]:
        """Compose preamble and sections, with what they show where they show it."""
        plan = self.resolved.plan
        return (
            *self.prose.paragraphs("preamble"),
            *self._numbered(plan.sections, "section", 1),
            # where there is a responsibility table, it stands below that
            *(() if plan.tasks else _noted(plan.defaults)),
        )

    def attachment(self, attachment: document.Attachment) -> tuple[Block, ...]:
        """Compose an attachment."""
        blocks = attachment.blocks
        return (
            *self.prose.paragraphs(attachment_anchor(attachment)),
            *self._numbered(blocks, attachment_anchor(attachment), 1),
            *(_under(attachment.title, block) for block in self._shown(attachment.show, 1)),
        )

    def _numbered(self, blocks: Iterable[content.Block], above: str, level: int) -> Iterator[Block]:
        """Compose sibling blocks with their headings."""
        for index, block in enumerate(blocks, start=1):
            anchor = block_anchor(above, block)
            number = str(block.number) if block.number else self.numbering.ordinal(level, index)
            yield Heading(level, number, str(block.printed_heading), anchor)
            yield from self._with_duties(anchor, block)
            for goal_number, goal in enumerate(block.goals, start=1):
                place = goal_anchor(anchor, goal, goal_number)
                first, *others = self._with_duties(place, goal)
                yield from (replace(first, anchor=place), *others)
            yield from _noted(block.defaults)
            yield from self._numbered(block.clauses, anchor, level + 1)
            yield from self._shown(block.show, level + 1)

    def _with_duties(self, anchor: str, written: content.Duties) -> tuple[Paragraph, ...]:
        """Add units and deadlines of a clause or goal in brackets to its last paragraph."""
        paragraphs = self.prose.paragraphs(anchor)
        duties = self.resolved.duties.get(anchor, {})
        text = duties_in_brackets(duties, written.due)
        if not text or not self._prints_duties:
            return paragraphs
        if not paragraphs:
            return (Paragraph((Run(text),)),)
        last = paragraphs[-1]
        return (*paragraphs[:-1], Paragraph((*last.runs, Run(text)), last.anchor))

    def _shown(self, names: Names, level: int) -> Iterator[Block]:
        """Compose what a block shows: lists as headings of the next layer, tables as tables."""
        plan = self.resolved.plan
        for name in names:
            shown = shown_list(plan, name)
            table = self._table(name, shown)
            if table:
                yield table
            elif shown == "projects":
                yield from self._numbered(plan.projects, "project", level)
            elif shown == "measures":
                yield from self._numbered(plan.measures, "measure", level)

    def _table(self, name: str, shown: str) -> Table | None:
        if shown == "levels":
            return levels_table(self.resolved)
        if shown == "tasks":
            return responsibility_table(self.resolved)
        if shown == "indicators":
            return indicator_table(self.resolved)
        declared = NameIndex((n, table) for table in self.resolved.plan.tables for n in table.names)
        match = declared.find(name)
        return declared_table(match.value) if match else None


def _noted(defaults: content.Defaults | None) -> tuple[Paragraph, ...]:
    """Print what is said about goals that name nobody; the units themselves are not printed."""
    return (Paragraph((Run(str(defaults.note)),)),) if defaults and defaults.note else ()


def _under(title: str, block: Block) -> Block:
    """Leave out the caption of a table that says what the title of its page says."""
    if isinstance(block, Table) and block.caption == title:
        return replace(block, titled=False)
    return block


def duties_in_brackets(duties: Mapping[str, tuple[Unit, ...]], due: Iterable[StatedPeriod]) -> str:
    """Print units and deadlines as they stand after a sentence, or nothing if there are none."""
    parts = [_duty(role, units) for role, units in duties.items()]
    parts += [_deadline(period) for period in due]
    return f"（{'，'.join(parts)}）" if parts else ""


def _duty(role: str, units: tuple[Unit, ...]) -> str:
    return f"{listed(units)}{ROLE_WORDS[role]}"


def _deadline(period: StatedPeriod) -> str:
    """Print by when: 到2028年 means by its end, and is no word for doing (2028年底前完成)."""
    text = str(period.text)
    if period.period.relation == "always":
        return text
    end = _BY_THE_END_OF.get(text[-1:], "") if text.startswith(_UNTIL) else ""
    return f"{text[1:]}{end}完成" if end else f"{text}完成"
