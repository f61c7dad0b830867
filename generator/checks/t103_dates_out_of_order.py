"""T103: dates of a document that cannot follow one another as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import with_clauses
from generator.model.values import StatedPeriod
from generator.quantity import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("T103", "dates-out-of-order", "日期先后颠倒", Severity.WARNING)
_YEAR: Final = re.compile("〔([12][0-9]{3})〕")


class _Dated(NamedTuple):
    """A date with what it is the date of."""

    what: str
    stated: StatedPeriod

    @property
    def earliest(self) -> date | None:
        """The day, or the first day of a month or year."""
        return self.stated.period.start

    @property
    def latest(self) -> date | None:
        """The day, or the last day of a month or year."""
        return self.stated.period.end


def find(resolved: ResolvedPlan) -> Findings:
    """Compare 依据 with 成文, 成文 with 印发, 印发 with 发布, and that with the deadlines."""
    plan = resolved.plan
    steps = [_dated("成文日期", plan.date_of_issue), _printed(plan), _published(plan)]
    known = [step for step in steps if step]
    # a document's number has its year, where no day is known
    own = known[0] if known else _numbered("发文字号", plan.document_number)
    for basis in plan.basis:
        dated = _dated(f"依据“{basis.title}”的日期", basis.date)
        dated = dated or _numbered(f"依据“{basis.title}”的发文字号", basis.document_number)
        if dated and own:
            yield from _compare(dated, own)
    for index, later in enumerate(known[1:]):
        yield from _compare(known[index], later)
    yield from _late_baseline(plan)
    if known:
        yield from _missed_deadlines(resolved, known[-1])


def _dated(what: str, stated: StatedPeriod | None) -> _Dated | None:
    return _Dated(what, stated) if stated and stated.period.end else None


def _numbered(what: str, number: Text | None) -> _Dated | None:
    year = _YEAR.search(number) if number else None
    period = parse_period(f"{year[1]}年") if year else None
    return _Dated(what, StatedPeriod(number, period)) if number and period else None


def _printed(plan: DocumentContent) -> _Dated | None:
    return _dated("印发日期", plan.printing.date if plan.printing else None)


def _published(plan: DocumentContent) -> _Dated | None:
    return _dated("发布日期", plan.publication.publish_date if plan.publication else None)


def _late_baseline(plan: DocumentContent) -> Findings:
    """Find a base period that begins after the period that is planned from it."""
    base, period = plan.baseline, plan.period
    if not (base and period and base.period.start and period.period.start):
        return
    if base.period.start > period.period.start:
        message = f"基期{base.text}晚于规划期{period.text}的开头"
        related = (Label(period.text.span, "规划期"),)
        hint = "基期写规划期开始以前的时期，例如前一年"
        yield Diagnostic(RULE, message, Label(base.text.span, "基期"), related, hint)


def _compare(earlier: _Dated, later: _Dated) -> Findings:
    if earlier.earliest and later.latest and earlier.earliest > later.latest:
        message = (
            f"{earlier.what}{earlier.stated.text}晚于{later.what}{later.stated.text}，"
            f"相差{(earlier.earliest - later.latest).days}天"
        )
        related = (Label(later.stated.text.span, later.what),)
        place = Label(earlier.stated.text.span, earlier.what)
        yield Diagnostic(RULE, message, place, related, "核对两个日期")


def _missed_deadlines(resolved: ResolvedPlan, out: _Dated) -> Findings:
    """Find the deadlines, of the document and of what it encloses, that were over at the start."""
    over = [
        due
        for document in resolved.documents
        for due in _deadlines(document.plan)
        if due.period.end and out.earliest and due.period.end < out.earliest
    ]
    if over and out.earliest and over[0].period.end:
        days = (out.earliest - over[0].period.end).days
        dates = "、".join(str(due.text) for due in over)
        message = f"{out.what}{out.stated.text}晚于文中的截止日期{dates}，最早的已过{days}天"
        related = tuple(Label(due.text.span, "截止日期") for due in over)
        hint = "重新确定截止日期，或提早发文"
        yield Diagnostic(RULE, message, Label(out.stated.text.span, out.what), related, hint)


def _deadlines(plan: DocumentContent) -> Iterator[StatedPeriod]:
    for task in plan.tasks:
        yield from task.due
        for goal in task.goals:
            yield from goal.due
    for block in with_clauses((*plan.sections, *plan.projects, *plan.measures)):
        yield from block.due
        for goal in block.goals:
            yield from goal.due


CHECK = Check(RULE, find)
