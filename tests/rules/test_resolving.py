"""Names to the things that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.resolve.names import NameIndex, loose
from generator.source import Span
from tests.rules.workspace import HEAD, analyzed, resolved, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline.analysis import Analysis


def task(roles: str) -> str:
    return f"""\
projects:
  - title: 甲工程
tasks:
  - of: 甲工程
    goals:
      - text: 完成
        {roles}
"""


def found(analysis: Analysis) -> list[tuple[str, int, int]]:
    """Give code, line of the piece and column of what was found, notes aside."""
    head = len(HEAD)
    places = [(d.rule.code, d.primary.place) for d in analysis.report.diagnostics]
    return [
        (code, place.line - head, place.column)
        for code, place in places
        if isinstance(place, Span) and code != "D101"
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“三名”教师工程", "三名教师工程", True),
        ("甲（乙）", "甲(乙)", True),
        ("甲 乙", "甲乙", True),
        ("‘甲’", '"甲"', True),
        ("甲\u3000乙", "甲乙", True),
        ("甲（乙）", "甲乙", False),
        ("甲、乙", "甲乙", False),
        ("甲A", "甲a", False),
    ],
)
def test_names_are_one_but_for_quotes_spaces_and_width_of_brackets(
    one: str, other: str, *, same: bool
) -> None:
    assert (loose(one) == loose(other)) is same


def test_an_exact_name_wins_over_a_loose_one_and_the_first_over_the_second() -> None:
    index = NameIndex([("“甲”", 1), ("甲", 2), ("甲", 3), ("乙 丙", 4)])
    exact, spelt = index.find("甲"), index.find("乙丙")
    assert exact is not None
    assert (exact.value, exact.spelling) == (2, "")
    assert spelt is not None
    assert (spelt.value, spelt.spelling) == (4, "乙 丙")
    assert index.find("丁") is None


def test_the_nearest_name_is_offered_or_none() -> None:
    index = NameIndex([("市卫生局", 1), ("市水务局", 2)])
    assert index.nearest("市卫生居") == "市卫生局"
    assert index.nearest("文化馆") == ""


@pytest.mark.parametrize(
    ("written", "units"),
    [
        ("lead: 市卫生局、市财政局", ["示例市卫生局", "示例市财政局"]),
        ("lead: [市卫生局, 市财政局]", ["示例市卫生局", "示例市财政局"]),
        ("lead: 水库、河道管理处", ["水库、河道管理处"]),
        ("lead: 示例市卫生局，甲科", ["示例市卫生局", "甲科"]),
        ("lead: 市卫生局、甲科等", ["示例市卫生局", "甲科"]),
    ],
)
def test_units_are_found_by_any_name_and_one_that_holds_a_stop_wins_as_a_whole(
    tmp_path: Path, written: str, units: list[str]
) -> None:
    (goal,) = resolved(tmp_path, task(written)).tasks[0].goals
    assert [str(unit.name) for unit in goal.lead] == units


def test_in_a_list_each_entry_is_one_name(tmp_path: Path) -> None:
    roles = "lead:\n          - 水库、河道管理处\n          - 甲科"
    (goal,) = resolved(tmp_path, task(roles)).tasks[0].goals
    assert [str(unit.name) for unit in goal.lead] == ["水库、河道管理处", "甲科"]


def test_a_unit_spelt_otherwise_is_found_with_a_word_on_it(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, task("lead: 市 卫生局"))
    assert found(analysis) == [("W101", 7, 15)]
    assert not analysis.failed


def test_an_unknown_unit_in_a_list_is_pointed_at_alone(tmp_path: Path) -> None:
    assert found(analyzed(tmp_path, task("lead: 市卫生局、市卫计局"))) == [("R102", 7, 20)]


def test_a_role_of_the_row_is_shared_by_its_goals_until_one_writes_its_own(tmp_path: Path) -> None:
    piece = """\
projects:
  - title: 甲工程
tasks:
  - of: 甲工程
    lead: 市卫生局
    support: 甲科
    goals:
      - text: 一
      - text: 二
        support: 乙科
      - text: 三
        lead: 市财政局
        support: 无
