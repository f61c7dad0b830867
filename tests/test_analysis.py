"""What cannot be read stops its plan alone, without follow-on findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pipeline.analysis import Analysis, analyze

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "format: 1\nkind: 行动计划\ntitle: 示例市节水行动计划\nstage: 草稿\n"


def analysed(folder: Path, files: dict[str, str]) -> Analysis:
    (folder / "mkdocs.yml").write_text("site_name: 试验\n", encoding="utf-8")
    for name, text in files.items():
        path = folder / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return analyze(folder)


def codes(analysis: Analysis) -> list[str]:
    return [item.rule.code for item in analysis.report.diagnostics if item.rule.code != "D101"]


def test_an_unreadable_part_of_a_plan_stops_that_plan_only(tmp_path: Path) -> None:
    plan = f"{HEAD}preamble: 节水100吨。\nsections:\n  - title: 目标\n    targets: 节水量\n"
    analysis = analysed(
        tmp_path,
        {"a/plan.yaml": plan, "a/indicators.yaml": "节水量: &x\n", "b.yaml": HEAD},
    )
    assert set(codes(analysis)) <= {"Y103", "Y101"}
    assert [resolved.identifier for resolved in analysis.corpus.plans] == ["b"]


def test_a_part_may_be_named_by_the_chinese_word_of_its_key(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, {"a/plan.yaml": HEAD, "a/指标.yaml": "节水量: 100吨\n"})
    (plan,) = analysis.corpus.plans
    assert [str(indicator.name) for indicator in plan.plan.indicators] == ["节水量"]


def test_a_part_in_two_files_is_found(tmp_path: Path) -> None:
    parts = {"a/indicators.yaml": "节水量: 100吨\n", "a/指标.yaml": "节水量: 90吨\n"}
    analysis = analysed(tmp_path, {"a/plan.yaml": HEAD, **parts})
    (found,) = [item for item in analysis.report.diagnostics if item.rule.code == "Y102"]
    assert {found.primary.place.source, found.related[0].place.source} == {
        f"plans/{name}" for name in parts
    }


def test_an_unreadable_registry_gives_no_unknown_units(tmp_path: Path) -> None:
    task = "tasks:\n  - of: 巡查\n    goals:\n      - text: 巡查\n        lead: 水务局\n"
    analysis = analysed(tmp_path, {"a/plan.yaml": HEAD + task, "units.yaml": "format: 1\nunits\n"})
    assert codes(analysis) == ["Y101"]


def test_a_registry_may_refer_to_the_one_above(tmp_path: Path) -> None:
    own = "units:\n  巡查队:\n    parent: 节水科\n  供水队:\n    parent: 无名科\n"
    analysis = analysed(
        tmp_path,
        {
            "units.yaml": "format: 1\nunits:\n  示例市水务局:\n    short: 水务局\n",
            "a/units.yaml": "format: 1\nunits:\n  节水科:\n    parent: 水务局\n",
            "a/plan.yaml": HEAD + own,
        },
    )
    assert codes(analysis) == ["R102"]
