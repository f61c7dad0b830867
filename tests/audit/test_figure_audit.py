"""Every figure of a document is accounted for, and plans of other fields raise no false alarm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from generator.checks.figure_audit import FigureState, audit
from generator.pipeline.analysis import analyze
from tests.rules.workspace import analyzed, workspace

if TYPE_CHECKING:
    from generator.checks.figure_audit import FigureUse

ROOT: Final = Path(__file__).parents[2]
PLANS: Final = sorted((Path(__file__).parent / "plans").glob("*.yaml"))
PROSE_RULES: Final = ("C120", "C121", "C123", "T102", "T120")

PIECE: Final = """\
indicators:
  社区护士: 3800名
  29岁以下护士占比: 1/3
  护理站:
    figures:
      到2027年: 60个
claims:
  - claim: 三个护理层级
    items: 基层、县级、市级
preamble: 依据《护理条例（2022年修订）》（示卫发〔2022〕10号），完善三个护理层级。
sections:
  - title: 主要任务
    text: |
      培养社区护士3800名，29岁以下的护士占1/3。
      到2027年，建成护理站60个，配备急救车20辆，服务群众5000。
      培养一批骨干，市县两级落实“三个课堂”，每参训一次解决一个问题。
    targets: 社区护士、29岁以下护士占比
"""


def uses(root: Path, piece: str) -> dict[str, FigureUse]:
    (plan,) = analyzed(root, piece).corpus.plans
    return {str(use.text): use for use in audit(plan)}


@pytest.mark.parametrize(
    ("written", "state", "why"),
    [
        ("3800名", FigureState.BOUND, "社区护士"),
        ("1/3", FigureState.BOUND, "29岁以下护士占比"),
        ("60个", FigureState.MATCHED, "护理站"),
        ("29岁以下", FigureState.MATCHED, "29岁以下护士占比"),
        ("三个", FigureState.LABEL, "引号里的名称"),
        ("两级", FigureState.COUNTED, "市、县"),
        ("一批", FigureState.LABEL, "不定量"),
        ("一次", FigureState.LABEL, "泛指"),
        ("到2027年", FigureState.LABEL, "日期"),
        ("10", FigureState.LABEL, "文号"),
        ("20辆", FigureState.UNACCOUNTED, ""),
        ("5000", FigureState.UNACCOUNTED, ""),
    ],
)
def test_each_figure_has_one_state(
    tmp_path: Path, written: str, state: FigureState, why: str
) -> None:
    use = uses(tmp_path, PIECE)[written]
    assert use.state is state
    assert why in (use.indicator, use.reason)


def test_a_count_that_a_claim_declares_is_counted(tmp_path: Path) -> None:
    piece = (
        "claims:\n  - claim: 三个护理层级\n    items: 甲、乙、丙\npreamble: 完善三个护理层级。\n"
    )
    use = uses(tmp_path, piece)["三个"]
    assert (use.state, use.reason) == (FigureState.COUNTED, "三个护理层级")


def test_cells_and_headings_are_accounted_for(tmp_path: Path) -> None:
    piece = """\
tables:
  - id: 床位表
    unit: 张
    columns: 县区、床位、说明
    rows: |
      | 甲县 | 300 | 新增40张 |
sections:
  - title: 实施六项行动
    show: 床位表
"""
    found = uses(tmp_path, piece)
    assert found["300"].state is FigureState.BOUND
    assert found["40张"].state is FigureState.UNACCOUNTED
    assert found["六项"].state is FigureState.UNACCOUNTED


def test_every_figure_of_the_samples_is_accounted_for() -> None:
    left = [
        (plan.identifier, str(use.text), use.place)
        for plan in analyze(ROOT).corpus.plans
        for document in plan.documents
        for use in audit(document)
        if use.state is FigureState.UNACCOUNTED or not (use.agrees or use.quantity)
    ]
    assert left == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_plans_of_other_fields_raise_no_false_alarm(tmp_path: Path, plan: Path) -> None:
    report = workspace(tmp_path, {"plans/sample/plan.yaml": plan.read_bytes()}).report
    found = [item for item in report.diagnostics if item.rule.code in PROSE_RULES]
    assert found == []
    notes = [item for item in report.diagnostics if item.rule.code == "C122"]
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("plan", "words", "wrong"),
    [
        ("roads", "到2027年，农村公路里程达到6000公里", "到2027年，农村公路里程达到5900公里"),
        ("roads", "等级公路比例达到95%", "等级公路比例达到94%"),
        ("hospital", "到2027年，培养社区护士3800名", "到2027年，培养社区护士3700名"),
        ("water", "到2026年，建成水库30座", "到2026年，建成水库31座"),
        ("water", "创建200个节水型社区", "创建210个节水型社区"),
        ("water", "供水管网达到1500公里", "供水管网达到1600公里"),
    ],
)
def test_a_changed_number_is_found_where_it_stands(
    tmp_path: Path, plan: str, words: str, wrong: str
) -> None:
    text = next(file for file in PLANS if file.stem == plan).read_text(encoding="utf-8")
    assert text.count(words) == 1
    changed = text.replace(words, wrong)
    report = workspace(tmp_path, {"plans/sample/plan.yaml": changed.encode()}).report
    (found,) = [item for item in report.diagnostics if item.rule.code == "C120"]
    line = changed[: changed.index(wrong)].count("\n") + 1
    assert found.primary.place.source == "plans/sample/plan.yaml"
    assert found.primary.place[1] == line
