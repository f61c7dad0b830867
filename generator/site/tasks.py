"""The tasks of a plan with their units, to be narrowed down by unit, project and year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import runs
from generator.documents.duties import duties_of
from generator.documents.prose import ProseComposer
from generator.model.content import ROLE_WORDS
from generator.resolve.anchors import unit_slug
from generator.site.page import Entry, Page
from generator.site.units import Neighbour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Runs
    from generator.documents.duties import Duty
    from generator.model.units import Unit
    from generator.quantity import Period
    from generator.site.context import PublicPlan, SiteContext

REGULAR: Final = "经常"
"""The choice for what is due every year, month or term."""
UNDATED: Final = "未写"
"""The choice for what has no year."""


class TaskLine(NamedTuple):
    """A goal or clause with its units.

    Attributes:
        anchor: permanent id on the page of tasks, or "" if its group has it.
        target: permanent id on the plan's page, or "".
        text: what is to be done.
        roles: the units of each role, by its name.
        due: when, as written.
        units: the values of the filter by unit that show it.
        years: the values of the filter by year that show it.
    """

    anchor: str
    target: str
    text: Runs
    roles: tuple[tuple[str, tuple[Neighbour, ...]], ...]
    due: str
    units: tuple[str, ...]
    years: tuple[str, ...]


class TaskGroup(NamedTuple):
    """The goals of a task, or a clause, under its title."""

    title: str
    anchor: str
    lines: tuple[TaskLine, ...]


def task_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the page of tasks of every public plan."""
    for plan in site.plans:
        yield plan.tasks, _page(site, plan)


def _page(site: SiteContext, plan: PublicPlan) -> Page:
    groups = tuple(_groups(site, plan))
    lines = [line for group in groups for line in group.lines]
    years = {year for line in lines for year in line.years}
    choices = {
        "unit": _unit_choices(site, plan),
        "project": tuple((group.anchor, group.title) for group in groups),
        "year": _year_choices(years),
    }
    return site.page(
        plan.tasks,
        "tasks.html",
        f"任务分工　{plan.short_title}",
        contents=tuple(Entry(2, group.anchor, group.title) for group in groups),
        plan=plan,
        description=f"{plan.title}的任务分工：每个目标的牵头、配合单位和时限",
        groups=groups,
        total=len(lines),
        choices=choices,
    )


def _groups(site: SiteContext, plan: PublicPlan) -> Iterator[TaskGroup]:
    taken: set[str] = set()
    duties = groupby(duties_of(plan.resolved), key=lambda duty: (duty.document, duty.group_anchor))
    prose = {document: ProseComposer(document) for document in plan.resolved.documents}
    for (document, anchor), grouped in duties:
        lines = tuple(grouped)
        own = _unused(anchor, taken)
        yield TaskGroup(
            lines[0].group,
            own,
            tuple(_line(site, plan, duty, prose[document], taken) for duty in lines),
        )


def _unused(anchor: str, taken: set[str]) -> str:
    """Give an id that no other element of the page has; a second document's gets a number."""
    name, number = anchor, 1
    while name in taken:
        number += 1
        name = f"{anchor}-{number}"
    taken.add(name)
    return name


def _line(
    site: SiteContext, plan: PublicPlan, duty: Duty, prose: ProseComposer, taken: set[str]
) -> TaskLine:
    named = dict.fromkeys(unit for units in duty.roles.values() for unit in units)
    return TaskLine(
        _unused(duty.anchor, taken) if duty.anchor != duty.group_anchor else "",
        duty.anchor if duty.anchor in plan.anchors else "",
        _text(duty, prose),
        tuple(
            (word, tuple(_neighbour(site, unit) for unit in duty.roles[role]))
            for role, word in ROLE_WORDS.items()
            if duty.roles.get(role)
        ),
        "、".join(duty.due),
        tuple(unit_slug(unit) for unit in named),
        years_of(duty.periods),
    )


def _text(duty: Duty, prose: ProseComposer) -> Runs:
    """Give the words with their figures as links; the words of a clause are its heading."""
    if duty.anchor == duty.group_anchor:
        return runs(duty.text)
    composed = prose.runs(duty.anchor)
    return composed[0] if composed else runs(duty.text)


def _neighbour(site: SiteContext, unit: Unit) -> Neighbour:
    entry = site.directory.entry(unit)
    return Neighbour(str(unit.label), entry.address if entry else "")


def years_of(periods: tuple[Period, ...]) -> tuple[str, ...]:
    """Give the values of the filter by year for what is due in some periods."""
    years = {f"{year}" for period in periods for year in period.years}
    regular = {REGULAR for period in periods if period.recurring or period.month_day}
    return tuple(sorted(years | regular)) or (UNDATED,)


def _unit_choices(site: SiteContext, plan: PublicPlan) -> tuple[tuple[str, str], ...]:
    entries = site.directory.of_plan(plan.resolved)
    return tuple((unit_slug(entry.unit), str(entry.unit.label)) for entry in entries)


def _year_choices(years: set[str]) -> tuple[tuple[str, str], ...]:
    dated = tuple((year, f"{year}年") for year in sorted(years - {REGULAR, UNDATED}))
    others = ((REGULAR, "经常性（每年、每学年等）"), (UNDATED, "没有写明年份"))
    return (*dated, *(choice for choice in others if choice[0] in years))
