"""The site of the repository's plans as built: complete, linked, in Chinese, from any folder."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.checks import ALL_RULES
from tests.site.sites import LIUZHOU, target_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

SAMPLE = "样例：依据公开文件编写，非正式文本"
LINKS = "//a/@href | //link/@href | //script/@src | //img/@src | //form/@action"


def test_every_internal_link_and_anchor_resolves(site: Path, pages: dict[str, HtmlElement]) -> None:
    ids = {address: set(page.xpath("//@id")) for address, page in pages.items()}
    broken = []
    checked = 0
    for address, page in pages.items():
        if address == "404.html":
            continue
        for link in page.xpath(LINKS):
            target, anchor = target_of(address, link)
            checked += 1
            if not (site / target).is_file() or (anchor and anchor not in ids[target]):
                broken.append((address, link))
    assert broken == []
    assert checked > 1000


def test_no_link_leaves_the_site(pages: dict[str, HtmlElement]) -> None:
    links = [link for page in pages.values() for link in page.xpath(LINKS)]
    assert [link for link in links if "://" in link or link.startswith("//")] == []


def test_an_id_stands_once_on_a_page(pages: dict[str, HtmlElement]) -> None:
    twice = {
        address: [name for name, times in Counter(page.xpath("//@id")).items() if times > 1]
        for address, page in pages.items()
    }
    assert {address: names for address, names in twice.items() if names} == {}


@pytest.mark.parametrize(
    "place",
    [
        f"{LIUZHOU}.html#section-发展目标",
        f"{LIUZHOU}.html#section-组织实施-加强经费保障",
        f"{LIUZHOU}.html#project-师德师风教育工程",
        f"{LIUZHOU}.html#measure-加强名师名校长工作室建设",
        f"{LIUZHOU}.html#level-新任教师春苗计划",
        f"{LIUZHOU}.html#attachment-柳州市中小学教师培训发展规划主要任务分工表20232027年",
        f"{LIUZHOU}.html#tasks",
        f"{LIUZHOU}.html#task-初中强校人才培养工程",
        f"{LIUZHOU}.html#task-初中强校人才培养工程-2",
        f"{LIUZHOU}-indicators.html#indicator-骨干教师-到2025年",
        f"{LIUZHOU}-indicators.html#indicator-师德师风教育基地",
        f"{LIUZHOU}-report.html#verified",
        "units/柳州市教育局人事教育与对外交流科.html#lead",
        "rules/A101.html#",
        "downloads/liuzhou-2023-2027-draft.docx#",
    ],
)
def test_addresses_and_ids_are_permanent(
    site: Path, pages: dict[str, HtmlElement], place: str
) -> None:
    address, _, anchor = place.partition("#")
    assert (site / address).is_file()
    assert not anchor or pages[address].xpath("//*[@id=$anchor]", anchor=anchor)


def test_every_page_says_that_its_plans_are_samples(pages: dict[str, HtmlElement]) -> None:
    silent = [
        address
        for address, page in pages.items()
        if address != "404.html" and SAMPLE not in text_of(page.xpath("//article")[0])
    ]
    assert silent == []


def test_pages_are_in_chinese(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        assert page.get("lang") == "zh"
        assert "Made with" not in text_of(page)
        assert "Not found" not in text_of(page)


def test_every_rule_has_a_page_with_its_examples(pages: dict[str, HtmlElement]) -> None:
    for rule in ALL_RULES:
        page = pages[f"rules/{rule.code}.html"]
        assert rule.code in text_of(page.xpath("//h1")[0])
        assert page.xpath("//article//pre/code")
        assert "```" not in text_of(page.xpath("//article")[0])
        assert f"{rule.code}.html" in pages["rules/index.html"].xpath("//article//a/@href")


def test_every_page_has_one_title_and_it_begins_the_contents(
    pages: dict[str, HtmlElement],
) -> None:
    for address, page in pages.items():
        assert len(page.xpath("//h1")) == 1, address
    contents = [
        text_of(link)
        for link in pages[f"{LIUZHOU}.html"].xpath("//nav[contains(@class,'md-nav--secondary')]//a")
    ]
    assert contents[0] == "一、发展背景"
    assert "（一）实施师德师风教育工程" in contents


def test_a_figure_in_the_text_leads_to_its_indicator(pages: dict[str, HtmlElement]) -> None:
    plan = pages[f"{LIUZHOU}.html"]
    links = {text_of(link): link.get("href") for link in plan.xpath("//a[@class='figure']")}
    anchor = "indicator-骨干教师-到2025年"
    assert links["6000名"] == f"liuzhou-2023-2027-indicators.html#{anchor}"
    (cell,) = pages[f"{LIUZHOU}-indicators.html"].xpath("//*[@id=$anchor]", anchor=anchor)
    assert text_of(cell) == "6000名"


def test_the_text_of_the_plan_is_whole(pages: dict[str, HtmlElement]) -> None:
    from tests.liuzhou_facts import STATEMENTS  # noqa: PLC0415  # a long list, wanted here only

    text = "".join(text_of(pages[f"{LIUZHOU}.html"].xpath("//article")[0]).split())
    missing = [code for code, _, statement in STATEMENTS if "".join(statement.split()) not in text]
    assert missing == []


def test_nothing_but_the_plans_own_pages_is_copied_from_the_plans(site: Path) -> None:
    assert [path for path in site.rglob("*") if path.suffix in (".yaml", ".yml", ".md")] == []
