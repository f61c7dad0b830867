"""The report for programs."""

from __future__ import annotations

import json

from generator.diagnostics import (
    ColumnReading,
    Diagnostic,
    Label,
    Reconciliation,
    Report,
    Rule,
    Severity,
    Waived,
)
from generator.quantity import Verdict
from generator.reporters import Outcome, render_json
from generator.source import Cell, Span

SUM = Rule("A101", "sum-of-parts", "合计与分项不符")
PLACE = Span("plans/a/plan.yaml", 3, 9, 3, 15)
PLACE_DATA = {
    "file": "plans/a/plan.yaml",
    "line": 3,
    "column": 9,
    "end_line": 3,
    "end_column": 15,
}
FINDING = Diagnostic(SUM, "不符", Label(PLACE, "合计"), (Label(PLACE),), "核对", Severity.WARNING)
FINDING_DATA = {
    "rule": "A101",
    "name": "sum-of-parts",
    "title": "合计与分项不符",
    "severity": "warning",
    "message": "不符",
    "hint": "核对",
    "place": PLACE_DATA,
    "label": "合计",
    "related": [{"place": PLACE_DATA, "label": ""}],
}
COLUMN = ColumnReading(
    table="名额表",
    column="县区",
    holds="地区",
    inferred=True,
    period="",
    unit="",
    place=PLACE,
    table_place=PLACE,
)


def relation(subject: str, verdict: Verdict, *places: Span | Cell) -> Reconciliation:
    return Reconciliation(SUM, subject, "10", "9", "4 + 5 = 9", verdict, places)


def test_everything_found_and_verified_is_there() -> None:
    report = Report(
        (FINDING,),
        (relation("合计", Verdict.FAILS, Cell("b.xlsx", "名额", 2, 3)),),
        (Waived(FINDING, "原文如此", "某处"),),
        (COLUMN,),
    )
    assert json.loads(render_json(Outcome(report, {}, 1))) == {
        "format": "planpress-report",
        "version": 1,
        "counts": {
            "plans": 1,
            "error": 0,
            "warning": 1,
            "note": 0,
            "waived": 1,
            "reconciliations": 1,
            "holds": 0,
            "undetermined": 0,
            "fails": 1,
        },
        "diagnostics": [FINDING_DATA],
        "waived": [{**FINDING_DATA, "reason": "原文如此", "approved_by": "某处", "until": ""}],
        "columns": [
            {
                "table": "名额表",
                "column": "县区",
                "holds": "地区",
                "inferred": True,
                "period": "",
                "unit": "",
                "place": PLACE_DATA,
            }
        ],
        "reconciliations": [
            {
                "rule": "A101",
                "subject": "合计",
                "stated": "10",
                "computed": "9",
                "difference": "",
                "working": "4 + 5 = 9",
                "verdict": "fails",
                "places": [{"file": "b.xlsx", "sheet": "名额", "row": 2, "column": 3}],
            }
        ],
    }


def test_relations_come_in_the_order_of_their_places() -> None:
    late, early = Span("a.yaml", 10, 1, 10, 2), Span("a.yaml", 9, 1, 9, 2)
    held = Verdict.HOLDS
    report = Report(reconciliations=(relation("后", held, late), relation("前", held, early, late)))
    data = json.loads(render_json(Outcome(report, {}, 1)))
    assert [item["subject"] for item in data["reconciliations"]] == ["前", "后"]


def test_chinese_stands_as_it_is_and_the_text_ends_with_a_line_end() -> None:
    text = render_json(Outcome(Report((FINDING,)), {}, 1))
    assert "合计与分项不符" in text
    assert text.endswith("}\n")
