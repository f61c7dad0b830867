"""A116: how many units a group has, by the registry, against what the plan says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.comparing import judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.readings import readings
from generator.checks.text_numbers import mentions_in
from generator.checks.wording import apart
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import Verdict
from generator.resolve.names import loose

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.checks.comparing import Judgement
    from generator.checks.frame import Findings
    from generator.model.units import Unit
    from generator.model.values import StatedQuantity
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("A116", "count-of-group", "集合的数量与名称、指标或正文不符")
_HINT: Final = "核对后改成一致；units.yaml里的“count”（数量）是这个集合一共有多少"
_ADDED: Final = "新增"
# what may follow the name of a group: 13个项目县的教师 is about 13 counties, but
# 52所项目县教师发展学校 is about 52 schools
_NAME_ENDS: Final = re.compile(
    r"”?(?:[^\w]|$|[的中内均都和与及要应]|开展|开始|建设|建立|完成|实施|参加|推进|组织|进行)"
)


class _Group(NamedTuple):
    """A group of units that says how many it has."""

    unit: Unit
    stated: StatedQuantity

    @property
    def label(self) -> Label:
        """Where the registry says how many."""
        return Label(self.stated.text.place, "登记的数量")


def find(resolved: ResolvedPlan) -> Findings:
    """Hold the count of every group to its own names, to indicators of its name and to prose."""
    groups = [_Group(unit, unit.count) for unit in resolved.registry.units if unit.count]
    tolerance = tolerance_of(resolved)
    for group in groups:
        yield from _in_names(group, resolved.extra_units, tolerance)
        yield from _in_indicators(group, resolved, tolerance)
    if groups:
        yield from _in_texts(groups, resolved, tolerance)


def _in_names(group: _Group, extra_units: frozenset[str], tolerance: Fraction) -> Findings:
    """Look at names such as 30所项目创建校."""
    for name in group.unit.names:
        for mention in mentions_in(str(name), extra_units)[:1]:
            judged = _judged(group, mention.quantity, tolerance)
            if mention.start == 0 and mention.end < len(name) and judged:
                message = f"“{group.unit.name}”的数量是{judged.stated}，名称“{name}”里是"
                message += f"{judged.computed}{apart(judged.difference)}"
                related = (Label(name.place, "名称"),)
                yield Diagnostic(RULE, message, group.label, related, _HINT)


def _in_indicators(group: _Group, resolved: ResolvedPlan, tolerance: Fraction) -> Findings:
    """Look at the indicator of the same name; of its periods one must fit."""
    names = {loose(name) for name in group.unit.names}
    for indicator in resolved.plan.indicators:
        if names.isdisjoint(loose(name) for name in (indicator.name, *indicator.aliases)):
            continue
        figures = [figure for figure in indicator.stated if figure.key.counting != _ADDED]
        wrong = [(f, _judged(group, f.stated.quantity, tolerance)) for f in figures]
        if wrong and all(judged for _, judged in wrong):
            figure, judged = wrong[-1]
            if judged:
                message = (
                    f"指标“{figure.label}”为{judged.computed}，登记的单位“{group.unit.name}”的"
                )
                message += f"数量是{judged.stated}{apart(judged.difference)}"
                yield Diagnostic(RULE, message, Label(figure.span, "指标"), (group.label,), _HINT)


def _in_texts(groups: list[_Group], resolved: ResolvedPlan, tolerance: Fraction) -> Findings:
    """Look at numbers before the name of a group; less than all may be some of them."""
    named = [(str(name), group) for group in groups for name in group.unit.names]
    for reading in readings(resolved):
        for number, bound in zip(reading.numbers, reading.bound, strict=True):
            group = None if bound else _follows(reading.plain, number.end, named)
            if group is None:
                continue
            judged = _judged(group, number.quantity, tolerance)
            if judged and not judged.falls_short:
                yield _too_many(reading.owner, number.text, group, judged)


def _follows(plain: str, at: int, named: list[tuple[str, _Group]]) -> _Group | None:
    start = at + plain.startswith("“", at)
    for name, group in named:
        if plain.startswith(name, start) and _NAME_ENDS.match(plain, start + len(name)):
            return group
    return None


def _too_many(owner: str, written: Text, group: _Group, judged: Judgement) -> Diagnostic:
    message = f"“{owner}”写“{written}”，登记的单位“{group.unit.name}”一共只有{judged.stated}"
    message += apart(judged.difference)
    label = Label(written.place, "此处")
    return Diagnostic(RULE, message, label, (group.label,), _HINT, Severity.WARNING)


def _judged(group: _Group, other: Quantity, tolerance: Fraction) -> Judgement | None:
    """Say how far another number is from the count; None if it fits or is of another kind."""
    if kind_of(group.stated.quantity) != kind_of(other):
        return None
    judged = judge_sum(group.stated.quantity, [other], tolerance)
    return judged if judged and judged.verdict is Verdict.FAILS else None


CHECK = Check(RULE, find)
