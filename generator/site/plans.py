"""The pages of one plan: its text, its indicators, its 校核报告."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from generator.blocks import Cell, Row, RowGroup, Run
from generator.checks.figure_audit import audit
from generator.diagnostics import Severity
from generator.documents.tables import INDICATOR_COLUMNS, indicator_table
from generator.quantity import Verdict
from generator.readback.verify import indicators_page_twin, plan_page_twin
from generator.resolve.anchors import figure_anchor
from generator.site.bar_charts import BarChart, bar_charts
from generator.site.chart_figures import CHART_WIDTH
from generator.site.page import Entry, Page
from generator.site.places import PlaceIndex
from generator.site.relations import RelationIndex
from generator.site.series_charts import SeriesChart, series_charts
from generator.site.traces import traces
from generator.writers.page import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Table
    from generator.diagnostics import Rule
    from generator.model.document import DocumentContent, WebPage
    from generator.resolve import ResolvedPlan
    from generator.site.context import PublicPlan, SiteContext
    from generator.site.places import PagePlace
    from generator.site.relations import Verified


Chart = TypeVar("Chart", bound=BarChart | SeriesChart)
_CATALOGUED: Final = ("index_number", "subject")
_REMARKS: Final = len(INDICATOR_COLUMNS) - 1
"""The column of remarks, which stand beside each indicator's figures below the table."""


