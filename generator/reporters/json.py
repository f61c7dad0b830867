"""The report for programs: JSON of a stable shape, in UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Severity
from generator.quantity import Verdict
from generator.source import Span

if TYPE_CHECKING:
    from generator.diagnostics import ColumnReading, Diagnostic, Label, Reconciliation, Waived
    from generator.reporters.outcome import Outcome
    from generator.source import Place

VERSION: Final = 1

_VERDICTS: Final = {
    Verdict.HOLDS: "holds",
    Verdict.UNDETERMINED: "undetermined",
    Verdict.FAILS: "fails",
}

Value = str | int | dict[str, "Value"] | list["Value"]


def render_json(outcome: Outcome) -> str:
    """Render a report as JSON; keys stay, new ones may be added within a version."""
    report = outcome.report
    reconciliations = sorted(report.reconciliations, key=reconciliation_key)
    content: dict[str, Value] = {
        "format": "planpress-report",
        "version": VERSION,
        "counts": _counts(outcome),
        "diagnostics": [_diagnostic(item) for item in report.diagnostics],
        "waived": [_waived(item) for item in report.waived],
        "reconciliations": [reconciliation_data(item) for item in reconciliations],
        "columns": [_column(item) for item in report.columns],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _counts(outcome: Outcome) -> Value:
    report = outcome.report
    verdicts = [item.verdict for item in report.reconciliations]
    return {
        "plans": outcome.plans,
        **{severity.word: report.count(severity) for severity in sorted(Severity, reverse=True)},
        "waived": len(report.waived),
        "reconciliations": len(verdicts),
        **{word: verdicts.count(verdict) for verdict, word in _VERDICTS.items()},
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Value]:
    return {
        "rule": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "title": diagnostic.rule.title,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **_label(diagnostic.primary),
        "related": [_label(label) for label in diagnostic.related],
    }


def _waived(waived: Waived) -> Value:
    return {
        **_diagnostic(waived.diagnostic),
        "reason": waived.reason,
        "approved_by": waived.approved_by,
        "until": waived.until,
    }


def reconciliation_data(item: Reconciliation) -> dict[str, Value]:
    """Give a reconciliation as data."""
    return {
        "rule": item.rule.code,
        "subject": item.subject,
        "stated": item.stated,
        "computed": item.computed,
        "difference": item.difference,
        "working": item.working,
        "verdict": _VERDICTS[item.verdict],
        "places": [place_data(place) for place in item.places],
    }


def _column(item: ColumnReading) -> Value:
    return {
        "table": item.table,
        "column": item.column,
        "holds": item.holds,
        "inferred": item.inferred,
        "period": item.period,
        "unit": item.unit,
        "place": place_data(item.place),
    }


def _label(label: Label) -> dict[str, Value]:
    return {"place": place_data(label.place), "label": label.text}


def place_data(place: Place) -> Value:
    """Give a place as data."""
    if isinstance(place, Span):
        return {
            "file": place.source,
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
        }
    return {
        "file": place.source,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
    }


def reconciliation_key(item: Reconciliation) -> tuple[str, int, int, str, str]:
    """Sort reconciliations by place, then by rule."""
    if not item.places:
        return ("", 0, 0, item.rule.code, item.subject)
    place = item.places[0]
    row = place.line if isinstance(place, Span) else place.row
    return (place.source, row, place.column, item.rule.code, item.subject)
