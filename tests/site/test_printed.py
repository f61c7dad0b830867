"""The plan's page on paper, as Chromium prints it: text upright, the wide table across."""

from __future__ import annotations

import io
import logging
import unicodedata
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from tests.site.sites import LIUZHOU, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement
    from pdfplumber.page import Page as Sheet
    from playwright.sync_api import Browser

PORTRAIT = (595, 842)
LANDSCAPE = (842, 595)
# a font may give the radical for the character that looks the same
RADICALS = str.maketrans(
    "⻛⻅⺠⻔⻓⻋⻉⻚⻢⻥⻘⻩⻬⻝⻄⻆⻣⻁⻤⺟⻰", "风见民门长车贝页马鱼青黄齐食西角骨虎鬼母龙"
)
HEAD = ["序号", "重点任务", "建设内容", "建设目标", "牵头部门", "配合部门"]


@pytest.fixture(scope="module")
def sheets(browser: Browser, site: Path) -> Iterator[list[Sheet]]:
    """Print the page of a reader who has the dark colours."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    page = browser.new_page(color_scheme="dark")
    page.goto((site / f"{LIUZHOU}.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    with pdfplumber.open(io.BytesIO(printed)) as pdf:
        yield list(pdf.pages)


def size_of(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width), round(sheet.height)


def bare(text: str) -> str:
    """Drop white space, and read the radicals that a PDF gives for characters as those."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


def table_of(sheet: Sheet) -> list[list[str]]:
    (table,) = sheet.extract_tables()
    return [[bare(cell or "") for cell in row] for row in table]


def across(sheets: list[Sheet]) -> list[Sheet]:
    return [sheet for sheet in sheets if size_of(sheet) == LANDSCAPE]


def test_the_text_is_upright_and_the_wide_table_across(sheets: list[Sheet]) -> None:
    sizes = [size_of(sheet) for sheet in sheets]
    assert set(sizes) == {PORTRAIT, LANDSCAPE}
    assert sizes == sorted(sizes)
    assert len(across(sheets)) > 2
    title = bare("附件 柳州市中小学教师培训发展规划主要任务分工表")
    assert title in bare(across(sheets)[0].extract_text())
    assert title not in bare(
        "".join(sheet.extract_text() for sheet in sheets[: -len(across(sheets))])
    )


def test_every_sheet_of_the_table_has_its_head(sheets: list[Sheet]) -> None:
    heads = [table_of(sheet)[0] for sheet in across(sheets)]
    assert len(heads) > 2
    assert heads == [HEAD] * len(heads)


def test_no_row_is_broken(sheets: list[Sheet], pages: dict[str, HtmlElement]) -> None:
    goals = [bare(row[3]) for sheet in across(sheets) for row in table_of(sheet)[1:]]
    rows = pages[f"{LIUZHOU}.html"].xpath("//table[@id='tasks']/tbody/tr")
    written = [
        bare(text_of(cell)) for row in rows for cell in row.xpath("td[@data-label='建设目标']")
    ]
    assert goals == written


def test_only_the_plan_is_printed(sheets: list[Sheet]) -> None:
    text = bare("".join(sheet.extract_text() for sheet in sheets))
    for word in ("校核报告", "检索", "回到页首", "目录", "责任单位点开", "DOCX", "生成", "栏目"):
        assert word not in text, word
    assert bare("样例：依据公开文件编写") in text
    assert "不少于10学时" in text


def test_letters_are_black(sheets: list[Sheet]) -> None:
    banner = bare("样例：依据公开文件编写，非正式文本征求意见稿")
    coloured = {
        bare(char["text"])
        for sheet in sheets
        for char in sheet.chars
        if char["non_stroking_color"] not in ((0,), (0, 0, 0), 0, None)
        and max(char["non_stroking_color"]) > 0.4
    }
    assert coloured - set(banner) == set()


def test_links_and_buttons_leave_no_trace(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / f"{LIUZHOU}.html").as_uri())
    page.emulate_media(media="print")
    traces = """[...document.querySelectorAll('article a')].filter(link => {
      const after = getComputedStyle(link, '::after').content;
      const line = getComputedStyle(link).textDecorationLine;
      return line !== 'none' || !['none', 'normal'].includes(after);
    }).map(link => link.outerHTML)"""
    shown = "[...document.querySelectorAll('button, input, nav')].filter(e => e.checkVisibility())"
    assert page.locator("article a.figure").count() > 20
    assert page.evaluate(traces) == []
    assert page.evaluate(f"{shown}.map(element => element.outerHTML)") == []
    page.close()
