"""The number of items that a counting phrase states."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.checks.stated_count import stated_count

TENTH = Fraction(1, 10)


@pytest.mark.parametrize(
    ("claim", "text", "allowed", "not_allowed"),
    [
        ("十项重点工程", "10项", [10], [9, 11]),
        ("附件1—6", "6项", [6], [1, 5, 7]),
        ("附件2—6", "5项", [5], [6]),
        ("第二至六章", "5项", [5], [6]),
        ("“三新”改革", "3项", [3], [2]),
        ("“四有好老师”标准", "4项", [4], [3]),
        ("一项重点工程", "1项", [1], [2]),
        ("“十四五”时期三项任务", "3项", [3], [14]),
        ("2025年三项任务", "3项", [3], [2025]),
        ("至少三类", "至少三类", [3, 9], [2]),
        ("3—5项", "3—5项", [3, 4, 5], [2, 6]),
        ("约10项", "约10项", [9, 11], [8, 12]),
    ],
)
def test_a_number_is_read(
    claim: str, text: str, allowed: list[int], not_allowed: list[int]
) -> None:
    stated = stated_count(claim, tolerance=TENTH)
    assert stated is not None
    assert stated.text == text
    assert [count for count in allowed + not_allowed if stated.interval.contains(count)] == allowed


@pytest.mark.parametrize(
    "claim",
    [
        "服务对象",
        "一体化机制",
        "一级目录",
        "5323模式",
        "2025年重点任务",
        "2023—2027年任务",
        "十四五重点任务",
        "第三批项目县",
        "若干项",
        "30%任务",
        "3.5亩",
    ],
)
def test_what_states_no_count_is_a_named_list(claim: str) -> None:
    assert stated_count(claim, tolerance=TENTH) is None


def test_a_units_of_the_plan_ends_a_number() -> None:
    stated = stated_count("12标准化考点", frozenset(("标准化考点",)), tolerance=TENTH)
    assert stated is not None
    assert stated.text == "12项"


@pytest.mark.parametrize(
    ("claim", "count", "gap"),
    [("三项", 5, "多2项"), ("三项", 1, "少2项"), ("至少三项", 2, "少1项"), ("3—5项", 9, "多4项")],
)
def test_the_gap_is_to_the_nearest_count_allowed(claim: str, count: int, gap: str) -> None:
    stated = stated_count(claim, tolerance=TENTH)
    assert stated is not None
    assert stated.gap(count) == gap
