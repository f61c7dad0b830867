"""What is looked at first, to save time, lets through all that is then looked for."""

# ruff: noqa: SLF001  # shortcuts are private, and so is what they stand for

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import ordinals, sums_in_text, w121_markup_in_text
from generator.checks.enumerations import enumerations
from generator.checks.in_text_lists import odd_item
from generator.checks.stated_count import stated_count
from generator.quantity import calendar_scan, find_quantities
from generator.quantity.find import CANDIDATE
from generator.text import Text

if TYPE_CHECKING:
    import re


@given(st.from_regex(ordinals._FIRST, fullmatch=True))
def test_every_first_ordinal_has_a_sign_of_one(text: str) -> None:
    assert ordinals._opens(text)


@pytest.mark.parametrize("pattern", [sums_in_text._TOTAL, sums_in_text._DONE, sums_in_text._WHICH])
def test_every_word_of_a_total_is_a_hint_of_one(pattern: re.Pattern[str]) -> None:
    @given(st.from_regex(pattern, fullmatch=True))
    def hint(text: str) -> None:
        assert sums_in_text._SIGN.search(text)

    hint()


@given(
    st.from_regex(w121_markup_in_text._MARKUP.pattern.replace(r"(?<![^\n])", ""), fullmatch=True)
)
def test_every_mark_begins_with_one_of_the_signs(text: str) -> None:
    assert text[0] in w121_markup_in_text._SIGNS


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2023–2027年建设",
            "2023－2027年建设",
            "2023─2027年建设",
            "5－6月完成",
            "2023年5月",
            "2023学年",
        ),
        *("2023/5/1完成", "2023．5．1完成", "三月底前", "二〇二五年"),
    ],
)
def test_no_date_is_a_quantity(text: str) -> None:
    candidate = CANDIDATE.match(text)
    assert candidate
    assert text[candidate.end()] in calendar_scan.AFTER_CALENDAR
    assert find_quantities(text) == ()


@pytest.mark.parametrize("text", ["占1/3", "占1／3"])
def test_a_fraction_is_read_with_either_stroke(text: str) -> None:
    (mention,) = find_quantities(text)
    assert mention.quantity.is_share


def test_the_longest_chain_of_levels_is_counted_whole() -> None:
    text = Text.at_line("国省市县乡村六级联动", "plan.yaml", 1, 1)
    (found,) = enumerations(text, frozenset())
    assert found.items == tuple("国省市县乡村")


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        (("登记", "转诊", "随访"), ("登记", "转诊", "随访", "评价"), "评价"),
        (("丁丁", "甲甲", "乙乙", "丙丙"), ("甲甲", "乙乙", "丙丙"), "丁丁"),
        (("甲甲", "乙乙", "丙丙"), ("丁丁", "戊戊", "己己"), ""),
    ],
)
def test_lists_that_share_an_end_are_compared(
    one: tuple[str, ...], other: tuple[str, ...], odd: str
) -> None:
    assert odd_item(one, other) == odd


@pytest.mark.parametrize(
    ("claim", "count"), [("一个目标三项任务", 1), ("附件1—6共三项", 6), ("三项任务一个目标", 3)]
)
def test_the_first_number_counts(claim: str, count: int) -> None:
    stated = stated_count(claim, tolerance=Fraction(1, 10))
    assert stated
    assert stated.interval.contains(count)
