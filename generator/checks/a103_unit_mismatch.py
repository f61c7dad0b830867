"""A103: figures of different kinds put together (学时 with 学分, 名 with 所)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

RULE = Rule("A103", "unit-mismatch", "计量单位不能相比")
_HINT = "核对单位；确实是两回事的，分成两个指标"


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the units of an indicator's figures, of its parts and of its whole."""
    seen: set[frozenset[int]] = set()
    for one, other, relation in _pairs(resolved):
        # a part may be named by its whole and name the whole itself
        pair = frozenset((id(one.stated), id(other.stated)))
        if pair not in seen:
            seen.add(pair)
            yield from _compare(one, other, relation)


def _pairs(resolved: ResolvedPlan) -> Iterator[tuple[Figure, Figure, str]]:
    for indicator in resolved.plan.indicators:
        first, *others = indicator.stated or (None,)
        if first is None:
            continue
        yield from ((first, other, "同一指标") for other in others)
        for name in _relatives(indicator):
            match = resolved.indicators.find(name)
            if match and match.value.stated:
                yield first, match.value.stated[0], "合计与分项"


def _relatives(indicator: Indicator) -> list[str]:
    parts = [part for split in indicator.parts for part in split.parts]
    return [*parts, *((indicator.subset_of,) if indicator.subset_of else ())]


def _compare(one: Figure, other: Figure, relation: str) -> Findings:
    left, right = one.stated.quantity, other.stated.quantity
    if left.vague or right.vague or right.in_unit(left.unit) is not None:
        return
    figures = "，".join(f"“{figure.label}”为{figure.stated.text}" for figure in (one, other))
    message = f"{relation}的单位不同：{figures}"
    yield Diagnostic(RULE, message, Label(one.span), (Label(other.span),), _HINT)


CHECK = Check(RULE, find)
