"""The pages of the units: what each leads and supports, over all public plans."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.content import ROLE_WORDS, ROLES
from generator.model.units import Unit
from generator.site.page import UNITS, Entry, Page, plan_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.documents.duties import Duty
    from generator.resolve import ResolvedPlan
    from generator.site.context import SiteContext
    from generator.site.directory import UnitEntry

_LEVELS: Final = "国省市县乡镇村校"


class Neighbour(NamedTuple):
    """A unit named beside another, with its page if it has one."""

    name: str
    address: str


class PlanDuties(NamedTuple):
    """The duties of a unit in one plan, by task or clause."""

    resolved: ResolvedPlan
    address: str
    groups: tuple[tuple[Duty, ...], ...]
    anchors: frozenset[str]


class RoleDuties(NamedTuple):
    """The duties of a unit in one role, by plan."""

    role: str
    title: str
    goals: int
    plans: tuple[PlanDuties, ...]


def unit_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the index of units and the page of each."""
    yield UNITS, _index(site)
    for entry in site.directory.entries:
        yield entry.address, _unit_page(site, entry)


def _index(site: SiteContext) -> Page:
    levels: dict[str, list[UnitEntry]] = {}
    for entry in site.directory.entries:
        levels.setdefault(str(entry.unit.level or ""), []).append(entry)
    ordered = sorted(levels.items(), key=lambda item: _rank(item[0]))
    sections = [
        (f"level-{number}", _level_title(level), entries)
        for number, (level, entries) in enumerate(ordered, start=1)
    ]
    contents = tuple(Entry(2, anchor, title) for anchor, title, _ in sections)
    description = "各责任单位牵头和配合的任务"
    return site.page(
        UNITS,
        "units.html",
        "责任单位",
        contents=contents,
        description=description,
        sections=sections,
        plan_address=plan_address,
    )


def _rank(level: str) -> int:
    """Place a level from the highest to the lowest; none comes last, what is unknown before it."""
    known = _LEVELS.find(level[:1])
    return len(_LEVELS) + (not level) if known < 0 or not level else known


def _level_title(level: str) -> str:
    """Write 市 as 市级; what is written out stays."""
    return f"{level}级" if len(level) == 1 else level or "不分层级"


def _unit_page(site: SiteContext, entry: UnitEntry) -> Page:
    unit = entry.unit
    directory = site.directory

    def neighbours(names: tuple[str, ...]) -> list[Neighbour]:
        return [_neighbour(site, one) for one in directory.related(entry, names)]

    roles = [duties for role in ROLES if (duties := _role_duties(site, entry, role)).goals]
    groups = directory.groups_of(entry)
    contents = [Entry(2, role.role, f"本单位{role.title}") for role in roles]
    contents += [Entry(2, "groups", "所在集合的任务")] if groups else []
    return site.page(
        entry.address,
        "unit.html",
        str(unit.name),
        contents=tuple(contents),
        description=f"{unit.name}牵头和配合的任务",
        entry=entry,
        files=site.unit_files(entry).all,
        roles=roles,
        members=neighbours(unit.members.items),
        parent=neighbours((unit.parent,) if unit.parent else ()),
        larger=neighbours((unit.subset_of,) if unit.subset_of else ()),
        groups=groups,
        partners=lambda duty, role: _partners(site, entry, duty, role),
        role_titles=ROLE_WORDS,
    )


def _role_duties(site: SiteContext, entry: UnitEntry, role: str) -> RoleDuties:
    duties = entry.in_role(role)
    plans = []
    for plan, in_plan in groupby(duties, key=lambda duty: duty.plan):
        groups = groupby(in_plan, key=lambda duty: (duty.document, duty.group_anchor))
        by_group = tuple(tuple(in_group) for _, in_group in groups)
        plans.append(PlanDuties(plan, plan_address(plan), by_group, site.of(plan).anchors))
    return RoleDuties(role, ROLE_WORDS[role], len(duties), tuple(plans))


def _partners(site: SiteContext, entry: UnitEntry, duty: Duty, role: str) -> list[Neighbour]:
    """Give the other units that have a role in a duty."""
    units = duty.roles.get(role, ())
    return [_neighbour(site, unit) for unit in units if unit is not entry.unit]


def _neighbour(site: SiteContext, unit: Unit | str) -> Neighbour:
    if isinstance(unit, Unit):
        entry = site.directory.entry(unit)
        return Neighbour(str(unit.label), entry.address if entry else "")
    return Neighbour(str(unit), "")
