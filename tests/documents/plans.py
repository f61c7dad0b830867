"""Plans for the tests of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pipeline.analysis import analyze
from tests.workspaces import UNITS, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.resolve import ResolvedPlan


def plans_from(root: Path, texts: dict[str, str], units: str = UNITS) -> tuple[ResolvedPlan, ...]:
    """Give the plans of some texts by identifier, in which nothing is amiss."""
    write_workspace(root, texts)
    write(root / "plans" / "units.yaml", units)
    analysis = analyze(root)
    assert not analysis.failed, analysis.report.diagnostics
    return analysis.corpus.plans


def plan_from(root: Path, text: str, units: str = UNITS) -> ResolvedPlan:
    """Give the plan of a text in which nothing is amiss."""
    (plan,) = plans_from(root, {"lvdao": text}, units)
    return plan
