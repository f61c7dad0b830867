"""Telling years, dates and months from numbers of years, days and months."""

from __future__ import annotations

import re
from functools import cache

_D = "[0-9０-９]"
_YEAR = rf"(?:19|20|１９|２０){_D}{{2}}(?!{_D})"
_MARK = r"(?:——|[—–\-－~～─至到])"
_CHINESE_YEAR = "[一二][〇○零一二三四五六七八九]{3}"
_CHINESE_DAY = "[一二三十]?[一二三四五六七八九十]{1,2}"
_MONTH_TAIL = rf"(?:份|底|末|初|{_D}{{1,2}}[日号]?)?"
_IN_YEAR = (
    rf"(?:第?[1-4一二三四]季度|[上下]半年|年?[底末初]|{_D}{{1,2}}{_MARK}{_D}{{1,2}}月|"
    rf"{_D}{{1,2}}月{_MONTH_TAIL})?"
)

# Of a run of figures that begins a year, date or month, all are taken, and one of these follows.
AFTER_CALENDAR = frozenset(" 年学届级月—–-－~～─至到.．/／")

# Every repetition is bounded, so a match looks at a fixed number of characters.
PATTERNS = (
    rf"{_YEAR} ?年{_MARK}{_YEAR}(?:学年度?| ?年度?)?",
    rf"{_YEAR}{_MARK}{_YEAR}(?:学年度?| ?年度?)",
    rf"{_YEAR}[\-.．/／]{_D}{{1,2}}[\-.．/／]{_D}{{1,2}}(?!{_D})",
    rf"{_YEAR}(?:学年度?| ?年度?|届|级){_IN_YEAR}",
    rf"{_D}{{1,2}}月{_MARK}{_D}{{1,2}}月{_MONTH_TAIL}",
    rf"{_D}{{1,2}}{_MARK}{_D}{{1,2}}月份?",
    rf"{_D}{{1,2}}月{_MONTH_TAIL}",
    rf"{_CHINESE_YEAR}年(?:{_CHINESE_DAY}月(?:{_CHINESE_DAY}日)?)?",
    rf"{_CHINESE_DAY}月(?:{_CHINESE_DAY}日)?",
)


@cache
def _calendar() -> re.Pattern[str]:
    """Return the pattern; compiled when first asked for, so that imports stay fast."""
    return re.compile("|".join(PATTERNS))


def calendar_end(text: str, start: int) -> int:
    """Return where a year, date or month that begins at `start` ends, or `start` if none does.

    `start` must be the first character of a run of figures.
    """
    # A bare 2000 is no year: 2000名 is a figure, and a year without 年 is an error elsewhere.
    found = _calendar().match(text, start)
    return start if found is None else found.end()


def is_calendar(text: str, start: int) -> bool:
    """Whether a year, date or month begins at `start`."""
    return calendar_end(text, start) > start
