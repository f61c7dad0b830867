"""The report for people: every finding at file:line:column with excerpts, then a summary."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Severity
from generator.quantity import Verdict
from generator.reporters.excerpt import excerpt
from generator.reporters.line import Line, Role, Stretch, plain_text, printable
from generator.reporters.wording import reason_of
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import ColumnReading, Diagnostic, Label, Waived
    from generator.reporters.outcome import Outcome

_ROLES: Final = {
    Severity.ERROR: Role.ERROR,
    Severity.WARNING: Role.WARNING,
    Severity.NOTE: Role.NOTE,
}


def render_text(outcome: Outcome) -> str:
    """Render a report as plain text."""
    return plain_text(report_lines(outcome))


def report_lines(outcome: Outcome) -> Iterator[Line]:
    """Give the lines of a report, each stretch with its role."""
    for diagnostic in outcome.report.diagnostics:
        severity = diagnostic.severity
        yield from _finding(diagnostic, Stretch(severity.label, _ROLES[severity]), outcome)
        yield ()
    if outcome.show_waived:
        for waived in outcome.report.waived:
            yield from _waived(waived, outcome)
            yield ()
    if outcome.show_columns:
        yield from _columns(outcome.report.columns)
    yield (Stretch(summary(outcome)),)


def summary(outcome: Outcome) -> str:
    """Count what was checked and found, in one Chinese sentence."""
    report = outcome.report
    found = "，".join(
        f"{report.count(severity)}个{severity.label}" for severity in sorted(Severity, reverse=True)
    )
    verdicts = [item.verdict for item in report.reconciliations]
    held = "、".join(
        f"{verdict.value}{verdicts.count(verdict)}"
        for verdict in (Verdict.HOLDS, Verdict.UNDETERMINED, Verdict.FAILS)
    )
    return (
        f"检查了{outcome.plans}份规划：{found}；豁免{len(report.waived)}项；"
        f"核对{len(verdicts)}个数量关系，{held}"
    )


def _columns(columns: Iterable[ColumnReading]) -> Iterator[Line]:
    for (place, table), group in groupby(columns, lambda one: (one.table_place, one.table)):
        yield (Stretch(f"{place}: ", Role.PLACE), Stretch(printable(f"表“{table}”各列读作")))
        for one in group:
            details = [one.holds, one.period, one.unit, "由列名判断" if one.inferred else ""]
            read = "，".join(detail for detail in details if detail)
            yield (Stretch(printable(f"  {one.column}：{read}")),)
        yield ()


def _finding(diagnostic: Diagnostic, kind: Stretch, outcome: Outcome) -> Iterator[Line]:
    yield (
        Stretch(f"{diagnostic.primary.place}: ", Role.PLACE),
        Stretch(f"{kind.text} {diagnostic.rule.code} ", kind.role),
        Stretch(printable(diagnostic.message)),
    )
    yield from _marked(diagnostic.primary, Stretch("^", kind.role), outcome)
    for label in diagnostic.related:
        yield (Stretch(f"  {label.place}:", Role.PLACE), *_bare_label(label, outcome))
        yield from _marked(label, Stretch("-", Role.RELATED), outcome)
    if diagnostic.hint:
        yield (Stretch("  建议: ", Role.HINT), Stretch(printable(diagnostic.hint)))


def _marked(label: Label, marker: Stretch, outcome: Outcome) -> Iterator[Line]:
    source = outcome.sources.get(label.place.source)
    if source is not None and isinstance(label.place, Span):
        yield from excerpt(source, label.place, label.text, marker, outcome.width)


def _bare_label(label: Label, outcome: Outcome) -> Line:
    """Keep the label of a place that has no excerpt."""
    shown = label.place.source in outcome.sources and isinstance(label.place, Span)
    return () if shown or not label.text else (Stretch(f" {printable(label.text)}"),)


def _waived(waived: Waived, outcome: Outcome) -> Iterator[Line]:
    yield from _finding(waived.diagnostic, Stretch("已豁免", Role.WAIVED), outcome)
    yield (Stretch("  理由: ", Role.HINT), Stretch(reason_of(waived)))