"""
    goals = resolved(tmp_path, piece).tasks[0].goals
    names = [
        {role: [str(unit.label) for unit in units] for role, units in goal.roles.items()}
        for goal in goals
    ]
    assert names == [
        {"lead": ["市卫生局"], "support": ["甲科"]},
        {"lead": ["市卫生局"], "support": ["乙科"]},
        {"lead": ["市财政局"]},
    ]
    assert [goal.shared for goal in goals] == [{"lead", "support"}, {"lead"}, frozenset()]


def test_the_plans_own_units_come_before_the_registry(tmp_path: Path) -> None:
    piece = "units:\n  乡卫生站:\n    short: 市卫生局\n" + task("lead: 市卫生局")
    (goal,) = resolved(tmp_path, piece).tasks[0].goals
    assert [str(unit.name) for unit in goal.lead] == ["乡卫生站"]


def test_a_name_that_is_taken_is_offered_only_for_want_of_another() -> None:
    entries = [("农村供水工程", 1), ("城镇供水工程", 2), ("文化工程", 3)]
    assert NameIndex(entries).nearest("农镇供水工程") == "城镇供水工程"
    assert NameIndex(entries, taken={"城镇供水工程"}).nearest("农镇供水工程") == "农村供水工程"
    assert NameIndex(entries[1:], taken={"城镇供水工程"}).nearest("农镇供水工程") == "城镇供水工程"


def test_a_row_is_offered_a_subject_without_one(tmp_path: Path) -> None:
    piece = "projects:\n  - title: 农村供水工程\n  - title: 城镇供水工程\ntasks:\n"
    goal = "    goals:\n      - text: 完成\n        lead: 市卫生局\n"
    piece += f"  - of: 城镇供水工程\n{goal}  - of: 农镇供水工程\n{goal}"
    findings = analyzed(tmp_path, piece).report.diagnostics
    (hint,) = [item.hint for item in findings if item.rule.code == "R104"]
    assert hint.startswith("是不是“农村供水工程”？")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("市公路局", "市公路中心"),
        ("市公安厅", "市公安局"),
        ("市公按局", "市公安局"),
        ("市交通厅", "市交通局"),
    ],
)
def test_what_an_organ_does_tells_more_than_what_kind_of_body_it_is(
    tmp_path: Path, name: str, nearest: str
) -> None:
    piece = "units:\n  市公安局: {}\n  市公路中心: {}\n  市交通局: {}\n".replace(
        "{}", "\n    level: 市"
    )
    assert resolved(tmp_path, piece).registry.nearest(name) == nearest


def test_the_nearest_registry_that_knows_a_name_wins(tmp_path: Path) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in HEAD.items())
    near = "format: 1\nunits:\n  另一市卫生局:\n    short: 市卫生局\n"
    analysis = workspace(
        tmp_path,
        {
            "plans/other/units.yaml": near.encode(),
            "plans/other/deep/plan.yaml": (head + task("lead: 市卫生局")).encode(),
        },
    )
    leads = {
        plan.path: str(plan.tasks[0].goals[0].lead[0].name)
        for plan in analysis.corpus.plans
        if plan.tasks
    }
    assert leads == {"plans/other/deep/plan.yaml": "另一市卫生局"}


@pytest.mark.parametrize(
    ("target", "period"),
    [
        ("床位@到2025年", "到2025年"),
        ("床位@至2025年", "到2025年"),
        ("床位@2025年底前", "到2025年"),
        ("床位@2027年", "2027年"),
        ("床位", ""),
    ],
)
def test_a_target_names_its_period_in_any_words_for_it(
    tmp_path: Path, target: str, period: str
) -> None:
    piece = f"""\
indicators:
  床位:
    figures:
      到2025年: 500张
      2027年: 500张
projects:
  - title: 甲工程
    text: 建床位500张。
    targets: {target}
"""
    texts = resolved(tmp_path, piece).texts
    (found_target,) = next(place.targets for place in texts if place.owner == "甲工程")
    assert (found_target.figure.when if found_target.figure else "") == period


@pytest.mark.parametrize("period", ["2025年", "到2026年", "每年", "某时"])
def test_a_period_that_means_something_else_is_not_taken(tmp_path: Path, period: str) -> None:
    piece = f"""\
indicators:
  床位:
    figures:
      到2025年: 500张
      到2027年: 800张
projects:
  - title: 甲工程
    text: 建床位500张。
    targets: 床位@{period}
"""
    analysis = analyzed(tmp_path, piece)
    assert found(analysis) == [("R105", 9, 17)]
    assert analysis.report.diagnostics[0].rule.code == "D101"
    assert "到2025年、到2027年" in analysis.report.diagnostics[1].hint


def test_containment_follows_members_and_sets_through_any_number_of_steps(tmp_path: Path) -> None:
    piece = """\
units:
  全市学校:
    members: 县区学校
  县区学校:
    kind: 集合
  乡镇学校:
    subset_of: 县区学校
  村小学:
    subset_of: 乡镇学校
  公园:
    kind: 事业单位
"""
    registry = resolved(tmp_path, piece).registry
    units = {str(unit.name): unit for unit in registry.units}
    assert registry.overlap(units["全市学校"], units["村小学"])
    assert registry.overlap(units["村小学"], units["全市学校"])
    assert registry.overlap(units["村小学"], units["村小学"])
    assert not registry.overlap(units["公园"], units["村小学"])
    assert registry.extent(units["县区学校"]) == {"县区学校", "乡镇学校", "村小学"}


def test_sets_that_contain_each_other_do_no_harm(tmp_path: Path) -> None:
    piece = "units:\n  甲组:\n    members: 乙组\n  乙组:\n    members: 甲组\n"
    registry = resolved(tmp_path, piece).registry
    unit = next(unit for unit in registry.units if unit.name == "甲组")
    assert registry.extent(unit) == {"甲组", "乙组"}


def test_a_task_finds_its_subject_by_id_alias_or_clause(tmp_path: Path) -> None:
    piece = """\
projects:
  - title: 甲工程
    id: jia
  - title: 乙工程
    aliases: 乙类工程
measures:
  - title: 保障
    clauses:
      - title: 经费
tasks:
  - of: jia
    lead: 甲科
    goals:
      - text: 一
  - of: 乙类工程
    lead: 甲科
    goals:
      - text: 二
  - of: 经费
    lead: 甲科
    goals:
      - text: 三
"""
    subjects = [task.subject for task in resolved(tmp_path, piece).tasks]
    assert [str(s.title) for s in subjects if s] == ["甲工程", "乙工程", "经费"]
