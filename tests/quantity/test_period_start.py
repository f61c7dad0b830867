"""A period is looked for wherever one of its spellings may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.quantity.period_find import START
from generator.quantity.period_forms import forms

if TYPE_CHECKING:
    import re


@pytest.mark.parametrize("form", [pattern for pattern, _ in forms()], ids=lambda form: form.pattern)
def test_every_spelling_begins_where_the_search_stops(form: re.Pattern[str]) -> None:
    @settings(max_examples=25)
    @given(st.from_regex(form, fullmatch=True))
    def begins(spelled: str) -> None:
        # a space at the front belongs to no period
        assert START.match(spelled.lstrip(" "))

    begins()
