"""Where figures come from: the indicator, its formula, every place, every relation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.blocks import Run, Runs, runs
from generator.checks.stated_figures import stated_figures
from generator.resolve.anchors import figure_anchor, indicator_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.checks.stated_figures import StatedFigure
    from generator.checks.stated_figures import Statement as Stated
    from generator.model.figures import Indicator
    from generator.resolve import ResolvedPlan
    from generator.site.context import PublicPlan
    from generator.site.places import PagePlace, PlaceIndex
    from generator.site.relations import RelationIndex, Verified


class Statement(NamedTuple):
    """A place that states a figure, the words there, and in what they differ, or ""."""

    place: PagePlace
    text: str
    differs: str


class FigureTrace(NamedTuple):
    """A figure, its permanent id, and where the text states it."""

    when: str
    value: str
    anchor: str
    statements: tuple[Statement, ...]


class IndicatorTrace(NamedTuple):
    """An indicator and all that its figures hang together with.

    Attributes:
        name: its name.
        anchor: permanent id, or "" where its only figure has that id.
        facts: what it says of itself, each under its name; other indicators are links.
        figures: its figures.
        relations: the relations that they take part in.
    """

    name: str
    anchor: str
    facts: tuple[tuple[str, Runs], ...]
    figures: tuple[FigureTrace, ...]
    relations: tuple[Verified, ...]


def traces(
    plan: PublicPlan, places: PlaceIndex, relations: RelationIndex
) -> Iterator[IndicatorTrace]:
    """Trace every indicator of a plan and of the documents in it."""
    stated = {id(one.figure.stated): one for one in stated_figures(plan.resolved)}
    taken: set[str] = set()
    for document in plan.resolved.documents:
        names = _names(document)
        for indicator in document.plan.indicators:
            own = [stated[id(figure.stated)] for figure in indicator.stated]
            figures = tuple(_figure(one, places, taken) for one in own)
            compared = [place.place for one in own for place in one.statements]
            anchor = indicator_anchor(indicator.name)
            yield IndicatorTrace(
                str(indicator.name),
                _once(anchor, taken),
                tuple(_facts(indicator, names)),
                figures,
                relations.at(compared),
            )


def _figure(one: StatedFigure, places: PlaceIndex, taken: set[str]) -> FigureTrace:
    _, *elsewhere = one.statements
    statements = (Statement(places.find(it.place), it.text, _difference(it)) for it in elsewhere)
    figure = one.figure
    anchor = _once(figure_anchor(figure.key), taken)
    found = tuple(dict.fromkeys(statements))
    return FigureTrace(figure.when, str(figure.stated.text), anchor, found)


def _difference(statement: Stated) -> str:
    if statement.agrees:
        return ""
    return "没有写明数" if statement.vague else "不一致"


def _once(anchor: str, taken: set[str]) -> str:
    """Give an id the first time, and none after that: of two documents, the outer one has it."""
    if anchor in taken:
        return ""
    taken.add(anchor)
    return anchor


def _names(document: ResolvedPlan) -> Mapping[str, str]:
    indicators = document.plan.indicators
    return {str(one.name): indicator_anchor(one.name) for one in indicators}


def _facts(indicator: Indicator, names: Mapping[str, str]) -> Iterator[tuple[str, Runs]]:
    keys = indicator.keys()
    for split in indicator.parts:
        yield "分项", _linked("、".join(split.parts), names)
    for key in ("formula", "subset_of", "takes", "base"):
        value = getattr(indicator, key)
        if value:
            yield keys[key], _linked(str(value), names)
    shown = ("scope", "counting", "per", "trend", "nature", "group", "mark", "source", "note")
    for key in shown:
        value = getattr(indicator, key)
        if value:
            yield keys[key], runs(str(value))
    for entry in indicator.figures:
        for key in ("source", "note"):
            value = getattr(entry, key)
            if value:
                yield entry.keys()[key], runs(str(value))


def _linked(text: str, names: Mapping[str, str]) -> Runs:
    """Make links of the indicators that a formula names; the longest name wins."""
    longest = sorted(names, key=len, reverse=True)
    if not longest:
        return runs(text)
    found: list[Run] = []
    position = 0
    for match in re.finditer("|".join(map(re.escape, longest)), text):
        if match.start() > position:
            found.append(Run(text[position : match.start()]))
        found.append(Run(match.group(), figure=names[match.group()]))
        position = match.end()
    if position < len(text):
        found.append(Run(text[position:]))
    return tuple(found)
