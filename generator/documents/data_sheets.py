"""The tables of a plan as data: a row a fact, numbers as numbers, for spreadsheets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from generator.documents.tables import listed
from generator.model.content import ROLE_WORDS, ROLES
from generator.quantity import Bound, Nearness, Style
from generator.resolve.anchors import (
    figure_anchor,
    goal_anchor,
    slug,
    table_anchor,
    task_anchor,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from generator.model.figures import Figure, FigureEntry, Indicator
    from generator.model.tables import Table, TableCell
    from generator.quantity import Quantity
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask

Value = str | Decimal
"""What a cell holds; "" for nothing."""

MOST_DIGITS: Final = 15
"""The digits that spreadsheets keep of a number."""
_SHARES: Final = {Style.PERCENT: (100, "%"), Style.PER_MILLE: (1000, "‰"), Style.TENTHS: (10, "成")}
_LONGEST_KEY: Final = 40


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, and the unit that its numbers are counted in."""

    heading: str
    unit: str = ""

    @property
    def label(self) -> str:
        """The heading with the unit."""
        named = self.unit and self.unit not in self.heading
        return f"{self.heading}（{self.unit}）" if named else self.heading


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of data.

    Attributes:
        key: short name in file names: indicators, tasks, table-…
        title: what it is called.
        anchor: permanent id of the table on the pages.
        columns: the columns, left to right.
        rows: the rows, each with a value a column.
        notes: lines that stand below it where it is printed.
    """

    key: str
    title: str
    anchor: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()


def plan_sheets(resolved: ResolvedPlan) -> tuple[Sheet, ...]:
    """Give the tables of a plan and of the documents in it: indicators, tasks, declared tables."""
    documents = tuple(resolved.documents)
    with_indicators = [one for one in documents if one.plan.indicators]
    sheets = [
        *(_indicators(one, number) for number, one in enumerate(with_indicators)),
        *(_tasks(one) for one in documents if one.tasks),
        *(_declared(table) for one in documents for table in one.plan.tables),
    ]
    return tuple(_distinct(sheets))


def _distinct(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Number the keys that stand twice, also where only capitals differ."""
    seen: Counter[str] = Counter()
    for sheet in sheets:
        key = sheet.key.casefold()
        seen[key] += 1
        yield replace(sheet, key=f"{sheet.key}-{seen[key]}") if seen[key] > 1 else sheet


def number_value(number: Fraction) -> Decimal | None:
    """Give a number that a spreadsheet can hold exactly, or None."""
    with_places = Decimal(number.numerator) / Decimal(number.denominator)
    exact = with_places.as_integer_ratio() == number.as_integer_ratio()
    return with_places if exact and len(with_places.as_tuple().digits) <= MOST_DIGITS else None


_INDICATOR_COLUMNS: Final = tuple(
    SheetColumn(heading)
    for heading in (
        *("指标", "时期", "数值", "界限", "最小值", "最大值", "单位", "每", "层级", "口径"),
        *("属性", "走向", "基数", "计算", "分项", "分组", "标记", "来源", "备注", "编号"),
    )
)


def _indicators(resolved: ResolvedPlan, number: int) -> Sheet:
    rows = tuple(
        _figure_row(indicator, entry, figure)
        for indicator in resolved.plan.indicators
        for entry, figure in zip(indicator.figures, indicator.stated, strict=True)
    )
    anchor = f"indicators-{number}" if number else "indicators"
    return Sheet("indicators", "指标", anchor, _INDICATOR_COLUMNS, rows)


def _figure_row(indicator: Indicator, entry: FigureEntry, figure: Figure) -> tuple[Value, ...]:
    quantity = figure.stated.quantity
    low, high, unit = printed_bounds(quantity)
    return (
        str(indicator.name),
        figure.when,
        str(figure.stated.text),
        bound_word(quantity),
        _value(low),
        _value(high),
        unit,
        str(indicator.per or ""),
        figure.key.scope,
        figure.key.counting,
        str(indicator.nature or ""),
        str(indicator.trend or ""),
        str(indicator.base or ""),
        str(indicator.formula or ""),
        "；".join("、".join(split.parts) for split in indicator.parts),
        str(indicator.group or ""),
        str(indicator.mark or ""),
        str(entry.source or indicator.source or ""),
        "；".join(str(note) for note in (entry.note, indicator.note) if note),
        figure_anchor(figure.key),
    )


