"""`planpress check` of the sample plan, start-up included, beside starting Python with PyYAML.

Prints the best of several runs of each and their ratio (mark: under 1 s on two cores).

    python benchmarks/checking.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

RUNS = 7
ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plans" / "liuzhou-2023-2027"
COMMANDS = {
    "planpress check": [sys.executable, "-m", "generator.cli", "check", str(PLAN)],
    "python + CSafeLoader": [
        sys.executable,
        "-c",
        "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)",
        str(PLAN / "plan.yaml"),
    ],
}


def best(command: list[str]) -> float:
    """Time a command several times and keep the best."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=ROOT)
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    """Compare both commands."""
    times = {name: best(command) for name, command in COMMANDS.items()}
    for name, taken in times.items():
        print(f"{name:24} {taken:7.3f} s, best of {RUNS}")
    first, second = times.values()
    print(f"{'ratio':24} {first / second:7.2f}")


if __name__ == "__main__":
    main()
