"""Reports on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.cli_terminal import coloured, width, write
from generator.pipeline.scope import within
from generator.reporters import REPORTERS, Outcome
from generator.reporters.line import Line, Role, plain_text
from generator.reporters.text import report_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def outcome_of(analysis: Analysis, scope: Scope, *, show_waived: bool = False) -> Outcome:
    """Cut an analysis down to what was asked about."""
    return Outcome(
        report=within(analysis.report, scope),
        sources=analysis.corpus.sources,
        plans=len(scope.plans),
        show_waived=show_waived,
        width=width(),
    )


def write_outcome(outcome: Outcome, reporter_name: str = "text") -> None:
    """Print a report in the form that was asked for."""
    if reporter_name == "text":
        _write_lines(report_lines(outcome))
        return
    reporter = next(one for one in REPORTERS if one.name == reporter_name)
    write(reporter.render(outcome))


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
