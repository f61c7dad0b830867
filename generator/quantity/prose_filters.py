"""Telling quantities from articles, ordinals, names and idioms in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.quantity.numerals import CHINESE_NUMERALS, ZEROS
from generator.quantity.words import CLOSING_QUOTES, OPENING_QUOTES

if TYPE_CHECKING:
    from generator.quantity.figure_scan import Figure

# 一 that ends these words begins no number: 统一, 唯一, 同一, 之一, 逐一, 任一 …
ENDS_IN_ONE = frozenset("统唯同之第单逐任某这那另其合专不如归划万天")
# 一支, 一个, 一项 … are articles unless a bound stands before them.
_ARTICLES = frozenset("个种套类项条件方级支组大座批张片部段步道轮届例处台场课维期本幅只头") | {
    "层次",
    "方面",
    "环节",
    "版块",
    "板块",
    "阶段",
}
# 二级, 二类, 二期 are ordinals; as counts they are 两级, 两类, 两期.
_ORDINAL_TWO = frozenset(("级", "类", "期", "等", "方", "层级"))
_RANKED_BY_LEVEL = ("医院", "甲等", "乙等", "公立", "职称", "以上", "及以", "建造师", "响应")
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_FIGURES = _ARABIC | frozenset(CHINESE_NUMERALS)
_BARE_SCALES = frozenset("百千万亿")
_BARE_SCALE_UNITS = frozenset(("名", "人", "所", "场", "门", "项", "亩", "元", "个"))
_TOGETHER = "一体"
_AFTER_CONGRESS = ("精神", "报告", "以来", "部署", "召开", "胜利", "提出", "擘画")
_CLOCK = frozenset("午晚晨凌时日点")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.#")
_PLUS = frozenset("+＋")
_OVER = frozenset("余多几")
# only behind these can a number belong to what stands before it
_INSIDE = _LATIN | _PLUS | _OVER | _FIGURES


def is_inside_word(text: str, start: int) -> bool:
    """Whether the number belongs to a code, a formula or a larger number: K12, 1+10名, 1亿5千元."""
    before = text[start - 1] if start else ""
    if before not in _INSIDE:
        return False
    if before in _LATIN or _is_behind_scale(text, start):
        return True
    return before in _PLUS and text[start - 2 : start - 1].isdigit()


def _is_behind_scale(text: str, start: int) -> bool:
    """Whether a scaled number stands directly before: what is left of it says something else."""
    end = start - 1
    if text[start] in _BARE_SCALES or text[start] == "十":
        return end >= 0 and text[end] in _ARABIC
    if end >= 0 and text[end] in ZEROS:
        end -= 1
    if end >= 0 and text[end] in _OVER:
        end -= 1
    return end > 0 and text[end] in _BARE_SCALES and text[end - 1] in _FIGURES


def is_article(text: str, start: int, run: str, figure: Figure) -> bool:
    """Whether 一 + measure word is an article, 二级 and 十九届 ordinals, 每千人 a base."""
    unit = figure.unit.name
    if run == "一":
        idiom = text.startswith(("一", "度", "性"), figure.end)
        return unit in _ARTICLES or (idiom and len(figure.numbers) == 1)
    if run == "二":
        return unit in _ORDINAL_TWO
    if _BARE_SCALES.issuperset(run):
        return unit not in _BARE_SCALE_UNITS or (start > 0 and text[start - 1] == "每")
    return unit == "届"


def is_rank(figure: Figure, text: str) -> bool:
    """Whether 三级 is a rank (三级医院), 二十大 a congress, 四位一体 an idiom."""
    unit = figure.unit.name
    if unit == "级":
        return text.startswith(_RANKED_BY_LEVEL, figure.end)
    if unit == "大":
        return text.startswith(_AFTER_CONGRESS, figure.end)
    return unit == "位" and text.startswith(_TOGETHER, figure.end)


def is_quoted_name(text: str, start: int, figure: Figure) -> bool:
    """Whether the quotation marks hold nothing but the number and its unit: “三名”工作室."""
    return (
        start > 0
        and text[start - 1] in OPENING_QUOTES
        and text[start] in CHINESE_NUMERALS
        and text[figure.end : figure.end + 1] in tuple(CLOSING_QUOTES)
    )


def is_clock(text: str, start: int) -> bool:
    """Whether a pair is a time of day: 上午8:30."""
    return start > 0 and text[start - 1] in _CLOCK
