"""The tables of a plan: responsibility, levels, indicators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.blocks import Align, Cell, Column, Row, RowGroup, Run, Runs, Table, runs
from generator.documents.prose import ProseComposer
from generator.model.lists import key_of, shown_list
from generator.resolve.anchors import (
    figure_anchor,
    goal_anchor,
    indicator_anchor,
    level_anchor,
    task_anchor,
)
from generator.resolve.corpus import Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.content import Level
    from generator.model.figures import Figure, Indicator
    from generator.model.units import Unit
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask

# 牵头 and 配合 are always printed; the other roles and deadlines where the plan has them
_ROLE_COLUMNS: Final = (
    ("lead", Column("牵头部门", 9), True),
    ("support", Column("配合部门", 11), True),
    ("participate", Column("参与单位", 9), False),
    ("guide", Column("指导单位", 9), False),
    ("responsible", Column("责任单位", 9), False),
    ("implement", Column("落实单位", 9), False),
    ("jointly", Column("会同单位", 9), False),
)
_FIXED_COLUMNS: Final = (
    Column("序号", 4, Align.CENTER),
    Column("重点任务", 7),
    Column("建设内容", 20),
    Column("建设目标", 20),
)
# room for 到2028年 on one line
_DUE_COLUMN: Final = Column("完成时限", 11)


def responsibility_table(resolved: ResolvedPlan) -> Table:
    """Compose the responsibility table: one row a goal, each with its own units.

    A goal's number stands before its text when the task has several. Units that the row shares
    among its goals are one merged cell.
    """
    roles = tuple(
        (role, column)
        for role, column, always in _ROLE_COLUMNS
        if always or any(role in goal.printed for task in resolved.tasks for goal in task.goals)
    )
    has_deadlines = any(_deadlines(task, goal) for task in resolved.tasks for goal in task.goals)
    defaults = resolved.plan.defaults
    composer = _ResponsibilityRows(
        ProseComposer(resolved), tuple(r for r, _ in roles), has_deadlines
    )
    return Table(
        anchor="tasks",
        caption=_responsibility_caption(resolved),
        columns=(
            *_FIXED_COLUMNS,
            *(column for _, column in roles),
            *((_DUE_COLUMN,) if has_deadlines else ()),
        ),
        groups=tuple(composer.task(task) for task in resolved.tasks),
        notes=(str(defaults.note),) if defaults and defaults.note else (),
        wide=True,
    )


def _responsibility_caption(resolved: ResolvedPlan) -> str:
    for attachment in resolved.plan.attachments:
        if any(shown_list(resolved.plan, name) == "tasks" for name in attachment.show):
            return str(attachment.title)
    return f"{resolved.plan.title}任务分工表"


@dataclass(frozen=True, slots=True)
class _ResponsibilityRows:
    """Composes the rows of the responsibility table.

    Attributes:
        prose: the plan's texts.
        roles: the roles that have a column, in order.
        has_deadlines: whether there is a column of deadlines.
    """

    prose: ProseComposer
    roles: tuple[str, ...]
    has_deadlines: bool

    def task(self, task: ResolvedTask) -> RowGroup:
        """Compose a task: its name and content once, then a row a goal."""
        count = len(task.goals)
        anchor = task_anchor(task.task)
        head = (
            Cell(0, (runs(str(task.number)),), count),
            Cell(1, (runs(str(task.task.printed_title)),), count),
            Cell(2, self.prose.runs(anchor), count),
        )
        return RowGroup(
            tuple(
                Row(
                    (*(head if goal.number == 1 else ()), *self._goal(task, goal)),
                    goal_anchor(anchor, goal.goal, goal.number),
                )
                for goal in task.goals
            ),
            anchor,
        )

    def _goal(self, task: ResolvedTask, goal: ResolvedGoal) -> Iterator[Cell]:
        content = self.prose.runs(goal_anchor(task_anchor(task.task), goal.goal, goal.number))
        if len(task.goals) > 1:
            content = ((Run(f"{goal.number}."), *content[0]), *content[1:])
        first = len(_FIXED_COLUMNS)
        yield Cell(first - 1, content)
        for column, role in enumerate(self.roles, start=first):
            shared = all(role in other.shared for other in task.goals)
            if not shared:
                yield Cell(column, unit_cell(goal.printed.get(role, ())))
            elif goal.number == 1:
                yield Cell(column, unit_cell(goal.printed.get(role, ())), len(task.goals))
        if self.has_deadlines:
            due = "、".join(_deadlines(task, goal))
            yield Cell(first + len(self.roles), (runs(due),) if due else ())


def _deadlines(task: ResolvedTask, goal: ResolvedGoal) -> tuple[str, ...]:
    return tuple(str(period.text) for period in goal.goal.due or task.task.due)


def unit_cell(units: tuple[Unit, ...]) -> tuple[Runs, ...]:
    """Print units as one paragraph, set off with 、."""
    return (runs(listed(units)),) if units else ()


def listed(units: tuple[Unit, ...], but: Unit | None = None) -> str:
    """List units, with 等 at the end where the author wrote it; one of them may be left out."""
    names = "、".join(unit.label for unit in units if unit is not but)
    others = "等" if names and isinstance(units, Units) and units.and_others else ""
    return names + others


def levels_table(resolved: ResolvedPlan) -> Table:
    """Compose the overview of cultivation levels, aims and projects, numbered through."""
    heading = "重点工程"
    for place in resolved.claims:
        if place.claim.counts and key_of(place.claim.counts) == "levels.projects":
            heading = str(place.claim.claim)
    number = 0
    groups = []
    for level in resolved.plan.levels:
        groups.append(_level_row(level, number))
        number += len(level.projects)
    columns = (Column("培养层级", 9), Column("培养目标", 14), Column(heading, 17))
    return Table("levels", "培养层级、培养目标和重点工程", columns, tuple(groups))


def _level_row(level: Level, before: int) -> RowGroup:
    anchor = level_anchor(level)
    projects = tuple(
        runs(f"{number}.{name}") for number, name in enumerate(level.projects, start=before + 1)
    )
    cells = (
        Cell(0, (runs(str(level.title)),)),
        Cell(1, (runs(str(level.aim)),) if level.aim else ()),
        Cell(2, projects),
    )
    return RowGroup((Row(cells),), anchor)


INDICATOR_COLUMNS: Final = (
    Column("指标", 14),
    Column("时期", 8),
    Column("数值", 9),
    Column("层级", 6),
    Column("说明", 14, of_group=True),
)


def indicator_table(resolved: ResolvedPlan) -> Table:
    """Compose all indicators with their figures, one row a figure."""
    groups = tuple(_indicator_rows(indicator) for indicator in resolved.plan.indicators)
    return Table("indicators", f"{resolved.plan.title}指标", INDICATOR_COLUMNS, groups)


def _indicator_rows(indicator: Indicator) -> RowGroup:
    figures = indicator.stated
    rows = []
    for index, figure in enumerate(figures):
        cells = [Cell(0, (runs(str(indicator.name)),), len(figures))] if index == 0 else []
        cells += [
            Cell(1, (runs(figure.when),) if figure.when else ()),
            Cell(2, (runs(str(figure.stated.text)),), anchor=figure_anchor(figure.key)),
            Cell(3, (runs(figure.key.scope),) if figure.key.scope else ()),
        ]
        if index == 0:
            cells.append(Cell(4, _remarks(indicator, figure), len(figures)))
        rows.append(Row(tuple(cells)))
    anchor = indicator_anchor(indicator.name)
    taken = {cell.anchor for row in rows for cell in row.cells}
    return RowGroup(tuple(rows), "" if anchor in taken else anchor)


def _labelled(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """Give what an indicator says of itself, under the names that drafters know."""
    names = indicator.keys()
    # not the norm: its plan may be one of which the public must not know
    shown = ("formula", "subset_of", "takes", "nature", "trend", "unit")
    return tuple(
        (names[key], str(getattr(indicator, key) or ""))
        for key in (*shown, "group", "mark", "source")
    )


def _remarks(indicator: Indicator, figure: Figure) -> tuple[Runs, ...]:
    parts = [
        f"口径：{figure.key.counting}" if figure.key.counting else "",
        f"{indicator.per}" if indicator.per else "",
        f"占{indicator.base}" if indicator.base else "",
        *(f"分项：{'、'.join(split.parts)}" for split in indicator.parts),
        *(f"{name}：{value}" for name, value in _labelled(indicator) if value),
        str(indicator.note or ""),
        *(f"{entry.source or ''}{entry.note or ''}" for entry in indicator.figures),
    ]
    return tuple(runs(part) for part in parts if part)
