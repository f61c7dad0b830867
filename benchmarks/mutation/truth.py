"""Which changes a careful reader could notice, decided without the checks.

The rules below read the plan's text and its declarations; none of them runs a check.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.mutation.figures import Figure
    from benchmarks.mutation.leaves import Leaf, PlanText, Route
    from benchmarks.mutation.lists import Items

# shorter pieces (培训, 教师) are common to almost all sentences of a plan
_SHARED: Final = 3
_SHORT: Final = 4
_WORD: Final = 2
# 甲、乙、丙 | 三个方面; 省市县 | 三级
_LISTED_BEFORE: Final = re.compile("、.*、|[省市县校区][省市县校]$|[省市县]、[市县校]$")
_MARKS: Final = re.compile("[、，@]|\\\\s+")


class Truth:
    """What a plan says more than once, and what hangs together in it.

    A figure is *stated twice* when

    * its text names, under `targets`, an indicator with this value and unit, or it is the figure
      of an indicator that some text names so; or
    * another place has the same value and unit, and the clauses around both share a piece of at
      least three characters (two, if a clause has at most four): 五个模块 and 五个模块; an
      indicator's clause is its name; or
    * it is a due date or stands in the text of one, and both have the same value and unit.

    It is *in a relation* when it is a constant of a declared relation; the figure of an indicator
    that a relation, `parts`, `subset_of`, `takes` or a formula names; a claim that is counted or
    spelled out, or a text that has the words of such a claim; or when it counts the items that
    stand directly before it (甲、乙、丙三个方面, 省市县三级).

    A list is stated twice when a list with the same items, or all but one of them, stands
    elsewhere; it is in a relation when a number counts it. A list of records is so when a claim
    counts or matches it, and projects, measures and the rows of the table are, as each has a row.
    A role is stated twice when the text of its record names the units too.
    """

    def __init__(self, plan: PlanText, figures: Sequence[Figure], lists: Sequence[Items]) -> None:
        self._plan = plan
        self._figures = figures
        self._lists = lists
        self._stated = {figure.leaf.route: figure for figure in figures if figure.place == "指标"}
        self._targets = _by_record(plan.leaves, "targets")
        self._targeted = {name for names in self._targets.values() for name in names}
        self._related = set(_related_names(plan.leaves))
        self._claims = [leaf for leaf in plan.leaves if leaf.key == "claim"]

    def of_figure(self, figure: Figure) -> str:
        """Say why another place of the plan speaks of a figure too, or ""."""
        return self._declared(figure) or self._counted(figure) or self._elsewhere(figure)

    def of_list(self, items: Items) -> str:
        """Say why another place of the plan speaks of a list too, or ""."""
        if items.counted:
            return "所列各项有数"
        own = set(items.names)
        for other in self._lists:
            if other is not items and other.names and own:
                missing = own ^ set(other.names)
                if len(missing) <= 1 and len(own) > len(missing) + 1:
                    return f"另一处也列：{self._where(other.leaf)}"
        return ""

    def of_records(self, route: Route) -> str:
        """Say what counts or repeats a list of records, or ""."""
        key = route[-1]
        document = route[: -1 - (key in ("items", "spells"))]
        if key in ("items", "spells", "clauses", "sections"):
            return "有列举计它或对照它"
        if any(leaf.key == "counts" and leaf.text == key for leaf in self._plan.leaves):
            return "有列举计它"
        others = {"tasks"} if key in ("projects", "measures") else {"projects"}
        pairs = key in ("projects", "measures", "tasks") and any(
            leaf.route[len(document) : len(document) + 1] == (other,)
            for leaf in self._plan.leaves
            for other in others
        )
        return "工程、措施与分工逐项对应" if pairs else ""

    def of_role(self, items: Items) -> str:
        """Say whether the text of the same record names the units."""
        record = items.leaf.route[:-1]
        for leaf in self._plan.leaves:
            is_own = leaf.route[: len(record)] == record and leaf.key in ("text", "content")
            if is_own and any(_core(name) in leaf.text for name in items.names):
                return f"正文也写明单位：{self._where(leaf)}"
        return ""

    def _declared(self, figure: Figure) -> str:
        name = indicator_of(figure.leaf.route)
        if figure.place == "指标" and name in self._targeted:
            return "指标，正文也写"
        if figure.place == "指标" and name in self._related:
            return "指标，在关系、分项或计算之中"
        if figure.place == "关系式":
            return "关系式中的数"
        for name in self._targets.get(figure.leaf.route[:-1], ()):
            for route, stated in self._stated.items():
                if indicator_of(route) == name and stated.amount == figure.amount:
                    return f"指标“{name}”也写"
        return ""

    def _counted(self, figure: Figure) -> str:
        if not figure.is_count:
            return ""
        before, _, after = figure.context.partition("|")
        if _LISTED_BEFORE.search(before):
            return "前面列了各项"
        words = f"{figure.number}{figure.unit}{after}"
        for claim in self._claims:
            is_own = claim is figure.leaf
            if (is_own and self._has_list(claim)) or (not is_own and claim.text in words):
                return f"列举“{claim.text}”"
        return ""

    def _elsewhere(self, figure: Figure) -> str:
        for other in self._figures:
            if other is figure or other.amount != figure.amount:
                continue
            is_due = "时限" in (figure.place, other.place) and _record(figure) == _record(other)
            if is_due or _alike(self._subject(figure), self._subject(other)):
                return f"另一处也写：{self._where(other.leaf)}"
        return ""

    def _subject(self, figure: Figure) -> str:
        return indicator_of(figure.leaf.route) if figure.place == "指标" else figure.context

    def _has_list(self, claim: Leaf) -> bool:
        record = claim.route[:-1]
        keys = {leaf.key for leaf in self._plan.leaves if leaf.route[: len(record)] == record}
        return bool(keys & {"items", "counts", "spells"})

    def _where(self, leaf: Leaf) -> str:
        return f"第{self._plan.position(leaf.start)[0]}行"


def indicator_of(route: Route) -> str:
    """Name the indicator that a route leads into, or ""."""
    return route[route.index("indicators") + 1] if "indicators" in route[:-1] else ""


def _by_record(leaves: Iterable[Leaf], key: str) -> dict[Route, tuple[str, ...]]:
    found: dict[Route, tuple[str, ...]] = {}
    for leaf in leaves:
        if leaf.key == key:
            record = leaf.route[: leaf.route.index(key)]
            found[record] = (*found.get(record, ()), *_names(leaf.text))
    return found


def _names(text: str) -> list[str]:
    return [name.strip() for name in re.split("[、，]", text) if name.strip()]


def _related_names(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Name the indicators that hang together with others, on both sides."""
    known = {name for leaf in leaves if (name := indicator_of(leaf.route))}
    for leaf in leaves:
        key, owner = leaf.key, indicator_of(leaf.route)
        if key in ("parts", "subset_of", "takes", "formula", "holds"):
            named = [name for name in known if name in leaf.text]
            yield from named
            if owner and named:
                yield owner


def _record(figure: Figure) -> Route:
    """Give the route of the record that a text or a due date belongs to."""
    route = figure.leaf.route
    last = next(n for n in range(len(route) - 1, -1, -1) if route[n] == figure.leaf.key)
    return route[:last]


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    size = matcher.find_longest_match().size
    shortest = min(len(text.replace("|", "")) for text in (one, other))
    return size >= _SHARED or (size >= _WORD and shortest <= _SHORT)


def _core(unit: str) -> str:
    """Give a unit's name without what says which of its kind: 财政部门 is 财政 in a sentence."""
    return re.sub("部门$|^各级", "", unit)
