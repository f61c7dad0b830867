"""The changes made to a plan: one figure, one item or one unit at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.mutation.figures import figures_of
from benchmarks.mutation.lists import lists_of, record_lists
from benchmarks.mutation.other_figures import BOUND, UNIT, VALUE, other_figures
from benchmarks.mutation.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation.figures import Figure
    from benchmarks.mutation.leaves import Listing, PlanText
    from benchmarks.mutation.lists import Items

LIST, ROLE = "列举项", "责任单位"
KINDS: Final = (VALUE, UNIT, BOUND, LIST, ROLE)
_FEWEST: Final = 2
_NEW_ITEM: Final = "其他专题"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file.

    Attributes:
        kind: 数值, 单位, 界限, 列举项 or 责任单位.
        start, end: indexes in the file of the words that are replaced.
        after: what stands there instead.
        place: what was changed: 指标, 正文, …
        shown_before, shown_after: the change as a report prints it.
        reach: indexes in the changed file that a finding must touch.
        related: why another place speaks of it too, or "" for what is stated once.
    """

    kind: str
    start: int
    end: int
    after: str
    place: str
    shown_before: str
    shown_after: str
    reach: tuple[int, int]
    related: str


def changes_of(plan: PlanText) -> tuple[Change, ...]:
    """List every change of a plan, in the order of the file."""
    figures, lists = figures_of(plan), lists_of(plan)
    truth = Truth(plan, figures, lists)
    found = [change for figure in figures for change in _of_figure(figure, truth)]
    for items in lists:
        found += _of_role(plan, items, truth) if items.place == "单位" else _of_list(items, truth)
    found += (
        change for listing in record_lists(plan) for change in _of_records(plan, listing, truth)
    )
    return tuple(sorted(set(found), key=lambda change: (change.start, change.end, change.after)))


def _of_figure(figure: Figure, truth: Truth) -> Iterator[Change]:
    related = truth.of_figure(figure)
    base = figure.leaf.start
    low, high = figure.start - len(figure.before), figure.end + len(figure.after)
    for kind, after in other_figures(figure):
        yield Change(
            kind,
            base + low,
            base + high,
            after,
            figure.place,
            figure.words,
            after,
            (base + low, base + low + len(after)),
            related,
        )


def _of_list(items: Items, truth: Truth) -> Iterator[Change]:
    related, base = truth.of_list(items), items.leaf.start
    first, last = items.spans[0][0], items.spans[-1][1]
    if len(items.spans) < _FEWEST:
        yield _added(items, related)
        return
    start, end = items.spans[0][1], items.spans[1][1]
    yield Change(
        LIST,
        base + start,
        base + end,
        "",
        items.place,
        items.leaf.text[start:end],
        "（删去）",
        (base + first, base + last - (end - start)),
        related,
    )
    yield _added(items, related)


def _added(items: Items, related: str) -> Change:
    base, at = items.leaf.start, items.spans[0][1]
    after = f"、{_NEW_ITEM}"
    reach = (base + items.spans[0][0], base + items.spans[-1][1] + len(after))
    shown = items.leaf.text[items.spans[0][0] : at]
    return Change(
        LIST, base + at, base + at, after, items.place, shown, f"{shown}{after}", reach, related
    )


def _of_role(plan: PlanText, items: Items, truth: Truth) -> Iterator[Change]:
    """Take the last unit away; a role with one unit goes with its line."""
    leaf, related = items.leaf, truth.of_role(items)
    names = [n for n, name in enumerate(items.names) if name != "等"]
    if len(names) > 1:
        start, end = items.spans[names[-1] - 1][1], items.spans[names[-1]][1]
        low, high = leaf.start + start, leaf.start + end
        reach = (leaf.start, leaf.end - (end - start))
    else:
        low = plan.text.rfind("\n", 0, leaf.start) + 1
        high = leaf.end + 1
        # what is left of the record that had it
        record = leaf.route[: leaf.route.index(leaf.key)]
        first = next(other for other in plan.leaves if other.route[: len(record)] == record)
        reach = (min(first.start, low), low)
    shown = f"{leaf.key}: {items.names[names[-1]]}"
    yield Change(ROLE, low, high, "", "单位", shown, "（删去）", reach, related)


def _of_records(plan: PlanText, listing: Listing, truth: Truth) -> Iterator[Change]:
    """Drop the second record and add one at the end; the reach is the list that is left."""
    key = listing.route[-1]
    first, last = listing.items[0][0], listing.items[-1][1]
    start, end = listing.items[1]
    shown = plan.text[start:end].strip().split("\n")[0]
    place = "列举" if key in ("items", "spells") else key
    related = truth.of_records(listing.route)
    yield Change(
        LIST, start, end, "", place, shown, "（删去）", (first, last - (end - start)), related
    )
    indent = re.match(" *", plan.text[listing.items[-1][0] :])
    pad = indent.group() if indent else ""
    record = _record(key, plan.text[start:end])
    new = "".join(f"{pad}{line}\n" for line in record)
    yield Change(LIST, last, last, new, place, "", record[0], (first, last + len(new)), related)


def _record(key: str, like: str) -> tuple[str, ...]:
    if key in ("items", "spells"):
        return (f"- {_NEW_ITEM}",)
    if key == "tasks":
        subject = re.search("of: (.*)", like)
        name = subject.group(1) if subject else ""
        return (
            f"- of: {name}",
            "  goals:",
            "    - text: 新增一项",
            "      lead: 培训中心",
            "      support: 无",
        )
    if key == "levels":
        return ("- title: 其他层级", "  aim: 全面发展")
    if key == "attachments":
        return ("- title: 其他材料", "  present: 无")
    return ("- title: 其他专题", "  text: 做好其他专题的工作。")
