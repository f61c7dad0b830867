"""The units that a plan may name, nearest registry first, and who is contained in whom."""

from __future__ import annotations

import re
from functools import cached_property
from operator import ne
from typing import TYPE_CHECKING, Final

from generator.resolve.names import NameIndex, slip_of

if TYPE_CHECKING:
    from generator.model.units import Unit
    from generator.resolve.names import Match

_MOST_SLIPS: Final = 2
# the end of a name that says what kind of body it is, and how long what is left must be
_BODY: Final = re.compile("(?:中心|委员会|[局厅委办处站院科所])$")
_TELLING_STEM: Final = 3


class Registry:
    """Units by every name that they may be written by."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        """Take the plan's own units first, then those of the folders above it, nearest first."""
        self.units = units
        self._index = NameIndex((name, unit) for unit in units for name in unit.names)

    def find(self, name: str) -> Match[Unit] | None:
        """Look a unit up by any of its names."""
        return self._index.find(name)

    def nearest(self, name: str) -> str:
        """Give the known name most like this one, or "".

        What an organ does tells more than whether it is a 局 or a 中心: 市公路局 is meant for
        市公路中心 rather than for 市公安局.
        """
        stem = _BODY.sub("", str(name))
        if len(stem) >= _TELLING_STEM:
            entries = self._index.entries
            alike = NameIndex((one, unit) for one, unit in entries if one.startswith(stem))
            nearest = alike.nearest(name)
            if nearest:
                return nearest
        return self._index.nearest(name)

    def slip(self, name: str) -> str:
        """Give the known name of which this one is a slip of the pen in a character or two."""
        alike = (known for known, _ in self._index.entries if _differ(known, name) <= _MOST_SLIPS)
        return slip_of(name, alike)

    def extent(self, unit: Unit) -> frozenset[str]:
        """Give the official names of a unit and of all that is contained in it.

        Containment follows members and subset_of, so that 局属普通高中 lies in 局属学校 and
        both in 全市中小学校.
        """
        return self._extents[unit.name]

    def overlap(self, one: Unit, other: Unit) -> bool:
        """Say whether two units are the same, or one is contained in the other."""
        return other.name in self.extent(one) or one.name in self.extent(other)

    @cached_property
    def _extents(self) -> dict[str, frozenset[str]]:
        inside: dict[str, set[str]] = {str(unit.name): set() for unit in self.units}
        for unit in self.units:
            for member in unit.members:
                match = self.find(member)
                if match:
                    inside[unit.name].add(str(match.value.name))
            match = self.find(unit.subset_of) if unit.subset_of else None
            if match:
                inside[match.value.name].add(str(unit.name))
        return {name: _closure(name, inside) for name in inside}


def _differ(one: str, other: str) -> int:
    """Count the places in which two names differ; many for names of different length."""
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(map(ne, one, other))


def _closure(name: str, inside: dict[str, set[str]]) -> frozenset[str]:
    seen = {name}
    pending = [name]
    while pending:
        new = inside[pending.pop()] - seen
        seen |= new
        pending += new
    return frozenset(seen)
