"""What reporters render."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Report
    from generator.source import SourceFile


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of checking found, and what is needed to show it.

    Attributes:
        report: findings and reconciliations, sorted by place.
        sources: the files read, by the path shown to users, for excerpts.
        plans: how many plans were checked.
        show_waived: whether waived findings are listed one by one.
        show_columns: whether it is listed how the columns of the tables were read.
        width: terminal columns that excerpts are cut to.
        titles: the title of each plan checked, by its path; the path itself if it has none.
        fail_on: from which weight on a finding fails the run.
    """

    report: Report
    sources: Mapping[str, SourceFile]
    plans: int
    show_waived: bool = False
    show_columns: bool = False
    width: int = 100
    titles: Mapping[str, str] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
