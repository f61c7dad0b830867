"""Where a list before its count may start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.enumerations import ListStarts, overfull

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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("解决甲、乙、丙、丁、戊等四个问题", 5),
        ("做好宣传、培训、演练和评估、验收等3项工作", 4),
        ("服务老人、儿童、孕妇、残疾人等三类人群", 4),
        ("甲（一、二）、乙、丙等两个方面", 3),
        ("解决甲、乙、丙等四个问题", 0),
        ("解决甲、乙、丙、丁等四个问题", 0),
        ("在市、县开展宣传、培训、演练等三个方面的工作", 0),
        ("学校、医院的水、电、气等三类设施", 0),
        ("甲村、乙村、丙村等两个乡镇", 0),
        ("教育、卫生、文化、体育等3项民生实事", 0),
        ("一等、二等、三等两类奖", 0),
        ("甲、乙、丙等一类问题", 0),
        ("甲、乙等问题", 0),
        ("“甲、乙、丙等两个方面”", 0),
    ],
)
def test_a_list_with_more_behind_it_names_no_more_than_its_count(text: str, items: int) -> None:
    assert [len(found.items) for found in overfull(text, frozenset())] == [items] * bool(items)


def test_many_open_lists_are_read_to_their_end() -> None:
    assert len(overfull("甲、乙、丙等两个方面，" * 2000, frozenset())) == 2000
    assert overfull("甲、" * 9000 + "等两个方面", frozenset()) != ()
