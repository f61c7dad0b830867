"""T102: a year outside the period that the plan is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.deadlines import last_day
from generator.checks.frame import Check
from generator.checks.readings import readings
from generator.checks.speaking import is_background
from generator.checks.text_numbers import periods_in
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.checks.frame import Findings
    from generator.model.values import StatedPeriod
    from generator.quantity import PeriodMention
    from generator.resolve import ResolvedPlan

RULE = Rule("T102", "year-outside-period", "年份超出规划期")
_YEAR: Final = re.compile("[0-9０-９〇零一二三四五六七八九]年")
_TITLE: Final = re.compile("《[^《》]*》")
# what looks back, or beyond the plan
_ELSEWHERE: Final = re.compile("截至|截止|以来|已|曾|原|过去|当时|展望|远景|远期|愿景|中长期|碳")
_SENTENCE_ENDS: Final = "。；！？\n"
# 2030, 2035: years that plans look forward to
_VISION_YEARS: Final = 5


def find(resolved: ResolvedPlan) -> Findings:
    """Look at milestones, periods of figures and deadlines; the baseline may lie before."""
    plan = resolved.plan
    if plan.period is None or not plan.period.period.years:
        return
    frame = plan.period.period
    before = plan.baseline.period.years[:1] if plan.baseline else ()
    for stated in _periods(resolved):
        if before and stated.period.years[:1] + stated.period.years[-1:] == before * 2:
            continue
        first = stated.period.start or stated.period.end
        last = last_day(stated.period, frame) or first
        too_early = (
            first and frame.start and first.year < frame.start.year and first.year not in before
        )
        if too_early or (last and frame.end and _is_beyond(last, frame.end)):
            side = "早于规划期" if too_early else "超出规划期"
            message = f"“{stated.text}”{side}{plan.period.text}"
            hint = f"期限应在{plan.period.text}之内；基期写在“baseline”（基期）"
            related = (Label(plan.period.text.span, "规划期"),)
            yield Diagnostic(RULE, message, Label(stated.text.place), related, hint)
    years = plan.period.period.years
    yield from _in_prose(resolved, years[0], years[-1])


def _in_prose(resolved: ResolvedPlan, first: int, last: int) -> Findings:
    """Look at deadlines in prose; history, names of documents and visions may lie outside."""
    plan = resolved.plan
    for reading in readings(resolved):
        if not reading.anchor or is_background(reading.owner) or not _YEAR.search(reading.plain):
            continue
        for mention in periods_in(reading.plain):
            period = mention.period
            year = period.years[-1] if period.kind is PeriodKind.BY and period.years else first
            is_vision = year > last and year % _VISION_YEARS == 0
            if first <= year <= last or is_vision or _is_elsewhere(reading.plain, mention):
                continue
            place = reading.text.part(mention.start, mention.end).place
            written = plan.period.text if plan.period else ""
            message = f"“{reading.owner}”写“{period.text}”，不在规划期{written}之内"
            hint = f"年份应在{first}年至{last}年之间；讲以前的事，写“截至”或移到现状里"
            yield Diagnostic(RULE, message, Label(place), (), hint, Severity.WARNING)


def _is_elsewhere(plain: str, mention: PeriodMention) -> bool:
    """Say whether a deadline stands in a document's name, or the sentence looks elsewhere."""
    if any(m.start() < mention.start < m.end() for m in _TITLE.finditer(plain)):
        return True
    start = max(plain.rfind(mark, 0, mention.start) for mark in _SENTENCE_ENDS) + 1
    ends = [at for mark in _SENTENCE_ENDS if (at := plain.find(mark, mention.end)) >= 0]
    return bool(_ELSEWHERE.search(plain, start, min(ends, default=len(plain))))


def _is_beyond(last: date, end: date) -> bool:
    """Compare years, and days where one is named: 到2027年 fits a plan that ends in June."""
    is_whole_year = (last.month, last.day) == (12, 31)
    return last.year > end.year or (last > end and not is_whole_year)


def _periods(resolved: ResolvedPlan) -> Iterator[StatedPeriod]:
    plan = resolved.plan
    yield from plan.milestones
    for indicator in plan.indicators:
        for entry in indicator.figures:
            if entry.period:
                yield entry.period
    for step in resolved.steps:
        yield from step.due
    chains = [chain[:1] for chain in resolved.defaults.values()]
    own = (plan.defaults,) if plan.defaults else ()
    for defaults in {id(one): one for chain in (*chains, own) for one in chain}.values():
        yield from defaults.due


CHECK = Check(RULE, find)
