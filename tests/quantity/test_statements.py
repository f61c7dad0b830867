"""Every quantified statement of four real documents is found with value, unit and bound."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.quantity import Nearness, Quantity, find_periods, find_quantities
from tests.quantity.statements import STATEMENTS, ExpectedFigure, Statement


def _shown(quantity: Quantity) -> ExpectedFigure:
    bound = quantity.bound.value
    if quantity.nearness is not Nearness.NONE:
        bound = quantity.nearness.value
    if quantity.vague:
        bound = "若干"
    hedge = quantity.hedge.value if quantity.hedge else ""
    return ExpectedFigure(quantity.numbers, quantity.unit.name, bound, hedge)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_statement_is_found_with_its_figures(statement: Statement) -> None:
    mentions = find_quantities(statement.phrase)
    assert tuple(_shown(mention.quantity) for mention in mentions) == statement.figures


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_statement_is_found_with_its_periods(statement: Statement) -> None:
    found = find_periods(statement.phrase)
    assert tuple((str(m.period.kind), m.period.text) for m in found) == statement.periods


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_mentions_stand_where_they_say(statement: Statement) -> None:
    for mention in find_quantities(statement.phrase):
        assert statement.phrase[mention.start : mention.end] == mention.quantity.text


def test_all_statements_of_the_four_documents_are_here() -> None:
    documents = Counter(statement.id.split("-")[0] for statement in STATEMENTS)
    assert documents == {"S2": 47, "T2": 22, "S0": 16, "S1": 60, "S3": 15}
    assert len({statement.id for statement in STATEMENTS}) == 160
