"""How much a breach weighs: as much as the plan sets the figure firmly.

必须 and 应当, or 约束性 of the indicator, make it an error; 原则上, 力争 and 一般 at most a
warning. The hedge stands beside the figure or in the sentence that states it. Where figures of
one finding are set differently, the firmest counts.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.checks.alignment import alignments
from generator.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Finding, Findings
    from generator.model.figures import Figure
    from generator.quantity import Quantity
    from generator.resolve import Corpus, ResolvedPlan
    from generator.source import Place

_BINDING = "约束性"
# whether what is said about a place binds; a place of which nothing is said is not there
_Said = dict["Place", bool]


class Firmness:
    """How firmly the figures of plans and of the documents in them are set, by place."""

    def __init__(self, *plans: ResolvedPlan) -> None:
        """Look at nothing yet: most plans have no finding to weigh."""
        self._documents = tuple(document for plan in plans for document in plan.documents)

    def weighed(self, findings: Findings) -> Iterator[Finding]:
        """Give findings about figures the weight that these figures ask for."""
        for finding in findings:
            yield self._weigh(finding) if isinstance(finding, Diagnostic) else finding

    def _weigh(self, diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.severity is Severity.NOTE:
            # a note tells what may well be right
            return diagnostic
        said = self._said_of(diagnostic)
        if True in said:
            return replace(diagnostic, level=Severity.ERROR)
        if False in said:
            return replace(diagnostic, level=min(diagnostic.severity, Severity.WARNING))
        return diagnostic

    def _said_of(self, diagnostic: Diagnostic) -> set[bool | None]:
        """Collect what is said of the figures; other sentences say nothing of one at fault."""
        primary = diagnostic.primary.place
        figures = [primary, *(label.place for label in diagnostic.related)]
        said = {self._figures.get(place) for place in figures}
        if primary in self._prose:
            return said | {self._prose[primary]}
        return said | {self._sentences.get(place) for place in figures}

    @cached_property
    def _figures(self) -> _Said:
        """What stands beside the figures of indicators and tables, and 约束性."""
        said: _Said = {}
        for document in self._documents:
            for indicator in document.plan.indicators:
                for figure in indicator.stated:
                    _note(said, figure.span, figure.stated.quantity)
                    _note_nature(said, document, figure)
            for table in document.plan.tables:
                for row, column, figure in table.body.figures:
                    for place in (figure.span, table.body.rows[row].cells[column].place):
                        _note(said, place, figure.stated.quantity)
                    _note_nature(said, document, figure)
        return said

    @cached_property
    def _sentences(self) -> _Said:
        """What the sentences say that state a figure of an indicator."""
        said: _Said = {}
        for document in self._documents:
            for alignment in alignments(document):
                for bound in alignment.bound:
                    if bound.number:
                        _note(said, bound.figure.span, bound.number.quantity)
        return said

    @cached_property
    def _prose(self) -> dict[Place, bool | None]:
        """What each number of the prose says with its sentence; None if nothing."""
        return {
            number.text.place: number.quantity.hedge and number.quantity.hedge.binding
            for document in self._documents
            for alignment in alignments(document)
            for number in alignment.numbers
        }


def weighed_across(corpus: Corpus, findings: Findings) -> Iterator[Finding]:
    """Weigh findings that compare plans; only the plans that one is about are looked at."""
    known: dict[tuple[str, ...], Firmness] = {}
    for finding in findings:
        if not isinstance(finding, Diagnostic):
            yield finding
            continue
        labels = (finding.primary, *finding.related)
        sources = {label.place.source for label in labels}
        plans = [plan for plan in corpus.plans if not sources.isdisjoint(plan.roots)]
        key = tuple(plan.path for plan in plans)
        firmness = known.setdefault(key, Firmness(*plans))
        yield from firmness.weighed(iter((finding,)))


def _note(said: _Said, place: Place, quantity: Quantity) -> None:
    if quantity.hedge is not None:
        said[place] = said.get(place, False) or quantity.hedge.binding


def _note_nature(said: _Said, document: ResolvedPlan, figure: Figure) -> None:
    match = document.indicators.find(figure.key.indicator)
    if match and match.value.nature == _BINDING:
        said[figure.span] = True
