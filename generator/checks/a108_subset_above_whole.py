"""A108: a part that is more than its whole, or an indicator that is a part of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.counterparts import counterpart, other_scopes
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.checks.wording import gap, manner_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Interval, Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, Indicator
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("A108", "subset-above-whole", "其中项与整体不合")


def find(resolved: ResolvedPlan) -> Findings:
    """Hold every part that names its whole against it; then look for parts of themselves."""
    tolerance = tolerance_of(resolved)
    for part in resolved.plan.indicators:
        match = resolved.indicators.find(part.subset_of) if part.subset_of else None
        if match and match.value is not part and _same_measure(part, match.value):
            for figure in part.stated:
                whole = counterpart(match.value, figure)
                if whole:
                    yield from _compare(figure, whole, tolerance)
    yield from _loops(resolved)


def _same_measure(part: Indicator, whole: Indicator) -> bool:
    """Say whether both are shares of one thing, or for each of one thing."""
    return (part.base, part.per) == (whole.base, whole.per)


def _compare(part: Figure, whole: Figure, tolerance: Fraction) -> Findings:
    quantity = whole.stated.quantity
    inner = part.stated.quantity.in_unit(quantity.unit)
    # figures of another kind are left to A103
    if inner is None or inner.vague:
        return
    verdict = _at_most(inner, quantity, tolerance)
    used = tolerance_used((inner, quantity), tolerance)
    places = (part.span, whole.span)
    working = f"{part.stated.text} <= {whole.stated.text}{used}"
    subject = f"{part.label}不超过{whole.label}"
    stated, computed = str(part.stated.text), str(whole.stated.text)
    sides = (quantity.for_comparison(tolerance), inner.for_comparison(tolerance))
    more = gap(*sides, manner_of(quantity)) if verdict is Verdict.FAILS else ""
    yield Reconciliation(RULE, subject, stated, computed, working, verdict, places, more)
    if verdict is Verdict.FAILS:
        message = (
            f"“{part.label}”{part.stated.text}是“{whole.label}”的其中项，"
            f"却大于{whole.stated.text}，多{more}"
            f"{other_scopes(whole, (part,))}"
        )
        hint = "核对两个数；不是其中项的，去掉“subset_of”（其中）"
        yield Diagnostic(
            RULE, message, Label(part.span, "其中项"), (Label(whole.span, "整体"),), hint
        )


def _at_most(part: Quantity, whole: Quantity, tolerance: Fraction) -> Verdict:
    printed, limit = part.for_comparison(tolerance), whole.for_comparison(tolerance)
    verdict = compare(_share(part, printed), "<=", limit)
    # what does not fit as printed may still do so before rounding
    if verdict is Verdict.HOLDS:
        return verdict
    computed = part.for_computation(tolerance)
    return compare(_share(part, computed), "<=", whole.for_computation(tolerance))


def _share(part: Quantity, interval: Interval) -> Interval:
    """Keep a share of a thing to the whole of it: 不少于10% is 10% to 100%."""
    if not part.is_share:
        return interval
    return interval.intersection(_WHOLE) or interval


_WHOLE: Final = Interval.at_most(1)


class _Step(NamedTuple):
    """From a whole to a part of it: the name of the part, and the reference that says so."""

    part: str
    written: Text


def _loops(resolved: ResolvedPlan) -> Iterator[Diagnostic]:
    """Follow wholes to their parts; each loop is reported once."""
    steps = _only_loops(_steps(resolved))
    while steps:
        walked: dict[str, _Step] = {}
        name = next(iter(steps))
        while name not in walked:
            walked[name] = steps[name][0]
            name = walked[name].part
        names = list(walked)
        loop = names[names.index(name) :]
        yield _loop(loop, [walked[member] for member in loop])
        steps = _only_loops({key: kept for key, kept in steps.items() if key not in loop})


def _steps(resolved: ResolvedPlan) -> dict[str, list[_Step]]:
    steps: dict[str, list[_Step]] = {}
    for indicator in resolved.plan.indicators:
        for name in (name for split in indicator.parts for name in split.parts):
            if match := resolved.indicators.find(name):
                step = _Step(str(match.value.name), name)
                steps.setdefault(str(indicator.name), []).append(step)
        whole = resolved.indicators.find(indicator.subset_of) if indicator.subset_of else None
        if whole and indicator.subset_of:
            step = _Step(str(indicator.name), indicator.subset_of)
            steps.setdefault(str(whole.value.name), []).append(step)
    return steps


def _only_loops(steps: dict[str, list[_Step]]) -> dict[str, list[_Step]]:
    """Drop the steps that end somewhere, until only those are left that go on for ever."""
    while True:
        kept = {name: [s for s in after if s.part in steps] for name, after in steps.items()}
        kept = {name: after for name, after in kept.items() if after}
        if kept == steps:
            return steps
        steps = kept


def _loop(names: list[str], steps: list[_Step]) -> Diagnostic:
    chain = "→".join(f"“{name}”" for name in (*names, names[0]))
    message = f"指标“{names[0]}”成了自己的一部分：{chain}"
    related = tuple(Label(step.written.span) for step in steps[1:])
    hint = "改“parts”（分项）或“subset_of”（其中）"
    return Diagnostic(RULE, message, Label(steps[0].written.span, "此处"), related, hint)


CHECK = Check(RULE, find, by_firmness=True)
