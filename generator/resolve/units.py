"""The registry of a folder: names that two units share, and references that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label
from generator.model.quoting import brief
from generator.resolve.anchors import unit_slug
from generator.resolve.registry import Registry
from generator.resolve.rules import DUPLICATE_NAME, UNKNOWN_UNIT

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
    return (
        *_shared_names(units),
        *_shared_addresses(units),
        *_dangling(units, Registry((*units, *above))),
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


def _dangling(units: tuple[Unit, ...], registry: Registry) -> Iterator[Diagnostic]:
    for unit in units:
        single = (name for name in (unit.parent, unit.subset_of) if name)
        for name in (*single, *unit.members):
            if registry.find(name) is None:
                nearest = registry.nearest(name)
                message = f"“{unit.name}”提到的单位“{brief(name)}”不在登记表中"
                hint = f"是不是“{nearest}”？" if nearest else "先登记这个单位"
                yield Diagnostic(UNKNOWN_UNIT, message, Label(name.span), hint=hint)
