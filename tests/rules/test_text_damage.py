"""What scanning, pasting and editing do to text, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from generator.source import Span
from tests.rules.workspace import analyzed, standard_head, words_at, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

DAMAGE = ("D104", *(f"W{number}" for number in (*range(111, 120), 122)))


def damage(root: Path, text: str) -> list[Diagnostic]:
    """Give what is found about the wording of one paragraph."""
    report = analyzed(root, f"preamble: |\n  {text}\n").report
    return [item for item in report.diagnostics if item.rule.code in DAMAGE]


@pytest.mark.parametrize(
    ("text", "code", "cured"),
    [
        ("建成l0个泵站", "W111", "“10个”"),
        ("建成1O0座、12O个泵站", "W111", "“120个”"),
        ("于20l5年建成", "W111", "“2015年”"),
        ("于2〇25年建成", "W111", "“2025年”"),
        ("培训I(M)名村医", "W111", "“100名”"),
        ("培训2（X）名村医", "W111", "“200名”"),
        ("增长10%o，其他不变", "W111", "“10%”再加句号，或“10‰”"),
        ("到二O二五年", "W111", "“二〇二五年”"),
        ("到二0二五年", "W111", "“二〇二五年”"),
        ("20222023学年", "W112", "“2022—2023学年”"),
        ("3559周岁", "W112", "“35—59周岁”"),
        ("2024年16月", "W112", "“1—6月”"),
        ("示水发[2018]4号", "D104", "“示水发〔2018〕4号”"),
        ("示水发(2018)4号", "D104", "“示水发〔2018〕4号”"),
        ("示水发2018〕4号", "D104", "“示水发〔2018〕4号”"),
        ("示水发〔201811", "D104", "“示水发〔2018〕11号”"),
        ("示水发〔2018〕第04号", "D104", "“示水发〔2018〕4号”"),
        ("示水发202210号", "D104", "“示水发〔2022〕10号”"),
        ("加固堤防.疏浚河道", "W113", "“加固堤防。疏浚河道”"),
        ("增长10%,下降5%", "W113", "“增长10%，下降5%”"),
        ("各县(市（区）)", "W113", "“各县（市（区））”"),
        ("各县(市、区）编制", "W113", "“各县（市、区）编制”"),
        ("名称:甲,数量:2", "W113", "“名称：甲，数量：2”"),
        ("验收。。。再评", "W114", "；表示省略用“……”"),
        ("验收，,再评", "W114", "“验收，再评”"),
        ("开展核查和和整改", "W115", "“开展核查和整改”"),
        ("甲“乙丙", "W116", "补上”，或删去这一个"),
        ("甲（乙）丙）丁", "W116", "补上（，或删去这一个"),
        ("甲（乙《丙）丁", "W116", "补上》，或删去这一个"),
        ("甲（乙《丙）丁》", "W116", "先写》，再写）"),
        ("“甲“乙”丙”", "W116", "里面一层改用‘’"),
        ("“甲“乙", "W116", "此处若是后一半，改为”"),
        ("补齐农村饮水的薄弱　环节", "W117", "“水的薄弱环节”"),
        ("要全面提高教 师队伍素质", "W117", "“面提高教师队伍素"),
        ("设区的市三2、级体系", "W118", "“设区的市三级体系”"),
        ("到\uff12\uff10\uff12\uff17年建成", "W122", "写作“到2027年建成”"),
        ("投资\uff12\uff0e\uff15万元，\uff21\uff29巡检", "W122", "写作“投资2.5万元，AI巡”"),
        ("二\uff2f二五年", "W111", "“二〇二五年”"),
    ],
)
def test_damage_is_found_once_and_the_hint_cures_it(
    tmp_path: Path, text: str, code: str, cured: str
) -> None:
    found = damage(tmp_path, text)
    assert [item.rule.code for item in found] == [code]
    assert cured in found[0].hint
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "O2O平台、IO接口、IIO区、K12学段、H2O、PM2.5、100%of、5G基站、O型血",
        "一○一中学和三〇一医院，二零二五年",
        "f(x)函数，(X)光，人工智能(AI)技术，5'10\"管，Let's go 中文 it's",
        "1999年2000年，24月龄，12月，2024年11月，12345岁月",
        "示水发〔2018〕4、5号，示水发〔2023〕号，地铁202210号线，合同202210号",
        "（2018）京01民终4号，沪(2018)4号线",
        "按1:1.2、8:30、10,000、3.5、A,B执行，GB/T 9704-2012",
        "“甲”，“乙”。——丙……丁？！戊！！",
        "常常天天人人慢慢一一家家户户高高兴兴研究研究一个一个逐步逐步",
        "目的的实现、参与与配合、以及及时、总和和平均、存在在库、和和平",
        "教育教育者，理事会理事会议，义务教育教育教学，哈哈哈哈",
        "1)甲，2）乙；Let’s，“甲‘乙’丙”，《甲〈乙〉丙》，（甲（乙））",
        "中共中央 国务院印发，中共某省委　某省人民政府印发，第一章 总则，一 总则，附件 名单",
        "合 计，张 三，王小明 李华，“不忘初心 牢记使命”",
        "附件1、附件2，第1、二款，小学2、中学3，任务：1、甲",
    ],
)
def test_what_only_looks_like_damage_is_left_alone(tmp_path: Path, text: str) -> None:
    assert damage(tmp_path, text) == []


def test_the_place_is_exact_across_lines_and_in_other_texts(tmp_path: Path) -> None:
    piece = """\
