"""Tables of several fields, as they are published, with one number wrong at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from generator.quantity import Verdict
from generator.source import Cell
from tests.rules.workspace import analyzed, standard_head, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

HEALTH = """\
indicators:
  家庭医生名额:
    figures:
      2024年: 120名
tables:
  - id: 名额表
    title: 家庭医生培训名额分配表
    unit: 名
    indicator: 家庭医生名额
    total_row: 全市
    total_column: 合计
    columns:
      - 县区
      - name: 现有
        counting: 存量
      - name: 2024年
        heading: 分年度任务 > 2024年
      - name: 2025年
        heading: 分年度任务 > 2025年
      - name: 合计
        heading: 分年度任务 > 合计
    checks:
      - 现有 <= 合计
    rows: |
      | 全市 | 130（实有115） | 120 | 140 | 260 |
      | 甲县 | 70（实有55） | 70 | 80 | 150 |
      | 其中：山区 | 30 | 40 | 20 | 60 |
      | 乙县 | 60 | 50 | 60 | 110 |
"""
INVESTMENT = """\
tables:
  - id: 投资表
    unit: 万元
    total_row: 合计
    columns:
      - 序号
      - 工程
      - 总投资
      - name: 2024年
        indicator: 年度投资
      - name: 2025年
        indicator: 年度投资
      - 市级
      - 县级
      - name: 市级占比
        unit: "%"
        formula: 市级 ÷ 总投资
    checks:
      - 总投资 = 2024年 + 2025年
      - 总投资 = 市级 + 县级
    rows: |
      |   | 合计 | 1000 | 400 | 600 | 700 | 300 | 70 |
      | 1 | 道路 | 600 | 250 | 350 | 450 | 150 | 75 |
      | 2 | 桥梁 | 400 | 150 | 250 | 250 | 150 | 62.5 |
"""
SCORE = """\
tables:
  - id: 考核表
    each_group: 合计（分值，按部门） = 20
    columns: [序号, 部门, 指标, 分值, 评分标准]
    rows: |
      | 1 | 甲科 | 水质达标率 | 12 | 达标（8分），公开（4分） |
      | 2 | 〃 | 信息报送 | 8 | 每缺一次扣1分 |
      | 3 | 乙科 | 河道巡查 | 15 | 巡查（10分），记录（5分） |
      | 4 | 〃 | 信息报送 | 5 | 每缺一次扣1分（扣完为止） |
"""


def errors(root: Path, piece: str) -> list[Diagnostic]:
    return list(analyzed(root, piece).report.at_least(Severity.ERROR))


@pytest.mark.parametrize("piece", [HEALTH, INVESTMENT, SCORE], ids=["health", "money", "score"])
def test_a_right_table_is_left_alone_and_every_sum_is_shown(tmp_path: Path, piece: str) -> None:
    report = analyzed(tmp_path, piece).report
    assert report.at_least(Severity.WARNING) == ()
    verdicts = [item.verdict for item in report.reconciliations if item.rule.code >= "A104"]
    assert len(verdicts) >= 4
    assert set(verdicts) == {Verdict.HOLDS}


def test_how_many_relations_of_a_quota_table_are_shown(tmp_path: Path) -> None:
    report = analyzed(tmp_path, HEALTH).report
    codes = [item.rule.code for item in report.reconciliations]
    # 4 columns and 现有 by its second counting; 4 rows; 4 parts
    assert codes.count("A104") == 5 + 4 + 4
    assert codes.count("A105") == 4
    assert codes.count("A109") == 1


@pytest.mark.parametrize(
    ("piece", "old", "new", "codes"),
    [
        (HEALTH, "| 乙县 | 60 |", "| 乙县 | 61 |", {"A104"}),
        (HEALTH, "| 130（实有115）", "| 130（实有116）", {"A104"}),
        (HEALTH, "| 150 |", "| 151 |", {"A104"}),
        (HEALTH, "| 其中：山区 | 30 |", "| 其中：山区 | 71 |", {"A104", "A105"}),
        (HEALTH, "2024年: 120名", "2024年: 121名", {"A109"}),
        (INVESTMENT, "| 250 | 350 |", "| 260 | 350 |", {"A104", "A105"}),
        (INVESTMENT, "| 250 | 150 | 62.5 |", "| 253 | 150 | 62.5 |", {"A104", "A105"}),
        (INVESTMENT, "62.5 |", "61 |", {"A105"}),
        (INVESTMENT, "| 300 | 70 |", "| 300 | 71 |", {"A105"}),
        (SCORE, "信息报送 | 8 |", "信息报送 | 9 |", {"A104"}),
        (SCORE, "记录（5分）", "记录（4分）", {"A106"}),
        (SCORE, "= 20", "= 21", {"A104"}),
    ],
)
def test_one_wrong_number_is_found(
    tmp_path: Path, piece: str, old: str, new: str, codes: set[str]
) -> None:
    assert piece.count(old) == 1
    found = errors(tmp_path, piece.replace(old, new))
    assert {item.rule.code for item in found} == codes


def test_a_total_is_shown_with_the_sum_the_gap_and_every_cell(tmp_path: Path) -> None:
    (found,) = errors(tmp_path, HEALTH.replace("| 乙县 | 60 |", "| 乙县 | 61 |"))[:1]
    assert found.message == (
        "表“家庭医生培训名额分配表”“现有”列合计130名与各格之和131名不符，相差1名"
    )
    assert [label.text for label in found.related] == ["甲县", "乙县"]


def test_a_hint_says_which_counting_adds_up(tmp_path: Path) -> None:
    piece = """\
