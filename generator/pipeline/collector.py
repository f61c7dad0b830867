"""Keeping Python's cyclic garbage collector from walking over a whole corpus again and again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# New objects until the young are looked at, young walks until the next, until all are walked over.
_SELDOM: Final = (50_000, 1_000, 1_000)


@contextmanager
def seldom_collecting() -> Iterator[Callable[[], None]]:
    """Collect seldom while values are made that live to the end and refer to each other one way.

    Nodes, records and findings hold no cycles: counting references frees them, and the collector
    finds nothing in them, which took two fifths of the time of a check. Young objects are still
    collected, so a library that makes cycles (a traceback) does not add up.

    Yields:
        What to call when all that lives now will live to the end, so that no walk visits it.
        Garbage in cycles stays until then too: `drop_cycles` frees what is known to hold some.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    # a server that has frozen what it shares with its workers keeps it so
    is_ours = not gc.get_freeze_count()
    try:
        yield gc.freeze if is_ours else _keep_nothing
    finally:
        if is_ours:
            # the young go to the old as they are, without a walk over them
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)


def _keep_nothing() -> None:
    """Leave all to the collector."""


def drop_cycles() -> None:
    """Free the young objects that only refer to each other, as those of a workbook do."""
    gc.collect(1)
