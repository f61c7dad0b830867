"""What a plan itself says must be read of it, in the order in which it is printed.

It is worked out from the plan, not from what was composed of it: a composer that loses a
clause or swaps two units is found out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Layout
from generator.model.content import ROLE_WORDS
from generator.model.lists import shown_list
from generator.numbering import Numbering
from generator.readback.reading import cell_text, squeezed
from generator.resolve.anchors import attachment_anchor, block_anchor, goal_anchor
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import content, document, tables
    from generator.model.values import Names, Prose
    from generator.readback.reading import Rows
    from generator.resolve import ResolvedPlan

# each role and a word that the head of its column has
_ROLE_COLUMNS: Final = {
    **ROLE_WORDS,
    "responsible": "责任",
}


class Said(NamedTuple):
    """A heading or a paragraph.

    Attributes:
        place: what it belongs to, in Chinese.
        text: its words, without white space.
        level: its heading layer, 0 for none.
        duties: what the bracket behind the text says: units with their role, deadlines.
    """

    place: str
    text: str
    level: int = 0
    duties: tuple[str, ...] = ()


class Shown(NamedTuple):
    """A table.

    Attributes:
        place: what it is, in Chinese.
        columns: a word of the head of each column.
        rows: the cells of these columns, row by row.
    """

    place: str
    columns: tuple[str, ...]
    rows: Rows


Fact = Said | Shown


@dataclass(frozen=True, slots=True)
class Planned:
    """What must be read of a plan.

    Attributes:
        facts: headings, texts and tables, in this order.
        names: titles of the plan and of what is in it, each after what it is.
    """

    facts: tuple[Fact, ...]
    names: tuple[tuple[str, str], ...]


def planned(resolved: ResolvedPlan, *, on_site: bool = False) -> Planned:
    """Say what must be read of a plan.

    Args:
        resolved: the plan.
        on_site: as the site has it: with its title on an order too, the attachments that are
            bound by themselves, and the responsibility tables that no place of the text shows.
    """
    facts = tuple(_document(resolved))
    names = _names(resolved, titled=on_site or resolved.plan.printed_layout != Layout.ORDER)
    if on_site:
        for attachment in resolved.plan.attachments:
            if attachment.separate:
                facts += tuple(_attachment(resolved, attachment))
        shown = [fact.place for fact in facts]
        rest = (_duty_table(one) for one in resolved.documents if one.tasks)
        facts += tuple(table for table in rest if table.place not in shown)
    return Planned(facts, tuple(names))


def planned_indicators(resolved: ResolvedPlan) -> Planned:
    """Say what must be read of a plan's indicators: every figure with its unit of measure."""
    plans = [one for one in resolved.documents if one.plan.indicators]
    return Planned(tuple(map(_indicator_table, plans)), ())


def _names(resolved: ResolvedPlan, *, titled: bool) -> Iterator[tuple[str, str]]:
    for one in resolved.documents:
        if titled or one is not resolved:
            yield "题目", squeezed(one.plan.title)
        for attachment in one.plan.attachments:
            yield "附件题目", squeezed(attachment.title)


def _document(resolved: ResolvedPlan) -> Iterator[Fact]:
    plan = resolved.plan
    text = _Text(resolved)
    yield from _paragraphs("导语", plan.preamble)
    yield from text.blocks(plan.sections, "section", 1)
    if plan.encloses:
        yield from _document(resolved.inner_of(plan.encloses.document))
    for attachment in plan.attachments:
        if attachment.present and not attachment.file and not attachment.separate:
            yield from _attachment(resolved, attachment)


def _attachment(resolved: ResolvedPlan, attachment: document.Attachment) -> Iterator[Fact]:
    if attachment.document:
        yield from _document(resolved.inner_of(attachment.document))
        return
    text = _Text(resolved)
    yield from _paragraphs(f"附件“{attachment.title}”", attachment.text)
    yield from text.blocks(attachment.blocks, attachment_anchor(attachment), 1)
    yield from text.shown(attachment.show, 1)


def _paragraphs(place: str, prose: Prose) -> Iterator[Said]:
    for paragraph in prose:
        if text := squeezed(paragraph.text):
            yield Said(place, text)


