"""Who takes a figure up: the texts that set work, and the texts that only state goals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.alignment import alignments
from generator.checks.figure_audit import FigureState, unbound_uses
from generator.resolve.anchors import all_anchored_blocks, goal_anchor
from generator.resolve.periods import figures_of
from generator.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.content import Block
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan
    from generator.text import Text

_WORK = ("project-", "measure-")
_ROW = "task-"


class Uptake(NamedTuple):
    """What the texts of a document, and of the documents in it, state.

    Attributes:
        work: the figures that work is to bring about: in projects, measures, rows, goals,
            clauses with units of their own, tables.
        goals: the figures that other texts of the body state.
        rows: the figures that the responsibility table states.
        vague: the figures that some work takes up without a number.
        stated: the names of the indicators that any of these figures belong to.
        sets_work: whether the document has projects, measures, rows or goals at all.
        tables: the names of the indicators that tables hold.
        is_known: whether every name in `targets` leads to an indicator; otherwise what seems to
            be missing is most likely only misspelt.
    """

    work: tuple[Figure, ...]
    goals: tuple[Figure, ...]
    rows: tuple[Figure, ...]
    vague: tuple[Figure, ...]
    stated: frozenset[str]
    sets_work: bool
    tables: frozenset[str]
    is_known: bool

    @property
    def is_judged(self) -> bool:
        """Whether it can be said of the document what no work takes up."""
        return self.sets_work and self.is_known

    def states(self, indicator: Indicator) -> bool:
        """Say whether anything that is printed states a figure of an indicator."""
        return str(indicator.name) in self.stated | self.tables


@lru_cache(maxsize=16)
def uptake(resolved: ResolvedPlan) -> Uptake:
    """Sort the figures of all texts; several checks ask for the same plan.

    The cache changes no outcome: a resolved plan is frozen and equal to itself only.
    """
    work: list[Figure] = []
    goals: list[Figure] = []
    rows: list[Figure] = []
    vague: list[Figure] = []
    tables: set[str] = set()
    sets_work, is_known = False, True
    for document in resolved.documents:
        plan = document.plan
        blocks = tuple(all_anchored_blocks(plan))
        working = _working_anchors(document, blocks)
        in_text = any(block.goals for _, block in blocks)
        sets_work |= bool(plan.tasks or plan.projects or plan.measures or in_text)
        is_known = is_known and all(_is_known(document, name) for name in _targets(document))
        for table in plan.tables:
            tables |= {figure.key.indicator for _, _, figure in table.body.figures}
        for anchor, figure, is_number in _statements(document):
            if not is_number:
                vague.append(figure)
            elif anchor.startswith(_ROW):
                rows.append(figure)
            elif anchor in working:
                work.append(figure)
            else:
                goals.append(figure)
    return Uptake(
        tuple(work),
        tuple(goals),
        tuple(rows),
        tuple(vague),
        frozenset(str(figure.key.indicator) for figure in (*work, *goals, *rows, *vague)),
        sets_work,
        frozenset(tables),
        is_known,
    )


def _statements(document: ResolvedPlan) -> Iterator[tuple[str, Figure, bool]]:
    """Give the figures that texts state, by `targets` or plainly, and whether as a number."""
    for alignment in alignments(document):
        for bound in alignment.bound:
            if bound.number:
                is_number = bound.agrees or not bound.number.quantity.vague
                yield alignment.place.anchor, bound.figure, is_number
    for use in unbound_uses(document):
        if use.state is FigureState.MATCHED and use.figure and isinstance(use.place, Span):
            yield use.anchor, use.figure, True


def _targets(document: ResolvedPlan) -> Iterator[Text]:
    for step in document.steps:
        yield from step.work.targets.items
    for attachment in document.plan.attachments:
        yield from attachment.targets.items


def _is_known(document: ResolvedPlan, target: Text) -> bool:
    name, _, period = target.partition("@")
    match = document.indicators.find(name)
    return match is not None and (not period or bool(figures_of(match.value, period)))


def _working_anchors(
    document: ResolvedPlan, blocks: tuple[tuple[str, Block], ...]
) -> frozenset[str]:
    """Name the projects, measures and goals, and the clauses that have units of their own."""
    found = []
    for anchor, block in blocks:
        goals = [goal_anchor(anchor, goal, n) for n, goal in enumerate(block.goals, start=1)]
        has_units = bool(document.duties.get(anchor))
        if anchor.startswith(_WORK) or has_units:
            found.append(anchor)
        found += goals
    return frozenset(found)