title: 示例市20232027年规划
indicators:
  泵站:
    figures: 12座
    note: 一期,二期
sections:
  - title: 供水(管网)
    text: |
      健全巡查
      巡查制度。
attachments:
  - title: 名 单在此
    present: 无
"""
    report = analyzed(tmp_path, piece).report
    text = standard_head("plan.yaml", piece) + piece
    places = [(d.rule.code, d.primary.place) for d in report.diagnostics if d.rule.code in DAMAGE]
    found = [(code, words_at(text, place)) for code, place in places if isinstance(place, Span)]
    assert found == [
        ("W112", "20232027年"),
        ("W113", ","),
        ("W113", "(管网)"),
        ("W115", "巡查\n      巡查"),
        ("W117", " "),
    ]


def test_marks_of_one_text_are_one_finding_with_the_other_places(tmp_path: Path) -> None:
    (finding,) = damage(tmp_path, "甲区,乙区(含丙镇,丁镇);戊区")
    assert "共4处" in finding.message
    assert finding.hint == "写作“甲区，乙区（含丙镇”"
    assert len(finding.related) == 3


def test_what_is_looked_up_or_is_a_code_is_not_read(tmp_path: Path) -> None:
    piece = """\
publication:
  url: https://www.example.cn/甲,乙
indicators:
  甲(一期): 10个
  乙: 5个
relations:
  - name: 甲不少于乙
    holds: 甲(一期) >= 乙 + (乙)
tables:
  - id: 分配表
    title: 分配表
    columns: 县区、名额(人)
    rows: |
      | 甲县(区) | 5 |
"""
    report = analyzed(tmp_path, piece).report
    found = [item for item in report.diagnostics if item.rule.code in DAMAGE]
    places = [item.primary.place for item in found]
    text = (standard_head("plan.yaml", piece) + piece).splitlines()
    assert [text[place.line - 1].strip() for place in places if isinstance(place, Span)] == [
        "甲(一期): 10个",
        "columns: 县区、名额(人)",
        "| 甲县(区) | 5 |",
    ]


def test_a_cell_of_a_table_file_is_read_too(tmp_path: Path) -> None:
    plan = f"""\
{standard_head("plan.yaml", "")}tables:
  - id: 名额表
    data: quota.csv
sections:
  - title: 名额
    show: 名额表
"""
    files = {
        "plans/sample/plan.yaml": plan.encode(),
        "plans/sample/quota.csv": "县区,说明\n甲县,巡查巡查制度\n".encode(),
    }
    report = workspace(tmp_path, files).report
    (finding,) = [item for item in report.diagnostics if item.rule.code == "W115"]
    assert str(finding.primary.place) == "plans/sample/quota.csv:2:2"


def test_a_document_in_a_document_is_read_once(tmp_path: Path) -> None:
    piece = """\
kind: 通知
encloses:
  by: 印发
  document:
    kind: 规划
    title: 内
    preamble: 健全巡查巡查制度。
"""
    report = analyzed(tmp_path, piece).report
    assert [item.rule.code for item in report.diagnostics].count("W115") == 1


@pytest.mark.parametrize(
    "hostile", ["“", "《", "（", "）", "（《", "(", "《（》", "甲乙", "甲,", "O", "2018"]
)
def test_a_hostile_text_is_read_to_its_end(tmp_path: Path, hostile: str) -> None:
    text = hostile * 3000
    places = [item.primary.place for item in damage(tmp_path, text)]
    assert all(isinstance(place, Span) and place.end_column <= len(text) + 3 for place in places)


def test_full_width_digits_of_figures_and_deadlines_are_found_once(tmp_path: Path) -> None:
    piece = """\
projects:
  - title: 甲工程
    due: 到\uff12\uff1026年
tables:
  - title: 表
    unit: 个
    defines: 指标
    columns: 指标、到\uff12\uff1027年
    rows: |
      | 水厂 | \uff18 |
"""
    report = analyzed(tmp_path, piece).report
    found = [item.hint for item in report.diagnostics if item.rule.code == "W122"]
    assert sorted(found) == ["写作“8”", "写作“到2026年”", "写作“到2027年”"]


def test_full_width_signs_of_one_text_are_one_finding_that_names_both_kinds(tmp_path: Path) -> None:
    (finding,) = damage(tmp_path, "推广\uff21\uff29巡检，新建\uff18个站")
    assert "全角的数字和字母（这段文字共2处）" in finding.message
    assert len(finding.related) == 1
