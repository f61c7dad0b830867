"""W111: a number with letters or signs in it that only look like digits (2O25年, I(M)名)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W111", "letter-in-number", "数字里混进了字母或符号", Severity.WARNING)
_UNIT: Final = (
    "学时|课时|小时|学分|学年|周岁|[万亿]?[名人元个]"
    "|[年月日所项万亿天岁课次期支家门种条套台场批篇份位户亩吨%％‰]"
)
# what gives a damaged number away; 0 only in a year in Chinese
_SIGN: Final = re.compile(
    "[OoIl〇○ＯXxMm0](?:(?<=[OoIl〇○Ｏ])|(?<=[XxMm])(?=[)）])|(?<=[一二三四五六七八九]0))"
)
_NUMBER: Final = re.compile(
    # two zeros that were read as (X) or (M), among digits: I(X)OO名
    rf"(?<![0-9A-Za-z])(?P<pair>[0-9OoIl]*[(（][XxMm][)）](?:[0-9OoIl]+|(?={_UNIT})))"
    rf"(?P<thing>{_UNIT})?"
    # a full stop or the foot of ‰ that was read as a letter: 10%o
    r"|(?P<share>[0-9]+[%％][oO])(?![0-9A-Za-z])"
    # letters or a Chinese zero among Arabic digits, before a unit: 2O25年, l0个
    rf"|(?<![0-9A-Za-z.+/-])(?P<plain>[0-9OoIl〇○]{{2,}})(?P<unit>{_UNIT})"
    # a zero of another kind in a year in Chinese: 二○二五年
    "|(?P<year>[一二三四五六七八九〇○OＯo0零]{4})年"
)
_FARTHEST: Final = 12
_DIGITS: Final = str.maketrans("OoIl〇○", "001100")
_TWO_ZEROS: Final = re.compile("[(（][XxMm][)）]")
_WRONG_ZERO: Final = re.compile("[○OＯo0]")
_CHINESE: Final = re.compile("[一二三四五六七八九]")


def find(resolved: ResolvedPlan) -> Findings:
    """Look for what scanned text makes of digits."""
    writing = resolved.writing
    for match in _numbers(writing.text):
        cure = _cure(match)
        if cure:
            place = writing.part(*match.span())
            message = f"“{place}”里混进了不是数字的字符"
            hint = f"核对原件；若是扫描认错，写作{cure}"
            yield Diagnostic(RULE, message, Label(place.place), hint=hint)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for sign in _SIGN.finditer(text):
        for start in range(max(done, sign.start() - _FARTHEST), sign.end()):
            match = _NUMBER.match(text, start)
            if match and match.end() >= sign.end():
                yield match
                done = match.end()
                break


def _cure(match: re.Match[str]) -> str:
    """Give the number as it may have been, or "" if nothing is amiss."""
    if match["share"]:
        return f"“{match['share'][:-1]}”再加句号，或“{match['share'][:-2]}‰”"
    if match["year"]:
        found = match["year"]
        wrong = _WRONG_ZERO.search(found) and _CHINESE.search(found)
        return f"“{_WRONG_ZERO.sub('〇', found)}年”" if wrong else ""
    if match["pair"]:
        digits = _TWO_ZEROS.sub("00", match["pair"]).translate(_DIGITS)
        return f"“{digits}{match['thing'] or ''}”" if len(match["pair"]) > len("(X)") else ""
    digits = match["plain"].translate(_DIGITS)
    return f"“{digits}{match['unit']}”" if _is_mixed(match["plain"]) else ""


def _is_mixed(token: str) -> bool:
    """Whether letters stand among digits; O2O and IIO are words, IO名 is ten."""
    if token.isdecimal() or token[0] in "Oo〇○":
        return False
    return any(character.isdecimal() for character in token) or token.rstrip("Oo") in ("I", "l")


CHECK = Check(RULE, find)
