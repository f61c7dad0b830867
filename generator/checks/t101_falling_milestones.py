"""T101: a figure that moves against its trend from one milestone to the next."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from generator.checks.comparing import distance
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Bound, PeriodKind, Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.quantity import Quantity, Unit
    from generator.resolve import ResolvedPlan

RULE = Rule("T101", "falling-milestones", "节点数值走向不对")
_OPERATORS = {"上升": "<=", "下降": ">=", "不变": "="}
_CHANGES = {"上升": "下降了", "下降": "上升了", "不变": "有变化"}
_FLOWS = ("新增",)
# of limits only the end that is said to move can be compared
_LIMITS = {
    "上升": ((Bound.AT_LEAST, Bound.MORE_THAN), "下限低于"),
    "下降": ((Bound.AT_MOST, Bound.LESS_THAN), "上限高于"),
}
_TIME = ("月", "天", "小时", "学期", "岁")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare each figure with the next later one of the same scope and counting."""
    tolerance = tolerance_of(resolved)
    for indicator in resolved.plan.indicators:
        if _trend(indicator) in _OPERATORS:
            for earlier, later in _steps(indicator):
                yield from _compare(indicator, earlier, later, tolerance)


def _trend(indicator: Indicator) -> str:
    if indicator.trend:
        return str(indicator.trend)
    units = [entry.value.quantity.unit for entry in indicator.figures]
    return "上升" if all(_should_rise(unit) for unit in units) else "不要求"


def _should_rise(unit: Unit) -> bool:
    """Say whether amounts are counts or money; shares, rates and durations may well fall."""
    if len(unit.dimension) != 1:
        return False
    ((kind, _),) = unit.dimension
    return kind not in _TIME and (unit.is_never_negative or kind == "元")


def _steps(indicator: Indicator) -> Iterator[tuple[Figure, Figure]]:
    series: dict[tuple[str, str], list[Figure]] = {}
    for figure in indicator.stated:
        period = figure.key.period
        if period and period.kind is PeriodKind.BY and period.end:
            series.setdefault((figure.key.scope, figure.key.counting), []).append(figure)
    for (_, counting), figures in series.items():
        if counting not in _FLOWS:
            ordered = sorted(figures, key=_deadline)
            pairs = itertools.pairwise(ordered)
            # two figures of one deadline are no step; A107 compares them
            yield from (pair for pair in pairs if _deadline(pair[0]) < _deadline(pair[1]))


def _deadline(figure: Figure) -> str:
    period = figure.key.period
    return period.end.isoformat() if period and period.end else ""


def _compare(indicator: Indicator, earlier: Figure, later: Figure, tolerance: Fraction) -> Findings:
    trend = _trend(indicator)
    one = earlier.stated.quantity
    other = later.stated.quantity.in_unit(one.unit)
    if other is None or one.vague or other.vague:
        return
    verdict = compare(
        one.for_comparison(tolerance), _OPERATORS[trend], other.for_comparison(tolerance)
    )
    loosened = _loosened(indicator, one, other)
    if loosened:
        verdict = Verdict.FAILS
    used = tolerance_used((one, other), tolerance)
    working = f"{earlier.stated.text} → {later.stated.text}{used}"
    yield Reconciliation(
        RULE,
        f"{indicator.name}逐个节点{trend}",
        str(later.stated.text),
        str(earlier.stated.text),
        working,
        verdict,
        (later.span, earlier.span),
        distance(one, other) if verdict is Verdict.FAILS else "",
    )
    if verdict is Verdict.FAILS:
        before, after = (
            f"{earlier.when}的{earlier.stated.text}",
            f"{later.when}为{later.stated.text}",
        )
        moved = f"{loosened}{before}" if loosened else f"比{before}{_CHANGES[trend]}"
        message = f"指标“{indicator.name}”{after}，{moved}"
        change = "走向写错了的，改正" if indicator.trend else "确属如此的，给指标写上"
        hint = f"核对两个节点的数值；{change}“trend”（走向）"
        related = (Label(earlier.span, "较早"),)
        yield Diagnostic(RULE, message, Label(later.span, "较晚"), related, hint)


def _loosened(indicator: Indicator, one: Quantity, other: Quantity) -> str:
    """Say how a limit moves against the trend that the author declared, or ""."""
    bounds, words = _LIMITS.get(str(indicator.trend), ((), ""))
    if one.bound not in bounds or other.bound not in bounds or one.approximate or other.approximate:
        return ""
    first, last = one.interval, other.interval
    is_lower = first.low is not None and last.low is not None and last.low < first.low
    is_higher = first.high is not None and last.high is not None and last.high > first.high
    return words if is_lower or is_higher else ""


CHECK = Check(RULE, find, by_firmness=True)