def printed_bounds(quantity: Quantity) -> tuple[Fraction | None, Fraction | None, str]:
    """Give the lowest and the highest number allowed, None where there is no end, and the unit.

    Shares are counted as they are printed: 10% gives 10 and %. 万 and 亿 are applied.
    """
    if quantity.vague:
        return None, None, quantity.unit.name
    factor, mark = _SHARES.get(quantity.style, (1, ""))
    low, high = quantity.interval.low, quantity.interval.high
    return (
        None if low is None else low * factor,
        None if high is None else high * factor,
        mark + quantity.unit.name,
    )


def bound_word(quantity: Quantity) -> str:
    """Say on which side a figure is limited, and whether it is only near: 不少于, 约, 介于."""
    if quantity.vague:
        return "未定量"
    if quantity.nearness is Nearness.NONE:
        return str(quantity.bound.value)
    bound = "" if quantity.bound is Bound.EXACT else quantity.bound.value
    return f"{quantity.nearness.value}{bound}"


def _value(number: Fraction | None) -> Value:
    """Give a number, or nothing for one without end: 1/3 as text would be taken for a date."""
    exact = None if number is None else number_value(number)
    return "" if exact is None else exact


def _tasks(resolved: ResolvedPlan) -> Sheet:
    goals = [(task, goal) for task in resolved.tasks for goal in task.goals]
    roles = [
        role
        for role in ROLES
        if role in ("lead", "support") or any(role in goal.printed for _, goal in goals)
    ]
    headings = (
        *("序号", "重点任务", "建设内容", "目标序号", "建设目标"),
        *(f"{ROLE_WORDS[role]}单位" for role in roles),
        *("完成时限", "编号"),
    )
    columns = tuple(SheetColumn(heading) for heading in headings)
    rows = tuple(_goal_row(task, goal, roles) for task, goal in goals)
    return Sheet("tasks", "任务分工", "tasks", columns, rows)


def _goal_row(task: ResolvedTask, goal: ResolvedGoal, roles: list[str]) -> tuple[Value, ...]:
    return (
        Decimal(task.number),
        str(task.task.printed_title),
        "\n".join(str(paragraph.text) for paragraph in task.task.content.paragraphs),
        Decimal(goal.number),
        str(goal.goal.text),
        *(listed(goal.printed.get(role, ())) for role in roles),
        "、".join(str(due.text) for due in goal.goal.due or task.task.due),
        goal_anchor(task_anchor(task.task), goal.goal, goal.number),
    )


def _declared(table: Table) -> Sheet:
    body = table.body
    units = [
        _unit_of([row.cells[index] for row in body.rows]) if column.counted else ""
        for index, column in enumerate(body.columns)
    ]
    columns = tuple(
        SheetColumn(" ".join(filter(None, column.headings)), unit)
        for column, unit in zip(body.columns, units, strict=True)
    )
    rows = tuple(
        tuple(
            _cell_value(cell, unit) if column.counted else str(cell.text)
            for cell, column, unit in zip(row.cells, body.columns, units, strict=True)
        )
        for row in body.rows
    )
    key = f"table-{slug(table.name)}"[:_LONGEST_KEY]
    notes = tuple(str(note) for note in table.notes)
    return Sheet(key, table.name, table_anchor(table), columns, rows, notes)


def _unit_of(cells: list[TableCell]) -> str:
    """Give the unit that most numbers of a column have, the first of equals."""
    named = [unit for cell in cells if (number := _plain_number(cell)) and (unit := number[1])]
    return Counter(named).most_common(1)[0][0] if named else ""


def _cell_value(cell: TableCell, unit: str) -> Value:
    """Give a number where nothing of the cell is lost by it, else its words."""
    number = _plain_number(cell)
    exact = number_value(number[0]) if number and number[1] == unit else None
    return str(cell.text) if exact is None else exact


def _plain_number(cell: TableCell) -> tuple[Fraction, str] | None:
    if cell.stated is None or cell.second:
        return None
    quantity = cell.stated.quantity
    low, high, unit = printed_bounds(quantity)
    is_plain = (
        quantity.bound is Bound.EXACT
        and quantity.nearness is Nearness.NONE
        and not (quantity.note or quantity.hedge or quantity.verb or quantity.pair)
    )
    return (low, unit) if is_plain and low is not None and low == high else None
