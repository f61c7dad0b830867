"""Which plans implement which, and which figures of an upper plan bind those of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.quoting import brief
from generator.resolve.names import NameIndex
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure, Indicator
    from generator.quantity import Unit
    from generator.resolve import Corpus, ResolvedPlan
    from generator.text import Text

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
    """A reference to another plan that leads nowhere: its words, what is wrong, the cure."""

    written: Text
    message: str
    hint: str


class UpperPlans:
    """The links between the plans of a corpus, each found by one look-up."""

    def __init__(self, corpus: Corpus) -> None:
        plans = corpus.plans
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

    def find(self, name: str) -> ResolvedPlan | None:
        """Look a plan up by its identifier or title."""
        match = self._index.find(name)
        return match.value if match else None

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
