"""The figures that prose may speak of, by the names of their indicators."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan

_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the figures that it stands for.

    Attributes:
        name: the name or alias.
        indicator: the name of the indicator.
        figures: its figures, those of tables included.
        per: what the figures are said of each of (每名教师), or "".
    """

    name: str
    indicator: str
    figures: tuple[Figure, ...]
    per: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Names by their first two characters, the longest first."""

    entries: tuple[Named, ...]
    by_beginning: dict[str, tuple[Named, ...]]

    def at(self, text: str, start: int, end: int) -> Named | None:
        """Give the longest name that stands at a place of a text and ends before `end`."""
        for named in self.by_beginning.get(text[start : start + _SHORTEST], ()):
            if start + len(named.name) <= end and text.startswith(named.name, start):
                return named
        return None


@lru_cache(maxsize=16)
def catalogue(resolved: ResolvedPlan) -> Catalogue:
    """List the names known to a document: its own, those around it and those of documents in it.

    A name that stands for two indicators is left out: prose cannot tell which is meant.
    """
    meant: dict[str, Indicator | None] = {}
    for name, indicator in _names(resolved):
        meant[name] = indicator if meant.get(name, indicator) is indicator else None
    entries = tuple(
        Named(name, str(indicator.name), _figures(resolved, indicator), str(indicator.per or ""))
        for name, indicator in meant.items()
        if indicator and len(name) >= _SHORTEST
    )
    beginnings: dict[str, list[Named]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.name)):
        beginnings.setdefault(entry.name[:_SHORTEST], []).append(entry)
    return Catalogue(entries, {key: tuple(found) for key, found in beginnings.items()})


def _names(resolved: ResolvedPlan) -> Iterator[tuple[str, Indicator]]:
    own = set()
    for name, indicator in resolved.indicators.entries:
        own.add(name)
        yield name, indicator
    for inner in resolved.inner:
        for document in inner.documents:
            for indicator in document.plan.indicators:
                for written in (indicator.name, *indicator.aliases):
                    if str(written) not in own:
                        yield str(written), indicator


def _figures(resolved: ResolvedPlan, indicator: Indicator) -> tuple[Figure, ...]:
    return (*indicator.stated, *_in_tables(resolved).get(str(indicator.name), ()))


@lru_cache(maxsize=16)
def _in_tables(resolved: ResolvedPlan) -> dict[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = {}
    for table in resolved.plan.tables:
        for _, _, figure in table.body.figures:
            found.setdefault(figure.key.indicator, []).append(figure)
    return {name: tuple(figures) for name, figures in found.items()}
