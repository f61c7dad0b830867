"""D104: a document number that is not in the official form (GB/T 9704-2012, 7.2.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.document_numbers import damaged_numbers
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("D104", "document-number-form", "发文字号的写法不合规定")
_ORDER: Final = re.compile("第[1-9][0-9]*[号期]")
_FORM: Final = re.compile("[\u4e00-\u9fff（）]+〔[12][0-9]{3}〕[1-9][0-9]*号")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the document's own number, an error, and at those of others, also in its texts.

    Orders and minutes may count through without a year (10.2, 10.3).
    """
    plan = resolved.plan
    counted = plan.printed_layout in ("命令", "纪要")
    number = plan.document_number
    if number and not (counted and _ORDER.fullmatch(number)):
        yield from _judge(number, Severity.ERROR)
    for number in _of_others(plan):
        yield from _judge(number, Severity.WARNING)
    writing = resolved.writing
    for damaged in damaged_numbers(writing.text):
        number = writing.part(damaged.start, damaged.end)
        message = f"文中的发文字号“{damaged.code}{number}”的写法不合规定"
        hint = f"核对原件，写作“{damaged.code}{damaged.repaired}”"
        yield Diagnostic(RULE, message, Label(number.place), hint=hint, level=Severity.WARNING)


def _of_others(plan: DocumentContent) -> Iterator[Text]:
    for reference in (*plan.basis, *plan.mentions, *plan.supersedes):
        if reference.document_number:
            yield reference.document_number


def _judge(number: Text, level: Severity) -> Findings:
    if not _FORM.fullmatch(number):
        message = f"发文字号“{number}”的写法不合规定"
        hint = "写成“某教发〔2023〕4号”：年份四位、用六角括号〔〕，序号不加“第”、前面不补0"
        yield Diagnostic(RULE, message, Label(number.place), hint=hint, level=level)


CHECK = Check(RULE, find)
