"""R109: a waiver that waives nothing; and how waivers are applied.

A waiver names a rule, a route of names from the outside in, and the exact words at the place:
once the words change, it no longer holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label, Rule, Severity, Waived
from generator.resolve.names import loose
from generator.resolve.routes import route, same_step
from generator.source import Cell, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Waiver
    from generator.model.tables import Table, TableCell
    from generator.resolve import ResolvedPlan
    from generator.source import Place

RULE = Rule("R109", "unused-waiver", "豁免没有用上", Severity.WARNING)


def apply_waivers(
    resolved: ResolvedPlan, found: tuple[Diagnostic, ...]
) -> tuple[tuple[Diagnostic, ...], tuple[Waived, ...]]:
    """Split findings into those that stand and those waived; unused waivers are findings."""
    standing: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for diagnostic in found:
        waiver = _waiver_for(resolved, diagnostic)
        if waiver is None:
            standing.append(diagnostic)
        else:
            used.add(id(waiver))
            approved_by = str(waiver.approved_by or "")
            waived.append(Waived(diagnostic, str(waiver.reason), approved_by))
    unused = [waiver for waiver in _waivers(resolved) if id(waiver) not in used]
    return (*standing, *(_unused(resolved, waiver, tuple(standing)) for waiver in unused)), tuple(
        waived
    )


def _waivers(resolved: ResolvedPlan) -> tuple[Waiver, ...]:
    return tuple(waiver for document in resolved.documents for waiver in document.plan.waivers)


def _waiver_for(resolved: ResolvedPlan, diagnostic: Diagnostic) -> Waiver | None:
    for waiver in _waivers(resolved):
        if waiver.rule == diagnostic.rule.code and _covers(resolved, waiver, diagnostic):
            return waiver
    return None


def _covers(resolved: ResolvedPlan, waiver: Waiver, diagnostic: Diagnostic) -> bool:
    if not _stands_at(resolved, waiver, diagnostic):
        return False
    return loose(_words(resolved, diagnostic)) == loose(waiver.quote)


def _stands_at(resolved: ResolvedPlan, waiver: Waiver, diagnostic: Diagnostic) -> bool:
    steps = iter(route(resolved.roots, _in_plan(resolved, diagnostic.primary.place)))
    wanted = (name.strip() for name in waiver.at.split("/"))
    return all(any(same_step(step, name) for step in steps) for name in wanted)


def _in_plan(resolved: ResolvedPlan, place: Place) -> Place:
    """Give the place in the plan that leads to a place: for a table file, its name there."""
    if isinstance(place, Cell):
        for table, cell in _cells(resolved):
            if cell.place == place and table.data:
                return table.data.place
    return place


def _cells(resolved: ResolvedPlan) -> Iterator[tuple[Table, TableCell]]:
    for document in resolved.documents:
        for table in document.plan.tables:
            for row in table.body.rows:
                for cell in row.cells:
                    yield table, cell


def _words(resolved: ResolvedPlan, diagnostic: Diagnostic) -> str:
    """Give the words at a finding's place as one line, or "" outside the plan's files."""
    span = diagnostic.primary.place
    if isinstance(span, Cell):
        return next((str(cell.text) for _, cell in _cells(resolved) if cell.place == span), "")
    if not isinstance(span, Span) or span.source not in resolved.roots:
        return ""
    lines = list(resolved.roots[span.source].source.lines[span.line - 1 : span.end_line])
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "".join(line.strip() for line in lines)


def _unused(resolved: ResolvedPlan, waiver: Waiver, standing: tuple[Diagnostic, ...]) -> Diagnostic:
    message = f"豁免“{waiver.rule}”（{waiver.at}）没有对应的问题"
    hint = "问题已改好的，删去这条豁免；原文改动过的，重新核对后更新“quote”（原文）"
    there = [
        _words(resolved, diagnostic)
        for diagnostic in standing
        if diagnostic.rule.code == waiver.rule and _stands_at(resolved, waiver, diagnostic)
    ]
    if there:
        hint += f"；此处的问题现在是“{'”“'.join(there)}”"
    return Diagnostic(RULE, message, Label(waiver.span), hint=hint)
