"""How many items a counting phrase states: 十项重点工程, 附件1—6, 至少三类, “三新”改革."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.text_numbers import mentions_in, periods_in
from generator.quantity import Interval, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

_NUMERAL: Final = "[0-9]+|[零〇一二两三四五六七八九十百]+"
_ORDINALS: Final = re.compile(f"({_NUMERAL})[—－–~～至到-]{{1,2}}({_NUMERAL})")
_BARE: Final = re.compile(f"(?<![第0-9.．])(?:{_NUMERAL})(?![0-9.．%％‰])")
# 一 is an article in running text, and a count where a phrase begins with it
_ONE: Final = re.compile("[“‘]?一[项个类种条]")
# a bare numeral beyond these is a name (5323) or an article (一体化)
_FEWEST: Final = 2
_MOST: Final = 999


class Stated(NamedTuple):
    """A count as stated.

    Attributes:
        text: the count in words: 10项, 3—5项.
        interval: the counts that it allows.
    """

    text: str
    interval: Interval

    @classmethod
    def exactly(cls, count: int) -> Stated:
        """Make an exact count."""
        return cls(f"{count}项", Interval.exact(count))

    def gap(self, count: int) -> str:
        """Say by how much a count that is not allowed differs: 多2项."""
        low, high = self.interval.low, self.interval.high
        if low is not None and (count < low or high is None):
            return f"少{max(1, low - count)}项"
        return f"多{max(1, count - (high or 0))}项"


def stated_count(
    claim: str, extra_units: frozenset[str] = frozenset(), *, tolerance: Fraction
) -> Stated | None:
    """Give the count that a phrase states by its first number, or None if it has none.

    Args:
        claim: the phrase.
        extra_units: the units of measure that the plan adds to the closed list.
        tolerance: what 约 stands for.

    Numbers without a measure word count too: 1—6 are six things, “三新” are three. A period
    (2025年) is no count.
    """
    periods = [(period.start, period.end) for period in periods_in(str(claim))]
    measured = _first(_measured(claim, extra_units, tolerance), periods)
    # at one place the number with its measure word says more, and none stands before the first
    bare = None if measured and not measured[0] else _first(_bare(claim), periods)
    found = [one for one in (measured, bare) if one]
    return min(found, key=lambda one: one[0])[2] if found else None


def _first(
    numbers: Iterator[tuple[int, int, Stated]], periods: list[tuple[int, int]]
) -> tuple[int, int, Stated] | None:
    """Give the first of some numbers that stands in no period."""
    for start, end, stated in numbers:
        if not any(first < end and start < last for first, last in periods):
            return start, end, stated
    return None


def _measured(
    claim: str, extra_units: frozenset[str], tolerance: Fraction
) -> Iterator[tuple[int, int, Stated]]:
    """Give the numbers with a measure word, in order."""
    for mention in mentions_in(str(claim), extra_units):
        quantity = mention.quantity
        if quantity.vague or quantity.is_share or quantity.pair:
            continue
        interval = quantity.for_comparison(tolerance)
        if all(number.denominator == 1 for number in quantity.numbers):
            exact = Stated.exactly(int(interval.low or 0))
            stated = exact if interval.is_exact else Stated(quantity.text, interval)
            yield mention.start, mention.end, stated


def _bare(claim: str) -> Iterator[tuple[int, int, Stated]]:
    """Give the numbers without one, in order."""
    one = _ONE.match(claim)
    if one:
        yield 0, one.end(), Stated.exactly(1)
    taken = 0
    for match in _ORDINALS.finditer(claim):
        first, last = (read_integer(group) for group in match.groups())
        if first is not None and last is not None and 0 < first < last <= _MOST:
            yield *match.span(), Stated.exactly(last - first + 1)
            taken = match.end()
    for match in _BARE.finditer(claim, taken):
        count = read_integer(match.group())
        if count is not None and _FEWEST <= count <= _MOST:
            yield *match.span(), Stated.exactly(count)
