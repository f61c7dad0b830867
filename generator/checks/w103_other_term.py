"""W103: another word for a thing that the plan gives one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.terms import occurrences, printed_texts, remark
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W103", "other-term", "一事多名", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look for the words that the plan's terms call other names of one thing."""
    texts = tuple(printed_texts(resolved)) if resolved.plan.terms else ()
    for term in resolved.plan.terms:
        words = tuple(str(name) for name in (term.use, *term.same_as))
        for name in term.same_as:
            found = [
                place
                for text in texts
                if name in text
                for place in occurrences(
                    text, str(name), tuple(word for word in words if word != name)
                )
            ]
            if found:
                more = f"（共{len(found)}处）" if len(found) > 1 else ""
                message = f"“{name}”与“{term.use}”指同一事物，名称不统一{more}"
                related = tuple(Label(place.span, "又一处") for place in found[1:])
                hint = f"统一写作“{term.use}”{remark(term)}"
                yield Diagnostic(RULE, message, Label(found[0].span, "此处"), related, hint)


CHECK = Check(RULE, find)
