"""Findings and what was verified: values that reporters render, never rendered here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from generator.source import Span

if TYPE_CHECKING:
    from generator.quantity import Verdict
    from generator.source import Place


class Severity(IntEnum):
    """How much a finding weighs; errors stop export and site."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The English word used in reports and on the command line."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The Chinese word shown to drafters."""
        return {1: "提示", 2: "警告", 3: "错误"}[int(self)]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that the program finds.

    Attributes:
        code: stable, never reused: a letter for the area and three digits.
        name: English kebab-case name of the pattern, as in “allow duplicate-key”.
        title: the pattern in Chinese, a few words.
        severity: weight unless a finding says otherwise.
    """

    code: str
    name: str
    title: str
    severity: Severity = Severity.ERROR

    @property
    def page(self) -> str:
        """File name of the rule's page, without its folder."""
        return f"{self.code.lower()}_{self.name.replace('-', '_')}.md"


@dataclass(frozen=True, slots=True)
class Label:
    """A place and the word that stands at it in a report."""

    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        rule: the pattern found.
        message: one Chinese sentence with both figures and the gap, without a final stop.
        primary: where to look first.
        related: every other place that takes part.
        hint: the cure, in Chinese, or "".
        severity: the rule's unless the text's own hedge decides (必须, 原则上).
    """

    rule: Rule
    message: str
    primary: Label
    related: tuple[Label, ...] = ()
    hint: str = ""
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        """The weight of this finding."""
        return self.rule.severity if self.level is None else self.level


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A relation between figures that was worked out, whether it held or not.

    Attributes:
        rule: the rule that looked.
        subject: what was compared, in Chinese.
        stated: the figure as the author wrote it.
        computed: the figure that the others give.
        working: the calculation with its numbers.
        verdict: 成立, 矛盾 or 未定.
        places: the stated figure first, then each term.
        difference: how far apart the two are, with the unit, or "" if they meet.
    """

    rule: Rule
    subject: str
    stated: str
    computed: str
    working: str
    verdict: Verdict
    places: tuple[Place, ...] = ()
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the office decided to keep, with its reason, and until when, or ""."""

    diagnostic: Diagnostic
    reason: str
    approved_by: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """How the head of a column was read.

    Attributes:
        table: the table's name.
        column: the column's name.
        holds: what its cells are, in the word that drafters write: 地区, 数值, 备注.
        inferred: whether that was read from the name.
        period: the period of its figures as written, or "".
        unit: the unit of its numbers without one, or "".
        place: where the name stands.
        table_place: where the table stands.
    """

    table: str
    column: str
    holds: str
    inferred: bool
    period: str
    unit: str
    place: Place
    table_place: Place


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted by place, all that was verified, how tables were read."""

    diagnostics: tuple[Diagnostic, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    waived: tuple[Waived, ...] = ()
    columns: tuple[ColumnReading, ...] = ()

    def at_least(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Give the findings of this weight or more."""
        return tuple(item for item in self.diagnostics if item.severity >= severity)

    def count(self, severity: Severity) -> int:
        """Count the findings of exactly this weight."""
        return sum(item.severity is severity for item in self.diagnostics)

    def is_waived(self, item: Reconciliation) -> bool:
        """Say whether a finding about a relation is kept on purpose."""
        return any(
            kept.diagnostic.rule is item.rule and kept.diagnostic.primary.place in item.places
            for kept in self.waived
        )


def in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Sort by file, line, column and code, and drop exact repeats."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_sort_key))


def _sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    place = diagnostic.primary.place
    row = place.line if isinstance(place, Span) else place.row
    return (place.source, row, place.column, diagnostic.rule.code, diagnostic.message)
