"""All 160 quantified statements of the four sources stand in the plans, value for value.

Each is held against the figures, periods and names with numbers that its source states, is looked
for at its place in the plan, on the page of the site and in the DOCX, and every figure in it is
bound to an indicator, counts a list, or is part of a name or date.
"""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import docx
import pytest

from generator.checks.figure_audit import FigureState, audit
from generator.checks.readings import Reading, readings
from generator.documents import document_types
from generator.pipeline.analysis import Analysis, analyze
from generator.quantity import Nearness, Quantity, find_periods, find_quantities, parse_period
from generator.resources import templates
from generator.site.site import site_files
from generator.writers.docx import write_docx
from tests import henan_facts, jilin_facts, liuzhou_facts, three_actions_facts
from tests.quantity.statements import LABELS, STATEMENTS, ExpectedFigure, Statement

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan

ROOT: Final = Path(__file__).parent.parent
PLANS: Final = {
    "S0": "jilin-2019-teacher-base",
    "S1": "henan-2021-teacher-quality",
    "S2": "liuzhou-2023-2027",
    "T2": "liuzhou-2023-2027",
    "S3": "three-actions",
}
_TAG: Final = re.compile(r"<[^>]*>")


class Phrase(NamedTuple):
    """The words of a statement in our plan, and its place there: an id, or a path of titles."""

    place: str
    words: str


def phrases() -> dict[str, list[Phrase]]:
    """The words of our plans by statement; a statement may stand in two places."""
    stated: dict[str, list[Phrase]] = {}
    for place_id, place, words in liuzhou_facts.STATEMENTS:
        stated.setdefault(place_id, []).append(Phrase(place, words))
    for facts in (jilin_facts, henan_facts, three_actions_facts):
        for identifier, place, words in facts.STATEMENTS:
            stated.setdefault(identifier.rstrip("b"), []).append(Phrase(place, words))
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
    for _, words in PHRASES[statement.id]:
        found = [stated_figure(mention.quantity) for mention in find_quantities(words)]
        assert [figure for figure in wanted if figure not in found] == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_the_plan_states_the_periods_and_names_of_its_source(statement: Statement) -> None:
    label = LABELS.get(statement.id, "")
    assert statement.figures or statement.periods or label
    wanted = [parse_period(text) for _, text in statement.periods]
    for _, words in PHRASES[statement.id]:
        found = [mention.period for mention in find_periods(words)]
        assert [period for period in wanted if period not in found] == []
        assert label in _one_dash(words)


def _one_dash(words: str) -> str:
    return words.replace("-", "—").replace("＋", "+")


def place_of(plan: ResolvedPlan, phrase: Phrase) -> tuple[ResolvedPlan, Reading]:
    """Find the one paragraph or heading of a plan in which a statement stands."""
    title = phrase.place.rpartition("/")[2]
    owners = {"preamble": "导语", "title": "标题"}
    found = [
        (document, reading)
        for document in plan.documents
        for reading in readings(document)
        if phrase.words in reading.text
        and (phrase.place == reading.anchor or owners.get(title, title) == reading.owner)
    ]
    assert found, phrase
    return found[0]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_every_figure_of_the_statement_is_accounted_for(
    statement: Statement, analysis: Analysis
) -> None:
    identifier = PLANS[statement.id[:2]]
    (plan,) = (one for one in analysis.corpus.plans if one.identifier == identifier)
    for phrase in PHRASES[statement.id]:
        document, reading = place_of(plan, phrase)
        start = reading.text.index(phrase.words)
        places = {
            reading.text.span_of(at, at + 1)[:3] for at in range(start, start + len(phrase.words))
        }
        uses = [use for use in audit(document) if use.text.span[:3] in places]
        assert [use.text for use in uses if use.state is FigureState.UNACCOUNTED] == []
        assert [use.text for use in uses if not use.agrees] == []
        said = [stated_figure(use.quantity) for use in uses if use.quantity]
        wanted = [figure for figure in statement.figures if is_amount(figure)]
        assert [figure for figure in wanted if figure not in said] == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_the_statement_is_on_the_page_and_in_the_docx(
    statement: Statement, pages: dict[str, str], documents: dict[str, str]
) -> None:
    plan = PLANS[statement.id[:2]]
    for _, words in PHRASES[statement.id]:
        assert words in pages[plan]
        assert words in documents[plan]
