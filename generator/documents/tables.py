"""The tables of a plan: responsibility, levels, indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.blocks import Align, Cell, Column, Row, RowGroup, Run, Runs, Table, runs
from generator.documents.prose import ProseComposer
from generator.resolve.anchors import (
    figure_anchor,
    goal_anchor,
    indicator_anchor,
    slug,
    task_anchor,
)

if TYPE_CHECKING:
    from generator.model.content import Level
    from generator.model.figures import Figure, Indicator
    from generator.model.units import Unit
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask

RESPONSIBILITY_COLUMNS: Final = (
    Column("序号", 3, Align.CENTER),
    Column("重点任务", 7),
    Column("建设内容", 20),
    Column("建设目标", 20),
    Column("牵头部门", 9),
    Column("配合部门", 11),
)
_CONTENT, _GOAL, _LEAD, _SUPPORT = 2, 3, 4, 5


def responsibility_table(resolved: ResolvedPlan) -> Table:
    """Compose the responsibility table: one row a goal, each with its own units.

    A goal's number stands before its text when the task has several. Units that the row shares
    among its goals are one merged cell.
    """
    prose = ProseComposer(resolved)
    return Table(
        anchor="tasks",
        caption=_responsibility_caption(resolved),
        columns=RESPONSIBILITY_COLUMNS,
        groups=tuple(_task_rows(task, prose) for task in resolved.tasks),
        wide=True,
    )


def _responsibility_caption(resolved: ResolvedPlan) -> str:
    for attachment in resolved.plan.attachments:
        if "tasks" in attachment.show.items:
            return str(attachment.title)
    return f"{resolved.plan.title}任务分工表"


def _task_rows(task: ResolvedTask, prose: ProseComposer) -> RowGroup:
    count = len(task.goals)
    anchor = task_anchor(task.task)
    head = (
        Cell(0, (runs(str(task.number)),), count),
        Cell(1, (runs(str(task.task.printed_title)),), count),
        Cell(_CONTENT, prose.runs(anchor), count),
    )
    rows = tuple(
        Row((*(head if index == 0 else ()), *_goal_cells(task, goal, prose)), _goal_id(task, goal))
        for index, goal in enumerate(task.goals)
    )
    return RowGroup(rows, anchor)


def _goal_id(task: ResolvedTask, goal: ResolvedGoal) -> str:
    return goal_anchor(task.task, goal.number)


def _goal_cells(task: ResolvedTask, goal: ResolvedGoal, prose: ProseComposer) -> tuple[Cell, ...]:
    content = prose.runs(_goal_id(task, goal))
    if len(task.goals) > 1:
        content = ((Run(f"{goal.number}."), *content[0]), *content[1:])
    cells = [Cell(_GOAL, content)]
    for column, role in ((_LEAD, "lead"), (_SUPPORT, "support")):
        shared = all(role in other.shared for other in task.goals)
        if shared and goal.number > 1:
            continue
        span = len(task.goals) if shared else 1
        cells.append(Cell(column, unit_cell(goal.roles.get(role, ())), span))
    return tuple(cells)


def unit_cell(units: tuple[Unit, ...]) -> tuple[Runs, ...]:
    """Print units as one paragraph, set off with 、."""
    return (runs("、".join(unit.label for unit in units)),) if units else ()


def levels_table(resolved: ResolvedPlan) -> Table:
    """Compose the overview of cultivation levels, aims and projects, numbered through."""
    heading = "重点工程"
    for place in resolved.claims:
        if place.claim.counts == "levels.projects":
            heading = str(place.claim.claim)
    number = 0
    groups = []
    for level in resolved.plan.levels:
        groups.append(_level_row(level, number))
        number += len(level.projects)
    columns = (Column("培养层级", 9), Column("培养目标", 14), Column(heading, 17))
    return Table("levels", "培养层级、培养目标和重点工程", columns, tuple(groups))


def _level_row(level: Level, before: int) -> RowGroup:
    anchor = f"level-{level.id or slug(level.title)}"
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
    Column("说明", 14),
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


def _remarks(indicator: Indicator, figure: Figure) -> tuple[Runs, ...]:
    parts = [
        f"口径：{figure.key.counting}" if figure.key.counting else "",
        f"{indicator.per}" if indicator.per else "",
        f"占{indicator.base}" if indicator.base else "",
        *(f"分项：{'、'.join(split.parts)}" for split in indicator.parts),
        f"计算：{indicator.formula}" if indicator.formula else "",
        str(indicator.note or ""),
    ]
    return tuple(runs(part) for part in parts if part)
