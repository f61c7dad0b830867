"""Putting another figure into the words of a number, in the style in which it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.quantity import Style, chinese_numeral, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.model.values import StatedQuantity
    from generator.quantity import Quantity

_DIGITS: Final = re.compile("[0-9][0-9,，]*(?:[.][0-9]+)?|[０-９]+(?:[．][０-９]+)?")
_CHINESE: Final = re.compile("[零〇一二两三四五六七八九十百千]+")
_WIDE: Final = str.maketrans("0123456789.", "０１２３４５６７８９．")
_PARTS: Final = {Style.PERCENT: 100, Style.PER_MILLE: 1000, Style.TENTHS: 10}
_LEADING: Final = re.compile("^(?:必须|应当|原则上|力争|一般|达到|稳定在)+")
_TWO: Final = 2
_MOST_PLACES: Final = 6


def restated(
    paragraph: str,
    start: int,
    end: int,
    stated: StatedQuantity,
    extra_units: frozenset[str] = frozenset(),
) -> str | None:
    """Give new words for a number of a paragraph, so that it says what a figure says.

    Chinese numerals stay Chinese, 万 and % stay, full-width digits stay full-width, and 不少于
    and 左右 stay unless the figure has another bound; then the figure's own words are taken.

    Args:
        paragraph: the paragraph.
        start: where the number begins, bound words included.
        end: where it ends.
        stated: the figure.
        extra_units: the units of measure that the plan adds to the closed list.

    Returns:
        the new words, or None where no wording was found that reads back as the figure.
    """
    if stated.quantity.vague:
        return None
    for words in _candidates(paragraph[start:end], stated, extra_units):
        rest = paragraph[:start] + words + paragraph[end:]
        read = [one for one in find_quantities(rest, extra_units) if one.start == start]
        if read and read[0].end == start + len(words):
            same = read[0].quantity
            if same.states_same(stated.quantity):
                return words
    return None


def _candidates(written: str, stated: StatedQuantity, extra_units: frozenset[str]) -> Iterator[str]:
    """Try the author's own style first, then the words of the figure."""
    read = [one.quantity for one in find_quantities(written, extra_units)]
    if len(read) == 1:
        yield from _in_style(written, read[0], stated.quantity)
    yield _LEADING.sub("", str(stated.text))


def _in_style(written: str, read: Quantity, wanted: Quantity) -> Iterator[str]:
    converted = wanted.in_unit(read.unit)
    if converted is None or len(converted.numbers) != len(read.numbers):
        return
    for pattern in (_DIGITS, _CHINESE):
        found = list(pattern.finditer(written))
        if len(found) == len(read.numbers):
            yield _replaced(written, found, read, converted, scale=read.scale)
            if read.scale > 1:
                # 0.38万名 reads badly: 3800名
                bare = re.sub("[万亿]", "", written)
                again = list(pattern.finditer(bare))
                yield _replaced(bare, again, read, converted, scale=1)


def _replaced(
    written: str, found: list[re.Match[str]], read: Quantity, wanted: Quantity, *, scale: int
) -> str:
    pieces: list[str] = []
    position = 0
    for match, number in zip(found, wanted.numbers, strict=True):
        shown = number * _PARTS.get(read.style, 1) / scale
        pieces += [written[position : match.start()], _number(shown, match.group())]
        position = match.end()
    return "".join([*pieces, written[position:]])


def _number(value: Fraction, like: str) -> str:
    """Print a number as another one is printed: 3,800, ３８００, 三十."""
    if _CHINESE.fullmatch(like):
        if value.denominator != 1 or value < 0:
            return like
        return "两" if value == _TWO and like != "二" else chinese_numeral(int(value))
    plain = _decimal(value)
    if "," in like and "." not in plain:
        plain = f"{int(plain):,}"
    return plain.translate(_WIDE) if like[0] in "０１２３４５６７８９" else plain


def _decimal(value: Fraction) -> str:
    places = next((n for n in range(_MOST_PLACES) if (value * 10**n).denominator == 1), None)
    if places is None:
        return ""
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
