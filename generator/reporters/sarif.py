"""The report as SARIF 2.1.0, for code scanning and for the SARIF viewers of editors.

Clauses are those of the OASIS standard “Static Analysis Results Interchange Format 2.1.0”.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from generator.checks import ALL_RULES
from generator.diagnostics import Severity
from generator.reporters.wording import cell_name, place_words, reason_of
from generator.resources import rule_page, without_expectations
from generator.source import Span

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Label, Rule, Waived
    from generator.reporters.outcome import Outcome
    from generator.source import Place

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_FINGERPRINT: Final = "planpressFinding/v1"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}

Json = dict[str, Any]


def render_sarif(outcome: Outcome) -> str:
    """Render a report as a SARIF log of one run; columns count code points (3.14.17)."""
    content = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "language": "zh-CN",
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": "工作区：有mkdocs.yml和plans的文件夹"}}
                },
                "results": _results(outcome),
            }
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _driver() -> Json:
    number = version("planpress")
    return {
        "name": "planpress",
        "version": number,
        "semanticVersion": number,
        "language": "zh-CN",
        "rules": [_rule(rule) for rule in ALL_RULES],
    }


def _rule(rule: Rule) -> Json:
    page = without_expectations(rule_page(rule))
    # the lead of a page says in a sentence what the rule finds
    lead = next(line for line in page.splitlines()[1:] if line.strip())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": lead},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(outcome: Outcome) -> list[Json]:
    seen: dict[str, int] = {}
    found: list[tuple[Diagnostic, Waived | None]] = [
        *((item, None) for item in outcome.report.diagnostics),
        *((item.diagnostic, item) for item in outcome.report.waived),
    ]
    return [
        {
            **_result(diagnostic),
            "partialFingerprints": {_FINGERPRINT: _fingerprint(diagnostic, outcome, seen)},
            # once one result has the key, its absence elsewhere would mean “unknown” (3.27.23)
            "suppressions": [_suppression(waived)] if waived else [],
        }
        for diagnostic, waived in found
    ]


def _result(diagnostic: Diagnostic) -> Json:
    hint = f"。建议：{diagnostic.hint}" if diagnostic.hint else ""
    result: Json = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": ALL_RULES.index(diagnostic.rule),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message + hint},
        "locations": [_location(diagnostic.primary)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label)}
            for number, label in enumerate(diagnostic.related, start=1)
        ]
    return result


def _suppression(waived: Waived) -> Json:
    """Tell a waiver, which stands in the plan itself and was decided upon (3.35)."""
    return {"kind": "inSource", "status": "accepted", "justification": reason_of(waived)}


def _location(label: Label) -> Json:
    place = label.place
    physical: Json = {"artifactLocation": {"uri": quote(place.source), "uriBaseId": _ROOT}}
    location: Json = {"physicalLocation": physical}
    if isinstance(place, Span):
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
        words = label.text
    else:
        # a cell has no line; it is named as spreadsheets name it
        sheet = f"{place.sheet}!" if place.sheet else ""
        location["logicalLocations"] = [
            {
                "name": cell_name(place),
                "fullyQualifiedName": f"{sheet}{cell_name(place)}",
                "kind": "member",
            }
        ]
        words = f"{place_words(place)} {label.text}".rstrip()
    if words:
        location["message"] = {"text": words}
    return location


def _fingerprint(diagnostic: Diagnostic, outcome: Outcome, seen: dict[str, int]) -> str:
    """Name a finding by its rule and the words at its place: lines may move, it stays itself."""
    place = diagnostic.primary.place
    words = _words(place, outcome)
    key = f"{diagnostic.rule.code}\n{place.source}\n{words}"
    seen[key] = seen.get(key, 0) + 1
    return hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()


def _words(place: Place, outcome: Outcome) -> str:
    """Give the line that a place stands on, or the name of its cell."""
    source = outcome.sources.get(place.source)
    if not isinstance(place, Span):
        return f"{place.sheet}!{cell_name(place)}"
    if source is None or place.line > len(source.lines):
        return ""
    line = source.lines[place.line - 1]
    return f"{line.strip()}\n{line[place.column - 1 : place.end_column - 1]}"
