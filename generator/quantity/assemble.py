"""Putting a figure and the words around it together as a quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.quantity.figure_scan import is_time
from generator.quantity.interval import Interval
from generator.quantity.quantity import Bound, Hedge, Nearness, Quantity, Style
from generator.quantity.units import DIMENSIONLESS
from generator.quantity.words import AFTER, AFTER_BY_FIRST, Word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from generator.quantity.figure_scan import Figure
    from generator.quantity.units import Unit

LOWER = frozenset((Bound.AT_LEAST, Bound.MORE_THAN))
_WITHIN = Word(Bound.AT_MOST)
_NOT_INSIDE = "容部地外涵在设"
_AFTER_STARTS = frozenset((*AFTER_BY_FIRST, "内"))
_MOST_WORDS = 4
# 以下 and 上下 also begin other phrases: 以下简称, 上下联动.
_AFTER_NOT_BEFORE = {"以下": "简称几方工任问各", "上下": "联贯一功游级齐"}


def words_after(text: str, figure: Figure) -> tuple[list[Word], int]:
    """Return what stands right after the figure (以上, 左右, 内) and where that ends."""
    words: list[Word] = []
    position = figure.end
    while len(words) < _MOST_WORDS and text[position : position + 1] in _AFTER_STARTS:
        found = _word_after(text, position, figure)
        if found is None:
            break
        words.append(found[0])
        position = found[1]
    return words, position


def _word_after(text: str, position: int, figure: Figure) -> tuple[Word, int] | None:
    """Return the longest word at `position`."""
    first = text[position : position + 1]
    for length in AFTER_BY_FIRST.get(first, ()):
        spelled = text[position : position + length]
        word = AFTER.get(spelled)
        if word is not None:
            end = position + len(spelled)
            barred = _AFTER_NOT_BEFORE.get(spelled, "")
            return None if text[end : end + 1] in tuple(barred) else (word, end)
    is_within = (
        first == "内"
        and text[position + 1 : position + 2] not in tuple(_NOT_INSIDE)
        and is_time(figure.unit)
    )
    return (_WITHIN, position + 1) if is_within else None


def interval_of(bound: Bound, numbers: tuple[Fraction, ...]) -> Interval:
    """Return what a bound allows; of a range with a bound, the wider reading counts."""
    low, high = numbers[0], numbers[-1]
    if bound is Bound.EXACT:
        return Interval(low, high)
    match bound:
        case Bound.AT_LEAST:
            return Interval(low, None)
        case Bound.MORE_THAN:
            return Interval(low, None, low_open=True)
        case Bound.AT_MOST:
            return Interval(None, high)
        case Bound.LESS_THAN:
            return Interval(None, high, high_open=True)
        case _:
            return Interval(low, high)


def assemble(  # noqa: PLR0913 - each part of a wording, by name
    figure: Figure,
    words: Sequence[Word],
    *,
    text: str,
    hedge: Hedge | None = None,
    verb: str = "",
    note: str = "",
) -> Quantity:
    """Return the quantity that a figure makes with the words before and after it."""
    numbers = figure.numbers
    is_range = len(numbers) > 1
    bound, nearness, spoken = Bound.RANGE if is_range else Bound.EXACT, Nearness.NONE, ""
    remarks: tuple[str, ...] = ()
    if words or figure.is_over or figure.is_descending:
        # most figures stand alone
        bounds, near = _said(words, is_over=figure.is_over)
        hedge = hedge or next((word.hedge for word in words if word.hedge is not None), None)
        if near == [Nearness.JUST_UNDER] and is_time(figure.unit):
            # 近五年 is the last five years, not a little less than five.
            near, spoken = [], "近"
        bound, nearness = bounds[0] if bounds else bound, near[0] if near else nearness
        remarks = _remarks(bounds, near, is_range=is_range, is_descending=figure.is_descending)
    return Quantity(
        interval=interval_of(bound, numbers),
        unit=figure.unit,
        text=text,
        numbers=numbers,
        bound=bound,
        hedge=hedge,
        nearness=nearness,
        style=figure.style,
        scale=figure.scale,
        printed_step=figure.step,
        is_exact_count=figure.is_exact,
        pair=figure.pair,
        verb=verb,
        note=note,
        word=spoken,
        remarks=remarks,
    )


def _said(words: Sequence[Word], *, is_over: bool) -> tuple[list[Bound], list[Nearness]]:
    """Return the bounds among the words, and what is said about nearness, 余 first."""
    bounds = [word.bound for word in words if word.bound is not None]
    near = [Nearness.JUST_OVER] if is_over else []
    near += [word.nearness for word in words if word.nearness is not Nearness.NONE]
    return bounds, near


def _remarks(
    bounds: list[Bound], near: list[Nearness], *, is_range: bool, is_descending: bool
) -> tuple[str, ...]:
    """Return codes for what is odd about the wording."""
    if not (bounds or near or is_descending):
        return ()
    sides = {bound in LOWER for bound in bounds}
    checks = (
        ("bound_and_range", bool(bounds) and is_range),
        ("range_and_approximate", bool(near) and is_range),
        ("double_bound", len(bounds) > 1 and len(sides) == 1),
        ("contradictory_bounds", len(sides) > 1),
        ("approximate_and_bound", bool(bounds) and bool(near)),
        ("double_approximate", len(near) > 1),
        ("descending_range", is_descending),
    )
    return tuple(code for code, applies in checks if applies)


def vague(  # noqa: PLR0913 - each part of a wording, by name
    word: str,
    *,
    text: str,
    unit: Unit = DIMENSIONLESS,
    hedge: Hedge | None = None,
    verb: str = "",
    note: str = "",
) -> Quantity:
    """Return an unquantified amount such as 一批; its interval is unbounded."""
    return Quantity(
        interval=Interval.unbounded(),
        unit=unit,
        text=text,
        hedge=hedge,
        style=Style.VAGUE,
        is_exact_count=False,
        vague=True,
        verb=verb,
        note=note,
        word=word,
    )
