"""What to write for a unit of measure that is not known."""

from __future__ import annotations

from generator.quantity import nearest_unit, unknown_unit


def quantity_hint(text: str, extra_units: frozenset[str], otherwise: str) -> str:
    """Give the cure for a text that is no quantity: of its unit, if only that is unknown."""
    unit = unknown_unit(text, extra_units)
    if not unit:
        return otherwise
    return f"不认识计量单位“{unit}”：{unit_hint(unit, extra_units)}"


def unit_hint(unit: str, extra_units: frozenset[str]) -> str:
    """Give the cure for an unknown unit: the nearest known one, or to declare it."""
    nearest = nearest_unit(unit, extra_units)
    near = f"是不是“{nearest}”？" if nearest else ""
    return f"{near}本文件自用的计量单位写在“units_of_measure”（计量单位）里"
