"""The registry of a folder: names that two units share, and references that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label
from generator.model.quoting import brief
from generator.model.units import GROUP
from generator.resolve.anchors import unit_slug
from generator.resolve.registry import Registry
from generator.resolve.rules import DUPLICATE_NAME, UNIT_RELATIONS, UNKNOWN_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.units import Unit
    from generator.text import Text


def check_registry(units: tuple[Unit, ...], above: tuple[Unit, ...] = ()) -> tuple[Diagnostic, ...]:
    """Find names that stand for two units, and parents, sets and members that nobody is.

    Args:
        units: the units of one file.
        above: those of the folders above, which they may refer to.
    """
    if not units:
        return ()
    registry = Registry((*units, *above))
    return (
        *_shared_names(units),
        *_shared_addresses(units),
        *_dangling(units, registry),
        *_contradictions(units, registry),
    )


def _shared_names(units: tuple[Unit, ...]) -> Iterator[Diagnostic]:
    owners: dict[str, tuple[Unit, Text]] = {}
    for unit in units:
        for name in unit.names:
            first, where = owners.setdefault(str(name), (unit, name))
            if first is not unit:
                message = f"“{brief(name)}”既指“{first.name}”又指“{unit.name}”"
                related = (Label(where.span, "第一次"),)
                hint = "改掉其中一个简称或别名"
                yield Diagnostic(DUPLICATE_NAME, message, Label(name.span, "重复"), related, hint)


def _shared_addresses(units: tuple[Unit, ...]) -> Iterator[Diagnostic]:
    owners: dict[str, Unit] = {}
    for unit in units:
        first = owners.setdefault(unit_slug(unit), unit)
        if first is not unit and first.name != unit.name:
            message = f"“{brief(unit.name)}”的网址与“{brief(first.name)}”相同"
            label = Label((unit.id or unit.name).span, "重复")
            related = (Label((first.id or first.name).span, "第一次"),)
            hint = "给其中一个写“id”（标识），与别处不同"
            yield Diagnostic(DUPLICATE_NAME, message, label, related, hint)


def _contradictions(units: tuple[Unit, ...], registry: Registry) -> Iterator[Diagnostic]:
    """Find units in themselves, members of what is no group, and groups counted wrong."""
    for unit in units:
        loops = tuple(_above_itself(unit, registry))
        for name in loops:
            through = "" if str(name) in map(str, unit.names) else f"经“{brief(name)}”"
            message = f"“{brief(unit.name)}”{through}成了自己的上级或一部分"
            hint = "改“parent”（上级）、“subset_of”（属于）或“members”（成员）"
            yield Diagnostic(UNIT_RELATIONS, message, Label(name.span), hint=hint)
        whole = registry.find(unit.subset_of) if unit.subset_of else None
        if whole and unit.subset_of and whole.value.kind not in (None, GROUP):
            message = f"“{brief(unit.subset_of)}”是{whole.value.kind}，不是集合"
            hint = "单位的上级写“parent”（上级）；“subset_of”（属于）只写集合"
            yield Diagnostic(UNIT_RELATIONS, message, Label(unit.subset_of.span), hint=hint)
        if unit.members.items and unit.kind not in (None, GROUP):
            message = f"“{brief(unit.name)}”有成员，类别却是“{unit.kind}”"
            label = Label(unit.members.items[0].span)
            yield Diagnostic(UNIT_RELATIONS, message, label, hint="类别改成“集合”，或删去成员")
        # what is in itself has no size to hold its members against
        if not loops:
            yield from _miscounted(unit, registry)


def _above_itself(unit: Unit, registry: Registry) -> Iterator[Text]:
    """Give the name by which a unit comes to stand above or in itself."""
    for above in (_parent, _whole):
        first = above(unit)
        seen: set[str] = set()
        name = first
        while name is not None and first is not None:
            match = registry.find(name)
            if match is None or match.value.name in seen:
                break
            if match.value is unit:
                yield first
                break
            seen.add(match.value.name)
            name = above(match.value)
    yield from (name for name in unit.members if (m := registry.find(name)) and m.value is unit)


def _parent(unit: Unit) -> Text | None:
    return unit.parent


def _whole(unit: Unit) -> Text | None:
    return unit.subset_of


def _miscounted(unit: Unit, registry: Registry) -> Iterator[Diagnostic]:
    """Compare the size of a group with its members, where all are listed and none is a group."""
    if not unit.count or not unit.members.items or unit.members.and_others:
        return
    inside = registry.extent(unit) - {str(unit.name)}
    if any(other.kind == GROUP for other in registry.units if str(other.name) in inside):
        return
    if not unit.count.quantity.interval.contains(len(inside)):
        message = f"“{brief(unit.name)}”写着{unit.count.text}，列了{len(inside)}个成员"
        hint = "核对数量；没有列全的，“members”（成员）以“、等”结尾"
        yield Diagnostic(UNIT_RELATIONS, message, Label(unit.count.text.span), hint=hint)


def _dangling(units: tuple[Unit, ...], registry: Registry) -> Iterator[Diagnostic]:
    for unit in units:
        single = (name for name in (unit.parent, unit.subset_of) if name)
        for name in (*single, *unit.members):
            if registry.find(name) is None:
                nearest = registry.nearest(name)
                message = f"“{unit.name}”提到的单位“{brief(name)}”不在登记表中"
                hint = f"是不是“{nearest}”？" if nearest else "先登记这个单位"
                yield Diagnostic(UNKNOWN_UNIT, message, Label(name.span), hint=hint)
