"""C109: items numbered in running text that skip or repeat a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.ordinals import chains_by_text
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.checks.ordinals import Ordinal
    from generator.resolve import ResolvedPlan

RULE = Rule("C109", "ordinals-in-text", "文中编号跳号或重号", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the numbered items of every text."""
    for place, chains in zip(resolved.texts, chains_by_text(resolved), strict=True):
        for chain in chains:
            for before, odd in chain.odd:
                yield _finding(place.owner, before, odd)


def _finding(owner: str, before: Ordinal, odd: Ordinal) -> Diagnostic:
    fault = "重号" if odd.number <= before.number else "跳号"
    message = f"“{owner}”里“{before.text}”之后是“{odd.text}”，{fault}"
    related = (Label(before.text.place, "前一项"),)
    hint = "按次序编号；漏了一项的，补上"
    return Diagnostic(RULE, message, Label(odd.text.place, "此处"), related, hint)


CHECK = Check(RULE, find)
