"""The 校核报告: all that was verified, found and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.quantity import Verdict
from generator.writers.page_words import said
from tests.site.sites import LIUZHOU, content_of, files_of, liuzhou, text_of, write_site_workspace
from tests.workspaces import PLAN, SHOWN_PLAN

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement


def test_every_reconciliation_stands_on_the_page_with_its_working(
    pages: dict[str, HtmlElement],
) -> None:
    page = pages[f"{LIUZHOU}-report.html"]
    labels = ("对象", "所写", "核算", "算法或依据")
    shown = sorted(
        tuple(text_of(row.xpath("*[@data-label=$label]", label=label)[0]) for label in labels)
        for row in page.xpath("//table[contains(@class,'checks')]/tbody/tr")
    )
    expected = sorted(
        (said(item.subject).strip(), item.stated, item.computed, said(item.working).strip())
        for item in liuzhou()[1].reconciliations
    )
    assert shown == expected
    assert expected


def test_what_was_kept_stands_with_its_reason(pages: dict[str, HtmlElement]) -> None:
    page = pages[f"{LIUZHOU}-report.html"]
    (kept,) = page.xpath("//h2[@id='waived']/following-sibling::ul")
    waived = liuzhou()[1].waived
    assert len(kept.xpath("li")) == len(waived) > 0
    for item, line in zip(waived, kept.xpath("li"), strict=True):
        assert said(item.diagnostic.message) in text_of(line)
        assert f"保留理由：{item.reason}" in text_of(line)


def test_what_does_not_hold_is_said_first_and_leads_to_its_line(
    pages: dict[str, HtmlElement],
) -> None:
    page = pages[f"{LIUZHOU}-report.html"]
    (first,) = page.xpath("//h2[@id='unsettled']/following-sibling::ul[1]")
    shown = [text_of(line.xpath("span")[0]) for line in first.xpath("li")]
    verdicts = [item.verdict for item in liuzhou()[1].reconciliations]
    assert shown == ["矛盾"] * verdicts.count(Verdict.FAILS) + ["未定"] * verdicts.count(
        Verdict.UNDETERMINED
    )
    assert len(set(shown)) == 2
    for line in first.xpath("li"):
        (link,) = line.xpath("a")
        (row,) = page.xpath("//table//tr[@id=$anchor]", anchor=link.get("href")[1:])
        assert text_of(row.xpath("th")[0]) == text_of(link)


def test_where_all_holds_there_is_no_such_list(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    assert content_of(files, "plans/lvdao-report.html").xpath("//*[@id='unsettled']") == []


def test_a_line_leads_to_the_places_that_it_compares(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    report = content_of(files, "plans/lvdao-report.html")
    (row,) = report.xpath("//*[@id='verified-A101']/tbody/tr")
    assert text_of(row.xpath("*[@data-label='结论']")[0]) == "成立"
    links = row.xpath("*[@data-label='位置']/a/@href")
    assert links == [
        "lvdao-indicators.html#indicator-绿道长度-到2027年",
        "lvdao-indicators.html#indicator-沿江绿道长度-到2027年",
        "lvdao-indicators.html#indicator-环山绿道长度-到2027年",
    ]


def test_a_note_is_shown_with_a_link_to_its_rule(tmp_path: Path) -> None:
    plan = SHOWN_PLAN.replace("document_number: 示水发〔2023〕4号\n", "")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan}))
    report = content_of(files, "plans/lvdao-report.html")
    (finding,) = report.xpath("//h2[@id='findings']/following-sibling::ul[1]/li")
    assert text_of(finding).startswith("提示没有发文字号")
    assert "../rules/D101.html" in finding.xpath(".//a/@href")


def test_a_place_that_the_text_does_not_show_leads_to_the_whole_page(tmp_path: Path) -> None:
    counted = "建设步道、驿站、标识三类设施。"
    plan = PLAN.replace("沿江、环山建设绿道，方便市民散步和骑行。", counted)
    shown = plan.replace("projects:\n", "    show: projects\nprojects:\n")
    links = {}
    for name, text in (("hidden", plan), ("shown", shown)):
        files = files_of(write_site_workspace(tmp_path / name, {"lvdao": text}))
        report = content_of(files, "plans/lvdao-report.html")
        links[name] = report.xpath("//*[@id='verified-C101']//*[@data-label='位置']/a/@href")
    assert links == {"hidden": ["lvdao.html"], "shown": ["lvdao.html#project-绿道建设工程"]}
