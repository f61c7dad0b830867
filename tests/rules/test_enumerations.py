"""Where a list before its count may start."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.enumerations import ListStarts

STOPS = "，。；：！？…\n“”‘’《》"
LONGEST = 720
FAR = st.sampled_from(("", "甲" * 700, "（" + "甲" * 715))


def slow_start(text: str, end: int) -> int:
    """Look back from the end of a list, sign by sign."""
    lowest = max(0, end - LONGEST)
    depth = 0
    for index in range(end - 1, lowest - 1, -1):
        sign = text[index]
        if sign == "）":
            depth += 1
        elif sign == "（" and not depth:
            return index + 1
        elif sign == "（":
            depth -= 1
        elif sign in STOPS and not depth:
            return index + 1
    return lowest


@given(st.text("甲、，（）。“》", max_size=30), FAR)
def test_the_walk_finds_what_looking_back_finds(signs: str, far: str) -> None:
    text = signs[:10] + far + signs[10:]
    starts = ListStarts(text)
    for end in range(len(text) + 1):
        assert starts.before(end) == slow_start(text, end)
