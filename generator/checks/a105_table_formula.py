"""A105: a formula over the cells of a table that does not hold."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from generator.checks.comparing import judge
from generator.checks.formula import (
    Comparison,
    FormulaFault,
    comparable,
    relation_of,
    set_against,
    value_of,
)
from generator.checks.formula_terms import Absent, stated_value
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.model.figures import Figure, FigureKey
from generator.model.values import StatedQuantity
from generator.quantity import Verdict
from generator.resolve.names import by_beginning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.formula_terms import Value
    from generator.checks.frame import Findings
    from generator.model.tables import Table, TableCell
    from generator.resolve import ResolvedPlan
    from generator.source import Place
    from generator.text import Text

RULE = Rule("A105", "table-formula", "表格各格之间的关系不成立")
_EACH_COLUMN: Final = re.compile("每列[：:]")
_HINT: Final = "逐格核对；式子写错的，改“checks”（核对）或“formula”（计算）"
_FAULT_HINT: Final = "式子里写列的名称，“每列：”之后写行的名目；运算符两边各空一格"


class _CellTerms:
    """The cells of one row by the names of their columns, or of one column by its rows."""

    def __init__(self, kind: str, cells: dict[str, TableCell], resolved: ResolvedPlan) -> None:
        self.kind = kind
        self.cells = cells
        self.tolerance = tolerance_of(resolved)
        self.extra_units = resolved.extra_units
        self.names = by_beginning(cells)

    def value(self, name: str, period: str) -> Value | Absent:
        """Give the value of a cell; - counts as nothing."""
        if period:
            return Absent("syntax", "表格的式子里不写“@时期”，各时期写各列的名称")
        cell = self.cells[name]
        quantity = cell.quantity
        if quantity is None or quantity.vague:
            return Absent("vague", f"“{name}”没有数")
        key = FigureKey(name, None, "", "")
        stated = cell.stated or StatedQuantity(cell.text, quantity)
        # the words of the cell are its own place, those of 〃 the cell above
        return stated_value(quantity, (Figure(key, stated),), self.tolerance)

    def function(self, name: str, argument: str) -> Value | Absent:
        """Refuse functions: a row has no rows to add up."""
        return Absent("syntax", f"表格的式子里不用“{name}（{argument}）”")


def find(resolved: ResolvedPlan) -> Findings:
    """Evaluate the checks of every table, and the columns that are computed."""
    for table in resolved.plan.tables:
        for formula in table.checks:
            column_wise = _EACH_COLUMN.match(formula)
            start = column_wise.end() if column_wise else 0
            lines = _columns if column_wise else _rows
            yield from _check(
                table, formula.part(start, len(formula)).trimmed(), lines(table), resolved
            )
        yield from _computed(table, resolved)


_Line = tuple[str, "Place", str, dict[str, "TableCell"]]


def _rows(table: Table) -> Iterator[_Line]:
    """Give the name, the place and the cells of each row."""
    columns = table.body.columns
    for row in table.body.rows:
        pairs = zip(columns, row.cells, strict=True)
        cells = {column.name: cell for column, cell in pairs if column.counted}
        yield f"“{row.label}”行", row.place, "列", cells


def _columns(table: Table) -> Iterator[_Line]:
    for index, column in enumerate(table.body.columns):
        if column.counted:
            cells = {row.label: row.cells[index] for row in table.body.rows if row.label}
            yield f"“{column.name}”列", column.column.name.place, "行", cells


def _check(table: Table, formula: Text, lines: Iterator[_Line], resolved: ResolvedPlan) -> Findings:
    for name, _, kind, cells in lines:
        outcome = relation_of(str(formula), _CellTerms(kind, cells, resolved))
        if isinstance(outcome, FormulaFault):
            if outcome.kind == "vague":
                continue
            yield _fault(table, formula, outcome, cells)
            return
        for comparison in outcome:
            yield from _judged(table, formula, name, comparison, resolved)


def _computed(table: Table, resolved: ResolvedPlan) -> Findings:
    """Compare the cells of a computed column with the formula of the column."""
    for column in table.body.columns:
        formula = column.column.formula
        if formula is None:
            continue
        for name, _, kind, cells in _rows(table):
            cell = cells.get(column.name)
            if cell is None or cell.stated is None or cell.ditto:
                continue
            terms = _CellTerms(kind, cells, resolved)
            right = value_of(str(formula), terms)
            left = terms.value(column.name, "")
            if isinstance(right, FormulaFault):
                if right.kind == "vague":
                    continue
                yield _fault(table, formula, right, cells)
                break
            if not isinstance(left, Absent):
                comparison = set_against(left, "=", right)
                yield from _judged(table, formula, name, comparison, resolved)


def _fault(
    table: Table, formula: Text, fault: FormulaFault, cells: dict[str, TableCell]
) -> Diagnostic:
    message = f"表“{table.name}”的式子“{formula}”算不出：{fault.message}"
    place = formula.place
    if formula.cell is None:
        place = formula.span_of(fault.start, min(fault.end, len(formula)))
    written = str(formula)[fault.start : fault.end]
    nearest = get_close_matches(written, cells, n=1, cutoff=0.4) if fault.kind == "name" else []
    cure = f"是不是“{nearest[0]}”？" if nearest else ""
    return Diagnostic(RULE, message, Label(place), hint=f"{cure}{_FAULT_HINT}")


def _judged(
    table: Table, formula: Text, name: str, comparison: Comparison, resolved: ResolvedPlan
) -> Findings:
    left, right = comparison.left, comparison.right
    subject = f"表“{table.name}”{name}：{formula}"
    if not comparable(comparison):
        message = f"{subject}，两边单位不同：“{left.text}”与“{right.text}”"
        yield Diagnostic(RULE, message, Label(formula.place), hint="核对单位")
        return
    judged = judge(comparison, tolerance_of(resolved))
    places = tuple(figure.span for figure in judged.figures) or (formula.place,)
    yield Reconciliation(
        RULE,
        subject,
        judged.stated,
        judged.computed,
        judged.working,
        judged.verdict,
        places,
        judged.difference,
    )
    if judged.verdict is Verdict.FAILS:
        distance = f"，相差{judged.difference}" if judged.difference else ""
        message = (
            f"表“{table.name}”{name}不成立：左边{judged.stated}，"
            f"右边{judged.computed}{distance}（{judged.working}）"
        )
        # a side of one figure is what was stated, the other what gives it
        single = right.figures if len(right.figures) == 1 != len(left.figures) else ()
        first = (single or judged.figures)[0]
        others = [figure for figure in judged.figures if figure is not first]
        related = (
            *(Label(figure.span, figure.key.indicator) for figure in others),
            Label(formula.place, "式子"),
        )
        label = Label(first.span, first.key.indicator)
        yield Diagnostic(RULE, message, label, related, _HINT)


CHECK = Check(RULE, find, by_firmness=True)
