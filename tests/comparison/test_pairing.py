"""Which text became which: everything once, names before likeness, as few moves as possible."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.comparison.pairing import Named, Pair, moved, pairs

ITEM = st.builds(Named, st.sampled_from(["", "a", "b", "c"]), st.text("甲乙丙丁", max_size=6))
ITEMS = st.lists(ITEM, max_size=8)


@given(ITEMS, ITEMS)
def test_everything_stands_in_just_one_pair(old: list[Named], new: list[Named]) -> None:
    found = pairs(old, new)
    assert sorted(pair.old for pair in found if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in found if pair.new is not None] == list(range(len(new)))
    assert all(pair != (None, None) for pair in found)


@given(ITEMS)
def test_what_did_not_change_is_paired_with_itself(items: list[Named]) -> None:
    found = pairs(items, items)
    assert all(
        pair.old is not None and pair.new is not None and items[pair.old] == items[pair.new]
        for pair in found
    )


@given(st.permutations(range(7)))
def test_what_did_not_move_still_stands_in_its_order(order: list[int]) -> None:
    found = tuple(Pair(old, new) for new, old in enumerate(order))
    others = moved(found)
    kept = [pair.old for pair in found if pair not in others and pair.old is not None]
    assert kept == sorted(kept)
    longest = max(len(run) for run in _rising(order))
    assert len(kept) == longest


def _rising(order: list[int]) -> list[list[int]]:
    """Give every rising run of numbers that leaves some out: slow, and plainly right."""
    runs: list[list[int]] = [[]]
    for number in order:
        runs += [[*run, number] for run in runs if not run or run[-1] < number]
    return runs


def test_a_name_counts_more_than_likeness() -> None:
    old = [Named("a", "沿江建设绿道"), Named("b", "环山建设步道")]
    new = [Named("a", "环山建设步道。"), Named("b", "沿江建设绿道。")]
    assert pairs(old, new) == (Pair(0, 0), Pair(1, 1))


def test_without_names_the_likest_texts_are_paired() -> None:
    old = [Named("", "沿江建设绿道600米"), Named("", "环山建设步道")]
    new = [Named("", "新建驿站二十个"), Named("", "沿江建设绿道700米")]
    assert pairs(old, new) == (Pair(None, 0), Pair(0, 1), Pair(1, None))


def test_what_is_gone_stands_where_it_stood() -> None:
    old = [Named("a", "甲"), Named("b", "乙"), Named("c", "丙")]
    assert pairs(old, [old[0], old[2]]) == (Pair(0, 0), Pair(1, None), Pair(2, 1))
