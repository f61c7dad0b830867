"""Measure: `python -m benchmarks.mutation [--misses all|checkable] [--plan NAME]`."""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.mutation.report import print_misses, print_tables
from benchmarks.mutation.running import Bench, Outcome, changes_in

ROOT = Path(__file__).parents[2]
PROCESSES = 2
_CHUNK = 40


class Job(NamedTuple):
    """Some changes of one file: their numbers from `first` up to `last`."""

    folder: str
    file: str
    first: int
    last: int


def run(job: Job) -> list[Outcome]:
    """Make the changes of a job one after the other."""
    changes = changes_in(ROOT, job.file)[job.first : job.last]
    with Bench(ROOT, job.folder, job.file) as bench:
        if bench.unchanged():
            message = f"{job.file} raises warnings before anything is changed"
            raise SystemExit(message)
        return [bench.outcome(change) for change in changes]


def jobs(only: str) -> list[Job]:
    """Cut the changes of all files into pieces of equal size, in a fixed order."""
    found = []
    for folder in sorted(path for path in (ROOT / "plans").iterdir() if path.is_dir()):
        if folder.name.startswith(".") or only not in folder.name:
            continue
        files = sorted(file.relative_to(ROOT).as_posix() for file in folder.glob("*.yaml"))
        files += ["plans/units.yaml"] if folder.name.startswith("liuzhou") else []
        for file in files:
            count = len(changes_in(ROOT, file))
            found += [Job(folder.name, file, n, n + _CHUNK) for n in range(0, count, _CHUNK)]
    return found


def main() -> None:
    """Run every change and print what was noticed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("--misses", choices=("all", "checkable", "none"), default="all")
    parser.add_argument("--plan", default="", help="part of the name of a plan's folder")
    chosen = parser.parse_args()
    started = perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        outcomes = [one for part in pool.map(run, jobs(chosen.plan)) for one in part]
    if chosen.misses != "none":
        print_misses(outcomes, checkable_only=chosen.misses == "checkable")
    print_tables(outcomes)
    print(f"\n{len(outcomes)} changes, {perf_counter() - started:.0f} s with {PROCESSES} processes")


if __name__ == "__main__":
    main()
