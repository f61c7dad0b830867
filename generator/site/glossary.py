"""The glossary: the words of the plans, and the words that the site itself uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.figure_audit import FigureState
from generator.diagnostics import Severity
from generator.model.content import ROLE_WORDS
from generator.model.document import DocumentContent
from generator.quantity import Bound, Hedge, Verdict
from generator.quantity.unit_table import UNITS
from generator.schema import Words, keys_of
from generator.site.page import GLOSSARY, Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Term
    from generator.site.context import PublicPlan, SiteContext


class PlanTerms(NamedTuple):
    """The terms that a plan fixes."""

    plan: PublicPlan
    terms: tuple[Term, ...]


def glossary_page(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the glossary."""
    by_plan = tuple(
        PlanTerms(plan, terms)
        for plan in site.plans
        if (terms := tuple(term for one in plan.resolved.documents for term in one.plan.terms))
    )
    contents = [Entry(2, "terms", "规划里的用语")] if by_plan else []
    contents += [
        Entry(2, "site-words", "本站的用语"),
        Entry(2, "documents", "文种和阶段"),
        Entry(2, "measures", "计量单位"),
    ]
    yield (
        GLOSSARY,
        site.page(
            GLOSSARY,
            "glossary.html",
            "术语",
            contents=tuple(contents),
            description="规划里的用语，文种、阶段、计量单位，以及校核结论等用词的意思",
            by_plan=by_plan,
            verdicts=Verdict,
            severities=tuple(reversed(Severity)),
            states=FigureState,
            hedges=Hedge,
            bounds=tuple(one for one in Bound if one is not Bound.EXACT),
            roles=ROLE_WORDS,
            kinds=_words("kind"),
            stages=_words("stage"),
            measures=_measures(),
        ),
    )


def _words(name: str) -> tuple[str, ...]:
    """Give the words that may be chosen for a key of a document."""
    (key,) = [one for one in keys_of(DocumentContent) if one.name == name]
    return (
        tuple(chinese for chinese, _ in key.shape.choices) if isinstance(key.shape, Words) else ()
    )


def _measures() -> tuple[tuple[str, ...], ...]:
    """Give the units of measure: those that can be converted together, then all others."""
    kinds: dict[str, list[str]] = {}
    for name, entry in UNITS.items():
        kinds.setdefault(entry.kind, []).append(name)
    together = [tuple(names) for names in kinds.values() if len(names) > 1]
    alone = tuple(name for names in kinds.values() if len(names) == 1 for name in names)
    return (*together, *((alone,) if alone else ()))
