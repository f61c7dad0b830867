"""Choices between pairs of figures and numbers where agreement alone does not decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


def same_number(figures: Sequence[Figure], number: Number) -> bool:
    """Say whether a number is that of a figure, whatever its unit (100名 and 100所)."""
    return any(_printed(figure.stated.quantity) == _printed(number.quantity) for figure in figures)


def _printed(quantity: Quantity) -> tuple[object, ...]:
    """Give the numbers as written, 万 and % apart: 50至100 is 50 and 100."""
    unit = quantity.printed_step if quantity.is_share else 1
    return tuple(value / (unit or 1) for value in quantity.numbers) or (None,)
