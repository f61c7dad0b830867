"""Reading one number out of text: digits or Chinese, with 万, %, ‰, 分之, 余 and 成."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from generator.quantity.numerals import (
    CHINESE_NUMERALS,
    LONGEST_NUMERAL,
    ZEROS,
    read_arabic,
    read_chinese,
    read_chinese_decimal,
    read_scale,
    whole,
)
from generator.quantity.quantity import Style
from generator.quantity.unit_table import SPELLINGS

# Every repetition is possessive: a character once taken is never given back, so a scan is linear.
ARABIC = re.compile(r"[0-9０-９]++(?:,[0-9]{3}(?![0-9]))*+(?:[.．][0-9０-９]++)?+")
CHINESE = re.compile(f"[{CHINESE_NUMERALS}]++")

_OVER = frozenset("余多几")
_SCALES = frozenset("百千万十亿")
_AFTER_NUMBER = _OVER | _SCALES | frozenset("倍成")
# what begins 分之, 一半 and 点 behind a number in Chinese
_PARTS = frozenset("分半点")
_LONGEST_SCALE = 3
_SHARES = {"%": 100, "％": 100, "‰": 1000}
_STROKES = frozenset("/／")
_CHANGING = _AFTER_NUMBER | _STROKES | frozenset(_SHARES)
_STYLES = {100: Style.PERCENT, 1000: Style.PER_MILLE}
_HUNDRED_MILLION = 10**8
_TEN_THOUSAND = 10**4
_YEAR_DIGITS = 4
_ONE = Fraction(1)
_ZERO = Fraction(0)
_HALF = Fraction(1, 2)
_TENTHS_NOT_BEFORE = "立功员为果就长绩熟都本效分人"


class Number(NamedTuple):
    """A number as printed.

    Attributes:
        value: the number, 万 and % applied.
        end: where it ends in the text.
        step: one unit of the last printed place; 0 for a fraction.
        scale: what 万, 亿 … multiplied by.
        style: how it is printed.
        is_exact: not subject to rounding.
        is_over: 余, 多 or 几 stands in it.
        has_digits: written in 0-9.
    """

    value: Fraction
    end: int
    step: Fraction = _ONE
    scale: int = 1
    style: Style = Style.NUMBER
    is_exact: bool = True
    is_over: bool = False
    has_digits: bool = True


def scan_number(text: str, start: int) -> Number | None:
    """Return the number that begins at `start`, or None if none does."""
    found = ARABIC.match(text, start)
    if found is not None:
        return _scan_arabic(text, found)
    found = CHINESE.match(text, start)
    if found is not None:
        return _scan_chinese(text, found)
    if text.startswith("半", start):
        end = start + (2 if text.startswith("半数", start) else 1)
        style = Style.FRACTION if end - start == 2 else Style.NUMBER  # noqa: PLR2004 - 半数 is two characters
        step = _ZERO if style is Style.FRACTION else _HALF
        return Number(_HALF, end, step, style=style, has_digits=False)
    return None


def _scan_arabic(text: str, found: re.Match[str]) -> Number | None:
    """Read a number written in digits, and what follows it."""
    run, end = found.group(), found.end()
    if run.isdigit() and len(run) <= LONGEST_NUMERAL and text[end : end + 1] not in _CHANGING:
        # a plain whole number, as most are
        return Number(whole(int(run)), end)
    if "," in run and run.index(",") > 3:  # noqa: PLR2004 - a thousands group
        end = found.start() + run.index(",")
        run = text[found.start() : end]
    number = read_arabic(run) if len(run) <= LONGEST_NUMERAL else None
    if number is None:
        return None
    value, decimals = number
    step = Fraction(1, 10**decimals) if decimals else _ONE
    following = text[end : end + 1]
    if following in _SHARES:
        return _share(value, step, _SHARES[following], end + 1, has_digits=True)
    if following in _STROKES and not decimals:
        return _slash_fraction(text, end, value) or Number(value, end)
    scaled = _with_scale(text, end, Number(value, end, step, is_exact=not decimals))
    return scaled if decimals else _with_lower_part(text, scaled)


def _with_lower_part(text: str, number: Number) -> Number:
    """Add 3000万 to 1亿, 5千 or 5000 to 2万, 零5百 to 3万: what is said in a smaller scale."""
    is_whole = number.scale > 1 and number.style is Style.NUMBER and not number.is_over
    has_gap = is_whole and text[number.end : number.end + 1] in ZEROS
    found = ARABIC.match(text, number.end + has_gap) if is_whole else None
    read = read_arabic(found.group()) if found and len(found.group()) <= LONGEST_NUMERAL else None
    if found is None or read is None or read[1]:
        return number
    lower = _with_scale(text, found.end(), Number(read[0], found.end()))
    if lower.style is not Style.NUMBER or not lower.scale <= lower.value < number.scale:
        return number
    if not has_gap and _has_no_one_meaning(text, found, lower, number.scale):
        return number
    return _with_lower_part(text, lower._replace(value=number.value + lower.value))


def _has_no_one_meaning(text: str, found: re.Match[str], lower: Number, scale: int) -> bool:
    """Whether a lower part is said for another: 1亿5千 for 1.5亿, 2万5 for 25000; or is a year."""
    if scale >= _HUNDRED_MILLION and lower.value < _TEN_THOUSAND:
        return True
    is_year = len(found.group()) == _YEAR_DIGITS and text[found.end() : found.end() + 1] == "年"
    return is_year or (lower.scale == 1 and len(found.group()) == 1)


def _share(value: Fraction, step: Fraction, parts: int, end: int, *, has_digits: bool) -> Number:
    """Return a share printed as % or ‰."""
    return Number(
        value / parts,
        end,
        step / parts,
        style=_STYLES[parts],
        is_exact=False,
        has_digits=has_digits,
    )


def _slash_fraction(text: str, stroke: int, above: Fraction) -> Number | None:
    """Return 1/3, but not the beginning of 2027/06/30 or of 400/人."""
    found = ARABIC.match(text, stroke + 1)
    if found is None or text[found.end() : found.end() + 1] in ("/", "／"):
        return None
    below = read_arabic(found.group()) if len(found.group()) <= LONGEST_NUMERAL else None
    if below is None or not below[0] or below[1]:
        return None
    return Number(above / below[0], found.end(), _ZERO, style=Style.FRACTION)


def _with_scale(text: str, end: int, number: Number) -> Number:
    """Add 余, 万, 亿, 倍 or 成 that follow a plain number."""
    following = text[end : end + 1]
    if following not in _AFTER_NUMBER:
        return number
    is_over = following in _OVER
    position = end + is_over
    length = _scale_length(text, position)
    scale = (read_scale(text[position : position + length]) or 1) if length else 1
    position += length
    if length and not is_over and text[position : position + 1] in _OVER:
        is_over, position = True, position + 1
    number = number._replace(
        value=number.value * scale,
        step=number.step * scale,
        scale=scale,
        end=position,
        is_exact=number.is_exact and not length,
        is_over=is_over,
    )
    return _with_times(text, position, number)


def _scale_length(text: str, start: int) -> int:
    """Return how many characters of 百万, 万亿 … stand at `start`; 千 of 千米 does not count."""
    if text[start : start + 1] not in _SCALES:
        return 0
    if text[start] != "万" and (
        text[start : start + 2] in SPELLINGS or text[start : start + 3] in SPELLINGS
    ):
        return 0
    length = 1
    while length < _LONGEST_SCALE and text[start + length : start + length + 1] in ("万", "亿"):
        length += 1
    return 0 if text[start] == "十" and length == 1 else length


def _with_times(text: str, position: int, number: Number) -> Number:
    """Turn 2倍 and 三成 into their styles."""
    following = text[position : position + 1]
    if following == "倍":
        return number._replace(style=Style.TIMES, end=position + 1)
    is_tenths = (
        following == "成"
        and number.scale == 1
        and 0 < number.value < 10  # noqa: PLR2004 - tenths are below ten
        and text[position + 1 : position + 2] not in tuple(_TENTHS_NOT_BEFORE)
    )
    if not is_tenths:
        return number
    return number._replace(
        value=number.value / 10,
        step=number.step / 10,
        style=Style.TENTHS,
        is_exact=False,
        end=position + 1,
    )


def _scan_chinese(text: str, found: re.Match[str]) -> Number | None:
    """Read a number written in Chinese, and what follows it."""
    figures, end = found.group(), found.end()
    if len(figures) > LONGEST_NUMERAL:
        return None
    if text[end : end + 1] not in _PARTS:
        return _chinese_whole(text, figures, end)
    if text.startswith("分之", end):
        return _chinese_share(text, end + 2, figures)
    if figures == "一" and text.startswith("半", end):
        return Number(_HALF, end + 1, _ZERO, style=Style.FRACTION, has_digits=False)
    decimal = _chinese_decimal(text, found.start(), end) if text.startswith("点", end) else None
    if decimal is not None:
        return _with_scale(text, decimal.end, decimal)
    return _chinese_whole(text, figures, end)


def _chinese_whole(text: str, figures: str, end: int) -> Number | None:
    """Return a whole Chinese number; one with 万 or 亿 is scaled, as 3万 is."""
    read = read_chinese(figures)
    if read is None:
        return None
    value, place = read
    scale = 10**8 if "亿" in figures else 10**4 if "万" in figures else 1
    if scale == 1:
        return _with_scale(text, end, Number(whole(value), end, has_digits=False))
    number = Number(whole(value), end, whole(place), scale, is_exact=False, has_digits=False)
    is_over = text[end : end + 1] in _OVER
    return number._replace(is_over=is_over, end=end + is_over)


def _chinese_decimal(text: str, start: int, point: int) -> Number | None:
    """Return 三点五, with a place value for each figure after the point."""
    found = CHINESE.match(text, point + 1)
    if found is None or found.end() - start > LONGEST_NUMERAL:
        return None
    value = read_chinese_decimal(text[start : found.end()])
    if value is None:
        return None
    step = Fraction(1, 10 ** len(found.group()))
    return Number(value, found.end(), step, is_exact=False, has_digits=False)


def _chinese_share(text: str, start: int, below: str) -> Number | None:
    """Return 五分之一 or 百分之十 from what follows 分之."""
    parts = read_chinese(below)
    found = CHINESE.match(text, start) or ARABIC.match(text, start)
    if parts is None or not parts[0] or found is None or len(found.group()) > LONGEST_NUMERAL:
        return None
    step, end = _ONE, found.end()
    if found.re is ARABIC:
        arabic = read_arabic(found.group())
        if arabic is None:
            return None
        above, step = arabic[0], Fraction(1, 10 ** arabic[1])
    else:
        decimal = _chinese_decimal(text, start, end) if text.startswith("点", end) else None
        number = read_chinese(found.group())
        if number is None:
            return None
        above = whole(number[0])
        if decimal is not None:
            above, step, end = decimal.value, decimal.step, decimal.end
    if parts[0] in _STYLES:
        return _share(above, step, parts[0], end, has_digits=False)
    return Number(above / parts[0], end, _ZERO, style=Style.FRACTION, has_digits=False)
