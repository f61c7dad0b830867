"""Which figures and numbers say the same: all of a text at once, not pair by pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.quantity import Period, Quantity

    Meant = Callable[[tuple[Figure, ...], Period | None], tuple[Figure, ...]]


class Columns:
    """The numbers of a text, as bits: the last is bit 0.

    A set of numbers is one whole number, so that sets of thousands are joined in one step.
    """

    def __init__(self, numbers: Sequence[Number], meant: Meant) -> None:
        """Sort the numbers by their period and by what they say.

        Args:
            numbers: the numbers, in the order of the text.
            meant: gives those of several figures that a number under a period speaks of.
        """
        self._meant = meant
        self._said: dict[Period | None, dict[Hashable, dict[Hashable, int]]] = {}
        for bit, number in enumerate(reversed(numbers)):
            by_pair = self._said.setdefault(number.period, {}).setdefault(
                number.quantity.statement, {}
            )
            pair = number.quantity.pair
            by_pair[pair] = by_pair.get(pair, 0) | 1 << bit

    def agreeing(self, figures: tuple[Figure, ...]) -> int:
        """Give the numbers that state one of an indicator's figures."""
        found = 0
        for period, said in self._said.items():
            for figure in self._meant(figures, period):
                found |= _stating(figure.stated.quantity, said)
        return found


def _stating(quantity: Quantity, said: dict[Hashable, dict[Hashable, int]]) -> int:
    """Give the numbers of one period that state a quantity; a pair agrees with its quotient."""
    found = 0
    for pair, bits in said.get(quantity.statement, {}).items():
        if quantity.vague or pair is None or quantity.pair is None or pair == quantity.pair:
            found |= bits
    return found


def agrees_at(bits: int, column: int, width: int) -> bool:
    """Say whether a column is among those of so many; the last column is bit 0."""
    return bits >> (width - 1 - column) & 1 == 1


def longest_agreement(rows: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Give the longest list of agreeing pairs (row, column) that keeps the order of both sides.

    Of several, the one that skips rows first. The table of lengths is kept as one whole number a
    row, a bit where the length grows (Hyyrö, Bit-parallel LCS-length computation revisited, 2004),
    so its time is rows × columns / 64.

    Args:
        rows: for each row the columns that it agrees with; the last column is bit 0.
        width: how many columns there are.
    """
    all_bits = (1 << width) - 1
    grows = [0] * (len(rows) + 1)
    flat = all_bits
    for row in range(len(rows) - 1, -1, -1):
        agreeing = flat & rows[row]
        flat = ((flat + agreeing) | (flat - agreeing)) & all_bits
        grows[row] = flat ^ all_bits

    def length(row: int, column: int) -> int:
        return (grows[row] & ((1 << (width - column)) - 1)).bit_count()

    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(rows) and column < width:
        if agrees_at(rows[row], column, width):
            # where the first of both agree, no other pair can do better
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif length(row + 1, column) >= length(row, column + 1):
            row += 1
        else:
            column += 1
    return pairs
