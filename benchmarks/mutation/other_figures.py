"""What may stand in place of a figure: another value, another unit, another bound."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.quantity import chinese_numeral, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation.figures import Figure

VALUE, UNIT, BOUND = "数值", "单位", "界限"
_TWO: Final = 2
# one other unit of another kind for each
_OTHER_UNIT: Final = {
    "元/人/天": "元/人/学时",
    "元/学时": "元/学分",
    "名/个": "名/年",
    "万元": "元",
    "亿元": "万元",
    "元": "万元",
    "学时": "学分",
    "学分": "学时",
    "周岁": "年",
    "岁": "年",
    "个月": "年",
    "年": "个月",
    "天": "学时",
    "%": "‰",
    "‰": "%",
    "名": "所",
    "人": "所",
    "所": "名",
    "个": "名",
    "项": "名",
    "门": "名",
    "组": "名",
    "节": "学时",
    "篇": "门",
    "份": "项",
    "期": "门",
    "大": "名",
    "次": "名",
}
# turned round, and dropped
_OTHER_BOUND: Final = {
    "不少于": ("不超过", ""),
    "不低于": ("不高于", ""),
    "至少": ("至多", ""),
    "不超过": ("不少于", ""),
    "不多于": ("不少于", ""),
    "超过": ("达到",),
    "达到": ("超过",),
    "近": ("超过", ""),
    "约": ("",),
    "以上": ("以下", ""),
    "以下": ("以上", ""),
    "以内": ("以上", ""),
    "左右": ("以上", ""),
    "内": ("以上", ""),
}


def other_figures(figure: Figure) -> Iterator[tuple[str, str]]:
    """Give the kind of each change and the figure as it then reads."""
    before, number, unit, after = figure.before, figure.number, figure.unit, figure.after
    for other in _other_numbers(number, unit):
        yield VALUE, f"{before}{other}{unit}{after}"
    if figure.is_count:
        return
    if unit in _OTHER_UNIT:
        yield UNIT, f"{before}{number}{_OTHER_UNIT[unit]}{after}"
    for other in _OTHER_BOUND.get(before, ()):
        yield BOUND, f"{other}{number}{unit}{after}"
    for other in _OTHER_BOUND.get(after, ()):
        yield BOUND, f"{before}{number}{unit}{other}"
    if not before and not after and not figure.bounded and figure.place in ("指标", "正文"):
        yield BOUND, f"至少{number}{unit}"


def _other_numbers(number: str, unit: str) -> Iterator[str]:
    """Give one more, one less, ten times, and the first two different digits swapped."""
    match = re.search(r"(\d+)(\.\d+)?$", number)
    if not match:
        yield from _other_words(number, unit)
        return
    head, tail, decimals = number[: match.start()], int(match.group(1)), match.group(2) or ""
    ten_times = (str(Fraction(match.group()) * 10) if decimals else str(tail * 10),)
    less = (f"{tail - 1}{decimals}",) if tail > 1 else ()
    others = (f"{tail + 1}{decimals}", *less, *ten_times, *_swapped(match.group(1), decimals))
    yield from (f"{head}{other}" for other in dict.fromkeys(others))


def _swapped(digits: str, decimals: str) -> Iterator[str]:
    """Swap the first two different digits, unless a nought would come first."""
    for at, (first, second) in enumerate(pairwise(digits)):
        if first != second and (at or second != "0"):
            yield f"{digits[:at]}{second}{first}{digits[at + 2 :]}{decimals}"
            return


def _other_words(number: str, unit: str) -> Iterator[str]:
    if number == "一半":
        yield "三分之一"
        return
    head, middle, tail = number.partition("分之")
    word = head if middle else number
    value = read_integer(word)
    if value is None:
        return
    for other in (value + 1, value - 1):
        if other > (1 if middle else 0):
            written = "两" if other == _TWO and unit else chinese_numeral(other)
            yield f"{written}{middle}{tail}"
