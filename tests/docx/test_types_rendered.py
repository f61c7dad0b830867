"""Every type of document made from plans, measured on its pages."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from generator.blocks import Table, plain
from generator.documents.tables import responsibility_table
from generator.pipeline.analysis import analyze
from tests.docx import judgements
from tests.docx.plan_cases import LIUZHOU, ROOT, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.docx.rendering import Page

    Rendered = Mapping[str, tuple[Page, ...]]

ALL = (
    *("plan-draft", "plan-notice", "plan-scheme", "plan-tasks", "plan-indicators"),
    *("plan-text", "plan-official", "plan-carried", "plan-forwarded", "plan-review"),
    *("plan-approval", "plan-attachments", "plan-unit", "plan-unit-several"),
    *("plan-unit-member", "plan-quotas", "plan-investment", "plan-scores"),
)
OF_TEXT = (
    *("plan-draft", "plan-notice", "plan-scheme", "plan-text", "plan-official"),
    *("plan-carried", "plan-forwarded", "plan-review", "plan-approval"),
)
# the others have tables and notes between their pages
OF_TEXT_ALONE = ("plan-text", "plan-official", "plan-carried", "plan-forwarded")
TABLES_ALONE = ("plan-tasks", "plan-indicators", "plan-investment", "plan-unit")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "judgement",
    [
        judgements.page_size,
        judgements.margins,
        judgements.folios,
        judgements.landscape_tops,
        judgements.stranded_headings,
    ],
    ids=lambda judgement: judgement.__name__,
)
def test_every_page_meets_the_standard(
    rendered: Rendered, name: str, judgement: Callable[[Sequence[Page]], list[str]]
) -> None:
    assert judgement(rendered[name]) == []


@pytest.mark.parametrize("name", OF_TEXT)
@pytest.mark.parametrize(
    "judgement",
    [judgements.characters, judgements.fonts_used],
    ids=lambda judgement: judgement.__name__,
)
def test_text_meets_the_standard(
    rendered: Rendered, name: str, judgement: Callable[[Sequence[Page]], list[str]]
) -> None:
    assert judgement(rendered[name]) == []


@pytest.mark.parametrize("name", OF_TEXT_ALONE)
def test_full_pages_have_22_lines(rendered: Rendered, name: str) -> None:
    assert judgements.line_pitch(rendered[name]) == []


@pytest.mark.parametrize("name", TABLES_ALONE)
def test_tables_alone_lie_across_and_have_a_head_on_every_page(
    rendered: Rendered, name: str
) -> None:
    pages = rendered[name]
    assert judgements.landscape(pages) == list(pages)
    for page in pages:
        heads = [line for line in page.lines() if line.text.startswith("序号")]
        assert heads, page.number


def text(pages: Sequence[Page]) -> str:
    return "".join(line.text for page in pages for line in page.lines())


def lines(page: Page) -> list[str]:
    return [line.text for line in page.lines()]


@pytest.mark.parametrize("name", ["plan-official", "plan-forwarded", "plan-notice"])
def test_a_notice_opens_with_banner_number_and_red_rule(rendered: Rendered, name: str) -> None:
    if name != "plan-notice":  # its number is a blank to fill in
        assert judgements.masthead(rendered[name]) == []
    rules = [rule for rule in rendered[name][-1].rules if rule.box.width > 155]
    assert [round(rule.thickness, 2) for rule in rules] == [0.35, 0.35]
    foot = rules[-1].box.bottom + rules[-1].thickness / 2
    assert foot == pytest.approx(judgements.BOTTOM, abs=0.3)


def test_the_jilin_notice_has_its_real_number_and_dates_in_full(rendered: Rendered) -> None:
    pages = rendered["plan-official"]
    first = lines(pages[0])
    for line in ("吉林省教育厅文件", "吉教师〔2019〕11号", "吉林省教育厅", "2019年10月24日"):
        assert line in first
    foot = lines(pages[-1])[-2]
    assert re.fullmatch("吉林省教育厅办公室 *2019年10月24日印发", foot)
    whole = text(pages)
    for number in (
        "中发〔2018〕4号",
        "教师〔2018〕2号",
        "吉发〔2018〕30号",
        "教师司函〔2018〕25号",
    ):
        assert number in whole


def test_what_a_notice_issues_follows_on_a_new_page_without_label_or_note(
    rendered: Rendered,
) -> None:
    notice, scheme = rendered["plan-official"][:2]
    assert lines(scheme)[1:3] == ["吉林省国家教师发展协同", "创新实验基地建设实施方案"]
    assert not [line for line in lines(notice) if line.startswith("附件")]


def test_the_henan_notice_has_its_real_numbers_and_the_date_of_what_it_forwards(
    rendered: Rendered,
) -> None:
    pages = rendered["plan-forwarded"]
    assert "安阳市教育局文件" in lines(pages[0])
    assert "安教师函〔2021〕392号" in lines(pages[0])
    whole = text(pages)
    assert "河南省教育厅2021年7月16日" in whole
    assert "（教师〔2021〕128号）" in whole
    # the source has no date and no addressees of the forwarding organ: blanks, nothing invented
    assert any(re.fullmatch("[ 　]*年[ 　]*月[ 　]*日", line) for line in lines(pages[0]))
    assert not re.search("2021年8月", text(pages[:1]))


def test_the_enclosed_scheme_goes_out_alone_and_says_that_it_is_a_sample(
    rendered: Rendered,
) -> None:
    pages = rendered["plan-carried"]
    assert "吉教师〔2019〕11号" not in text(pages)
    assert lines(pages[0])[1] == "吉林省国家教师发展协同"
    assert judgements.notice_lines(pages, "样例：依据公开文件编写，非正式文本") == []


@pytest.mark.parametrize(("name", "stage"), [("review", "送审稿"), ("approval", "报批稿")])
def test_the_stage_stands_under_the_title(rendered: Rendered, name: str, stage: str) -> None:
    opening = lines(rendered[f"plan-{name}"][0])[:4]
    assert opening[:3] == ["示例市绿道建设规划", "（2023—2027年）", f"（{stage}）"]


def test_attachments_alone_bear_the_document_number(rendered: Rendered) -> None:
    pages = rendered["plan-attachments"]
    labels = [lines(page)[0] for page in pages]
    assert labels == ["示水发〔2023〕4号附件1", "示水发〔2023〕4号附件2"]
    assert judgements.landscape(pages) == [pages[0]]


def test_no_heading_of_a_task_list_is_parted_from_its_table(rendered: Rendered) -> None:
    for name in ("plan-unit", "plan-unit-member", "plan-indicators", "plan-scheme"):
        for page in rendered[name]:
            heads = [line for line in page.lines() if re.match("[一二三四]、", line.text)]
            tables = [line for line in page.lines() if line.text.startswith("序号")]
            for head in heads:
                if "任务（" in head.text or "主要指标" in head.text:
                    assert any(table.baseline > head.baseline for table in tables)


def test_a_task_list_says_for_each_goal_who_else_has_a_part(rendered: Rendered) -> None:
    rows = [row for table in tables_of(rendered["plan-unit"]) for row in table]
    (row,) = [row for row in rows if "实施师德师风教育培训专项学分制度" in row]
    assert row[1] == "1.师德师风教育工程"
    assert row[-2] == "县区培训机构"
    member = [row for row in rows if row[-1] == "作为“市县两级教师培训管理机构”成员"]
    assert len(member) == 1


def tables_of(pages: Sequence[Page]) -> list[list[list[str]]]:
    """Give the cells of the tables of each page, without line breaks and spaces."""
    found = []
    with pdfplumber.open(BytesIO(pages[0].pdf)) as pdf:
        for page in pdf.pages:
            tables = page.extract_tables()
            found += [[[squeezed(cell) for cell in row] for row in table] for table in tables]
    return found


def squeezed(cell: str | None) -> str:
    return re.sub(r"\s", "", cell or "")


@pytest.mark.parametrize("name", ["plan-tasks", "plan-draft", "plan-notice"])
def test_the_liuzhou_table_keeps_its_pairing_over_page_breaks(
    rendered: Rendered, name: str
) -> None:
    table = responsibility_table(plan_of(analyze(ROOT).corpus.plans, LIUZHOU))
    printed = [rows for rows in tables_of(rendered[name]) if rows[0][0] == "序号"]
    assert len(printed) > 1
    head = [column.heading for column in table.columns]
    assert all(rows[0] == head for rows in printed)
    assert [row for rows in printed for row in rows[1:]] == expected_rows(table)
    # each task begins with its number on the page that has all its goals
    for rows in printed:
        assert rows[1][0].isdigit()


def expected_rows(table: Table) -> list[list[str]]:
    """Give the cells as printed: the text of a merged cell stands in its first row."""
    rows = []
    for group in table.groups:
        for row in group.rows:
            cells = [""] * len(table.columns)
            for cell in row.cells:
                cells[cell.column] = squeezed("".join(map(plain, cell.paragraphs)))
            rows.append(cells)
    return rows


def test_a_head_of_two_rows_and_merged_cells_come_out(rendered: Rendered) -> None:
    (quotas,) = tables_of(rendered["plan-quotas"])
    assert quotas[0][:3] == ["县区", "现有", "分年度任务"]
    assert quotas[1][2:] == ["2024年", "2025年", "合计"]
    assert quotas[2][:2] == ["全市", "130（实有115）"]
    (scores,) = tables_of(rendered["plan-scores"])
    assert [row[1] for row in scores[1:]] == ["甲科", "", "乙科", ""]
    (money,) = tables_of(rendered["plan-investment"])
    assert money[1] == ["", "合计", "1000", "400", "600", "700", "300", "70"]
