"""A103: figures of different kinds put together (学时 with 学分, 名 with 所)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.decode.unit_hints import unit_hint
from generator.diagnostics import Diagnostic, Label, Rule
from generator.model.quoting import brief
from generator.model.tables import Holds
from generator.quantity import Quantity, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.model.tables import Table, TableCell
    from generator.resolve import ResolvedPlan

RULE = Rule("A103", "unit-mismatch", "计量单位不能相比")
_HINT = "核对单位；确实是两回事的，分成两个指标"
_CELL_HINT = "核对单位；这一列另有单位的，在“columns”（列）里写“unit”（单位）"


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the units of an indicator's figures, of its parts and of its whole; of cells too."""
    for table in resolved.plan.tables:
        yield from _in_table(table, resolved.extra_units)
    for indicator in resolved.plan.indicators:
        yield from _against_unit(indicator, resolved.extra_units)
    seen: set[frozenset[int]] = set()
    for one, other, relation in _pairs(resolved):
        # a part may be named by its whole and name the whole itself
        pair = frozenset((id(one.stated), id(other.stated)))
        if pair not in seen:
            seen.add(pair)
            yield from _compare(one, other, relation)


def _against_unit(indicator: Indicator, extra_units: frozenset[str]) -> Findings:
    """Compare the unit that an indicator declares with that of its figures."""
    unit = indicator.unit
    if unit is None or unit == "-":
        return
    declared = parse_quantity("1", extra_units, default_unit=str(unit))
    if not isinstance(declared, Quantity):
        message = f"“{indicator.name}”的单位“{brief(unit)}”不是认识的计量单位"
        yield Diagnostic(RULE, message, Label(unit.place), hint=unit_hint(unit, extra_units))
        return
    for figure in indicator.stated:
        quantity = figure.stated.quantity
        alike = quantity.is_share == declared.is_share and quantity.in_unit(declared.unit)
        if not (quantity.vague or alike):
            message = f"“{figure.label}”为{figure.stated.text}，单位写的是“{unit}”"
            related = (Label(unit.place, "单位"),)
            yield Diagnostic(RULE, message, Label(figure.span), related, _HINT)


def _in_table(table: Table, extra_units: frozenset[str]) -> Findings:
    """Compare the cells of a column with the unit that is declared for them."""
    body = table.body
    kinds = [column.holds for column in body.columns]
    measure = kinds.index(Holds.MEASURE) if Holds.MEASURE in kinds else None
    for index, column in enumerate(body.columns):
        if not column.counted:
            continue
        cells = [row.cells[index] for row in body.rows]
        if measure is not None:
            units = [str(row.cells[measure].text) for row in body.rows]
        else:
            units = [column.unit] * len(cells)
        alike = [_is_alike(*pair, extra_units) for pair in zip(cells, units, strict=True)]
        # a unit of the whole table is a default: a column may be of another kind altogether
        if measure is None and column.column.unit is None and not any(alike):
            continue
        for row, cell, unit, is_alike in zip(body.rows, cells, units, alike, strict=True):
            if is_alike is False and not cell.ditto:
                message = (
                    f"“{row.label or '这一行'}”的“{column.name}”为{cell.text}，单位应是“{unit}”"
                )
                yield Diagnostic(RULE, message, Label(cell.place), hint=_CELL_HINT)


def _is_alike(cell: TableCell, unit: str, extra_units: frozenset[str]) -> bool | None:
    """Say whether a cell's figure is of the kind of a unit; None where there is nothing to say."""
    declared = (
        parse_quantity("1", extra_units, default_unit=unit) if unit not in ("", "-") else None
    )
    if cell.stated is None or cell.stated.quantity.vague or not isinstance(declared, Quantity):
        return None
    quantity = cell.stated.quantity
    same = quantity.in_unit(declared.unit) is not None
    return same and quantity.is_share == declared.is_share


def _pairs(resolved: ResolvedPlan) -> Iterator[tuple[Figure, Figure, str]]:
    for indicator in resolved.plan.indicators:
        first, *others = indicator.stated or (None,)
        if first is None:
            continue
        yield from ((first, other, "同一指标") for other in others)
        for name in _relatives(indicator):
            match = resolved.indicators.find(name)
            if match and match.value.stated:
                yield first, match.value.stated[0], "合计与分项"


def _relatives(indicator: Indicator) -> list[str]:
    parts = [part for split in indicator.parts for part in split.parts]
    return [*parts, *((indicator.subset_of,) if indicator.subset_of else ())]


def _compare(one: Figure, other: Figure, relation: str) -> Findings:
    left, right = one.stated.quantity, other.stated.quantity
    if left.vague or right.vague or right.in_unit(left.unit) is not None:
        return
    figures = "，".join(f"“{figure.label}”为{figure.stated.text}" for figure in (one, other))
    message = f"{relation}的单位不同：{figures}"
    yield Diagnostic(RULE, message, Label(one.span), (Label(other.span),), _HINT)


CHECK = Check(RULE, find)
