"""Choices between pairs of figures and numbers where agreement alone does not decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.quantity import Quantity

    Pairs = list[tuple[int, int]]


def spread(matched: Pairs, size: tuple[int, int], agree: Callable[[int, int], bool]) -> Pairs:
    """Move pairs between equal numbers so that what is left over on both sides meets.

    Of 甲1个、乙2个 that a text writes as 2个、2个, the second number is 乙 and the first a mistake,
    though both agree with 乙.

    Args:
        matched: agreeing pairs (row, column), in the order of both sides.
        size: how many rows and columns there are.
        agree: whether a row and a column agree.
    """
    moved = [(-1, -1), *matched, size]
    for at in range(1, len(moved) - 1):
        before, (row, column), after = moved[at - 1 : at + 2]
        if _meeting(before, (row, column), after) < _most(before, after):
            rows, columns = range(before[0] + 1, after[0]), range(before[1] + 1, after[1])
            # one of the two stays: a pair of others is another match, not the same moved
            others = [(other, column) for other in rows if agree(other, column)]
            others += [(row, other) for other in columns if agree(row, other)]
            moved[at] = max(
                [(row, column), *others], key=lambda pair: _meeting(before, pair, after)
            )
    return moved[1:-1]


def _meeting(before: tuple[int, int], pair: tuple[int, int], after: tuple[int, int]) -> int:
    """Count the rows and columns that meet in the gaps on both sides of a pair."""
    first = min(pair[0] - before[0], pair[1] - before[1]) - 1
    return first + min(after[0] - pair[0], after[1] - pair[1]) - 1


def _most(before: tuple[int, int], after: tuple[int, int]) -> int:
    """Count the rows and columns that could meet around a pair at best."""
    return min(after[0] - before[0], after[1] - before[1]) - 2


class ByPrint:
    """Numbers of a text by what is printed, whatever the unit (100名 and 100所)."""

    def __init__(self, numbers: Iterable[Number]) -> None:
        """Take the numbers in the order of the text."""
        self._numbers: dict[tuple[object, ...], list[tuple[int, Number]]] = {}
        for place, number in enumerate(numbers):
            self._numbers.setdefault(_printed(number.quantity), []).append((place, number))

    def of(self, figures: Iterable[Figure]) -> list[Number]:
        """Give the numbers that are those of a figure, in the order of the text."""
        prints = {_printed(figure.stated.quantity) for figure in figures}
        found = dict(pair for printed in prints for pair in self._numbers.get(printed, ()))
        return [found[place] for place in sorted(found)]


def _printed(quantity: Quantity) -> tuple[object, ...]:
    """Give the numbers as written, 万 and % apart: 50至100 is 50 and 100."""
    if not quantity.is_share or not quantity.printed_step:
        return quantity.numbers or (None,)
    return tuple(value / quantity.printed_step for value in quantity.numbers) or (None,)
