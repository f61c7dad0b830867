"""Every figure of the indicators, and everywhere that it is stated: for people who look it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import alignments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan
    from generator.source import Place
    from generator.text import Text

_INDICATOR: Final = "指标"


class Statement(NamedTuple):
    """A place where a figure is stated.

    Attributes:
        owner: what the figure stands in, in Chinese.
        text: the figure as written there.
        place: where.
        agrees: whether it is what the indicator says.
        vague: whether it names no number: 一批, 若干.
    """

    owner: str
    text: str
    place: Place
    agrees: bool = True
    vague: bool = False


class StatedFigure(NamedTuple):
    """A figure and all its statements, the indicator's own first, then by place."""

    figure: Figure
    statements: tuple[Statement, ...]


def stated_figures(resolved: ResolvedPlan) -> tuple[StatedFigure, ...]:
    """List the figures of a plan and of the documents in it, in the order of the indicators."""
    documents = tuple(resolved.documents)
    found: dict[int, list[Statement]] = {}
    for document in documents:
        for figure, statement in (*_in_texts(document), *_in_tables(document)):
            found.setdefault(id(figure.stated), []).append(statement)
    return tuple(
        StatedFigure(figure, _statements(figure, found.get(id(figure.stated), [])))
        for document in documents
        for indicator in document.plan.indicators
        for figure in indicator.stated
    )


def _statements(figure: Figure, elsewhere: list[Statement]) -> tuple[Statement, ...]:
    own = Statement(_INDICATOR, _plain(figure.stated.text), figure.span)
    return (own, *sorted(dict.fromkeys(elsewhere), key=lambda one: one.place))


def _in_texts(resolved: ResolvedPlan) -> Iterator[tuple[Figure, Statement]]:
    for alignment in alignments(resolved):
        for bound in alignment.bound:
            if bound.number:
                text, vague = bound.number.text, bound.number.quantity.vague
                owner = alignment.place.owner
                yield bound.figure, Statement(owner, _plain(text), text.place, bound.agrees, vague)


def _in_tables(resolved: ResolvedPlan) -> Iterator[tuple[Figure, Statement]]:
    figures = {
        figure.key: figure for indicator in resolved.plan.indicators for figure in indicator.stated
    }
    for table in resolved.plan.tables:
        for _, _, cell in table.body.figures:
            figure = figures.get(cell.key)
            # a row that defines an indicator is its own statement
            if figure and figure.stated is not cell.stated:
                agrees = figure.stated.quantity.states_same(cell.stated.quantity)
                owner = f"表“{table.name}”"
                yield figure, Statement(owner, _plain(cell.stated.text), cell.span, agrees)


def _plain(text: Text) -> str:
    return str(text)
