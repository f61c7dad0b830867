"""C103: one named list that has other items in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import Block, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.frame import Findings
    from generator.resolve import ClaimPlace, ResolvedPlan

RULE = Rule("C103", "items-differ", "同名的列举各项不同")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare lists of the same name with the first of that name."""
    first: dict[str, ClaimPlace] = {}
    for place in resolved.claims:
        if place.claim.items:
            other = first.setdefault(str(place.claim.claim), place)
            if other is not place:
                yield from _compare(other, place)


def _compare(first_place: ClaimPlace, later_place: ClaimPlace) -> Findings:
    first, later = first_place.claim, later_place.claim
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
    said = _says(later_place, missing) and _says(first_place, extra)
    level = Severity.NOTE if said else None
    yield Diagnostic(RULE, message, Label(place, "此处"), (Label(other, "另一处"),), hint, level)


def _says(place: ClaimPlace, items: Sequence[str]) -> bool:
    """Whether the text names all these items too, only not in its list."""
    owner = place.owner
    if isinstance(owner, Block):
        texts = [str(owner.text), *(goal.text for goal in owner.goals)]
    elif isinstance(owner, Task):
        texts = [str(owner.content), *(goal.text for goal in owner.goals)]
    else:
        return not items
    return all(any(item in text for text in texts) for item in items)


CHECK = Check(RULE, find)
