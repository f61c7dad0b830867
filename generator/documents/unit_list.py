"""本单位任务清单: what a unit leads, supports or does otherwise, in one plan or in several."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Properties,
    Row,
    RowGroup,
    Table,
    runs,
)
from generator.documents.duties import unit_key
from generator.documents.parts import SAMPLE_LINE, full_title, secrecy_line
from generator.documents.tables import listed
from generator.model.content import ROLE_WORDS, ROLES
from generator.numbering import ordinal
from generator.resolve.anchors import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.blocks import Runs
    from generator.documents.duties import Duty
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan

_LONGEST_PROSE: Final = 300
"""Characters; of a longer clause only the heading is printed, so that a row fits on a page."""

_MAIN_ROLES: Final = ("lead", "support")


class Assignment(NamedTuple):
    """A duty that a unit has.

    Attributes:
        duty: the duty.
        groups: the groups as whose member the unit has it; none if it is named itself.
    """

    duty: Duty
    groups: tuple[Unit, ...]


class _Columns(NamedTuple):
    """The columns of one table: how each is headed, and what it prints of an assignment."""

    column: Column
    paragraphs: Callable[[Assignment], tuple[Runs, ...]]
    optional: bool = False


def compose_unit_list(
    unit: Unit, plans: tuple[ResolvedPlan, ...], by_role: Mapping[str, Sequence[Assignment]]
) -> Document:
    """Compose the task list of a unit.

    Args:
        unit: the unit.
        plans: the plans that were looked through; of several, each is named.
        by_role: what it has to do, at least one thing, in the order of the plans.
    """
    return _List(unit, plans, by_role).document()


class _List:
    """Composes the task list of one unit."""

    def __init__(
        self,
        unit: Unit,
        plans: tuple[ResolvedPlan, ...],
        by_role: Mapping[str, Sequence[Assignment]],
    ) -> None:
        self.unit = unit
        self.by_role = {role: by_role[role] for role in ROLES if role in by_role}
        named = {item.duty.plan for items in by_role.values() for item in items}
        self.plans = tuple(plan for plan in plans if plan in named)
        self.single = plans[0] if len(plans) == 1 else None

    def document(self) -> Document:
        title = f"{self.unit.name}任务清单"
        samples = [bool(plan.plan.sample) for plan in self.plans]
        part = Part(
            title=title,
            label=secrecy_line(self.single) if self.single else "",
            subtitles=(full_title(self.single),) if self.single else (),
            blocks=tuple(self._blocks()),
            wide=True,
            anchor=f"unit-{unit_key(self.unit)}",
        )
        return Document(
            properties=Properties(title=title, subject="任务清单"),
            parts=(part,),
            banner_line=SAMPLE_LINE if all(samples) else "",
        )

    def _blocks(self) -> Iterator[Block]:
        counts = "，".join(
            f"{ROLE_WORDS[role]}{len(items)}项" for role, items in self.by_role.items()
        )
        where = "本规划" if self.single else f"{len(self.plans)}份文件"
        yield Paragraph(runs(f"{self.unit.label}在{where}中{counts}。"))
        for index, (role, items) in enumerate(self.by_role.items(), start=1):
            yield Heading(1, ordinal(1, index), f"本单位{ROLE_WORDS[role]}的任务（{len(items)}项）")
            by_plan = groupby(items, key=lambda item: item.duty.plan)
            for number, (plan, in_plan) in enumerate(by_plan, start=1):
                if not self.single:
                    yield Heading(2, ordinal(2, number), _plan_heading(plan))
                yield self._table(role, plan, tuple(in_plan))

    def _table(self, role: str, plan: ResolvedPlan, items: tuple[Assignment, ...]) -> Table:
        columns = [
            column
            for column in self._columns(role)
            if not column.optional or any(column.paragraphs(item) for item in items)
        ]
        by_group = groupby(items, key=lambda item: (item.duty.document, item.duty.group_anchor))
        groups = []
        number = 0
        for _, members in by_group:
            rows = tuple(members)
            groups.append(_row_group(rows, columns, number))
            number += len(rows)
        head = (Column("序号", 5, Align.CENTER), Column("任务", 14))
        return Table(
            anchor=f"{role}-{slug(plan.identifier)}",
            caption=f"{self.unit.name}{ROLE_WORDS[role]}的任务",
            columns=(*head, *(column.column for column in columns)),
            groups=tuple(groups),
            wide=True,
        )

    def _columns(self, role: str) -> tuple[_Columns, ...]:
        """List the columns after 序号 and 任务; optional ones are left out where all is empty."""
        return (
            _Columns(Column("工作内容", 34), _content),
            *(self._others(role, other) for other in _MAIN_ROLES),
            _Columns(Column("其他单位", 14), self._in_other_roles, optional=True),
            _Columns(Column("完成时限", 10), _deadlines, optional=True),
            _Columns(Column("备注", 10), _remark, optional=True),
        )

    def _others(self, role: str, other: str) -> _Columns:
        """Make the column of the other units in a role, the unit's own or another one."""
        own = "共同" if role == "lead" else "其他"
        word = f"{own if role == other else ''}{ROLE_WORDS[other]}单位"

        def paragraphs(item: Assignment) -> tuple[Runs, ...]:
            units = self._without_own(item.duty, other)
            return (runs(units),) if units else ()

        # whoever leads looks for support, whoever supports looks for the lead
        return _Columns(
            Column(word, 16), paragraphs, optional=role not in _MAIN_ROLES or role == other
        )

    def _in_other_roles(self, item: Assignment) -> tuple[Runs, ...]:
        found = ((role, self._without_own(item.duty, role)) for role in ROLES)
        return tuple(
            runs(f"{ROLE_WORDS[role]}：{units}")
            for role, units in found
            if units and role not in _MAIN_ROLES
        )

    def _without_own(self, duty: Duty, role: str) -> str:
        """List the units of a role but for the unit itself."""
        units = duty.roles.get(role, ())
        return listed(units, but=self.unit)


def _plan_heading(plan: ResolvedPlan) -> str:
    return f"{full_title(plan)}{'（样例）' if plan.plan.sample else ''}"


def _row_group(items: tuple[Assignment, ...], columns: list[_Columns], number: int) -> RowGroup:
    """Compose the goals of one task, whose name stands once."""
    task = Cell(1, (runs(_task(items[0].duty)),), len(items))
    rows = []
    for index, item in enumerate(items):
        cells = [Cell(0, (runs(str(number + index + 1)),)), *([task] if index == 0 else [])]
        cells += [
            Cell(place, column.paragraphs(item)) for place, column in enumerate(columns, start=2)
        ]
        rows.append(Row(tuple(cells)))
    return RowGroup(tuple(rows))


def _task(duty: Duty) -> str:
    return f"{duty.number}{duty.group}"


def _content(item: Assignment) -> tuple[Runs, ...]:
    duty = item.duty
    if duty.prose and sum(map(len, duty.prose)) <= _LONGEST_PROSE:
        return tuple(runs(text) for text in duty.prose)
    return (runs(duty.text),)


def _deadlines(item: Assignment) -> tuple[Runs, ...]:
    return (runs("、".join(item.duty.due)),) if item.duty.due else ()


def _remark(item: Assignment) -> tuple[Runs, ...]:
    names = "、".join(f"“{group.label}”" for group in item.groups)
    return (runs(f"作为{names}成员"),) if names else ()
