"""Which number of a text states which indicator: alignment in order, one kind of unit at a time.

The order of `targets` is the order of the text only among numbers of one kind of unit, so each
kind is aligned on its own: first the numbers that agree with a figure, as many as possible in
order; then what is left over on both sides between two agreeing pairs belongs together.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.quantity import find_periods, find_quantities

if TYPE_CHECKING:
    from generator.model.figures import Figure
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan, Target, TextPlace
    from generator.text import Text

Kind = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: the paragraph that it stands in, from where to where, what it says."""

    paragraph: int
    start: int
    end: int
    text: Text
    quantity: Quantity


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
    """What was bound in a text, and the numbers that were left over."""

    place: TextPlace
    bound: tuple[Bound, ...]
    unbound: tuple[Number, ...]


@lru_cache(maxsize=16)
def alignments(resolved: ResolvedPlan) -> tuple[Alignment, ...]:
    """Align every text of a plan; several checks and the composer ask for the same plan."""
    return tuple(align(place) for place in resolved.texts)


def align(place: TextPlace) -> Alignment:
    """Bind the numbers of one text to the targets that it names."""
    numbers = _numbers(place)
    wanted = [(target, _candidates(target, place)) for target in place.targets]
    pairs: dict[int, tuple[Figure, Number, bool]] = {}
    _bind_by_hand(place, wanted, numbers, pairs)
    for kind in dict.fromkeys(_kind(figures[0].stated.quantity) for _, figures in wanted):
        _bind_kind(kind, wanted, numbers, pairs)
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


def _numbers(place: TextPlace) -> list[Number]:
    return [
        Number(
            index,
            mention.start,
            mention.end,
            paragraph.text.part(mention.start, mention.end),
            mention.quantity,
        )
        for index, paragraph in enumerate(place.paragraphs)
        for mention in find_quantities(str(paragraph.text))
    ]


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
        for mention in find_periods(str(paragraph.text))
    }
    return tuple(figure for figure in figures if figure.key.period in named) or figures


def _bind_by_hand(place: TextPlace, wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Bind what the author bound with [20%](#指标)."""
    for index, (target, figures) in enumerate(wanted):
        for number in numbers:
            bindings = place.paragraphs[number.paragraph].bindings
            names = [b.target for b in bindings if b.start < number.end and number.start < b.end]
            if str(target.written) in names:
                pairs[index] = _pair(figures, number)


def _bind_kind(kind: Kind, wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    indexes = [
        index
        for index, (_, figures) in enumerate(wanted)
        if index not in pairs and _kind(figures[0].stated.quantity) == kind
    ]
    used = {id(number) for _, number, _ in pairs.values()}
    free = [n for n in numbers if id(n) not in used and _kind(n.quantity) == kind]
    matched = _longest_agreement([wanted[index][1] for index in indexes], free)
    for row, column in matched:
        pairs[indexes[row]] = _pair(wanted[indexes[row]][1], free[column])
    edges = [(-1, -1), *matched, (len(indexes), len(free))]
    for (row, column), (next_row, next_column) in itertools.pairwise(edges):
        rest = zip(range(row + 1, next_row), range(column + 1, next_column), strict=False)
        for left_row, left_column in rest:
            pairs[indexes[left_row]] = _pair(wanted[indexes[left_row]][1], free[left_column])


def _bind_left_over(wanted: Wanted, numbers: list[Number], pairs: Pairs) -> None:
    """Take a vague amount (一批) for a figure that no number states."""
    used = {id(number) for _, number, _ in pairs.values()}
    vague = [n for n in numbers if n.quantity.vague and id(n) not in used]
    open_targets = [index for index in range(len(wanted)) if index not in pairs]
    for index, number in zip(open_targets, vague, strict=False):
        pairs[index] = _pair(wanted[index][1], number)


def _pair(figures: tuple[Figure, ...], number: Number) -> tuple[Figure, Number, bool]:
    for figure in figures:
        if figure.stated.quantity.states_same(number.quantity):
            return figure, number, True
    return figures[0], number, False


def _longest_agreement(
    rows: list[tuple[Figure, ...]], columns: list[Number]
) -> list[tuple[int, int]]:
    """Give the longest list of agreeing pairs that keeps the order of both sides."""
    best = [[0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for row in range(len(rows) - 1, -1, -1):
        for column in range(len(columns) - 1, -1, -1):
            skip = max(best[row + 1][column], best[row][column + 1])
            take = 1 + best[row + 1][column + 1] if _agree(rows[row], columns[column]) else 0
            best[row][column] = max(skip, take)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(rows) and column < len(columns):
        if _agree(rows[row], columns[column]) and (
            best[row][column] == 1 + best[row + 1][column + 1]
        ):
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _agree(figures: tuple[Figure, ...], number: Number) -> bool:
    return any(figure.stated.quantity.states_same(number.quantity) for figure in figures)


def _kind(quantity: Quantity) -> Kind:
    if quantity.vague:
        return (("vague", 1),)
    return quantity.unit.dimension if not quantity.is_share else (("share", 1),)
