"""A106: marks of the criteria of a row that do not add up to its full mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.comparing import judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.wording import apart
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.model.tables import Holds
from generator.quantity import Quantity, Verdict, parse_quantity

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.model.tables import Table, TableRow
    from generator.resolve import ResolvedPlan

RULE = Rule("A106", "criteria-marks", "评分标准的分数与分值不符")
# （5分） is a mark; （扣2分） and （每项1分） are not
_MARK: Final = re.compile(r"[（(](\d+(?:\.\d+)?分)[）)]")


def find(resolved: ResolvedPlan) -> Findings:
    """Add up the marks in the criteria of every row."""
    tolerance = tolerance_of(resolved)
    for table in resolved.plan.tables:
        kinds = [column.holds for column in table.body.columns]
        if Holds.FULL_MARK in kinds and Holds.CRITERIA in kinds:
            positions = (kinds.index(Holds.FULL_MARK), kinds.index(Holds.CRITERIA))
            for row in table.body.rows:
                yield from _compare(table, row, positions, tolerance)


def _compare(
    table: Table, row: TableRow, positions: tuple[int, int], tolerance: Fraction
) -> Findings:
    full, criteria = (row.cells[position] for position in positions)
    found = [parse_quantity(match.group(1)) for match in _MARK.finditer(criteria.text)]
    marks = [mark for mark in found if isinstance(mark, Quantity)]
    if not marks or full.stated is None or full.ditto or criteria.ditto:
        return
    judged = judge_sum(full.stated.quantity, marks, tolerance)
    if judged is None:
        return
    subject = f"表“{table.name}”“{row.label}”的评分标准"
    places = (criteria.place, full.place)
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
        message = (
            f"{subject}各项相加{judged.computed}，分值为{judged.stated}{apart(judged.difference)}"
        )
        hint = "核对各项分数；扣分写成“扣2分”，不计入"
        related = (Label(full.place, "分值"),)
        yield Diagnostic(RULE, message, Label(criteria.place, "评分标准"), related, hint)


CHECK = Check(RULE, find, by_firmness=True)
