"""A version of a plan as a tree of clauses, tables, rows and goals, as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Heading, Paragraph, plain
from generator.documents.parts import document_parts
from generator.documents.whole import whole_parts
from generator.model.document import DRAFT_STAGES
from generator.model.quoting import brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.blocks import Cell, Part, RowGroup, Runs, Table
    from generator.resolve import ResolvedPlan

_SERIAL: Final = "序号"
# the table of all indicators, whose figures are compared by themselves
_INDICATORS: Final = "indicators"
_TASK: Final = "task-"
_DUTIES: Final = "任务分工"
# of several goals each is printed with its number, which another order changes
_GOAL_NUMBER: Final = re.compile(r"^\d+\.(?!\d)")
_STAGE: Final = re.compile(f"（({'|'.join(DRAFT_STAGES)})）")


class Line(NamedTuple):
    """A paragraph, or what stands in a table cell under its head."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause, a table or a row of one: what it says itself, and what stands in it.

    Attributes:
        name: what it is found by among its siblings in another version; "" for nothing that
            outlives a change of order.
        place: where it stands, as readers of the document would say.
        above: the heading that it stands under, "" at the top.
        heading: its heading without the ordinal.
        lines: its own text.
        children: what stands in it.
        may_change_name: whether it is the same one under another name if the text is alike;
            never so for the row of a place or an organ.
    """

    name: str
    place: str
    above: str = ""
    heading: str = ""
    lines: tuple[Line, ...] = ()
    children: tuple[Statement, ...] = ()
    may_change_name: bool = True

    @property
    def own_text(self) -> str:
        """What it says itself, for likeness."""
        return "\n".join((self.heading, *(line.text for line in self.lines)))

    @property
    def text(self) -> str:
        """What it says with all that stands in it."""
        return "\n".join((self.own_text, *(child.text for child in self.children)))


def statements(resolved: ResolvedPlan) -> Statement:
    """Give all that a document says, the documents inside it included, as one tree."""
    parts = whole_parts(resolved, document_parts(resolved))
    children = tuple(
        _Part(part, is_main=not number).statement() for number, part in enumerate(parts)
    )
    return Statement("", "", children=children)


@dataclass(slots=True)
class _Open:
    """A clause while its text is being gathered."""

    anchor: str
    name: str
    place: str
    above: str = ""
    heading: str = ""
    lines: list[Line] = field(default_factory=list)
    children: list[Statement] = field(default_factory=list)
    tables: list[Statement] = field(default_factory=list)

    def closed(self) -> Statement:
        lines, children = tuple(self.lines), (*self.children, *self.tables)
        return Statement(self.name, self.place, self.above, self.heading, lines, children)


class _Part:
    """Goes through a part and names each place by the ordinals above it."""

    def __init__(self, part: Part, *, is_main: bool) -> None:
        self._part = part
        self._prefix = "" if is_main else part.label or f"《{brief(part.title)}》"
        # the first part is the same one whatever it is called
        self._name = "main" if is_main else part.anchor
        self._numbers: list[str] = []

    def statement(self) -> Statement:
        """Make the tree of the part: what surrounds its text, then the text."""
        part = self._part
        subtitles = (line for line in part.subtitles if not _STAGE.fullmatch(line))
        found = (
            self._edge("title", "标题", part.title, *subtitles),
            self._edge("addressees", "主送机关", _known(part.addressees)),
            *self._body(),
            self._edge("attachments", "附件说明", *part.attachment_note),
            *self._ends(),
        )
        children = tuple(one for one in found if one.lines or one.children or one.heading)
        return Statement(self._name, self._prefix or part.title, children=children)

    def _ends(self) -> Iterator[Statement]:
        part = self._part
        if part.signature:
            signers = tuple(f"{one.post} {one.name}".strip() for one in part.signature.signers)
            yield self._edge("signature", "署名", *(signers or part.signature.organs))
            yield self._edge("date", "成文日期", _known(part.signature.date))
        for one in part.attendance:
            yield self._edge(f"attendance-{one.label}", one.label, one.names)
        yield self._edge("annotation", "附注", part.annotation)

    def _edge(self, key: str, title: str, *texts: str) -> Statement:
        lines = tuple(Line(text) for text in texts if text)
        return Statement(key, f"{self._prefix}{title}", lines=lines)

    def _body(self) -> Iterator[Statement]:
        """Nest the clauses of the text; what stands before the first heading is the opening."""
        opening = _Open("", "opening", f"{self._prefix}开头")
        around: list[tuple[int, _Open]] = [(0, opening)]
        found: list[Statement] = []
        for block in self._part.blocks:
            if isinstance(block, Heading):
                found += _closed_down_to(block.level, around)
                around.append((block.level, self._clause(block, around[-1][1])))
            elif isinstance(block, Paragraph):
                around[-1][1].lines += _line(block)
            elif block.anchor != _INDICATORS:
                # what a chapter shows stands behind its last clause and belongs to the chapter
                chapter = around[min(1, len(around) - 1)][1]
                chapter.tables.append(_table(block, chapter.heading))
        found += _closed_down_to(1, around)
        yield opening.closed()
        yield from found

    def _clause(self, heading: Heading, parent: _Open) -> _Open:
        del self._numbers[heading.level - 1 :]
        ordinals = "".join((self._prefix, *self._numbers))
        self._numbers.append(heading.number)
        return _Open(
            heading.anchor,
            heading.anchor.removeprefix(f"{parent.anchor}-") if parent.anchor else heading.anchor,
            f"{ordinals}{heading.number}{heading.text}",
            parent.heading,
            heading.text,
        )


def _closed_down_to(level: int, around: list[tuple[int, _Open]]) -> Iterator[Statement]:
    """Close the clauses of a layer and below; give those that stand in no other."""
    while around[-1][0] >= level:
        _, done = around.pop()
        above, parent = around[-1]
        if above:
            parent.children.append(done.closed())
        else:
            yield done.closed()


def _line(paragraph: Paragraph) -> tuple[Line, ...]:
    text = plain(paragraph.runs)
    return (Line(text),) if text else ()


def _table(table: Table, above: str) -> Statement:
    """Make a table: caption, unit, heads and notes are its own, each group of rows stands in it."""
    columns = _group_columns(table)
    heads = "、".join(column.label for column in table.columns)
    facts = (("计量单位", table.unit), ("表头", heads), *(("注", note) for note in table.notes))
    rows = tuple(row for group in table.groups for row in _group(table, group, columns))
    lines = tuple(Line(text, label) for label, text in facts if text)
    return Statement(table.anchor, table.caption, above, table.caption, lines, rows)


def _group_columns(table: Table) -> frozenset[int]:
    """Find the columns that say what a group of rows is, not what each row says."""
    spanning = [
        frozenset(cell.column for cell in group.rows[0].cells if cell.row_span == len(group.rows))
        for group in table.groups
        if len(group.rows) > 1
    ]
    return frozenset.intersection(*spanning) if spanning else frozenset()


def _group(table: Table, group: RowGroup, columns: frozenset[int]) -> Iterator[Statement]:
    """Make a row that stands alone, or what several rows share with the rows in it."""
    count = len(group.rows)
    is_task = group.anchor.startswith(_TASK)
    if count == 1 and not is_task and not columns:
        yield _row(table, group.rows[0].cells, group.anchor or group.rows[0].anchor)
        return
    if not columns:
        columns = frozenset(range(3)) if is_task else frozenset()
    shared = [
        cell
        for cell in group.rows[0].cells
        if cell.column in columns or (cell.row_span == count and count > 1)
    ]
    lines = tuple(_cells(table, shared))
    title = lines[0].text if lines else ""
    place = f"{_DUTIES if is_task else table.caption}：{title}"
    rows = []
    for number, row in enumerate(group.rows, start=1):
        own = tuple(_cells(table, (cell for cell in row.cells if cell not in shared)))
        key = row.anchor.removeprefix(f"{group.anchor}-")
        if is_task:
            order = str(number) if count > 1 else ""
            name = "" if key.isdigit() else key
            own = tuple(one._replace(text=_GOAL_NUMBER.sub("", one.text)) for one in own)
            rows.append(Statement(name, f"{place}，目标{order}", title, lines=own))
        elif own:
            rows.append(Statement(own[0].text, f"{place}，{own[0].text}", title, lines=own))
    yield Statement(
        group.anchor or title, place, lines=lines, children=tuple(rows), may_change_name=is_task
    )


def _row(table: Table, cells: Iterable[Cell], anchor: str) -> Statement:
    lines = tuple(_cells(table, cells))
    title = lines[0].text if lines else ""
    may_change = anchor.startswith("level-")
    name = anchor if may_change else title
    return Statement(name, f"{table.caption}：{title}", lines=lines, may_change_name=may_change)


def _cells(table: Table, cells: Iterable[Cell]) -> Iterator[Line]:
    for cell in sorted(cells, key=lambda one: one.column):
        label = table.columns[cell.column].label
        text = "；".join(plain(one).rstrip("。；") for one in cell.paragraphs)
        if text and label != _SERIAL:
            yield Line(text, label)


def _known(content: Runs) -> str:
    """Give what is printed, unless it is a blank to be filled in."""
    return "" if any(run.blank for run in content) else plain(content)
