"""Keeping Python's cyclic garbage collector from walking over a whole corpus again and again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# New objects until the young are looked at, young walks until the next, until all are walked over.
_SELDOM: Final = (50_000, 1_000, 1_000)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Collect seldom while values are made that live to the end and refer to each other one way.

    Nodes, records and findings hold no cycles: counting references frees them, and the collector
    finds nothing in them, which took two fifths of the time of a check. Young objects are still
    collected, so a library that makes cycles (a workbook, a traceback) does not add up.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
