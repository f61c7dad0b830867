"""W117: a space between two Chinese characters, as line ends of a PDF file leave it (薄弱 环节)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.resolve.writing import Writing

RULE = Rule("W117", "space-in-word", "词语中间有空格", Severity.WARNING)
_PATTERN: Final = re.compile("[ \u3000](?<=[\u4e00-\u9fff][ \u3000])[ \u3000]*(?=[\u4e00-\u9fff])")
_BEFORE: Final = re.compile("[\u4e00-\u9fff]+$")
_AFTER: Final = re.compile("[\u4e00-\u9fff]+")
_WIDTH: Final = 16
# 中共中央 国务院: organs that issue together stand side by side
_ORGAN_ENDS: Final = tuple("委府央部厅局院室会办团社署司处科所联")
_ORGAN: Final = re.compile(f"[{''.join(_ORGAN_ENDS)}]")
# 第一章 总则, 一 总则, 附件 名单
_NUMBERED: Final = re.compile("第?[一二三四五六七八九十百]+[章节条编部分款]?|附[件表图注录]?")
# 合 计, 王小明 李华: set apart for the eye
_LONGEST_NAME: Final = 4
# 不忘初心 牢记使命
_MOTTO: Final = re.compile(
    "(?:^|[“《])([\u4e00-\u9fff]{4,8})[ \u3000]+([\u4e00-\u9fff]{4,8})(?:$|[”》])"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Look for spaces that neither divide names nor set words apart."""
    writing = resolved.writing
    for match in _PATTERN.finditer(writing.text):
        before = _BEFORE.search(writing.before(match.start(), _WIDTH))
        after = _AFTER.match(writing.after(match.end(), _WIDTH))
        if before is None or after is None or _is_motto(writing, match):
            continue
        if not _is_meant(before.group(), after.group()):
            joined = f"{before.group()[-4:]}{after.group()[:4]}"
            place = writing.part(*match.span())
            message = f"“{before.group()[-4:]} {after.group()[:4]}”中间有空格"
            hint = f"删去空格，写作“{joined}”"
            yield Diagnostic(RULE, message, Label(place.place), hint=hint)


def _is_meant(before: str, after: str) -> bool:
    if before.endswith(_ORGAN_ENDS) and _ORGAN.search(after):
        return True
    if _NUMBERED.fullmatch(before):
        return True
    shorter, longer = sorted((len(before), len(after)))
    return longer == 1 or (shorter > 1 and longer <= _LONGEST_NAME)


def _is_motto(writing: Writing, space: re.Match[str]) -> bool:
    """Whether a text, or what stands in quotation marks, is two halves of one length."""
    around = writing.before(space.start(), 9) + space.group() + writing.after(space.end(), 9)
    return any(len(match[1]) == len(match[2]) for match in _MOTTO.finditer(around))


CHECK = Check(RULE, find)
