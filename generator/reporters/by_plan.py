"""A report cut up by plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Report

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Reconciliation, Waived
    from generator.reporters.outcome import Outcome

_OWN_FOLDER: Final = "/plan.yaml"


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What was found and verified in one plan, or in a file that belongs to none.

    Attributes:
        path: the plan's file, as shown to users.
        title: its title, or its path.
        report: its own findings and reconciliations.
        is_plan: whether it is one of the plans checked.
    """

    path: str
    title: str
    report: Report
    is_plan: bool = True


def by_plan(outcome: Outcome) -> tuple[PlanReport, ...]:
    """Cut a report up: every plan checked, then the other files with findings, by path."""
    report = outcome.report
    homes = sorted(outcome.titles, key=len, reverse=True)

    def owner(source: str) -> str:
        return next((path for path in homes if _belongs(source, path)), source)

    diagnostics: dict[str, list[Diagnostic]] = {}
    for finding in report.diagnostics:
        diagnostics.setdefault(owner(finding.primary.place.source), []).append(finding)
    waived: dict[str, list[Waived]] = {}
    for kept in report.waived:
        waived.setdefault(owner(kept.diagnostic.primary.place.source), []).append(kept)
    verified: dict[str, list[Reconciliation]] = {}
    for item in report.reconciliations:
        source = item.places[0].source if item.places else ""
        verified.setdefault(owner(source), []).append(item)
    others = sorted({*diagnostics, *waived, *verified} - set(outcome.titles))
    return tuple(
        PlanReport(
            path,
            outcome.titles.get(path, path),
            Report(
                tuple(diagnostics.get(path, ())),
                tuple(verified.get(path, ())),
                tuple(waived.get(path, ())),
            ),
            path in outcome.titles,
        )
        for path in (*outcome.titles, *others)
    )


def _belongs(source: str, plan: str) -> bool:
    """Say whether a file is a plan's own: the plan itself, or in the folder that it fills."""
    if plan.endswith(_OWN_FOLDER):
        return source.startswith(plan.removesuffix(_OWN_FOLDER[1:]))
    return source == plan
