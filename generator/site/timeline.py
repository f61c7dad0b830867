"""Milestones and deadlines in the order of time: of one plan, and of all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.documents.duties import duties_of
from generator.quantity import PeriodKind
from generator.resolve.anchors import figure_anchor, slug
from generator.site.page import TIMELINE, Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import DocumentContent
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.site.context import PublicPlan, SiteContext

_DATED: Final = (PeriodKind.BY, PeriodKind.IN, PeriodKind.ON, PeriodKind.SPAN, PeriodKind.NAMED)


class Event(NamedTuple):
    """What is due, or was done, at a time.

    Attributes:
        period: when.
        kind: what sort of thing it is, in Chinese.
        text: what it is.
        value: the figure to reach, or "".
        page: address of the page that says more.
        anchor: id on it, or "".
    """

    period: Period
    kind: str
    text: str
    value: str
    page: str
    anchor: str


class Moment(NamedTuple):
    """All that belongs to one time, of one plan, by sort."""

    title: str
    anchor: str
    kinds: tuple[tuple[str, tuple[Event, ...]], ...]


class Year(NamedTuple):
    """A year with the moments of every plan in it."""

    title: str
    anchor: str
    plans: tuple[tuple[PublicPlan, tuple[Moment, ...]], ...]


def timeline_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the timeline of every public plan, and the one over all."""
    moments = {plan.address: moments_of(plan) for plan in site.plans}
    for plan in site.plans:
        yield plan.timeline, _plan_page(site, plan, moments[plan.address])
    yield TIMELINE, _page_of_all(site, moments)


def _plan_page(site: SiteContext, plan: PublicPlan, moments: tuple[Moment, ...]) -> Page:
    regular = tuple(_by_kind(event for event in _events(plan) if _is_regular(event)))
    contents = [Entry(2, moment.anchor, moment.title) for moment in moments]
    contents += [Entry(2, "regular", "经常性的要求")] if regular else []
    return site.page(
        plan.timeline,
        "timeline.html",
        f"时间轴　{plan.short_title}",
        contents=tuple(contents),
        plan=plan,
        description=f"{plan.title}的节点和时限",
        moments=moments,
        regular=regular,
    )


def _page_of_all(site: SiteContext, moments: dict[str, tuple[Moment, ...]]) -> Page:
    found = [
        (moment.kinds[0][1][0].period.sort_key[0].year, number, plan, moment)
        for number, plan in enumerate(site.plans)
        for moment in moments[plan.address]
    ]
    found.sort(key=lambda one: (one[0], one[1]))
    years = tuple(
        Year(
            f"{year}年",
            f"year-{year}",
            tuple(
                (site.plans[number], tuple(one[3] for one in of_plan))
                for number, of_plan in groupby(in_year, key=lambda one: one[1])
            ),
        )
        for year, in_year in groupby(found, key=lambda one: one[0])
    )
    return site.page(
        TIMELINE,
        "timelines.html",
        "时间轴",
        contents=tuple(Entry(2, year.anchor, year.title) for year in years),
        description="各规划的节点和时限，按年份排列",
        years=years,
    )


def moments_of(plan: PublicPlan) -> tuple[Moment, ...]:
    """Give what a plan dates, the earliest first."""
    dated = [event for event in _events(plan) if _is_dated(event.period)]
    dated.sort(key=lambda event: event.period.sort_key)
    return tuple(
        Moment(events[0].period.text, f"moment-{slug(events[0].period.text)}", _by_kind(events))
        for _, grouped in groupby(dated, key=lambda event: event.period)
        for events in [list(grouped)]
    )


def _is_dated(period: Period) -> bool:
    return period.kind in _DATED and (period.end or period.start) is not None


def _is_regular(event: Event) -> bool:
    return event.period.recurring is not None or event.period.month_day is not None


def _by_kind(events: Iterator[Event] | list[Event]) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    kinds: dict[str, dict[Event, None]] = {}
    for event in events:
        kinds.setdefault(event.kind, {})[event] = None
    return tuple((kind, tuple(found)) for kind, found in kinds.items())


def _events(plan: PublicPlan) -> Iterator[Event]:
    for document in plan.resolved.documents:
        yield from _of_document(plan, document.plan)
        for indicator in document.plan.indicators:
            for figure in indicator.stated:
                if figure.key.period:
                    yield Event(
                        figure.key.period,
                        "指标",
                        figure.key.indicator,
                        str(figure.stated.text),
                        plan.indicators,
                        figure_anchor(figure.key),
                    )
    for duty in duties_of(plan.resolved):
        anchor = duty.anchor if duty.anchor in plan.anchors else ""
        for period in duty.periods:
            yield Event(period, "任务", duty.text, "", plan.address, anchor)


def _of_document(plan: PublicPlan, content: DocumentContent) -> Iterator[Event]:
    """Give the dates of a document itself."""
    publication, printing, consultation = (
        content.publication,
        content.printing,
        content.consultation,
    )
    dates: tuple[tuple[str, StatedPeriod | None], ...] = (
        ("规划期", content.period),
        ("基期", content.baseline),
        *(("节点", milestone) for milestone in content.milestones),
        ("成文", content.date_of_issue),
        ("印发", printing.date if printing else None),
        ("公开", publication.publish_date if publication else None),
        ("征求意见截止", consultation.until if consultation else None),
    )
    for what, stated in dates:
        if stated:
            text = what if content is plan.resolved.plan else f"{what}（{content.title}）"
            yield Event(stated.period, str(content.kind), text, "", plan.address, "")
