"""The units that have a part in public plans: what each leads and supports, and its address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.documents.duties import duties_of, unit_key
from generator.model.content import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.documents.duties import Duty
    from generator.model.units import Unit
    from generator.resolve import Corpus, ResolvedPlan


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
    """Give the address of a unit's page, which depends on nothing but where it is registered."""
    return f"units/{unit_key(unit)}.html"


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
