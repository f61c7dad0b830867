"""The search: what it finds, where hits lead, what it fetches, in headless Chromium from a disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import Page
from generator.site.context import SiteContext
from generator.site.page import ASSETS
from generator.site.search import index_files
from generator.site.search_entries import Entry, Group, Kind
from generator.site.search_index import search_index, written
from generator.site.search_text import folded, grams
from generator.writers.page import page_environment
from tests.site.browsing import PHONE, served
from tests.site.sites import files_of, text_of, write_site_workspace
from tests.workspaces import PLAN, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as BrowserPage

MOST_BYTES = 50_000
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


@pytest.fixture
def page(browser: Browser) -> Iterator[BrowserPage]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def search(page: BrowserPage, site: Path, query: str) -> str:
    """Search as a link does; give what the page then says."""
    page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
    return settled(page)


def settled(page: BrowserPage) -> str:
    page.wait_for_function(
        "!/^$|正在检索/.test(document.getElementById('search-status').textContent)"
    )
    return page.inner_text("#search-status")


def headings(page: BrowserPage) -> list[str]:
    return page.locator("#search-results li > a").all_inner_texts()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("６０个　教育基地", "60个教育基地"),
        ("10 学时", "10学时"),
        ("GB/T 9704", "gb/t 9704"),
        ("12 34", "12 34"),
        ("10,000名、1,234,567元", "10000名、1234567元"),
        ("3,45,678", "3,45678"),
        ("2023—2027年", "2023-2027年"),
        ("2023～2027年", "2023-2027年"),
        ("“大先生”", "大先生"),
        ("《教师法》", "教师法"),
        ("1∶1.2", "1:1.2"),
        ("某教发〔2023〕4号", "某教发〔2023〕4号"),
    ],
)
def test_texts_are_folded_alike_here_and_in_the_browser(
    page: BrowserPage, site: Path, text: str, expected: str
) -> None:
    page.goto((site / "search.html").as_uri())
    assert folded(text) == expected
    assert page.evaluate("text => window.planpressSearch.fold(text)", text) == expected


def test_a_number_is_one_piece_whatever_its_length() -> None:
    assert grams("至少60个a1.5") == {"至少", "少60", "60", "60个", "个a", "a1.5", "1.5"}
    assert grams("甲、乙") == set()


def test_the_browser_looks_up_only_grams_that_are_listed(page: BrowserPage, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    for word in ("60", "60个", "a101", "1.2亿元", "名师工作室", "柳教发〔2023〕4号", "水"):
        asked = page.evaluate("word => window.planpressSearch.gramsOf(word)", word)
        assert set(asked) <= grams(word)
        assert bool(asked) == (word != "水")


def read(text: str) -> list[int]:
    """Read numbers back, in another way than the browser does."""
    if text.startswith("="):
        bits = [f"{DIGITS.index(digit):06b}"[::-1] for digit in text[1:]]
        return [at for at, bit in enumerate("".join(bits)) if bit == "1"]
    found, gap, weight = [-1], 0, 1
    for digit in text:
        value = DIGITS.index(digit)
        gap += value % 32 * weight
        weight *= 32
        if value < 32:
            found.append(found[-1] + gap)
            gap, weight = 0, 1
    return found[1:]


@pytest.mark.parametrize(
    "numbers",
    [
        [],
        [0],
        [31],
        [32],
        [5000],
        [0, 1, 2, 3, 4, 5, 6, 40],
        [7, 39, 71, 2000],
        [*range(0, 900, 3)],
    ],
)
def test_numbers_are_written_so_that_they_can_be_read(numbers: list[int]) -> None:
    assert read(written(numbers)) == numbers


def test_the_shorter_way_of_writing_numbers_is_taken() -> None:
    assert len(written([*range(1200)])) == 201
    assert written([5, 1199]) == "6gb1"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("10学时", "师德师风教育工程"),
        ("60个", "师德师风教育基地"),
        ("2027年", "发展目标"),
        ("大先生", "新时代“大先生”培养工程"),
        ("师德师风", "师德师风教育工程"),
        ("名师工作室", "市级名师工作室"),
        ("骨干教师", "骨干教师集中培训"),
        ("６０个　基地", "师德师风教育工程"),
        ("柳州　学时", "校本研修"),
        ("名师网络教研共同体", "智慧教育数字素养提升工程"),
        ("10,000名", "发展目标"),
        ("A101", "A101 合计与分项之和不符"),
        ("成文日期", "成文日期"),
    ],
)
def test_search_finds_words_as_written(
    page: BrowserPage, site: Path, query: str, title: str
) -> None:
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(unquote(request.url)))
    said = search(page, site, query)
    found = headings(page)
    while page.locator("#search-more").is_visible() and title not in "".join(found):
        page.click("#search-more")
        page.wait_for_function(
            "count => document.querySelectorAll('#search-results li').length > count",
            arg=len(found),
        )
        found = headings(page)
    assert any(title in heading for heading in found)
    assert re.search(r"(找到|先列出)[0-9]+处", said)
    words = [folded(word) for word in query.split() if word != "柳州"]
    marked = {folded(text) for text in page.locator("#search-results mark").all_inner_texts()}
    assert marked.issuperset(words)


@pytest.mark.parametrize(
    "query", ["10学时", "2027年", "师德师风", "名师工作室", "骨干教师", "A101", "教师培训发展规划"]
)
def test_a_first_search_fetches_little(page: BrowserPage, site: Path, query: str) -> None:
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url))
    search(page, site, query)
    names = {found.group(1) for url in fetched if (found := re.search(r"/(search/[^?]+)", url))}
    assert names
    assert sum((site / name).stat().st_size for name in names) <= MOST_BYTES


def test_names_come_first_then_figures_then_texts(page: BrowserPage, site: Path) -> None:
    search(page, site, "60个")
    assert headings(page) == ["师德师风教育基地", "实施师德师风教育工程", "师德师风教育工程"]
    first = page.locator("#search-results li").first
    assert first.locator(".kind").inner_text() == "指标"
    search(page, site, "师德师风教育基地")
    assert "师德师风教育基地" in headings(page)[0]


def test_hits_of_one_plan_stand_together(page: BrowserPage, site: Path) -> None:
    search(page, site, "骨干教师")
    titles = page.locator("#search-results h2").all_inner_texts()
    assert len(titles) == len(set(titles))
    assert "柳州市中小学教师培训发展规划（样例）" in titles


def test_another_name_of_a_unit_finds_its_page(page: BrowserPage, site: Path) -> None:
    search(page, site, "培训中心")
    assert headings(page)[0] == "柳州市教师培训与学生素质教育中心"
    assert "培训中心" in page.locator("#search-results .also").first.inner_text()
    page.locator("#search-results li a").first.click()
    page.wait_for_url("**/units/**")


def test_a_hit_in_a_table_does_not_begin_with_the_number_of_its_row(
    page: BrowserPage, site: Path
) -> None:
    search(page, site, "以名师工作室为依托")
    texts = page.locator("#search-results li .text").all_inner_texts()
    assert texts[-1].startswith("以名师工作室为依托")
    assert "加强名师名校长工作室建设" in headings(page)


def test_a_unit_is_looked_up_on_the_page_of_all_units(page: BrowserPage, site: Path) -> None:
    page.goto((site / "units/index.html").as_uri())
    page.locator("#unit-query").fill("培训中心")
    page.locator("#unit-query").press("Enter")
    page.wait_for_url("**/search.html?q=*")
    settled(page)
    assert headings(page)[0] == "柳州市教师培训与学生素质教育中心"


def test_a_server_finds_what_a_disk_finds(page: BrowserPage, site: Path) -> None:
    with served(site) as address:
        for query in ("10学时", "60个", "2027年", "大先生", "师德师风", "名师工作室", "培训中心"):
            said = search(page, site, query)
            found = headings(page)
            page.goto(f"{address}/search.html?q={quote(query)}")
            assert (settled(page), headings(page)) == (said, found)
            assert found


def test_search_says_that_nothing_was_found_and_helps(page: BrowserPage, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("#home-query").fill("至少60个")
    page.locator("#home-query").press("Enter")
    page.locator("#search-status", has_text="没有找到“至少60个”").wait_for()
    assert page.locator("#search-help").is_visible()
    page.locator("#search-others a", has_text="60个").click()
    page.wait_for_url("**q=60*")
    assert settled(page) == "找到3处。"
    assert not page.locator("#search-help").is_visible()


def test_a_single_character_is_too_little(page: BrowserPage, site: Path) -> None:
    assert search(page, site, "师") == "请写两个字以上，或者一个数字。"


def test_markup_in_a_query_is_text(page: BrowserPage, site: Path) -> None:
    query = "<img src=x onerror=document.title='hit'>"
    assert query in search(page, site, query)
    assert page.locator("#search-status img").count() == 0
    assert page.title() != "hit"


def test_a_result_leads_to_its_place(page: BrowserPage, site: Path) -> None:
    search(page, site, "至少2-3名")
    page.locator("#search-results li a").first.click()
    page.wait_for_url("**/plans/**")
    assert page.evaluate("document.querySelector(':target') !== null")


def test_arrow_keys_go_through_the_hits_and_back(page: BrowserPage, site: Path) -> None:
    search(page, site, "60个")
    page.focus("#query")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == headings(page)[1]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plans/**")


def test_what_is_typed_is_searched_and_kept_in_the_address(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto((site / "about.html").as_uri())
    page.locator(".site-query input").fill("60个")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=60*")
    assert settled(page) == "找到3处。"
    page.locator("#query").fill("10学时")
    # every hit is one of what stands in the field now
    page.wait_for_function(
        "(hits => hits.length > 3 && hits.every(hit => hit.textContent.includes('10学时')))"
        "([...document.querySelectorAll('#search-results li')])"
    )
    page.close()


def test_every_page_leads_to_the_search(pages: dict[str, HtmlElement]) -> None:
    for address, page in pages.items():
        if address == "404.html":  # it is shown at any depth, so it only leads home
            continue
        forms = page.xpath("//header//form[@role='search']/@action")
        assert [form.endswith("search.html") for form in forms] == [True], address


def test_without_scripts_all_plans_and_chapters_are_listed(pages: dict[str, HtmlElement]) -> None:
    assert pages["search.html"].xpath("//noscript//a[@href='contents.html']")
    listed = pages["contents.html"].xpath("//ul[@class='all-plans']")[0]
    links = {link.get("href"): text_of(link) for link in listed.xpath(".//a")}
    assert links["plans/liuzhou-2023-2027.html#section-发展目标"] == "三、发展目标"
    assert sum("#" not in link for link in links) == 4


ALIAS = UNITS.replace(
    "    short: 市水务局\n", "    short: 市水务局\n    aliases: 水利中心、河道处\n"
)
PLANS = {"lvdao": PLAN, "draft": PLAN.replace("已印发", "草稿").replace("绿道", "暗渠")}


def test_unpublished_plans_are_in_no_file_and_bytes_never_vary(tmp_path: Path) -> None:
    written_twice = [
        files_of(write_site_workspace(tmp_path / name, PLANS, ALIAS)) for name in ("one", "two")
    ]
    found = {
        address: file.decode()
        for address, file in written_twice[0].items()
        if address.startswith("search/") and isinstance(file, bytes)
    }
    assert len(found) > 2
    assert not any("暗渠" in file for file in found.values())
    for words in ("沿江绿道600米", "示水发〔2023〕4号", "水利中心、河道处"):
        assert any(words in file for file in found.values()), words
    assert {address: written_twice[1][address] for address in found} == {
        address: file.encode() for address, file in found.items()
    }


def many(count: int) -> Iterator[Group]:
    """Make as many plans: each has a clause of its own among clauses that all share."""
    for kind in (Kind.NAME, Kind.FIGURE, Kind.TEXT):
        for number in range(count):
            title, address = f"第{number}号规划", f"plans/plan-{number}.html"
            entries = {
                Kind.NAME: [Entry(title, f"某发〔2023〕{number}号", "", "")],
                Kind.FIGURE: [Entry("示范学校", "", "#indicator-1", f"{number + 5}所")],
                Kind.TEXT: [
                    Entry("总体要求", "", f"#clause-{n}", "加强教师培训，" * 40) for n in range(4)
                ]
                + [Entry("水渠", "", "#own", f"到2027年，建设水渠{number * 7}米。")],
            }[kind]
            yield Group(kind, title, address, address, tuple(entries))


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("thousand")
    analysis = analyze(write_site_workspace(root / "workspace", {"lvdao": PLAN}))
    site = SiteContext(analysis.corpus, analysis.report, page_environment(templates() / "blocks"))
    script = root / ASSETS / "search.js"
    script.parent.mkdir(parents=True)
    script.write_bytes((templates() / "assets" / "search.js").read_bytes())
    for address, file in index_files(site, search_index(many(1000))):
        path = root / address
        path.parent.mkdir(exist_ok=True)
        if isinstance(file, Page):
            path.write_text(f"<!doctype html><meta charset=utf-8>{file.content}", encoding="utf-8")
        elif isinstance(file, bytes):
            path.write_bytes(file)
    return root


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("5250米", "plans/plan-750.html#own"),
        ("某发〔2023〕321号", "plans/plan-321.html"),
        ("77所", "plans/plan-72.html#indicator-1"),
        ("第999号规划　水渠", "plans/plan-999.html#own"),
    ],
)
def test_one_place_is_found_among_a_thousand_plans(
    page: BrowserPage, thousand: Path, query: str, link: str
) -> None:
    said = search(page, thousand, query)
    links = page.locator("#search-results li > a")
    assert (said, links.count()) == ("找到1处。", 1)
    assert links.first.get_attribute("href") == link


@pytest.mark.parametrize("query", ["教师培训", "2027年", "加强教师培训"])
def test_what_stands_in_every_plan_is_found_at_little_cost(
    page: BrowserPage, thousand: Path, query: str
) -> None:
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url))
    assert "后面还有" in search(page, thousand, query)
    names = {found.group(1) for url in fetched if (found := re.search(r"/(search/[^?]+)", url))}
    assert sum((thousand / name).stat().st_size for name in names) <= MOST_BYTES
    before = page.locator("#search-results li").count()
    page.click("#search-more")
    page.wait_for_function(
        "count => document.querySelectorAll('#search-results li').length > count", arg=before
    )


def test_a_lost_file_is_said(page: BrowserPage, thousand: Path) -> None:
    page.route("**/search/text-*", lambda route: route.abort())
    assert search(page, thousand, "5250米") == "检索用的文件没有取到，请刷新后再试。"
