"""The fast alignment gives what the slow and plain one gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.agreement import Columns, longest_agreement
from generator.checks.alignment import of_period
from generator.checks.text_numbers import Number, numbers_of
from generator.model.values import ProseParagraph
from generator.quantity import find_quantities
from generator.resolve import TextPlace
from tests.rules.test_alignment import aligned, target, text
from tests.steps import steps

if TYPE_CHECKING:
    from generator.model.figures import Figure

AMOUNTS = (
    *("1名", "2名", "3人", "3位", "至少3名", "约3名", "3名左右", "超过3名", "2—3名", "不足1名"),
    *("3年", "36个月", "1:2", "2:4", "50%", "1/2", "五成", "一批", "若干", "2元/人", "2元/名"),
)
PERIODS = ("", "到2025年，", "到2027年，", "2025年，", "每年")
FIGURES = (
    *AMOUNTS,
    *("到2025年: 3名/到2027年: 3人", "到2025年: 2名/2025年: 3名", "2025年: 1名/每年: 五成"),
)
TARGETS = {figures: target("甲", figures) for figures in FIGURES}


def lengths(agree: list[list[bool]], width: int) -> list[list[int]]:
    """Give for each row and column the length of the longest list from there on."""
    best = [[0] * (width + 1) for _ in range(len(agree) + 1)]
    for row in range(len(agree) - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            skip = max(best[row + 1][column], best[row][column + 1])
            take = 1 + best[row + 1][column + 1] if agree[row][column] else 0
            best[row][column] = max(skip, take)
    return best


def slow_agreement(agree: list[list[bool]], width: int) -> list[tuple[int, int]]:
    best = lengths(agree, width)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(agree) and column < width:
        if agree[row][column] and best[row][column] == 1 + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def agrees(figures: tuple[Figure, ...], number: Number) -> bool:
    return any(
        figure.stated.quantity.states_same(number.quantity)
        for figure in of_period(figures, number.period)
    )


tables = st.integers(0, 12).flatmap(
    lambda width: st.lists(st.lists(st.booleans(), min_size=width, max_size=width), max_size=12)
)


@given(tables)
def test_the_longest_agreement_is_that_of_the_whole_table(agree: list[list[bool]]) -> None:
    width = len(agree[0]) if agree else 0
    rows = [
        sum(1 << (width - 1 - column) for column, holds in enumerate(row) if holds) for row in agree
    ]
    assert longest_agreement(rows, width) == slow_agreement(agree, width)


@given(
    st.sampled_from(FIGURES),
    st.lists(st.tuples(st.sampled_from(PERIODS), st.sampled_from(AMOUNTS)), max_size=6),
)
def test_the_numbers_that_agree_are_those_that_state_the_same(
    figures: str, written: list[tuple[str, str]]
) -> None:
    prose = "；".join(period + amount for period, amount in written)
    numbers = numbers_of(
        TextPlace("甲", "a", (ProseParagraph(text(f"有{prose}")),), ()), frozenset()
    )
    stated = TARGETS[figures].indicator.stated
    bits = Columns(numbers, of_period).agreeing(stated)
    found = [bits >> (len(numbers) - 1 - index) & 1 == 1 for index in range(len(numbers))]
    assert found == [agrees(stated, number) for number in numbers]


@given(st.sampled_from(AMOUNTS), st.sampled_from(AMOUNTS))
def test_equal_statements_state_the_same(first: str, second: str) -> None:
    (one,) = (mention.quantity for mention in find_quantities(f"有{first}"))
    (other,) = (mention.quantity for mention in find_quantities(f"有{second}"))
    if None in (one.pair, other.pair):
        assert (one.statement == other.statement) is one.states_same(other)


def many(size: int, wrong: int) -> tuple[str, list[str]]:
    """Write as many numbers as targets; some of them are wrong."""
    return "，".join(f"有{100 + n + wrong}名" for n in range(size)), [
        f"{100 + n}名" for n in range(size)
    ]


def test_twice_the_targets_take_little_more_than_twice_the_steps() -> None:
    for wrong in (0, 50_000):
        counts = []
        for size in (100, 200):
            prose, figures = many(size, wrong)
            targets = [target(f"甲{n}", figure) for n, figure in enumerate(figures)]
            counts.append(steps(partial(aligned, targets=targets), prose))
        assert counts[1] <= 2.2 * counts[0] + 100, wrong
