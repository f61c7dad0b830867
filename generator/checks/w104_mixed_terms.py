"""W104: a number counted in one thing and named by another (10学时的……学分)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.checks.terms import printed_texts, remark
from generator.checks.text_numbers import mentions_in
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("W104", "mixed-terms", "计量用词混用", Severity.WARNING)
_STOP: Final = re.compile("[，。；：！？]")


def find(resolved: ResolvedPlan) -> Findings:
    """Look, in the clause of each number, for the word that its unit must not be mixed with."""
    for term in resolved.plan.terms:
        for other in term.not_same_as:
            for text in printed_texts(resolved):
                for place in mixed(text, str(term.use), str(other), resolved.extra_units):
                    message = f"“{place}”以“{term.use}”计量，却称“{other}”"
                    hint = f"“{term.use}”与“{other}”不是一回事，核对后只用一个{remark(term)}"
                    yield Diagnostic(RULE, message, Label(place.span), hint=hint)


def mixed(text: Text, unit: str, other: str, extra_units: frozenset[str]) -> Iterator[Text]:
    """Find the stretches from a number with a unit to another word in the same clause."""
    if other not in text:
        return
    plain = str(text)
    starts = [match.start() for match in re.finditer(f"(?={re.escape(other)})", plain)]
    stops = [match.start() for match in _STOP.finditer(plain)] + [len(plain)]
    for mention in mentions_in(plain, extra_units):
        if mention.quantity.unit.name == unit:
            stop = stops[bisect_left(stops, mention.end)]
            first = bisect_left(starts, mention.end)
            if first < len(starts) and starts[first] + len(other) <= stop:
                yield text.part(mention.start, starts[first] + len(other))


CHECK = Check(RULE, find)
