"""T104: goals that wait for one another, so that none of them can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import Need, ResolvedPlan, Step

RULE = Rule("T104", "circle-of-prerequisites", "前提绕成了圈")
Links = list[tuple["Need", int]]


def find(resolved: ResolvedPlan) -> Findings:
    """Follow from each goal what it waits for; a clause waits for all that it is made of."""
    reported: set[int] = set()
    for number, step in enumerate(resolved.steps):
        if step.needs and number not in reported:
            circle = _circle(resolved.steps, number)
            if circle:
                reported |= {at for _, at in circle}
                yield _finding(resolved.steps, circle)


def _circle(steps: tuple[Step, ...], start: int) -> Links:
    """Give the names written along a way back to a step, each with where it leads; or none."""
    came: dict[int, tuple[int, Need | None]] = {}
    pending = [start]
    while pending:
        number = pending.pop(0)
        step = steps[number]
        onward: list[tuple[int, Need | None]] = [(part, None) for part in step.parts]
        onward += [(target, need) for need in step.needs for target in need.steps]
        for target, need in onward:
            if target not in came:
                came[target] = (number, need)
                pending.append(target)
    return _way_back(came, start) if start in came else []


def _way_back(came: dict[int, tuple[int, Need | None]], start: int) -> Links:
    found: Links = []
    number = start
    while True:
        before, need = came[number]
        if need:
            found.insert(0, (need, before))
        if before == start:
            return found
        number = before


def _finding(steps: tuple[Step, ...], circle: Links) -> Diagnostic:
    (first, own), *others = circle
    names = "，再等".join(f"“{need.written}”" for need, _ in circle)
    message = f"{steps[own].where}要等{names}，最后等到自己"
    related = tuple(Label(need.written.span, "又一个前提") for need, _ in others)
    hint = "去掉其中一个“after”（前提）"
    return Diagnostic(RULE, message, Label(first.written.span, "前提"), related, hint)


CHECK = Check(RULE, find)
