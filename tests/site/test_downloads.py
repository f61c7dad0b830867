"""What can be taken away: each cell as in the plan, nothing that runs, nothing unpublished."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import docx
import jsonschema
import pytest
from openpyxl import load_workbook

from generator.documents.data_sheets import Sheet, SheetColumn, number_value, plan_sheets
from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import site_files
from generator.site.downloads import Download
from generator.writers.csv import formula_safe, write_csv
from generator.writers.xlsx import Cover, write_xlsx
from tests.site.sites import content_of, files_of, liuzhou, text_of, write_site_workspace
from tests.workspaces import PLAN, UNITS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.documents.data_sheets import Value
    from generator.resolve import ResolvedPlan
    from generator.site import SiteFile

TABLE = """\
tables:
  - title: 各县区绿道
    columns: [县区, 2024年, 长度, 占比, 说明]
    notes: [含新建和改建]
    rows: |
      | 甲县 | 10个 | 1.5公里 | 12.5% | -5 |
      | 乙县 | 不少于20个 | 约3公里 | - | =1+1 |
      | 丙县 | 30个 | 2公里 | 1/3 | @宏 |
"""
HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠甲",
    "\t=1",
    "\r=1",
)


def resolved_of(root: Path) -> ResolvedPlan:
    analysis = analyze(root)
    assert not analysis.failed, analysis.report.diagnostics
    (resolved,) = analysis.corpus.plans
    return resolved


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def bytes_of(files: dict[str, SiteFile], address: str) -> bytes:
    content = files[address]
    assert isinstance(content, bytes)
    return content


def test_every_cell_of_the_workbook_is_that_of_the_plan() -> None:
    resolved, _ = liuzhou()
    sheets = plan_sheets(resolved)
    book = load_workbook(io.BytesIO(write_xlsx(Cover("规划"), sheets)))
    assert book.sheetnames == ["说明", *(sheet.title for sheet in sheets)]
    for sheet in sheets:
        page = book[sheet.title]
        expected = [tuple(column.label for column in sheet.columns), *sheet.rows]
        shown = [
            tuple("" if cell.value is None else cell.value for cell in row)
            for row in page.iter_rows()
        ]
        assert [tuple(map(plain, row)) for row in shown] == [
            tuple(map(plain, row)) for row in expected
        ]
        assert page.freeze_panes == "A2"
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"


def plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal | int) else value


def test_the_sheets_hold_every_figure_and_every_goal() -> None:
    resolved, _ = liuzhou()
    indicators, tasks = plan_sheets(resolved)
    figures = [figure for one in resolved.plan.indicators for figure in one.stated]
    assert [row[2] for row in indicators.rows] == [str(one.stated.text) for one in figures]
    goals = [goal for task in resolved.tasks for goal in task.goals]
    assert [row[4] for row in tasks.rows] == [str(goal.goal.text) for goal in goals]
    (row,) = [row for row in indicators.rows if row[0] == "市级骨干教师遴选比例"]
    assert row[3:7] == ("恰为", Decimal(10), Decimal(10), "%")
    (row,) = [row for row in indicators.rows if row[0] == "30—49岁教师占比"]
    assert (row[3], row[4], row[5]) == ("超过", Decimal("0.5"), "")


def test_cells_are_numbers_where_nothing_is_lost(tmp_path: Path) -> None:
    resolved = resolved_of(write_site_workspace(tmp_path, {"lvdao": PLAN + TABLE}))
    sheet = plan_sheets(resolved)[-1]
    assert [column.label for column in sheet.columns] == [
        *("县区", "2024年（个）", "长度（公里）", "占比（%）", "说明")
    ]
    assert sheet.rows == (
        ("甲县", Decimal(10), Decimal("1.5"), Decimal("12.5"), "-5"),
        ("乙县", "不少于20个", "约3公里", "-", "=1+1"),
        ("丙县", Decimal(30), Decimal(2), "1/3", "@宏"),
    )
    mixed = TABLE.replace("2公里", "800米")
    resolved = resolved_of(write_site_workspace(tmp_path / "mixed", {"lvdao": PLAN + mixed}))
    assert plan_sheets(resolved)[-1].rows[2][2] == "800米"
    page = load_workbook(io.BytesIO(write_xlsx(Cover("甲"), (sheet,))))["各县区绿道"]
    assert [(page[f"{column}2"].value, page[f"{column}2"].data_type) for column in "BCD"] == [
        (10, "n"),
        (1.5, "n"),
        (12.5, "n"),
    ]
    assert [page[f"E{row}"].data_type for row in (2, 3, 4)] == ["s", "s", "s"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(3800), "3800"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(1, 3), None),
        (Fraction(123456789012345), "123456789012345"),
        (Fraction(1234567890123456), None),
        (Fraction(10**20), None),
    ],
)
def test_a_number_is_written_only_if_a_spreadsheet_keeps_it(
    number: Fraction, expected: str | None
) -> None:
    found = number_value(number)
    assert (None if found is None else f"{found:f}") == expected


def hostile_sheet() -> Sheet:
    rows: list[tuple[Value, ...]] = [(text, Decimal(-5)) for text in HOSTILE]
    rows += [("-5", Decimal("-0.5")), ("甲=1", "")]
    return Sheet(
        "tasks", "=甲:[乙]", "tasks", (SheetColumn("=列"), SheetColumn("数", "个")), tuple(rows)
    )


def test_no_cell_of_a_csv_can_be_a_formula() -> None:
    content = write_csv(hostile_sheet())
    assert content.startswith(b"\xef\xbb\xbf'=")
    assert content.count(b"\r\n") >= 13
    rows = rows_of(content)
    assert [row[0] for row in rows[1:11]] == [f"'{text}" for text in HOSTILE]
    assert rows[1][1] == "-5"
    assert rows[11:] == [["-5", "-0.5"], ["甲=1", ""]]
    assert formula_safe("-5%") == "-5%"
    assert formula_safe("-5+cmd") == "'-5+cmd"


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    content = write_xlsx(Cover("=1+1"), (hostile_sheet(), hostile_sheet()))
    book = load_workbook(io.BytesIO(content))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {cell.value for cell in cells}.issuperset({*HOSTILE[:8], "=1+1", "=列"})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
    assert book.sheetnames == ["说明", "=甲乙", "=甲乙-2"]


def test_markup_and_formulas_in_a_plan_stay_text_in_every_file(tmp_path: Path) -> None:
    plan = PLAN.replace("content: 沿江、环山建设绿道。", 'content: =cmd|"/c calc"!A1')
    plan = plan.replace("title: 示例市绿道", "title: =1+1绿道")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan + TABLE}))
    tasks = rows_of(bytes_of(files, "downloads/lvdao-tasks.csv"))
    assert tasks[1][2] == '\'=cmd|"/c calc"!A1'
    for address, file in files.items():
        if address.endswith(".csv") and isinstance(file, bytes):
            cells = [cell for row in rows_of(file) for cell in row]
            assert not [cell for cell in cells if cell[:1] in "=+@" and cell], address


def test_the_same_tables_give_the_same_bytes() -> None:
    one, other = (write_xlsx(Cover("甲"), (hostile_sheet(),)) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in package.read("docProps/core.xml")


@pytest.fixture(scope="module")
def own_files() -> dict[str, SiteFile]:
    """Make the site of the repository's plans."""
    from tests.site.sites import ROOT  # noqa: PLC0415  # here only

    analysis = analyze(ROOT)
    return site_files(analysis.corpus, analysis.report, templates())


