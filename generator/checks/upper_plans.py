"""Which plans implement which, and which figures of an upper plan bind those of another."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.diagnostics import Severity
from generator.model.quoting import brief
from generator.resolve.names import NameIndex
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure, Indicator
    from generator.quantity import Unit
    from generator.resolve import Corpus, ResolvedPlan
    from generator.text import Text

# how alike a name must be to one that is known to be taken for a slip of the pen
_NEAR: Final = 0.6
# what lasts, is studied or is a share of time is not added up over places
_NOT_ADDED: Final = frozenset(
    ("月", "天", "小时", "学期", "岁", "学时", "课时", "学分", "工作日", "分")
)


class Link(NamedTuple):
    """A document that implements an upper plan."""

    child: ResolvedPlan
    upper: ResolvedPlan


class Norm(NamedTuple):
    """An indicator held to one of another plan.

    Attributes:
        indicator: the indicator that names its norm.
        upper: the plan of the norm.
        norm: the indicator there.
        figures: its figures that may bind: of the period named, else all.
        named: whether a period was named.
    """

    indicator: Indicator
    upper: ResolvedPlan
    norm: Indicator
    figures: tuple[Figure, ...]
    named: bool


class Fault(NamedTuple):
    """A reference to another plan that leads nowhere.

    Attributes:
        written: its words.
        message: what is wrong.
        hint: the cure.
        level: how much it weighs, if not as much as the rule says: a plan may be still to come.
    """

    written: Text
    message: str
    hint: str
    level: Severity | None = None


class Below(NamedTuple):
    """The plans that an upper plan lists in `implemented_by`.

    Attributes:
        listed: for each name the plan that it stands for, or None.
        open: whether a list ends with 等.
    """

    listed: tuple[tuple[Text, ResolvedPlan | None], ...]
    open: bool


class UpperPlans:
    """The links between the plans of a corpus, each found by one look-up."""

    def __init__(self, corpus: Corpus) -> None:
        plans = self._plans = corpus.plans
        self._index: NameIndex[ResolvedPlan] = NameIndex(
            [
                *((plan.identifier, plan) for plan in plans),
                *((str(plan.plan.title), plan) for plan in plans),
                *((str(plan.plan.short_title), plan) for plan in plans if plan.plan.short_title),
            ]
        )
        self._nearest: dict[str, str] = {}
        self.faults: list[Fault] = []
        self.links = tuple(link for plan in plans for link in self._links(plan))
        self.norms = tuple(norm for plan in plans for norm in self._norms(plan))
        self.children: dict[ResolvedPlan, dict[ResolvedPlan, None]] = {}
        for child, upper in self.links:
            self.children.setdefault(upper, {})[child] = None
        self.below = {
            plan: self._below(plan)
            for plan in plans
            if any(document.plan.implemented_by for document in plan.documents)
        }
        for upper, below in self.below.items():
            self._unknown_below(upper, below)

    def find(self, name: str) -> ResolvedPlan | None:
        """Look a plan up by its identifier or title."""
        match = self._index.find(name)
        return match.value if match else None

    def _below(self, upper: ResolvedPlan) -> Below:
        """Look up the plans that an upper plan lists; those that name it, by their regions too."""
        lists = [one.plan.implemented_by for one in upper.documents if one.plan.implemented_by]
        linked = NameIndex(
            (name, child)
            for child in self.children.get(upper, ())
            for name in _names_below(child)
            if name
        )
        listed = [
            (name, match.value if (match := linked.find(name)) else self.find(name))
            for names in lists
            for name in names
        ]
        return Below(
            tuple((name, None if plan is upper else plan) for name, plan in listed),
            any(names.and_others for names in lists),
        )

    def _unknown_below(self, upper: ResolvedPlan, below: Below) -> None:
        """Report what is listed and is not there.

        A name like one that is there is a slip of the pen. Another plan may be still to come,
        which is noted; when none has come, nothing is compared.
        """
        known = {plan for _, plan in below.listed if plan}
        others = [
            str(name)
            for plan in self._plans
            if plan not in known and plan is not upper
            for name in _names_below(plan)
            if name
        ]
        for written, plan in below.listed:
            if plan is None:
                close = get_close_matches(str(written), others, n=1, cutoff=_NEAR)
                cure = f"是不是“{close[0]}”？" if close else ""
                to_come = Severity.NOTE if known else Severity.WARNING
                fault = Fault(
                    written,
                    f"没有标识、标题或地区为“{brief(written)}”的下级规划",
                    f"{cure}写plans文件夹里下级规划的“id”（标识）、标题或地区；还没有编写的先去掉，"
                    "名单以“等”结尾",
                    None if close else to_come,
                )
                self.faults.append(fault)

    def _links(self, plan: ResolvedPlan) -> Iterator[Link]:
        for document in plan.documents:
            for written in document.plan.implements:
                upper = self._plan(written, plan, written)
                if upper:
                    yield Link(document, upper)

    def _norms(self, plan: ResolvedPlan) -> Iterator[Norm]:
        for document in plan.documents:
            for indicator in document.plan.indicators:
                found = self._norm(plan, indicator) if indicator.norm else None
                if found:
                    yield found

    def _norm(self, plan: ResolvedPlan, indicator: Indicator) -> Norm | None:
        written = indicator.norm or indicator.name
        identifier, sign, rest = (part.strip() for part in str(written).partition("#"))
        name, at, period = (part.strip() for part in rest.partition("@"))
        if not (identifier and sign and name):
            self._fault(
                written,
                f"“{brief(written)}”读不懂",
                "写成“规划的标识#指标”，例如“shengji-2023#医生”",
            )
            return None
        upper = self._plan(written, plan, identifier)
        if upper is None:
            return None
        norm = indicator_of(upper, name)
        if norm is None:
            close = _nearest_indicator(upper, name)
            cure = f"是不是“{close}”？" if close else ""
            self._fault(
                written,
                f"规划“{identifier}”里没有名为“{name}”的指标",
                f"{cure}写那份规划里指标的名称",
            )
            return None
        figures = figures_of(norm, period) if at else norm.stated
        if not figures:
            known = "、".join(figure.when for figure in norm.stated if figure.when)
            self._fault(written, f"上位指标“{norm.name}”没有“{period}”的数值", f"已有：{known}")
            return None
        return Norm(indicator, upper, norm, figures, bool(at))

    def _plan(self, written: Text, own: ResolvedPlan, name: str) -> ResolvedPlan | None:
        upper = self.find(name)
        if upper is own:
            self._fault(
                written, f"“{brief(name)}”就是本规划，不能作自己的上位规划", "写另一份规划的标识"
            )
            return None
        if upper is None:
            # a wrong name is often written in many plans
            close = self._nearest.setdefault(str(name), self._index.nearest(name))
            cure = f"是不是“{close}”？" if close else ""
            message = f"没有标识或标题为“{brief(name)}”的规划"
            self._fault(written, message, f"{cure}写plans文件夹里另一份规划的“id”（标识）或标题")
        return upper

    def _fault(self, written: Text, message: str, hint: str) -> None:
        self.faults.append(Fault(written, message, hint))


def _names_below(plan: ResolvedPlan) -> tuple[str, ...]:
    return (plan.identifier, str(plan.plan.title), str(plan.plan.region or ""))


def indicator_of(plan: ResolvedPlan, *names: str) -> Indicator | None:
    """Find an indicator by one of its names in a plan and in the documents inside it."""
    for document in plan.documents:
        for name in names:
            match = document.indicators.find(name)
            if match:
                return match.value
    return None


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """Give every name of an indicator."""
    return (str(indicator.name), *map(str, indicator.aliases))


def adds_up(indicator: Indicator) -> bool:
    """Say whether its figures are amounts that places share: counts of things, areas, money.

    Shares, rates, durations, ages, marks and what is said of one (每名教师) are none: an upper
    plan sets them for each place alike.
    """
    if indicator.per or indicator.base or not indicator.figures:
        return False
    quantities = [entry.value.quantity for entry in indicator.figures]
    return all(_is_amount(one.unit) and not one.is_share and not one.pair for one in quantities)


def _is_amount(unit: Unit) -> bool:
    if len(unit.dimension) != 1:
        return False
    ((kind, power),) = unit.dimension
    return power == 1 and kind not in _NOT_ADDED and (unit.is_never_negative or kind == "元")


def _nearest_indicator(plan: ResolvedPlan, name: str) -> str:
    nearest = (document.indicators.nearest(name) for document in plan.documents)
    return next((found for found in nearest if found), "")
