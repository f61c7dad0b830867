"""W121: marks of Markdown or HTML in the text, which are printed as they stand (**重点**)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W121", "markup-in-text", "正文里有排版标记", Severity.WARNING)
# one of these signs begins each mark: most plans hold none, and no closer look is needed
_SIGNS: Final = "*<]#`&"
_MARKUP: Final = re.compile(
    r"(?:\*\*|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,200})?/?>|\]\(https?://[^()\s]{0,200}\)"
    r"|(?<![^\n])#{1,6} |`{1,3}|&(?:nbsp|lt|gt|amp|ldquo|rdquo|mdash);)"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Look for marks that other programs hide and this one prints."""
    text = resolved.writing.text
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _MARKUP.finditer(text):
        place = resolved.writing.part(*match.span())
        message = f"“{match.group()}”是网页或Markdown的标记，会照样印出来"
        hint = "删去；字体字号由公文格式定，网址直接写出来"
        yield Diagnostic(RULE, message, Label(place.place), hint=hint)


CHECK = Check(RULE, find)