def test_the_data_of_every_plan_follows_the_schema(own_files: dict[str, SiteFile]) -> None:
    schema = json.loads(bytes_of(own_files, "data/plan.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    plans = [address for address in own_files if address.endswith("-data.json")]
    assert len(plans) == 4
    for address in plans:
        content = json.loads(bytes_of(own_files, address))
        assert list(validator.iter_errors(content)) == []
        content["indicators"][0]["figures"][0]["value"]["low"] = 0.5
        assert list(validator.iter_errors(content))


def test_figures_are_exact_and_lead_to_their_places(own_files: dict[str, SiteFile]) -> None:
    data = json.loads(bytes_of(own_files, "downloads/liuzhou-2023-2027-data.json"))
    indicators = {one["name"]: one for one in data["indicators"]}
    share = indicators["29岁以下教师占比"]["figures"][0]["value"]
    assert (share["text"], share["high"], share["approximate"]) == ("近1/3", "1/3", True)
    more = indicators["30—49岁教师占比"]["figures"][0]["value"]
    assert (more["low"], more["low_open"], more["high"]) == ("1/2", True, None)
    (figure,) = indicators["市级骨干教师"]["figures"]
    assert figure["period"] == {
        "text": "到2027年",
        "kind": "by",
        "start": None,
        "end": "2027-12-31",
    }
    page = content_of(own_files, "plans/liuzhou-2023-2027.html")
    assert figure["places"]
    for place in figure["places"]:
        assert place["agrees"]
        (target,) = page.xpath("//*[@id=$anchor]", anchor=place["anchor"])
        around = target if target.tag == "tr" else target.getparent()
        assert place["text"] in text_of(around)
    indicators_page = content_of(own_files, "plans/liuzhou-2023-2027-indicators.html")
    assert indicators_page.xpath("//*[@id=$anchor]", anchor=figure["anchor"])


def test_every_field_is_described_on_the_page(own_files: dict[str, SiteFile]) -> None:
    schema = json.loads(bytes_of(own_files, "data/plan.schema.json"))
    fields = [
        (name, field)
        for record in (schema, *schema["$defs"].values())
        for name, field in record["properties"].items()
    ]
    page = content_of(own_files, "data/index.html")
    lines = [text_of(code) for code in page.xpath("//dl[contains(@class,'keys')]//code")]
    assert lines == [name for name, _ in fields]
    text = text_of(page)
    assert [name for name, field in fields if field["description"] not in text] == []
    assert page.xpath("//a[@href='plan.schema.json']")


def test_each_link_to_a_file_says_its_type_and_size(own_files: dict[str, SiteFile]) -> None:
    page = content_of(own_files, "plans/liuzhou-2023-2027.html")
    links = {text_of(link): link.get("href") for link in page.xpath("//a[@download]")}
    for kind in ("DOCX", "XLSX", "CSV", "JSON"):
        assert any(f"（{kind}，" in text and " KB）" in text for text in links), kind
    own = page.xpath("//div[@class='table-file']/a")
    name = "liuzhou-2023-2027-tasks"
    assert [link.get("href") for link in own] == [
        f"../downloads/{name}.docx",
        f"../downloads/{name}.csv",
    ]
    assert "主要任务分工表" in own[0].get("aria-label")
    for href in links.values():
        assert href.replace("../", "") in own_files


def test_every_table_can_be_taken_away_in_each_form(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN + TABLE}))
    book = load_workbook(io.BytesIO(bytes_of(files, "downloads/lvdao-tables.xlsx")))
    data = json.loads(bytes_of(files, "downloads/lvdao-data.json"))
    assert book.sheetnames == ["说明", "指标", "任务分工", "各县区绿道"]
    assert data["indicators"]
    assert data["tasks"]
    assert [table["title"] for table in data["tables"]] == ["各县区绿道"]
    for form, name, words in (
        ("indicators", "indicators", "沿江绿道长度"),
        ("tasks", "tasks", "到2027年，建成环山绿道400米"),
        ("tables", "table-各县区绿道", "不少于20个"),
    ):
        printed = docx.Document(io.BytesIO(bytes_of(files, f"downloads/lvdao-{form}.docx")))
        cells = (cell for table in printed.tables for row in table.rows for cell in row.cells)
        text = "".join(cell.text for cell in cells)
        assert words in text
        rows = rows_of(bytes_of(files, f"downloads/lvdao-{name}.csv"))
        assert any(words in cell for row in rows for cell in row)


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "不到1 KB"), (1024, "1 KB"), (20 * 1024, "20 KB"), (3 * 1024 * 512, "1.5 MB")],
)
def test_sizes_are_said_in_words(size: int, words: str) -> None:
    assert Download("全部数据", "JSON", "a.json", b"x" * size).size == words


