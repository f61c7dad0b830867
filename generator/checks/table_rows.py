"""Rows of a table that meet conditions: 列 = 值、列 > 0、列 含 词."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.quantity import Quantity, Verdict, compare, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.tables import Table, TableRow
    from generator.text import Text

_CONDITION: Final = re.compile("(.+?) *(<=|>=|≤|≥|=|＝|<|>|＜|＞| 含 ) *(.+)")
_EQUAL: Final = ("=", "＝")


def selected_rows(
    table: Table, conditions: str, extra_units: frozenset[str]
) -> tuple[Text, ...] | None:
    """Give the first words of the rows that meet every condition.

    The total row and parts of other rows (其中：) are none. None stands for a condition that
    cannot be read.
    """
    written = [one for one in conditions.split("、") if one.strip()]
    tests = [_condition(table, one, extra_units) for one in written]
    known = [test for test in tests if test]
    if len(known) < len(tests):
        return None
    named = table.body.labelling or 0
    return tuple(
        row.cells[named].text
        for row in table.body.rows
        if not row.total and row.part_of is None and all(test(row) for test in known)
    )


def _condition(
    table: Table, written: str, extra_units: frozenset[str]
) -> Callable[[TableRow], bool] | None:
    match = _CONDITION.fullmatch(written.strip())
    index = table.body.position(match.group(1).strip()) if match else None
    if match is None or index is None:
        return None
    column, sign, wanted = table.body.columns[index], match.group(2).strip(), match.group(3)
    if sign == "含":
        return lambda row: wanted in row.cells[index].text
    if not column.counted:
        return (lambda row: row.cells[index].text == wanted) if sign in _EQUAL else None
    amount = parse_quantity(wanted, extra_units, default_unit=column.unit)
    return _comparison(index, sign, amount) if isinstance(amount, Quantity) else None


def _comparison(index: int, sign: str, amount: Quantity) -> Callable[[TableRow], bool]:
    def test(row: TableRow) -> bool:
        quantity = row.cells[index].quantity
        own = quantity.in_unit(amount.unit) if quantity else None
        return own is not None and compare(own.interval, sign, amount.interval) is Verdict.HOLDS

    return test
