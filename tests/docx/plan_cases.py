"""Documents made from plans: one of every type, as it goes out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.documents import DOCUMENT_TYPES
from generator.documents.unit_lists import UnitLists
from generator.pipeline.analysis import analyze
from generator.writers.docx import write_docx
from tests.rules.workspace import resolved as resolved_piece
from tests.tables.test_checks import HEALTH, INVESTMENT, SCORE
from tests.workspaces import PLAN, write_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Document
    from generator.resolve import ResolvedPlan

ROOT = Path(__file__).parents[2]
LIUZHOU, JILIN = "liuzhou-2023-2027", "jilin-2019-teacher-base"
HENAN, ACTIONS = "henan-2021-teacher-quality", "three-actions"

_TEXT = (
    "建设绿道要因地制宜，沿江、环山连成一体，方便市民散步和骑行，同时保护好沿线的树木和湿地。" * 12
)
_LONG_PLAN = PLAN.replace(
    "      沿江、环山建设绿道，方便市民散步和骑行。", f"      {_TEXT}\n\n      {_TEXT}"
)
_ATTACHED = """\
attachments:
  - title: 绿道建设工程和任务分工
    show: projects、tasks
  - title: 绿道建设用地说明
    text: 用地以批准的范围为准。
"""


def plan_of(plans: tuple[ResolvedPlan, ...], identifier: str) -> ResolvedPlan:
    return next(plan for plan in plans if plan.identifier == identifier)


def compose(resolved: ResolvedPlan, name: str) -> Document:
    """Compose a plan in a form that it can take."""
    kind = next(kind for kind in DOCUMENT_TYPES if kind.name == name)
    assert kind.fits(resolved)
    return kind.compose(resolved)


def _documents() -> Iterator[tuple[str, Document]]:
    samples = analyze(ROOT).corpus.plans
    liuzhou = plan_of(samples, LIUZHOU)
    for name in ("draft", "notice", "scheme", "tasks", "indicators"):
        yield f"plan-{name}", compose(liuzhou, name)
    yield "plan-text", compose(plan_of(samples, ACTIONS), "text")
    yield "plan-official", compose(plan_of(samples, JILIN), "official")
    yield "plan-carried", compose(plan_of(samples, JILIN), "carried")
    yield "plan-forwarded", compose(plan_of(samples, HENAN), "official")
    lists = UnitLists((liuzhou,))
    for name, label in (("plan-unit", "培训中心"), ("plan-unit-member", "局属普通高中")):
        (unit,) = lists.find(label)
        one = lists.document(unit)
        assert one
        yield name, one
    with TemporaryDirectory() as folder:
        yield from _own_documents(Path(folder))


def _own_documents(folder: Path) -> Iterator[tuple[str, Document]]:
    review = (
        _LONG_PLAN.replace("已印发", "送审稿") + "attachments:\n  - title: 甲\n    show: projects\n"
    )
    plans = {
        "review": review.replace("示水发〔2023〕4号", "示水发〔2023〕5号"),
        "approval": review.replace("送审稿", "报批稿"),
        "attached": PLAN + _ATTACHED,
    }
    root = write_workspace(folder / "plans", plans)
    analysis = analyze(root)
    assert not analysis.failed, analysis.report.diagnostics
    found = analysis.corpus.plans
    yield "plan-review", compose(plan_of(found, "review"), "review")
    yield "plan-approval", compose(plan_of(found, "approval"), "approval")
    yield "plan-attachments", compose(plan_of(found, "attached"), "attachments")
    lists = UnitLists(found)
    (unit,) = lists.find("市水务局")
    several = lists.document(unit)
    assert several
    yield "plan-unit-several", several
    for name, piece in (("quotas", HEALTH), ("investment", INVESTMENT), ("scores", SCORE)):
        yield f"plan-{name}", compose(resolved_piece(folder / name, piece), "tables")


@cache
def plan_documents() -> dict[str, Document]:
    """Compose every document by a short name."""
    return dict(_documents())


def plan_files() -> dict[str, bytes]:
    """Write every document by a short name."""
    return {name: write_docx(document) for name, document in plan_documents().items()}
