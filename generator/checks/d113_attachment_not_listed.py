"""D113: a text that refers to an attachment that the document does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.checks.readings import readings
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.checks.readings import Reading
    from generator.resolve import ResolvedPlan

RULE = Rule("D113", "attachment-not-listed", "正文提到的附件没有列入", Severity.WARNING)
# 附件一并报送 names no number
_NUMERAL: Final = (
    "[0-9]{1,2}(?![0-9号])|[一二三四五六七八九十]{1,3}(?=[，。；：、）》”的中所—～~至-]|$)"
)
_REFERENCE: Final = re.compile(f"附件({_NUMERAL})(?:[—－–~～至-]{{1,2}}(?:附件)?({_NUMERAL}))?")
_KINDS: Final = (
    "(?:方案|规划|计划|办法|意见|纲要|规定|细则|预案|标准|规范|指南|通知|文件|决定|报告)"
    "(?:里的?|中的?|的)?$"
)
# attachments of other documents: 《通知》附件2, 〔2023〕4号附件2, 原附件2, 市方案附件3
_ELSEWHERE: Final = re.compile(f"(?:》|号|原|上级|该文|其)(?:的|中|中的)?$|{_KINDS}")
# 本方案附件3 is one of its own
_OWN: Final = re.compile(f"本(?:次|实施|行动|工作|专项|发展|建设|提升|攻坚)*{_KINDS}")
_BACK: Final = 12


def find(resolved: ResolvedPlan) -> Findings:
    """Look at all documents of a file together: one may refer to what another one has."""
    if resolved.depth:
        return
    documents = list(resolved.documents)
    last = max(_last(document) for document in documents)
    for document in documents:
        for reading in readings(document):
            yield from _beyond(reading, last)


def _last(resolved: ResolvedPlan) -> int:
    """Give the highest number of an attachment; the number may be written out."""
    attachments = resolved.plan.attachments
    written = (read_integer(str(one.number)) for one in attachments if one.number)
    return max([len(attachments), *(number for number in written if number)])


def _beyond(reading: Reading, last: int) -> Iterator[Diagnostic]:
    plain = reading.plain
    if "附件" not in plain:
        return
    for match in _REFERENCE.finditer(plain):
        numbers = [read_integer(group) or 0 for group in match.groups() if group]
        before = (plain, max(0, match.start() - _BACK), match.start())
        if _ELSEWHERE.search(*before) and not _OWN.search(*before):
            continue
        if max(numbers) > last:
            there = f"只列了{last}个附件" if last else "没有列附件"
            message = f"“{reading.owner}”提到“{match.group()}”，文件{there}"
            place = reading.text.part(*match.span()).place
            hint = "在“attachments”（附件）里补上，或改正文里的编号"
            yield Diagnostic(RULE, message, Label(place), hint=hint)


CHECK = Check(RULE, find)
