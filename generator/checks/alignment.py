"""Which number of a text states which indicator: alignment in order, one kind of unit at a time.

The order of `targets` is the order of the text only among numbers of one kind of unit, so each
kind is aligned on its own: first the numbers that agree with a figure, as many as possible in
order; then what is left over on both sides between two agreeing pairs belongs together.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.agreement import Columns, agrees_at, longest_agreement
from generator.checks.likeness import WordsBeside, likeliest, likeness
from generator.checks.marks import MarkedNumbers, NamedTargets
from generator.checks.pairing import ByPrint, spread
from generator.checks.rates import rates_in
from generator.checks.text_numbers import Number, numbers_of, periods_in
from generator.quantity import Nearness, Verdict, agreement
from generator.resolve import Target
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.figures import Figure
    from generator.model.values import StatedQuantity
    from generator.quantity import Period, Quantity
    from generator.resolve import ResolvedPlan, TextPlace
    from generator.text import Text

Kind = tuple[tuple[str, int], ...]


class Bound(NamedTuple):
    """A target and the number that states it, rightly or wrongly; None when there is none.

    Attributes:
        target: the indicator named by the text.
        figure: the figure of it that the text is held to.
        number: the number found for it, or None.
        agrees: whether the number says the same as the figure.
    """

    target: Target
    figure: Figure
    number: Number | None
    agrees: bool


class Alignment(NamedTuple):
    """What was bound in a text, what was left over.

    Attributes:
        place: the text.
        bound: its targets, those that only a mark in the text names included.
        unbound: the numbers that state no target.
        unknown: the names in marks ([30%](#甲率)) that no indicator has.
    """

    place: TextPlace
    bound: tuple[Bound, ...]
    unbound: tuple[Number, ...]
    unknown: tuple[Text, ...] = ()

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of the text, bound or not."""
        return (*(bound.number for bound in self.bound if bound.number), *self.unbound)


@lru_cache(maxsize=16)
def alignments(resolved: ResolvedPlan) -> tuple[Alignment, ...]:
    """Align every text of a plan; several checks and the composer ask for the same plan.

    The cache changes no outcome: a resolved plan is frozen and equal to itself only.
    """
    return tuple(_align_marked(resolved, place) for place in resolved.texts)


def _align_marked(resolved: ResolvedPlan, place: TextPlace) -> Alignment:
    """Align a text with the targets that its marks name and `targets` does not."""
    unknown: tuple[Text, ...] = ()
    if _is_marked(place):
        marks = _marks_without_target(place, resolved.extra_units)
        found = [(mark, _marked_target(resolved, mark)) for mark in marks]
        implicit = tuple(target for _, target in found if target)
        unknown = tuple(mark for mark, target in found if target is None)
        place = replace(place, targets=(*place.targets, *implicit)) if implicit else place
    alignment = align(place, resolved.extra_units)
    bound, tolerance = alignment.bound, resolved.plan.tolerance
    if bound and tolerance:
        bound = tuple(_within_tolerance(one, tolerance) for one in bound)
    elif not unknown:
        return alignment
    return alignment._replace(bound=bound, unknown=unknown)


def _is_marked(place: TextPlace) -> bool:
    """Say whether an author has bound a number of a text by hand, as few do."""
    return any(paragraph.bindings for paragraph in place.paragraphs)


def _within_tolerance(bound: Bound, tolerance: StatedQuantity) -> Bound:
    """Let 约4000 state 3950 if the plan itself says how far off an approximate figure may be."""
    share = tolerance.quantity.value
    if bound.number is None or bound.agrees or share is None:
        return bound
    exact = bound.figure.stated.quantity
    near = bound.number.quantity.in_unit(exact.unit)
    if near is None or near.nearness is not Nearness.ABOUT or exact.value is None:
        return bound
    within = agreement(near.for_comparison(share), exact.interval) is Verdict.HOLDS
    return bound._replace(agrees=not exact.approximate and within)


def _marks_without_target(place: TextPlace, extra_units: frozenset[str]) -> Iterator[Text]:
    """Give the names in marks around a number that no target is left for."""
    targets = NamedTargets(place.targets)
    numbers = MarkedNumbers(numbers_of(place, extra_units))
    for index, paragraph in enumerate(place.paragraphs):
        for binding in paragraph.bindings:
            if numbers.inside(binding, index) and targets.take(binding.target) is None:
                yield binding.target


def _marked_target(resolved: ResolvedPlan, mark: Text) -> Target | None:
    name, _, period = mark.partition("@")
    match = resolved.indicators.find(name)
    if match is None:
        return None
    figures = figures_of(match.value, period) if period else ()
    if period and not figures:
        return None
    return Target(mark, match.value, figures[0] if figures else None)


def align(place: TextPlace, extra_units: frozenset[str] = frozenset()) -> Alignment:
    """Bind the numbers of one text to the targets that it names."""
    numbers = numbers_of(place, extra_units)
    if not place.targets:
        return Alignment(place, (), tuple(numbers))
    wanted = _wanted(place)
    numbers = rates_in(place, numbers, [f.stated.quantity.unit for _, own in wanted for f in own])
    beside, strays = WordsBeside(place, numbers), _Strays(wanted, numbers)
    pairs: Pairs = {}
    if _is_marked(place):
        _bind_by_hand(place, wanted, numbers, pairs)
    for indexes, free in _by_kind(wanted, numbers, pairs):
        _bind_kind(beside, strays, (indexes, free), wanted, pairs)
    if len(pairs) < len(wanted):
        _bind_left_over(wanted, numbers, pairs)
    bound = tuple(
        [
            Bound(target, *pairs[index])
            if index in pairs
            else Bound(target, figures[0], None, agrees=False)
            for index, (target, figures) in enumerate(wanted)
        ]
    )
    used = _used(pairs)
    return Alignment(place, bound, tuple([n for n in numbers if id(n) not in used]))


Wanted = list[tuple["Target", tuple["Figure", ...]]]
Pairs = dict[int, tuple["Figure", Number, bool]]


def _used(pairs: Pairs) -> set[int]:
    """Give the identities of the numbers that are bound."""
    return {id(number) for _, number, _ in pairs.values()}


def _by_kind(
    wanted: Wanted, numbers: list[Number], pairs: Pairs
) -> Iterable[tuple[list[int], list[Number]]]:
    """Give the targets and the numbers of each kind of unit that no mark has bound."""
    by_kind: dict[Kind, tuple[list[int], list[Number]]] = {}
    for index, (_, figures) in enumerate(wanted):
        if index not in pairs:
            by_kind.setdefault(kind_of(figures[0].stated.quantity), ([], []))[0].append(index)
    used = _used(pairs)
    for number in numbers:
        of_kind = by_kind.get(kind_of(number.quantity))
        if of_kind and id(number) not in used:
            of_kind[1].append(number)
    return [of_kind for of_kind in by_kind.values() if of_kind[1]]


def _wanted(place: TextPlace) -> Wanted:
    """Give each target with the figures that the text may mean.

    They are the named one, or those of the periods that the text names.
    """
    named: frozenset[Period] | None = None
    wanted: Wanted = []
    for target in place.targets:
        figures = (target.figure,) if target.figure else target.indicator.stated
        if len(figures) > 1:
            named = _periods_of(place) if named is None else named
            figures = tuple(one for one in figures if one.key.period in named) or figures
        wanted.append((target, figures))
    return wanted


def _periods_of(place: TextPlace) -> frozenset[Period]:
    return frozenset(
        mention.period
        for paragraph in place.paragraphs
        for mention in periods_in(str(paragraph.text))
    )


def _bind_by_hand(place: TextPlace, wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Bind what the author bound with [20%](#指标); each number and each target once."""
    marked = MarkedNumbers(numbers)
    targets = NamedTargets(place.targets)
    used: set[int] = set()
    for paragraph_index, paragraph in enumerate(place.paragraphs):
        for binding in paragraph.bindings:
            touched = marked.inside(binding, paragraph_index)
            inside = [number for number in touched if id(number) not in used]
            index = targets.take(binding.target) if inside else None
            if index is not None:
                number = _likeliest(wanted[index][1], inside)
                pairs[index] = _pair(wanted[index][1], number)
                used.add(id(number))


def _likeliest(figures: tuple[Figure, ...], numbers: list[Number]) -> Number:
    """Give the first number of a mark that agrees, else that is of the kind, else any."""
    kind = kind_of(figures[0].stated.quantity)
    agreeing = [number for number in numbers if _agree(figures, number)]
    of_kind = [number for number in numbers if kind_of(number.quantity) == kind]
    return (agreeing or of_kind or numbers)[0]


def _bind_kind(
    beside: WordsBeside,
    strays: _Strays,
    of_kind: tuple[list[int], list[Number]],
    wanted: Wanted,
    pairs: Pairs,
) -> None:
    """Bind the targets and the numbers of one kind."""
    indexes, free = of_kind
    if len(indexes) == len(free):
        in_order = [_pair(wanted[at][1], number) for at, number in zip(indexes, free, strict=True)]
        if all(agrees for _, _, agrees in in_order):
            # nothing to choose from, as in most texts
            pairs.update(zip(indexes, in_order, strict=True))
            return
    columns = Columns(free, of_period)
    rows = [columns.agreeing(wanted[index][1]) for index in indexes]
    matched = spread(
        longest_agreement(rows, len(free)),
        (len(rows), len(free)),
        lambda row, column: agrees_at(rows[row], column, len(free)),
    )
    for row, column in matched:
        pairs[indexes[row]] = _pair(wanted[indexes[row]][1], free[column])
    edges = [(-1, -1), *matched, (len(indexes), len(free))]
    for (row, column), (next_row, next_column) in itertools.pairwise(edges):
        between = free[column + 1 : next_column]
        left = [
            index
            for index in indexes[row + 1 : next_row]
            if not between or not _has_other_unit(beside, strays, wanted[index], between)
        ]
        meant = [wanted[index][0].indicator for index in left]
        found = likeliest(beside, meant, between) if left and between else ()
        for index, number in zip(left, found, strict=False):
            pairs[index] = _pair(wanted[index][1], number)


class _Strays:
    """The numbers of a text that state no figure of its targets, found when first asked for."""

    def __init__(self, wanted: Wanted, numbers: list[Number]) -> None:
        self._wanted, self._numbers = wanted, numbers

    def of(self, figures: tuple[Figure, ...]) -> list[Number]:
        """Give those with the number of a figure and a unit of another kind."""
        kind = kind_of(figures[0].stated.quantity)
        return [n for n in self._by_print.of(figures) if kind_of(n.quantity) != kind]

    @cached_property
    def _by_print(self) -> ByPrint:
        columns, claimed = Columns(self._numbers, of_period), 0
        for _, figures in self._wanted:
            claimed |= columns.agreeing(figures)
        width = len(self._numbers)
        free = [n for at, n in enumerate(self._numbers) if not agrees_at(claimed, at, width)]
        return ByPrint(free)


def _has_other_unit(
    beside: WordsBeside,
    strays: _Strays,
    wanted: tuple[Target, tuple[Figure, ...]],
    between: list[Number],
) -> bool:
    """Say whether the figure's own number stands beside its name with a unit of another kind.

    Then it is that unit that is wrong, and no other number nearby (5个领域的50名团队、4名学校).
    """
    target, figures = wanted
    alike = [likeness(beside, target.indicator, number) for number in strays.of(figures)]
    nearby = (likeness(beside, target.indicator, number) for number in between)
    return bool(alike) and max(alike) > max(nearby)


def _bind_left_over(wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Take the same number of another unit, then a vague amount (一批), for what is left."""
    used = _used(pairs)
    free = ByPrint(n for n in numbers if id(n) not in used and not n.quantity.vague)
    for index, (_, figures) in enumerate(wanted):
        if index in pairs:
            continue
        kind = kind_of(figures[0].stated.quantity)
        others = (n for n in free.of(figures) if kind_of(n.quantity) != kind)
        same = next((n for n in others if id(n) not in used), None)
        if same:
            pairs[index] = _pair(figures, same)
            used.add(id(same))
    used = _used(pairs)
    vague = [n for n in numbers if n.quantity.vague and id(n) not in used]
    open_targets = [index for index in range(len(wanted)) if index not in pairs]
    for index, number in zip(open_targets, vague, strict=False):
        pairs[index] = _pair(wanted[index][1], number)


def _pair(figures: tuple[Figure, ...], number: Number) -> tuple[Figure, Number, bool]:
    meant = of_period(figures, number.period)
    for figure in meant:
        if figure.stated.quantity.states_same(number.quantity):
            return figure, number, True
    return meant[0], number, False


def of_period(figures: tuple[Figure, ...], heading: Period | None) -> tuple[Figure, ...]:
    """Keep the figures of the period that heads a number; all of them if none has it."""
    if heading is None or len(figures) == 1:
        return figures
    periods = [(figure, figure.key.period) for figure in figures]
    headed = tuple(figure for figure, period in periods if period and period.matches(heading))
    return headed or figures


def _agree(figures: tuple[Figure, ...], number: Number) -> bool:
    meant = of_period(figures, number.period)
    return any(figure.stated.quantity.states_same(number.quantity) for figure in meant)


def kind_of(quantity: Quantity) -> Kind:
    """Tell what may be compared at all: shares, vague amounts, or units of one dimension."""
    if quantity.vague:
        return (("vague", 1),)
    return quantity.unit.dimension if not quantity.is_share else (("share", 1),)
