"""Changes to stretches of a file leave everything else alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edits import Edit, edited
from generator.source import Span


def span(line: int, column: int, end: int) -> Span:
    return Span("plan.yaml", line, column, line, end)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = f"甲100名{end}乙200名{end}"
    edits = [Edit(span(2, 2, 6), "250名"), Edit(span(1, 2, 6), "1名")]
    assert edited(text, edits) == f"甲1名{end}乙250名{end}"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited("甲100名", [Edit(span(1, 2, 5), "1"), Edit(span(1, 4, 6), "2")])


@pytest.mark.parametrize("place", [span(2, 1, 2), span(1, 3, 9), span(1, 4, 3)])
def test_an_edit_outside_the_text_is_refused(place: Span) -> None:
    with pytest.raises(ValueError, match=r"no such lines|outside"):
        edited("甲乙丙", [Edit(place, "丁")])


@given(st.text(alphabet="甲乙1\n"))
def test_no_edits_change_nothing(text: str) -> None:
    assert edited(text, []) == text
