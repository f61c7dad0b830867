"""Workbooks as people keep them: merged, hidden and formatted cells, several sheets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.chart import BarChart, Reference

from generator.decode.number_formats import printed_value, shows_another_number
from generator.source import Cell
from tests.tables.test_files import book, errors, words, xlsx_analysis

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = ("工程", "2024年", "2025年")
ROWS = (HEAD, ("道路", 20, 30), ("桥梁", 40, 50))


def at(row: int, column: int) -> Cell:
    return Cell("plans/sample/投资.xlsx", "Sheet1", row, column)


def merge(stretch: str) -> Callable[[Any, Any], None]:
    def edit(_: Any, sheet: Any) -> None:  # noqa: ANN401  # openpyxl's own
        sheet.merge_cells(stretch)

    return edit


def hide_row(_: Any, sheet: Any) -> None:  # noqa: ANN401  # as above
    sheet.row_dimensions[3].hidden = True


def hide_column(_: Any, sheet: Any) -> None:  # noqa: ANN401  # as above
    sheet.column_dimensions["C"].hidden = True


def test_what_stands_under_a_merged_cell_repeats_it(tmp_path: Path) -> None:
    rows = (("类别", "工程", "2024年"), ("城区", "道路", 20), ("", "桥梁", 40), ("乡镇", "道路", 5))
    analysis = xlsx_analysis(tmp_path, book(*rows, edit=merge("A2:A3")))
    assert words(analysis) == [
        ["城区", "道路", "20"],
        ["城区", "桥梁", "40"],
        ["乡镇", "道路", "5"],
    ]
    (plan,) = analysis.corpus.plans
    body = plan.plan.tables[0].body
    assert [row.cells[0].ditto for row in body.rows] == [False, True, False]


def test_a_cell_that_is_only_empty_repeats_nothing(tmp_path: Path) -> None:
    rows = (("类别", "工程", "2024年"), ("城区", "道路", 20), (None, "桥梁", 40))
    assert words(xlsx_analysis(tmp_path, book(*rows)))[1] == ["", "桥梁", "40"]


@pytest.mark.parametrize(
    ("edit", "place", "said"),
    [(hide_row, at(3, 1), "第3行"), (hide_column, at(1, 3), "第3列")],
)
def test_what_is_hidden_is_not_printed_unasked(
    tmp_path: Path, edit: Callable[[Any, Any], None], place: Cell, said: str
) -> None:
    (found,) = errors(xlsx_analysis(tmp_path, book(*ROWS, edit=edit)))
    assert found.primary.place == place
    assert found.message.startswith(f"{said}在表格里是隐藏的")


def test_of_several_sheets_the_plan_says_which(tmp_path: Path) -> None:
    def second(workbook: Any, _: Any) -> None:  # noqa: ANN401  # openpyxl's own
        workbook.create_sheet("二").append(HEAD)

    (found,) = errors(xlsx_analysis(tmp_path / "甲", book(*ROWS, edit=second)))
    assert found.message.endswith("有2张工作表，没有写用哪一张")
    assert "投资.xlsx#Sheet1" in found.hint
    named = xlsx_analysis(tmp_path / "乙", book(*ROWS, edit=second), "投资.xlsx#Sheet1")
    assert errors(named) == []


def test_empty_and_hidden_sheets_and_charts_are_no_choice(tmp_path: Path) -> None:
    def others(workbook: Any, sheet: Any) -> None:  # noqa: ANN401  # openpyxl's own
        workbook.create_sheet("Sheet2")
        hidden = workbook.create_sheet("底稿", 0)
        hidden.append(("甲", "乙"))
        hidden.sheet_state = "hidden"
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
        workbook.create_chartsheet("图").add_chart(chart)

    analysis = xlsx_analysis(tmp_path / "甲", book(*ROWS, edit=others))
    assert words(analysis) == [["道路", "20", "30"], ["桥梁", "40", "50"]]
    (found,) = errors(xlsx_analysis(tmp_path / "乙", book(*ROWS, edit=others), "投资.xlsx#图"))
    assert found.message.endswith("里没有工作表“图”")


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (1234567890.55, "General", "1234567890.55"),
        (1e-12, "General", "0.000000000001"),
        (33.33333, "0.0", "33.3"),
        (2.25, "0.0", "2.3"),
        (20, "0.00", "20.00"),
        (20.5, "0.##", "20.5"),
        (20, "0.##", "20"),
        (1200, "#,##0", "1200"),
        (0.1, "0%;[Red]-0%", "10%"),
        (0.1, "0%_ ", "10%"),
        (20, '#,##0.0"万元"', "20.0万元"),
        (20, "0人", "20人"),
        (300, "[$￥-804]#,##0", "300"),
        (-3, "0;[Red](0)", "-3"),
        (0.25, "# ?/?", "0.25"),
        (120000, "0.00E+00", "120000"),
        (1e20, "0.00", "100000000000000000000"),
        (float("inf"), "0.00", "inf"),
        (date(2024, 3, 1), 'yyyy"年"', "2024年"),
        (date(2024, 3, 1), 'yyyy"年"m"月"', "2024年3月"),
        (date(2024, 3, 1), "yyyy-mm-dd", "2024年3月1日"),
    ],
)
def test_a_value_is_printed_as_its_format_shows_it(
    value: float | date, number_format: str, printed: str
) -> None:
    assert printed_value(value, number_format) == printed


@pytest.mark.parametrize("number_format", ["#,##0,", "0,,", '0!.0,"万"', '0\\.0,"万"'])
def test_a_format_that_shows_another_number_is_found(number_format: str) -> None:
    assert shows_another_number(200000, number_format)


@pytest.mark.parametrize("number_format", ["General", "#,##0", "0.0", '#,##0.00"元，不含税"'])
def test_other_formats_show_the_number(number_format: str) -> None:
    assert not shows_another_number(200000, number_format)


def test_a_cell_with_such_a_format_is_found(tmp_path: Path) -> None:
    def edit(_: Any, sheet: Any) -> None:  # noqa: ANN401  # openpyxl's own
        sheet["B2"].number_format = "#,##0,"

    (found,) = errors(xlsx_analysis(tmp_path, book(*ROWS, edit=edit)))
    assert found.primary.place == at(2, 2)
    assert "显示成缩小了的数" in found.message


def test_an_old_workbook_is_named_as_such(tmp_path: Path) -> None:
    (found,) = errors(xlsx_analysis(tmp_path / "甲", b"\xd0\xcf\x11\xe0\xa1\xb1"))
    assert "旧格式（.xls）或加了密码" in found.message
    (found,) = errors(xlsx_analysis(tmp_path / "乙", "工程,2024年\n".encode()))
    assert "内容不是工作簿" in found.message


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        ((("投资计划表",), *ROWS), at(1, 1), "像是表的标题"),
        (((None, None, "单位：亿元"), *ROWS), at(1, 3), "像是表的标题或单位"),
        ((("投资计划表", None, "单位：亿元"), *ROWS), at(1, 1), "像是表的标题或单位"),
        ((("单位：亿元",), *ROWS), at(1, 1), "像是表的标题或单位"),
        (((None, None, "2025年"), ROWS[1]), at(1, 1), "表头第1、2列没有名称"),
        ((("工程", "年度", None), (None, "2024年", "2025年"), ROWS[1]), at(2, 2), "表头有两行"),
        ((("工程", None, "2025年"), ROWS[1]), at(1, 2), "表头第2列没有名称"),
        ((HEAD,), at(1, 1), "只有表头"),
        ((*ROWS, ("注：不含征地费",)), at(4, 1), "不是表里的一行"),
        ((*ROWS, ("隧道", 1, 2, 3), ("站台", 1, 2, 3)), at(4, 4), "这样的还有1行"),
        ((*ROWS, ("隧\u200b道", 1, 2)), at(4, 1), "零宽空格"),
    ],
)
def test_what_is_no_table_is_said_in_one_finding(
    tmp_path: Path, rows: tuple[tuple[str | float | None, ...], ...], place: Cell, said: str
) -> None:
    (found,) = errors(xlsx_analysis(tmp_path, book(*rows)))
    assert found.primary.place == place
    assert said in found.message
    assert found.hint
