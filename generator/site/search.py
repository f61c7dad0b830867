"""The search page and its index, a plain script so that it also works from a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.documents.tables import indicator_table
from generator.site.page import SEARCH, SEARCH_INDEX, SiteFile
from generator.writers.page import stretches, table_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import PublicPlan, SiteContext


class Hit(NamedTuple):
    """What a search may lead to.

    Attributes:
        page: title of the page.
        title: heading of the place.
        address: address of the page and id of the place.
        text: the text searched.
    """

    page: str
    title: str
    address: str
    text: str


def search_files(site: SiteContext) -> Iterator[tuple[str, SiteFile]]:
    """Make the search page and its index."""
    yield SEARCH, site.page(SEARCH, "search.html", "检索")
    hits = list(_hits(site))
    script = site.environment.get_template("search_index.js").render(hits=hits)
    yield SEARCH_INDEX, script.encode()


def _hits(site: SiteContext) -> Iterator[Hit]:
    for plan in site.plans:
        yield from _plan_hits(plan)
    for entry in site.directory.entries:
        names = dict.fromkeys((str(entry.unit.name), str(entry.unit.label)))
        goals = (duty.text for duty in entry.duties)
        yield Hit("责任单位", "　".join(names), entry.address, " ".join(goals))


def _plan_hits(plan: PublicPlan) -> Iterator[Hit]:
    page = f"{plan.short_title}（样例）" if plan.sample else plan.short_title
    for stretch in stretches(plan.document):
        address = f"{plan.address}#{stretch.anchor}"
        yield Hit(page, stretch.title, address, stretch.text)
    for document in plan.resolved.documents:
        for stretch in table_stretches(indicator_table(document)):
            address = f"{plan.indicators}#{stretch.anchor}"
            yield Hit(f"{page}指标", stretch.title, address, stretch.text)
