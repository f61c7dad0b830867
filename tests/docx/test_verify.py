"""What users are told of a rendered document: every rule holds, and each mistake is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.rendering.judge import RULES, judge
from generator.rendering.verdict import Judgement, Verdict
from generator.writers.gb9704 import READING_B, Strength
from tests.docx.cases import CASES
from tests.docx.forms import FORMS
from tests.docx.long_inputs import LONG_INPUTS
from tests.docx.plan_cases import plan_documents
from tests.docx.spoiled import SPOILED
from tests.docx.test_types_rendered import ALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.docx.rendering import Page

    Rendered = Mapping[str, tuple[Page, ...]]

# each spoiled document and the rules that it breaks
BROKEN = {
    "paper": "纸张",
    "left-margin": "订口（左白边）",
    "top-margin": "版心",
    "right-margin": "每行字数",
    "pitch-28": "行距",
    "pitch-29": "每面行数",
    "not-condensed": "每行字数",
    "too-condensed": "每行字数",
    "no-folio": "页码",
    "hyphen-folio": "页码",
    "low-folio": "页码一字线至版心下边缘",
    "same-side-folio": "页码位置",
    "upright-folio": "横排页码",
    "folio-font": "页码字体字号",
    "high-banner": "发文机关标志上边缘至版心上边缘",
    "short-rule": "红色分隔线与版心等宽",
    "near-rule": "发文字号至红色分隔线",
    "body-font": "正文字体",
    "pitch-29-clauses": "每面行数",
    "body-size": "正文字号",
    "grey-text": "文字颜色",
    "black-banner": "发文机关标志颜色",
    "title-size": "标题",
    "title-left": "标题",
    "label-indented": "“附件”二字",
    "sealed-date": "加盖印章的成文日期",
    "lone-signature": "署名、成文日期与正文同面",
    "addressee-indented": "主送机关",
    "late-text": "首页显示正文",
    "heading-font": "结构层次字体",
    "lone-heading": "标题与下文同面",
    "no-indent": "段首缩进",
    "note-indent": "附件说明",
    "unsealed-place": "不加盖印章的署名、成文日期",
    "head-once": "表头",
    "small-colophon": "版记字号",
    "short-colophon": "版记分隔线与版心等宽",
    "high-colophon": "版记末条分隔线与最后一面版心下边缘重合",
    "thick-colophon": "版记分隔线粗细",
}


_JUDGED: dict[str, tuple[Judgement, ...]] = {}


def judged(rendered: Rendered, name: str) -> tuple[Judgement, ...]:
    """Judge a document once: drawing its pages takes a while."""
    if name not in _JUDGED:
        base = next((spoiled.base for spoiled in SPOILED if spoiled.name == name), name)
        known = CASES | FORMS | LONG_INPUTS | plan_documents()
        _JUDGED[name] = judge(known[base], rendered[name])
    return _JUDGED[name]


def broken(judgements: tuple[Judgement, ...]) -> list[str]:
    return [one.rule for one in judgements if one.verdict is Verdict.FAILS]


@pytest.mark.parametrize("name", [*CASES, *LONG_INPUTS, *ALL])
def test_what_the_writer_makes_meets_every_rule(rendered: Rendered, name: str) -> None:
    judgements = judged(rendered, name)
    assert [str(one) for one in judgements if one.verdict is Verdict.FAILS] == []
    assert len(judgements) == len(RULES)


@pytest.mark.parametrize("name", FORMS)
def test_letters_orders_and_minutes_meet_their_own_rules(rendered: Rendered, name: str) -> None:
    judgements = judged(rendered, name)
    assert [str(one) for one in judgements if one.verdict is Verdict.FAILS] == []


def test_the_second_reading_of_37_mm_is_measured_by_its_own_pitch(rendered: Rendered) -> None:
    pages = rendered["sample-b"]
    assert [str(one) for one in judge(CASES["sample"], pages, READING_B)
            if one.verdict is Verdict.FAILS] == []  # fmt: skip
    assert "行距" in broken(judge(CASES["sample"], pages))


def test_the_sample_has_something_to_measure_for_every_rule(rendered: Rendered) -> None:
    judgements = judged(rendered, "sample")
    skipped = [one.rule for one in judgements if one.verdict is Verdict.NOT_APPLICABLE]
    assert skipped == ["不加盖印章的署名、成文日期"]


@pytest.mark.parametrize(("name", "rule"), BROKEN.items(), ids=list(BROKEN))
def test_a_spoiled_document_breaks_its_rule(rendered: Rendered, name: str, rule: str) -> None:
    assert rule in broken(judged(rendered, name))


def test_every_rule_can_fail(rendered: Rendered) -> None:
    assert {one.rule for one in judged(rendered, "sample")} == set(BROKEN.values())


def test_a_line_says_what_is_required_and_what_was_measured(rendered: Rendered) -> None:
    (line,) = [one for one in judged(rendered, "near-rule")
               if one.rule == "发文字号至红色分隔线"]  # fmt: skip
    assert line.breaks_the_standard
    assert str(line).startswith("不合格 发文字号至红色分隔线：要求4.0毫米，测得1.")
    assert str(line).endswith("毫米（GB/T 9704-2012 7.2.7，规定）")


def test_only_a_breach_of_what_is_required_breaks_the_standard(rendered: Rendered) -> None:
    failing = [one for one in judged(rendered, "body-font")
               if one.verdict is Verdict.FAILS]  # fmt: skip
    assert "正文字体" in [one.rule for one in failing]
    assert {one.strength for one in failing} == {Strength.USUAL}
    assert not any(one.breaks_the_standard for one in failing)


def test_a_draft_has_no_masthead_to_measure(rendered: Rendered) -> None:
    judgements = judged(rendered, "sealed")
    skipped = [one.rule for one in judgements if one.verdict is Verdict.NOT_APPLICABLE]
    assert "发文机关标志颜色" in skipped
    assert "版记分隔线粗细" in skipped
    assert "加盖印章的成文日期" not in skipped
