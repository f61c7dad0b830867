"""What figures does and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.figure_audit import audit
from generator.checks.stated_figures import stated_figures
from generator.cli_files import refuse_as_target, write_new
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import complain, write
from generator.cli_workspace import scope_of_plan, workspace_of_plan
from generator.pipeline.analysis import analyze
from generator.reporters.figures import FIGURE_FORMS, FigureList

if TYPE_CHECKING:
    from pathlib import Path


def list_figures(name: str, form_name: str, output: Path | None) -> bool:
    """Print or write the figures of a plan, given by path or identifier; say if it can be read.

    Raises:
        Refused: no such plan, or no place to write to.
        OSError: a file cannot be read or written.
    """
    form = next(one for one in FIGURE_FORMS if one.name == form_name)
    example = f"数字.{form.suffix}"
    if output:
        refuse_as_target(output, example)
    analysis = analyze(workspace_of_plan(name))
    scope = scope_of_plan(analysis, name)
    outcome = outcome_of(analysis, scope)
    found = next((plan for plan in analysis.corpus.plans if plan.path in scope.plans), None)
    if found is None:
        write_outcome(outcome)
        complain("没有列出数字。请先改正上面的错误")
        return False
    listed = FigureList(
        found.path,
        str(found.plan.title),
        stated_figures(found),
        tuple(use for document in found.documents for use in audit(document)),
        outcome.report,
    )
    text = form.render(listed)
    if output:
        write_new(output, text.encode(), form.title, example)
    else:
        write(text)
    return True
