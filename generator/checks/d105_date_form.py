"""D105: dates that are not printed in the official form (GB/T 9704-2012, 7.3.5.4)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.checks.printed_periods import printed_periods
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("D105", "date-form", "成文日期等日期的写法不合规定")
_FORM: Final = re.compile(r"[12]\d{3}年[1-9]\d?月[1-9]\d?日")


# 2026-6-30, 2026.6.30, 2026/6/30, with a note behind it or without
_NUMBERS_ONLY: Final = re.compile(r"(\d{4})[-.．/／](\d{1,2})[-.．/／](\d{1,2})")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at 成文日期 and 印发日期, then at the other dates that are printed as typed."""
    yield from _of_issue(resolved)
    yield from _numbers_only(resolved)


def _of_issue(resolved: ResolvedPlan) -> Findings:
    plan = resolved.plan
    dates = (
        ("成文日期", plan.date_of_issue),
        ("印发日期", plan.printing.date if plan.printing else None),
    )
    for what, date in dates:
        if date and not _FORM.fullmatch(date.text):
            message = f"{what}“{date.text}”的写法不合规定"
            hint = "写成“2023年5月8日”：年月日齐全，用阿拉伯数字，月日前不补0"
            yield Diagnostic(RULE, message, Label(date.text.place), hint=hint)


def _numbers_only(resolved: ResolvedPlan) -> Findings:
    """Report one date together, however often it is written."""
    found: dict[str, dict[object, Text]] = defaultdict(dict)
    for stated in printed_periods(resolved):
        # such a date is read as the day itself; every other period is left unread
        if stated.period.kind is PeriodKind.ON and _NUMBERS_ONLY.match(stated.text):
            found[str(stated.text)].setdefault(stated.text.place, stated.text)
    for written, texts in found.items():
        first, *others = texts.values()
        more = f"（共{len(texts)}处）" if others else ""
        message = f"日期“{written}”没有写年月日{more}"
        hint = f"写成“{_NUMBERS_ONLY.sub(_in_words, written)}”"
        related = tuple(Label(text.place, "又一处") for text in others)
        yield Diagnostic(RULE, message, Label(first.place), related, hint, Severity.WARNING)


def _in_words(match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups())
    return f"{year}年{month}月{day}日"


CHECK = Check(RULE, find)
