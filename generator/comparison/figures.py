"""The figures of two versions side by side: of their indicators, and of their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.wording import manner_of, number
from generator.comparison.kinds import Kind
from generator.comparison.pairing import Named, pairs
from generator.quantity import Bound, Style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.model.figures import Figure, Indicator
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan

_HUNDRED = 100
_VAGUE = {
    (False, True): "原为具体数值，改为没有数",
    (True, False): "原为没有数，改为具体数值",
}
_ATTRIBUTES = (
    *("per", "base", "parts", "subset_of", "formula", "takes", "trend", "nature", "norm"),
    *("group", "mark", "source", "note"),
)
# what names an indicator of another plan, of which the public may not know
_OTHER_PLANS = frozenset({"norm"})


class FigureChange(NamedTuple):
    """A figure that is not the same in two versions.

    Attributes:
        kind: what became of it.
        name: what it measures, as the new version calls it.
        when: its period, or both periods where that changed.
        old: the old figure as written, or "".
        new: the new one.
        remark: how far apart they are, or what else changed.
        indicator: name of the indicator in the new version, in the old one if it is gone.
    """

    kind: Kind
    name: str
    when: str
    old: str
    new: str
    remark: str
    indicator: str


class FigureChanges(NamedTuple):
    """The figures that changed, and how many did not."""

    changes: tuple[FigureChange, ...]
    unchanged: int


class _Group(NamedTuple):
    """All figures of one indicator, and the other names that it goes by."""

    name: str
    aliases: frozenset[str]
    figures: tuple[Figure, ...]
    indicator: Indicator | None = None

    @property
    def named(self) -> Named:
        """What it is found by in another version."""
        texts = (f"{self.name}{figure.when}{figure.stated.text}" for figure in self.figures)
        return Named(self.name, "".join(texts))


def figure_changes(
    old: ResolvedPlan, new: ResolvedPlan, *, is_public: bool = False
) -> FigureChanges:
    """Compare the figures of two versions, in the order of the new one.

    For the public it leaves out what names another plan.
    """
    hidden = _OTHER_PLANS if is_public else frozenset()
    before, after = _groups(old), _groups(new)
    known = {name: group.name for group in before for name in (*group.aliases, group.name)}
    found = [
        one
        for pair in pairs(
            [group.named for group in before],
            [group.named._replace(name=_name_before(group, known)) for group in after],
        )
        for one in _of_indicator(
            None if pair.old is None else before[pair.old],
            None if pair.new is None else after[pair.new],
            tuple(key for key in _ATTRIBUTES if key not in hidden),
        )
    ]
    changes = tuple(one for one in found if one)
    return FigureChanges(changes, len(found) - len(changes))


def _name_before(group: _Group, known: dict[str, str]) -> str:
    """Give the name that an indicator of the new version had in the old one."""
    names = (group.name, *sorted(group.aliases))
    return next((known[name] for name in names if name in known), group.name)


def _groups(resolved: ResolvedPlan) -> tuple[_Group, ...]:
    """Gather the figures of all documents by indicator; a figure stated again counts once."""
    indicators: dict[str, Indicator] = {}
    figures: dict[str, dict[object, Figure]] = {}
    for document in resolved.documents:
        for indicator in document.plan.indicators:
            name = str(indicator.name)
            indicators.setdefault(name, indicator)
            for figure in indicator.stated:
                figures.setdefault(name, {}).setdefault(figure.key, figure)
        for table in document.plan.tables:
            for _, _, figure in table.body.figures:
                figures.setdefault(figure.key.indicator, {}).setdefault(figure.key, figure)
    return tuple(
        _Group(name, _aliases(indicators.get(name)), tuple(found.values()), indicators.get(name))
        for name, found in figures.items()
    )


def _aliases(indicator: Indicator | None) -> frozenset[str]:
    return frozenset(map(str, indicator.aliases)) if indicator else frozenset()


def _of_indicator(
    old: _Group | None, new: _Group | None, keys: tuple[str, ...]
) -> Iterator[FigureChange | None]:
    """Compare the figures of an indicator; None for each that stayed as it was."""
    before = {figure.key[1:]: figure for figure in old.figures} if old else {}
    after = {figure.key[1:]: figure for figure in new.figures} if new else {}
    lost = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    # one that went and one that came: the same figure for another time or of another level;
    # of a table it would be that of another place
    is_one = len(lost) == len(come) == 1 and new and new.indicator
    moved = {come[0]: lost[0]} if is_one else {}
    renamed = old.name if old and new and old.name != new.name else ""
    for key, figure in after.items():
        earlier = before.get(moved.get(key, key))
        yield _change(earlier, figure, renamed) if earlier else _lone(Kind.ADDED, figure)
    for key in lost:
        if key not in moved.values():
            yield _lone(Kind.REMOVED, before[key])
    if old and new and old.indicator and new.indicator:
        yield from _attributes(old.indicator, new.indicator, keys)


def _text(figure: Figure) -> str:
    """Give a figure as written, with its unit where only the head of a table names that."""
    text, unit = str(figure.stated.text), figure.stated.quantity.unit.name
    return text if not unit or unit in text or figure.stated.quantity.vague else f"{text}{unit}"


def _lone(kind: Kind, figure: Figure) -> FigureChange:
    text = _text(figure)
    old, new = (text, "") if kind is Kind.REMOVED else ("", text)
    return FigureChange(kind, _name(figure), figure.when, old, new, "", figure.key.indicator)


def _change(old: Figure, new: Figure, renamed: str) -> FigureChange | None:
    remarks = tuple(_remarks(old, new, renamed))
    before, after = _text(old), _text(new)
    if before == after and not remarks:
        return None
    when = new.when if old.key.period == new.key.period else f"{old.when}→{new.when}"
    remark = "；".join(remarks)
    return FigureChange(Kind.CHANGED, _name(new), when, before, after, remark, new.key.indicator)


def _name(figure: Figure) -> str:
    aspects = "，".join(part for part in (figure.key.scope, figure.key.counting) if part)
    return f"{figure.key.indicator}（{aspects}）" if aspects else figure.key.indicator


def _remarks(old: Figure, new: Figure, renamed: str) -> Iterator[str]:
    if renamed:
        yield f"原名“{renamed}”"
    if old.key.period != new.key.period:
        yield f"时期由“{old.when or '未写'}”改为“{new.when or '未写'}”"
    if old.key.scope != new.key.scope:
        yield f"层级由“{old.key.scope or '未写'}”改为“{new.key.scope or '未写'}”"
    if old.key.counting != new.key.counting:
        yield f"口径由“{old.key.counting or '未写'}”改为“{new.key.counting or '未写'}”"
    if _text(old) != _text(new):
        yield from _differences(old.stated.quantity, new.stated.quantity)


def _differences(old: Quantity, new: Quantity) -> Iterator[str]:
    """Say how a figure differs: by how much, and in its bound, unit or hedge."""
    if old.vague or new.vague:
        yield _VAGUE.get((old.vague, new.vague), "写法改变")
        return
    converted = new.in_unit(old.unit)
    if converted is None:
        yield f"单位由“{old.unit.name or '无'}”改为“{new.unit.name or '无'}”"
        return
    found = (*_amount(old, converted), *_firmness(old, new))
    if not found and old.unit.name != new.unit.name and old.unit.factor_to(new.unit) == 1:
        found = (f"量词由“{old.unit.name}”改为“{new.unit.name}”",)
    yield from found or ("写法不同，数不变",)


def _amount(old: Quantity, new: Quantity) -> Iterator[str]:
    if old.pair or new.pair or old.value is None or new.value is None:
        if old.numbers != new.numbers:
            yield "数值改变"
        return
    gap = new.value - old.value
    if gap:
        yield f"{'增加' if gap > 0 else '减少'}{_gap(old, abs(gap))}"


def _gap(quantity: Quantity, gap: Fraction) -> str:
    if quantity.style is Style.PERCENT:
        return f"{number(gap * _HUNDRED)}个百分点"
    return manner_of(quantity).of(gap)


def _firmness(old: Quantity, new: Quantity) -> Iterator[str]:
    before, after = _limit(old), _limit(new)
    if before != after:
        yield f"由“{before}”改为“{after}”"
    if old.hedge is not new.hedge:
        before, after = (one.hedge.value if one.hedge else "没有限定" for one in (old, new))
        yield f"由“{before}”改为“{after}”"


def _limit(quantity: Quantity) -> str:
    """Say in words how the number is limited: 不少于, 约 or 恰为."""
    bound = "" if quantity.bound in (Bound.EXACT, Bound.RANGE) else quantity.bound.value
    return f"{bound}{quantity.nearness.value}" or Bound.EXACT.value


def _attributes(old: Indicator, new: Indicator, keys: tuple[str, ...]) -> Iterator[FigureChange]:
    """Compare what an indicator says of itself besides its figures."""
    names = new.keys()
    for key in keys:
        before, after = _attribute(old, key), _attribute(new, key)
        if before != after:
            remark = f"“{names[key]}”改变"
            name = str(new.name)
            yield FigureChange(Kind.CHANGED, name, "", before, after, remark, name)


def _attribute(indicator: Indicator, key: str) -> str:
    if key == "parts":
        return "；".join("、".join(split.parts) for split in indicator.parts)
    return str(getattr(indicator, key) or "")
