"""T130: a deadline that the text of its own record states otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule
from generator.model.content import with_clauses
from generator.quantity import PeriodKind, find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.frame import Findings
    from generator.model.content import Duties
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("T130", "due-against-text", "时限与正文所写不同")
_HINT: Final = "核对后改成一致"
# what limits when something is done; a year alone may say anything
_LIMITS: Final = (PeriodKind.BY, PeriodKind.WITHIN, PeriodKind.EVENT, PeriodKind.EACH_BY)
_END_OF_YEAR: Final = (12, 31)


def find(resolved: ResolvedPlan) -> Findings:
    """Pair what is left over of the deadlines with what is left over in the text, kind by kind."""
    for duties, texts in _records(resolved):
        if not duties.due:
            continue
        stated = [_Written(words, period) for text in texts for words, period in _periods(text)]
        free = [w for w in stated if not any(_same(w.period, due.period) for due in duties.due)]
        for due in duties.due:
            if any(_same(written.period, due.period) for written in stated):
                continue
            meant = next((w for w in free if _comparable(w.period, due.period)), None)
            if meant:
                free.remove(meant)
                yield _finding(due, meant)


class _Written:
    """A period of a text."""

    def __init__(self, words: Text, period: Period) -> None:
        self.words = words
        self.period = period


def _records(resolved: ResolvedPlan) -> Iterator[tuple[Duties, Sequence[Text]]]:
    plan = resolved.plan
    attached = [block for item in plan.attachments for block in item.blocks]
    for block in with_clauses((*plan.sections, *plan.projects, *plan.measures, *attached)):
        yield block, [paragraph.text for paragraph in block.text]
        yield from ((goal, [goal.text]) for goal in block.goals)
    for task in plan.tasks:
        yield task, [paragraph.text for paragraph in task.content]
        yield from ((goal, [goal.text]) for goal in task.goals)


def _periods(text: Text) -> Iterator[tuple[Text, Period]]:
    for mention in find_periods(str(text)):
        if mention.period.kind in _LIMITS:
            yield text.part(mention.start, mention.end), mention.period


def _same(one: Period, other: Period) -> bool:
    """Say whether two mean the same day; one of them may leave out the year (8月10日前)."""
    if one == other or one.matches(other):
        return True
    days = [period.month_day or _day(period) for period in (one, other)]
    return days[0] == days[1] is not None and bool(one.month_day or other.month_day)


def _day(period: Period) -> tuple[int, int] | None:
    return (period.end.month, period.end.day) if period.end else None


def _comparable(one: Period, other: Period) -> bool:
    """Say whether both limit time in one way: a day, a length, or days around one event."""
    if one.kind is PeriodKind.WITHIN or other.kind is PeriodKind.WITHIN:
        return one.kind is other.kind
    if one.event or other.event:
        return (one.event, one.relation) == (other.event, other.relation)
    # a milestone in the text (到2027年) is no second deadline beside a day of the year
    return (_day(one) == _END_OF_YEAR) is (_day(other) == _END_OF_YEAR)


def _finding(due: StatedPeriod, meant: _Written) -> Diagnostic:
    message = f"正文写的是“{meant.words}”，“due”（时限）写的是“{due.text}”"
    related = (Label(due.text.place, "时限"),)
    return Diagnostic(RULE, message, Label(meant.words.place, "正文"), related, _HINT)


CHECK = Check(RULE, find)
