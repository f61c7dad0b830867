"""Two versions of a plan, clause by clause and figure by figure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.comparison.facts import fact_changes
from generator.comparison.figures import figure_changes
from generator.comparison.kinds import Kind
from generator.comparison.matching import matches
from generator.comparison.pairing import Named, moved, pairs
from generator.comparison.statements import Line, statements
from generator.comparison.words import Segment, segments
from generator.documents.draft import carried_text
from generator.documents.parts import is_formal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.comparison.facts import FactChange
    from generator.comparison.figures import FigureChange
    from generator.comparison.matching import Match
    from generator.comparison.statements import Statement
    from generator.resolve import ResolvedPlan


_BEGINNING: Final = 60


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


class LineChange(NamedTuple):
    """A paragraph, heading or cell that changed: the old reading against the new one.

    Attributes:
        segments: the readings, cut into what is the same and what is not.
        label: the head that it stands under in a table, "" in a text.
        is_moved: the same words at another place of the clause.
    """

    segments: tuple[Segment, ...]
    label: str = ""
    is_moved: bool = False


class ClauseChange(NamedTuple):
    """A clause or table row that is not the same in two versions.

    Attributes:
        kind: what became of it.
        place: where it stands: in the new version, or in the old one if it is gone.
        old_place: where it stood, if that reads otherwise; else "".
        lines: what changed of its own text; how it begins if it only moved.
        is_moved: whether it stands at another place in the order, or in another clause.
    """

    kind: Kind
    place: str
    old_place: str
    lines: tuple[LineChange, ...]
    is_moved: bool = False


class Comparison(NamedTuple):
    """What changed from one version to the next.

    Attributes:
        old: the old version.
        new: the new version.
        facts: what changed of what the document says of itself.
        clauses: the clauses and table rows that changed, in the order of the new version.
        unchanged_clauses: how many did not.
        figures: the figures that changed.
        unchanged_figures: how many did not.
    """

    old: Version
    new: Version
    facts: tuple[FactChange, ...]
    clauses: tuple[ClauseChange, ...]
    unchanged_clauses: int
    figures: tuple[FigureChange, ...]
    unchanged_figures: int

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return not (self.facts or self.clauses or self.figures)

    @property
    def plans(self) -> tuple[ResolvedPlan, ResolvedPlan]:
        """Both plans, the old one first."""
        return self.old.resolved, self.new.resolved


def compare(old: Version, new: Version, *, is_public: bool = False) -> Comparison:
    """Compare two versions of a plan; of a 公文 that issues a plan with a bare plan, the plans.

    Args:
        old: the old version.
        new: the new one.
        is_public: leave out what names other plans, which the public may not know of.
    """
    before, after = _alike(old.resolved, new.resolved)
    found = matches(statements(before), statements(after))
    clauses = [_change(match) for match in found if _speaks(match)]
    changed = tuple(one for one in clauses if one)
    figures = figure_changes(before, after, is_public=is_public)
    return Comparison(
        old,
        new,
        fact_changes(before, after, is_public=is_public),
        changed,
        len(clauses) - len(changed),
        figures.changes,
        figures.unchanged,
    )


def counted(changes: Iterable[ClauseChange | FigureChange]) -> tuple[tuple[Kind, int], ...]:
    """Count changes by their kind, in the order of kinds, those that occur."""
    counts = Counter(one.kind for one in changes)
    return tuple((kind, counts[kind]) for kind in Kind if counts[kind])


def _alike(old: ResolvedPlan, new: ResolvedPlan) -> tuple[ResolvedPlan, ResolvedPlan]:
    if is_formal(old) == is_formal(new):
        return old, new
    return carried_text(old) or old, carried_text(new) or new


def _speaks(match: Match) -> bool:
    """Whether there is any text of its own, which a mere part of a document has not."""
    return any(one and (one.heading or one.lines) for one in (match.old, match.new))


def _change(match: Match) -> ClauseChange | None:
    old, new = match.old, match.new
    lines = (*_heading(old, new), *_lines(old.lines if old else (), new.lines if new else ()))
    place, old_place = _places(match)
    if old is None or new is None:
        return ClauseChange(Kind.ADDED if old is None else Kind.REMOVED, place, "", lines)
    if not lines and not match.is_moved:
        return None
    if lines:
        return ClauseChange(Kind.CHANGED, place, old_place, lines, match.is_moved)
    return ClauseChange(Kind.MOVED, place, old_place, _beginning(new), match.is_moved)


def _beginning(one: Statement) -> tuple[LineChange, ...]:
    """Give how something begins that only moved, so that readers know which it is."""
    first = one.lines[0] if one.lines else Line(one.heading)
    is_cut = len(first.text) > _BEGINNING or len(one.lines) > 1
    text = f"{first.text[:_BEGINNING]}{'…' if is_cut else ''}"
    return (LineChange((Segment(text, text),), first.label),)


def _places(match: Match) -> tuple[str, str]:
    """Say where it stands and, if that changed, where it stood; the clause around it if it left."""
    old, new = match.old, match.new
    if not (old and new):
        one = new or old
        return (one.place if one else "", "")
    if match.is_moved and old.above != new.above:
        return _within(new), _within(old)
    # another number is no change of its own
    is_renamed = old.heading != new.heading or match.is_moved
    return new.place, old.place if is_renamed and old.place != new.place else ""


def _within(one: Statement) -> str:
    return f"{one.place}（在“{one.above}”下）" if one.above else one.place


def _heading(old: Statement | None, new: Statement | None) -> Iterator[LineChange]:
    before, after = old.heading if old else "", new.heading if new else ""
    if before != after:
        yield LineChange(segments(before, after))


def _lines(old: tuple[Line, ...], new: tuple[Line, ...]) -> Iterator[LineChange]:
    """Go through the paragraphs or cells that changed, or changed places."""
    found = pairs([_named(line) for line in old], [_named(line) for line in new])
    others = moved(found)
    for pair in found:
        before = Line("") if pair.old is None else old[pair.old]
        after = Line("") if pair.new is None else new[pair.new]
        is_moved = pair in others
        if before.text != after.text or is_moved:
            found_words = segments(before.text, after.text)
            yield LineChange(found_words, after.label or before.label, is_moved)


def _named(line: Line) -> Named:
    return Named(line.label, line.text)
