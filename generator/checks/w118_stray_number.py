"""W118: a slice number of a web page in the middle of a sentence (三2、级培养体系)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W118", "stray-number", "词句中间夹着序号", Severity.WARNING)
_PATTERN: Final = re.compile("[1-9](?<=[\u4e00-\u9fff][1-9])[0-9]{0,2}、(?=[\u4e00-\u9fff])")
# 附件1、附件2 and 小学2、中学2 count or name what stands before the number
_NAMES_THINGS: Final = re.compile("(?:第|件|表|图|栏|附录|类型|方案|式)$")
_COUNTS_ON: Final = re.compile("[\u4e00-\u9fff]{1,6}[0-9]")
_WIDTH: Final = 6


def find(resolved: ResolvedPlan) -> Findings:
    """Look for a number and 、 right between two Chinese characters."""
    writing = resolved.writing
    for match in _PATTERN.finditer(writing.text):
        before, after = writing.before(match.start(), _WIDTH), writing.after(match.end(), _WIDTH)
        if _NAMES_THINGS.search(before) or _COUNTS_ON.match(writing.after(match.end(), 8)):
            continue
        place = writing.part(*match.span())
        message = f"“{before}{place}{after}”的词句中间夹着“{place}”"
        hint = f"是抽取文字时带进来的，删去，写作“{before}{after}”；是序号的，另起一段"
        yield Diagnostic(RULE, message, Label(place.place), hint=hint)


CHECK = Check(RULE, find)
