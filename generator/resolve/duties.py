"""Who has which part in a goal: its own units, those of what it stands in, the defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import ROLES
from generator.resolve.corpus import Units

if TYPE_CHECKING:
    from generator.model.content import Duties
    from generator.model.units import Unit

Roles = dict[str, Units]


class Written(NamedTuple):
    """A record that names units, and the registered ones among them."""

    duties: Duties
    roles: Roles

    def names(self, role: str) -> bool:
        """Say whether it names units for a role: 无 and unregistered ones count."""
        return self.duties.role(role) is not None


class Part(NamedTuple):
    """The units of one goal.

    Attributes:
        roles: the units of each role that is filled.
        shared: the roles that the row gives to all its goals alike.
        defaulted: the roles that come from the defaults.
    """

    roles: Roles
    shared: frozenset[str]
    defaulted: frozenset[str]


def own_roles(own: Written, outer: Written | None = None, *, first_leads: bool = False) -> Roles:
    """Give the roles that a record fills by itself.

    Args:
        own: the record.
        outer: what it stands in, whose explicit lead leads here too.
        first_leads: whether the first of those who are responsible leads.
    """
    has_lead = own.names("lead") or (outer is not None and outer.names("lead"))
    return _led_by_first(own.roles) if first_leads and not has_lead else dict(own.roles)


def overlaid(inner: Written, outer: Written | None) -> Written:
    """Merge the defaults of a block with those that reach it from outside, role by role."""
    kept = outer.roles if outer else {}
    roles = {role: units for role, units in kept.items() if not inner.names(role)}
    return Written(inner.duties, {**roles, **inner.roles})


def part_of(
    goal: Written, row: Written, defaults: Written | None, *, first_leads: bool = False
) -> Part:
    """Merge the units of a goal, of its row and of the defaults around it, innermost first."""
    shared = {role for role in row.roles if not goal.names(role)}
    roles = {**{role: row.roles[role] for role in shared}, **goal.roles}
    has_lead = goal.names("lead") or row.names("lead")
    if first_leads and not has_lead and "responsible" in roles:
        roles = _led_by_first(roles)
        shared |= {"lead"} if "responsible" in shared else set()
    elif first_leads and not row.names("lead"):
        # this goal keeps the whole list, of which other goals take the first away
        shared -= {"responsible"}
    filled: Roles = {}
    if defaults:
        named = {role for role in ROLES if role in roles or goal.names(role) or row.names(role)}
        filled = {role: units for role, units in defaults.roles.items() if role not in named}
        if first_leads and not ({"lead"} & {*named, *defaults.roles}):
            filled = _led_by_first(filled)
    merged = {**filled, **roles}
    ordered = {role: merged[role] for role in ROLES if role in merged}
    return Part(ordered, frozenset(shared), frozenset(filled))


def _led_by_first(roles: Roles) -> Roles:
    """Take the first of those who are responsible as the lead, the others as they are."""
    responsible = roles.get("responsible")
    if not responsible:
        return dict(roles)
    others = Units.of(responsible[1:], and_others=responsible.and_others)
    led = {"lead": Units.of(responsible[:1]), **roles, "responsible": others}
    return {role: led[role] for role in ROLES if led.get(role) or _open(led.get(role))}


def _open(units: tuple[Unit, ...] | None) -> bool:
    return isinstance(units, Units) and units.and_others
