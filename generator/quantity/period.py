"""Periods: by, in, over, within, from; exact days wherever the calendar gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How a period limits time; kinds differ even where the days agree (到2025年, 2025年)."""

    BY = "by"
    IN = "in"
    ON = "on"
    SPAN = "span"
    SCHOOL_YEAR = "school_year"
    NAMED = "named"
    EACH = "each"
    EACH_BY = "each_by"
    FROM = "from"
    WITHIN = "within"
    NTH = "nth"
    NOW = "now"
    EVENT = "event"


_ORDER = {kind: number for number, kind in enumerate(PeriodKind)}


@dataclass(frozen=True, slots=True)
class Period:
    """A period as a drafter wrote it. Two are equal if they mean the same; `text` does not count.

    Attributes:
        kind: how it limits time.
        text: exactly what the author wrote.
        start: first day, or None if the calendar does not give it.
        end: last day, or None.
        recurring: (5, "年") for 每5年 and 五年一周期; (1, "学年") for 每学年; else None.
        month_day: (3, 31) for 每年3月底前 and 8月10日前: month and day without a year; else None.
        length: (3, "年") for 三年内, (10, "天") for 开班前10天; else None.
        ordinal: (1, "年") for 第一年; else None.
        event: what it is tied to: 培训, 开班, 规划期, “十四五” without quotes; else "".
        relation: during, before or after the event, or always for work without an end (持续推进),
            which is its event; else "".
        note: what stands in brackets at the end, or "".
        remarks: ``circle_zero`` for 二○二七年 (〇 is right), ``hyphen`` for 2023-2027年.
    """

    kind: PeriodKind
    text: str = field(default="", compare=False)
    start: date | None = None
    end: date | None = None
    recurring: tuple[int, str] | None = None
    month_day: tuple[int, int] | None = None
    length: tuple[int, str] | None = None
    ordinal: tuple[int, str] | None = None
    event: str = ""
    relation: str = ""
    note: str = field(default="", compare=False)
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def sort_key(self) -> tuple[date, int, date, str]:
        """Order by last day, then kind, then first day; what has no day comes last."""
        return (
            self.end or self.start or date.max,
            _ORDER[self.kind],
            self.start or date.min,
            self.text,
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years touched; the year of the deadline for 到2027年; else none."""
        first, last = self.start or self.end, self.end or self.start
        if first is None or last is None or self.kind is PeriodKind.FROM:
            return (first.year,) if first else ()
        return tuple(range(first.year, last.year + 1))

    def contains(self, year: int) -> bool:
        """Whether the period takes in the whole or a part of a calendar year.

        到2027年 takes in every year up to 2027, 2024年起 every year from 2024 on. A period
        without days (每年, 三年内) takes in none for certain.
        """
        if self.start is None and self.end is None:
            return False
        return (self.start is None or self.start.year <= year) and (
            self.end is None or year <= self.end.year
        )

    def matches(self, other: Period) -> bool:
        """Whether figures of the two periods may be compared: the same meaning, kind included.

        “十四五”期间 matches 2021—2025年; 到2025年 and 2025年 never match.
        """
        if self == other:
            return True
        spans = {PeriodKind.NAMED, PeriodKind.SPAN}
        return (
            {self.kind, other.kind} <= spans
            and (self.start, self.end) == (other.start, other.end)
            and self.start is not None
        )
