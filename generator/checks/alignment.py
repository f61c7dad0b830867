"""Which number of a text states which indicator: alignment in order, one kind of unit at a time.

The order of `targets` is the order of the text only among numbers of one kind of unit, so each
kind is aligned on its own: first the numbers that agree with a figure, as many as possible in
order; then what is left over on both sides between two agreeing pairs belongs together.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.likeness import likeliest, likeness
from generator.checks.pairing import same_number, spread
from generator.checks.text_numbers import Number, numbers_of, periods_in
from generator.quantity import Nearness, Verdict, agreement
from generator.resolve import Target
from generator.resolve.names import loose
from generator.resolve.periods import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure
    from generator.model.values import Binding, StatedQuantity
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan, TextPlace
    from generator.text import Text

Kind = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Bound:
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


@dataclass(frozen=True, slots=True)
class Alignment:
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


@lru_cache(maxsize=16)
def alignments(resolved: ResolvedPlan) -> tuple[Alignment, ...]:
    """Align every text of a plan; several checks and the composer ask for the same plan.

    The cache changes no outcome: a resolved plan is frozen and equal to itself only.
    """
    return tuple(_align_marked(resolved, place) for place in resolved.texts)


def _align_marked(resolved: ResolvedPlan, place: TextPlace) -> Alignment:
    """Align a text with the targets that its marks name and `targets` does not."""
    marks = list(_marks_without_target(place, resolved.extra_units))
    found = [(mark, _marked_target(resolved, mark)) for mark in marks]
    implicit = tuple(target for _, target in found if target)
    unknown = tuple(mark for mark, target in found if target is None)
    alignment = align(replace(place, targets=(*place.targets, *implicit)), resolved.extra_units)
    bound = tuple(_within_tolerance(one, resolved.plan.tolerance) for one in alignment.bound)
    return replace(alignment, bound=bound, unknown=unknown)


def _within_tolerance(bound: Bound, tolerance: StatedQuantity | None) -> Bound:
    """Let 约4000 state 3950 if the plan itself says how far off an approximate figure may be."""
    share = tolerance.quantity.value if tolerance else None
    if bound.number is None or bound.agrees or share is None:
        return bound
    exact = bound.figure.stated.quantity
    near = bound.number.quantity.in_unit(exact.unit)
    if near is None or near.nearness is not Nearness.ABOUT or exact.value is None:
        return bound
    within = agreement(near.for_comparison(share), exact.interval) is Verdict.HOLDS
    return replace(bound, agrees=not exact.approximate and within)


def _marks_without_target(place: TextPlace, extra_units: frozenset[str]) -> Iterator[Text]:
    """Give the names in marks around a number that no target is left for."""
    if not any(paragraph.bindings for paragraph in place.paragraphs):
        return
    open_targets = list(place.targets)
    numbers = numbers_of(place, extra_units)
    for index, paragraph in enumerate(place.paragraphs):
        for binding in paragraph.bindings:
            if not _inside(binding, index, numbers):
                continue
            named = [n for n, t in enumerate(open_targets) if _is_named(t, binding.target)]
            if named:
                del open_targets[named[0]]
            else:
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
    wanted = [(target, _candidates(target, place)) for target in place.targets]
    pairs: dict[int, tuple[Figure, Number, bool]] = {}
    _bind_by_hand(place, wanted, numbers, pairs)
    for kind in dict.fromkeys(kind_of(figures[0].stated.quantity) for _, figures in wanted):
        _bind_kind(place, kind, wanted, numbers, pairs)
    _bind_left_over(wanted, numbers, pairs)
    bound = tuple(
        Bound(target, pairs[index][0], pairs[index][1], pairs[index][2])
        if index in pairs
        else Bound(target, figures[0], None, agrees=False)
        for index, (target, figures) in enumerate(wanted)
    )
    used = {id(number) for _, number, _ in pairs.values()}
    return Alignment(place, bound, tuple(n for n in numbers if id(n) not in used))


Wanted = list[tuple["Target", tuple["Figure", ...]]]
Pairs = dict[int, tuple["Figure", Number, bool]]


def _candidates(target: Target, place: TextPlace) -> tuple[Figure, ...]:
    """Give the figures that the text may mean: the named one, or those of periods named in it."""
    if target.figure:
        return (target.figure,)
    figures = target.indicator.stated
    if len(figures) == 1:
        return figures
    named = {
        mention.period
        for paragraph in place.paragraphs
        for mention in periods_in(str(paragraph.text))
    }
    return tuple(figure for figure in figures if figure.key.period in named) or figures


def _bind_by_hand(place: TextPlace, wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Bind what the author bound with [20%](#指标); each number and each target once."""
    free = list(numbers)
    for paragraph_index, paragraph in enumerate(place.paragraphs):
        for binding in paragraph.bindings:
            inside = _inside(binding, paragraph_index, free)
            named = [
                index
                for index, (target, _) in enumerate(wanted)
                if index not in pairs and _is_named(target, binding.target)
            ]
            if inside and named:
                number = _likeliest(wanted[named[0]][1], inside)
                pairs[named[0]] = _pair(wanted[named[0]][1], number)
                free = [other for other in free if other is not number]


def _inside(binding: Binding, paragraph: int, numbers: list[Number]) -> list[Number]:
    return [
        number
        for number in numbers
        if number.paragraph == paragraph
        and binding.start < number.end
        and number.start < binding.end
    ]


