"""R112: a unit that is named twice for one role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.assignments import assignments
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.content import Duties
    from generator.model.values import Names
    from generator.resolve import ResolvedPlan
    from generator.resolve.registry import Registry
    from generator.text import Text

RULE = Rule("R112", "unit-repeated", "同一单位写了两次", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at each role where it is written; a row is looked at once for all its goals."""
    for duties in _written(resolved):
        for role in ROLES:
            names = duties.role(role)
            if names and len(names) > 1:
                yield from _repeated(resolved.registry, names)


def _written(resolved: ResolvedPlan) -> Iterator[Duties]:
    records = [duties for work in assignments(resolved) for duties in work.written]
    records += [resolved.plan.defaults] if resolved.plan.defaults else []
    records += [duties for chain in resolved.defaults.values() for duties in chain]
    return iter({id(duties): duties for duties in records}.values())


def _repeated(registry: Registry, names: Names) -> Iterator[Diagnostic]:
    # a registered name that itself holds 、 is one unit
    if names.whole and registry.find(names.whole):
        return
    first: dict[str, Text] = {}
    for name in names:
        match = registry.find(name)
        unit = str(match.value.name) if match else str(name)
        other = first.setdefault(unit, name)
        if other is not name:
            message = f"“{name}”与前面的“{other}”是同一个单位，写了两次"
            related = (Label(other.span, "第一次"),)
            yield Diagnostic(RULE, message, Label(name.span, "重复"), related, "去掉一个")


CHECK = Check(RULE, find)
