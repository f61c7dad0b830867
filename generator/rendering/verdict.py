"""What is said of a rule: what the standard wants, what was measured, whether it holds."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.writers.gb9704 import Norm, Strength

if TYPE_CHECKING:
    from collections.abc import Iterable


class Verdict(Enum):
    """How a document stands to a rule; the value is how it is told."""

    HOLDS = "合格"
    FAILS = "不合格"
    NOT_APPLICABLE = "不适用"


class Judgement(NamedTuple):
    """A rule of the standard, measured on the pages of a document.

    Attributes:
        rule: what is measured, in Chinese.
        clause: clause of GB/T 9704-2012, "" where the standard is silent.
        strength: how binding the rule is.
        required: what it wants.
        measured: what the pages have; "" where there is nothing to measure.
        verdict: how they compare.
    """

    rule: str
    clause: str
    strength: Strength
    required: str
    measured: str
    verdict: Verdict

    @property
    def breaks_the_standard(self) -> bool:
        """Whether a 规定 is broken; what is usual or recommended may be otherwise."""
        return self.verdict is Verdict.FAILS and self.strength is Strength.REQUIRED

    def __str__(self) -> str:
        """Tell it in one line."""
        clause = f"GB/T 9704-2012 {self.clause}，" if self.clause else ""
        found = f"，测得{self.measured}" if self.measured else ""
        told = f"{self.rule}：要求{self.required}{found}（{clause}{self.strength}）"
        return f"{self.verdict.value:\u3000<3} {told}"


def judged(rule: str, norm: Norm[Any], required: str, measured: str, *, holds: bool) -> Judgement:
    """Judge a rule that applies."""
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Judgement(rule, norm.clause, norm.strength, required, measured, verdict)


def not_applicable(rule: str, norm: Norm[Any], required: str) -> Judgement:
    """Say that a document has nothing that a rule is about."""
    return Judgement(rule, norm.clause, norm.strength, required, "", Verdict.NOT_APPLICABLE)


def listed(values: Iterable[str]) -> str:
    """List what was measured, each value once, with the number of places if there are many."""
    different = list(dict.fromkeys(values))
    shown = "、".join(different[:_LISTED])
    more = len(different) - _LISTED
    return f"{shown}等{len(different)}种" if more > 0 else shown


_LISTED = 4
