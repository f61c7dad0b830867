"""The pages of one plan: its text, its indicators, its 校核报告."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Severity
from generator.documents.tables import indicator_table
from generator.quantity import Verdict
from generator.resolve.anchors import indicator_anchor
from generator.site.page import Entry, Page, download_address
from generator.site.places import PagePlace, PlaceIndex
from generator.writers.page import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Table
    from generator.diagnostics import Reconciliation, Rule, Waived
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan, TextPlace
    from generator.site.context import PublicPlan, SiteContext


def plan_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the pages of every public plan."""
    for plan in site.plans:
        yield plan.address, plan_page(site, plan)
        yield plan.indicators, indicators_page(site, plan)
        yield plan.checks, report_page(site, plan)


class Enclosed(NamedTuple):
    """A document in a plan: its title and what is known of its issue, a line each."""

    title: str
    facts: tuple[str, ...]


def _published(content: DocumentContent) -> tuple[tuple[str, str], ...]:
    """Give what was published with the document, each fact under its name."""
    publication = content.publication
    if publication is None:
        return ()
    names = publication.keys()
    facts = ((names[name], getattr(publication, name)) for name in names)
    return tuple((name, str(getattr(fact, "text", fact))) for name, fact in facts if fact)


def _enclosed(content: DocumentContent) -> Enclosed:
    printing = content.printing
    facts = (
        "、".join(content.issuer),
        str(content.document_number or ""),
        str(content.date_of_issue.text) if content.date_of_issue else "",
        f"{printing.organ or ''}{printing.date.text}印发" if printing and printing.date else "",
        str(printing.open or "") if printing else "",
    )
    return Enclosed(str(content.title), tuple(fact for fact in facts if fact))


def _absent(resolved: ResolvedPlan) -> frozenset[str]:
    """Give the titles of the attachments that are announced and not there."""
    return frozenset(
        str(attachment.title)
        for document in resolved.documents
        for attachment in document.plan.attachments
        if not attachment.present
    )


def plan_page(site: SiteContext, plan: PublicPlan) -> Page:
    """Show a plan whole: what it is, its downloads, its text, its table, its units."""
    resolved = plan.resolved
    entries = [Entry(*heading) for heading in contents(plan.document)]
    units = site.directory.of_plan(resolved)
    if units:
        entries.append(Entry(2, "units", "责任单位"))
    return site.page(
        plan.address,
        "plan.html",
        plan.title,
        contents=tuple(entries),
        plan=plan,
        description=f"{plan.title}全文、任务分工和指标",
        parts=plan.document.parts,
        published=_published(resolved.plan),
        enclosed=[_enclosed(inner.plan) for inner in list(resolved.documents)[1:]],
        absent=_absent(resolved),
        downloads=[(form.title, download_address(resolved, form.name)) for form, _ in plan.forms],
        units=units,
    )


class Statement(NamedTuple):
    """An indicator and the places of the text that state it."""

    name: str
    anchor: str
    places: tuple[PagePlace, ...]


def indicators_page(site: SiteContext, plan: PublicPlan) -> Page:
    """Show all figures, and for each indicator the places that state it."""
    statements = tuple(_statements(plan))
    return site.page(
        plan.indicators,
        "indicators.html",
        f"指标　{plan.short_title}",
        contents=(Entry(2, "indicators", "指标和数值"), Entry(2, "statements", "各指标的出处")),
        plan=plan,
        description=f"{plan.title}的全部指标、数值和出处",
        tables=_indicator_tables(plan.resolved),
        statements=statements,
    )


def _indicator_tables(resolved: ResolvedPlan) -> tuple[Table, ...]:
    """Make the table of each document that has indicators; only the first has the plain id."""
    tables = [indicator_table(one) for one in resolved.documents if one.plan.indicators]
    return tuple(
        replace(table, anchor=f"{table.anchor}-{number}") if number else table
        for number, table in enumerate(tables)
    )


def _statements(plan: PublicPlan) -> Iterator[Statement]:
    for document in plan.resolved.documents:
        for indicator in document.plan.indicators:
            stating = [
                text
                for text in document.texts
                if any(target.indicator is indicator for target in text.targets)
            ]
            places = dict.fromkeys(_page_place(plan, text) for text in stating)
            name = str(indicator.name)
            yield Statement(name, indicator_anchor(name), tuple(places))


def _page_place(plan: PublicPlan, text: TextPlace) -> PagePlace:
    anchor = text.anchor if text.anchor in plan.anchors else ""
    return PagePlace(text.owner, plan.address, anchor)


class RuleGroup(NamedTuple):
    """The reconciliations of one rule, each with its places on the pages."""

    rule: Rule
    lines: tuple[tuple[Reconciliation, tuple[PagePlace, ...], Waived | None], ...]


def report_page(site: SiteContext, plan: PublicPlan) -> Page:
    """Show what was verified, what was found, and what was kept with its reason."""
    report = plan.report
    index = PlaceIndex(plan)
    kept = {
        (waived.diagnostic.rule.code, waived.diagnostic.primary.place): waived
        for waived in report.waived
    }
    groups = tuple(
        RuleGroup(
            rule,
            tuple(
                (item, index.all(item.places), kept.get((rule.code, item.places[0])))
                for item in items
            ),
        )
        for rule, items in groupby(
            sorted(report.reconciliations, key=lambda item: item.rule.code),
            key=lambda item: item.rule,
        )
    )
    verdicts = Counter(item.verdict for item in report.reconciliations)
    return site.page(
        plan.checks,
        "report.html",
        f"校核报告　{plan.short_title}",
        contents=(
            Entry(2, "verified", "核对过的关系"),
            Entry(2, "findings", "发现的问题"),
            Entry(2, "waived", "照原文保留的问题"),
        ),
        plan=plan,
        description=f"{plan.title}中核对过的数字关系和结论",
        groups=groups,
        verdicts=[(verdict, verdicts[verdict]) for verdict in Verdict],
        findings=[
            (item, index.find(item.primary.place))
            for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
            for item in report.diagnostics
            if item.severity is severity
        ],
        waived=[(item, index.find(item.diagnostic.primary.place)) for item in report.waived],
    )
