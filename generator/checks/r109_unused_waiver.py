"""R109: a waiver that waives nothing; and how waivers are applied.

A waiver names a rule, a route of names from the outside in, and the exact words at the place:
once the words change, it no longer holds. With a term it holds until that day: the day asked
about, else the plan's 成文日期. What day it is today never counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.deadlines import last_day
from generator.diagnostics import Diagnostic, Label, Rule, Severity, Waived
from generator.resolve.names import loose
from generator.resolve.routes import route, same_step
from generator.source import Cell, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.model.document import Waiver
    from generator.model.tables import Table, TableCell
    from generator.resolve import ResolvedPlan
    from generator.source import Place

RULE = Rule("R109", "unused-waiver", "豁免没有用上", Severity.WARNING)


def apply_waivers(
    resolved: ResolvedPlan, found: tuple[Diagnostic, ...], day: date | None = None
) -> tuple[tuple[Diagnostic, ...], tuple[Waived, ...]]:
    """Split findings into those that stand and those waived; unused waivers are findings.

    Args:
        resolved: the plan.
        found: what was found in it.
        day: the day for which terms are judged; None for the 成文日期 of each document.
    """
    standing: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    entries = tuple(_entries(resolved, day))
    by_rule: dict[str, list[_Entry]] = {}
    for each in entries:
        by_rule.setdefault(str(each.waiver.rule), []).append(each)
    for diagnostic in found:
        entry = _entry_for(resolved, by_rule.get(diagnostic.rule.code, ()), diagnostic)
        if entry:
            used.add(id(entry.waiver))
        if entry is None or entry.lapsed_on:
            standing.append(diagnostic)
        else:
            waived.append(_waived(diagnostic, entry.waiver))
    lapsed = (_lapsed(entry) for entry in entries if entry.lapsed_on and id(entry.waiver) in used)
    unused = (
        _unused(resolved, entry.waiver, tuple(standing))
        for entry in entries
        if id(entry.waiver) not in used
    )
    return (*standing, *lapsed, *unused, *_endless(resolved)), tuple(waived)


class _Entry(NamedTuple):
    """A waiver, and the day by which its term is over, or ""."""

    waiver: Waiver
    lapsed_on: str


def _endless(resolved: ResolvedPlan) -> Iterator[Diagnostic]:
    """Find the terms that never run out, because they name no day."""
    for document in resolved.documents:
        for waiver in document.plan.waivers:
            if waiver.until and _last_day(document, waiver) is None:
                message = f"豁免“{waiver.rule}”（{waiver.at}）的期限“{waiver.until.text}”没有截止日"
                hint = "写到哪一年、哪一月或哪一天，例如到2025年6月"
                yield Diagnostic(RULE, message, Label(waiver.until.text.span, "期限"), hint=hint)


def _last_day(document: ResolvedPlan, waiver: Waiver) -> date | None:
    frame = document.plan.period.period if document.plan.period else None
    return last_day(waiver.until.period, frame) if waiver.until else None


def _entries(resolved: ResolvedPlan, day: date | None) -> Iterator[_Entry]:
    for document in resolved.documents:
        plan = document.plan
        issued = plan.date_of_issue
        for waiver in plan.waivers:
            last = _last_day(document, waiver)
            on = ""
            if last and day:
                on = _in_words(day) if day > last else ""
            elif last and issued and issued.period.start and issued.period.start > last:
                on = f"成文日期{issued.text}"
            yield _Entry(waiver, on)


def _entry_for(
    resolved: ResolvedPlan, entries: Sequence[_Entry], diagnostic: Diagnostic
) -> _Entry | None:
    """Find a waiver of a finding, one that still holds if there is one."""
    if not entries:
        return None
    words = loose(_words(resolved, diagnostic))
    quoting = [entry for entry in entries if loose(entry.waiver.quote) == words]
    steps = _steps(resolved, diagnostic) if quoting else ()
    covering = [entry for entry in quoting if _leads_to(entry.waiver, steps)]
    return min(covering, key=lambda entry: bool(entry.lapsed_on), default=None)


def _waived(diagnostic: Diagnostic, waiver: Waiver) -> Waived:
    until = str(waiver.until.text) if waiver.until else ""
    return Waived(diagnostic, str(waiver.reason), str(waiver.approved_by or ""), until)


def _lapsed(entry: _Entry) -> Diagnostic:
    waiver = entry.waiver
    until = waiver.until.text if waiver.until else waiver.rule
    message = f"豁免“{waiver.rule}”（{waiver.at}）的期限是{until}，到{entry.lapsed_on}已经过了"
    hint = "改好所豁免的问题并删去这条豁免；仍要保留的，重新批准后改“until”（期限）"
    return Diagnostic(RULE, message, Label(until.span, "期限"), hint=hint)


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _steps(resolved: ResolvedPlan, diagnostic: Diagnostic) -> tuple[str, ...]:
    return route(resolved.roots, _in_plan(resolved, diagnostic.primary.place))


def _leads_to(waiver: Waiver, steps: tuple[str, ...]) -> bool:
    left = iter(steps)
    wanted = (name.strip() for name in waiver.at.split("/"))
    return all(any(same_step(step, name) for step in left) for name in wanted)


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
        if diagnostic.rule.code == waiver.rule and _leads_to(waiver, _steps(resolved, diagnostic))
    ]
    if there:
        hint += f"；此处的问题现在是“{'”“'.join(there)}”"
    return Diagnostic(RULE, message, Label(waiver.span), hint=hint)
