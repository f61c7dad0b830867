"""Deadlines put side by side: the days that they fall on, and the days that a length of time takes.

Nothing here asks what day it is today.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, Final

from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.values import StatedPeriod
    from generator.quantity import Period

_MONTHS_OF_YEAR: Final = 12
_MONTHS: Final = {"年": 12, "学年": 12, "月": 1, "季度": 3, "学期": 6}
_DAYS: Final = {"天": 1, "日": 1, "周": 7}


def plus_months(day: date, months: int) -> date | None:
    """Give the day some months later, the last of a shorter month; None beyond the calendar."""
    year, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 + months, _MONTHS_OF_YEAR)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_years(period: Period) -> frozenset[int]:
    """Give the whole years of a period: those it touches, and those that it takes."""
    found = {len(period.years)}
    if period.start and period.end:
        months = (period.end.year - period.start.year) * _MONTHS_OF_YEAR
        months += period.end.month - period.start.month + 1
        found |= {months // _MONTHS_OF_YEAR} if months % _MONTHS_OF_YEAR == 0 else set()
    return frozenset(found)


def last_day(period: Period, frame: Period | None) -> date | None:
    """Give the last day of a period, or None if it has none for certain.

    Args:
        period: the period; 三年内 and 规划期内 are counted from the frame.
        frame: the period that the whole plan is for.
    """
    if period.end is not None or period.kind in (PeriodKind.EVENT, PeriodKind.NOW):
        return period.end
    if period.event == "规划期":
        return frame.end if frame else None
    if period.kind is PeriodKind.WITHIN and period.length and frame and frame.start:
        return end_of(frame.start, *period.length)
    return None


def end_of(start: date, count: int, unit: str) -> date | None:
    """Give the last day of some years, months, weeks or days that begin on a day."""
    unit = unit.removeprefix("个")
    if unit in _MONTHS:
        after = plus_months(start, count * _MONTHS[unit])
        return after - timedelta(days=1) if after else None
    # a length beyond the calendar ends on no day
    days = count * _DAYS.get(unit, 0)
    if not days or days > (date.max - start).days:
        return None
    return start + timedelta(days=days - 1)


def latest(dues: Iterable[StatedPeriod], frame: Period | None) -> StatedPeriod | None:
    """Give the deadline of several that falls last, of those that fall on a day."""
    dated = [(day, due) for due in dues if (day := last_day(due.period, frame))]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def days_later(one: StatedPeriod, other: StatedPeriod, frame: Period | None) -> int | None:
    """Say how many days later one deadline falls than another; None if that is not certain.

    Deadlines that come back every year are compared within a year.
    """
    first, second = last_day(one.period, frame), last_day(other.period, frame)
    if first and second:
        return (first - second).days
    if one.period.recurring == other.period.recurring and not (first or second):
        days = [_in_leap_year(due.period.month_day) for due in (one, other)]
        if days[0] and days[1]:
            return (days[0] - days[1]).days
    return None


def _in_leap_year(month_day: tuple[int, int] | None) -> date | None:
    return date(2000, *month_day) if month_day else None
