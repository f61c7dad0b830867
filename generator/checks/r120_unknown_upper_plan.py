"""R120: an upper plan, an indicator of one, or a plan below, that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import CorpusCheck
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.checks.upper_plans import UpperPlans

RULE = Rule("R120", "unknown-upper-plan", "没有这份上位规划、上位指标或下级规划")


def find(uppers: UpperPlans) -> Findings:
    """Report every reference to another plan that leads nowhere."""
    for fault in uppers.faults:
        label = Label(fault.written.span)
        yield Diagnostic(RULE, fault.message, label, hint=fault.hint, level=fault.level)


CHECK = CorpusCheck(RULE, find)
