"""Earlier versions of a plan: whole plans in folders of their own, below the plan's folder.

They are history: read so that they can be compared, and never checked or mended again. What is
wrong with one keeps it out of comparisons and stops nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.r109_unused_waiver import RULE as UNUSED_WAIVER
from generator.checks.r109_unused_waiver import apply_waivers
from generator.decode.rules import UNUSED_VERSION
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.document import STAGES
from generator.quantity.numerals import CHINESE_NUMERALS, read_integer
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.resolve import EarlierVersion, ResolvedPlan

VERSIONS_FOLDER: Final = "versions"
PLAN_FILE: Final = "plan.yaml"
_NUMERALS: Final = re.compile(f"([0-9]+|[{CHINESE_NUMERALS}]+)")
_SHOWN: Final = 4
_WHERE: Final = f"{VERSIONS_FOLDER}里每版一个文件夹，用版本的名称命名，内有{PLAN_FILE}"
_NO_PLAN: Final = (
    f"现在这一版改过名字的，改回{PLAN_FILE}；不小心移走或删去的，放回来；"
    f"里面不是旧版的，把“{VERSIONS_FOLDER}”文件夹换个名字"
)
_CURE: Final = (
    "改正旧版的文件；单位改了名称的，把当时的units.yaml放进旧版的文件夹，"
    "或在单位登记的“former”（曾用名）里写上旧名"
)


def version_entries(plan: Path) -> tuple[Path, ...]:
    """List what stands in the folder of a plan's versions, but for what a system hides."""
    folder = plan.parent / VERSIONS_FOLDER
    if plan.name != PLAN_FILE or not folder.is_dir():
        return ()
    return tuple(sorted(entry for entry in folder.iterdir() if not entry.name.startswith(".")))


def version_files(plan: Path) -> tuple[Path, ...]:
    """List the earlier versions of a plan by its file: versions/<label>/plan.yaml, sorted."""
    return tuple(
        entry / PLAN_FILE for entry in version_entries(plan) if _is_version(entry, plan.parent)
    )


def _is_version(entry: Path, home: Path) -> bool:
    """Whether it is a folder with a plan; a link may not lead out of the plan's folder."""
    file = entry / PLAN_FILE
    return file.is_file() and file.resolve().is_relative_to(home.resolve())


def versions_around(file: Path, plans: Path) -> Path | None:
    """Give the outermost folder of versions that a file lies in.

    A folder of that name right in the folder of all plans is one only beside a plan.
    """
    for folder in reversed(file.parents):
        is_inside = folder.name == VERSIONS_FOLDER and folder.is_relative_to(plans)
        if is_inside and (folder.parent != plans or (plans / PLAN_FILE).is_file()):
            return folder
    return None


def versions_without_plan(folder: str) -> Diagnostic:
    """Say that there is nothing that the versions in a folder are of: they may not stand for it."""
    message = f"“{VERSIONS_FOLDER}”旁边没有{PLAN_FILE}，不知是哪份规划的旧版，没有读"
    label = Label(Span(folder, 1, 1, 1, 1))
    return Diagnostic(UNUSED_VERSION, message, label, hint=_NO_PLAN, level=Severity.ERROR)


def misplaced_versions(plan: Path, root: Path) -> Iterator[Diagnostic]:
    """Find what stands among the versions and is none."""
    folder = plan.parent / VERSIONS_FOLDER
    wrong = [one for one in version_entries(plan) if not _is_version(one, plan.parent)]
    if plan.name == PLAN_FILE and folder.is_file():
        wrong.append(folder)
    for entry in wrong:
        place = Span(entry.relative_to(root).as_posix(), 1, 1, 1, 1)
        message = f"“{entry.relative_to(plan.parent).as_posix()}”不是旧版，没有读"
        yield Diagnostic(UNUSED_VERSION, message, Label(place), hint=_WHERE)


def plan_of_version(path: Path) -> Path | None:
    """Give the file of the plan that a path is, or lies in, an earlier version of."""
    for folder in (path, *path.parents):
        plan = folder.parent / PLAN_FILE
        if folder.name == VERSIONS_FOLDER and plan.is_file():
            return plan
    return None


def unused_version(
    label: str, resolved: ResolvedPlan | None, found: tuple[Diagnostic, ...]
) -> Diagnostic | None:
    """Fold the errors that reading a version found, and that it does not waive, into one finding.

    Nobody edits a version any more: what is merely odd about it is no longer news.
    """
    standing = found if resolved is None else apply_waivers(resolved, found)[0]
    errors = [
        item
        for item in standing
        if item.severity is Severity.ERROR and item.rule is not UNUSED_WAIVER
    ]
    if not errors:
        return None
    first, *others = errors
    related = tuple(Label(item.primary.place, item.message) for item in others[:_SHOWN])
    message = f"旧版“{label}”有{len(errors)}处错误，没有拿来比较：{first.message}"
    return Diagnostic(UNUSED_VERSION, message, first.primary, related, _CURE)


def oldest_first(versions: Iterable[EarlierVersion]) -> tuple[EarlierVersion, ...]:
    """Order versions by 成文日期 if all have one, else by stage, then date, then label."""
    listed = tuple(versions)
    by_stage = not all(_date(one.resolved) for one in listed)
    return tuple(
        sorted(
            listed,
            key=lambda one: (
                _stage(one.resolved) if by_stage else 0,
                str(_date(one.resolved) or ""),
                _natural(one.label),
            ),
        )
    )


def _date(resolved: ResolvedPlan) -> date | None:
    issued = resolved.plan.date_of_issue
    return issued.period.end if issued else None


def _stage(resolved: ResolvedPlan) -> int:
    return STAGES.index(str(resolved.plan.stage)) if resolved.plan.stage in STAGES else -1


def _natural(label: str) -> tuple[tuple[int, str], ...]:
    """Order labels as people count: 第二稿 before 第三稿, 9稿 before 10稿."""
    return tuple(
        (read_integer(part) or 0, "") if number % 2 else (0, part)
        for number, part in enumerate(_NUMERALS.split(label))
    )
