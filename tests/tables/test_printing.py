"""Declared tables as they are printed, in documents and on pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from generator.blocks import Table, head_rows, plain
from generator.documents import document_types
from generator.documents.draft import compose_draft
from generator.readback.verify import verified_docx
from generator.writers.docx import write_docx
from generator.writers.page import page_environment
from tests.rules.workspace import analyzed, resolved, standard_head, workspace
from tests.tables.test_checks import HEALTH, INVESTMENT, SCORE

if TYPE_CHECKING:
    from generator.blocks import Document

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "blocks"
SHOWN = """\
sections:
  - title: 名额
    text: 名额见下表。
    show: 家庭医生培训名额分配表
"""
NOTED = "    notes: 山区含库区。\n    source: 统计年报\n    rows: |"


def document(root: Path, piece: str) -> Document:
    return compose_draft(resolved(root, piece))


def tables(composed: Document) -> list[Table]:
    blocks = [block for part in composed.parts for block in part.blocks]
    return [block for block in blocks if isinstance(block, Table)]


def words(table: Table) -> list[list[tuple[int, str, int]]]:
    return [
        [
            (cell.column, "".join(plain(text) for text in cell.paragraphs), cell.row_span)
            for cell in row.cells
        ]
        for group in table.groups
        for row in group.rows
    ]


def test_a_table_is_shown_where_its_title_or_id_is_named(tmp_path: Path) -> None:
    by_title = document(tmp_path / "1", HEALTH + SHOWN)
    by_id = document(tmp_path / "2", HEALTH + SHOWN.replace("家庭医生培训名额分配表", "名额表"))
    (one,), (other,) = tables(by_title), tables(by_id)
    assert one == other
    assert (one.caption, one.unit, one.titled) == ("家庭医生培训名额分配表", "名", True)


def test_what_cannot_be_shown_is_told_with_the_tables_that_can(tmp_path: Path) -> None:
    piece = HEALTH + SHOWN.replace("家庭医生培训名额分配表", "名额总表")
    (found,) = [d for d in analyzed(tmp_path, piece).report.diagnostics if d.rule.code == "R104"]
    assert "是不是“名额表”" in found.hint


def test_cells_are_printed_as_written_and_repeated_ones_as_one(tmp_path: Path) -> None:
    show = "sections:\n  - title: 考核\n    show: 考核表\n"
    (table,) = tables(document(tmp_path, SCORE + show))
    assert [len(group.rows) for group in table.groups] == [2, 2]
    assert words(table)[0] == [
        (0, "1", 1),
        (1, "甲科", 2),
        (2, "水质达标率", 1),
        (3, "12", 1),
        (4, "达标（8分），公开（4分）", 1),
    ]
    assert [column for column, _, _ in words(table)[1]] == [0, 2, 3, 4]


def test_the_head_has_two_layers_where_the_author_says_so(tmp_path: Path) -> None:
    (table,) = tables(document(tmp_path, HEALTH + SHOWN))
    upper, lower = head_rows(table.columns)
    assert [(c.text, c.column_span, c.row_span) for c in upper] == [
        ("县区", 1, 2),
        ("现有", 1, 2),
        ("分年度任务", 3, 1),
    ]
    assert [(c.text, c.column) for c in lower] == [("2024年", 2), ("2025年", 3), ("合计", 4)]


def test_notes_and_source_stand_below_the_table(tmp_path: Path) -> None:
    (table,) = tables(document(tmp_path, HEALTH.replace("    rows: |", NOTED) + SHOWN))
    assert table.notes == ("山区含库区。", "资料来源：统计年报")


def test_an_attachment_with_the_title_of_its_table_prints_it_once(tmp_path: Path) -> None:
    piece = HEALTH + "attachments:\n  - title: {0}\n    show: {0}\n"
    (table,) = tables(document(tmp_path, piece.format("家庭医生培训名额分配表")))
    assert not table.titled


def test_a_table_of_many_columns_has_a_landscape_page(tmp_path: Path) -> None:
    piece = INVESTMENT + "attachments:\n  - title: 投资安排\n    show: 投资表\n"
    assert [part.wide for part in document(tmp_path, piece).parts] == [False, True]


def test_a_page_has_a_head_of_two_rows_with_scopes(tmp_path: Path) -> None:
    (table,) = tables(document(tmp_path, HEALTH + SHOWN))
    template = page_environment(TEMPLATES).get_template("document.html")
    written = template.module.table(table, lambda *_: "", "", {})  # type: ignore[attr-defined]  # a macro
    page = html.fragment_fromstring(str(written), create_parent="main")
    rows = page.xpath("//thead/tr")
    heads = [
        [(th.text, th.get("scope"), th.get("colspan"), th.get("rowspan")) for th in row]
        for row in rows
    ]
    assert heads == [
        [
            ("县区", "col", None, "2"),
            ("现有", "col", None, "2"),
            ("分年度任务", "colgroup", "3", None),
        ],
        [(name, "col", None, None) for name in ("2024年", "2025年", "合计")],
    ]
    assert page.xpath("string(//caption)") == "家庭医生培训名额分配表（单位：名）"
    labels = page.xpath("//tbody[2]/tr/*/@data-label")
    assert labels[2] == "分年度任务 2024年"
    assert page.xpath("string(//tbody[3]/tr/th)").strip() == "其中：山区"


def test_documents_of_all_tables_can_be_written(tmp_path: Path) -> None:
    for number, piece in enumerate((HEALTH, INVESTMENT, SCORE)):
        name = piece.partition("  - id: ")[2].partition("\n")[0]
        shown = f"{piece}sections:\n  - title: 表\n    show: {name}\n"
        assert write_docx(document(tmp_path / str(number), shown)).startswith(b"PK")


def test_a_column_counted_in_something_else_says_so_in_its_head(tmp_path: Path) -> None:
    show = "sections:\n  - title: 表\n    show: 投资表\n"
    (table,) = tables(document(tmp_path, INVESTMENT + show))
    assert [column.heading for column in table.columns][-2:] == ["县级", "市级占比（%）"]


def test_a_table_of_an_enclosed_document_is_read_and_printed(tmp_path: Path) -> None:
    inner = "".join(f"    {line}\n" for line in (HEALTH + SHOWN).splitlines())
    piece = f"""\
kind: 通知
title: 关于印发示例市公共服务规划的通知
encloses:
  by: 印发
  document:
    kind: 规划
    title: 示例市公共服务规划
    period: 2023—2027年
{inner}"""
    (table,) = tables(document(tmp_path, piece))
    assert len(table.groups) == 4


def test_the_lines_of_a_cell_of_a_file_are_printed_one_below_the_other(tmp_path: Path) -> None:
    piece = "tables:\n  - title: 甲表\n    unit: 万元\n    data: 投资.csv\n"
    piece += "sections:\n  - title: 一\n    text: 见下表。\n    show: 甲表\n"
    files = {
        "plans/sample/plan.yaml": (standard_head("plan.yaml", piece) + piece).encode(),
        "plans/sample/投资.csv": '工程,"2024年\n"\n"道路\n一期",20\n'.encode(),
    }
    (plan,) = workspace(tmp_path, files).corpus.plans
    (table,) = tables(compose_draft(plan))
    assert [column.heading for column in table.columns] == ["工程", "2024年"]
    (row,) = table.groups[0].rows
    assert [plain(text) for text in row.cells[0].paragraphs] == ["道路", "一期"]
    assert plan.plan.tables[0].body.rows[0].label == "道路一期"
    # refused if what is read back differs
    form = document_types(plan)[0]
    assert verified_docx(plan, form, form.compose(plan))
