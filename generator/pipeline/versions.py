"""Earlier versions of a plan: whole plans in folders of their own, below the plan's folder.

They are history: read so that they can be compared, and never checked or mended again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.r109_unused_waiver import RULE as UNUSED_WAIVER
from generator.checks.r109_unused_waiver import apply_waivers
from generator.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.resolve import EarlierVersion, ResolvedPlan

VERSIONS_FOLDER: Final = "versions"
PLAN_FILE: Final = "plan.yaml"
_STAGES: Final = ("草稿", "征求意见稿", "送审稿", "报批稿", "已印发", "已废止")


def version_files(plan: Path) -> tuple[Path, ...]:
    """List the earlier versions of a plan by its file: versions/<label>/plan.yaml, sorted."""
    if plan.name != PLAN_FILE:
        return ()
    return tuple(sorted((plan.parent / VERSIONS_FOLDER).glob(f"*/{PLAN_FILE}")))


def plan_of_version(path: Path) -> Path | None:
    """Give the file of the plan that a path is, or lies in, an earlier version of."""
    for folder in (path, *path.parents):
        plan = folder.parent / PLAN_FILE
        if folder.name == VERSIONS_FOLDER and plan.is_file():
            return plan
    return None


def errors_in(
    resolved: ResolvedPlan | None, found: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """Keep of what reading a version found the errors that it does not waive itself.

    Nobody edits a version any more: what is merely odd about it is no longer news.
    """
    standing = found if resolved is None else apply_waivers(resolved, found)[0]
    errors = (item for item in standing if item.rule is not UNUSED_WAIVER)
    return tuple(item for item in errors if item.severity is Severity.ERROR)


def oldest_first(versions: Iterable[EarlierVersion]) -> tuple[EarlierVersion, ...]:
    """Order versions by 成文日期 if all have one, else by stage and label."""
    listed = tuple(versions)
    dates = [_date(one.resolved) for one in listed]
    if all(dates):
        return tuple(sorted(listed, key=lambda one: (str(_date(one.resolved)), one.label)))
    return tuple(sorted(listed, key=lambda one: (_stage(one.resolved), one.label)))


def _date(resolved: ResolvedPlan) -> date | None:
    issued = resolved.plan.date_of_issue
    return issued.period.end if issued else None


def _stage(resolved: ResolvedPlan) -> int:
    return _STAGES.index(str(resolved.plan.stage)) if resolved.plan.stage in _STAGES else -1
