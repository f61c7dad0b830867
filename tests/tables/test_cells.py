"""Cells of tables in the plan: what each says, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.model.tables import Holds
from generator.source import Span
from tests.rules.workspace import analyzed, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.tables import Table, TableBody

QUOTA = """\
tables:
  - id: 床位表
    unit: 张
    indicator: 床位
    total_row: 合计
    columns:
      - 县区
      - 现有
      - name: 2024年
        heading: 分年度任务 > 2024年
      - name: 2025年
        heading: 分年度任务 > 2025年
    rows: |
      | 合计 | 110 | 120 | 140 |
      | 甲县 | 60（实有45） | 70 | 80（新增） |
      | 其中：城区 | 30 | 〃 | - |
      | 乙县 | 50 | 50 | 60 |
"""


def table(root: Path, piece: str) -> Table:
    (found,) = resolved(root, piece).plan.tables
    return found


def findings(root: Path, piece: str, code: str) -> list[Diagnostic]:
    report = analyzed(root, piece).report
    return [item for item in report.diagnostics if item.rule.code == code]


def kinds(body: TableBody) -> list[tuple[str, Holds]]:
    return [(column.name, column.holds) for column in body.columns]


def test_a_figure_is_known_by_indicator_period_place_and_counting(tmp_path: Path) -> None:
    figures = [
        (f.key.indicator, f.when, f.key.scope, f.key.counting, str(f.stated.quantity.value))
        for _, _, f in table(tmp_path, QUOTA).body.figures
    ]
    assert figures[:5] == [
        ("床位·现有", "", "", "", "110"),
        ("床位", "2024年", "", "", "120"),
        ("床位", "2025年", "", "", "140"),
        ("床位·现有", "", "甲县", "", "60"),
        ("床位·现有", "", "甲县", "实有", "45"),
    ]


def test_a_repeated_cell_is_no_figure_of_its_own(tmp_path: Path) -> None:
    figures = table(tmp_path, QUOTA).body.figures
    places = [(f.key.scope, f.when) for row, _, f in figures if row == 2]
    assert places == [("城区", "")]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(alphabet="|||0123456789〃-（）实有甲合计其中：%.,分 ", max_size=30), max_size=6
    )
)
def test_whatever_stands_between_the_bars_is_read_or_found(
    tmp_path: Path, lines: list[str]
) -> None:
    head = QUOTA.partition("rows: |\n")[0]
    rows = "".join(f"      |{line}\n" for line in lines)
    report = analyzed(tmp_path, f"{head}rows: |\n{rows}").report
    assert all(item.primary.place.source for item in report.diagnostics)


def test_cells_keep_their_words_and_their_places(tmp_path: Path) -> None:
    body = table(tmp_path, QUOTA).body
    noted, repeated, none = body.rows[1].cells[3], body.rows[2].cells[2], body.rows[2].cells[3]
    assert noted.stated is not None
    assert (noted.text, noted.stated.quantity.unit.name) == ("80（新增）", "张")
    assert (repeated.text, repeated.ditto) == ("70", True)
    assert none.stated is None
    assert none.quantity is not None
    assert none.quantity.value == 0
    place = noted.place
    assert isinstance(place, Span)
    lines = (tmp_path / place.source).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "80（新增）"


def test_totals_and_parts_of_a_row_are_known(tmp_path: Path) -> None:
    rows = table(tmp_path, QUOTA).body.rows
    assert [(row.label, row.total, row.part_of) for row in rows] == [
        ("合计", True, None),
        ("甲县", False, None),
        ("城区", False, 1),
        ("乙县", False, None),
    ]


def test_two_heads_are_read_from_the_heading(tmp_path: Path) -> None:
    columns = table(tmp_path, QUOTA).body.columns
    assert [column.headings for column in columns] == [
        ("", "县区"),
        ("", "现有"),
        ("分年度任务", "2024年"),
        ("分年度任务", "2025年"),
    ]


def test_what_columns_hold_is_read_from_their_names(tmp_path: Path) -> None:
    body = table(
        tmp_path,
        """\
