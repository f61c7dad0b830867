"""The garbage collector is kept from walking over a corpus, and nothing depends on that."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from generator.pipeline.analysis import analyze
from generator.pipeline.collector import drop_cycles, seldom_collecting

ROOT = Path(__file__).parents[1]


def test_the_collector_is_as_before_afterwards_even_after_a_failure() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold()[0] > before[0]
        assert gc.isenabled()
    assert gc.get_threshold() == before
    with pytest.raises(ZeroDivisionError):
        fail_inside()
    assert gc.get_threshold() == before


def test_what_was_kept_is_given_back_to_the_collector() -> None:
    with seldom_collecting() as keep_all:
        keep_all()
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0
    with pytest.raises(ZeroDivisionError):
        fail_inside()
    assert gc.get_freeze_count() == 0


def test_what_others_have_frozen_stays_so() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    try:
        with seldom_collecting() as keep_all:
            more = [[number] for number in range(1000)]
            keep_all()
            assert gc.get_freeze_count() < frozen + len(more)
        assert gc.get_freeze_count() > len(more)
    finally:
        gc.unfreeze()


def test_the_cycles_of_a_workbook_are_freed_before_all_is_kept() -> None:
    gc.disable()
    try:
        with seldom_collecting() as keep_all:
            cycle = Traced([])
            cycle.others.append(cycle)
            trace = weakref.ref(cycle)
            del cycle
            drop_cycles()
            assert trace() is None
            keep_all()
    finally:
        gc.enable()


class Traced:
    """An object that tells whether it lives."""

    def __init__(self, others: list[object]) -> None:
        self.others = others


def fail_inside() -> None:
    with seldom_collecting():
        _ = 1 // 0


def test_a_check_leaves_no_cycles_for_the_collector_to_find() -> None:
    analyze(ROOT)
    gc.collect()
    gc.disable()
    try:
        analysis = analyze(ROOT)
        assert analysis.corpus.plans
        del analysis
        assert gc.collect() == 0
    finally:
        gc.enable()
