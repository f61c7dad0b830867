"""Which plans and files of a workspace a path refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.decode.table_files import TABLE_SUFFIXES
from generator.diagnostics import Report
from generator.pipeline.analysis import UNITS_FILE, orphaned_versions, plan_files, yml_files
from generator.pipeline.versions import (
    PLAN_FILE,
    VERSIONS_FOLDER,
    plan_of_version,
    version_entries,
    version_files,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans and files that paths refer to, by the paths shown to users.

    Attributes:
        plans: the plans, sorted.
        files: every file whose findings belong to them: their parts, their unit registries.
    """

    plans: tuple[str, ...]
    files: frozenset[str]

    def __bool__(self) -> bool:
        """Whether the paths refer to anything."""
        return bool(self.files)


def scope_of(root: Path, paths: Iterable[Path]) -> Scope:
    """Say what paths in a workspace refer to; they and `root` are absolute and resolved.

    A folder means all plans in it, a plan's file or any of its parts means the plan, and a
    unit registry means itself alone.
    """
    all_plans = plan_files(root)
    not_read = (*yml_files(root), *orphaned_versions(root))
    plans: set[Path] = set()
    files: set[Path] = set()
    for path in paths:
        if path.name == UNITS_FILE and path.is_file():
            files.add(path)
        files.update(
            file for file in not_read if file.is_relative_to(path) or path.is_relative_to(file)
        )
        plans.update(plan for plan in all_plans if _means(path, plan))
    for plan in plans:
        files.update(_files_of(root, plan))
    return Scope(
        tuple(sorted(plan.relative_to(root).as_posix() for plan in plans)),
        frozenset(file.relative_to(root).as_posix() for file in files),
    )


def within(report: Report, scope: Scope) -> Report:
    """Keep of a report what stands in the files of a scope."""
    return Report(
        diagnostics=tuple(d for d in report.diagnostics if d.primary.place.source in scope.files),
        reconciliations=tuple(
            item
            for item in report.reconciliations
            if not item.places or item.places[0].source in scope.files
        ),
        waived=tuple(
            item for item in report.waived if item.diagnostic.primary.place.source in scope.files
        ),
        columns=tuple(item for item in report.columns if item.place.source in scope.files),
    )


def _means(path: Path, plan: Path) -> bool:
    if plan_of_version(path) == plan:
        return True
    if path.is_dir():
        return plan.is_relative_to(path)
    return path == plan or path in _parts(plan)


def _parts(plan: Path) -> Iterator[Path]:
    """List the files split off from a plan, which stand beside its plan.yaml."""
    if plan.name == PLAN_FILE:
        for file in plan.parent.glob("*.yaml"):
            if file.name not in (PLAN_FILE, UNITS_FILE):
                yield file


def _files_of(root: Path, plan: Path) -> Iterator[Path]:
    yield from (plan, *_parts(plan), *version_entries(plan))
    yield plan.parent / VERSIONS_FOLDER
    for version in version_files(plan):
        yield from (version, *_parts(version), version.parent / UNITS_FILE)
    yield from (f for f in plan.parent.rglob("*.*") if f.suffix.lower() in TABLE_SUFFIXES)
    for folder in plan.parents:
        if (folder / UNITS_FILE).is_file():
            yield folder / UNITS_FILE
        if folder == root:
            break
