"""R111: a group of units where one organ is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.model.units import GROUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("R111", "group-for-organ", "要写机关的地方写了集合")


def find(resolved: ResolvedPlan) -> Findings:
    """Look at who issues and who prints; who is not registered is taken at its word."""
    for what, name in _organs(resolved.plan):
        match = resolved.registry.find(name)
        if match and match.value.kind == GROUP:
            message = f"{what}“{name}”是一组单位，不是一个机关"
            members = "、".join(match.value.members)
            hint = f"写其中一个机关：{members}" if members else "写一个机关的全称"
            related = (Label(match.value.name.span, "登记为集合"),)
            yield Diagnostic(RULE, message, Label(name.span), related, hint)


def _organs(plan: DocumentContent) -> Iterator[tuple[str, Text]]:
    yield from (("发文机关", name) for name in plan.issuer)
    if plan.printing and plan.printing.organ:
        yield "印发机关", plan.printing.organ


CHECK = Check(RULE, find)
