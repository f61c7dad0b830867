"""What a check is: a rule and a pure function from a resolved plan to what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Reconciliation

if TYPE_CHECKING:
    from generator.checks.upper_plans import UpperPlans
    from generator.diagnostics import Rule
    from generator.resolve import ResolvedPlan

Finding = Diagnostic | Reconciliation
Findings = Iterator[Finding]


class Check(NamedTuple):
    """A check of one plan.

    Attributes:
        rule: what it finds.
        find: looks at a plan.
        by_firmness: whether it holds figures against each other, so that their hedges (必须,
            原则上) and 约束性 set the weight of what it finds.
    """

    rule: Rule
    find: Callable[[ResolvedPlan], Findings]
    by_firmness: bool = False


class CorpusCheck(NamedTuple):
    """A check of how the plans of a corpus hang together; one pass over all of them."""

    rule: Rule
    find: Callable[[UpperPlans], Findings]
    by_firmness: bool = False