def test_a_unit_takes_its_task_list_away(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    rows = rows_of(bytes_of(files, "downloads/units/示例市园林局-tasks.csv"))
    assert rows[0][:5] == ["责任", "规划", "任务或条款", "目标", "完成时限"]
    assert [row[0] for row in rows[1:]] == ["牵头", "配合"]
    assert [row[3] for row in rows[1:]] == [
        "到2027年，建成环山绿道400米",
        "到2027年，建成沿江绿道600米",
    ]
    assert rows[2][-1] == "plans/lvdao.html#task-绿道建设工程-1"
    page = content_of(files, "units/示例市园林局.html")
    assert len(page.xpath("//a[@download]")) == 3


def test_samples_say_so_in_their_files(own_files: dict[str, SiteFile]) -> None:
    book = load_workbook(io.BytesIO(bytes_of(own_files, "downloads/liuzhou-2023-2027-tables.xlsx")))
    cover = {row[0].value: row[1].value for row in book["说明"].iter_rows()}
    assert cover["样例"] == "样例：依据公开文件编写，非正式文本"
    head = book["指标"].HeaderFooter.oddHeader
    assert head
    assert "样例：依据公开文件编写" in str(head.center.text)
    data = json.loads(bytes_of(own_files, "downloads/liuzhou-2023-2027-data.json"))
    assert data["sample"] == cover["样例"]


def test_unpublished_plans_have_no_file(tmp_path: Path) -> None:
    draft = PLAN.replace("已印发", "草稿").replace("绿道", "暗渠")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN, "anqu": draft}, UNITS))
    assert [address for address in files if "anqu" in address] == []
    for address, file in files.items():
        if address.startswith("downloads/") and isinstance(file, bytes):
            inside = [file]
            if zipfile.is_zipfile(io.BytesIO(file)):
                with zipfile.ZipFile(io.BytesIO(file)) as package:
                    inside = [package.read(name) for name in package.namelist()]
            assert not any("暗渠".encode() in content for content in inside), address


def test_file_names_are_good_for_windows(own_files: dict[str, SiteFile]) -> None:
    names = [address.rpartition("/")[2] for address in own_files if "downloads/" in address]
    assert len(names) > 20
    assert [name for name in names if set(name) & set('<>:"/\\|?*') or name.endswith(".")] == []
    addresses = [address.casefold() for address in own_files]
    assert len(addresses) == len(set(addresses))
