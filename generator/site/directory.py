"""The units that have a part in public plans: what each leads and supports, and its address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.model.content import ROLES
from generator.quantity import find_periods
from generator.resolve.anchors import (
    all_anchored_blocks,
    goal_anchor,
    slug,
    task_anchor,
    unit_slug,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.units import Unit
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.resolve import Corpus, ResolvedPlan, ResolvedTask

    Roles = Mapping[str, tuple[Unit, ...]]

_PLANS: Final = "plans"
_SHARED_STEMS: Final = ("units", "plan")


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """What a plan asks of units: a goal of the responsibility table, or a clause.

    Attributes:
        plan: the plan.
        document: the document in it that says so: the plan itself, or what it encloses.
        group: the task or clause, with its number.
        group_anchor: permanent id of it on the plan's page.
        text: what is to be done.
        anchor: permanent id of the place on the plan's page.
        roles: the units by role.
        due: when it is due, as written.
        periods: when it is due, or else the periods that its words name.
    """

    plan: ResolvedPlan
    document: ResolvedPlan
    group: str
    group_anchor: str
    text: str
    anchor: str
    roles: Roles
    due: tuple[str, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True, eq=False)
class UnitEntry:
    """A unit with its address and all that it has to do.

    Attributes:
        unit: the unit.
        address: its page.
        duties: what it has a part in, in the order of the plans.
    """

    unit: Unit
    address: str
    duties: tuple[Duty, ...]

    @property
    def other(self) -> tuple[Duty, ...]:
        """The duties in roles other than lead and support: 参与, 指导, 负责, 落实, 会同."""
        others = [role for role in ROLES if role not in ("lead", "support")]
        return tuple(
            duty
            for duty in self.duties
            if any(unit is self.unit for role in others for unit in duty.roles.get(role, ()))
        )

    def in_role(self, role: str) -> tuple[Duty, ...]:
        """Give the duties in which the unit has a role."""
        return tuple(
            duty
            for duty in self.duties
            if any(unit is self.unit for unit in duty.roles.get(role, ()))
        )

    @property
    def plans(self) -> tuple[ResolvedPlan, ...]:
        """The plans that name the unit, each once."""
        return tuple(dict.fromkeys(duty.plan for duty in self.duties))


def unit_address(unit: Unit) -> str:
    """Give the address of a unit's page, which depends on nothing but where it is registered.

    Units of the workspace's own register go by their name alone; units of a register further
    down, or of one plan, have its folder before their name, as another may use the same name.
    """
    file = PurePosixPath(unit.name.source)
    folders = [part for part in file.parent.parts if part != _PLANS]
    folders += [] if file.stem in _SHARED_STEMS else [file.stem]
    return f"units/{'-'.join([*map(slug, folders), slug(unit_slug(unit))])}.html"


class UnitDirectory:
    """All units with a part in a public plan, in the order of their registers."""

    def __init__(self, corpus: Corpus, public: tuple[ResolvedPlan, ...]) -> None:
        """Take the whole corpus too: to know what only unpublished plans speak of."""
        self._corpus = corpus
        self._documents = tuple(document for plan in public for document in plan.documents)
        self._public = public
        units: dict[str, Unit] = {}
        duties: dict[str, list[Duty]] = {}
        for document in self._documents:
            for unit in document.registry.units:
                units.setdefault(unit_address(unit), unit)
        for plan in public:
            for duty in duties_of(plan):
                named = (unit_address(unit) for role in duty.roles.values() for unit in role)
                for address in dict.fromkeys(named):
                    duties.setdefault(address, []).append(duty)
        self._entries = {
            address: UnitEntry(unit, address, tuple(duties[address]))
            for address, unit in units.items()
            if address in duties
        }

    @property
    def entries(self) -> tuple[UnitEntry, ...]:
        """The units that have a page."""
        return tuple(self._entries.values())

    def entry(self, unit: Unit) -> UnitEntry | None:
        """Give a unit's entry, if it has a page."""
        return self._entries.get(unit_address(unit))

    def of_plan(self, plan: ResolvedPlan) -> tuple[UnitEntry, ...]:
        """Give the units with a part in a plan."""
        return tuple(entry for entry in self.entries if plan in entry.plans)

    def groups_of(self, entry: UnitEntry) -> tuple[UnitEntry, ...]:
        """Give the groups with a page that contain a unit."""
        containing = self._groups.get(entry.address, set())
        return tuple(other for other in self.entries if other.address in containing)

    def related(self, entry: UnitEntry, names: Iterable[str]) -> tuple[Unit | str, ...]:
        """Look up units that a register names beside a unit, such as its members.

        A unit that only unpublished plans speak of is left out.
        """
        registry = entry.duties[0].document.registry
        found = [match.value if (match := registry.find(name)) else name for name in names]
        return tuple(unit for unit in found if self._may_be_named(unit))

    @cached_property
    def _groups(self) -> dict[str, set[str]]:
        """Addresses of the groups that contain a unit, by its address."""
        groups: dict[str, set[str]] = {}
        for document in self._documents:
            registry = document.registry
            known = [
                entry
                for entry in self.entries
                if (match := registry.find(entry.unit.name)) and match.value is entry.unit
            ]
            for group in known:
                inside = registry.extent(group.unit) - {str(group.unit.name)}
                for entry in known:
                    if entry.unit.name in inside:
                        groups.setdefault(entry.address, set()).add(group.address)
        return groups

    def _may_be_named(self, unit: Unit | str) -> bool:
        names = (unit,) if isinstance(unit, str) else unit.names
        unpublished, public = self._texts
        in_unpublished = any(name in unpublished for name in names)
        return not in_unpublished or any(name in public for name in names)

    @cached_property
    def _texts(self) -> tuple[str, str]:
        """Everything that unpublished plans say, and everything that public ones say."""
        texts: dict[bool, list[str]] = {False: [], True: []}
        for plan in self._corpus.plans:
            texts[plan in self._public] += [root.source.text for root in plan.roots.values()]
        return "\n".join(texts[False]), "\n".join(texts[True])


