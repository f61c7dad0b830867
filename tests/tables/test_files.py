"""Table files beside a plan: what is read, and that every mistake names file, row and column."""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from generator.decode.number_formats import printed_value
from generator.pipeline.scope import scope_of, within
from generator.source import Cell
from generator.text import Text
from tests.rules.workspace import standard_head, workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.pipeline.analysis import Analysis

PIECE = """\
tables:
  - id: 投资表
    unit: 万元
    data: {data}
"""
ROWS = "工程,2024年,2025年\n道路,20,30\n桥梁,40,50\n隧道,1,2\n站台,3,4\n车辆,5,6\n"


def analysis_of(root: Path, data: str, **files: bytes) -> Analysis:
    piece = PIECE.format(data=data)
    plan = {"plans/sample/plan.yaml": (standard_head("plan.yaml", piece) + piece).encode()}
    return workspace(root, {**plan, **{f"plans/sample/{n}": c for n, c in files.items()}})


def csv_analysis(root: Path, text: str) -> Analysis:
    return analysis_of(root, "投资.csv", **{"投资.csv": text.encode()})


def book(
    *rows: tuple[str | float | None, ...],
    sheet: str = "Sheet1",
    edit: Callable[[Any, Any], None] | None = None,
) -> bytes:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    if edit:
        edit(workbook, page)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def xlsx_analysis(root: Path, content: bytes, data: str = "投资.xlsx") -> Analysis:
    return analysis_of(root, data, **{"投资.xlsx": content})


def words(analysis: Analysis) -> list[list[str]]:
    (plan,) = analysis.corpus.plans
    (table,) = plan.plan.tables
    return [[str(cell.text) for cell in row.cells] for row in table.body.rows]


def errors(analysis: Analysis) -> list[Diagnostic]:
    return [item for item in analysis.report.diagnostics if item.rule.code[0] in "SY"]


def test_a_csv_file_gives_its_head_and_rows(tmp_path: Path) -> None:
    analysis = csv_analysis(tmp_path, '\ufeff工程,2025年\r\n"道路,\n一期",20\r\n桥梁,-\r\n')
    assert words(analysis) == [["道路,\n一期", "20"], ["桥梁", "-"]]
    assert errors(analysis) == []


def test_a_wrong_cell_in_row_7_names_file_row_and_column(tmp_path: Path) -> None:
    (found,) = errors(csv_analysis(tmp_path, f"{ROWS}信号,7,十来八\n"))
    assert found.rule.code == "S105"
    assert found.primary.place == Cell("plans/sample/投资.csv", "", 7, 3)
    assert str(found.primary.place) == "plans/sample/投资.csv:7:3"
    assert found.message == "“十来八”不是数值"


def test_a_sheet_of_a_workbook_names_its_cells_too(tmp_path: Path) -> None:
    content = book(("工程", "2025年"), ("道路", 20), ("桥梁", "许多"), sheet="投资")
    (found,) = errors(xlsx_analysis(tmp_path, content, "投资.xlsx#投资"))
    assert str(found.primary.place) == "plans/sample/投资.xlsx:投资:3:2"


def test_cells_of_a_workbook_are_read_as_shown(tmp_path: Path) -> None:
    content = book(("工程", "2024年", "2025年"), ("道路", 20, 2.5), ("桥梁", "3（新建）", None))
    analysis = xlsx_analysis(tmp_path, content)
    assert words(analysis) == [["道路", "20", "2.5"], ["桥梁", "3（新建）", ""]]


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (0.1, "0%", "10%"),
        (0.125, "0.0%", "12.5%"),
        (3.0, "General", "3"),
        (1200000, "General", "1200000"),
        (0.1, "General", "0.1"),
        (True, "General", "是"),
        (None, "General", ""),
    ],
)
def test_numbers_of_a_workbook_stay_exact(value: object, number_format: str, printed: str) -> None:
    assert printed_value(value, number_format) == printed


def test_a_formula_without_a_value_is_found(tmp_path: Path) -> None:
    content = book(("工程", "2025年"), ("道路", 20), ("合计", "=SUM(B2:B2)"))
    (found,) = errors(xlsx_analysis(tmp_path, content))
    assert found.primary.place == Cell("plans/sample/投资.xlsx", "Sheet1", 3, 2)
    assert "=SUM(B2:B2)" in found.message


def test_a_sheet_that_is_not_there_is_found(tmp_path: Path) -> None:
    (found,) = errors(xlsx_analysis(tmp_path, book(("甲",)), "投资.xlsx#二"))
    assert found.message.endswith("里没有工作表“二”")
    assert found.hint == "已有：Sheet1"


