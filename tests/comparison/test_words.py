"""What two readings share: nothing is lost, numbers stay whole, chance is not kept."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blocks import Change
from generator.comparison.words import Segment, new_runs, old_runs, segments

TEXT = st.text(alphabet="建成绿道名所，。38017%ab ", max_size=40)


@given(TEXT, TEXT)
def test_both_readings_are_kept_whole(old: str, new: str) -> None:
    found = segments(old, new)
    assert "".join(one.old for one in found) == old
    assert "".join(one.new for one in found) == new
    assert "".join(run.text for run in old_runs(found)) == old
    assert "".join(run.text for run in new_runs(found)) == new


@given(TEXT, TEXT)
def test_stretches_that_differ_never_touch(old: str, new: str) -> None:
    kinds = [one.is_same for one in segments(old, new)]
    assert all(one != other for one, other in pairwise(kinds))


def test_a_number_differs_whole_and_its_unit_stays() -> None:
    assert segments("培养3800名教师，占10.5%。", "培养3700名教师，占10.8%。") == (
        Segment("培养", "培养"),
        Segment("3800", "3700"),
        Segment("名教师，占", "名教师，占"),
        Segment("10.5%", "10.8%"),
        Segment("。", "。"),
    )


def test_a_character_between_two_changes_is_not_kept_by_chance() -> None:
    found = segments("坚持统筹规划、分步实施的办法推进", "坚持整体规划、逐步落实的办法推进")
    assert Segment("分步实施", "逐步落实") in found
    assert Segment("规划、", "规划、") in found


def test_texts_with_little_in_common_are_marked_whole() -> None:
    assert segments("沿江建设绿道", "每名教师每年培训十次") == (
        Segment("沿江建设绿道", "每名教师每年培训十次"),
    )


def test_marks_say_what_went_and_what_came() -> None:
    found = segments("建成绿道600米", "建成绿道700米")
    assert [(run.text, run.change) for run in old_runs(found)] == [
        ("建成绿道", Change.NONE),
        ("600", Change.REMOVED),
        ("米", Change.NONE),
    ]
    assert [run.change for run in new_runs(found)][1] is Change.ADDED


def test_what_was_put_in_begins_at_a_mark() -> None:
    assert segments("这是基础性工作", "这是基础性、战略性工作")[1] == Segment("", "、战略性")


@pytest.mark.parametrize("piece", ["统筹推进、分类指导，", "统筹推进、分类指导。"])
def test_in_a_very_long_text_only_what_changed_is_marked(piece: str) -> None:
    old = piece * 2000
    new = f"{old[:7000]}新{old[7000:]}"
    assert [one.new for one in segments(old, new) if not one.is_same] == ["新"]
