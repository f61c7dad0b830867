"""What to write for a text that was meant as a number and cannot be read as one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from generator.quantity import ORDINAL_NUMERALS

_SPACE_IN_NUMBER: Final = re.compile(r"(?<=\d)[ \u3000\n]+(?=\d)")
_NEW_LINE: Final = re.compile(r"\s*\n\s*")
_SHEET_FAULT: Final = re.compile("#+|#[A-Z/0!?]+")
_SCIENTIFIC: Final = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,2}")
_DATE: Final = re.compile(r"(?:\d{4}[年/.-])?\d{1,2}[月/-]\d{1,2}日?")
_CURRENCY: Final = re.compile(r"(RMB|CNY|[￥¥$€])\s*(\d[\d,.]*).*")
_APOSTROPHE: Final = re.compile("['‘’](.+)")
_WIDE_COMMA: Final = re.compile(r"(?<=\d)[，、](?=\d{3}(?!\d))")
_BRACKETS: Final = re.compile(r"[(（](\d[\d.,]*)[)）]")
_LETTERS: Final = re.compile(r"(?:(?<=\d)|^)([OoIlＯｌ]+)(?=[\dOoIlＯｌ]*[\u4e00-\u9fff%％])")
_AS_DIGITS: Final = str.maketrans({"O": "0", "o": "0", "Ｏ": "0", "I": "1", "l": "1", "ｌ": "1"})
_RATE: Final = re.compile(r"(.*\d[\d.]*[万亿]?元/\S+?)[*×、，](\S+)")
_ORDINAL: Final = re.compile(f"第[0-9０-９{ORDINAL_NUMERALS}]+.*")


_CURES: Final = (
    (_SHEET_FAULT, r"格子里的公式出错，或者列太窄显示不下；在表格软件里改好再保存"),
    (_DATE, r"“3-4”一类会被表格软件改成日期：先把格子的格式设为文本，再写“3—4”"),
    (_CURRENCY, r"去掉“\1”，写成“\2元”“\2万元”一类"),
    (_BRACKETS, r"负数写成“-\1”"),
    (_APOSTROPHE, r"去掉前面的撇号，写成“\1”"),
    (_ORDINAL, r"“第几”是次序，不是数值；数值写成“5名”一类"),
    (_RATE, r"“每人每天”一类用“/”连着写：“\1/\2”"),
)


def number_hint(text: str) -> str:
    """Give the cure for a number damaged by a sheet or a slip of typing, or ""."""
    if _SCIENTIFIC.fullmatch(text):
        return f"表格软件改成了科学记数，写成“{Decimal(text):f}”"
    for pattern, cure in _CURES:
        found = pattern.fullmatch(text)
        if found:
            return found.expand(cure)
    return _joined(text)


def _joined(text: str) -> str:
    """Give the cure where something stands inside of the number."""
    letter = _LETTERS.search(text)
    for pattern, said in (
        (_SPACE_IN_NUMBER, "数字中间不留空格"),
        (_NEW_LINE, "数和单位写在一行"),
        (_WIDE_COMMA, "数字里不用全角逗号和顿号"),
    ):
        joined = pattern.sub("", text)
        if joined != text:
            return f"{said}，写成“{joined}”"
    if letter:
        digits = _LETTERS.sub(lambda found: found.group().translate(_AS_DIGITS), text)
        return f"数字里有字母“{letter.group()}”，写成“{digits}”"
    return ""
