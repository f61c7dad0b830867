"""The changes made to a plan: one figure, one item or one unit at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from benchmarks.mutation.figures import figures_of
from benchmarks.mutation.lists import lists_of, record_lists
from benchmarks.mutation.truth import Truth
from generator.quantity import chinese_numeral, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation.figures import Figure
    from benchmarks.mutation.leaves import Listing, PlanText
    from benchmarks.mutation.lists import Items

VALUE, UNIT, BOUND, LIST, ROLE = "数值", "单位", "界限", "列举项", "责任单位"
KINDS: Final = (VALUE, UNIT, BOUND, LIST, ROLE)
# one other unit of another kind for each
_OTHER_UNIT: Final = {
    "元/人/天": "元/人/学时",
    "元/学时": "元/学分",
    "名/个": "名/年",
    "万元": "元",
    "亿元": "万元",
    "元": "万元",
    "学时": "学分",
    "学分": "学时",
    "周岁": "年",
    "岁": "年",
    "个月": "年",
    "年": "个月",
    "天": "学时",
    "%": "‰",
    "‰": "%",
    "名": "所",
    "人": "所",
    "所": "名",
    "个": "名",
    "项": "名",
    "门": "名",
    "组": "名",
    "节": "学时",
    "篇": "门",
    "份": "项",
    "期": "门",
    "大": "名",
    "次": "名",
}
# turned round, and dropped
_OTHER_BOUND: Final = {
    "不少于": ("不超过", ""),
    "不低于": ("不高于", ""),
    "至少": ("至多", ""),
    "不超过": ("不少于", ""),
    "不多于": ("不少于", ""),
    "超过": ("达到",),
    "达到": ("超过",),
    "近": ("超过", ""),
    "约": ("",),
    "以上": ("以下", ""),
    "以下": ("以上", ""),
    "以内": ("以上", ""),
    "左右": ("以上", ""),
    "内": ("以上", ""),
}
_TWO: Final = 2
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
    for kind, after in _other_figures(figure):
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


def _other_figures(figure: Figure) -> Iterator[tuple[str, str]]:
    before, number, unit, after = figure.before, figure.number, figure.unit, figure.after
    for other in _other_numbers(number, unit):
        yield VALUE, f"{before}{other}{unit}{after}"
    if figure.is_count:
        return
    if unit in _OTHER_UNIT:
        yield UNIT, f"{before}{number}{_OTHER_UNIT[unit]}{after}"
    for other in _OTHER_BOUND.get(before, ()):
        yield BOUND, f"{other}{number}{unit}{after}"
    for other in _OTHER_BOUND.get(after, ()):
        yield BOUND, f"{before}{number}{unit}{other}"
    if not before and not after and not figure.bounded and figure.place in ("指标", "正文"):
        yield BOUND, f"至少{number}{unit}"


def _other_numbers(number: str, unit: str) -> Iterator[str]:
    """Give one more, one less, ten times, and the first two different digits swapped."""
    match = re.search(r"(\d+)(\.\d+)?$", number)
    if not match:
        yield from _other_words(number, unit)
        return
    head, tail, decimals = number[: match.start()], int(match.group(1)), match.group(2) or ""
    ten_times = (str(Fraction(match.group()) * 10) if decimals else str(tail * 10),)
    less = (f"{tail - 1}{decimals}",) if tail > 1 else ()
    others = (f"{tail + 1}{decimals}", *less, *ten_times, *_swapped(match.group(1), decimals))
    yield from (f"{head}{other}" for other in dict.fromkeys(others))


def _swapped(digits: str, decimals: str) -> Iterator[str]:
    """Swap the first two different digits, unless a nought would come first."""
    for at, (first, second) in enumerate(pairwise(digits)):
        if first != second and (at or second != "0"):
            yield f"{digits[:at]}{second}{first}{digits[at + 2 :]}{decimals}"
            return


def _other_words(number: str, unit: str) -> Iterator[str]:
    if number == "一半":
        yield "三分之一"
        return
    head, middle, tail = number.partition("分之")
    word = head if middle else number
    value = read_integer(word)
    if value is None:
        return
    for other in (value + 1, value - 1):
        if other > (1 if middle else 0):
            written = "两" if other == _TWO and unit else chinese_numeral(other)
            yield f"{written}{middle}{tail}"


def _of_list(items: Items, truth: Truth) -> Iterator[Change]:
    related, base = truth.of_list(items), items.leaf.start
    first, last = items.spans[0][0], items.spans[-1][1]
    if len(items.spans) < _TWO:
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
