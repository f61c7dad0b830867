"""CPU time of checking a whole corpus, from reading to report, start-up apart.

Makes variants of the sample plan in a temporary workspace: other names, other words, other figures,
so that hardly a text stands in two plans. Prints the time per plan, the growth per doubling and the
memory, beside two peers on the same files: `yaml.CSafeLoader` alone, and with it a validation by
our own JSON Schema, the usual way to check YAML (mark: 100 plans in 3 s; growth linear to 3,200).

    python benchmarks/corpus.py [PLANS ...]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

import yaml
from jsonschema import Draft7Validator

from generator.pipeline.analysis import analyze
from generator.schema import SCHEMAS, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parent.parent
REGISTRY = ROOT / "plans" / "units.yaml"
SAMPLE = ROOT / "plans" / "liuzhou-2023-2027" / "plan.yaml"
SIZES = (100, 200, 400, 800, 1600, 3200)
# of a validator written in Python a part of the corpus says enough
VALIDATED = 20
# common words of the sample, whose second half is replaced
WORDS = (
    *("教师", "教育", "培训", "培养", "学校", "建立", "建成", "建设", "加强", "制度", "问题"),
    *("名师", "骨干", "卓越", "专业", "工作", "能力", "研修", "提升", "实施", "队伍", "教坛"),
    *("县区", "体系"),
)
# their pairs name every plan of the largest corpus
CHARACTERS = (
    "松柏梅兰竹菊荷枫桂杉榆槐柳桐樟楠江河湖海溪泉潭洲云霞雾露霜雪虹岚岩峰岭谷原野林泽"
    "瑶琳琼珊璋瑾瑜琪珠晶钰铭锦钧铎鹤鹏鸿"
)
# a figure that its texts repeat: each plan has its own
FIGURE = 10000
MEBIBYTE = 1024


class Cost(NamedTuple):
    """What a corpus cost: CPU seconds of the check and of both peers, MiB of memory, findings."""

    checked: float
    loaded: float
    validated: float
    memory: int
    findings: int


def variants() -> Iterator[str]:
    """Give plans that differ from the sample, and from each other, in nearly every line."""
    sample = SAMPLE.read_text(encoding="utf-8")
    # units keep their names, so these are tried first
    units = set(re.findall("[\u4e00-\u9fff]{3,}", REGISTRY.read_text(encoding="utf-8")))
    words = re.compile("|".join((*sorted(units, key=len, reverse=True), *WORDS)))
    for number, end in enumerate(product(CHARACTERS, repeat=2)):
        # each word ends in characters of its own, else 教育教学 would become a word said twice
        ends = (f"{end[0]}{end[1]}{CHARACTERS[place]}" for place in range(len(WORDS)))
        renamed = {word: word[0] + own for word, own in zip(WORDS, ends, strict=True)}
        plan = words.sub(lambda found, names=renamed: names.get(found[0], found[0]), sample)
        plan = re.sub(rf"(?<![0-9]){FIGURE}(?=名)", str(FIGURE + number), plan)
        yield re.sub("(?m)^id: .*$", f"id: plan-{number}", plan)


def workspace(folder: Path, plans: Iterable[str]) -> list[Path]:
    """Write a workspace of these plans and give their files."""
    (folder / "mkdocs.yml").write_text("site_name: corpus\n", encoding="utf-8")
    registry = folder / "plans" / "units.yaml"
    registry.parent.mkdir()
    registry.write_bytes(REGISTRY.read_bytes())
    files = []
    for number, plan in enumerate(plans):
        file = registry.parent / f"plan-{number}" / "plan.yaml"
        file.parent.mkdir()
        file.write_text(plan, encoding="utf-8")
        files.append(file)
    return files


def peak_memory() -> int:
    """Give the most memory that this process has held, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // MEBIBYTE


def check(root: Path) -> tuple[float, int, int]:
    """Give the seconds, the memory and the findings of a check."""
    # the models are built at first use: that is start-up
    analyze(ROOT)
    before = peak_memory()
    start = process_time()
    analysis = analyze(root)
    return process_time() - start, peak_memory() - before, len(analysis.report.diagnostics)


def load(files: list[Path]) -> float:
    """Give the seconds of loading the files with PyYAML's fastest safe loader."""
    start = process_time()
    for file in files:
        yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return process_time() - start


def validate(files: list[Path]) -> float:
    """Give the seconds of validating the files against the JSON Schema, loading apart."""
    # all values as text, as the schema has them
    texts = [file.read_bytes() for file in files[:VALIDATED]]
    documents = [yaml.load(text, yaml.CBaseLoader) for text in texts]  # noqa: S506  # makes only text
    validator = Draft7Validator(json.loads(schema_text(SCHEMAS[0])))
    start = process_time()
    for document in documents:
        list(validator.iter_errors(document))
    return (process_time() - start) / len(documents) * len(files)


def measure(plans: int) -> Cost:
    """Measure one corpus in this process, which has done nothing else."""
    with TemporaryDirectory() as name:
        files = workspace(Path(name), islice(variants(), plans))
        if len(files) < plans:
            sys.exit(f"only {len(files)} variants of the sample")
        checked, memory, findings = check(Path(name))
        loaded = load(files)
        return Cost(checked, loaded, loaded + validate(files), memory, findings)


def measured_apart(plans: int) -> Cost:
    """Measure in a process of its own, so that no size sees the memory of another."""
    command = [sys.executable, __file__, "--measure", str(plans)]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    return Cost(*json.loads(output))


def main() -> None:
    """Measure every size and print one row for each."""
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    print(
        "plans  CPU s  ms/plan  per doubling   MiB  KiB/plan  findings/plan"
        "  of CSafeLoader  of that + JSON Schema"
    )
    first = None
    for plans in map(int, sys.argv[1:] or SIZES):
        cost = measured_apart(plans)
        each = cost.checked / plans
        growth = f"{each / first * 2:.2f}" if first else "-"
        print(
            f"{plans:5} {cost.checked:6.2f} {each * 1000:8.1f} {growth:>13} {cost.memory:5}"
            f" {cost.memory * MEBIBYTE / plans:9.0f} {cost.findings / plans:14.1f}"
            f" {cost.checked / cost.loaded:15.2f} {cost.checked / cost.validated:22.2f}",
            flush=True,
        )
        first = each


if __name__ == "__main__":
    main()
