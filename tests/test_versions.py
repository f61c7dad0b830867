"""Earlier versions of a plan: read, never checked again, and no plans of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pipeline.analysis import analyze, plan_files
from generator.pipeline.scope import scope_of
from tests.comparison.versions import write_versions
from tests.workspaces import SHOWN_PLAN, UNITS, WRONG_SUM, write

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


@pytest.mark.parametrize("name", ["规划.yaml", "plan1.yaml", "Plan.YAML", "plan.Yaml", ""])
def test_an_old_version_never_stands_for_the_plan(tmp_path: Path, name: str) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": DRAFT}).resolve()
    file = root / "plans/lvdao/plan.yaml"
    file.rename(file.with_name(name)) if name else file.unlink()
    analysis = analyze(root)
    assert not any("versions" in plan.path for plan in analysis.corpus.plans)
    assert analysis.failed
    (finding,) = [one for one in analysis.report.diagnostics if one.rule.code == "S117"]
    assert str(finding.primary.place).startswith("plans/lvdao/versions:")
    assert finding.message == "“versions”旁边没有plan.yaml，不知是哪份规划的旧版，没有读"
    assert "改回plan.yaml" in finding.hint
    for path in (root, root / "plans/lvdao", root / "plans/lvdao/versions/旧版"):
        assert finding.primary.place.source in scope_of(root, [path]).files


@pytest.mark.parametrize("name", ["Plan.YAML", "plan.Yaml", "plan.YML", "plan.yaml.TXT"])
def test_a_name_in_capitals_is_said(tmp_path: Path, name: str) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {})
    file = root / "plans/lvdao/plan.yaml"
    file.rename(file.with_name(name))
    assert [one.rule.code for one in analyze(root).report.diagnostics] == ["S111"]


def test_figures_that_do_not_add_up_are_history(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": WRONG_SUM})
    analysis = analyze(root)
    assert analysis.report.diagnostics == ()
    assert [one.label for one in analysis.corpus.versions_of(analysis.corpus.plans[0])] == ["旧版"]


def test_a_version_that_cannot_be_read_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    broken = DRAFT.replace("市水务局", "市渔业局").replace("市园林局", "市林业局")
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": broken})
    analysis = analyze(root)
    (finding,) = analysis.report.diagnostics
    assert finding.rule.code == "S117"
    assert finding.message.startswith("旧版“旧版”有3处错误，没有拿来比较：单位“市渔业局”")
    assert finding.primary.place.source == "plans/lvdao/versions/旧版/plan.yaml"
    assert not analysis.failed
    assert analysis.corpus.versions_of(analysis.corpus.plans[0]) == ()


def test_a_version_may_have_the_register_of_its_time(tmp_path: Path) -> None:
    old = DRAFT.replace("市水务局", "市水利局")
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": old})
    assert [one.rule.code for one in analyze(root).report.diagnostics] == ["S117"]
    write(root / "plans/lvdao/versions/旧版/units.yaml", UNITS.replace("水务局", "水利局"))
    assert analyze(root).report.diagnostics == ()
    write(root / "plans/lvdao/versions/旧版/units.yaml", "units: [\n")
    (finding,) = analyze(root).report.diagnostics
    assert finding.primary.place.source in scope_of(root.resolve(), [root.resolve()]).files


@pytest.mark.parametrize("name", ["旧版.yaml", "空的/说明.txt", "plan.yaml", "旧版.yml"])
def test_what_is_no_version_is_said(tmp_path: Path, name: str) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {})
    write(root / "plans/lvdao/versions" / name, SHOWN_PLAN)
    analysis = analyze(root)
    assert "S117" in [one.rule.code for one in analysis.report.diagnostics]
    scope = scope_of(root.resolve(), [root.resolve()])
    assert {one.primary.place.source for one in analysis.report.diagnostics} <= scope.files
    assert len(analysis.corpus.plans) == 1


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {})
    write(root / "plans/lvdao/versions", "旧版")
    (finding,) = analyze(root).report.diagnostics
    assert finding.message == "“versions”不是旧版，没有读"


def test_hidden_folders_and_links_out_of_the_plan_are_not_read(tmp_path: Path) -> None:
    root = write_versions(tmp_path / "workspace", SHOWN_PLAN, {".旧版": DRAFT})
    write(tmp_path / "outside/plan.yaml", DRAFT)
    (root / "plans/lvdao/versions/外面").symlink_to(tmp_path / "outside")
    analysis = analyze(root)
    assert [one.message for one in analysis.report.diagnostics] == [
        "“versions/外面”不是旧版，没有读"
    ]
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


def test_versions_of_one_stage_stand_as_people_count(tmp_path: Path) -> None:
    labels = ["第一稿", "第二稿", "第三稿", "第十稿", "第11稿"]
    root = write_versions(tmp_path, SHOWN_PLAN, dict.fromkeys(reversed(labels), DRAFT))
    analysis = analyze(root)
    found = analysis.corpus.versions_of(analysis.corpus.plans[0])
    assert [one.label for one in found] == labels


def test_a_draft_without_a_date_stands_before_what_was_issued(tmp_path: Path) -> None:
    later = SHOWN_PLAN.replace("2023年5月18日", "2024年1月2日")
    root = write_versions(tmp_path, SHOWN_PLAN, {"甲": later, "乙": SHOWN_PLAN, "丙": DRAFT})
    analysis = analyze(root)
    found = analysis.corpus.versions_of(analysis.corpus.plans[0])
    assert [one.label for one in found] == ["丙", "乙", "甲"]


def test_a_path_in_a_version_means_its_plan(tmp_path: Path) -> None:
    root = write_versions(tmp_path, SHOWN_PLAN, {"旧版": DRAFT}).resolve()
    scope = scope_of(root, [root / "plans/lvdao/versions/旧版"])
    assert scope.plans == ("plans/lvdao/plan.yaml",)
    assert "plans/lvdao/versions/旧版/plan.yaml" in scope.files
