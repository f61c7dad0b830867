"""The relations that were verified, with permanent ids, and those that a figure takes part in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.resolve.anchors import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Reconciliation, Report
    from generator.source import Place


class Verified(NamedTuple):
    """A relation and its id on the page of the 校核报告."""

    item: Reconciliation
    anchor: str
    kept: bool


class RelationIndex:
    """All relations of a plan, by rule, and by the places that they compare."""

    def __init__(self, report: Report) -> None:
        taken: Counter[str] = Counter()
        found: list[Verified] = []
        for item in sorted(report.reconciliations, key=lambda item: item.rule.code):
            anchor = f"{item.rule.code}-{slug(item.subject)}"
            taken[anchor] += 1
            if taken[anchor] > 1:
                anchor = f"{anchor}-{taken[anchor]}"
            found.append(Verified(item, anchor, report.is_waived(item)))
        self.all = tuple(found)
        self._by_place: dict[Place, list[Verified]] = {}
        for one in found:
            for place in dict.fromkeys(one.item.places):
                self._by_place.setdefault(place, []).append(one)

    def at(self, places: Iterable[Place]) -> tuple[Verified, ...]:
        """Give the relations that compare what stands at one of these places."""
        found = {one.anchor: one for place in places for one in self._by_place.get(place, ())}
        return tuple(found.values())