@pytest.mark.parametrize("total", ["合计", "合　计", "合 计"])
@pytest.mark.parametrize("written", ["合计", "合　计", "合 计"])
def test_the_spaces_of_a_total_tell_nothing(tmp_path: Path, total: str, written: str) -> None:
    piece = PIECE.format(data="投资.csv") + f"    total_row: {total}\n    total_column: {total}\n"
    text = f"工程,2024年,2025年,{written}\n{written},60,80,140\n道路,20,30,50\n桥梁,40,50,90\n"
    plan = (standard_head("plan.yaml", piece) + piece).encode()
    files = {"plans/sample/plan.yaml": plan, "plans/sample/投资.csv": text.encode()}
    analysis = workspace(tmp_path, files)
    assert errors(analysis) == []
    checked = [item.subject[-3:] for item in analysis.report.reconciliations]
    assert checked == ["列合计"] * 3 + ["行合计"] * 3


@pytest.mark.parametrize("path", ["分年度投资 > 2026年", "分年度投资>2026年", "2026年"])
def test_a_column_of_a_file_may_be_named_by_its_whole_head(tmp_path: Path, path: str) -> None:
    piece = PIECE.format(data="投资.csv")
    piece += f"    columns:\n      - name: {path}\n        counting: 新增\n"
    text = "工程,分年度投资 > 2026年,分年度投资 > 2027年\n道路,20,30\n"
    plan = (standard_head("plan.yaml", piece) + piece).encode()
    files = {"plans/sample/plan.yaml": plan, "plans/sample/投资.csv": text.encode()}
    analysis = workspace(tmp_path, files)
    assert errors(analysis) == []
    (resolved,) = analysis.corpus.plans
    column = resolved.plan.tables[0].body.columns[1]
    assert (column.name, column.headings) == ("2026年", ("分年度投资", "2026年"))
    assert str(column.column.counting) == "新增"


@pytest.mark.parametrize("cut", [0, 30, 2000, -30])
def test_what_is_no_workbook_is_found(tmp_path: Path, cut: int) -> None:
    (found,) = errors(xlsx_analysis(tmp_path, book(("工程", "2025年"), ("道路", 20))[:cut]))
    assert "不是能读的XLSX文件" in found.message


def test_a_workbook_whose_parts_are_broken_is_found(tmp_path: Path) -> None:
    whole, broken = BytesIO(book(("工程", "2025年"), ("道路", 20))), BytesIO()
    with ZipFile(whole) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-20] if name.endswith("sheet1.xml") else content)
    (found,) = errors(xlsx_analysis(tmp_path, broken.getvalue()))
    assert "不是能读的XLSX文件" in found.message


def test_rows_beyond_the_extent_that_a_workbook_states_are_read(tmp_path: Path) -> None:
    whole, other = BytesIO(book(("工程", "2025年"), ("道路", 20))), BytesIO()
    with ZipFile(whole) as source, ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'ref="A1:B2"', b'ref="A1"'))
    assert words(xlsx_analysis(tmp_path, other.getvalue())) == [["道路", "20"]]


@pytest.mark.parametrize(
    ("text", "row", "column", "said"),
    [
        ("投资计划表,,\n工程,2024年,2025年\n道路,1,2\n", 1, 1, "像是表的标题"),
        ("工程,2024年,2025年\n道路,1,200,300\n", 2, 4, "表头只有3列，这一行多出“300”"),
        ("工程,2024年\n", 1, 1, "只有表头"),
        ("工程,2024年\n道路\x00,1\n", 2, 1, "控制字符"),
        ("工程,2024年\n道\u2028路,1\n", 2, 1, "行分隔符"),
        ('工程,2024年\n"道路,1\n桥梁,2\n', 2, 1, "引号没有成对"),
    ],
)
def test_what_is_no_table_is_said_where_it_stands(
    tmp_path: Path, text: str, row: int, column: int, said: str
) -> None:
    (found,) = errors(csv_analysis(tmp_path, text))
    assert found.primary.place == Cell("plans/sample/投资.csv", "", row, column)
    assert said in found.message


@pytest.mark.parametrize(
    ("data", "name"), [("数据\\投资.csv", "数据/投资.csv"), ("投资.CSV", "投资.CSV")]
)
def test_names_written_as_windows_writes_them_are_read(
    tmp_path: Path, data: str, name: str
) -> None:
    analysis = analysis_of(tmp_path, data, **{name: ROWS.encode()})
    assert errors(analysis) == []
    scope = scope_of(tmp_path, [tmp_path / "plans/sample"])
    assert f"plans/sample/{name}" in scope.files


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n"])
def test_an_empty_csv_file_is_told_how_to_be_filled_without_sheets(
    text: str, tmp_path: Path
) -> None:
    (found,) = errors(csv_analysis(tmp_path, text))
    assert found.message == "表格文件“plans/sample/投资.csv”是空的"
    assert found.hint == "第一行写表头，以下每行写一条，各列用半角逗号分开"


