"""The Jilin, Henan and three-actions samples: what their sources state is in the plans."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from generator.diagnostics import Severity
from generator.documents import document_types
from generator.pipeline.analysis import Analysis, analyze
from generator.writers.docx import write_docx
from tests import henan_facts, jilin_facts, three_actions_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Block
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan

ROOT = Path(__file__).parent.parent
STATEMENTS = (
    [("jilin-2019-teacher-base", *statement) for statement in jilin_facts.STATEMENTS]
    + [("henan-2021-teacher-quality", *statement) for statement in henan_facts.STATEMENTS]
    + [("three-actions", *statement) for statement in three_actions_facts.STATEMENTS]
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze(ROOT)


@pytest.fixture(scope="module")
def printed(analysis: Analysis) -> dict[str, str]:
    """The text of every plan's DOCX, in the first form in which it goes out."""
    return {plan.identifier: docx_text(plan) for plan in analysis.corpus.plans}


def docx_text(plan: ResolvedPlan) -> str:
    content = write_docx(document_types(plan)[0].compose(plan))
    document = docx.Document(BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def plan_of(analysis: Analysis, identifier: str) -> ResolvedPlan:
    return next(plan for plan in analysis.corpus.plans if plan.identifier == identifier)


def innermost(plan: ResolvedPlan) -> DocumentContent:
    return list(plan.documents)[-1].plan


def text_at(content: DocumentContent, place: str) -> str:
    """Give the text at a place: title, preamble, or sections and attachments by their titles."""
    first, *names = place.split("/")
    if first == "title":
        return str(content.title)
    if first == "preamble":
        return str(content.preamble)
    if first == "attachments":
        attachment = next(item for item in content.attachments if item.title == names[0])
        return text_of((*attachment.sections, *attachment.clauses), names[1:])
    return text_of(content.sections, names)


def text_of(blocks: Iterable[Block], names: list[str]) -> str:
    block = next(block for block in blocks if block.title == names[0])
    if len(names) > 1:
        return text_of(block.clauses, names[1:])
    return f"{block.title}\n{block.text}"


@pytest.mark.parametrize(
    ("plan", "place", "words"),
    [(plan, place, words) for plan, _, place, words in STATEMENTS],
    ids=[f"{plan}-{identifier}" for plan, identifier, _, _ in STATEMENTS],
)
def test_every_quantified_statement_stands_in_its_place_and_is_printed(
    analysis: Analysis,
    printed: dict[str, str],
    plan: str,
    place: str,
    words: str,
) -> None:
    assert words in text_at(innermost(plan_of(analysis, plan)), place)
    assert words in printed[plan]


def test_all_plans_are_clean_but_for_their_waivers(analysis: Analysis) -> None:
    assert len(analysis.corpus.plans) == 4
    assert analysis.report.at_least(Severity.WARNING) == ()
    assert {waived.reason for waived in analysis.report.waived} == {"原文如此"}


def test_all_plans_are_samples(analysis: Analysis) -> None:
    assert all(plan.plan.sample for plan in analysis.corpus.plans)


def titles(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(str(block.title) for block in blocks)


def test_the_jilin_notice_issues_a_scheme_with_its_tasks(analysis: Analysis) -> None:
    notice = plan_of(analysis, "jilin-2019-teacher-base").plan
    assert str(notice.title) == jilin_facts.TITLE
    assert str(notice.document_number) == jilin_facts.DOCUMENT_NUMBER
    assert tuple(map(str, notice.addressees)) == jilin_facts.ADDRESSEES
    assert notice.encloses
    assert str(notice.encloses.by) == "印发"
    scheme = notice.encloses.document
    assert str(scheme.title) == jilin_facts.SCHEME_TITLE
    assert titles(scheme.sections) == jilin_facts.SECTIONS
    tasks = scheme.sections[2].clauses
    assert tuple((str(t.title), titles(t.clauses)) for t in tasks) == jilin_facts.TASKS
    assert titles(scheme.sections[3].clauses) == jilin_facts.SAFEGUARDS
    announced = tuple(str(attachment.title) for attachment in scheme.attachments)
    assert announced == jilin_facts.ANNOUNCED_ATTACHMENTS
    assert not any(attachment.present for attachment in scheme.attachments)


def test_the_henan_notice_forwards_a_notice_with_its_projects(analysis: Analysis) -> None:
    outer = plan_of(analysis, "henan-2021-teacher-quality").plan
    assert str(outer.title) == henan_facts.OUTER_TITLE
    assert str(outer.document_number) == henan_facts.OUTER_NUMBER
    assert outer.publication
    assert str(outer.publication.index_number) == henan_facts.INDEX_NUMBER
    assert outer.encloses
    assert str(outer.encloses.by) == "转发"
    inner = outer.encloses.document
    assert str(inner.title) == henan_facts.INNER_TITLE
    assert tuple(map(str, inner.addressees)) == henan_facts.ADDRESSEES
    assert inner.date_of_issue
    assert str(inner.date_of_issue.text) == henan_facts.INNER_DATE
    projects = inner.attachments[0].sections
    assert [str(block.printed_heading) for block in projects] == [
        title for title, _ in henan_facts.PROJECTS_IN_ATTACHMENT
    ]
    assert [titles(block.clauses) for block in projects] == [
        clauses for _, clauses in henan_facts.PROJECTS_IN_ATTACHMENT
    ]


def test_the_three_actions_have_five_clauses_each(analysis: Analysis) -> None:
    content = plan_of(analysis, "three-actions").plan
    found = tuple((str(block.title), titles(block.clauses)) for block in content.sections)
    assert found == three_actions_facts.ACTIONS
    stated = {(i.name, f.when, str(f.stated.text)) for i in content.indicators for f in i.stated}
    for name, period, figure, _ in three_actions_facts.NORMS:
        assert (name, period, figure) in stated


def test_derived_totals_of_the_henan_projects_hold(analysis: Analysis) -> None:
    computed = {r.subject: r for r in analysis.report.reconciliations if r.rule.code == "A102"}
    failing = [subject for subject, r in computed.items() if r.verdict.value == "矛盾"]
    assert failing == []
    totals = {r.stated for r in computed.values()} | {r.computed for r in computed.values()}
    assert {"3000000元", "1600000元", "650人", "52个", "130个", "1300名"} <= totals
