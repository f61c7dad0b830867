"""What the columns of a table hold: as declared, else read from their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.decode.rules import TABLE_SHAPE, UNREADABLE_PERIOD
from generator.diagnostics import Diagnostic, Label
from generator.model.spelling import loose
from generator.model.tables import LABELLING, Column, Holds, TableColumn
from generator.model.values import StatedPeriod
from generator.quantity import Quantity, parse_period, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.decode.grid import Grid
    from generator.model.tables import Table
    from generator.text import Text

_NAMES: Final = {
    "序号": Holds.NUMBER,
    **dict.fromkeys(("县区", "地区", "省份", "县（区）", "市县", "项目县"), Holds.PLACE),
    **dict.fromkeys(("责任单位", "牵头单位", "牵头部门"), Holds.UNIT),
    "计量单位": Holds.MEASURE,
    **dict.fromkeys(("指标", "指标名称"), Holds.INDICATOR),
    **dict.fromkeys(("一级指标", "二级指标", "三级指标", "类别", "分组"), Holds.GROUP),
    **dict.fromkeys(("属性", "性质", "指标属性"), Holds.NATURE),
    **dict.fromkeys(("计算方法", "计算"), Holds.FORMULA),
    **dict.fromkeys(("来源", "数据来源"), Holds.SOURCE),
    "标记": Holds.MARK,
    **dict.fromkeys(("分值", "满分"), Holds.FULL_MARK),
    **dict.fromkeys(("评分标准", "评分办法"), Holds.CRITERIA),
    **dict.fromkeys(("备注", "说明"), Holds.NOTE),
}
_YEARS: Final = re.compile(r"((?:19|20)\d{2})(?:\.0|[—–~～-]((?:19|20)\d{2}))?")
_LEVELS: Final = ("三级指标", "二级指标", "一级指标")
_UNIT_NAMES: Final = ("单位", "部门")
_TASK_NAMES: Final = ("任务", "重点任务", "工作任务")


def table_columns(
    table: Table, grid: Grid
) -> tuple[tuple[TableColumn, ...], tuple[Diagnostic, ...]]:
    """Give the columns in the order of the cells, each with what it holds."""
    columns, findings = _declared(table, grid)
    findings += _named_twice(columns)
    findings += _unknown_names(table, columns)
    holds = _holds(table, columns, grid)
    read = [_read(table, column, kind) for column, kind in zip(columns, holds, strict=True)]
    findings += _bare_years(read)
    findings += _same_identity(table, read)
    return tuple(read), tuple(findings)


def _declared(table: Table, grid: Grid) -> tuple[list[Column], list[Diagnostic]]:
    """Match the declared columns with the head of a file; the head gives the order."""
    if grid.head is None:
        if table.columns:
            return list(table.columns), []
        hint = "在“columns”（列）里写各列的名称，例如“[县区, 现有, 2024年]”"
        message = f"表格“{table.name}”没有写各列的名称"
        return [], [Diagnostic(TABLE_SHAPE, message, Label(table.span), hint=hint)]
    known = {loose(column.name): column for column in table.columns}
    columns: list[Column] = []
    findings: list[Diagnostic] = []
    for name in grid.head:
        own = _named(name)
        declared = known.pop(loose(own.name), None) or known.pop(loose(name), None)
        columns.append(_under_head(declared, own) if declared else own)
    for column in known.values():
        message = f"表格文件里没有“{column.name}”这一列"
        hint = f"文件的表头是：{'、'.join(filter(None, grid.head))}"
        findings.append(Diagnostic(TABLE_SHAPE, message, Label(column.name.place), hint=hint))
    return columns, findings


def _named(name: Text) -> Column:
    """Make the column of a head; 上 > 下 names it by what stands below."""
    start = name.rfind(">") + 1
    column = Column.model_construct(
        name=name.part(start, len(name)).trimmed(), heading=name if start else None
    )
    column._span = name.span  # noqa: SLF001  # the record's own place
    return column


def _under_head(declared: Column, own: Column) -> Column:
    """Give a declared column, which may be named 上 > 下, the two heads of the file."""
    if not own.heading:
        return declared
    is_path = loose(declared.name) == loose(own.heading)
    name = own.name if is_path else declared.name
    return declared.model_copy(update={"name": name, "heading": declared.heading or own.heading})


def _named_twice(columns: list[Column]) -> Iterator[Diagnostic]:
    seen: dict[str, Text] = {}
    for column in columns:
        first = seen.setdefault(str(column.name), column.name)
        if first is not column.name and column.name:
            message = f"有两列都叫“{column.name}”"
            hint = "各列起不同的名称；印出来相同的写在“heading”（表头）里"
            related = (Label(first.place, "第一次"),)
            label = Label(column.name.place, "重复")
            yield Diagnostic(TABLE_SHAPE, message, label, related, hint)


def _unknown_names(table: Table, columns: list[Column]) -> Iterator[Diagnostic]:
    names = [str(column.name) for column in columns]
    for name in (table.total_column, table.splits):
        if name and names and loose(name) not in map(loose, names):
            message = f"表格“{table.name}”没有名为“{name}”的列"
            hint = f"已有：{'、'.join(names)}"
            yield Diagnostic(TABLE_SHAPE, message, Label(name.place), hint=hint)


def _holds(table: Table, columns: list[Column], grid: Grid) -> list[Holds]:
    names = [str(column.name) for column in columns]
    kinds = [
        Holds(str(column.holds)) if column.holds else _by_name(table, column, names)
        for column in columns
    ]
    if table.splits in names and table.splits:
        kinds[names.index(str(table.splits))] = Holds.GROUP
    if not any(kind in LABELLING for kind in kinds):
        for index, kind in enumerate(kinds):
            told = columns[index].holds or _has_period(columns[index])
            if kind is Holds.FIGURE and not (told or _is_counted(grid, index)):
                kinds[index] = Holds.INDICATOR if table.defines else Holds.LABEL
            if kind not in (Holds.NUMBER, Holds.GROUP):
                break
    groups = [i for i, kind in enumerate(kinds) if kind is Holds.GROUP and not columns[i].holds]
    if groups and not table.splits and not any(kind in LABELLING for kind in kinds):
        kinds[groups[-1]] = Holds.LABEL
    return kinds


def _is_counted(grid: Grid, index: int) -> bool:
    """Whether every cell of a column is a number, so that it cannot name the rows."""
    cells = [row[index] for row in grid.rows if index < len(row) and row[index]]
    return bool(cells) and all(isinstance(parse_quantity(cell), Quantity) for cell in cells)


def _by_name(table: Table, column: Column, names: list[str]) -> Holds:
    name = str(column.name)
    # of several layers of indicators the lowest names the rows
    if name in _LEVELS and "指标" not in names:
        lowest = next(level for level in _LEVELS if level in names)
        return Holds.INDICATOR if name == lowest else Holds.GROUP
    if name in _UNIT_NAMES:
        if "分值" in names or any(task in names for task in _TASK_NAMES):
            return Holds.UNIT
        measures = table.defines or any(_NAMES.get(other) is Holds.INDICATOR for other in names)
        return Holds.MEASURE if measures else Holds.UNIT
    return _NAMES.get(name, Holds.FIGURE)


def _has_period(column: Column) -> bool:
    return column.period is not None or parse_period(column.name) is not None


def _bare_years(columns: list[TableColumn]) -> Iterator[Diagnostic]:
    """Find columns named by a year alone, which is neither a deadline nor a year in full."""
    for column in columns:
        match = _YEARS.fullmatch(column.column.name)
        if match and column.holds is Holds.FIGURE and column.column.period is None:
            year, last = match.group(1), match.group(2)
            forms = f"“{year}—{last}年”" if last else f"“{year}年”或“到{year}年”"
            message = f"列名“{column.name}”不是时期"
            hint = f"写成{forms}；不是年份的，另写“period”（时期）"
            label = Label(column.column.name.place)
            yield Diagnostic(UNREADABLE_PERIOD, message, label, hint=hint)


def _read(table: Table, column: Column, holds: Holds) -> TableColumn:
    period = parse_period(column.name)
    own = StatedPeriod(column.name, period) if period else None
    return TableColumn(
        column=column,
        holds=holds,
        inferred=column.holds is None,
        when=column.period or own or table.period,
        unit=str(column.unit or ("分" if holds is Holds.FULL_MARK else table.unit) or ""),
    )


def indicator_of(table: Table, column: TableColumn) -> str:
    """Give the indicator of a column's figures where the rows name none."""
    if column.column.indicator:
        return str(column.column.indicator)
    if table.indicator and (column.column.period or parse_period(column.name)):
        return str(table.indicator)
    return f"{table.indicator}·{column.name}" if table.indicator else column.name


def _same_identity(table: Table, columns: list[TableColumn]) -> Iterator[Diagnostic]:
    """Find two columns whose figures no key tells apart."""
    by_row = any(column.holds is Holds.INDICATOR for column in columns)
    seen: dict[tuple[object, ...], TableColumn] = {}
    for column in columns:
        if column.holds is not Holds.FIGURE or column.column.formula:
            continue
        identity = (
            "" if by_row and not column.column.indicator else indicator_of(table, column),
            column.when.period if column.when else None,
            str(column.column.scope or ""),
            str(column.column.counting or ""),
        )
        first = seen.setdefault(identity, column)
        if first is not column and first.name != column.name:
            message = f"“{first.name}”与“{column.name}”两列的数值分不清是不是同一个指标"
            hint = "给列写上“period”（时期）、“counting”（口径）或“indicator”（指标）"
            label = Label(column.column.name.place, "此列")
            related = (Label(first.column.name.place, "另一列"),)
            yield Diagnostic(TABLE_SHAPE, message, label, related, hint)
