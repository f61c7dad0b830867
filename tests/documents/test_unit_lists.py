"""本单位任务清单: what each unit leads, supports or does otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Document, Heading, Paragraph, Table, plain
from generator.documents.unit_lists import UnitLists
from generator.pipeline.unit_files import unit_file_names
from tests.documents.plans import plan_from, plans_from
from tests.workspaces import PLAN, UNITS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.units import Unit

GROUPED_UNITS = f"""\
{UNITS}  涉水部门:
    kind: 集合
    members: 市水务局、示例市航道处
  示例市航道处:
    short: 航道处
  全部部门:
    kind: 集合
  市直单位:
    kind: 集合
    subset_of: 全部部门
    members: 涉水部门
  示例市财政局:
    short: 市财政局
  示例市民政局:
    kind: 机关
"""
TEXT = (
    PLAN.partition("sections:")[0]
    + """\
sections:
  - title: 重点工程
    text: 建设绿道。
    show: projects、tasks
  - title: 河道保洁
    clauses:
      - title: 清理河岸
        text: 每月清理一次，垃圾日产日清。
        responsible: 涉水部门
      - title: 宣传教育
        text: 开展宣传。
        goals:
          - text: 每年办一次宣传周
            lead: 市园林局
            jointly: 市水务局
            due: 到2027年
projects:
  - title: 绿道建设工程
    text: |
      沿江、环山建设绿道。
tasks:
  - of: 绿道建设工程
    content: 沿江、环山建设绿道。
    support: 涉水部门、全部部门
    goals:
      - text: 建成沿江绿道
        lead: 市园林局
        due: [到2025年6月, 到2026年]
      - text: 建成环山绿道
        lead: 市园林局、市水务局
        support: 市财政局、等
"""
)


@pytest.fixture
def lists(tmp_path: Path) -> UnitLists:
    """The lists of one plan with groups of units, clauses with duties and a table."""
    return UnitLists((plan_from(tmp_path, TEXT, GROUPED_UNITS),))


def unit_of(lists: UnitLists, name: str) -> Unit:
    (unit,) = lists.find(name)
    return unit


def document_of(lists: UnitLists, name: str) -> Document:
    document = lists.document(unit_of(lists, name))
    assert document
    return document


def printed(document: Document) -> list[str]:
    """Give headings as they are, and each row with its cells set off by |."""
    found = []
    for block in document.parts[0].blocks:
        if isinstance(block, Heading):
            found.append(block.number + block.text)
        elif isinstance(block, Paragraph):
            found.append(plain(block.runs))
        elif isinstance(block, Table):
            found.append("|".join(column.heading for column in block.columns))
            found += rows_of(block)
    return found


def rows_of(table: Table) -> list[str]:
    rows = []
    for group in table.groups:
        for row in group.rows:
            cells = [""] * len(table.columns)
            for cell in row.cells:
                cells[cell.column] = "/".join(map(plain, cell.paragraphs))
            rows.append("|".join(cells))
    return rows


def test_a_unit_sees_each_goal_with_its_clause_the_others_and_the_deadline(
    lists: UnitLists,
) -> None:
    document = document_of(lists, "市园林局")
    (part,) = document.parts
    assert part.title == "示例市园林局任务清单"
    assert part.subtitles == ("示例市绿道建设规划（2023—2027年）",)
    assert part.wide
    assert printed(document) == [
        "市园林局在本规划中牵头3项。",
        "一、本单位牵头的任务（3项）",
        "序号|任务|工作内容|共同牵头单位|配合单位|其他单位|完成时限",
        "1|1. 绿道建设工程|建成沿江绿道||涉水部门、全部部门||到2025年6月、到2026年",
        "2||建成环山绿道|市水务局|市财政局等||",
        "3|二、（二）宣传教育|每年办一次宣传周|||会同：市水务局|到2027年",
    ]
    assert printed(document_of(lists, "市财政局"))[2:] == [
        "序号|任务|工作内容|牵头单位",
        "1|1. 绿道建设工程|建成环山绿道|市园林局、市水务局",
    ]


def test_a_member_has_the_duties_of_its_groups_and_is_told_so(lists: UnitLists) -> None:
    member = "作为{}成员"
    assert printed(document_of(lists, "航道处")) == [
        "航道处在本规划中配合1项，负责1项。",
        "一、本单位配合的任务（1项）",
        "序号|任务|工作内容|牵头单位|其他配合单位|完成时限|备注",
        "1|1. 绿道建设工程|建成沿江绿道|市园林局|涉水部门、全部部门|到2025年6月、到2026年|"
        + member.format("“涉水部门”、“全部部门”"),
        "二、本单位负责的任务（1项）",
        "序号|任务|工作内容|其他单位|备注",
        "1|二、（一）清理河岸|每月清理一次，垃圾日产日清。|负责：涉水部门|"
        + member.format("“涉水部门”"),
    ]


def test_who_is_named_itself_is_no_mere_member(lists: UnitLists) -> None:
    rows = printed(document_of(lists, "市水务局"))
    own = [row for row in rows if "建成环山绿道" in row]
    assert len(own) == 1
    assert not any("成员" in row for row in own)


def test_a_unit_without_a_duty_has_no_list(lists: UnitLists) -> None:
    assert lists.document(unit_of(lists, "示例市民政局")) is None
    names = [str(unit.name) for unit in lists.units]
    assert names == [
        "示例市水务局",
        "示例市园林局",
        "涉水部门",
        "示例市航道处",
        "全部部门",
        "市直单位",
        "示例市财政局",
    ]


def test_a_long_clause_is_named_by_its_heading(tmp_path: Path) -> None:
    long = TEXT.replace("每月清理一次，垃圾日产日清。", "每月清理。" * 100)
    lists = UnitLists((plan_from(tmp_path, long, GROUPED_UNITS),))
    assert "1|二、（一）清理河岸|清理河岸" in printed(document_of(lists, "航道处"))[-1]


def test_over_several_plans_each_is_named_in_order(tmp_path: Path) -> None:
    sample = PLAN.replace("kind: 规划\n", "kind: 规划\nsample: yes\n").replace("绿道", "河道")
    plans = plans_from(tmp_path, {"a": PLAN, "b": sample.replace("已印发", "征求意见稿")})
    document = document_of(UnitLists(plans), "市水务局")
    assert document.parts[0].subtitles == ()
    assert document.banner_line == ""
    headings = [line for line in printed(document) if "|" not in line]
    assert headings == [
        "市水务局在2份文件中牵头2项。",
        "一、本单位牵头的任务（2项）",
        "（一）示例市绿道建设规划（2023—2027年）",
        "（二）示例市河道建设规划（2023—2027年）（征求意见稿）（样例）",
    ]
    only_sample = document_of(UnitLists(plans[1:]), "市水务局")
    assert only_sample.banner_line.startswith("样例")


def test_file_names_are_safe_everywhere_and_unlike(tmp_path: Path) -> None:
    units = f"""\
{UNITS}  CON:
    short: 甲
  a:b/c*d?:
    short: 乙
  {"长" * 120}:
    short: 丙
  {"长" * 119}短:
    short: 丁
  Abc:
    short: 戊
  aBC:
    short: 己
"""
    lists = UnitLists((plan_from(tmp_path, PLAN, units),))
    named = [unit_of(lists, name) for name in "甲乙丙丁戊己"]
    names = unit_file_names(named)
    assert names[0] == "任务清单-CON.docx"
    assert names[1] == "任务清单-abcd.docx"
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode()) <= 255 for name in names)
