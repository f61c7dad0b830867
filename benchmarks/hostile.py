"""Reading hostile text: seconds for texts of doubled length (mark: each about twice the last).

python benchmarks/hostile.py [CHARACTERS]
"""

from __future__ import annotations

import sys
from time import process_time
from typing import TYPE_CHECKING

from generator.checks.announced import announced, before_chains
from generator.checks.enumerations import enumerations
from generator.checks.ordinals import chains
from generator.checks.text_numbers import mentions_in, numbers_of, periods_in
from generator.model.values import ProseParagraph
from generator.quantity import find_periods, find_quantities
from generator.resolve import TextPlace
from generator.text import Piece, Text

if TYPE_CHECKING:
    from collections.abc import Callable

CHARACTERS = 20_000
DOUBLINGS = 3
PARTS = (
    *("千", "1.1.", "至少", "甲、乙、丙、", "《", "%", "二〇", "1—2—", "9", "甲、三个"),
    *("甲—乙—三个", "1名", "五分之一", "不少于每1", "到2025年、", "每年1个", "“十四五”", "（1名）"),
    *("三项：甲、乙、", "一是甲，", "二是甲，", "三项：一是甲，", "（2）甲，"),
)


def _numbers(text: Text) -> object:
    return numbers_of(TextPlace("甲", "a", (ProseParagraph(text),), ()), frozenset())


def _enumerations(text: Text) -> object:
    return list(enumerations(text, frozenset()))


def _announced(text: Text) -> object:
    return announced(text, frozenset()), list(before_chains(chains([text]), [text], frozenset()))


READERS: dict[str, Callable[[Text], object]] = {
    "quantities": find_quantities,
    "periods": find_periods,
    "enumerations": _enumerations,
    "lists behind their count": _announced,
    "numbers under periods": _numbers,
}


def seconds(read: Callable[[Text], object], text: str) -> float:
    """Time one reading of a text never read before."""
    mentions_in.cache_clear()
    periods_in.cache_clear()
    located = Text.at(text, "plan.yaml", (Piece(0, 1, 1),))
    start = process_time()
    read(located)
    return process_time() - start


def main() -> None:
    """Print for each reader and text the times, and the growth per doubling."""
    length = int(sys.argv[1]) if sys.argv[1:] else CHARACTERS
    lengths = [length << doubling for doubling in range(DOUBLINGS)]
    print(f"{'':32} {'  '.join(f'{length:>9}' for length in lengths)}  per doubling")
    for name, read in READERS.items():
        for part in PARTS:
            times = [seconds(read, part * (length // len(part))) for length in lengths]
            growth = (times[-1] / times[0]) ** (1 / (DOUBLINGS - 1))
            shown = "  ".join(f"{taken:7.4f} s" for taken in times)
            print(f"{name:24} {part:9} {shown}  {growth:12.2f}", flush=True)


if __name__ == "__main__":
    main()