def _is_named(target: Target, mark: Text) -> bool:
    """Say whether a mark names a target, by any name of its indicator."""
    if loose(mark) == loose(target.written):
        return True
    name, _, period = mark.partition("@")
    indicator = target.indicator
    if loose(name) not in {loose(known) for known in (indicator.name, *indicator.aliases)}:
        return False
    return not period or target.figure in (None, *figures_of(indicator, period))


def _likeliest(figures: tuple[Figure, ...], numbers: list[Number]) -> Number:
    """Give the first number of a mark that agrees, else that is of the kind, else any."""
    kind = kind_of(figures[0].stated.quantity)
    agreeing = [number for number in numbers if _agree(figures, number)]
    of_kind = [number for number in numbers if kind_of(number.quantity) == kind]
    return (agreeing or of_kind or numbers)[0]


def _bind_kind(
    place: TextPlace, kind: Kind, wanted: Wanted, numbers: list[Number], pairs: Pairs
) -> None:
    indexes = [
        index
        for index, (_, figures) in enumerate(wanted)
        if index not in pairs and kind_of(figures[0].stated.quantity) == kind
    ]
    used = {id(number) for _, number, _ in pairs.values()}
    free = [n for n in numbers if id(n) not in used and kind_of(n.quantity) == kind]
    figures = [wanted[index][1] for index in indexes]
    matched = spread(
        _longest_agreement(figures, free),
        (len(figures), len(free)),
        lambda row, column: _agree(figures[row], free[column]),
    )
    for row, column in matched:
        pairs[indexes[row]] = _pair(wanted[indexes[row]][1], free[column])
    edges = [(-1, -1), *matched, (len(indexes), len(free))]
    for (row, column), (next_row, next_column) in itertools.pairwise(edges):
        between = free[column + 1 : next_column]
        left = [
            index
            for index in indexes[row + 1 : next_row]
            if not between or not _has_other_unit(place, wanted, index, between, numbers)
        ]
        meant = [wanted[index][0].indicator for index in left]
        found = likeliest(place, meant, between, numbers) if left and between else ()
        for index, number in zip(left, found, strict=False):
            pairs[index] = _pair(wanted[index][1], number)


def _has_other_unit(
    place: TextPlace,
    wanted: Wanted,
    index: int,
    between: list[Number],
    numbers: list[Number],
) -> bool:
    """Say whether the figure's own number stands beside its name with a unit of another kind.

    Then it is that unit that is wrong, and no other number nearby (5个领域的50名团队、4名学校).
    """
    target, figures = wanted[index]
    kind = kind_of(figures[0].stated.quantity)
    strays = [
        number
        for number in numbers
        if kind_of(number.quantity) != kind
        and same_number(figures, number)
        and not any(_agree(other, number) for _, other in wanted)
    ]
    alike = [likeness(place, target.indicator, number, numbers) for number in strays]
    nearby = [likeness(place, target.indicator, number, numbers) for number in between]
    return bool(alike) and max(alike) > max(nearby)


def _bind_left_over(wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Take the same number of another unit, then a vague amount (一批), for what is left."""
    used = {id(number) for _, number, _ in pairs.values()}
    free = [n for n in numbers if id(n) not in used and not n.quantity.vague]
    for index, (_, figures) in enumerate(wanted):
        kind = kind_of(figures[0].stated.quantity)
        others = [n for n in free if index not in pairs and kind_of(n.quantity) != kind]
        same = [n for n in others if same_number(figures, n)]
        if same:
            pairs[index] = _pair(figures, same[0])
            free.remove(same[0])
    used = {id(number) for _, number, _ in pairs.values()}
    vague = [n for n in numbers if n.quantity.vague and id(n) not in used]
    open_targets = [index for index in range(len(wanted)) if index not in pairs]
    for index, number in zip(open_targets, vague, strict=False):
        pairs[index] = _pair(wanted[index][1], number)


def _pair(figures: tuple[Figure, ...], number: Number) -> tuple[Figure, Number, bool]:
    meant = _meant(figures, number)
    for figure in meant:
        if figure.stated.quantity.states_same(number.quantity):
            return figure, number, True
    return meant[0], number, False


def _meant(figures: tuple[Figure, ...], number: Number) -> tuple[Figure, ...]:
    """Keep the figures of the period that heads the number; all of them if none has it."""
    heading = number.period
    if heading is None:
        return figures
    periods = [(figure, figure.key.period) for figure in figures]
    headed = tuple(figure for figure, period in periods if period and period.matches(heading))
    return headed or figures


def _longest_agreement(
    rows: list[tuple[Figure, ...]], columns: list[Number]
) -> list[tuple[int, int]]:
    """Give the longest list of agreeing pairs that keeps the order of both sides."""
    agree = [[_agree(figures, number) for number in columns] for figures in rows]
    best = [[0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for row in range(len(rows) - 1, -1, -1):
        for column in range(len(columns) - 1, -1, -1):
            skip = max(best[row + 1][column], best[row][column + 1])
            take = 1 + best[row + 1][column + 1] if agree[row][column] else 0
            best[row][column] = max(skip, take)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(rows) and column < len(columns):
        if agree[row][column] and best[row][column] == 1 + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _agree(figures: tuple[Figure, ...], number: Number) -> bool:
    meant = _meant(figures, number)
    return any(figure.stated.quantity.states_same(number.quantity) for figure in meant)


def kind_of(quantity: Quantity) -> Kind:
    """Tell what may be compared at all: shares, vague amounts, or units of one dimension."""
    if quantity.vague:
        return (("vague", 1),)
    return quantity.unit.dimension if not quantity.is_share else (("share", 1),)
