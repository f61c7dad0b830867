"""W106: things of one kind counted with two measure words (名 and 人, 所 and 个)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.alignment import alignments
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.figures import Figure
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("W106", "mixed-measure-words", "量词不统一", Severity.NOTE)
# counts of persons and of institutions; 岁 and 周岁 are no measure words
_COUNTED = ("人", "个")


class _Pair(NamedTuple):
    """Two amounts that belong together and are counted with different words."""

    name: str
    one: Text
    other: Text


def find(resolved: ResolvedPlan) -> Findings:
    """Hold each figure against its parts and against the texts that state it; one note in all."""
    pairs = list({pair.other: pair for pair in _pairs(resolved)}.values())
    if pairs:
        first = pairs[0]
        listed = "；".join(f"“{pair.name}”{pair.one}、{pair.other}" for pair in pairs)
        message = f"有{len(pairs)}处量词不统一：{listed}"
        related = (Label(first.one.place, "对照"), *(Label(p.other.place) for p in pairs[1:]))
        hint = "同一样东西用同一个量词，例如都用“名”"
        yield Diagnostic(RULE, message, Label(first.other.place), related, hint)


def _pairs(resolved: ResolvedPlan) -> Iterator[_Pair]:
    for indicator in resolved.plan.indicators:
        for split in indicator.parts:
            parts = [
                match.value for name in split.parts if (match := resolved.indicators.find(name))
            ]
            figures = [figure for part in (indicator, *parts) for figure in part.stated]
            yield from _among(str(indicator.name), figures)
    for alignment in alignments(resolved):
        for bound in alignment.bound:
            if bound.number and _differ(bound.figure.stated.quantity, bound.number.quantity):
                name = bound.figure.key.indicator
                yield _Pair(name, bound.figure.stated.text, bound.number.text)


def _among(name: str, figures: list[Figure]) -> Iterator[_Pair]:
    """Compare each figure with the first."""
    for figure in figures[1:]:
        if _differ(figures[0].stated.quantity, figure.stated.quantity):
            yield _Pair(name, figures[0].stated.text, figure.stated.text)


def _differ(one: Quantity, other: Quantity) -> bool:
    kinds = one.unit.dimension
    return (
        len(kinds) == 1
        and kinds[0] in ((kind, 1) for kind in _COUNTED)
        and one.unit.dimension == other.unit.dimension
        and one.unit != other.unit
    )


CHECK = Check(RULE, find)
