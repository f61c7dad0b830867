"""Reading a plan with positions, beside PyYAML's own C loader without them.

Prints the best of many runs of both, taken in turn, and their ratio (mark: at most 0.8).

    python benchmarks/reading.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import yaml

from generator.yaml_nodes import decode_bytes, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 200
DEFAULT = Path(__file__).parent.parent / "plans" / "liuzhou-2023-2027" / "plan.yaml"


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Compare the two readers on one file."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    content = file.read_bytes()
    source, _ = decode_bytes(file.name, content)
    if source is None:
        message = f"{file} is not UTF-8"
        raise SystemExit(message)
    text = source.text
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(RUNS):
        ours.append(seconds(lambda: read_yaml(source)))
        theirs.append(seconds(lambda: yaml.load(text, yaml.CSafeLoader)))
    print(f"{file.name}: {len(content)} bytes, best of {RUNS}")
    print(f"  located nodes        {min(ours) * 1000:7.3f} ms")
    print(f"  yaml.CSafeLoader     {min(theirs) * 1000:7.3f} ms")
    print(f"  ratio                {min(ours) / min(theirs):7.3f}")


if __name__ == "__main__":
    main()
