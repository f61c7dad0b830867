"""The task lists of all units, over one plan or several."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.documents.duties import duties_of, unit_key
from generator.documents.unit_list import Assignment, compose_unit_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Document
    from generator.documents.duties import Duty
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan


class UnitLists:
    """The task lists of all units of some plans, each made when it is asked for."""

    def __init__(self, plans: tuple[ResolvedPlan, ...]) -> None:
        """Take the plans, in the order in which the lists name them."""
        self._plans = plans

    @cached_property
    def _units(self) -> dict[str, Unit]:
        """Every registered unit by its key, in the order of the registers."""
        units: dict[str, Unit] = {}
        for document in self._documents():
            for unit in document.registry.units:
                units.setdefault(unit_key(unit), unit)
        return units

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that have a duty, by themselves or in a group, in the order of registers."""
        return tuple(unit for key, unit in self._units.items() if key in self._assignments)

    def find(self, name: str) -> tuple[Unit, ...]:
        """Give the registered units of a name; several registers may use one name."""
        official = [unit for unit in self._units.values() if name == unit.name]
        found: dict[str, Unit] = {}
        for document in self._documents():
            if match := document.registry.find(name):
                found.setdefault(unit_key(match.value), match.value)
        return tuple(official or found.values())

    def nearest(self, name: str) -> str:
        """Give the known name most like this one, or ""."""
        near = (document.registry.nearest(name) for document in self._documents())
        return next((known for known in near if known), "")

    def document(self, unit: Unit) -> Document | None:
        """Compose the task list of a unit, or None if it has nothing to do."""
        by_role = self._assignments.get(unit_key(unit))
        return compose_unit_list(unit, self._plans, by_role) if by_role else None

    @cached_property
    def _assignments(self) -> dict[str, dict[str, list[Assignment]]]:
        """What each unit has to do, by its key and then by role."""
        found: dict[str, dict[str, list[Assignment]]] = {}
        for plan in self._plans:
            for duty in duties_of(plan):
                for role, units in duty.roles.items():
                    for key, groups in _holders(duty, units).items():
                        roles = found.setdefault(key, {})
                        roles.setdefault(role, []).append(Assignment(duty, groups))
        return found

    def _documents(self) -> Iterator[ResolvedPlan]:
        return (document for plan in self._plans for document in plan.documents)


def _holders(duty: Duty, units: tuple[Unit, ...]) -> dict[str, tuple[Unit, ...]]:
    """Give the units that hold a role, by key, with the groups as whose members they do."""
    registry = duty.document.registry
    holders: dict[str, tuple[Unit, ...]] = {}
    for group in units:
        for name in sorted(registry.extent(group) - {str(group.name)}):
            if match := registry.find(name):
                key = unit_key(match.value)
                holders[key] = (*holders.get(key, ()), group)
    return {**holders, **{unit_key(unit): () for unit in units}}
