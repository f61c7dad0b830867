"""Rates in prose: 每万人拥有全科医生4名 states 4名/万人."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.quantity.unit_table import SCALES
from generator.quantity.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks.text_numbers import Number
    from generator.resolve import TextPlace

_CLAUSE_ENDS: Final = "，。；！？\n"


def rates_in(place: TextPlace, numbers: list[Number], wanted: Iterable[Unit]) -> list[Number]:
    """Read a number whose clause begins with 每万人 as one of each 万人, where a figure is so.

    Only subjects that are counted by the hundred or more are looked for: 每人40学时 is 40学时 of
    each person, and so are its indicator and its text.
    """
    subjects = {name for unit in wanted for name, power in unit.factors if _is_scaled(name, power)}
    if not subjects:
        return numbers
    return [_rate(place, number, subjects) for number in numbers]


def _is_scaled(name: str, power: int) -> bool:
    return power < 0 and name.startswith(tuple(SCALES))


def _rate(place: TextPlace, number: Number, subjects: set[str]) -> Number:
    plain = str(place.paragraphs[number.paragraph].text)
    opening = max(plain.rfind(mark, 0, number.start) for mark in _CLAUSE_ENDS) + 1
    clause, quantity = plain[opening : number.start], number.quantity
    subject = next((name for name in sorted(subjects) if f"每{name}" in clause), "")
    if not subject or any(power < 0 for _, power in quantity.unit.factors):
        return number
    rate = replace(quantity, unit=quantity.unit / Unit.of(subject))
    return number._replace(quantity=rate)
