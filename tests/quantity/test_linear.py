"""Reading takes a number of steps in proportion to the text, hostile text included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.quantity import find_periods, find_quantities, parse_period, parse_quantity
from generator.quantity.calendar_scan import PATTERNS as CALENDAR_PATTERNS
from generator.quantity.find import CANDIDATE
from generator.quantity.number_scan import ARABIC, CHINESE
from generator.quantity.period_find import START
from generator.quantity.period_forms import forms, value_forms
from generator.quantity.words import DISTANT_BOUNDS, PROSE_SIGNS
from tests.steps import steps

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "1",
    "第",
    "一",
    "至少",
    "1/",
    "1:",
    "1—",
    "1,000,",
    "1.",
    "万",
    "1万",
    "10%—",
    "一批",
    "半",
    "一半",
    "百分之",
    "五分之一",
    "点一",
    "五年",
    "每年",
    "到2025",
    "2025年",
    "2025年1月",
    "不少于的",
    "不少于每1",
    "应",
    "“",
    "（",
    "元/",
    "3元/人",
    "约",
    "超过总数的",
    "“十四五”",
    "培训前",
    "数百",
    "千",
    "1.1.",
    "二〇",
    "1—2—",
    "%",
    "《",
    "甲、",
    "9",
)


@pytest.mark.parametrize("part", HOSTILE)
@pytest.mark.parametrize("read", [find_quantities, find_periods])
def test_twice_the_text_takes_at_most_twice_the_steps(
    read: Callable[[str], object], part: str
) -> None:
    read(part)
    once, twice = (steps(read, part * size) for size in (100, 200))
    assert twice <= 2.02 * once + 100
    assert twice <= 250 * 200 * len(part) + 500


@pytest.mark.parametrize("part", HOSTILE)
@pytest.mark.parametrize("read", [parse_quantity, parse_period])
def test_an_overlong_value_is_refused_at_once(read: Callable[[str], object], part: str) -> None:
    assert read(part * 20000) is None
    assert steps(read, part * 20000) < 100


@pytest.mark.parametrize("part", HOSTILE)
def test_twenty_thousand_repetitions_are_read(part: str) -> None:
    text = part * 20000
    assert all(m.end - m.start < 200 for m in find_quantities(text))
    assert all(m.end - m.start < 200 for m in find_periods(text))


def _patterns() -> list[str]:
    compiled = [ARABIC, CHINESE, CANDIDATE, START, PROSE_SIGNS, DISTANT_BOUNDS]
    compiled += [pattern for pattern, _ in (*forms(), *value_forms())]
    return [pattern.pattern for pattern in compiled] + list(CALENDAR_PATTERNS)


def test_every_pattern_is_bounded_or_never_gives_back() -> None:
    """A + or * must be possessive (followed by +), so no pattern can backtrack without end."""
    for pattern in _patterns():
        outside_classes = re.sub(r"\\.|\[[^\]]*\]", "c", pattern)
        assert re.sub(r"[*+]\+", "", outside_classes).count("*") == 0, pattern
        assert re.sub(r"[*+?]\+", "", outside_classes).count("+") == 0, pattern
        assert not re.search(r"\{\d*,\}", outside_classes), pattern
