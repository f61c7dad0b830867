"""The value of a workbook's cell, printed as its number format shows it (ECMA-376, 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Final

# colours, conditions and currencies in brackets; spaces as wide as a character; fill characters
_INVISIBLE: Final = re.compile(r"\[[^\]]*\]|_.|\*.")
_FIRST_SECTION: Final = re.compile(r'(?:"[^"]*"|\\.|!.|[^;])*')
_LITERAL: Final = re.compile('"([^"]*)"|\\\\(.)|!(.)|([\u4e00-\u9fff])')
_DIGITS: Final = re.compile("[0#?][0#?,]*(?:[.]([0#?]*))?(,*)")
_SCALED: Final = re.compile(r"[0#?](?:[\\!]\.|\"\.\")")
_MOST_DIGITS: Final = 15
_MOST_DECIMALS: Final = 9


def printed_value(value: object, number_format: str) -> str:
    """Print a cell's value as the sheet shows it: its decimals, its % and its unit.

    A number in the general format keeps the 15 digits that a workbook knows, so that 0.1 + 0.2 is
    0.3. Thousands commas are left out, for official documents have none.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return _printed_date(value, number_format)
    if isinstance(value, int | float) and isfinite(value):
        return _printed_number(Decimal(repr(value)), _shown_part(number_format))
    return str(value)


def shows_another_number(value: object, number_format: str) -> bool:
    """Whether the sheet shows a number a thousand or ten thousand times smaller than it keeps."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    section = _shown_part(number_format)
    found = _DIGITS.search(_LITERAL.sub("", section))
    in_thousands = found is not None and (found.group().endswith(",") or bool(found.group(2)))
    return in_thousands or _SCALED.search(section) is not None


def _shown_part(number_format: str) -> str:
    """Give the format of numbers above zero, without what nobody sees."""
    visible = _INVISIBLE.sub("", number_format)
    found = _FIRST_SECTION.match(visible)
    return found.group() if found else visible


def _printed_number(number: Decimal, shown: str) -> str:
    plain = _LITERAL.sub("", shown)
    percent = "%" in plain
    found = _DIGITS.search(plain)
    is_general = found is None or "/" in plain or "E" in plain.upper()
    number = number * 100 if percent else number
    digits = _general(number) if is_general or found is None else _fixed(number, found)
    unit = "" if found is None else _unit(shown)
    return f"{digits}%" if percent else f"{digits}{unit}"


def _fixed(number: Decimal, found: re.Match[str]) -> str:
    """Round to the decimals of the format; those marked 0 are always shown."""
    if number.adjusted() > _MOST_DIGITS:
        return f"{number:f}"
    places = found.group(1) or ""
    rounded = number.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    digits = f"{rounded:f}"
    spare = len(places) - places.count("0")
    while spare and digits.endswith("0"):
        digits, spare = digits[:-1], spare - 1
    return digits.rstrip(".") if places else digits


def _general(number: Decimal) -> str:
    if number == number.to_integral_value():
        return f"{number.to_integral_value():f}"
    spare = number.adjusted() + 1 - _MOST_DIGITS
    step = Decimal(1).scaleb(max(spare, -_MOST_DECIMALS))
    rounded = number.quantize(step, ROUND_HALF_UP)
    # a number below all these decimals is kept as it is
    return f"{(rounded or number).normalize():f}"


def _unit(shown: str) -> str:
    """Give the words that the format puts behind the number: 万元 of 0.0"万元"."""
    end = max(found.end() for found in re.finditer("[0#?]", shown))
    return "".join("".join(words) for words in _LITERAL.findall(shown[end:])).strip()


def _printed_date(value: date, number_format: str) -> str:
    """Print a date with what its format shows of it: a year, a month or a day."""
    shown = _LITERAL.sub("", _INVISIBLE.sub("", number_format)).lower()
    if "d" in shown or "y" not in shown:
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.year}年{value.month}月" if "m" in shown else f"{value.year}年"
