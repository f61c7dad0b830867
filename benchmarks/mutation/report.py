"""What the benchmark prints: every miss with its reason, and the shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.mutation.changes import KINDS, LIST, ROLE
from benchmarks.mutation.other_figures import BOUND, UNIT, VALUE
from generator.source import display_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.mutation.running import Outcome

FIGURES = (VALUE, UNIT, BOUND)
LISTS = (LIST, ROLE)


def print_misses(outcomes: Iterable[Outcome], *, checkable_only: bool) -> None:
    """List every change that was not noticed, with the reason."""
    for outcome in outcomes:
        change = outcome.change
        if outcome.caught or (checkable_only and not change.related):
            continue
        shown = f"{change.shown_before} → {change.shown_after}"
        where = f"{outcome.plan}:{outcome.line}"
        print(f"{where}: {change.kind} {change.place} {shown}: {reason(outcome)}")


def reason(outcome: Outcome) -> str:
    """Say why a change was missed."""
    extra = f"；别处有{outcome.elsewhere}" if outcome.elsewhere else ""
    extra += f"；只有提示{outcome.notes}" if outcome.notes else ""
    related = outcome.change.related
    if not related:
        return f"只写了一次，无可比对{extra}"
    return f"应当发现（{related}）{extra}"


def print_tables(outcomes: Sequence[Outcome]) -> None:
    """Print the counts by plan and kind, then the shares."""
    print()
    _row(("plan", "kind", "all", "checkable", "caught of these", "caught of all"))
    for plan in dict.fromkeys(outcome.plan for outcome in outcomes):
        own = [outcome for outcome in outcomes if outcome.plan == plan]
        for kind in KINDS:
            _counts(plan.removeprefix("plans/"), kind, [o for o in own if o.change.kind == kind])
    print()
    for kind in KINDS:
        _counts("all plans", kind, [o for o in outcomes if o.change.kind == kind])
    _counts("all plans", "figures", [o for o in outcomes if o.change.kind in FIGURES])
    _counts("all plans", "lists", [o for o in outcomes if o.change.kind in LISTS])
    _counts("all plans", "everything", list(outcomes))


def _counts(plan: str, kind: str, outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    checkable = [outcome for outcome in outcomes if outcome.change.related]
    caught_of_these = sum(outcome.caught for outcome in checkable)
    caught = sum(outcome.caught for outcome in outcomes)
    _row(
        (
            plan,
            kind,
            str(len(outcomes)),
            _share(len(checkable), len(outcomes)),
            _share(caught_of_these, len(checkable)),
            _share(caught, len(outcomes)),
        )
    )


def _share(part: int, whole: int) -> str:
    """Print a share with one decimal, rounded down: 95 % is never claimed before it is reached."""
    if not whole:
        return "-"
    tenths = part * 1000 // whole
    return f"{part} ({tenths // 10}.{tenths % 10} %)"


def _row(cells: Sequence[str]) -> None:
    widths = (40, 12, 6, 16, 18, 16)
    padded = (
        cell + " " * (width - display_width(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    print("".join(padded).rstrip())
