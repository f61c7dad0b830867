"""The report as one page."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html

from generator.diagnostics import Report
from generator.reporters import Outcome, render_html
from tests.reporters.samples import OUTCOME, SCRIPT

PAGE = render_html(OUTCOME)


def tree() -> html.HtmlElement:
    return html.fromstring(PAGE)


def words(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_the_page_holds_no_script_and_fetches_nothing() -> None:
    assert list(tree().iter("script", "link", "img", "iframe", "object")) == []
    assert not re.search(r"https?:|url\(|@import|\son\w+=", PAGE)
    assert "default-src 'none'" in PAGE


def test_what_a_drafter_wrote_is_text() -> None:
    assert SCRIPT not in PAGE
    text = tree().text_content()
    assert f"甲市规划{SCRIPT}" in text
    assert f"合计与各格之和不符{SCRIPT}" in text
    assert f"骨干教师 = 市级{SCRIPT}" in text
    assert f"原文如此{SCRIPT}" in text
    assert f"{SCRIPT}共有10500" in text
    assert "\x1b" not in PAGE


def test_a_finding_shows_its_places_marked_and_the_cure() -> None:
    first = tree().find_class("finding")[0]
    assert words(first.findall("h4")[0]).startswith("错误 合计10500名")
    assert [words(one) for one in first.iter("figcaption")] == [
        "plans/a/plan.yaml:3:9",
        "plans/a/plan.yaml:4:7",
        "plans/a/名额.xlsx 工作表“表1”AB3格：名额",
    ]
    assert [words(one) for one in first.iter("mark")] == ["10500名", "3800名"]
    assert [words(one) for one in first.find_class("caret")] == ["▲合计", "△分项"]
    assert words(first.find_class("hint")[0]) == "建议：核对口径"


def test_findings_stand_under_their_plan() -> None:
    sections = tree().findall(".//body/section")
    assert [words(one.findall("h2")[0]) for one in sections] == [
        f"甲市规划{SCRIPT}",
        "乙城规划",
        "plans/units.yaml",
        "规则说明",
    ]
    assert [len(one.find_class("finding")) for one in sections] == [3, 1, 1, 0]
    (kept,) = sections[0].find_class("waived")
    assert words(kept.find_class("hint")[0]) == f"豁免理由：原文如此{SCRIPT}（批准：样例编写组）"


def test_relations_come_with_working_and_verdict() -> None:
    (row,) = tree().findall(".//tbody/tr")
    assert [words(cell) for cell in row] == [
        f"骨干教师 = 市级{SCRIPT}",
        "矛盾",
        "10500名",
        "10600名",
        "100名",
        "3800名 + 6800名 = 10600名",
        "A101",
        "plan.yaml:3:9",
    ]


def test_relations_are_set_as_print_does() -> None:
    (known, *_) = OUTCOME.report.reconciliations
    typed = replace(known, subject="“甲的“33”模式”", working="100所 <= 200所")
    report = replace(OUTCOME.report, reconciliations=(typed,))
    page = render_html(replace(OUTCOME, report=report))
    assert "“甲的‘33’模式”" in page
    assert "100所 ≤ 200所" in page


def test_every_link_leads_to_an_anchor_of_the_page() -> None:
    page = tree()
    targets = [str(link.attrib["href"]) for link in page.iter("a")]
    ids = [str(one) for one in page.xpath("//@id")]
    assert "#A101" in targets
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_clean_workspace_says_so() -> None:
    page = render_html(Outcome(Report(), {}, 1, titles={"plans/a/plan.yaml": "甲"}))
    assert "没有发现问题。" in page
    assert "规则说明" not in page
