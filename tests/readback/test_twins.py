"""Documents and pages are held to their plan: what one of them says otherwise is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.documents import document_types
from generator.pipeline.analysis import analyze
from generator.readback.compare import against_composed
from generator.readback.composed import composed_docx
from generator.readback.difference import Difference, UnfaithfulError
from generator.readback.docx import read_docx
from generator.readback.fidelity import against_plan
from generator.readback.planned import planned
from generator.readback.verify import verified_docx
from generator.resources import templates
from generator.site import Page, site_files
from generator.writers import docx as writer
from generator.writers.gb9704 import READING_A
from tests.docx.mutation import mutated
from tests.readback.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.readback.conftest import Issued, Shown

DOCUMENT = "word/document.xml"
LIUZHOU = "liuzhou-2023-2027-notice"
PAGE = "plans/liuzhou-2023-2027.html"


def differences(one: Issued, content: bytes) -> list[str]:
    """Give what is found twice: against what was composed, and against the plan."""
    reading = read_docx(content)
    document = one.form.compose(one.resolved)
    found = against_composed(reading, composed_docx(document, READING_A.banner_wording))
    if one.form.whole:
        found += against_plan(reading, planned(one.resolved))
    return [str(difference) for difference in found]


def test_every_sample_says_what_its_plan_says(issued: Mapping[str, Issued]) -> None:
    assert len(issued) >= 5
    for one in issued.values():
        assert differences(one, one.docx) == []


def test_every_page_says_what_its_plan_says(shown: Mapping[str, Shown]) -> None:
    assert len(shown) == 8
    for page in shown.values():
        page.twin.verify(page.html)


def test_letters_orders_minutes_and_every_key_are_read_back() -> None:
    analysis = analyze(ROOT / "tests" / "format" / "filled")
    for plan in analysis.corpus.plans:
        for form in document_types(plan):
            verified_docx(plan, form, form.compose(plan))
    pages = site_files(analysis.corpus, analysis.report, templates()).values()
    twins = [page for page in pages if isinstance(page, Page) and page.twin]
    assert len(twins) >= 6
    for page in twins:
        assert page.twin
        page.twin.verify(page.content)


def cell(text: str) -> str:
    """Give a pattern for a whole table cell whose text begins so."""
    return rf"<w:tc>(?:(?!</w:tc>).)*?<w:t>{text}(?:(?!</w:tc>).)*</w:tc>"


@dataclass(frozen=True)
class Mutant:
    """One thing changed: what is replaced, and words of what must be told."""

    name: str
    pattern: str
    replacement: str
    told: tuple[str, ...]
    part: str = DOCUMENT
    of: str = LIUZHOU


JILIN = "jilin-2019-teacher-base-official"
LINE = '<w:p><w:pPr><w:pStyle w:val="Normal"/>(?:(?!</w:p>).)*<w:t>{}</w:t></w:r></w:p>'
ADDED = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>（此件不公开）</w:t></w:r></w:p>'

MUTANTS = (
    Mutant("figure", "<w:t>6800名<", "<w:t>6900名<", ("6800名", "6900名")),
    Mutant("unit", "<w:t>6800名<", "<w:t>6800<", ("6800名",)),
    Mutant("figure-in-table", r"(<w:tc>(?:(?!</w:tc>).)*?<w:t>)3800名", r"\g<1>3700名",
           ("建设目标", "3800名", "3700名")),
    Mutant("pair", rf"({cell('人事科、县区教育局')})({cell('培训中心、局属普通高中')})", r"\2\1",
           ("第6行“牵头部门”", "人事科、县区教育局", "培训中心、局属普通高中")),
    Mutant("unit-of-pair", "人事科、县区教育局", "人事科", ("牵头部门", "县区教育局")),
    Mutant("heading", r"<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>"
           r"(?:(?!</w:p>).)*</w:p>", "", ("第2层标题",)),
    Mutant("heading-number", "<w:t>二、", "<w:t>三、", ("二、", "三、")),
    Mutant("heading-layer", 'w:val="Heading2"', 'w:val="Heading3"', ("第2层标题",)),
    Mutant("clause-cut", r"(<w:pStyle w:val=\"BodyText\"/></w:pPr><w:r>(?:<w:rPr>.*?</w:rPr>)?"
           r"<w:t>[^<]{9})[^<]+", r"\1", ("应为",)),
    Mutant("clause-lost", r"<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>"
           r"(?:(?!</w:p>).)*6800名(?:(?!</w:p>).)*</w:p>", "", ("应为“至2027年", "读到没有")),
    Mutant("clause-twice", r"(<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>"
           r"(?:(?!</w:p>).)*6800名(?:(?!</w:p>).)*</w:p>)", r"\1\1", ("读到“至2027年，培养",)),
    Mutant("row-lost", r"<w:tr>(?:(?!</w:tr>).)*人事科、县区教育局(?:(?!</w:tr>).)*</w:tr>", "",
           ("34行", "33行")),
    Mutant("merge-lost", '<w:vMerge w:val="continue"/>', "", ("第2行",)),
    Mutant("column-name", "<w:t>牵头部门", "<w:t>配合单位", ("牵头",)),
    Mutant("title", "《柳州市中小学教师", "《柳州市教师", ("题目",)),
    Mutant("hidden", r"(<w:r>)(<w:t>[^<]*6800名)", r"\1<w:rPr><w:vanish/></w:rPr>\2", ("6800名",)),
    Mutant("notice-line", "样例：依据公开文件编写", "样例", ("页眉",), "word/header1.xml"),
    *(
        Mutant(name, pattern, replacement, ("版头、落款或者版记", "应为没有", told), of=JILIN)
        for name, pattern, replacement, told in (
            ("addressee-added", "(中省直中小学)<", r"\1、民办学校<", "民办学校"),
            ("number-extended", "11号<", "11号附<", "附"),
            ("organ-extended", "<w:t>吉林省教育厅<", "<w:t>吉林省教育厅机关<", "机关"),
            ("printing-organ-extended", "吉林省教育厅办公室<", "吉林省教育厅办公室二处<", "二处"),
            ("annotation-added", f"({LINE.format('2019年10月24日')})", rf"\1{ADDED}", "此件不公开"),
            ("note-added", f"({LINE.format('2[.]基地建设[^<]*')})", rf"\1{ADDED}", "此件不公开"),
            ("subtitle-added", r"(<w:p><w:pPr><w:pStyle w:val=\"Title\"/>(?:(?!</w:p>).)*</w:p>)",
             rf"\1{ADDED}", "此件不公开"),
        )
    ),
    Mutant("document-number", "吉教师〔2019〕", "吉教师〔2018〕", ("发文字号",),
           of="jilin-2019-teacher-base-official"),
)  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_changed_docx_is_found(issued: Mapping[str, Issued], mutant: Mutant) -> None:
    one = issued[mutant.of]
    changed = mutated(one.docx, mutant.part, mutant.pattern, mutant.replacement)
    told = "\n".join(differences(one, changed))
    for words in mutant.told:
        assert words in told


PAGE_MUTANTS = (
    Mutant("figure", ">6800名<", ">6900名<", ("6800名", "6900名")),
    Mutant("unit", ">6800名<", ">6800<", ("6800名",)),
    Mutant("pair", r"(<p>)(人事科、县区教育局)(</p>.*?<p>)(培训中心、局属普通高中)", r"\1\4\3\2",
           ("第6行“牵头部门”", "人事科、县区教育局", "培训中心、局属普通高中")),
    Mutant("heading", r"<h3 id=\"project-[^>]*>.*?</h3>", "", ("第2层标题",)),
    Mutant("heading-layer", r"<(/?)h3\b", r"<\1h4", ("第2层标题",)),
    Mutant("heading-number", ">二、", ">三、", ("二、", "三、")),
    Mutant("clause-cut", r'(<p class="body">[^<]{9})[^<]+', r"\1", ("应为",)),
    Mutant("row-lost", r"<tr id=\"task-[^\"]*-2\">.*?</tr>", "", ("行",)),
    Mutant("link", r'(class="figure" href="[^"]*)#[^"]*"', r'\1#indicator-甲"', ("第1个指标链接",)),
    Mutant("link-lost", r'<a class="figure"[^>]*>(.*?)</a>', r"\1", ("指标链接的数目",)),
    Mutant("narrow", r'<div class="again" data-label="配合部门">.*?</div>', "",
           ("窄屏表格", "配合部门")),
    Mutant("narrow-label", r'data-label="牵头部门"', 'data-label="配合部门"', ("窄屏表格",)),
    Mutant("extra", r'(<p class="body">)', r"<p>另外</p>\1", ("另外",)),
    Mutant("indicator", ">6800名<", ">6800人<", ("“数值”", "6800名", "6800人"),
           of="plans/liuzhou-2023-2027-indicators.html"),
)  # fmt: skip


@pytest.mark.parametrize("mutant", PAGE_MUTANTS, ids=lambda one: one.name)
def test_a_changed_page_is_found(shown: Mapping[str, Shown], mutant: Mutant) -> None:
    page = shown[PAGE if mutant.of == LIUZHOU else mutant.of]
    changed, count = re.subn(mutant.pattern, mutant.replacement, page.html, flags=re.DOTALL)
    assert count
    with pytest.raises(UnfaithfulError) as error:
        page.twin.verify(changed)
    for words in mutant.told:
        assert words in str(error.value)


def test_what_is_told_names_the_document_and_whose_mistake_it_is(
    issued: Mapping[str, Issued], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = issued[LIUZHOU]
    changed = mutated(one.docx, DOCUMENT, "6800名", "6900名")
    monkeypatch.setattr("generator.readback.verify.write_docx", lambda *_: changed)
    with pytest.raises(UnfaithfulError) as error:
        verified_docx(one.resolved, one.form, one.form.compose(one.resolved))
    first, second, *_ = str(error.value).splitlines()
    assert first.startswith("“liuzhou-2023-2027”的印发通知（DOCX）写出后读回核对，与规划不一致")
    assert "这是程序的错误" in first
    assert "发给维护者" in first
    assert "应为“" in second
    assert "6900名" in second
    assert writer.write_docx(one.form.compose(one.resolved)) == one.docx


def test_long_texts_are_cut_down_to_where_they_differ() -> None:
    text = "甲" * 60
    told = str(Difference("某处", f"{text}乙{text}", f"{text}丙{text}"))
    assert told == f"某处：应为“…{'甲' * 12}乙{'甲' * 23}…”，读到“…{'甲' * 12}丙{'甲' * 23}…”"
    assert str(Difference("某处", "甲", "")) == "某处：应为“甲”，读到没有"
