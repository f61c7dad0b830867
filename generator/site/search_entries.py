"""What a search may lead to: plans, units, figures, clauses, rules, pages of the handbook."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from generator.checks import ALL_RULES
from generator.documents.tables import indicator_table
from generator.resolve.anchors import slug
from generator.resources import rule_page, templates
from generator.site.handbook import shown_text
from generator.site.page import HANDBOOK, HANDBOOK_KEYS, RULES, UNITS, rule_address
from generator.writers.page import stretches, table_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import PublicPlan, SiteContext
    from generator.site.directory import UnitEntry


class Kind(IntEnum):
    """What a hit is; hits of a lower kind come first."""

    NAME = 0
    FIGURE = 1
    TEXT = 2
    HELP = 3


class Entry(NamedTuple):
    """A place that a search may lead to.

    Attributes:
        heading: what the place is called.
        also: its other names, which count like the heading; "" for none.
        link: #id on the page of its group, or "" for that page itself, or another address.
        text: its text.
    """

    heading: str
    also: str
    link: str
    text: str


class Group(NamedTuple):
    """Places that are shown together.

    Attributes:
        kind: what they are.
        title: what they belong to: a plan, or 责任单位.
        address: the page of that.
        page: the page that their ids are on.
        entries: the places, in the order of the page.
    """

    kind: Kind
    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]


def groups(site: SiteContext) -> Iterator[Group]:
    """List everything that can be found, kind by kind; only public plans have a part in it."""
    for plan in site.plans:
        yield _group(Kind.NAME, plan, plan.address, (_plan_entry(plan),))
    units = tuple(_unit_entry(entry) for entry in site.directory.entries)
    yield Group(Kind.NAME, "责任单位", UNITS, UNITS, units)
    for plan in site.plans:
        yield _group(Kind.FIGURE, plan, plan.indicators, tuple(_figure_entries(plan)))
    for plan in site.plans:
        yield _group(Kind.TEXT, plan, plan.address, tuple(_text_entries(plan)))
    yield Group(Kind.HELP, "校核规则", RULES, RULES, tuple(_rule_entries()))
    for address in HANDBOOK:
        if address != HANDBOOK_KEYS:
            yield Group(Kind.HELP, "手册", HANDBOOK[0], address, tuple(_handbook_entries(address)))


def _group(kind: Kind, plan: PublicPlan, page: str, entries: tuple[Entry, ...]) -> Group:
    title = f"{plan.short_title}（样例）" if plan.sample else plan.short_title
    return Group(kind, title, plan.address, page, entries)


def _plan_entry(plan: PublicPlan) -> Entry:
    content = plan.resolved.plan
    documents = [document.plan for document in plan.resolved.documents]
    names = [plan.short_title, *(str(one.document_number or "") for one in documents)]
    if content.publication and content.publication.index_number:
        names.append(str(content.publication.index_number))
    facts = [str(content.kind), *content.issuer, *(str(one.title) for one in documents[1:])]
    facts += [str(content.date_of_issue.text)] if content.date_of_issue else []
    also = dict.fromkeys(name for name in names if name and name != plan.title)
    return Entry(plan.title, "、".join(also), "", "；".join(facts))


def _unit_entry(entry: UnitEntry) -> Entry:
    official, *others = dict.fromkeys(map(str, entry.unit.names))
    return Entry(official, "、".join(others), entry.address, "")


def _figure_entries(plan: PublicPlan) -> Iterator[Entry]:
    for document in plan.resolved.documents:
        for stretch in table_stretches(indicator_table(document)):
            yield Entry(stretch.title, "", f"#{stretch.anchor}", stretch.text)


def _text_entries(plan: PublicPlan) -> Iterator[Entry]:
    for stretch in stretches(plan.document):
        link = f"#{stretch.anchor}" if stretch.anchor in plan.anchors else ""
        yield Entry(stretch.title, "", link, stretch.text)


def _rule_entries() -> Iterator[Entry]:
    for rule in ALL_RULES:
        text = "".join(part for _, part in _sections(rule_page(rule)))
        yield Entry(f"{rule.code} {rule.title}", "", rule_address(rule.code), text)


def _handbook_entries(address: str) -> Iterator[Entry]:
    file = templates() / "pages" / f"{address.removesuffix('.html')}.md"
    for heading, text in _sections(shown_text(file.read_text(encoding="utf-8"))):
        yield Entry(heading, "", f"#{slug(heading)}", text)


def _sections(markdown: str) -> Iterator[tuple[str, str]]:
    """Cut a page of Markdown at its headings, without marks and without examples."""
    heading, text, is_heading = "", "", False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "heading_open":
            if heading:
                yield heading, text
            heading, text, is_heading = "", "", True
        elif token.type == "inline":
            words = "".join(
                child.content for child in token.children or () if child.type != "html_inline"
            )
            heading, text = (words, text) if is_heading else (heading, f"{text}{words} ")
            is_heading = False
    yield heading, text
