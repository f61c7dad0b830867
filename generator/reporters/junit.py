"""The report as JUnit XML: a suite for each plan, a case for each rule, passed ones too.

What fails the run (see `--fail-on`) fails the case; what weighs less, and what is waived, stands
in its output, so that a test page is red exactly when the exit status is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.checks import ALL_RULES
from generator.reporters.by_plan import by_plan
from generator.reporters.wording import finding_lines, place_words, reason_of
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic, Rule, Severity
    from generator.reporters.by_plan import PlanReport
    from generator.reporters.outcome import Outcome

    Element = etree._Element  # noqa: SLF001  # lxml names its element class so

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(outcome: Outcome) -> str:
    """Render a report as JUnit XML."""
    root = etree.Element("testsuites", name="planpress")
    root.extend(_suite(plan, outcome.fail_on) for plan in by_plan(outcome))
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.attrib[name]) for suite in root)))
    etree.indent(root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return text.decode() + "\n"


def _suite(plan: PlanReport, fail_on: Severity) -> Element:
    found = {item.rule for item in plan.report.diagnostics}
    found |= {item.diagnostic.rule for item in plan.report.waived}
    rules = [rule for rule in ALL_RULES if plan.is_plan or rule in found]
    suite = _element("testsuite", name=plan.title, file=plan.path)
    suite.extend(_case(plan, rule, fail_on) for rule in rules)
    suite.set("tests", str(len(rules)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    suite.set("skipped", "0")
    return suite


def _case(plan: PlanReport, rule: Rule, fail_on: Severity) -> Element:
    case = _element("testcase", classname=plan.path, name=f"{rule.code} {rule.title}")
    found = [item for item in plan.report.diagnostics if item.rule is rule]
    failing = [item for item in found if item.severity >= fail_on]
    if failing:
        place = failing[0].primary.place
        case.set("file", _clean(place.source))
        if isinstance(place, Span):
            case.set("line", str(place.line))
        heaviest = max(item.severity for item in failing)
        message = failing[0].message
        if len(failing) > 1:
            message = f"{message}（共{len(failing)}处）"
        told = [line for item in failing for line in _told(item)]
        case.append(_element("failure", told, message=message, type=heaviest.word))
    lighter = [line for item in found if item.severity < fail_on for line in _told(item)]
    waived = [
        line
        for item in plan.report.waived
        if item.diagnostic.rule is rule
        for line in (*_told(item.diagnostic, "已豁免"), f"  理由: {reason_of(item)}")
    ]
    if lighter or waived:
        case.append(_element("system-out", [*lighter, *waived]))
    return case


def _told(diagnostic: Diagnostic, kind: str = "") -> Iterator[str]:
    first, *rest = finding_lines(diagnostic)
    place = place_words(diagnostic.primary.place)
    yield f"{place}: {kind or diagnostic.severity.label} {diagnostic.rule.code} {first}"
    yield from (f"  {line}" for line in rest)


def _element(tag: str, lines: list[str] | None = None, **attributes: str) -> Element:
    element = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name, _clean(value))
    if lines:
        element.text = _clean("\n".join(lines))
    return element


def _clean(text: str) -> str:
    """Replace what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