tables:
  - columns: 序号、指标、单位、属性、2025年、计算方法、来源、备注
    rows: |
      | 1 | 公交车 | 辆 | 约束性 | 300 | 直接统计 | 年报 |  |
""",
    ).body
    assert kinds(body) == [
        ("序号", Holds.NUMBER),
        ("指标", Holds.INDICATOR),
        ("单位", Holds.MEASURE),
        ("属性", Holds.NATURE),
        ("2025年", Holds.FIGURE),
        ("计算方法", Holds.FORMULA),
        ("来源", Holds.SOURCE),
        ("备注", Holds.NOTE),
    ]
    assert all(column.inferred for column in body.columns)


def test_units_of_a_score_table_are_those_who_are_scored(tmp_path: Path) -> None:
    body = table(
        tmp_path,
        """\
tables:
  - columns: [一级指标, 二级指标, 分值, 评分标准, 单位]
    rows: |
      | 防治 | 接种率 | 10 | 达标得满分 | 甲科 |
""",
    ).body
    assert kinds(body) == [
        ("一级指标", Holds.GROUP),
        ("二级指标", Holds.INDICATOR),
        ("分值", Holds.FULL_MARK),
        ("评分标准", Holds.CRITERIA),
        ("单位", Holds.UNIT),
    ]


def test_the_first_words_name_the_rows_where_no_column_says_so(tmp_path: Path) -> None:
    body = table(
        tmp_path,
        """\
tables:
  - unit: 万元
    columns:
      - 序号
      - 工程
      - 总投资
      - name: 说法
        holds: 文字
    rows: |
      | 1 | 道路 | 200 | 新建 |
""",
    ).body
    assert kinds(body) == [
        ("序号", Holds.NUMBER),
        ("工程", Holds.LABEL),
        ("总投资", Holds.FIGURE),
        ("说法", Holds.TEXT),
    ]
    assert [column.inferred for column in body.columns] == [True, True, True, False]
    assert body.rows[0].label == "道路"


def test_a_unit_comes_from_the_row_then_the_column_then_the_table(tmp_path: Path) -> None:
    body = table(
        tmp_path,
        """\
tables:
  - unit: 人
    columns:
      - 指标
      - 计量单位
      - 2024年
      - name: 2025年
        unit: 万人
    rows: |
      | 医生 | - | 300 | 4% |
      | 病床 | 张 | 500 | 600 |
      | 投资 | 万元 | 20 | 30 |
""",
    ).body
    stated = [cell.stated for row in body.rows for cell in row.cells if cell.stated]
    amounts = [(str(item.quantity.value), item.quantity.unit.name) for item in stated]
    assert amounts[2:] == [("500", "张"), ("600", "张"), ("200000", "元"), ("300000", "元")]


def test_english_and_chinese_keys_give_the_same_table(tmp_path: Path) -> None:
    chinese = """\
表格:
  - 标识: 床位表
    单位: 张
    指标: 床位
    合计行: 合计
    列:
      - 县区
      - 现有
      - 名称: 2024年
        表头: 分年度任务 > 2024年
      - 名称: 2025年
        表头: 分年度任务 > 2025年
    行: |
""" + QUOTA.partition("rows: |\n")[2]
    one, other = table(tmp_path / "1", QUOTA), table(tmp_path / "2", chinese)
    assert [f for _, _, f in one.body.figures] == [f for _, _, f in other.body.figures]
    assert kinds(one.body) == kinds(other.body)


def test_every_row_of_the_wrong_length_is_found_at_its_place(tmp_path: Path) -> None:
    piece = """\
tables:
  - columns: [县区, 2025年]
    unit: 张
    rows: |
      | 甲县 |
      | 乙县 | 3 |
      | 丙县 | 3 | 4 |