def duties_of(plan: ResolvedPlan) -> Iterator[Duty]:
    """Give all that a plan asks of units, in the order of its tables and clauses."""
    for document in plan.documents:
        for task in document.tasks:
            yield from _task_duties(plan, document, task)
        yield from _clause_duties(plan, document)


def _task_duties(plan: ResolvedPlan, document: ResolvedPlan, task: ResolvedTask) -> Iterator[Duty]:
    for goal in task.goals:
        yield Duty(
            plan,
            document,
            group=f"{task.number}. {task.task.printed_title}",
            group_anchor=task_anchor(task.task),
            text=str(goal.goal.text),
            anchor=goal_anchor(task_anchor(task.task), goal.goal, goal.number),
            roles=goal.roles,
            due=tuple(str(due.text) for due in goal.due),
            periods=_periods(goal.due, str(goal.goal.text)),
        )


def _periods(due: tuple[StatedPeriod, ...], text: str) -> tuple[Period, ...]:
    found = [one.period for one in due] or [one.period for one in find_periods(text)]
    return tuple(dict.fromkeys(found))


def _clause_duties(plan: ResolvedPlan, document: ResolvedPlan) -> Iterator[Duty]:
    for anchor, block in all_anchored_blocks(document.plan):
        heading = str(block.printed_heading)
        sentences = [(anchor, heading, block.due)]
        sentences += [
            (goal_anchor(anchor, goal, number), str(goal.text), goal.due or block.due)
            for number, goal in enumerate(block.goals, start=1)
        ]
        for place, text, due in sentences:
            roles = {**document.defaulted.get(place, {}), **document.duties.get(place, {})}
            if roles:
                when = tuple(str(one.text) for one in due)
                yield Duty(
                    plan,
                    document,
                    group=heading,
                    group_anchor=anchor,
                    text=text,
                    anchor=place,
                    roles=roles,
                    due=when,
                    periods=_periods(due, text),
                )
