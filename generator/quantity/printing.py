"""Printing a quantity in official style (GB/T 15835-2011: figures in 0-9, ranges with —)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.quantity.figure_scan import is_time
from generator.quantity.quantity import Bound, Nearness, Style

if TYPE_CHECKING:
    from generator.quantity.quantity import Quantity

_SCALES = {
    100: "百",
    1000: "千",
    10**4: "万",
    10**5: "十万",
    10**6: "百万",
    10**7: "千万",
    10**8: "亿",
    10**9: "十亿",
    10**10: "百亿",
    10**11: "千亿",
    10**12: "万亿",
}
_SHARES = {Style.PERCENT: (100, "%"), Style.PER_MILLE: (1000, "‰"), Style.TENTHS: (10, "成")}
_SHARE_BOUNDS = {
    Bound.AT_LEAST: "不低于",
    Bound.MORE_THAN: "超过",
    Bound.AT_MOST: "不超过",
    Bound.LESS_THAN: "低于",
}
_COUNT_BOUNDS = {
    Bound.AT_LEAST: "不少于",
    Bound.MORE_THAN: "超过",
    Bound.AT_MOST: "不超过",
    Bound.LESS_THAN: "不足",
}
_LOWER = frozenset((Bound.AT_LEAST, Bound.MORE_THAN))
_BOUNDED_BEHIND = frozenset(("岁", "周岁"))
_HALF = Fraction(1, 2)


def print_quantity(quantity: Quantity) -> str:
    """Return the quantity in official style; reading it again gives an equal quantity.

    12,000名 is printed 12000名, 三年 3年, 10～20% 10%—20%, 至少50名 不少于50名, 1:1.2 1∶1.2.
    """
    note = f"（{quantity.note}）" if quantity.note else ""
    opening = (quantity.hedge.value if quantity.hedge else "") + quantity.verb
    if quantity.vague:
        return opening + quantity.word + quantity.unit.name + note
    before, after = _bound_words(quantity)
    near_before, near_after = _near_words(quantity)
    return opening + before + near_before + _figure(quantity) + near_after + after + note


def _bound_words(quantity: Quantity) -> tuple[str, str]:
    """Return the words of the bound before and after the figure."""
    bound, remarks = quantity.bound, quantity.remarks
    if bound in {Bound.EXACT, Bound.RANGE}:
        return "", ""
    is_odd = "double_bound" in remarks or "contradictory_bounds" in remarks
    behind = {Bound.AT_LEAST: "以上", Bound.AT_MOST: "以下"}.get(bound)
    if behind and not is_odd and quantity.unit.name in _BOUNDED_BEHIND:
        return "", behind
    before = (_SHARE_BOUNDS if quantity.is_share or quantity.pair else _COUNT_BOUNDS)[bound]
    if not is_odd:
        return before, ""
    is_lower = (bound in _LOWER) == ("double_bound" in remarks)
    return before, "以上" if is_lower else "以下"


def _near_words(quantity: Quantity) -> tuple[str, str]:
    """Return 约 and the like before the figure, and 左右 after it."""
    after = "左右" if "double_approximate" in quantity.remarks else ""
    if quantity.word:
        return quantity.word, after
    match quantity.nearness:
        case Nearness.ABOUT:
            return "约", after
        case Nearness.JUST_UNDER:
            return "近", after
        case Nearness.JUST_OVER if not _takes_over(quantity):
            return "逾", after
        case _:
            return "", after


def _takes_over(quantity: Quantity) -> bool:
    """Whether 余 is printed inside the figure: 300余名."""
    return (
        quantity.style is Style.NUMBER
        and len(quantity.numbers) == 1
        and quantity.printed_step != _HALF
    )


def _figure(quantity: Quantity) -> str:
    """Return the number or numbers with the unit."""
    if quantity.pair is not None:
        return "∶".join(_plain(part) for part in quantity.pair)
    numbers = quantity.numbers
    if "descending_range" in quantity.remarks:
        numbers = tuple(reversed(numbers))
    if quantity.printed_step == _HALF and quantity.style is Style.NUMBER:
        return _with_half(numbers[0], quantity.unit.name)
    over = "余" if quantity.nearness is Nearness.JUST_OVER and _takes_over(quantity) else ""
    unit = quantity.unit.name
    if over and is_time(quantity.unit):
        return _number(quantity, numbers[0]) + unit + "多"
    return "—".join(_number(quantity, number) for number in numbers) + over + unit


def _with_half(number: Fraction, unit: str) -> str:
    """Return 半年 or 2年半."""
    whole = int(number)
    return f"{whole}{unit}半" if whole else f"半{unit}"


def _number(quantity: Quantity, number: Fraction) -> str:
    """Return one number with %, 万 or the like, to the places printed."""
    style, step = quantity.style, quantity.printed_step
    if style is Style.FRACTION:
        return f"{number.numerator}/{number.denominator}"
    if style in _SHARES:
        parts, mark = _SHARES[style]
        return _decimal(number * parts, step * parts) + mark
    scale = quantity.scale
    name = _SCALES.get(scale, "")
    times = "倍" if style is Style.TIMES else ""
    return _decimal(number / scale, step / scale) + name + times


def _decimal(number: Fraction, step: Fraction) -> str:
    """Return a number to the place that `step` is one unit of."""
    places = 0
    while (step * 10**places).denominator != 1:
        places += 1
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _plain(number: Fraction) -> str:
    """Return a finite decimal without closing zeros."""
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    return _decimal(number, Fraction(1, 10**places))
