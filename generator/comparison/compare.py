"""Two versions of a plan, clause by clause and figure by figure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.comparison.figures import figure_changes
from generator.comparison.kinds import Kind
from generator.comparison.pairing import Named, moved, pairs
from generator.comparison.statements import statements
from generator.comparison.words import segments
from generator.documents.draft import carried_text
from generator.documents.parts import is_formal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.comparison.figures import FigureChange
    from generator.comparison.pairing import Pair
    from generator.comparison.statements import Statement
    from generator.comparison.words import Segment
    from generator.resolve import ResolvedPlan


class Version(NamedTuple):
    """A version as readers tell it from the others.

    Attributes:
        resolved: the plan.
        label: what the version is called, where it has a name of its own: its folder's.
    """

    resolved: ResolvedPlan
    label: str = ""

    @property
    def title(self) -> str:
        """The title of the plan."""
        return str(self.resolved.plan.title)

    @property
    def name(self) -> str:
        """Its label, stage, number and date, as far as they are known."""
        plan = self.resolved.plan
        date = str(plan.date_of_issue.text) if plan.date_of_issue else ""
        facts = (self.label, str(plan.stage or ""), str(plan.document_number or ""), date)
        return "，".join(dict.fromkeys(fact for fact in facts if fact)) or self.title


class ClauseChange(NamedTuple):
    """A clause or group of table rows that is not the same in two versions.

    Attributes:
        kind: what became of it.
        old: as it was, or None.
        new: as it is, or None.
        lines: the paragraphs that changed, the old reading against the new one.
        is_moved: whether it stands at another place in the order.
    """

    kind: Kind
    old: Statement | None
    new: Statement | None
    lines: tuple[tuple[Segment, ...], ...]
    is_moved: bool = False

    @property
    def place(self) -> str:
        """Where it stands: in the new version, or in the old one if it is gone."""
        one = self.new or self.old
        return one.place if one else ""

    @property
    def old_place(self) -> str:
        """Where it stood, if that reads otherwise; "" if it does not."""
        return self.old.place if self.old and self.new and self.old.place != self.place else ""


class Comparison(NamedTuple):
    """What changed from one version to the next.

    Attributes:
        old: the old version.
        new: the new version.
        clauses: the clauses and table rows that changed, in the order of the new version.
        unchanged_clauses: how many did not.
        figures: the figures that changed.
        unchanged_figures: how many did not.
    """

    old: Version
    new: Version
    clauses: tuple[ClauseChange, ...]
    unchanged_clauses: int
    figures: tuple[FigureChange, ...]
    unchanged_figures: int

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return not self.clauses and not self.figures


def compare(old: Version, new: Version) -> Comparison:
    """Compare two versions of a plan; of a 公文 that issues a plan with a bare plan, the plans."""
    before, after = _alike(old.resolved, new.resolved)
    earlier, later = statements(before), statements(after)
    found = pairs([one.named for one in earlier], [one.named for one in later])
    others = moved(found)
    clauses = [_change(pair, earlier, later, is_moved=pair in others) for pair in found]
    changed = tuple(one for one in clauses if one)
    figures = figure_changes(before, after)
    return Comparison(
        old, new, changed, len(clauses) - len(changed), figures.changes, figures.unchanged
    )


def counted(changes: Iterable[ClauseChange | FigureChange]) -> tuple[tuple[Kind, int], ...]:
    """Count changes by their kind, in the order of kinds, those that occur."""
    counts = Counter(one.kind for one in changes)
    return tuple((kind, counts[kind]) for kind in Kind if counts[kind])


def _alike(old: ResolvedPlan, new: ResolvedPlan) -> tuple[ResolvedPlan, ResolvedPlan]:
    if is_formal(old) == is_formal(new):
        return old, new
    return carried_text(old) or old, carried_text(new) or new


def _change(
    pair: Pair, earlier: tuple[Statement, ...], later: tuple[Statement, ...], *, is_moved: bool
) -> ClauseChange | None:
    old = None if pair.old is None else earlier[pair.old]
    new = None if pair.new is None else later[pair.new]
    lines = tuple(_lines(old.lines if old else (), new.lines if new else ()))
    if old is None or new is None:
        return ClauseChange(Kind.ADDED if old is None else Kind.REMOVED, old, new, lines)
    if not lines and not is_moved:
        return None
    return ClauseChange(Kind.CHANGED if lines else Kind.MOVED, old, new, lines, is_moved)


def _lines(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[Segment, ...]]:
    """Go through the paragraphs that changed."""
    for pair in pairs(_named(old), _named(new)):
        before = "" if pair.old is None else old[pair.old]
        after = "" if pair.new is None else new[pair.new]
        if before != after:
            yield segments(before, after)


def _named(lines: tuple[str, ...]) -> list[Named]:
    """Let a heading be found again as the heading, other lines by what they say."""
    return [Named("" if number else "heading", line) for number, line in enumerate(lines)]
