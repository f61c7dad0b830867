"""C121: a text that repeats a declared claim with another number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.claim_phrases import repeats
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.claim_phrases import Repeat
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("C121", "claim-in-prose", "正文的项数与列举不符", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every place that says what a claim says, with another number or measure word."""
    seen: set[int] = set()
    for repeat in repeats(resolved):
        if not repeat.agrees and id(repeat.text) not in seen:
            seen.add(id(repeat.text))
            yield _finding(repeat)


def _finding(repeat: Repeat) -> Diagnostic:
    claim = repeat.phrase.claim.claim
    message = f"“{repeat.reading.owner}”写“{repeat.text}{repeat.phrase.noun}”，列举里是“{claim}”"
    related = (Label(claim.place, "列举"),)
    hint = "改成一致；两处说的不是一回事的，各写一条列举"
    return Diagnostic(RULE, message, Label(repeat.text.place, "此处"), related, hint)


CHECK = Check(RULE, find)
