"""D105: a date of issue that is not in the official form (GB/T 9704-2012, 7.3.5.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D105", "date-form", "成文日期的写法不合规定")
_FORM: Final = re.compile(r"[12]\d{3}年[1-9]\d?月[1-9]\d?日")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the dates that are printed: 成文日期 and 印发日期."""
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


CHECK = Check(RULE, find)