def plan_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the pages of every public plan."""
    for plan in site.plans:
        yield plan.address, plan_page(site, plan)
        places, relations = PlaceIndex(plan), RelationIndex(plan.report)
        yield plan.indicators, indicators_page(site, plan, places, relations)
        yield plan.checks, report_page(site, plan, places, relations)


class Enclosed(NamedTuple):
    """A document in a plan: its title and what is known of its issue, a line each."""

    title: str
    facts: tuple[str, ...]


class Published(NamedTuple):
    """What was published with a document, each fact under its name.

    Attributes:
        catalogued: what a government page says first: 索引号, 主题分类.
        others: the rest.
        interpretation: 政策解读, the pages that explain the document.
    """

    catalogued: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    interpretation: tuple[WebPage, ...] = ()


def _published(content: DocumentContent) -> Published:
    publication = content.publication
    if publication is None:
        return Published()
    facts = {
        name: (label, str(getattr(fact, "text", fact)))
        for name, label in publication.keys().items()
        if name != "interpretation" and (fact := getattr(publication, name))
    }
    first = [facts.pop(name) for name in _CATALOGUED if name in facts]
    return Published(tuple(first), tuple(facts.values()), publication.interpretation)


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
        twin=plan_page_twin(resolved, plan.document),
        parts=plan.document.parts,
        published=_published(resolved.plan),
        enclosed=[_enclosed(inner.plan) for inner in list(resolved.documents)[1:]],
        absent=_absent(resolved),
        units=units,
    )


def indicators_page(
    site: SiteContext, plan: PublicPlan, places: PlaceIndex, relations: RelationIndex
) -> Page:
    """Show all figures, draw those that can be compared, and say where each comes from."""
    documents = tuple(plan.resolved.documents)
    taken: Counter[str] = Counter()
    over_time = [_own_id(one, taken) for document in documents for one in series_charts(document)]
    series = [chart for chart in over_time if isinstance(chart, SeriesChart)]
    bars = [chart for chart in over_time if isinstance(chart, BarChart)]
    bars += (_own_id(one, taken) for document in documents for one in bar_charts(document))
    contents = [Entry(2, "indicators", "指标和数值")]
    contents += [Entry(2, "charts", "图")] if series or bars else []
    contents.append(Entry(2, "statements", "各指标的出处"))
    return site.page(
        plan.indicators,
        "indicators.html",
        f"指标　{plan.short_title}",
        contents=tuple(contents),
        plan=plan,
        description=f"{plan.title}的全部指标、数值和出处",
        twin=indicators_page_twin(plan.resolved),
        tables=_indicator_tables(plan.resolved),
        series=series,
        bars=bars,
        shapes={bar.shape.kind for chart in bars for bar in chart.bars}
        | {point.shape.kind for chart in series for point in chart.points},
        chart_width=CHART_WIDTH,
        traces=tuple(traces(plan, places, relations)),
    )


def _own_id(chart: Chart, taken: Counter[str]) -> Chart:
    """Number the id of a chart of a second document that has the title of one before it."""
    taken[chart.anchor] += 1
    number = taken[chart.anchor]
    return replace(chart, anchor=f"{chart.anchor}-{number}") if number > 1 else chart


def _indicator_tables(resolved: ResolvedPlan) -> tuple[Table, ...]:
    """Make the table of each document that has indicators; only the first has the plain id.

    Its figures are links to where they come from, where their permanent ids and remarks are.
    """
    tables = [indicator_table(one) for one in resolved.documents if one.plan.indicators]
    return tuple(
        replace(
            table,
            anchor=f"{table.anchor}-{number}" if number else table.anchor,
            columns=table.columns[:_REMARKS],
            groups=tuple(_linked_group(group) for group in table.groups),
        )
        for number, table in enumerate(tables)
    )


def _linked_group(group: RowGroup) -> RowGroup:
    rows = [[cell for cell in row.cells if cell.column < _REMARKS] for row in group.rows]
    return RowGroup(tuple(Row(tuple(_linked_cell(cell) for cell in cells)) for cells in rows))


def _linked_cell(cell: Cell) -> Cell:
    if not cell.anchor:
        return cell
    paragraphs = tuple(
        tuple(Run(run.text, figure=cell.anchor) for run in content) for content in cell.paragraphs
    )
    return replace(cell, paragraphs=paragraphs, anchor="")


class RuleGroup(NamedTuple):
    """The reconciliations of one rule, each with its id and its places on the pages."""

    rule: Rule
    lines: tuple[tuple[Verified, tuple[PagePlace, ...]], ...]


class TextFigure(NamedTuple):
    """A number of the text, what is known of it, and where both stand."""

    text: str
    state: str
    means: str
    target: str
    place: PagePlace


def _text_figures(plan: PublicPlan, index: PlaceIndex) -> Iterator[TextFigure]:
    for document in plan.resolved.documents:
        for use in audit(document):
            yield TextFigure(
                str(use.text),
                use.state.word,
                use.figure.label if use.figure else use.indicator or use.reason,
                figure_anchor(use.figure.key) if use.figure else "",
                index.find(use.place),
            )


def report_page(
    site: SiteContext, plan: PublicPlan, index: PlaceIndex, relations: RelationIndex
) -> Page:
    """Show what was verified, what was found, and what was kept with its reason."""
    report = plan.report
    groups = tuple(
        RuleGroup(rule, tuple((one, index.all(one.item.places)) for one in verified))
        for rule, verified in groupby(relations.all, key=lambda one: one.item.rule)
    )
    verdicts = Counter(item.verdict for item in report.reconciliations)
    unsettled = [
        one
        for verdict in (Verdict.FAILS, Verdict.UNDETERMINED)
        for one in relations.all
        if one.item.verdict is verdict
    ]
    return site.page(
        plan.checks,
        "report.html",
        f"校核报告　{plan.short_title}",
        contents=(
            *([Entry(2, "unsettled", "矛盾和未定的")] if unsettled else []),
            Entry(2, "verified", "核对过的关系"),
            Entry(2, "findings", "发现的问题"),
            Entry(2, "waived", "照原文保留的问题"),
            Entry(2, "numbers", "文中的数字"),
        ),
        plan=plan,
        description=f"{plan.title}中核对过的数字关系和结论",
        groups=groups,
        unsettled=unsettled,
        verdicts=[(verdict, verdicts[verdict]) for verdict in Verdict],
        findings=[
            (item, index.find(item.primary.place))
            for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
            for item in report.diagnostics
            if item.severity is severity
        ],
        waived=[(item, index.find(item.diagnostic.primary.place)) for item in report.waived],
        numbers=tuple(_text_figures(plan, index)),
    )
