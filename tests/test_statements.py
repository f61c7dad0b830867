"""All 160 quantified statements of the four sources stand in the plans, value for value.

Each is held against the figures that its source states, and looked for on the page of the site
and in the DOCX.
"""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pytest

from generator.documents import document_types
from generator.pipeline.analysis import Analysis, analyze
from generator.quantity import Nearness, Quantity, find_quantities
from generator.resources import templates
from generator.site.site import site_files
from generator.writers.docx import write_docx
from tests import henan_facts, jilin_facts, liuzhou_facts, three_actions_facts
from tests.quantity.statements import STATEMENTS, ExpectedFigure, Statement

ROOT: Final = Path(__file__).parent.parent
PLANS: Final = {
    "S0": "jilin-2019-teacher-base",
    "S1": "henan-2021-teacher-quality",
    "S2": "liuzhou-2023-2027",
    "T2": "liuzhou-2023-2027",
    "S3": "three-actions",
}
_TAG: Final = re.compile(r"<[^>]*>")


def phrases() -> dict[str, list[str]]:
    """The words of our plans by statement; a statement may stand in two places."""
    stated: dict[str, list[str]] = {}
    for identifier, words in liuzhou_facts.STATEMENTS:
        stated.setdefault(identifier, []).append(words)
    for facts in (jilin_facts, henan_facts, three_actions_facts):
        for identifier, _, words in facts.STATEMENTS:
            stated.setdefault(identifier.rstrip("b"), []).append(words)
    return stated


PHRASES: Final = phrases()


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze(ROOT)


@pytest.fixture(scope="module")
def pages(analysis: Analysis) -> dict[str, str]:
    """The visible text of every plan page, without white space."""
    files = site_files(analysis.corpus, analysis.report, templates())
    texts = {}
    for plan in PLANS.values():
        content = getattr(files[f"plans/{plan}.html"], "content")  # noqa: B009 -- a page of several kinds
        texts[plan] = "".join(unescape(_TAG.sub("", str(content))).split())
    return texts


@pytest.fixture(scope="module")
def documents(analysis: Analysis) -> dict[str, str]:
    """The text of every plan's DOCX, paragraphs and cells."""
    texts = {}
    for plan in analysis.corpus.plans:
        content = write_docx(document_types(plan)[0].compose(plan))
        body = docx.Document(BytesIO(content)).element.body
        texts[plan.identifier] = "".join(node.text or "" for node in body.iter() if is_text(node))
    return texts


def is_text(node: object) -> bool:
    return str(getattr(node, "tag", "")).endswith("}t")


def stated_figure(quantity: Quantity) -> ExpectedFigure:
    near = quantity.nearness is not Nearness.NONE
    bound = quantity.nearness.value if near else quantity.bound.value
    hedge = quantity.hedge.value if quantity.hedge else ""
    return ExpectedFigure(quantity.numbers, quantity.unit.name, bound, hedge)


def is_amount(figure: ExpectedFigure) -> bool:
    """Whether it is a number; 一批 stands beside some of them."""
    return figure.bound != "若干"


def test_no_statement_is_left_out() -> None:
    assert len(STATEMENTS) == 160
    assert set(PHRASES) == {statement.id for statement in STATEMENTS}


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_the_plan_states_the_figures_of_its_source(statement: Statement) -> None:
    wanted = [figure for figure in statement.figures if is_amount(figure)]
    for words in PHRASES[statement.id]:
        found = [stated_figure(mention.quantity) for mention in find_quantities(words)]
        assert [figure for figure in wanted if figure not in found] == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_the_statement_is_on_the_page_and_in_the_docx(
    statement: Statement, pages: dict[str, str], documents: dict[str, str]
) -> None:
    plan = PLANS[statement.id[:2]]
    for words in PHRASES[statement.id]:
        assert words in pages[plan]
        assert words in documents[plan]
