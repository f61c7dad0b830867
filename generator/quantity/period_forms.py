"""The spellings of periods, each with what it means; every repetition is bounded."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from generator.quantity.numerals import read_integer
from generator.quantity.period import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Callable

_D = "[0-9０-９]"
_CHINESE = "[〇○零一二三四五六七八九]"
_YEAR = rf"(?:(?:19|20|１９|２０){_D}{{2}}|[一二]{_CHINESE}{{3}})"
_SMALL = rf"(?:{_D}{{1,3}}|[一二两三四五六七八九十]{{1,3}})"
_MARK = r" ?(?:——|[—–\-－~～─至到]) ?"
_BEFORE = "(?:以前|之前|前(?![一二两三四1-4]))"
_TO = "(?:截至|截止|到|至)"
_LAST = "(?:年底|年末|底|末)"
_UNIT = "个工作日|工作日|个学期|个季度|个月|学年|学期|季度|小时|年|月|天|日|周"
_EVENTS = (
    "(?:培训班|培训|开班|结业|项目|研修|聘期|任期|试点|验收|考核|报到|入职|评审|公示|培养|服务期|"
    "见习期|试用期)(?:开始|结束|完成)?"
)
EVENT_START = f"(?={_EVENTS}(?:期间|过程中|期内|之?[前后]))"
_ANY_EVENT = "[\u4e00-\u9fff]{2,12}?"
_SCHOOL_YEAR_MONTH = 9
_LAST_MONTH = 12
_FIRST_PLAN = 1953
_PLAN_YEARS = 5
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}

if TYPE_CHECKING:
    Build = Callable[[re.Match[str]], Period | None]
    Form = tuple[re.Pattern[str], Build]


def _number(text: str) -> int:
    """Return a matched figure; the pattern has made sure that it is one."""
    return int(text) if text[0].isdecimal() else read_integer(text) or 0


def _year(match: re.Match[str], name: str = "year") -> int:
    """Return a matched year."""
    return _number(match[name])


def _month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, or None if there is no such month."""
    if not 1 <= month <= _LAST_MONTH:
        return None
    first_of_next = date(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    return first_of_next - timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None if there is no such day."""
    end = _month_end(year, month)
    return end.replace(day=day) if end is not None and 1 <= day <= end.day else None


def _by_year(match: re.Match[str]) -> Period:
    return Period(PeriodKind.BY, end=date(_year(match), 12, 31))


def _in_year(match: re.Match[str]) -> Period:
    year = _year(match)
    return Period(PeriodKind.IN, start=date(year, 1, 1), end=date(year, 12, 31))


def _month(match: re.Match[str]) -> Period | None:
    """到2027年6月, 2027年6月底前, 2027年6月30日前, 2027年6月, 2027年7月16日."""
    year, month = _year(match), _number(match["month"])
    day = _number(match["day"]) if match["day"] else 0
    end = _day(year, month, day) if day else _month_end(year, month)
    if end is None:
        return None
    if match["to"] or match["before"] or match["last"]:
        return Period(PeriodKind.BY, end=end)
    if day:
        return Period(PeriodKind.ON, start=end, end=end)
    return Period(PeriodKind.IN, start=end.replace(day=1), end=end)


def _part_of_year(match: re.Match[str]) -> Period:
    """2027年上半年 and 2027年第三季度 are deadlines: by the last day."""
    part = match["part"]
    last = _HALVES[part][1] if part in _HALVES else 3 * _number(part.removeprefix("第")[0])
    return Period(PeriodKind.BY, end=_month_end(_year(match), last))


def _school_year(match: re.Match[str]) -> Period | None:
    first = _year(match)
    last = _year(match, "last") if match["last"] else first + 1
    if last != first + 1:
        return None
    return Period(
        PeriodKind.SCHOOL_YEAR,
        start=date(first, _SCHOOL_YEAR_MONTH, 1),
        end=date(last, _SCHOOL_YEAR_MONTH - 1, 31),
    )


def _iso_day(match: re.Match[str]) -> Period | None:
    day = _day(_year(match), _number(match["month"]), _number(match["day"]))
    return Period(PeriodKind.ON, start=day, end=day) if day else None


def _span_of_years(match: re.Match[str]) -> Period | None:
    first, last = _year(match), _year(match, "last")
    if first > last:
        return None
    return Period(PeriodKind.SPAN, start=date(first, 1, 1), end=date(last, 12, 31))


def _span_of_months(match: re.Match[str]) -> Period | None:
    """2024年1—6月, 2023年9月至2024年7月, 2024年3月1日—4月30日."""
    first_year = _year(match)
    last_year = _year(match, "last") if match["last"] else first_year
    first_day = _number(match["day"]) if match["day"] else 1
    start = _day(first_year, _number(match["month"]), first_day)
    last_month = _number(match["last_month"])
    last_day = match["last_day"]
    end = (
        _day(last_year, last_month, _number(last_day))
        if last_day
        else _month_end(last_year, last_month)
    )
    if start is None or end is None or start > end:
        return None
    return Period(PeriodKind.SPAN, start=start, end=end)


def _each(match: re.Match[str]) -> Period:
    count = _number(match["count"]) if match["count"] else 1
    unit = match["unit"]
    return Period(PeriodKind.EACH, recurring=(count, "年" if unit == "年度" else unit))


def _cycle(match: re.Match[str]) -> Period:
    return Period(PeriodKind.EACH, recurring=(_number(match["count"]), match["unit"]))


def _each_by(match: re.Match[str]) -> Period | None:
    """每年3月底前, 2024年起每年3月底前, 每年年底前."""
    month = _number(match["month"]) if match["month"] else _LAST_MONTH
    day = _number(match["day"]) if match["day"] else 0
    # 2000 is a leap year: 每年2月29日 is a day, and 2月底 is kept as the longest February.
    end = _day(2000, month, day) if day else _month_end(2000, month)
    if end is None:
        return None
    start = date(_year(match), 1, 1) if match["year"] else None
    return Period(
        PeriodKind.EACH_BY, start=start, recurring=(1, "年"), month_day=(end.month, end.day)
    )


def _end_of_each(match: re.Match[str]) -> Period:
    return Period(PeriodKind.EACH_BY, recurring=(1, match["unit"]))


def _from(match: re.Match[str]) -> Period | None:
    month = _number(match["month"]) if match["month"] else 1
    day = _number(match["day"]) if match["day"] else 1
    start = _day(_year(match), month, day)
    recurring = (1, match["unit"]) if match["unit"] else None
    return Period(PeriodKind.FROM, start=start, recurring=recurring) if start else None


def _within(match: re.Match[str]) -> Period:
    unit = match["unit"]
    return Period(
        PeriodKind.WITHIN,
        length=(_number(match["count"]), unit if unit == "个月" else unit.removeprefix("个")),
    )


def _within_plan(match: re.Match[str]) -> Period:
    is_end = match["last"] is not None
    return Period(PeriodKind.BY if is_end else PeriodKind.WITHIN, event="规划期")


def _nth(match: re.Match[str]) -> Period:
    return Period(PeriodKind.NTH, ordinal=(_number(match["count"]), match["unit"]))


def _five_year_plan(match: re.Match[str]) -> Period:
    """十四五 is the fourteenth plan: 2021—2025; 一五 began in 1953, with a gap 1963—1965."""
    ordinal = _number(match["ordinal"])
    start = _FIRST_PLAN + _PLAN_YEARS * (ordinal - 1)
    # The third plan began three years later than the count gives.
    start += 3 if ordinal >= 3 else 0  # noqa: PLR2004 - the third plan
    first, last = date(start, 1, 1), date(start + _PLAN_YEARS - 1, 12, 31)
    if match["last"]:
        return Period(PeriodKind.BY, end=last)
    if match["since"]:
        return Period(PeriodKind.FROM, start=first)
    return Period(PeriodKind.NAMED, start=first, end=last, event=match["ordinal"] + "五")


def _now(_match: re.Match[str]) -> Period:
    return Period(PeriodKind.NOW)


def _during(match: re.Match[str]) -> Period:
    return Period(PeriodKind.EVENT, event=match["event"], relation="during")


def _always(match: re.Match[str]) -> Period:
    return Period(PeriodKind.EVENT, event=match["event"], relation="always")


def _around_event(match: re.Match[str]) -> Period:
    """开班前10天, 培训结束后30天内."""
    groups = match.groupdict()
    count, unit = groups.get("count"), groups.get("unit")
    length = (_number(count), unit) if count and unit else None
    side = "before" if match["side"].endswith("前") else "after"
    return Period(PeriodKind.EVENT, event=match["event"], relation=side, length=length)


def _month_and_day(match: re.Match[str]) -> Period | None:
    """8月10日前, 6月底前: a deadline whose year stands elsewhere."""
    month = _number(match["month"])
    day = _number(match["day"]) if match["day"] else 0
    end = _day(2000, month, day) if day else _month_end(2000, month)
    if end is None:
        return None
    is_by = match["to"] or match["before"] or match["last"]
    return Period(PeriodKind.BY if is_by else PeriodKind.ON, month_day=(end.month, end.day))


_Y = f"(?P<year>{_YEAR})"
_PLAN = "(?P<ordinal>二?十?[一二三四五六七八九]|二?十)五"
_MONTH = rf"(?P<month>{_SMALL})月份?"
_DAY_OF = rf"(?:(?P<last>底|末)|(?P<day>{_SMALL})[日号])?"

# In the order in which they are tried; for prose the longest match counts.
_FORMS: tuple[tuple[str, Build], ...] = (
    (rf"{_TO} ?{_Y} ?年度?{_LAST}?{_BEFORE}?", _by_year),
    (rf"{_Y} ?年(?:{_LAST}{_BEFORE}?|{_BEFORE})", _by_year),
    (rf"(?P<to>{_TO})? ?{_Y} ?年{_MONTH}{_DAY_OF}(?P<before>{_BEFORE})?", _month),
    (
        rf"{_TO}?{_Y} ?年(?P<part>上半年|下半年|第?[1-4一二三四]季度)(?:末|底)?{_BEFORE}?",
        _part_of_year,
    ),
    (rf"{_Y} ?年(?:度|内)?", _in_year),
    (rf"{_Y}(?:{_MARK}(?P<last>{_YEAR}))?学年度?", _school_year),
    (rf"{_Y}[\-.．/／](?P<month>{_D}{{1,2}})[\-.．/／](?P<day>{_D}{{1,2}})", _iso_day),
    (rf"从?{_Y}(?: ?年)?{_MARK}(?P<last>{_YEAR}) ?年(?:期间)?", _span_of_years),
    (
        (
            rf"从?{_Y} ?年(?P<month>{_SMALL})(?:月(?:(?P<day>{_SMALL})[日号])?)?{_MARK}"
            rf"(?:(?P<last>{_YEAR})年)?(?P<last_month>{_SMALL})月底?(?:(?P<last_day>{_SMALL})[日号])?"
        ),
        _span_of_months,
    ),
    (rf"每(?P<count>{_SMALL})?个?(?P<unit>年度|学年|年|学期|季度|月|周|天|日|期)", _each),
    (
        rf"以?(?P<count>{_SMALL})(?P<unit>年|学年)(?:一|为一?)个?(?:周期|轮)",
        _cycle,
    ),
    (
        (
            rf"(?:从?{_Y} ?年(?:起|开始)[，,]?)?每年(?:{_MONTH}|年?(?=[底末]))"
            rf"(?:底|末|(?P<day>{_SMALL})[日号])?{_BEFORE}?"
        ),
        _each_by,
    ),
    (rf"每(?P<unit>季度|月|学期|学年)[底末]{_BEFORE}?", _end_of_each),
    (
        (
            rf"(?:从|自)?{_Y} ?年(?:{_MONTH}(?:(?P<day>{_SMALL})日)?)?(?:起|开始|以来)"
            r"(?:[，,]?每(?P<unit>年|学年|季度))?"
        ),
        _from,
    ),
    (rf"在?(?P<count>{_SMALL})(?P<unit>{_UNIT})(?:的?时间)?(?:以内|之内|内)", _within),
    (r"(?:到|至)?(?:本)?规划期(?:(?P<last>末)|内|间)", _within_plan),
    (rf"第(?P<count>{_SMALL})个?(?P<unit>学年|年|学期|季度|阶段|月|周|天)(?!级)", _nth),
    (
        rf"(?:到|至)?[“\"「]{_PLAN}[”\"」](?:(?P<last>期末|末期?|规划末)|(?P<since>以来)|期间|时期|规划期)?",
        _five_year_plan,
    ),
    (
        rf"(?:到|至)?{_PLAN}(?:(?P<last>期末|末期?|规划末)|(?P<since>以来)|期间|时期|规划期)",
        _five_year_plan,
    ),
    ("(?:截至)?(?:现状|目前|当前|现阶段)", _now),
    (
        rf"(?P<to>到|至)?{_MONTH}(?:(?P<last>底|末)|(?P<day>{_SMALL})[日号])(?P<before>{_BEFORE})?",
        _month_and_day,
    ),
    (rf"(?P<event>{_EVENTS})(?:期间|过程中|期内)", _during),
    (
        (
            rf"(?P<event>{_EVENTS})(?P<side>之?前|之?后)(?P<count>{_SMALL})(?P<unit>{_UNIT})"
            r"(?:以内|之内|内)?"
        ),
        _around_event,
    ),
)

# Read in a whole value only: any event may be named there.
_VALUE_FORMS: tuple[tuple[str, Build], ...] = (
    (rf"(?P<event>{_ANY_EVENT})(?:期间|过程中|期内)", _during),
    (
        (
            rf"(?P<event>{_ANY_EVENT})(?P<side>之?前|之?后)(?P<count>{_SMALL})(?P<unit>{_UNIT})"
            r"(?:以内|之内|内)?"
        ),
        _around_event,
    ),
    (rf"(?P<event>{_ANY_EVENT})(?P<side>之?前|之?后)", _around_event),
    # what a table of tasks writes for work without an end
    ("(?P<event>(?:长期|持续)(?:坚持|推进|实施|开展|抓好)?|常态化(?:推进|开展)?)", _always),
)


@cache
def forms() -> tuple[Form, ...]:
    """Return the spellings read everywhere; compiled when first asked for, imports stay fast."""
    return tuple((re.compile(pattern), build) for pattern, build in _FORMS)


@cache
def any_form() -> re.Pattern[str]:
    """Return what matches where one of the spellings read everywhere does.

    Most numbers begin no period: one look tells so instead of one for each spelling.
    """
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in _FORMS)
    return re.compile("|".join(f"(?:{pattern})" for pattern in nameless))


@cache
def value_forms() -> tuple[Form, ...]:
    """Return the spellings read in a whole value, in the order in which they are tried."""
    named = tuple((re.compile(pattern), build) for pattern, build in _VALUE_FORMS)
    return forms() + named
