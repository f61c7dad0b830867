"""The report as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.diagnostics import Severity
from generator.reporters.text import summary
from generator.reporters.wording import finding_lines, place_words
from generator.source import Span

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.reporters.outcome import Outcome
    from generator.source import Place

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(outcome: Outcome) -> str:
    """Render every finding as a command, and the summary as a line of the log."""
    lines = [_command(diagnostic) for diagnostic in outcome.report.diagnostics]
    return "".join(f"{line}\n" for line in (*lines, summary(outcome)))


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.primary.place
    rule = diagnostic.rule
    properties = {**_position(place), "title": f"{rule.code} {rule.title}"}
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    lines = list(finding_lines(diagnostic))
    if not isinstance(place, Span):
        lines.insert(0, place_words(place))
    data = "\n".join(lines).translate(_DATA)
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{data}"


def _position(place: Place) -> dict[str, str]:
    """Give file, line and columns; columns only on one line, as GitHub takes them."""
    if not isinstance(place, Span):
        return {"file": place.source}
    position = {"file": place.source, "line": str(place.line)}
    if place.end_line != place.line:
        return {**position, "endLine": str(place.end_line)}
    return {**position, "col": str(place.column), "endColumn": str(place.end_column)}
