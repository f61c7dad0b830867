"""T120: a text that states a figure for another year than its indicator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.catalogue import catalogue
from generator.checks.frame import Check
from generator.checks.readings import readings
from generator.checks.speaking import spoken_at_another_time
from generator.diagnostics import Diagnostic, Label, Rule
from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.quantity import Period, PeriodMention
    from generator.resolve import ResolvedPlan

RULE = Rule("T120", "prose-year", "正文的年份与指标的时期不符")
_KINDS: Final = (PeriodKind.BY, PeriodKind.IN, PeriodKind.ON, PeriodKind.SCHOOL_YEAR)
# what goes on after its year is reached
_KEPT: Final = re.compile("保持|巩固|稳定|维持|继续|仍|基础上|以上年")


class _Dated(NamedTuple):
    """A number that states a figure under the period of another year."""

    number: Number
    figure: Figure


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the period that heads a number with that of the figure whose value it states."""
    known = catalogue(resolved)
    for reading in readings(resolved):
        wrong: dict[int, list[_Dated]] = {}
        headings: dict[int, PeriodMention] = {}
        for index, number in enumerate(reading.numbers):
            if number.heading is None:
                continue
            figure = _figure(reading, index) or spoken_at_another_time(reading, index, known)
            if figure and _differs(reading, number, figure):
                headings[number.heading.start] = number.heading
                wrong.setdefault(number.heading.start, []).append(_Dated(number, figure))
        for start, dated in wrong.items():
            yield _finding(reading, headings[start], dated)


def _figure(reading: Reading, index: int) -> Figure | None:
    bound = reading.bound[index]
    if bound is None or not bound.agrees:
        return None
    heading = reading.numbers[index].period
    stated = bound.target.indicator.stated
    is_known = any(_matches(figure.key.period, heading) for figure in stated)
    return None if is_known else bound.figure


def _matches(period: Period | None, heading: Period | None) -> bool:
    return period is not None and heading is not None and period.matches(heading)


def _differs(reading: Reading, number: Number, figure: Figure) -> bool:
    period, heading = figure.key.period, number.period
    if period is None or heading is None or period.kind is not heading.kind:
        return False
    if heading.kind not in _KINDS or not period.years or not heading.years:
        return False
    sentence = max(reading.plain.rfind(mark, 0, number.start) for mark in "。；\n") + 1
    kept = _KEPT.search(reading.plain, sentence, number.start)
    return period.years != heading.years and kept is None


def _finding(reading: Reading, heading: PeriodMention, dated: list[_Dated]) -> Diagnostic:
    figure = dated[0].figure
    more = f"等{len(dated)}个数" if len(dated) > 1 else ""
    message = (
        f"“{reading.owner}”写“{heading.period.text}”{dated[0].number.text}，"
        f"指标“{figure.key.indicator}”的时期是{figure.when}{more}"
    )
    place = reading.text.part(heading.start, heading.end).place
    related = tuple(_related(dated))
    hint = "核对年份后改成一致；确有这个时期的数值的，写进指标的“figures”（数值）"
    return Diagnostic(RULE, message, Label(place, "此处"), related, hint)


def _related(dated: list[_Dated]) -> Iterator[Label]:
    for one in dated:
        yield Label(one.figure.span, f"指标（{one.figure.when}）")
        yield Label(one.number.text.place, "这里的数")


CHECK = Check(RULE, find)
