"""What to write for a unit of measure that is not known."""

from __future__ import annotations

from generator.decode.number_hints import number_hint
from generator.quantity import nearest_units, unknown_unit


def quantity_hint(
    text: str, extra_units: frozenset[str], otherwise: str, *, may_declare: bool = True
) -> str:
    """Give the cure for a text that is no quantity: of its number, or of its unit.

    Args:
        text: the text.
        extra_units: the units of measure that the plan adds to the closed list.
        otherwise: the cure for any other mistake.
        may_declare: whether the file may add units of measure: a registry may not.
    """
    damaged = number_hint(text.strip())
    if damaged:
        return damaged
    unit = unknown_unit(text, extra_units)
    if not unit:
        return otherwise
    cure = unit_hint(unit, extra_units, may_declare=may_declare)
    return f"不认识计量单位“{unit}”：{cure}"


def unit_hint(unit: str, extra_units: frozenset[str], *, may_declare: bool = True) -> str:
    """Give the cure for an unknown unit: the nearest known ones, or to declare it."""
    nearest = "".join(f"“{near}”" for near in nearest_units(unit, extra_units))
    near = f"是不是{nearest}？" if nearest else ""
    if not may_declare:
        return f"{near}写“30所”“13个”“200人”一类的数值"
    return f"{near}本文件自用的计量单位写在“units_of_measure”（计量单位）里"
