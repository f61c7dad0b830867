"""A version of a plan as the clauses and table rows that a comparison goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Heading, Paragraph, Table, plain
from generator.comparison.pairing import Named
from generator.documents.parts import document_parts
from generator.documents.whole import whole_parts
from generator.model.quoting import brief
from generator.resolve.anchors import slug
from generator.writers.page import row_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.blocks import Block, Part, Row, RowGroup, Runs
    from generator.resolve import ResolvedPlan

_SERIAL: Final = "序号"
# the table of all indicators, whose figures are compared by themselves
_INDICATORS: Final = "indicators"
_TASK: Final = "task-"
_DUTIES: Final = "任务分工"


class Statement(NamedTuple):
    """A clause, or a group of table rows, with its text.

    Attributes:
        anchor: permanent id of the place, "" for none.
        place: where it stands, as readers of the document would say.
        lines: its text by paragraphs; the heading, if it has one, first.
        is_named: whether its id is made of its name, so that it outlives a change of order.
    """

    anchor: str
    place: str
    lines: tuple[str, ...]
    is_named: bool = True

    @property
    def named(self) -> Named:
        """What it is found by in another version."""
        return Named(self.anchor if self.is_named else "", "\n".join(self.lines))


def statements(resolved: ResolvedPlan) -> tuple[Statement, ...]:
    """Give all that a document says, in its order, the documents inside it included."""
    parts = whole_parts(resolved, document_parts(resolved))
    return tuple(
        one
        for number, part in enumerate(parts)
        for one in _Part(part, is_main=not number).statements()
        if one.lines
    )


class _Part:
    """Goes through a part and names each place by its headings."""

    def __init__(self, part: Part, *, is_main: bool) -> None:
        self._part = part
        self._prefix = "" if is_main else part.label or f"《{brief(part.title)}》"
        # the first part is the same one whatever it is called
        self._anchor = "main" if is_main else part.anchor
        self._above: list[str] = []

    def statements(self) -> Iterator[Statement]:
        """Go through its title, its text and what surrounds that in a 公文."""
        part = self._part
        yield self._edge("title", "标题", part.title)
        yield self._edge("addressees", "主送机关", _known(part.addressees))
        yield from self._blocks(part.blocks)
        if part.signature:
            yield self._edge("signature", "署名", "、".join(part.signature.organs))
            yield self._edge("date", "成文日期", _known(part.signature.date))
        yield self._edge("annotation", "附注", part.annotation)

    def _edge(self, key: str, name: str, text: str) -> Statement:
        anchor = f"{self._anchor}-{key}"
        return Statement(anchor, f"{self._prefix}{name}", (text,) if text else ())

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Statement]:
        anchor, place = f"{self._anchor}-opening", f"{self._prefix}开头"
        lines: list[str] = []
        # tables stand behind the whole text of their clause
        tables: list[Statement] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                lines += [text] if (text := plain(block.runs)) else []
            elif isinstance(block, Table):
                tables += _table(block) if block.anchor != _INDICATORS else ()
            else:
                yield from (Statement(anchor, place, tuple(lines)), *tables)
                anchor, place = block.anchor, self._place(block)
                lines, tables = [block.text], []
        yield from (Statement(anchor, place, tuple(lines)), *tables)

    def _place(self, heading: Heading) -> str:
        """Name a clause by the ordinals above it, its own and its heading."""
        del self._above[heading.level - 1 :]
        above = "".join((self._prefix, *self._above))
        self._above.append(heading.number)
        return f"{above}{heading.number}{heading.text}"


def _table(table: Table) -> Iterator[Statement]:
    for group in table.groups:
        yield _group(table, group)
    if table.notes:
        yield Statement(f"{table.anchor}-notes", f"{table.caption}的注", table.notes)


def _group(table: Table, group: RowGroup) -> Statement:
    """Make one statement of rows that belong together, a line a cell."""
    header = row_header(table)
    heads = [cell for row in group.rows[:1] for cell in row.cells if cell.column == header]
    name = _in_line(heads[0].paragraphs) if heads else ""
    lines = tuple(line for row in group.rows for line in _row(table, row))
    anchor = group.anchor or f"{table.anchor}-{slug(name)}"
    title = _DUTIES if group.anchor.startswith(_TASK) else table.caption
    return Statement(anchor, f"{title}：{name}" if name else title, lines, bool(name))


def _row(table: Table, row: Row) -> Iterator[str]:
    for cell in row.cells:
        label = table.columns[cell.column].label
        text = _in_line(cell.paragraphs)
        if text and label != _SERIAL:
            yield f"{label}：{text}"


def _in_line(paragraphs: Iterable[Runs]) -> str:
    return "；".join(plain(one).rstrip("。；") for one in paragraphs)


def _known(content: Runs) -> str:
    """Give what is printed, unless it is a blank to be filled in."""
    return "" if any(run.blank for run in content) else plain(content)
