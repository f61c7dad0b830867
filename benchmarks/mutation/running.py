"""Analysing changed plans: a folder that holds one plan and its registries, read anew each time."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from benchmarks.mutation.changes import changes_of
from benchmarks.mutation.leaves import PlanText
from generator.diagnostics import Severity
from generator.pipeline.analysis import CONFIGURATION, PLANS_FOLDER, UNITS_FILE, analyze
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from benchmarks.mutation.changes import Change
    from generator.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change.

    Attributes:
        plan: the file that was changed.
        line: where, from 1.
        change: the change.
        caught_by: codes of the findings that touch the changed place, "" for none.
        elsewhere: codes of the warnings that the change raised in other places.
        notes: codes of the notes that touch it; they do not count.
    """

    plan: str
    line: int
    change: Change
    caught_by: str
    elsewhere: str
    notes: str

    @property
    def caught(self) -> bool:
        """Whether an error or warning points at the change."""
        return bool(self.caught_by)


class Bench:
    """One plan in a folder of its own; use as a context."""

    def __init__(self, root: Path, folder: str, file: str) -> None:
        """Copy the folder of a plan with the registry above it; `file` is what will be changed."""
        self._home = Path(tempfile.mkdtemp())
        plans = self._home / PLANS_FOLDER
        shutil.copytree(root / PLANS_FOLDER / folder, plans / folder)
        shutil.copy(root / PLANS_FOLDER / UNITS_FILE, plans)
        shutil.copy(root / CONFIGURATION, self._home)
        self._file = self._home / file
        self.path = file
        self.text = self._file.read_text(encoding="utf-8")

    def __enter__(self) -> Self:
        """Give the bench."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Remove the folder."""
        shutil.rmtree(self._home)

    def unchanged(self) -> tuple[Diagnostic, ...]:
        """Give the errors and warnings of the plan as it stands."""
        return analyze(self._home).report.at_least(Severity.WARNING)

    def outcome(self, change: Change) -> Outcome:
        """Make a change, check the plan, and put the file back."""
        changed = self.text[: change.start] + change.after + self.text[change.end :]
        self._file.write_text(changed, encoding="utf-8")
        report = analyze(self._home).report
        self._file.write_text(self.text, encoding="utf-8")
        loud = report.at_least(Severity.WARNING)
        low, high = _lines(changed, change.reach)
        touching = [item for item in report.diagnostics if _touches(self.path, item, low, high)]
        return Outcome(
            self.path,
            self.text.count("\n", 0, change.start) + 1,
            change,
            _codes(item for item in touching if item.severity >= Severity.WARNING),
            _codes(item for item in loud if item not in touching),
            _codes(item for item in touching if item.severity < Severity.WARNING),
        )


def changes_in(root: Path, file: str) -> tuple[Change, ...]:
    """List the changes of a file of a workspace."""
    return changes_of(PlanText(file, (root / file).read_text(encoding="utf-8")))


def _codes(found: Iterable[Diagnostic]) -> str:
    return " ".join(dict.fromkeys(item.rule.code for item in found))


def _lines(text: str, reach: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give line and column of both ends of a stretch; an empty one reaches one character on."""
    start, end = reach[0], max(reach[1], reach[0] + 1)
    return _position(text, start), _position(text, end)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _touches(path: str, finding: Diagnostic, low: tuple[int, int], high: tuple[int, int]) -> bool:
    """Whether the primary or a related place of a finding overlaps a stretch of the file."""
    for label in (finding.primary, *finding.related):
        place = label.place
        if isinstance(place, Span) and place.source == path:
            start, end = (place.line, place.column), (place.end_line, place.end_column)
            if start < high and low < max(end, (start[0], start[1] + 1)):
                return True
    return False