def test_an_empty_sheet_is_told_that_there_may_be_others(tmp_path: Path) -> None:
    (found,) = errors(analysis_of(tmp_path, "投资.xlsx", **{"投资.xlsx": book()}))
    assert "工作表" in found.hint


def test_a_workbook_named_csv_is_told_apart(tmp_path: Path) -> None:
    (found,) = errors(analysis_of(tmp_path, "投资.csv", **{"投资.csv": book(("甲", "乙"))}))
    assert "是工作簿" in found.message


def test_a_missing_file_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (found,) = errors(analysis_of(tmp_path, "投资表.csv", **{"投资.csv": ROWS.encode()}))
    assert found.hint == "是不是“投资.csv”？"


def test_a_csv_file_in_another_encoding_says_which(tmp_path: Path) -> None:
    (found,) = errors(analysis_of(tmp_path, "投资.csv", **{"投资.csv": ROWS.encode("gb18030")}))
    assert found.rule.code == "Y109"
    assert "GB18030" in found.message


def test_a_quote_that_is_not_closed_is_found(tmp_path: Path) -> None:
    (found,) = errors(csv_analysis(tmp_path, '工程,2025年\n道路,"20\n'))
    assert "引号没有成对" in found.message


@pytest.mark.parametrize(
    "data", ["../名额.csv", "/etc/名额.csv", "C:/名额.csv", "甲/../../名额.csv", "..\\名额.csv"]
)
def test_a_file_outside_the_plans_folder_is_refused(tmp_path: Path, data: str) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/名额.csv").write_text(ROWS, encoding="utf-8")
    (found,) = errors(analysis_of(tmp_path, data))
    assert "不在规划所在的文件夹里" in found.message
    assert found.primary.place.source == "plans/sample/plan.yaml"


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(ROWS, encoding="utf-8")
    inside = tmp_path / "space/plans/sample"
    inside.mkdir(parents=True)
    (inside / "投资.csv").symlink_to(outside)
    (found,) = errors(analysis_of(tmp_path / "space", "投资.csv"))
    assert found.message == "没有表格文件“投资.csv”"


@pytest.mark.parametrize("data", ["名额.csv", "名额.txt", "名额.csv#表"])
def test_a_file_that_is_not_there_or_no_table_is_found(tmp_path: Path, data: str) -> None:
    (found,) = errors(analysis_of(tmp_path, data))
    assert found.rule.code == "S112"
    assert found.hint


def test_declared_columns_are_found_by_the_head_of_the_file(tmp_path: Path) -> None:
    piece = """\
tables:
  - data: 投资.csv
    columns:
      - name: 2025年
        unit: 亿元
      - 2026年
"""
    text = standard_head("plan.yaml", piece) + piece
    analysis = workspace(
        tmp_path,
        {
            "plans/sample/plan.yaml": text.encode(),
            "plans/sample/投资.csv": "工程,年度 > 2024年,2025年\n道路,2万元,3\n".encode(),
        },
    )
    (found,) = errors(analysis)
    assert found.message == "表格文件里没有“2026年”这一列"
    (plan,) = analysis.corpus.plans
    body = plan.plan.tables[0].body
    assert [column.headings for column in body.columns] == [
        ("", "工程"),
        ("年度", "2024年"),
        ("", "2025年"),
    ]
    assert [f.stated.quantity.value for _, _, f in body.figures] == [20000, 300000000]


def test_findings_in_a_table_file_belong_to_its_plan(tmp_path: Path) -> None:
    analysis = csv_analysis(tmp_path, "工程,2025年\n道路,多多\n")
    scope = scope_of(tmp_path, [tmp_path / "plans/sample"])
    assert errors(analysis)[0] in within(analysis.report, scope).diagnostics


def test_text_in_a_cell_keeps_its_cell_whatever_is_done_to_it() -> None:
    cell = Cell("名额.csv", "", 7, 3)
    text = Text.in_cell(" 其中：甲县 ", cell)
    for made in (text, text.trimmed(), text.part(3, 5), pickle.loads(pickle.dumps(text))):  # noqa: S301  # our own bytes
        assert made.place == cell
    assert text.trimmed() == "其中：甲县"
