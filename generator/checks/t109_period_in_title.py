"""T109: a title that names other years, or another number of years, than the plan's period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.deadlines import whole_years
from generator.checks.frame import Check
from generator.checks.text_numbers import periods_in
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import ORDINAL_NUMERALS, PeriodKind, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.values import StatedPeriod
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("T109", "period-in-title", "标题的年份与规划期不同", Severity.WARNING)
_OTHER_DOCUMENT: Final = re.compile("《[^》]*》")
_YEARS: Final = re.compile(
    f"(?<![0-9第])([0-9]{{1,2}}|[{ORDINAL_NUMERALS}]{{1,2}})年"
    "(?=(?:行动|工作|发展|实施|建设|提升|攻坚|滚动|专项)*(?:计划|规划|方案|行动))"
)
_SPANS: Final = (PeriodKind.SPAN, PeriodKind.NAMED)
_HINT: Final = "核对标题和“period”（规划期），改成一致"


def find(resolved: ResolvedPlan) -> Findings:
    """Compare both titles with the period; a date of issue is none."""
    plan = resolved.plan
    stated = plan.period
    if stated is None or stated.period.kind not in _SPANS or not stated.period.years:
        return
    for title in (plan.title, plan.short_title):
        if title:
            yield from _spans(title, stated)
            yield from _lengths(title, stated)


def _spans(title: Text, stated: StatedPeriod) -> Iterator[Diagnostic]:
    found = [
        mention
        for mention in periods_in(str(title))
        if mention.period.kind in _SPANS and not _is_quoted(title, mention.start)
    ]
    # “十四五”规划中期调整方案（2023—2025年） names its own years too
    if any(mention.period.years == stated.period.years for mention in found):
        return
    for mention in found:
        if mention.period.years:
            part = title.part(mention.start, mention.end)
            written = f"“{str(part).strip('“”')}”"
            yield _finding(part, f"标题写{written}，规划期是{stated.text}", stated)


def _lengths(title: Text, stated: StatedPeriod) -> Iterator[Diagnostic]:
    matches = [m for m in _YEARS.finditer(str(title)) if not _is_quoted(title, m.start())]
    # 贯彻国家三年行动计划五年工作方案 names another document without 《》
    level = Severity.NOTE if len(matches) > 1 else None
    for match in matches:
        count = read_integer(match.group(1))
        if count and count not in whole_years(stated.period):
            years = len(stated.period.years)
            said = f"标题写“{match.group()}”，规划期{stated.text}是{years}年"
            yield _finding(title.part(*match.span()), said, stated, level)


def _is_quoted(title: Text, start: int) -> bool:
    quoted = _OTHER_DOCUMENT.finditer(str(title))
    return any(match.start() < start < match.end() for match in quoted)


def _finding(
    place: Text, message: str, stated: StatedPeriod, level: Severity | None = None
) -> Diagnostic:
    related = (Label(stated.text.place, "规划期"),)
    return Diagnostic(RULE, message, Label(place.place, "标题"), related, _HINT, level)


CHECK = Check(RULE, find)
