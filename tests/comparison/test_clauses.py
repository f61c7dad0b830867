"""The clauses of two versions: changed, new, gone, moved, under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    return [(one.old, one.new) for line in change.lines for one in line if not one.is_same]


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
    assert {change.place, change.old_place} in (
        {"二、（二）加强宣传", "二、（三）加强宣传"},
        {"二、（三）加强管护", "二、（二）加强管护"},
    )


def test_a_renamed_clause_is_the_same_clause(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("title: 加强管护", "title: 做好长效管护"))
    (change,) = found.clauses
    assert (change.kind, change.place, change.old_place) == (
        "修改",
        "二、（二）做好长效管护",
        "二、（二）加强管护",
    )
    assert words(change) == [("加强", "做好长效")]


def test_a_goal_less_is_one_change_although_the_others_move_up(tmp_path: Path) -> None:
    goal = "      - text: 完成沿江绿道的勘察和设计\n        lead: 市水务局\n"
    found = compared(tmp_path, PLAN, PLAN.replace(goal, ""))
    (change,) = found.clauses
    assert change.place == "任务分工：绿道建设工程"
    removed = "".join(old for old, new in words(change) if not new)
    assert "完成沿江绿道的勘察和设计" in removed


def test_another_lead_is_a_change_of_its_row(tmp_path: Path) -> None:
    new = PLAN.replace(
        "建成绿道1000米\n        lead: 市水务局\n        support: 市园林局",
        "建成绿道1000米\n        lead: 市园林局\n        support: 市水务局",
    )
    (change,) = compared(tmp_path, PLAN, new).clauses
    assert change.place == "任务分工：绿道建设工程"
    assert words(change)


def test_a_row_of_a_table_is_compared_by_its_name(tmp_path: Path) -> None:
    new = PLAN.replace("      | 甲县 | 60 | 沿江 |\n", "").replace("环山 |", "环山和滨湖 |")
    found = compared(tmp_path, PLAN, new)
    assert told(found) == [("删去", "里程表：甲县"), ("修改", "里程表：乙县")]


def test_a_notice_that_issues_the_plan_is_compared_as_the_plan(tmp_path: Path) -> None:
    inner = "".join(f"    {line}\n" for line in PLAN.splitlines() if line != "format: 1")
    notice = (
        "format: 1\nkind: 通知\ntitle: 关于印发示例市绿道建设规划的通知\nstage: 已印发\n"
        "issuer: 示例市水务局\nencloses:\n  by: 印发\n  document:\n" + inner
    )
    assert compared(tmp_path, PLAN, notice).is_same


def test_every_sample_is_the_same_as_itself() -> None:
    plans = analyze(ROOT).corpus.plans
    assert plans
    for resolved in plans:
        found = compare(Version(resolved), Version(resolved))
        assert found.is_same, resolved.identifier
        assert found.unchanged_clauses
