"""The built site in headless Chromium: on a phone, from a server and from a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.site.browsing import PHONE, served
from tests.site.sites import LIUZHOU, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement
    from playwright.sync_api import Browser, Dialog, Page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def portal(site: Path) -> Iterator[str]:
    """Serve the site in a sub-folder of another one."""
    with served(site.parent) as address:
        yield f"{address}/{site.name}"


def test_goal_lead_and_support_stand_together_on_a_phone(phone: Page, portal: str) -> None:
    phone.goto(f"{portal}/{LIUZHOU}.html")
    row = phone.locator("[id='task-教育共同体领导力提升工程-2']")
    boxes = [box for cell in row.locator("td, .again").all() if (box := cell.bounding_box())]
    assert len(boxes) == 3
    tops = [box["y"] for box in boxes]
    assert tops == sorted(tops)
    assert tops[-1] - tops[0] < 300
    assert min(box["width"] for box in boxes) > 250


def test_on_a_wide_screen_the_table_is_a_table(browser: Browser, portal: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(f"{portal}/{LIUZHOU}.html")
    cells = page.locator("#task-师德师风教育工程-1 > *").all()
    tops = {box["y"] for cell in cells if (box := cell.bounding_box())}
    assert len(cells) == 6
    assert len(tops) == 1
    assert not page.locator(".again").first.is_visible()
    page.close()


def test_the_whole_text_is_there_without_scripts(
    browser: Browser, site: Path, pages: dict[str, HtmlElement]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((site / f"{LIUZHOU}.html").as_uri())
    shown = "".join(page.locator("article .document").first.inner_text().split())
    written = text_of(pages[f"{LIUZHOU}.html"].xpath("//*[@class='document']//p[@class='body']")[0])
    assert "".join(written.split()) in shown
    context.close()


def colours(page: Page, selector: str) -> tuple[str, str]:
    script = """element => {
      let ground = element;
      while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)')
        ground = ground.parentElement;
      const under = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
      return [getComputedStyle(element).color, under];
    }"""
    text, ground = page.locator(selector).first.evaluate(script)
    return text, ground


def luminance(colour: str) -> float:
    """Give the relative luminance of an opaque or black translucent colour on white."""
    numbers = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")]
    share = numbers[3] if len(numbers) > 3 else 1.0
    channels = [(value * share + 255 * (1 - share)) / 255 for value in numbers[:3]]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colours: tuple[str, str]) -> float:
    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("view", "selector"),
    [
        ("index.html", ".md-header .site-title"),
        ("index.html", ".sample-banner"),
        ("index.html", "article h1"),
        ("index.html", ".card .mark.stage"),
        ("index.html", ".key-figures dt"),
        ("index.html", ".search-line button"),
        ("index.html", ".md-copyright"),
        (f"{LIUZHOU}.html", ".document p.body"),
        (f"{LIUZHOU}.html", "a.figure"),
        (f"{LIUZHOU}.html", ".facts dt"),
        (f"{LIUZHOU}.html", ".views a[aria-current]"),
        (f"{LIUZHOU}-report.html", ".verdict.holds"),
        (f"{LIUZHOU}-report.html", ".verdict.undetermined"),
        (f"{LIUZHOU}-report.html", ".verdict.fails"),
        (f"{LIUZHOU}-report.html", ".where"),
    ],
)
def test_text_stands_out_from_its_ground(phone: Page, site: Path, view: str, selector: str) -> None:
    phone.goto((site / view).as_uri())
    assert contrast(colours(phone, selector)) >= 4.5


def test_text_is_large_enough(phone: Page, site: Path) -> None:
    phone.goto((site / f"{LIUZHOU}.html").as_uri())
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert phone.locator(".document p.body").first.evaluate(size) == 17
    assert phone.locator("#tasks td").nth(1).evaluate(size) == 15
    weight = phone.locator("h1").evaluate("element => getComputedStyle(element).fontWeight")
    assert weight == "600"


def test_the_head_of_the_page_does_not_hide_the_place_of_a_link(phone: Page, site: Path) -> None:
    phone.goto(f"{(site / LIUZHOU).as_uri()}.html#{quote('section-组织实施')}")
    phone.wait_for_timeout(300)
    head = phone.locator(".md-header").bounding_box()
    heading = phone.locator("[id='section-组织实施']").bounding_box()
    assert head
    assert heading
    assert head["y"] + head["height"] <= heading["y"] < PHONE["height"] / 2


def shown_tasks(page: Page) -> list[str]:
    return [line.get_attribute("id") or "" for line in page.locator("li[data-year]:visible").all()]


def test_tasks_can_be_narrowed_down_and_the_choice_be_shared(phone: Page, site: Path) -> None:
    address = (site / f"{LIUZHOU}-tasks.html").as_uri()
    phone.goto(address)
    assert len(shown_tasks(phone)) == 34
    phone.locator("#filter-unit").select_option(label="人事科")
    phone.locator("#filter-project").select_option("task-师德师风教育工程")
    few = shown_tasks(phone)
    assert few == ["task-师德师风教育工程-1", "task-师德师风教育工程-3"]
    status = phone.locator("#task-count")
    assert status.inner_text() == "符合条件的有2条。"
    assert status.get_attribute("aria-live") == "polite"
    shared = phone.url
    phone.goto("about:blank")
    phone.goto(shared)
    assert shown_tasks(phone) == few
    phone.locator("#task-filters button").click()
    phone.locator("#task-count", has_text="显示全部34条").wait_for()
    assert phone.url == address


def test_an_address_with_the_id_of_a_task_shows_all_tasks(phone: Page, site: Path) -> None:
    place = quote("task-师德师风教育工程-3")
    phone.goto(f"{(site / LIUZHOU).as_uri()}-tasks.html#{place}")
    assert len(shown_tasks(phone)) == 34
    assert phone.evaluate("document.querySelector(':target') !== null")


def test_without_scripts_all_tasks_stand_there_and_nothing_that_does_not_work(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((site / f"{LIUZHOU}-tasks.html").as_uri())
    assert len(shown_tasks(page)) == 34
    assert not page.locator("#task-filters").is_visible()
    assert not page.locator(".page-tools").is_visible()
    context.close()


def test_a_click_on_a_figure_shows_where_it_comes_from(phone: Page, site: Path) -> None:
    phone.goto((site / f"{LIUZHOU}.html").as_uri())
    phone.locator("a.figure", has_text="6000名").first.click()
    phone.wait_for_url("**-indicators.html**")
    assert phone.locator(":target").inner_text() == "6000名"
    name = phone.locator("section.trace:has(:target) h3").bounding_box()
    head = phone.locator(".md-header").bounding_box()
    assert name
    assert head
    assert head["y"] + head["height"] <= name["y"] < PHONE["height"]
    phone.locator("section.trace:has(:target) .relations a").first.click()
    phone.wait_for_url("**-report.html**")
    assert phone.evaluate("document.querySelector('tr:target') !== null")


def test_the_size_of_the_text_is_remembered(phone: Page, portal: str) -> None:
    phone.goto(f"{portal}/{LIUZHOU}.html")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    usual = phone.locator(".document p.body").first.evaluate(size)
    large = phone.get_by_role("button", name="大", exact=True)
    for button in phone.locator(".page-tools button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    large.focus()
    phone.keyboard.press("Enter")
    assert large.get_attribute("aria-pressed") == "true"
    assert phone.locator(".document p.body").first.evaluate(size) > usual
    phone.goto(f"{portal}/index.html")
    assert (
        phone.get_by_role("button", name="大", exact=True).get_attribute("aria-pressed") == "true"
    )
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_page_can_be_printed(phone: Page, site: Path) -> None:
    phone.goto((site / f"{LIUZHOU}.html").as_uri())
    phone.evaluate("window.print = () => { window.printed = true; }")
    phone.get_by_role("button", name="打印").click()
    assert phone.evaluate("window.printed") is True


def test_a_page_is_shared_by_its_address(browser: Browser, portal: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    address = f"{portal}/{LIUZHOU}.html#实施保障"
    page.goto(address)
    told = page.locator(".page-tools").get_by_role("status")
    assert told.inner_text() == ""
    page.get_by_role("button", name="分享").click()
    told.get_by_text("网址已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.evaluate("void (navigator.share = async shared => { window.shared = shared; })")
    page.get_by_role("button", name="分享").click()
    assert page.evaluate("window.shared.url") == page.url
    context.close()


def test_without_a_clipboard_the_address_is_shown_to_be_copied(phone: Page, portal: str) -> None:
    shown: list[str] = []

    def close(dialog: Dialog) -> None:
        shown.append(dialog.default_value)
        dialog.dismiss()

    phone.on("dialog", close)
    phone.goto(f"{portal}/{LIUZHOU}.html")
    phone.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    phone.get_by_role("button", name="分享").click()
    assert shown == [phone.url]


def test_a_page_of_a_disk_is_not_shared(phone: Page, site: Path) -> None:
    phone.goto((site / f"{LIUZHOU}.html").as_uri())
    assert phone.get_by_role("button", name="打印").is_visible()
    assert not phone.get_by_role("button", name="分享").is_visible()


def test_letters_in_charts_and_pictures_can_be_read_on_a_phone(phone: Page, site: Path) -> None:
    script = """texts => Math.min(...texts.map(text => {
      const box = text.ownerSVGElement;
      const scale = box.getBoundingClientRect().width / box.viewBox.baseVal.width;
      return parseFloat(getComputedStyle(text).fontSize) * scale;
    }))"""
    for view, least in (("indicators", 11.5), ("picture", 13.5)):
        phone.goto((site / f"{LIUZHOU}-{view}.html").as_uri())
        assert phone.locator("main svg text").evaluate_all(script) >= least


@pytest.mark.parametrize("view", ["indicators", "picture", "tasks", "timeline", "report"])
def test_text_stands_out_in_the_dark(browser: Browser, site: Path, view: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    page.goto((site / f"{LIUZHOU}-{view}.html").as_uri())
    for selector in ("h1", "article p", "article dt", "article a", ".views a[aria-current]"):
        if page.locator(selector).count():
            assert contrast(colours(page, selector)) >= 4.5, selector
    context.close()


def test_years_and_document_numbers_stay_on_one_line(phone: Page, site: Path) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto((site / f"{LIUZHOU}.html").as_uri())
    pieces = phone.locator("article .unbroken")
    assert {"2023—2027年", "〔2022〕10号"} <= set(pieces.all_inner_texts())
    lines = "pieces => pieces.map(piece => piece.getClientRects().length)"
    assert set(pieces.evaluate_all(lines)) <= {0, 1}
