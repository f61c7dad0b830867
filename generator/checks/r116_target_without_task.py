"""R116: a target with a date that no project, measure, task or goal takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.uptake import uptake
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.frame import Findings
    from generator.checks.uptake import Uptake
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

RULE = Rule("R116", "target-without-task", "有期限的目标没有任务承接", Severity.WARNING)
_BY_A_DAY = (PeriodKind.BY, PeriodKind.NAMED, PeriodKind.SPAN, PeriodKind.IN)
_EXPECTED, _BINDING = "预期性", "约束性"
_MONEY = (("元", 1),)
_HINT = (
    "在承接它的工程、措施或分工里写出这个数，并列入那里的“targets”（指标）；"
    "由几个指标合成的，写“parts”（分项）"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every dated figure that a text states, once the document sets any work.

    An amount must be carried by someone. A share is an outcome, and so is what a formula gives
    or what is 预期性; money is what work is paid with. Those are told of in one note, with the
    amounts that are only carried for another date. What was reached before the plan began is no
    target.
    """
    found = uptake(resolved)
    if not found.is_judged:
        return
    outcomes: list[Figure] = []
    for indicator, figure in _open_figures(resolved, found):
        if _is_no_work(indicator, figure) or _is_carried(resolved, indicator, _all(found)):
            outcomes.append(figure)
        else:
            message = f"“{figure.label}”{figure.stated.text}没有一项工程、措施或分工承接"
            yield Diagnostic(RULE, message, Label(figure.span, "目标"), hint=_HINT)
    if outcomes:
        yield _note(outcomes)


def _is_no_work(indicator: Indicator, figure: Figure) -> bool:
    quantity = figure.stated.quantity
    is_outcome = quantity.is_share or bool(indicator.formula) or indicator.nature == _EXPECTED
    is_money = quantity.unit.dimension == _MONEY
    return indicator.nature != _BINDING and (is_outcome or is_money)


def _note(figures: list[Figure]) -> Diagnostic:
    listed = "、".join(f"“{figure.label}”{figure.stated.text}" for figure in figures)
    message = f"有{len(figures)}个目标没有任务按这个期限承接：{listed}"
    related = tuple(Label(figure.span, "目标") for figure in figures[1:])
    label = Label(figures[0].span, "目标")
    return Diagnostic(RULE, message, label, related, _HINT, Severity.NOTE)


def _open_figures(resolved: ResolvedPlan, found: Uptake) -> Iterator[tuple[Indicator, Figure]]:
    """Give the dated figures that texts state and no work brings about, with their indicators.

    What some work takes up without its number is a finding of C104.
    """
    frame = resolved.plan.period
    began = frame.period.start if frame else None
    stated = _stated(found.goals)
    taken_up = _stated((*_all(found), *found.vague))
    for indicator in resolved.plan.indicators:
        for figure in indicator.stated:
            period = figure.key.period
            if period is None or period.kind not in _BY_A_DAY or period.end is None:
                continue
            if began and period.end < began:
                continue
            if indicator.name in found.tables or id(figure.stated) not in stated:
                continue
            is_taken_up = id(figure.stated) in taken_up
            if not is_taken_up and not _by_parts(resolved, indicator, figure, found):
                yield indicator, figure


def _all(found: Uptake) -> tuple[Figure, ...]:
    return (*found.work, *found.rows)


def _stated(figures: Iterable[Figure]) -> set[int]:
    """Give the identities of what figures state."""
    return {id(figure.stated) for figure in figures}


def _by_parts(resolved: ResolvedPlan, indicator: Indicator, whole: Figure, found: Uptake) -> bool:
    """Say whether all parts of a figure are carried, undated or for the same date."""
    for split in indicator.parts:
        parts = [resolved.indicators.find(name) for name in split.parts]
        if parts and all(
            part is not None
            and (
                part.value.name in found.tables
                or any(
                    figure.key.indicator == part.value.name
                    and figure.key.period in (None, whole.key.period)
                    for figure in _all(found)
                )
            )
            for part in parts
        ):
            return True
    return False


def _is_carried(resolved: ResolvedPlan, indicator: Indicator, carried: tuple[Figure, ...]) -> bool:
    """Say whether an indicator, or every part of it, is carried for any date."""
    names = {figure.key.indicator for figure in carried}
    if indicator.name in names:
        return True
    splits = [[resolved.indicators.find(name) for name in s.parts] for s in indicator.parts]
    return any(
        parts and all(part is not None and part.value.name in names for part in parts)
        for parts in splits
    )


CHECK = Check(RULE, find, by_firmness=True)
