"""W120: a number typed before a heading or a goal, which is numbered anyway (一、一、总体要求)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import with_clauses
from generator.quantity import ORDINAL_NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("W120", "typed-number", "标题或目标前写了序号", Severity.WARNING)
_HAN: Final = f"[{ORDINAL_NUMERALS}]"
_NUMBER: Final = re.compile(
    # 三、四级管网 names two levels
    f"(?:{_HAN}{{1,3}}、(?!{_HAN})|[（(][{ORDINAL_NUMERALS}0-9]{{1,3}}[)）]"
    "|[0-9]{1,2}[.．、](?![0-9])|[①-⑳]"
    # 第三条环线 and 第二章程 are names
    f"|第[{ORDINAL_NUMERALS}百0-9]{{1,4}}[章节条][、 \u3000])"
    "[ \u3000]*"
)
_ATTACHMENT: Final = re.compile(f"附件[ ]?[0-9{ORDINAL_NUMERALS}]*[：:、. \u3000]+")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the beginning of whatever the program numbers by itself."""
    plan = resolved.plan
    yield from (found for text in _numbered(plan) for found in _typed(text, _NUMBER))
    titles = (attachment.title for attachment in plan.attachments)
    yield from (found for title in titles for found in _typed(title, _ATTACHMENT))


def _numbered(plan: DocumentContent) -> Iterator[Text]:
    attached = [block for attachment in plan.attachments for block in attachment.blocks]
    for block in with_clauses((*plan.sections, *plan.projects, *plan.measures, *attached)):
        yield block.heading or block.title
        yield from (goal.text for goal in block.goals)
    for task in plan.tasks:
        yield task.printed_title
        yield from (goal.text for goal in task.goals)


def _typed(text: Text, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    match = pattern.match(text)
    if match and match.end() < len(text):
        number = match.group().strip()
        message = f"“{text}”前面写了序号“{number}”，序号是自动编的，印出来会重复"
        hint = f"只写“{text[match.end() :]}”；照录原编号的标题，编号写在“number”（原编号）里"
        yield Diagnostic(RULE, message, Label(text.part(0, len(number)).place), hint=hint)


CHECK = Check(RULE, find)
