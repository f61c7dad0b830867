"""D108: a secrecy level or copy number that is not in the official form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.document import SECRECY_LEVELS

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("D108", "secrecy-form", "密级、份号的写法不合规定")
_FORM: Final = re.compile(f"({'|'.join(SECRECY_LEVELS)})(?:★(?:长期|([1-9][0-9]*)(年|个月)))?")
# 国家秘密的保密期限，除另有规定外，不超过
_LONGEST_YEARS: Final = dict(zip(SECRECY_LEVELS, (30, 20, 10), strict=True))
_COPY_NUMBER: Final = re.compile("[0-9]{6}")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at 密级和保密期限 and 份号 (GB/T 9704-2012, 7.2.1, 7.2.2)."""
    plan = resolved.plan
    if plan.secrecy_level:
        yield from _level(plan.secrecy_level)
        if not plan.copy_number:
            message = f"密级是“{plan.secrecy_level}”，没有份号"
            hint = "涉密公文要标注份号，写六位数字，例如000001"
            place = Label(plan.secrecy_level.place)
            yield Diagnostic(RULE, message, place, hint=hint, level=Severity.WARNING)
    if plan.copy_number and not _COPY_NUMBER.fullmatch(plan.copy_number):
        message = f"份号“{plan.copy_number}”不是六位数字"
        place = Label(plan.copy_number.place)
        hint = "写六位阿拉伯数字，前面补0，例如000001"
        yield Diagnostic(RULE, message, place, hint=hint, level=Severity.WARNING)


def _level(level: Text) -> Findings:
    match = _FORM.fullmatch(level)
    if match is None:
        message = f"密级“{level}”的写法不合规定"
        hint = "写成“机密★1年”：绝密、机密或秘密，保密期限用阿拉伯数字，中间是“★”"
        yield Diagnostic(RULE, message, Label(level.place), hint=hint)
    elif match[3] == "年" and int(match[2]) > _LONGEST_YEARS[match[1]]:
        longest = _LONGEST_YEARS[match[1]]
        message = f"密级“{level}”的保密期限{match[2]}年，超过{match[1]}级最长的{longest}年"
        hint = "核对定密的决定"
        yield Diagnostic(RULE, message, Label(level.place), hint=hint, level=Severity.WARNING)


CHECK = Check(RULE, find)