class _Text:
    """The text of one document or attachment, numbered from its beginning."""

    def __init__(self, resolved: ResolvedPlan) -> None:
        plan = resolved.plan
        self._resolved = resolved
        self._numbering = Numbering(str(plan.numbering or "分章"))
        self._in_table_only = plan.responsibility is not None and plan.responsibility.style == "表"

    def blocks(self, blocks: Iterable[content.Block], above: str, level: int) -> Iterator[Fact]:
        for index, block in enumerate(blocks, start=1):
            number = block.number or self._numbering.ordinal(level, index)
            title = f"“{block.title}”"
            anchor = block_anchor(above, block)
            yield Said(title, squeezed(f"{number}{block.heading or block.title}"), level)
            yield from self._duties(title, anchor, list(_paragraphs(title, block.text)), block)
            for position, goal in enumerate(block.goals, start=1):
                said = [Said(f"{title}的目标{position}", squeezed(goal.text))]
                yield from self._duties(title, goal_anchor(anchor, goal, position), said, goal)
            yield from self.blocks(block.clauses, anchor, level + 1)
            yield from self.shown(block.show, level + 1)

    def _duties(
        self, title: str, anchor: str, said: list[Said], written: content.Duties
    ) -> list[Said]:
        """Add to the last paragraph what the bracket behind it must say."""
        units = self._resolved.duties.get(anchor, {})
        duties = [squeezed(f"{_listed(one)}{ROLE_WORDS[role]}") for role, one in units.items()]
        # 到2028年 may stand there as 2028年底前
        duties += (
            squeezed(period.text).removeprefix("到").removeprefix("至") for period in written.due
        )
        if not duties or self._in_table_only:
            return said
        last = said.pop() if said else Said(title, "")
        return [*said, last._replace(duties=tuple(duties))]

    def shown(self, names: Names, level: int) -> Iterator[Fact]:
        plan = self._resolved.plan
        for name in names:
            records = shown_list(plan, str(name))
            if records == "projects":
                yield from self.blocks(plan.projects, "project", level)
            elif records == "measures":
                yield from self.blocks(plan.measures, "measure", level)
            elif records == "levels":
                yield _level_table(self._resolved)
            elif records == "tasks":
                yield _duty_table(self._resolved)
            elif records == "indicators":
                yield _indicator_table(self._resolved)
            else:
                yield from _declared(plan.tables, str(name))


def _listed(units: Iterable[object]) -> str:
    names = "、".join(str(getattr(unit, "label", unit)) for unit in units)
    return f"{names}等" if getattr(units, "and_others", False) else names


def _duty_table(resolved: ResolvedPlan) -> Shown:
    """Pair every goal with its own lead and supporting units, as the table must."""
    goals = [(task, goal) for task in resolved.tasks for goal in task.goals]
    roles = [
        role
        for role in _ROLE_COLUMNS
        if role in ("lead", "support") or any(role in goal.printed for _, goal in goals)
    ]
    rows = []
    for task, goal in goals:
        number = f"{goal.number}." if len(task.goals) > 1 else ""
        rows.append(
            (
                str(task.number),
                squeezed(task.task.printed_title),
                cell_text(paragraph.text for paragraph in task.task.content),
                squeezed(f"{number}{goal.goal.text}"),
                *(squeezed(_listed(goal.printed.get(role, ()))) for role in roles),
            )
        )
    columns = ("序号", "重点任务", "建设内容", "建设目标", *(_ROLE_COLUMNS[role] for role in roles))
    return Shown(f"“{resolved.plan.title}”的任务分工表", columns, tuple(rows))


def _level_table(resolved: ResolvedPlan) -> Shown:
    number = 0
    rows = []
    for level in resolved.plan.levels:
        projects = []
        for name in level.projects:
            number += 1
            projects.append(f"{number}.{name}")
        rows.append((squeezed(level.title), squeezed(level.aim or ""), cell_text(projects)))
    return Shown("培养层级表", ("培养层级", "培养目标", ""), tuple(rows))


def _indicator_table(resolved: ResolvedPlan) -> Shown:
    rows = (
        (indicator.name, figure.when, figure.stated.text, figure.key.scope)
        for indicator in resolved.plan.indicators
        for figure in indicator.stated
    )
    cells = tuple(tuple(squeezed(str(text)) for text in row) for row in rows)
    return Shown(f"“{resolved.plan.title}”的指标表", ("指标", "时期", "数值", "层级"), cells)


def _declared(declared: tuple[tables.Table, ...], name: str) -> Iterator[Shown]:
    for table in declared:
        if loose(name) in (loose(one) for one in table.names):
            columns = tuple(squeezed(column.headings[1]) for column in table.body.columns)
            rows = (
                tuple(cell_text(cell.text.split("\n")) for cell in row.cells)
                for row in table.body.rows
            )
            yield Shown(f"“{table.name}”", columns, tuple(rows))
            return
