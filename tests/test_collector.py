"""The garbage collector is kept from walking over a corpus, and nothing depends on that."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from generator.pipeline.analysis import analyze
from generator.pipeline.collector import seldom_collecting

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
