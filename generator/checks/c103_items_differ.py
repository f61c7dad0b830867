"""C103: one named list that has other items in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.content import Claim
    from generator.resolve import ResolvedPlan

RULE = Rule("C103", "items-differ", "同名的列举各项不同")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare lists of the same name with the first of that name."""
    first: dict[str, Claim] = {}
    for place in resolved.claims:
        claim = place.claim
        if claim.items:
            other = first.setdefault(str(claim.claim), claim)
            if other is not claim:
                yield from _compare(other, claim)


def _compare(first: Claim, later: Claim) -> Findings:
    if first.items is None or later.items is None:
        return
    here, there = set(map(str, later.items)), set(map(str, first.items))
    if here == there:
        return
    missing = [item for item in first.items if item not in here]
    extra = [item for item in later.items if item not in there]
    parts = [
        f"少了{'、'.join(missing)}" if missing else "",
        f"多了{'、'.join(extra)}" if extra else "",
    ]
    difference = "，".join(part for part in parts if part)
    counts = f"一处{len(first.items)}项，此处{len(later.items)}项"
    message = f"“{later.claim}”各处所列不同（{counts}）：此处{difference}"
    place = later.items.whole.span if later.items.whole else later.claim.span
    other = first.items.whole.span if first.items.whole else first.claim.span
    hint = "核对两处，写成相同的各项；本来就是两回事的，改列举的名称"
    yield Diagnostic(RULE, message, Label(place, "此处"), (Label(other, "另一处"),), hint)


CHECK = Check(RULE, find)
