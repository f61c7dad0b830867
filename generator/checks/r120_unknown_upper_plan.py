"""R120: an upper plan, or an indicator of one, that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import CorpusCheck
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.checks.upper_plans import UpperPlans

RULE = Rule("R120", "unknown-upper-plan", "没有这份上位规划或上位指标")


def find(uppers: UpperPlans) -> Findings:
    """Report every reference to another plan that leads nowhere."""
    for fault in uppers.faults:
        yield Diagnostic(RULE, fault.message, Label(fault.written.span), hint=fault.hint)


CHECK = CorpusCheck(RULE, find)
