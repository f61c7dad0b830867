"""Earlier versions of a plan: read, never checked again, and no plans of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pipeline.analysis import analyze, plan_files
from generator.pipeline.scope import scope_of
from tests.comparison.versions import write_versions
from tests.workspaces import SHOWN_PLAN, WRONG_SUM, write

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = SHOWN_PLAN.replace("stage: 已印发", "stage: 征求意见稿").replace(
    "date_of_issue: 2023年5月18日\n", ""
)


def test_versions_are_no_plans_of_the_workspace(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"征求意见稿": DRAFT})
    assert plan_files(root) == (root / "plans/lvdao/plan.yaml",)
    analysis = analyze(root)
    (plan,) = analysis.corpus.plans
    assert [one.label for one in analysis.corpus.versions_of(plan)] == ["征求意见稿"]
    assert not analysis.failed


def test_a_folder_of_that_name_beside_plans_is_a_plan(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {})
    write(root / "plans/versions/plan.yaml", DRAFT)
    assert len(plan_files(root)) == 2


def test_figures_that_do_not_add_up_are_history(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": WRONG_SUM})
    analysis = analyze(root)
    assert analysis.report.diagnostics == ()
    assert [one.label for one in analysis.corpus.versions_of(analysis.corpus.plans[0])] == ["旧版"]


def test_a_version_that_cannot_be_read_is_reported_at_its_place(tmp_path: Path) -> None:
    broken = DRAFT.replace("kind: 规划", "kinds: 规划")
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": broken})
    analysis = analyze(root)
    (first, *_) = analysis.report.diagnostics
    assert first.primary.place.source == "plans/lvdao/versions/旧版/plan.yaml"
    assert analysis.failed
    assert analysis.corpus.versions_of(analysis.corpus.plans[0]) == ()


def test_dated_versions_stand_by_date_others_by_stage(tmp_path: Path) -> None:
    later = SHOWN_PLAN.replace("2023年5月18日", "2024年1月2日")
    root = write_versions(tmp_path, SHOWN_PLAN, {"甲": later, "乙": SHOWN_PLAN})
    analysis = analyze(root)
    labels = [one.label for one in analysis.corpus.versions_of(analysis.corpus.plans[0])]
    assert labels == ["乙", "甲"]
    review = DRAFT.replace("征求意见稿", "送审稿")
    root = write_versions(tmp_path / "other", SHOWN_PLAN, {"甲": review, "乙": DRAFT})
    analysis = analyze(root)
    labels = [one.label for one in analysis.corpus.versions_of(analysis.corpus.plans[0])]
    assert labels == ["乙", "甲"]


def test_a_path_in_a_version_means_its_plan(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": DRAFT}).resolve()
    scope = scope_of(root, [root / "plans/lvdao/versions/旧版"])
    assert scope.plans == ("plans/lvdao/plan.yaml",)
    assert "plans/lvdao/versions/旧版/plan.yaml" in scope.files
