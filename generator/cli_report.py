"""Reports on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.cli_files import refuse_as_target, write_new
from generator.cli_terminal import coloured, width, write
from generator.diagnostics import Severity
from generator.pipeline.scope import within
from generator.reporters import REPORTERS, Outcome, Reporter
from generator.reporters.line import Line, Role, plain_text
from generator.reporters.text import report_lines, summary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.pipeline.analysis import Analysis
    from generator.pipeline.scope import Scope


_STYLES: Final = {
    Role.PLAIN: "",
    Role.PLACE: "bold",
    Role.ERROR: "bold red",
    Role.WARNING: "bold yellow",
    Role.NOTE: "bold cyan",
    Role.WAIVED: "bold",
    Role.GUTTER: "blue",
    Role.RELATED: "blue",
    Role.HINT: "green",
}


def outcome_of(
    analysis: Analysis,
    scope: Scope,
    *,
    show_waived: bool = False,
    show_columns: bool = False,
    fail_on: Severity = Severity.ERROR,
) -> Outcome:
    """Cut an analysis down to what was asked about."""
    titles = {plan.path: str(plan.plan.title) for plan in analysis.corpus.plans}
    return Outcome(
        report=within(analysis.report, scope),
        sources=analysis.corpus.sources,
        plans=len(scope.plans),
        show_waived=show_waived,
        show_columns=show_columns,
        width=width(),
        titles={path: titles.get(path, path) for path in scope.plans},
        fail_on=fail_on,
    )


def write_outcome(
    outcome: Outcome, reporter_name: str = "text", output: Path | None = None
) -> None:
    """Give out a report in the form that was asked for.

    Args:
        outcome: what was found.
        reporter_name: name of a reporter.
        output: the file to write, or None for the screen.

    Raises:
        Refused: the file cannot be one.
        OSError: the file cannot be written.
    """
    if reporter_name == "text" and output is None:
        _write_lines(report_lines(outcome))
        return
    reporter = next(one for one in REPORTERS if one.name == reporter_name)
    text = reporter.render(outcome)
    if output is None:
        write(text)
        return
    write(f"{summary(outcome)}\n")
    write_new(output, text.encode(), reporter.title, example_of(reporter))


def reject_output(reporter_name: str, output: Path) -> None:
    """Refuse a file that cannot be written to, before any work is done for it.

    Raises:
        Refused: it cannot be one.
    """
    reporter = next(one for one in REPORTERS if one.name == reporter_name)
    refuse_as_target(output, example_of(reporter))


def example_of(reporter: Reporter) -> str:
    """Name a file that a report may go to."""
    return f"校核报告.{reporter.suffix}"


def _write_lines(lines: Iterable[Line]) -> None:
    """Write lines of a report, coloured where that is possible."""
    if not coloured():
        write(plain_text(lines))
        return
    # rich takes a tenth of a second to import.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415 -- only on a terminal

    console = Console()
    for line in lines:
        text = Text.assemble(*((one.text, _STYLES[one.role]) for one in line))
        console.print(text, soft_wrap=True, highlight=False)
