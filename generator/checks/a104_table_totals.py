"""A104: totals of a table that differ from what they add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.comparing import judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.checks.wording import apart, gap, manner_of, only_by_rounding
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.model.tables import Holds
from generator.quantity import Quantity, Style, Verdict, compare, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.model.tables import Table, TableCell, TableColumn, TableRow
    from generator.resolve import ResolvedPlan
    from generator.source import Place
    from generator.text import Text

RULE = Rule("A104", "table-totals", "表格的合计不符")
_HINT: Final = "逐格核对原始数据；再看是否漏了行、多加了行，或各格口径不同"
_ROUNDED_HINT: Final = "核对各数；确是四舍五入的不用改"
_EACH_GROUP: Final = re.compile(r"合计[（(]\s*(.+?)\s*[，,]\s*按(.+?)\s*[）)]\s*[=＝]\s*(.+)")


class _Sum(NamedTuple):
    """A total and the cells that should add up to it.

    Attributes:
        subject: what is added up, in Chinese.
        total: the total.
        place: where the total stands.
        terms: the cells, each with the name of its row or column.
        counting: the counting on which they are added up; "" for their main figures.
    """

    subject: str
    total: Quantity
    place: Place
    terms: tuple[tuple[str, TableCell], ...]
    counting: str = ""


def find(resolved: ResolvedPlan) -> Findings:
    """Add up the rows, the columns and the groups of every table."""
    tolerance = tolerance_of(resolved)
    for table in resolved.plan.tables:
        for total in (*_row_totals(table), *_column_totals(table)):
            yield from _compare(table, total, tolerance)
        for formula in table.each_group:
            yield from _each_group(table, formula, tolerance, resolved.extra_units)
        yield from _parts(table, tolerance)


def _row_totals(table: Table) -> Iterator[_Sum]:
    """Give what each column of the total row should be the sum of; each group, if split."""
    body = table.body
    whole = next((row for row in body.rows if row.total), None)
    if whole is None:
        return
    rows = [row for row in body.rows if not row.total and row.part_of is None]
    for index, column in enumerate(body.columns):
        cell = whole.cells[index]
        if not _adds_up(column, rows, index) or cell.ditto or cell.stated is None:
            continue
        for group, members in _groups(table, rows):
            terms = tuple((row.label, row.cells[index]) for row in members)
            subject = f"“{column.name}”列{group}"
            yield _Sum(subject, cell.stated.quantity, cell.place, terms)
            if cell.second:
                counting, stated = cell.second
                own = f"{subject}（{counting}）"
                yield _Sum(own, stated.quantity, cell.place, terms, counting)


def _groups(table: Table, rows: list[TableRow]) -> Iterator[tuple[str, list[TableRow]]]:
    position = table.body.position(str(table.splits)) if table.splits else None
    if position is None:
        yield "", rows
        return
    for name in dict.fromkeys(str(row.cells[position].text) for row in rows):
        yield f"（{name}）", [row for row in rows if row.cells[position].text == name]


def _adds_up(column: TableColumn, rows: Iterable[TableRow], index: int) -> bool:
    """Shares, ratios and rates are not added up."""
    quantities = [row.cells[index].quantity for row in rows]
    return column.counted and not any(
        quantity.is_share
        or quantity.style is Style.PAIR
        or any(power < 0 for _, power in quantity.unit.factors)
        for quantity in quantities
        if quantity
    )


def _column_totals(table: Table) -> Iterator[_Sum]:
    """Give what the total column of each row should be the sum of: the columns of its head."""
    body = table.body
    position = body.position(str(table.total_column)) if table.total_column else None
    if position is None:
        return
    above = body.columns[position].headings[0]
    added = [
        index
        for index, column in enumerate(body.columns)
        if index != position
        and column.holds is Holds.FIGURE
        and column.headings[0] == above
        and _adds_up(column, body.rows, index)
    ]
    for row in body.rows:
        cell = row.cells[position]
        if cell.stated and not cell.ditto:
            terms = tuple((body.columns[index].name, row.cells[index]) for index in added)
            yield _Sum(f"“{row.label}”行", cell.stated.quantity, cell.place, terms)


def _compare(table: Table, total: _Sum, tolerance: Fraction) -> Findings:
    # a merged cell is one figure, added once
    terms = [(name, cell) for name, cell in total.terms if not cell.ditto]
    quantities = [cell.of_counting(total.counting) for _, cell in terms]
    known = [quantity for quantity in quantities if quantity]
    if not terms or len(known) < len(terms):
        return
    judged = judge_sum(total.total, known, tolerance)
    if judged is None:
        return
    subject = f"表“{table.name}”{total.subject}合计"
    places = (total.place, *(cell.place for _, cell in terms))
    stated = judged.stated
    yield Reconciliation(
        RULE,
        subject,
        stated,
        judged.computed,
        judged.working,
        judged.verdict,
        places,
        judged.difference,
    )
    related = tuple(Label(cell.place, name) for name, cell in terms)
    if judged.verdict is Verdict.FAILS:
        message = f"{subject}{stated}与各格之和{judged.computed}不符{apart(judged.difference)}"
        hint = _HINT + _other_counting(total, terms, tolerance)
        yield Diagnostic(RULE, message, Label(total.place, "合计"), related, hint)
    elif judged.is_by_rounding:
        message = f"{subject}{stated}，{only_by_rounding(judged.computed, judged.difference)}"
        label = Label(total.place, "合计")
        yield Diagnostic(RULE, message, label, related, _ROUNDED_HINT, Severity.NOTE)


def _other_counting(total: _Sum, terms: list[tuple[str, TableCell]], tolerance: Fraction) -> str:
    """Say which counting of the cells would add up."""
    for counting in dict.fromkeys(cell.second[0] for _, cell in terms if cell.second):
        known = [q for _, cell in terms if (q := cell.of_counting(counting))]
        judged = judge_sum(total.total, known, tolerance)
        if judged and judged.verdict is Verdict.HOLDS:
            return f"；各格按“{counting}”相加正好是{judged.computed}"
    return ""


def _each_group(
    table: Table, formula: Text, tolerance: Fraction, extra_units: frozenset[str]
) -> Findings:
    body = table.body
    match = _EACH_GROUP.fullmatch(formula)
    index = body.position(match.group(1)) if match else None
    group = body.position(match.group(2)) if match else None
    if not body.columns:
        return
    wanted = None
    if match and index is not None:
        unit = body.columns[index].unit
        wanted = parse_quantity(match.group(3), extra_units, default_unit=unit)
    if index is None or group is None or not isinstance(wanted, Quantity):
        message = f"分组合计“{formula}”读不懂"
        names = "、".join(column.name for column in body.columns)
        hint = f"写成“合计（分值，按部门） = 60”；已有的列：{names}"
        yield Diagnostic(RULE, message, Label(formula.place), hint=hint)
        return
    rows = [row for row in body.rows if not row.total and row.part_of is None]
    for name in dict.fromkeys(str(row.cells[group].text) for row in rows):
        members = [row for row in rows if row.cells[group].text == name]
        terms = tuple((row.label, row.cells[index]) for row in members)
        subject = f"“{name}”各行“{body.columns[index].name}”"
        yield from _compare(table, _Sum(subject, wanted, formula.place, terms), tolerance)


def _parts(table: Table, tolerance: Fraction) -> Findings:
    """A part (其中：) is not more than its whole."""
    body = table.body
    for row in body.rows:
        if row.part_of is None:
            continue
        whole = body.rows[row.part_of]
        for index, column in enumerate(body.columns):
            one, other = row.cells[index], whole.cells[index]
            part, all_of_it = one.quantity, other.quantity
            if not _adds_up(column, (row, whole), index) or one.ditto or not (part and all_of_it):
                continue
            part = part.in_unit(all_of_it.unit)
            if part is None or part.vague or all_of_it.vague:
                continue
            upper = all_of_it.for_comparison(tolerance)
            inner = part.for_comparison(tolerance)
            verdict = compare(inner, "<=", upper)
            used = tolerance_used((part, all_of_it), tolerance)
            more = gap(upper, inner, manner_of(all_of_it)) if verdict is Verdict.FAILS else ""
            subject = f"表“{table.name}”“{column.name}”列“{row.label}”不超过“{whole.label}”"
            working = f"{one.text} <= {other.text}{used}"
            places = (one.place, other.place)
            yield Reconciliation(
                RULE, subject, str(one.text), str(other.text), working, verdict, places, more
            )
            if verdict is Verdict.FAILS:
                message = (
                    f"表“{table.name}”“{column.name}”列其中“{row.label}”{one.text}，"
                    f"多于“{whole.label}”{other.text}，多{more}"
                )
                related = (Label(other.place, "整体"),)
                yield Diagnostic(RULE, message, Label(one.place, "其中"), related, _HINT)


CHECK = Check(RULE, find, by_firmness=True)
