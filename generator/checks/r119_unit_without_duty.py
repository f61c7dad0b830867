"""R119: a unit that a document registers for itself and then never names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan

RULE = Rule("R119", "unit-without-duty", "登记的单位没有承担事项", Severity.NOTE)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the document's own `units`: a register of a folder serves many documents."""
    known = _busy(resolved)
    if not any(_with_duty(resolved)):
        return
    idle = [unit for unit in resolved.plan.units if not {str(n) for n in unit.names} & known]
    if idle:
        first, *others = idle
        listed = "、".join(f"“{unit.name}”" for unit in idle)
        message = f"有{len(idle)}个本文件登记的单位没有承担任何事项：{listed}"
        related = tuple(Label(unit.name.span, "单位") for unit in others)
        hint = "在任务分工里写上它的责任；各文件共用的单位登记到units.yaml，用不到的删去"
        yield Diagnostic(RULE, message, Label(first.name.span, "单位"), related, hint)


def _busy(resolved: ResolvedPlan) -> frozenset[str]:
    """Name the units with a duty, and those that belong to them or that they belong to."""
    names: set[str] = set()
    registered = {id(unit) for unit in resolved.registry.units}
    for document in resolved.documents:
        plan = document.plan
        mentioned = (*plan.issuer, *plan.drafted_by, *plan.addressees, *plan.cc)
        names |= {str(name) for name in mentioned}
        # many rows name the same units
        for unit in {id(unit): unit for unit in _with_duty(document)}.values():
            names |= {str(name) for name in unit.names}
            names |= {str(name) for name in (unit.parent, unit.subset_of) if name}
            names |= resolved.registry.extent(unit) if id(unit) in registered else set()
    return frozenset(names)


def _with_duty(document: ResolvedPlan) -> Iterator[Unit]:
    listed = [goal.roles for task in document.tasks for goal in task.goals]
    listed += [*document.duties.values(), *document.defaulted.values()]
    for roles in listed:
        for units in roles.values():
            yield from units


CHECK = Check(RULE, find)
