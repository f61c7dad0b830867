"""A114: an indicator that is less strict than the norm or upper plan that it is held to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.counterparts import counterpart
from generator.checks.frame import CorpusCheck
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.checks.upper_plans import adds_up, indicator_of, names_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Bound, Interval, PeriodKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.checks.upper_plans import Norm, UpperPlans
    from generator.model.figures import Figure, Indicator
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan

RULE = Rule("A114", "weaker-than-upper", "指标低于上位规划的要求")
_HINT: Final = "改到不低于上位规划的要求；确实不是同一回事的，改名称，或去掉“norm”（上位指标）"
_DIRECTIONS: Final = {"下降": "不高于", "不变": "等于"}


def find(uppers: UpperPlans) -> Findings:
    """Hold every indicator against its norm, then against its namesake in the upper plan."""
    held: set[tuple[int, int]] = set()
    for norm in uppers.norms:
        held.add((id(norm.indicator), id(norm.upper)))
        for figure in norm.indicator.stated:
            yield from _against_norm(norm, figure)
    for child, upper in uppers.links:
        for document in child.documents:
            for indicator in document.plan.indicators:
                if (id(indicator), id(upper)) not in held:
                    yield from _against_namesake(upper, indicator)


def _against_norm(norm: Norm, figure: Figure) -> Findings:
    binding = norm.figures[0] if norm.named else _binding(norm.norm, figure)
    if binding is None:
        working = f"“{norm.norm.name}”没有{figure.when}可比的数"
        places = (figure.span, norm.norm.name.place, norm.upper.plan.title.place)
        undetermined = Verdict.UNDETERMINED
        subject = _subject(figure, norm.norm, norm.upper)
        text = figure.stated.text
        yield Reconciliation(RULE, subject, text, "不定", working, undetermined, places)
    else:
        yield from _compare(figure, binding, norm.norm, norm.upper)


def _against_namesake(upper: ResolvedPlan, indicator: Indicator) -> Findings:
    norm = indicator_of(upper, *names_of(indicator))
    # amounts that the places share are added up instead
    if norm is None or adds_up(norm):
        return
    for figure in indicator.stated:
        binding = counterpart(norm, figure)
        if binding:
            yield from _compare(figure, binding, norm, upper)


def _binding(norm: Indicator, figure: Figure) -> Figure | None:
    """Give the figure of the same period, else the last one due before, else a lone one."""
    same = counterpart(norm, figure)
    if same:
        return same
    return _last_before(norm, figure) or (norm.stated[0] if len(norm.stated) == 1 else None)


def _last_before(norm: Indicator, figure: Figure) -> Figure | None:
    period = figure.key.period
    if period is None or period.kind is not PeriodKind.BY or period.end is None:
        return None
    due = [
        (other.key.period.end, number)
        for number, other in enumerate(norm.stated)
        if other.key.period
        and other.key.period.kind is PeriodKind.BY
        and other.key.period.end
        and other.key.period.end <= period.end
    ]
    return norm.stated[max(due)[1]] if due else None


def _subject(figure: Figure, norm: Indicator, upper: ResolvedPlan) -> str:
    direction = _DIRECTIONS.get(str(norm.trend or ""), "不低于")
    return f"{figure.label}{direction}上位规划“{upper.plan.title}”的“{norm.name}”"


def _compare(figure: Figure, binding: Figure, norm: Indicator, upper: ResolvedPlan) -> Findings:
    own, wanted = figure.stated.quantity, binding.stated.quantity
    if own.vague or wanted.vague:
        return
    places = (figure.span, binding.span, upper.plan.title.place)
    related = (Label(binding.span, "上位指标"), Label(upper.plan.title.place, "上位规划"))
    converted = own.in_unit(wanted.unit)
    if converted is None:
        message = (
            f"“{figure.label}”{figure.stated.text}与上位规划“{upper.plan.title}”的"
            f"“{binding.label}”{binding.stated.text}单位不同，不能相比"
        )
        yield Diagnostic(RULE, message, Label(figure.span, "此处"), related, _HINT)
        return
    tolerance = tolerance_of(upper)
    verdict = strictness(converted, wanted, str(norm.trend or ""), tolerance)
    used = tolerance_used((own, wanted), tolerance)
    working = f"{figure.stated.text}，上位规划为{binding.stated.text}{used}"
    subject = _subject(figure, norm, upper)
    stated, computed = str(figure.stated.text), str(binding.stated.text)
    yield Reconciliation(RULE, subject, stated, computed, working, verdict, places)
    if verdict is Verdict.FAILS:
        message = (
            f"“{figure.label}”{figure.stated.text}达不到上位规划“{upper.plan.title}”的"
            f"“{binding.label}”{binding.stated.text}"
        )
        yield Diagnostic(RULE, message, Label(figure.span, "此处"), related, _HINT)


def strictness(own: Quantity, wanted: Quantity, trend: str, tolerance: Fraction) -> Verdict:
    """Say whether a figure demands at least what another does; both in one unit.

    A limit is compared with the limit on the same side. A plain number binds from below, unless
    its trend is 下降 (from above) or 不变 (it must be the same).
    """
    stated = own.for_comparison(tolerance)
    verdicts = list(_sides(stated, _demand(wanted, trend, tolerance)))
    for verdict in (Verdict.FAILS, Verdict.UNDETERMINED):
        if verdict in verdicts:
            return verdict
    return Verdict.HOLDS


def _demand(wanted: Quantity, trend: str, tolerance: Fraction) -> Interval:
    interval = wanted.for_comparison(tolerance)
    if wanted.bound is not Bound.EXACT or trend == "不变":
        return interval
    if trend == "下降":
        return Interval(None, interval.high, high_open=interval.high_open)
    return Interval(interval.low, None, interval.low_open)


def _sides(own: Interval, demand: Interval) -> Iterator[Verdict]:
    if demand.low is not None:
        yield _side(own.low, demand.low, open_end=demand.low_open and not own.low_open)
    if demand.high is not None:
        high = None if own.high is None else -own.high
        yield _side(high, -demand.high, open_end=demand.high_open and not own.high_open)


def _side(own: Fraction | None, wanted: Fraction, *, open_end: bool) -> Verdict:
    if own is None:
        return Verdict.UNDETERMINED
    weaker = own < wanted or (own == wanted and open_end)
    return Verdict.FAILS if weaker else Verdict.HOLDS


CHECK = CorpusCheck(RULE, find, by_firmness=True)
