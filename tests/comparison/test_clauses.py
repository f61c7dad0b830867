"""The clauses of two versions: changed, new, gone, moved, under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.comparison import Version, compare
from generator.pipeline.analysis import analyze
from tests.comparison.versions import PLAN, compared
from tests.site.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.comparison import ClauseChange, Comparison

SPREADING = PLAN[PLAN.index("      - title: 加强宣传") : PLAN.index("    show: 里程表")]
CARE = PLAN[PLAN.index("      - title: 加强管护") : PLAN.index("      - title: 加强宣传")]


def told(found: Comparison) -> list[tuple[str, str]]:
    return [(one.kind, one.place) for one in found.clauses]


def words(change: ClauseChange) -> list[tuple[str, str]]:
    """Give what differs, old against new."""
    return [(one.old, one.new) for line in change.lines for one in line.segments if not one.is_same]


def test_the_words_that_changed_are_found_in_their_clause(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("建成绿道1000米，配备", "建成绿道1200米，配备"))
    (change,) = found.clauses
    assert (change.kind, change.place) == ("修改", "一、主要目标")
    assert words(change) == [("1000", "1200")]


def test_a_new_clause_renumbers_the_others_and_changes_none(tmp_path: Path) -> None:
    clause = "      - title: 加强保障\n        text: |\n          落实经费。\n"
    found = compared(tmp_path, PLAN, PLAN.replace(CARE, clause + CARE))
    assert told(found) == [("新增", "二、（二）加强保障")]


def test_a_clause_that_is_gone_stands_behind_what_it_stood_behind(tmp_path: Path) -> None:
    changed = PLAN.replace(CARE, "").replace("文明出行", "安全出行")
    assert told(compared(tmp_path, PLAN, changed)) == [
        ("删去", "二、（二）加强管护"),
        ("修改", "二、（二）加强宣传"),
    ]


def test_a_moved_clause_is_one_move(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace(CARE + SPREADING, SPREADING + CARE))
    (change,) = found.clauses
    assert change.kind == "移动"
    assert (change.place, change.old_place) in (
        ("二、（二）加强宣传", "二、（三）加强宣传"),
        ("二、（三）加强管护", "二、（二）加强管护"),
    )


def test_what_stands_in_a_moved_chapter_did_not_move_itself(tmp_path: Path) -> None:
    goals = PLAN[PLAN.index("  - title: 主要目标") : PLAN.index("  - title: 保障措施")]
    safeguards = PLAN[PLAN.index("  - title: 保障措施") : PLAN.index("projects:")]
    found = compared(tmp_path, PLAN, PLAN.replace(goals + safeguards, safeguards + goals))
    assert told(found) in ([("移动", "二、主要目标")], [("移动", "一、保障措施")])


def test_a_clause_that_went_to_another_chapter_names_both(tmp_path: Path) -> None:
    new = PLAN.replace(CARE, "").replace(
        "  - title: 保障措施\n", "    clauses:\n" + CARE + "  - title: 保障措施\n"
    )
    assert [
        (one.kind, one.place, one.old_place) for one in compared(tmp_path, PLAN, new).clauses
    ] == [("移动", "一、（一）加强管护（在“主要目标”下）", "二、（二）加强管护（在“保障措施”下）")]


def test_a_renamed_chapter_keeps_its_clauses(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("title: 保障措施", "title: 组织实施"))
    (change,) = found.clauses
    assert (change.kind, change.place) == ("修改", "二、组织实施")


def test_a_renamed_clause_is_the_same_clause(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("title: 加强管护", "title: 做好长效管护"))
    (change,) = found.clauses
    assert (change.kind, change.place, change.old_place) == (
        "修改",
        "二、（二）做好长效管护",
        "二、（二）加强管护",
    )
    assert words(change) == [("加强", "做好长效")]


GOAL = "      - text: 完成沿江绿道的勘察和设计\n        lead: 市水务局\n"


def test_a_goal_less_is_one_change_although_the_others_move_up(tmp_path: Path) -> None:
    (change,) = compared(tmp_path, PLAN, PLAN.replace(GOAL, "")).clauses
    assert (change.kind, change.place) == ("删去", "任务分工：绿道建设工程，目标1")
    assert [(line.label, *words) for line in change.lines for words in line.segments] == [
        ("建设目标", "完成沿江绿道的勘察和设计", ""),
        ("牵头部门", "市水务局", ""),
    ]


def test_a_goal_more_is_one_change_although_the_others_move_down(tmp_path: Path) -> None:
    (change,) = compared(tmp_path, PLAN.replace(GOAL, ""), PLAN).clauses
    assert (change.kind, change.place) == ("新增", "任务分工：绿道建设工程，目标1")


def test_another_lead_is_a_change_of_its_goal(tmp_path: Path) -> None:
    new = PLAN.replace(
        "建成绿道1000米\n        lead: 市水务局\n        support: 市园林局",
        "建成绿道1000米\n        lead: 市园林局\n        support: 市水务局",
    )
    (change,) = compared(tmp_path, PLAN, new).clauses
    assert change.place == "任务分工：绿道建设工程，目标2"
    assert [line.label for line in change.lines] == ["牵头部门", "配合部门"]
    assert words(change) == [("水务", "园林"), ("园林", "水务")]


def test_leads_exchanged_between_goals_are_two_changes(tmp_path: Path) -> None:
    new = PLAN.replace("设计\n        lead: 市水务局", "设计\n        lead: 市园林局").replace(
        "建成驿站\n        lead: 市园林局", "建成驿站\n        lead: 市水务局"
    )
    assert told(compared(tmp_path, PLAN, new)) == [
        ("修改", "任务分工：绿道建设工程，目标1"),
        ("修改", "任务分工：绿道建设工程，目标3"),
    ]


def test_paragraphs_that_changed_places_are_a_change(tmp_path: Path) -> None:
    first, second = "          沿江先建。\n", "          环山后建。\n"
    text = "          落实管护责任，每段绿道有专人巡查，及时修补破损的路面。\n"
    old = PLAN.replace(text, f"{first}\n{second}")
    (change,) = compared(tmp_path, old, PLAN.replace(text, f"{second}\n{first}")).clauses
    assert [line.is_moved for line in change.lines] == [True]


def test_a_new_first_paragraph_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    old = PLAN.replace("sections:", "preamble: |\n  为建设绿道，制定本规划。\nsections:", 1)
    new = old.replace("  为建设绿道", "  近年来绿道很受欢迎。\n\n  为建设绿道")
    (change,) = compared(tmp_path, old, new).clauses
    assert words(change) == [("", "近年来绿道很受欢迎。")]


def test_clauses_of_one_name_in_two_attachments_are_not_mixed_up(tmp_path: Path) -> None:
    piece = (
        "  - title: {0}方案\n    sections:\n      - title: 总体要求\n        text: |\n"
        "          {1}\n"
    )
    roads = piece.format("绿道", "沿江、环山统一规划，分段建设绿道。")
    water = piece.format("供水", "水厂分批改造，管网同时更新。")
    found = compared(tmp_path, PLAN + roads, PLAN + water + roads)
    assert {(one.kind, one.place) for one in found.clauses if one.kind != "移动"} == {
        ("新增", "附件2标题"),
        ("新增", "附件2一、总体要求"),
        ("修改", "附件说明"),
    }


def test_a_row_of_a_table_is_compared_by_its_name(tmp_path: Path) -> None:
    new = PLAN.replace("      | 甲县 | 60 | 沿江 |\n", "").replace("环山 |", "环山和滨湖 |")
    found = compared(tmp_path, PLAN, new)
    assert told(found) == [("删去", "里程表：甲县"), ("修改", "里程表：乙县")]


def test_a_row_of_another_place_is_not_the_same_row(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("| 甲县 | 60 |", "| 丙县 | 60 |"))
    assert told(found) == [("删去", "里程表：甲县"), ("新增", "里程表：丙县")]


PRINTED = [
    number
    for number, line in enumerate(PLAN.splitlines())
    if not line.strip().endswith(":")
    and (line.strip().split(":")[0] in ("- title", "- text", "title") or ": " not in line)
    and line.strip() not in ("rows: |", "text: |")
    and "- id" not in line
]


@pytest.mark.parametrize("number", PRINTED)
def test_whatever_is_printed_otherwise_is_a_change(tmp_path: Path, number: int) -> None:
    lines = PLAN.splitlines()
    end = " |" if lines[number].endswith("|") else ""
    lines[number] = f"{lines[number].removesuffix(' |')}甲{end}"
    assert not compared(tmp_path, PLAN, "\n".join((*lines, ""))).is_same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 示例市绿道建设规划\n", "title: 示例市绿道建设规划（2023—2027年）\n"),
        ("period: 2023—2027年", "period: 2024—2028年"),
        ("issuer: 示例市水务局", "issuer: 示例市园林局"),
        ("    unit: 米\n", "    unit: 千米\n"),
        ("columns: [县区, 2024年, 备注]", "columns: [县区, 2024年, 说明]"),
        ("    show: projects、tasks", "    show: tasks\n  - title: 名册\n    present: 无"),
    ],
)
def test_what_stands_around_the_text_is_compared_too(tmp_path: Path, old: str, new: str) -> None:
    assert old in PLAN
    assert not compared(tmp_path, PLAN, PLAN.replace(old, new)).is_same


def test_a_notice_that_issues_the_plan_is_compared_as_the_plan(tmp_path: Path) -> None:
    inner = "".join(f"    {line}\n" for line in PLAN.splitlines() if line != "format: 1")
    notice = (
        "format: 1\nkind: 通知\ntitle: 关于印发示例市绿道建设规划的通知\nstage: 已印发\n"
        "issuer: 示例市水务局\nencloses:\n  by: 印发\n  document:\n" + inner
    )
    found = compared(tmp_path, PLAN, notice)
    assert (found.clauses, found.figures) == ((), ())
    assert found.unchanged_clauses


def test_every_sample_is_the_same_as_itself() -> None:
    plans = analyze(ROOT).corpus.plans
    assert plans
    for resolved in plans:
        found = compare(Version(resolved), Version(resolved))
        assert found.is_same, resolved.identifier
        assert found.unchanged_clauses