"""
    found = findings(tmp_path, piece, "S112")
    assert [item.message for item in found] == ["这一行有1格，表有2列", "这一行有3格，表有2列"]
    assert all("“|”" in item.hint for item in found)


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        ("| 县区 | 2024年 |", 9, "这一行又写了一遍列名"),
        ("|---|:---|", 7, "不是表里的一行"),
        ("| 甲县 ｜ 60 |", 9, "这一行有1格，表有2列"),
    ],
)
def test_what_other_tables_write_is_no_row(
    tmp_path: Path, rows: str, column: int, said: str
) -> None:
    piece = f"tables:\n  - id: 甲\n    columns: [县区, 2024年]\n    rows: |\n      {rows}\n"
    (found,) = analyzed(tmp_path, f"{piece}      | 乙县 | 60 |\n").report.at_least(Severity.ERROR)
    assert said in found.message
    assert isinstance(found.primary.place, Span)
    assert found.primary.place.column == column
    if "｜" in rows:
        assert found.hint == "分格用半角“|”，全角“｜”是文字"


@pytest.mark.parametrize(
    ("name", "cure"),
    [("2024", "“2024年”或“到2024年”"), ("2024-2026", "“2024—2026年”"), ("2024.0", "“2024年”")],
)
def test_a_column_named_by_a_year_alone_is_no_period(tmp_path: Path, name: str, cure: str) -> None:
    piece = "tables:\n  - id: 甲\n    columns: [县区, {}]\n    rows: |\n      | 甲县 | 60 |\n"
    (found,) = analyzed(tmp_path, piece.format(name)).report.at_least(Severity.ERROR)
    assert found.rule.code == "S106"
    assert cure in found.hint


def test_a_cell_that_is_no_quantity_is_found_in_its_place(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, QUOTA.replace("| 50 | 60 |", "| 约莫五十 | 60 |"), "S105")
    place = found.primary.place
    assert isinstance(place, Span)
    assert found.message == "“约莫五十”不是数值"
    lines = (tmp_path / place.source).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "约莫五十"


def test_a_unit_that_nobody_knows_is_found_and_not_dropped(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, QUOTA.replace("unit: 张", "unit: 瓩瓩"), "S105")
    assert found.message == "不认识的计量单位“瓩瓩”"


def test_a_nature_is_one_of_four_words(tmp_path: Path) -> None:
    piece = """\
tables:
  - columns: [指标, 计量单位, 属性, 2025年]
    rows: |
      | 公交车 | 辆 | 约束 | 300 |
"""
    (found,) = findings(tmp_path, piece, "S107")
    assert "约束性" in found.hint


def test_rows_that_define_indicators_may_be_named_in_texts(tmp_path: Path) -> None:
    piece = """\
tables:
  - id: 主要指标
    defines: 指标
    total_row: 车辆合计
    columns: [指标, 单位, 属性, 到2025年, 到2027年]
    rows: |
      | 车辆合计 | 辆 | - | 300 | 400 |
      | 公交车 | 辆 | 约束性 | 300 | 400 |
      | 其中：电动车 | 辆 | 预期性 | 200 | 350 |
sections:
  - title: 目标
    text: |
      到2027年，公交车达到400辆，电动车达到300辆。
    targets: 公交车、电动车
"""
    analysis = analyzed(tmp_path, piece)
    (plan,) = analysis.corpus.plans
    bus, electric = plan.plan.indicators
    assert (bus.name, bus.nature, bus.unit) == ("公交车", "约束性", "辆")
    assert electric.subset_of == "公交车"
    assert [figure.label for figure in bus.stated] == ["公交车（到2025年）", "公交车（到2027年）"]
    assert "A109" not in {item.rule.code for item in analysis.report.reconciliations}
    (found,) = [item for item in analysis.report.diagnostics if item.rule.code == "C102"]
    assert "此处为300辆，指标为350" in found.message
