"""W114: punctuation that follows punctuation (。。, ，。)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W114", "repeated-mark", "标点重复", Severity.WARNING)
_PATTERN: Final = re.compile("[。，、；：！？][。，、；：,;]+")
_WIDTH: Final = 6
# of several marks the one that divides most is kept
_STRONGEST: Final = "。！？；：，、"
_ELLIPSIS: Final = "。。。"


def find(resolved: ResolvedPlan) -> Findings:
    """Look for two or more of the marks that divide sentences, side by side."""
    writing = resolved.writing
    for match in _PATTERN.finditer(writing.text):
        place = writing.part(*match.span())
        before, after = writing.before(match.start(), _WIDTH), writing.after(match.end(), _WIDTH)
        message = f"“{before}{place}{after}”里标点重复"
        kept = next(mark for mark in _STRONGEST if mark in place)
        hint = f"只留一个，写作“{before}{kept}{after}”"
        hint += "；表示省略用“……”" if place.startswith(_ELLIPSIS) else ""
        yield Diagnostic(RULE, message, Label(place.place), hint=hint)


CHECK = Check(RULE, find)
