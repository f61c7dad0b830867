"""The numbers of a text, each with the period that the text states it for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.quantity import find_periods, find_quantities

if TYPE_CHECKING:
    from generator.quantity import Mention, Period, PeriodMention, Quantity
    from generator.resolve import TextPlace
    from generator.text import Text

_CLAUSE_END: Final = re.compile("[，。；！？\n]")
_JOINED: Final = re.compile("[ 、和与及或]+|以及")
_BRACKETS: Final = ("（", "(")


class Number(NamedTuple):
    """A number of a text.

    Attributes:
        paragraph: index of the paragraph that it stands in.
        start: index of its first character there.
        end: index after its last.
        text: the number as written.
        quantity: what it says.
        heading: the period that heads it and where it stands in the paragraph, or None.
        in_quotes: whether it stands inside quotation marks, as in “三个课堂”.
    """

    paragraph: int
    start: int
    end: int
    text: Text
    quantity: Quantity
    heading: PeriodMention | None = None
    in_quotes: bool = False

    @property
    def period(self) -> Period | None:
        """The period that heads it, or None."""
        return self.heading.period if self.heading else None


@lru_cache(maxsize=4096)
def mentions_in(plain: str, extra_units: frozenset[str]) -> tuple[Mention, ...]:
    """Give the quantities of a paragraph; several checks ask for the same one."""
    return find_quantities(plain, extra_units)


@lru_cache(maxsize=4096)
def periods_in(plain: str) -> tuple[PeriodMention, ...]:
    """Give the periods of a paragraph; several checks ask for the same one."""
    return find_periods(plain)


def numbers_of(place: TextPlace, extra_units: frozenset[str]) -> list[Number]:
    """Find the numbers of a text, paragraph by paragraph.

    `extra_units` are the units of measure that the plan adds to the closed list.
    """
    return [
        number
        for index, paragraph in enumerate(place.paragraphs)
        for number in numbers_in(index, paragraph.text, extra_units)
    ]


def numbers_in(index: int, text: Text, extra_units: frozenset[str]) -> list[Number]:
    """Find the numbers of one paragraph; `index` is its place among those of its text."""
    plain = str(text)
    mentions = mentions_in(plain, extra_units)
    if not mentions:
        return []
    periods = periods_in(plain)
    headings = _Headings(plain, periods) if periods else None
    return [
        Number(
            index,
            start,
            end,
            text.part(start, end),
            quantity,
            headings.of(start, end) if headings else None,
            in_quotes,
        )
        for start, end, quantity, in_quotes in mentions
    ]


class _Headings:
    """The periods of a paragraph and the stretch that each of them heads."""

    def __init__(self, text: str, periods: tuple[PeriodMention, ...]) -> None:
        self._text = text
        self._periods = periods
        self._starts = [period.start for period in self._periods]
        self._clauses = [match.end() for match in _CLAUSE_END.finditer(text)]
        self._joined = [
            _JOINED.fullmatch(text, period.end, following) is not None
            for period, following in zip(self._periods, self._starts[1:], strict=False)
        ]

    def of(self, start: int, end: int) -> PeriodMention | None:
        """Give the nearest period before a number, unless its own clause has one in brackets.

        Periods listed together (到2025年和到2027年，分别达到……) head no number alone.
        """
        before = bisect_right(self._starts, start) - 1
        after = before + 1
        clause = bisect_right(self._clauses, start)
        opening = self._clauses[clause - 1] if clause else 0
        in_clause = before >= 0 and self._starts[before] >= opening
        if not in_clause and self._is_bracketed(after, end):
            return self._periods[after]
        if before < 0 or self._is_joined(before) or self._is_joined(before - 1):
            return None
        return self._periods[before]

    def _is_bracketed(self, number: int, end: int) -> bool:
        """Say whether a period stands in brackets after a number: （到2025年）."""
        if number >= len(self._periods):
            return False
        start = self._starts[number]
        if start <= end or not self._text.endswith(_BRACKETS, end, start):
            return False
        return bisect_right(self._clauses, start) == bisect_right(self._clauses, end)

    def _is_joined(self, number: int) -> bool:
        """Say whether a period is joined to the one after it by 和 or 、."""
        return 0 <= number < len(self._joined) and self._joined[number]