tables:
  - id: 床位表
    unit: 张
    total_row: 合计
    columns: [县区, 现有]
    rows: |
      | 合计 | 95 |
      | 甲县 | 70（实有45） |
      | 乙县 | 50 |
"""
    (found,) = errors(tmp_path, piece)
    assert found.hint.endswith("各格按“实有”相加正好是95张")


def test_a_merged_cell_is_added_once_and_an_empty_one_is_not_compared(tmp_path: Path) -> None:
    piece = """\
tables:
  - id: 床位表
    unit: 张
    total_row: 合计
    columns: [县区, 现有, 2025年]
    checks:
      - 现有 <= 2025年
    rows: |
      | 合计 | 100 | 120 |
      | 甲县 | 60 | 70 |
      | 乙县 | 40 | 50 |
      | 丙县 | 〃 | 〃 |
"""
    assert errors(tmp_path / "1", piece) == []
    assert errors(tmp_path / "2", piece.replace("| 乙县 | 40 | 50 |", "| 乙县 |  | 50 |")) == []


def test_a_wrong_total_in_a_csv_file_names_its_cells(tmp_path: Path) -> None:
    piece = """\
tables:
  - id: 床位表
    unit: 张
    total_row: 合计
    data: 床位.csv
"""
    head = standard_head("plan.yaml", piece)
    rows = "县区,2025年\n合计,100\n甲县,60\n乙县,50\n"
    files = {
        "plans/sample/plan.yaml": (head + piece).encode(),
        "plans/sample/床位.csv": rows.encode(),
    }
    (found,) = workspace(tmp_path, files).report.at_least(Severity.ERROR)
    assert found.primary.place == Cell("plans/sample/床位.csv", "", 2, 2)
    places = [label.place for label in found.related]
    assert places == [Cell("plans/sample/床位.csv", "", row, 2) for row in (3, 4)]


def test_relations_may_add_up_a_column_and_count_a_list(tmp_path: Path) -> None:
    piece = (
        HEALTH.replace("2024年: 120名", "2024年: 120名\n  工程数: 2项")
        + """\
projects:
  - title: 甲工程
  - title: 乙工程
relations:
  - name: 名额
    holds: 家庭医生名额 = 合计（名额表.2024年）
  - name: 工程
    holds: 工程数 = 计数（projects）
