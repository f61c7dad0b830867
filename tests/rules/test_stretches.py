"""Stretches are found by halves as they are found one by one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.stretches import Stretches

index = st.integers(0, 12)
# every second stretch between sorted places: none overlap, though some touch
apart = st.lists(index, max_size=10, unique=True).map(lambda at: list(pairwise(sorted(at)))[::2])


@given(apart, index, index)
def test_a_stretch_is_held_or_met_by_any_of_them(
    spans: list[tuple[int, int]], one: int, other: int
) -> None:
    start, end = min(one, other), max(one, other)
    found = Stretches(spans)
    assert found.hold(start, end) is any(s <= start and end <= e for s, e in spans)
    if start < end:
        assert found.meet(start, end) is any(s < end and start < e for s, e in spans)
