"""T108: a round of work that cannot be over by the deadline of its figure."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.deadlines import end_of, last_day, latest
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.model.values import StatedQuantity
from generator.quantity import PeriodKind, Quantity, Unit, Verdict, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.checks.frame import Findings
    from generator.model.figures import Indicator
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("T108", "round-too-long", "一轮的时间赶不上期限")
_HINT: Final = "推后期限，或缩短“takes”（周期）"
# how many months, or days, one of the first unit of a kind of time is
_SIZES: Final = {"月": 1, "学期": 6, "天": 1}


class _Limit(NamedTuple):
    """A day by which a round must be over.

    Attributes:
        day: the day.
        written: the words that say so.
        name: whose deadline it is, in Chinese.
        is_own: whether it is said of the indicator, and not of the plan as a whole.
    """

    day: date
    written: Text
    name: str
    is_own: bool = True


class _Round(NamedTuple):
    """One round of an indicator held against one limit.

    Attributes:
        indicator: the indicator.
        length: how long a round takes, as written.
        limit: when it must be over.
        first: the day on which a round that begins with the plan is over at the earliest.
        last: the day on which it is over at the latest, or None for any later one.
    """

    indicator: Indicator
    length: StatedQuantity
    limit: _Limit
    first: date
    last: date | None

    @property
    def verdict(self) -> Verdict:
        """Whether the round is over in time."""
        if self.first > self.limit.day:
            return Verdict.FAILS
        in_time = self.last is not None and self.last <= self.limit.day
        return Verdict.HOLDS if in_time else Verdict.UNDETERMINED

    @property
    def is_tight(self) -> bool:
        """Whether a round that begins a day later is over too late."""
        return self.limit.is_own and self.first == self.last == self.limit.day


def find(resolved: ResolvedPlan) -> Findings:
    """Count each round from the beginning of the plan; rounds with one limit are one finding."""
    period = resolved.plan.period
    groups: dict[tuple[Text, bool], list[_Round]] = {}
    for indicator in resolved.plan.indicators:
        length = _length(resolved, indicator)
        if length is None or indicator.takes is None:
            continue
        if _size(length.quantity.unit) is None:
            message = f"“{indicator.name}”的周期是{length.text}，不是一段时间"
            hint = "写多少年、月或天，或写这样的指标"
            yield Diagnostic(RULE, message, Label(indicator.takes.span), hint=hint)
        elif period and period.period.start:
            for found in _rounds(resolved, indicator, length, period.period.start):
                yield _reconciliation(found, period.period.start)
                if found.verdict is Verdict.FAILS or found.is_tight:
                    key = (found.limit.written, found.is_tight)
                    groups.setdefault(key, []).append(found)
    for rounds in groups.values():
        yield _finding(rounds)


def _rounds(
    resolved: ResolvedPlan, indicator: Indicator, length: StatedQuantity, start: date
) -> Iterator[_Round]:
    kind, size = _size(length.quantity.unit) or ("", Fraction(1))
    taken = length.quantity.for_comparison(tolerance_of(resolved))
    unit = "天" if kind == "天" else "月"
    first = end_of(start, max(floor((taken.low or 0) * size), 1), unit)
    last = end_of(start, ceil(taken.high * size), unit) if taken.high is not None else None
    if first:
        for limit in _limits(resolved, indicator):
            yield _Round(indicator, length, limit, first, last)


def _reconciliation(found: _Round, start: date) -> Reconciliation:
    end = _in_words(found.first)
    return Reconciliation(
        RULE,
        f"“{found.indicator.name}”一轮赶得上{found.limit.name}",
        str(found.length.text),
        str(found.limit.written),
        f"{_in_words(start)}起{found.length.text}，到{end}",
        found.verdict,
        (found.length.text.place, found.limit.written.place),
    )


def _finding(rounds: list[_Round]) -> Diagnostic:
    limit = rounds[0].limit
    names = "、".join(f"“{one.indicator.name}”（{one.length.text}）" for one in rounds)
    related = tuple(Label(one.length.text.place, "周期") for one in rounds)
    label = Label(limit.written.place, "期限")
    start = f"{names}从规划期第一天开始"
    if rounds[0].is_tight:
        message = f"{start}，一轮结束正好是{limit.name}的最后一天，没有余量"
        hint = "核对能否按时启动；推后期限，或缩短“takes”（周期）"
        return Diagnostic(RULE, message, label, related, hint, Severity.NOTE)
    first = max(one.first for one in rounds)
    late = (first - limit.day).days
    message = f"{start}，一轮最早到{_in_words(first)}结束，晚于{limit.name}，晚{late}天"
    return Diagnostic(RULE, message, label, related, _HINT)


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _length(resolved: ResolvedPlan, indicator: Indicator) -> StatedQuantity | None:
    """Give how long a round takes; an unknown name is another finding."""
    if indicator.takes is None:
        return None
    quantity = parse_quantity(indicator.takes)
    if isinstance(quantity, Quantity):
        return StatedQuantity(indicator.takes, quantity)
    match = resolved.indicators.find(indicator.takes)
    return match.value.figures[0].value if match and match.value.figures else None


def _size(unit: Unit) -> tuple[str, Fraction] | None:
    """Give the kind of a unit of time, and how many months or days one of it is."""
    if len(unit.dimension) != 1 or unit.dimension[0][1] != 1:
        return None
    kind = unit.dimension[0][0]
    return (kind, unit.magnitude * _SIZES[kind]) if kind in _SIZES else None


def _limits(resolved: ResolvedPlan, indicator: Indicator) -> tuple[_Limit, ...]:
    """Give the deadlines of an indicator, else those of its wholes, else the end of the plan."""
    plan = resolved.plan.period
    frame = plan.period if plan else None
    own = [*_figure_limits(indicator, frame), *_goal_limits(resolved, indicator, frame)]
    if not own:
        wholes = (i for i in resolved.plan.indicators if _is_part(resolved, indicator, i))
        own = [limit for whole in wholes for limit in _figure_limits(whole, frame)]
    if not own and plan and plan.period.end:
        own = [_Limit(plan.period.end, plan.text, "规划期", is_own=False)]
    return tuple({limit.written: limit for limit in own}.values())


def _figure_limits(indicator: Indicator, frame: Period | None) -> Iterator[_Limit]:
    for entry in indicator.figures:
        period = entry.period.period if entry.period else None
        day = last_day(period, frame) if period and period.kind is PeriodKind.BY else None
        if day and entry.period:
            name = f"“{indicator.name}”{entry.period.text}{entry.value.text}"
            yield _Limit(day, entry.period.text, name)


def _goal_limits(
    resolved: ResolvedPlan, indicator: Indicator, frame: Period | None
) -> Iterator[_Limit]:
    for step in resolved.steps:
        due = latest(step.deadlines, frame)
        if due and any(_is(resolved, str(name), indicator) for name in step.work.targets):
            day = last_day(due.period, frame)
            if day:
                yield _Limit(day, due.text, f"{step.where}{due.text}")


def _is(resolved: ResolvedPlan, name: str, indicator: Indicator) -> bool:
    match = resolved.indicators.find(name.partition("@")[0])
    return match is not None and match.value is indicator


def _is_part(resolved: ResolvedPlan, indicator: Indicator, whole: Indicator) -> bool:
    return any(_is(resolved, str(name), indicator) for s in whole.parts for name in s.parts)


CHECK = Check(RULE, find, by_firmness=True)
