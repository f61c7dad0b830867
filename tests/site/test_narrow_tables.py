"""Tables on a phone: every cell under its head, what holds for a group said once, nothing empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.browsing import DESK, PHONE
from tests.site.sites import built_site, write_site_workspace
from tests.workspaces import PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize

_TRENDS = """\
    figures:
      到2025年: 500米
      到2027年: 1000米
    trend: 上升
    group: 基础设施
"""
_TABLES = """\
tables:
  - title: 投资计划表
    unit: 亿元
    total_row: 合计
    total_column: 合计
    columns:
      - 工程
      - name: 2023年
        heading: 分年度投资 > 2023年
      - name: 2024年
        heading: 分年度投资 > 2024年
      - 合计
      - 备注
    rows: |
      | 沿江绿道工程 | 10 | 14 | 24 | 含桥梁 |
      | 环山绿道和配套服务设施建设工程 | 30 | 38 | 68 | |
      | 合计 | 40 | 52 | 92 | |
  - title: 驿站表
    unit: 个
    columns: 序号、驿站、2024年
    rows: |
      | 1 | 沿江驿站 | 3 |
      | 2 | 环山驿站 | 4 |
"""
_SHOWN = """\
  - title: 指标和投资
    show: 指标、投资计划表、驿站表
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = PLAN.replace("    figures:\n      到2027年: 1000米\n", _TRENDS)
    text = plan.replace("sections:\n", f"{_TABLES}sections:\n{_SHOWN}", 1)
    root = tmp_path_factory.mktemp("narrow")
    workspace = write_site_workspace(root / "workspace", {"lvdao": text})
    return built_site(workspace, root / "site")


def _opened(browser: Browser, built: Path, size: ViewportSize) -> Iterator[Page]:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.set_default_timeout(3000)
    page.goto(next(built.rglob("lvdao.html")).as_uri())
    yield page
    context.close()


@pytest.fixture
def phone(browser: Browser, built: Path) -> Iterator[Page]:
    yield from _opened(browser, built, PHONE)


@pytest.fixture
def desk(browser: Browser, built: Path) -> Iterator[Page]:
    yield from _opened(browser, built, DESK)


# What a reader sees of the cells of a row: label, text, and what is drawn after it
_SEEN = """row => [...row.querySelectorAll('th, td')].filter(cell => cell.checkVisibility())
  .map(cell => {
    const drawn = (side, style = getComputedStyle(cell, side)) =>
      style.display === 'none' || ['none', 'normal'].includes(style.content)
        ? '' : style.content.replaceAll('"', '');
    return [drawn('::before'), cell.innerText.trim() + drawn('::after').trim()];
  })"""


def seen(page: Page, table: str, row: int) -> list[tuple[str, str]]:
    cells: list[list[str]] = page.locator(f"#{table} tbody tr").nth(row).evaluate(_SEEN)
    return [(label, text) for label, text in cells]


def place_of(locator: Locator) -> FloatRect:
    box = locator.bounding_box()
    assert box
    return box


def test_every_number_stands_under_its_head(phone: Page) -> None:
    assert seen(phone, "table-投资计划表", 0) == [
        ("", "沿江绿道工程"),
        ("分年度投资 2023年", "10"),
        ("分年度投资 2024年", "14"),
        ("合计", "24"),
        ("备注", "含桥梁"),
    ]


def test_an_empty_cell_says_nothing(phone: Page) -> None:
    assert seen(phone, "table-投资计划表", 2)[-1] == ("合计", "92")


def test_a_number_of_a_row_stands_before_its_name(phone: Page) -> None:
    number, name, count = seen(phone, "table-驿站表", 0)
    assert (number, name, count) == (("", "1."), ("", "沿江驿站"), ("2024年", "3"))
    cells = phone.locator("#table-驿站表 tbody tr").first.locator("td, th").all()
    tops = [place_of(cell)["y"] for cell in cells]
    assert tops[0] == tops[1] < tops[2]


def test_what_an_indicator_says_of_itself_is_said_once(phone: Page) -> None:
    group = phone.locator("#indicators tbody").first
    lines = group.inner_text().split("\n")
    assert lines.count("走向：上升") == lines.count("分组：基础设施") == 1
    assert seen(phone, "indicators", 1) == [("时期", "到2027年"), ("数值", "1000米")]


def test_remarks_stand_under_the_name_each_on_its_own_line(phone: Page) -> None:
    name, remark, other, period = (
        place_of(phone.locator("#indicators tbody").first.get_by_text(text, exact=True))
        for text in ("绿道长度", "走向：上升", "分组：基础设施", "到2025年")
    )
    assert name["y"] < remark["y"] < other["y"] < period["y"]
    assert remark["x"] == other["x"]


def test_a_name_is_given_more_room_than_a_number(desk: Page) -> None:
    name, number = (
        place_of(desk.locator(f"#table-投资计划表 tbody tr > :nth-child({place})").first)
        for place in (1, 2)
    )
    assert name["width"] > 1.5 * number["width"]
