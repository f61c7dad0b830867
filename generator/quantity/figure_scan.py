"""Reading a figure: one number, a range or a pair, with its unit."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from generator.quantity.number_scan import ARABIC, Number, scan_number
from generator.quantity.numerals import CHINESE_DIGITS, LONGEST_NUMERAL, read_arabic
from generator.quantity.quantity import Style
from generator.quantity.unit_scan import scan_unit
from generator.quantity.units import DIMENSIONLESS, Unit

RANGE_MARKS = frozenset("—–-－~～─至到")
_PAIR_MARKS = frozenset(":：∶")
_SPACES = frozenset(" \u3000")
_TIME_KINDS = frozenset(("月", "天", "小时", "学期", "学时", "课时", "工作日"))
_HALF_UNITS = frozenset(("年", "月", "天", "日", "学年", "学期", "小时"))
_AFTER_UNIT = frozenset("半多")
_HALF = Fraction(1, 2)
_ZERO = Fraction(0)


class Figure(NamedTuple):
    """One number, both ends of a range, or the quotient of a pair, with the unit.

    `step`, `scale`, `style`, `is_exact`, `is_over` and `has_digits` are as in `Number`.
    """

    numbers: tuple[Fraction, ...]
    unit: Unit
    end: int
    step: Fraction
    scale: int
    style: Style
    is_exact: bool
    is_over: bool
    has_digits: bool
    pair: tuple[Fraction, Fraction] | None = None
    is_descending: bool = False


def is_time(unit: Unit) -> bool:
    """Whether the unit measures a stretch of time."""
    dimension = unit.dimension
    return len(dimension) == 1 and dimension[0][0] in _TIME_KINDS


def scan_figure(
    text: str, start: int, extra_units: frozenset[str] = frozenset(), *, strict: bool = True
) -> Figure | None:
    """Return the figure that begins at `start`, or None; `strict` as in `scan_unit`."""
    first = _scan_adjacent(text, start) or scan_number(text, start)
    if first is None:
        return None
    if isinstance(first, Figure):
        return _with_unit(text, first, extra_units, strict=strict)
    if text[first.end : first.end + 1] in _PAIR_MARKS:
        return _scan_pair(text, first)
    unit, end = _unit_after(text, first, extra_units, strict=strict)
    if text[end : end + 1] in RANGE_MARKS:
        joined = _scan_range(text, first, unit, end, extra_units, strict=strict)
        if joined is not None:
            return joined
    single = _single(first, unit, end)
    return _with_half(text, single) if text[end : end + 1] in _AFTER_UNIT else single


def _unit_after(
    text: str, number: Number, extra_units: frozenset[str], *, strict: bool
) -> tuple[Unit, int]:
    """Return the unit after a number and where it ends; shares take none."""
    if number.style is not Style.NUMBER:
        return DIMENSIONLESS, number.end
    start = number.end + (text[number.end : number.end + 1] in _SPACES)
    found = scan_unit(text, start, extra_units, digits=number.has_digits, strict=strict)
    return found or (DIMENSIONLESS, number.end)


def _single(number: Number, unit: Unit, end: int) -> Figure:
    """Return a figure of one number."""
    return Figure(
        (number.value,),
        unit,
        end,
        number.step,
        number.scale,
        number.style,
        number.is_exact,
        number.is_over,
        number.has_digits,
    )


def _with_unit(
    text: str, figure: Figure, extra_units: frozenset[str], *, strict: bool
) -> Figure | None:
    """Add the unit to 三五 in 三五名; without one the two characters are no figure."""
    found = scan_unit(text, figure.end, extra_units, digits=False, strict=strict)
    return None if found is None else figure._replace(unit=found[0], end=found[1])


def _with_half(text: str, figure: Figure) -> Figure:
    """Add 半 and 多 after a unit of time: 两年半, 3年多."""
    if figure.unit.is_dimensionless or figure.style is not Style.NUMBER:
        return figure
    following = text[figure.end : figure.end + 1]
    if following == "半" and figure.is_exact and figure.unit.factors[0][0] in _HALF_UNITS:
        return figure._replace(numbers=(figure.numbers[0] + _HALF,), step=_HALF, end=figure.end + 1)
    if following == "多" and is_time(figure.unit):
        return figure._replace(is_over=True, end=figure.end + 1)
    return figure


def _scan_adjacent(text: str, start: int) -> Figure | None:
    """Return 两三 (two or three) or 三五 (three to five) as a range."""
    if text[start + 1 : start + 2] not in CHINESE_DIGITS:
        return None
    low, high = CHINESE_DIGITS.get(text[start]), CHINESE_DIGITS[text[start + 1]]
    if not low or not high or text[start + 2 : start + 3] in CHINESE_DIGITS:
        return None
    if high != low + 1 and (low, high) != (3, 5):
        return None
    ends = (Fraction(low), Fraction(high))
    return Figure(
        ends,
        DIMENSIONLESS,
        start + 2,
        step=Fraction(1),
        scale=1,
        style=Style.NUMBER,
        is_exact=True,
        is_over=False,
        has_digits=False,
    )


def _scan_pair(text: str, first: Number) -> Figure | None:
    """Return 1:1.2 with its quotient; 1:2:3 and 1:0 are no pair."""
    found = ARABIC.match(text, first.end + 1)
    if found is None or first.style is not Style.NUMBER or len(found.group()) > LONGEST_NUMERAL:
        return None
    second = read_arabic(found.group())
    if not second or not second[0] or text[found.end() : found.end() + 1] in _PAIR_MARKS:
        return None
    quotient = first.value / second[0]
    return Figure(
        (quotient,),
        DIMENSIONLESS,
        found.end(),
        _ZERO,
        1,
        Style.PAIR,
        is_exact=True,
        is_over=False,
        has_digits=True,
        pair=(first.value, second[0]),
    )


def _scan_range(  # noqa: PLR0913 - the parts of the first end
    text: str,
    first: Number,
    unit: Unit,
    end: int,
    extra_units: frozenset[str],
    *,
    strict: bool,
) -> Figure | None:
    """Return 50至100名 and 3年—5年, `end` before the mark; None if the two ends do not fit."""
    start = end + (2 if text.startswith("——", end) else 1)
    second = scan_number(text, start)
    if second is None:
        return None
    second_unit, second_end = _unit_after(text, second, extra_units, strict=strict)
    if not unit.is_dimensionless and unit != second_unit:
        return None
    first = _like(first, second, has_unit=not unit.is_dimensionless)
    if first.style is not second.style:
        return None
    low, high = sorted((first.value, second.value))
    step, scale = min(first.step, second.step), min(first.scale, second.scale)
    return Figure(
        (low, high),
        second_unit,
        second_end,
        step,
        scale,
        second.style,
        # 8000—1万 is read to the unit, as 8000—10000 is.
        (first.is_exact and second.is_exact)
        or (second.style is Style.NUMBER and scale == 1 and step == 1),
        first.is_over or second.is_over,
        second.has_digits,
        is_descending=first.value > second.value,
    )


def _like(first: Number, second: Number, *, has_unit: bool) -> Number:
    """Give the first end of 3—5万 or 10—20% what is printed after the second only."""
    if has_unit or first.style is not Style.NUMBER or first.scale != 1:
        return first
    parts = {Style.PERCENT: 100, Style.PER_MILLE: 1000, Style.TENTHS: 10}.get(second.style)
    if parts:
        return first._replace(
            value=first.value / parts, step=first.step / parts, style=second.style, is_exact=False
        )
    if second.style is Style.TIMES:
        return first._replace(style=Style.TIMES)
    if second.scale > 1 and first.value < second.value / second.scale:
        return first._replace(
            value=first.value * second.scale,
            step=first.step * second.scale,
            scale=second.scale,
            is_exact=False,
        )
    return first
