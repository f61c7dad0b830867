"""Units of measure that a plan adds to the closed list, and words that were meant as units."""

from __future__ import annotations

import re
from difflib import SequenceMatcher, get_close_matches
from enum import Enum
from typing import Final

from generator.quantity.calendar_scan import is_calendar
from generator.quantity.figure_scan import RANGE_MARKS
from generator.quantity.numerals import CHINESE_NUMERALS
from generator.quantity.parse import parse_quantity
from generator.quantity.quantity import Quantity
from generator.quantity.unit_scan import parse_unit
from generator.quantity.unit_table import SPELLINGS

_DIGIT: Final = re.compile("[0-9０-９]")
_NAME: Final = re.compile("[A-Za-z\u3400-\u9fff]+")
# a word after a number, or after the stroke of a rate
_UNIT_PLACE: Final = re.compile(
    f"(?:[0-9０-９{CHINESE_NUMERALS}余多]+[ \u3000]?|[/／])([A-Za-z\u3400-\u9fff]+)"
)
_LONGEST_UNIT: Final = 6
_LIKE: Final = 0.5
_MOST_OFFERED: Final = 3


class UnitFault(Enum):
    """Why a word cannot be a unit of a plan's own."""

    KNOWN = "known"
    FORM = "form"
    MEANING = "meaning"


def unit_fault(name: str) -> UnitFault | None:
    """Say why a plan cannot add this unit, or None if it can.

    A unit is letters or 汉字 that, after a number in digits or in 汉字, are read as that unit and
    as nothing else: 以上, 万人 and 年底 mean something already.
    """
    if not _NAME.fullmatch(name):
        is_known = not _DIGIT.search(name) and parse_quantity(f"3{name}") is not None
        return UnitFault.KNOWN if is_known else UnitFault.FORM
    if parse_unit(name) is not None and parse_quantity(f"3{name}") is not None:
        return UnitFault.KNOWN
    own = frozenset((name,))
    read = [parse_quantity(f"{number}{name}", own) for number in ("3", "三")]
    taken = (
        parse_quantity(f"3{name}") is not None
        or name[0] in RANGE_MARKS
        or is_calendar(f"2027{name}", 0)
    )
    as_unit = all(isinstance(one, Quantity) and one.unit.name == name for one in read)
    return UnitFault.MEANING if taken or not as_unit else None


def unknown_unit(text: str, extra_units: frozenset[str] = frozenset()) -> str:
    """Give the word after the number that keeps a text from being a quantity, or ""."""
    if parse_quantity(text, extra_units) is not None:
        return ""
    for found in _UNIT_PLACE.finditer(text):
        word = found.group(1)
        for length in range(1, min(len(word), _LONGEST_UNIT) + 1):
            unit = word[:length]
            if isinstance(parse_quantity(text, extra_units | {unit}), Quantity):
                return unit
    return ""


def nearest_units(word: str, extra_units: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Give the known units that are most like a word, all that are equally like it."""
    known = [*sorted(extra_units), *SPELLINGS]
    close = get_close_matches(word, known, n=_MOST_OFFERED, cutoff=_LIKE)
    alike = [SequenceMatcher(None, unit, word).ratio() for unit in close]
    return tuple(unit for unit, ratio in zip(close, alike, strict=True) if ratio == alike[0])