"""
    )
    analysis = analyzed(tmp_path, piece)
    found = [item for item in analysis.report.reconciliations if item.rule.code == "A102"]
    assert [(item.stated, item.computed, item.verdict) for item in found] == [
        ("120名", "120名", Verdict.HOLDS),
        ("2项", "2项", Verdict.HOLDS),
    ]
    wrong = analyzed(tmp_path / "2", piece.replace("工程数: 2项", "工程数: 3项"))
    assert [item.rule.code for item in wrong.report.at_least(Severity.ERROR)] == ["A102"]


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("家庭医生名额 = 合计（名额表.2026年）", "没有“名额表”表的“2026年”列"),
        ("家庭医生名额 = 合计（名额表）", "写成“合计（表.列）”"),
        ("家庭医生名额 = 计数（科室）", "不认识的计数对象“科室”"),
    ],
)
def test_a_function_of_nothing_known_is_found(tmp_path: Path, formula: str, fault: str) -> None:
    piece = f"{HEALTH}relations:\n  - name: 名额\n    holds: {formula}\n"
    (found,) = errors(tmp_path, piece)
    assert fault in found.message


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        ("「投资表」的行", 3),
        ("「投资表」的行（2025年 > 0）", 2),
        ("「投资表」的行（2025年 > 0、工程 含 桥）", 1),
        ("「投资表」的行（性质 = 新建）", 2),
        ("「投资表」的行（2024年 = 200万元）", 1),
        ("「投资表」的行（2024年 >= 0.02亿元）", 2),
    ],
)
def test_claims_and_relations_count_rows_that_meet_conditions(
    tmp_path: Path, selector: str, count: int
) -> None:
    piece = f"""\
indicators:
  工程数: {count}项
tables:
  - id: 投资表
    unit: 万元
    total_row: 合计
    columns:
      - 工程
      - name: 性质
        holds: 文字
      - 2024年
      - 2025年
    rows: |
      | 合计 |   | 600 | 350 |
      | 道路 | 新建 | 300 | 250 |
      | 其中：支路 | 新建 | 100 | 50 |
      | 桥梁 | 改造 | 200 | 100 |
      | 隧道 | 新建 | 100 | - |
relations:
  - name: 工程
    holds: 工程数 = 计数（{selector}）
claims:
  - claim: 安排{count}项工程
    counts: {selector}
"""
    report = analyzed(tmp_path, piece).report
    assert report.at_least(Severity.ERROR) == ()
    codes = [item.rule.code for item in report.reconciliations]
    assert (codes.count("A102"), codes.count("C101")) == (1, 1)
    wrong = piece.replace(f"安排{count}项", "安排9项")
    assert {item.rule.code for item in errors(tmp_path / "2", wrong)} == {"C101"}


@pytest.mark.parametrize("selector", ["「无此表」的行", "「名额表」的行（无此列 > 0）"])
def test_a_selector_of_nothing_known_is_found(tmp_path: Path, selector: str) -> None:
    piece = f"{HEALTH}claims:\n  - claim: 2个县\n    counts: {selector}\n"
    (found,) = errors(tmp_path, piece)
    assert found.message == f"不认识的计数对象“{selector}”"


@pytest.mark.parametrize("inline", [True, False])
def test_a_wrong_total_may_be_waived_by_table_and_words(tmp_path: Path, *, inline: bool) -> None:
    rows = (("合计", "100"), ("甲县", "60"), ("乙县", "50"))
    lines = "".join(f"      | {label} | {number} |\n" for label, number in rows)
    written = f"columns: [县区, 2025年]\n    rows: |\n{lines}" if inline else "data: 床位.csv\n"
    piece = f"""\
tables:
  - id: 床位表
    unit: 张
    total_row: 合计
    {written}waivers:
  - rule: A104
    at: 表格/床位表
    quote: 100
    reason: 原文如此
"""
    content = "县区,2025年\n" + "".join(f"{label},{number}\n" for label, number in rows)
    text = standard_head("plan.yaml", piece) + piece
    files = {
        "plans/sample/plan.yaml": text.encode(),
        "plans/sample/床位.csv": content.encode(),
    }
    report = workspace(tmp_path, files).report
    assert report.at_least(Severity.WARNING) == ()
    assert [item.diagnostic.rule.code for item in report.waived] == ["A104"]
