"""The report as one page to read, send and print: no script, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it import MarkdownIt

from generator.checks import ALL_RULES
from generator.diagnostics import Severity
from generator.quantity import Verdict
from generator.reporters.by_plan import by_plan
from generator.reporters.line import printable
from generator.reporters.text import summary
from generator.reporters.wording import place_words, reason_of
from generator.resources import rule_page, templates, without_expectations
from generator.source import Span
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
    from generator.reporters.by_plan import PlanReport
    from generator.reporters.outcome import Outcome
    from generator.source import SourceFile

_TEMPLATE: Final = "check.html"
_AROUND: Final = 36
_MARKED: Final = 96
_ELLIPSIS: Final = "…"
_VERDICTS: Final = (Verdict.FAILS, Verdict.UNDETERMINED, Verdict.HOLDS)


class Shown(NamedTuple):
    """A place with the words around it.

    Attributes:
        place: where, in words.
        label: the word that stands at it, or "".
        line: the number of the line, or 0 if there is nothing to show.
        before: the words of the line before what is marked.
        marked: what is marked.
        after: the words after it.
    """

    place: str
    label: str
    line: int = 0
    before: str = ""
    marked: str = ""
    after: str = ""


class ShownFinding(NamedTuple):
    """A finding with all its places.

    Attributes:
        finding: the finding.
        message: its sentence.
        places: the primary place, then the related ones.
        reason: why it is waived, or "".
    """

    finding: Diagnostic
    message: str
    places: tuple[Shown, ...]
    reason: str = ""


def render_html(outcome: Outcome) -> str:
    """Render a report as one HTML page."""
    template = page_environment(templates() / "reports").get_template(_TEMPLATE)
    text = template.render(
        summary=summary(outcome),
        severities=sorted(Severity, reverse=True),
        plans=[_plan(plan, outcome) for plan in by_plan(outcome)],
        rules=[(rule, _explanation(rule)) for rule in _named(outcome)],
        verdicts=_VERDICTS,
    )
    return text.rstrip() + "\n"


def _plan(plan: PlanReport, outcome: Outcome) -> dict[str, object]:
    report = plan.report
    verified = sorted(report.reconciliations, key=lambda item: _VERDICTS.index(item.verdict))
    return {
        "plan": plan,
        "findings": [_finding(item, outcome) for item in report.diagnostics],
        "waived": [_finding(item.diagnostic, outcome, reason_of(item)) for item in report.waived],
        "relations": [(item, _near(item, plan)) for item in verified],
    }


def _near(item: Reconciliation, plan: PlanReport) -> str:
    """Name the first place of a relation; below the heading of a plan its folder is known."""
    folder = plan.path.rpartition("/")[0] + "/"
    return place_words(item.places[0]).removeprefix(folder) if item.places else ""


def _finding(finding: Diagnostic, outcome: Outcome, reason: str = "") -> ShownFinding:
    labels = (finding.primary, *finding.related)
    places = tuple(_shown(label, outcome.sources.get(label.place.source)) for label in labels)
    return ShownFinding(finding, printable(finding.message), places, reason)


def _shown(label: Label, source: SourceFile | None) -> Shown:
    place, words = place_words(label.place), printable(label.text)
    span = label.place
    if not isinstance(span, Span) or source is None or span.line > len(source.lines):
        return Shown(place, words)
    line = source.lines[span.line - 1]
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:]
    if len(before) > _AROUND:
        before = _ELLIPSIS + before[-_AROUND:]
    if len(marked) > _MARKED:
        marked = marked[:_MARKED] + _ELLIPSIS
    if len(after) > _AROUND:
        after = after[:_AROUND] + _ELLIPSIS
    return Shown(place, words, span.line, *(printable(part) for part in (before, marked, after)))


def _named(outcome: Outcome) -> Iterator[Rule]:
    """Give the rules that the page speaks of, by code."""
    report = outcome.report
    named = {item.rule for item in report.diagnostics}
    named |= {item.rule for item in report.reconciliations}
    named |= {item.diagnostic.rule for item in report.waived}
    return (rule for rule in ALL_RULES if rule in named)


def _explanation(rule: Rule) -> str:
    """Turn the page of a rule into HTML, its headings two levels below those of the report."""
    _, _, body = without_expectations(rule_page(rule)).partition("\n")
    tokens = _MARKDOWN.parse(body)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1:]) + 2}"
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).disable("link")
