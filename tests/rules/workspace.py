"""Small workspaces for tests: a plan with a standard head and a standard registry of units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.pipeline.analysis import analyze

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline.analysis import Analysis
    from generator.resolve import ResolvedPlan
    from generator.source import Span

HEAD: Final = {
    "format": "1",
    "kind": "规划",
    "title": "示例市公共服务规划",
    "stage": "草稿",
    "period": "2023—2027年",
}
REGISTRY: Final = """\
format: 1
region: 示例市
units:
  示例市卫生局:
    short: 市卫生局
  示例市教育局:
    short: 市教育局
  示例市交通局:
    short: 市交通局
  示例市水务局:
    short: 市水务局
  示例市财政局:
    short: 市财政局
  市疾病预防中心:
    short: 疾控中心
  甲科:
    parent: 示例市卫生局
  乙科:
    parent: 示例市卫生局
  各县区卫生部门:
    kind: 集合
    members: 甲县卫生局、乙县卫生局
  甲县卫生局:
    region: 甲县
  乙县卫生局:
    region: 乙县
  水库、河道管理处:
    parent: 示例市水务局
"""
_TOP_KEY: Final = re.compile(r"^([^\s:：#-][^\s:：]*)[:：]", re.MULTILINE)


def workspace(root: Path, files: dict[str, bytes]) -> Analysis:
    """Write files into an empty folder, with a registry and a plan if they have none."""
    standing = {
        "plans/units.yaml": REGISTRY.encode(),
        "plans/sample/plan.yaml": standard_head("plan.yaml", "").encode(),
    }
    for path, content in {**standing, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return analyze(root)


def analyzed(root: Path, piece: str) -> Analysis:
    """Analyze one plan that is a standard head and this piece."""
    text = standard_head("plan.yaml", piece) + piece
    return workspace(root, {"plans/sample/plan.yaml": text.encode()})


def resolved(root: Path, piece: str) -> ResolvedPlan:
    """Give the plan of a piece in which nothing is amiss."""
    analysis = analyzed(root, piece)
    assert not analysis.failed, analysis.report.diagnostics
    (plan,) = analysis.corpus.plans
    return plan


def standard_head(name: str, piece: str) -> str:
    """Give the lines that a piece lacks to be a file of its kind."""
    written = set(_TOP_KEY.findall(piece))
    head = {"plan.yaml": HEAD, "units.yaml": {"format": "1"}}.get(name, {})
    return "".join(f"{key}: {value}\n" for key, value in head.items() if key not in written)


def other_plan(piece: str) -> bytes:
    """Give the whole file of a piece of another plan, under a title of its own."""
    title = "" if "title:" in piece else "title: 示例省公共服务规划\n"
    return (standard_head("plan.yaml", title + piece) + title + piece).encode()


def words_at(text: str, span: Span) -> str:
    """Give what stands at a place of a text."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)
