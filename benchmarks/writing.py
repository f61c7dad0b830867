"""Composing and writing a document of 16 pages as DOCX, and 1,000 documents in one process.

The first part stands beside docxtpl, which fills two templates with the same text:

- text only: our styles and nothing else, a loop over the blocks with one paragraph per style. This
  is the least that docxtpl can do, and less than we do: it has no merged cells, landscape pages,
  page numbers or banner, and signs such as “” stand in the Latin font.
- same look: our own document with a tag at every place, so that the result is the same document
  (mark: we take at most 1/8 of its CPU time).

Ours begins at the resolved plan, docxtpl at a context that is ready. The visible text of all three
is compared first. How many pages a document has, LibreOffice has counted, with the fonts of the
tests. Reading back what was written is not counted.

The second part writes variants of the sample plan, a hundred at a time, and prints time and memory
of each hundred (mark: neither grows). Reading the plans is not counted.

docxtpl is no dependency of PlanPress. To compare:

    python3 -m venv .venv-docxtpl
    .venv-docxtpl/bin/pip install -r requirements.lock -r requirements-test.lock
    .venv-docxtpl/bin/pip install docxtpl
    PYTHONPATH=. .venv-docxtpl/bin/python benchmarks/writing.py [DOCUMENTS]
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from corpus import peak_memory, variants, workspace

from generator.documents import main_type
from generator.pipeline.analysis import analyze
from generator.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.resolve import ResolvedPlan

ROOT = Path(__file__).parent.parent
# pages by plan, in its usual form
PAGES = {"henan-2021-teacher-quality": 16, "liuzhou-2023-2027": 20}
RUNS = 30
DOCUMENTS, BATCH = 1000, 100
MISSING = "docxtpl is not installed: see the head of this file for how to get it"


def written(resolved: ResolvedPlan) -> bytes:
    """Compose and write a plan in its usual form."""
    return write_docx(main_type(resolved).compose(resolved))


def seconds(work: Callable[[], object]) -> float:
    """Give the CPU time of one run."""
    start = process_time()
    work()
    return process_time() - start


def compare(resolved: ResolvedPlan) -> None:
    """Print what one document costs here and with both templates of docxtpl, taken in turn."""
    from word_template import laid_out, render, template_for, visible  # noqa: PLC0415  # needs docxtpl

    content = written(resolved)
    blocks = visible(content)
    slim = template_for(blocks)
    whole, texts = laid_out(content)
    works: dict[str, Callable[[], bytes]] = {
        "compose and write": lambda: written(resolved),
        "docxtpl, text only": lambda: render(slim, blocks=blocks),
        "docxtpl, same look": lambda: render(whole, texts=texts),
    }
    for name, work in works.items():
        if visible(work()) != blocks:
            message = f"{resolved.identifier}: {name}: another text"
            raise SystemExit(message)
    best = {
        name: min(times)
        for name, times in zip(
            works,
            zip(*([seconds(work) for work in works.values()] for _ in range(RUNS)), strict=True),
            strict=True,
        )
    }
    form = main_type(resolved).name
    print(f"{resolved.identifier}, {form}, {PAGES[resolved.identifier]} pages, best of {RUNS}")
    ours = best["compose and write"]
    for name, taken in best.items():
        print(f"  {name:20} {taken * 1000:7.2f} ms  {ours / taken:6.3f} of it is ours")


def forget_peak() -> None:
    """Let the peak of memory count from now."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def write_many(documents: int) -> None:
    """Print time and memory of each hundred documents of a long run."""
    print("documents  ms/document  of the first  bytes/document  peak MiB while writing")
    first = None
    texts = variants()
    for begin in range(0, documents, BATCH):
        with TemporaryDirectory() as name:
            files = workspace(Path(name), islice(texts, BATCH))
            plans = analyze(Path(name)).corpus.plans
            forget_peak()
            start = process_time()
            for file, resolved in zip(files, plans, strict=True):
                file.with_suffix(".docx").write_bytes(written(resolved))
            each = (process_time() - start) / len(plans) * 1000
            size = sum(file.with_suffix(".docx").stat().st_size for file in files) // len(files)
        first = first or each
        del plans, resolved
        print(
            f"{begin + BATCH:9} {each:12.2f} {each / first:13.2f} {size:15} {peak_memory():23}",
            flush=True,
        )


def main() -> None:
    """Compare with docxtpl where it is installed, then write many documents."""
    plans = [one for one in analyze(ROOT).corpus.plans if one.identifier in PAGES]
    if find_spec("docxtpl"):
        for resolved in plans:
            compare(resolved)
    else:
        print(MISSING)
    write_many(int(sys.argv[1]) if sys.argv[1:] else DOCUMENTS)


if __name__ == "__main__":
    main()
