"""What the rules read out of a text costs steps in proportion to it, hostile text included."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator.checks.announced import _announced as announcing
from generator.checks.announced import announced, before_chains
from generator.checks.enumerations import enumerations
from generator.checks.ordinals import chains
from generator.checks.terms import occurrences
from generator.checks.text_numbers import mentions_in, numbers_of, periods_in
from generator.checks.w104_mixed_terms import mixed
from generator.model.values import ProseParagraph, prose_of, split_names
from generator.resolve import TextPlace
from tests.rules.workspace import analyzed
from tests.steps import lines_run, steps_of_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.text import Text

HOSTILE = (
    *("千", "1.1.", "至少", "甲、", "《", "》", "%", "二〇", "1—2—", "9", "（", "）", "甲\n"),
    *("三个", "甲、三个", "1个、", "一二三、四个", "甲—乙—三个", "围绕三个", "10学时", "甲。"),
    *("到2025年", "到2025年、", "1名（到2025年）", "《甲》", "甲乙", "《甲", "[1名](#甲)", "["),
    *("10学时学分", "](", "三项：", "三项：甲、乙、", "一是甲，", "二是甲，", "三项：一是甲，"),
    *("（1）", "（2）甲，", "①", "三项，即"),
)


def read_enumerations(text: Text) -> object:
    return list(enumerations(text, frozenset()))


def read_numbers(text: Text) -> object:
    return numbers_of(TextPlace("甲", "a", (ProseParagraph(text),), ()), frozenset())


def read_mixed_terms(text: Text) -> object:
    return list(mixed(text, "学时", "学分", frozenset()))


def read_occurrences(text: Text) -> object:
    return list(occurrences(text, "甲", ("甲乙", "乙甲")))


def read_announced(text: Text) -> object:
    return announced(text, frozenset())


def read_ordinals(text: Text) -> object:
    return chains([text]), list(before_chains(chains([text]), [text], frozenset()))


READERS = (
    read_enumerations,
    read_announced,
    read_ordinals,
    read_numbers,
    read_mixed_terms,
    read_occurrences,
    prose_of,
    split_names,
)


def count(read: Callable[[Text], object], text: str) -> int:
    mentions_in.cache_clear()
    periods_in.cache_clear()
    announcing.cache_clear()
    return steps_of_text(read, text)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("part", HOSTILE)
def test_twice_the_text_takes_at_most_little_more_than_twice_the_steps(
    read: Callable[[Text], object], part: str
) -> None:
    # the first reading of all compiles patterns
    count(read, part)
    # a list is looked for in so many characters before its count: beyond that the cost is even
    length = 2000 if read in (read_enumerations, read_announced) else 400
    times = length // len(part)
    once, twice = (count(read, f"甲{part * size}甲") for size in (times, 2 * times))
    assert twice <= 2.2 * once + 100


def many_numbers_before_a_period(size: int) -> str:
    return "9名" * size + "（到2025年）"


def many_numbers_after_a_list_of_periods(size: int) -> str:
    return "到2025年" + "、" * size + "到2027年" + "1名" * size


@pytest.mark.parametrize(
    "make", [many_numbers_before_a_period, many_numbers_after_a_list_of_periods]
)
def test_many_numbers_look_for_one_period_in_no_more_steps(make: Callable[[int], str]) -> None:
    count(read_numbers, make(1))
    once, twice = (count(read_numbers, make(size)) for size in (200, 400))
    assert twice <= 2.2 * once + 100


PROSE = ("1名", "每年1个", "（1名）", "1个、", "到2025年、", "“", "的", "100名甲", "[1名](#甲)")
INDICATORS = "indicators:\n  甲: 100名\n  3岁以下乙: 20名\n"
TERMS = "terms:\n  - use: 甲\n    same_as: 乙\n    not_same_as: 丙\n"


@pytest.mark.parametrize("part", PROSE)
def test_all_rules_together_take_little_more_than_twice_the_steps(
    tmp_path: Path, part: str
) -> None:
    counts = []
    for number, times in enumerate((100, 100, 200)):
        # each text is another one, so that nothing that was read before is known
        text = f"甲{part * times}{'甲' * (number + 1)}"
        plan = f"sections:\n  - title: 章\n    text: |\n      {text}\n    targets: 甲\n"
        work = partial(analyzed, tmp_path / str(number), f"{INDICATORS}{TERMS}{plan}")
        counts.append(lines_run(work))
    # the first reading of all compiles patterns
    _, once, twice = counts
    assert twice <= 2.2 * once
