"""R109: a waiver that waives nothing; and how waivers are applied.

A waiver names a rule, a route of names from the outside in, and the exact words at the place:
once the words change, it no longer holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label, Rule, Severity, Waived
from generator.resolve.names import loose
from generator.resolve.routes import route
from generator.source import Span

if TYPE_CHECKING:
    from generator.model.document import Waiver
    from generator.resolve import ResolvedPlan
    from generator.source import SourceFile

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
    standing += [_unused(w) for w in resolved.plan.waivers if id(w) not in used]
    return tuple(standing), tuple(waived)


def _waiver_for(resolved: ResolvedPlan, diagnostic: Diagnostic) -> Waiver | None:
    for waiver in resolved.plan.waivers:
        if waiver.rule == diagnostic.rule.code and _covers(resolved, waiver, diagnostic):
            return waiver
    return None


def _covers(resolved: ResolvedPlan, waiver: Waiver, diagnostic: Diagnostic) -> bool:
    place = diagnostic.primary.place
    if not isinstance(place, Span) or place.source not in resolved.roots:
        return False
    written = _words(resolved.roots[place.source].source, place)
    if loose(written) != loose(waiver.quote):
        return False
    steps = iter(route(resolved.roots, place))
    return all(any(step == wanted for step in steps) for wanted in waiver.at.split("/"))


def _words(source: SourceFile, span: Span) -> str:
    lines = source.lines[span.line - 1 : span.end_line]
    if len(lines) == 1:
        return lines[0][span.column - 1 : span.end_column - 1]
    middle = [line.strip() for line in lines[1:-1]]
    return "".join(
        [lines[0][span.column - 1 :].strip(), *middle, lines[-1][: span.end_column - 1].strip()]
    )


def _unused(waiver: Waiver) -> Diagnostic:
    message = f"豁免“{waiver.rule}”（{waiver.at}）没有对应的问题"
    hint = "问题已改好的，删去这条豁免；原文改动过的，重新核对后更新“quote”（原文）"
    return Diagnostic(RULE, message, Label(waiver.span), hint=hint)
