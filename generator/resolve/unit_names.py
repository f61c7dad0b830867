"""Names of units that no registry knows: what to write instead, and mere slips of the pen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.quoting import brief
from generator.model.tables import Holds
from generator.model.values import split_names
from generator.resolve.rules import UNKNOWN_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import DocumentContent
    from generator.resolve.registry import Registry
    from generator.text import Text

# what is typed between units where 、 should stand
_NOT_SEPARATORS: Final = re.compile("[,;；/]| +")
_AND: Final = re.compile("以及|和|及|与|会同")
_OTHERS: Final = re.compile("等(?:有关|相关)?(?:部门|单位|机关)?$")


def unit_hint(name: Text, registry: Registry) -> str:
    """Say what to write for a name in a role that no registry knows."""
    for pattern in (_NOT_SEPARATORS, _AND):
        parts = [part for piece in pattern.split(name) if (part := piece.strip())]
        known = [registry.find(part) is not None for part in parts]
        if len(parts) > 1 and (all(known) or (pattern is _NOT_SEPARATORS and any(known))):
            return f"单位之间写顿号：“{'、'.join(parts)}”"
    parts = [str(part) for part in split_names(name)]
    if len(parts) > 1:
        return f"清单里一项写一个单位；写在一行的不用“- ”和方括号：“{'、'.join(parts)}”"
    body = _OTHERS.sub("", name)
    if body != name and (not body or registry.find(body)):
        return f"写成“{body}、等”；“等部门”一类只写“等”" if body else "“等部门”一类只写“等”"
    nearest = registry.nearest(name)
    cure = f"是不是“{nearest}”？" if nearest else ""
    return f"{cure}没有登记的单位请先写入units.yaml"


def slips_of_units(plan: DocumentContent, registry: Registry) -> Iterator[Diagnostic]:
    """Note organs and units of tables that are a registered one but for a slip of the pen.

    Who is not registered is taken at its word there: an organ of another place, a school.
    """
    for name in _organs(plan):
        meant = "" if registry.find(name) else registry.slip(name)
        if meant:
            message = f"“{brief(name)}”没有登记，与登记的“{meant}”只差个别字"
            hint = f"是不是“{meant}”？不是的话，登记以后就不再提示"
            yield Diagnostic(UNKNOWN_UNIT, message, Label(name.place), (), hint, Severity.WARNING)


def _organs(plan: DocumentContent) -> Iterator[Text]:
    """Give who issues, draws up and prints a document, and the units in its tables."""
    yield from (*plan.issuer, *plan.drafted_by)
    if plan.printing and plan.printing.organ:
        yield plan.printing.organ
    for table in plan.tables:
        for index, column in enumerate(table.body.columns):
            if column.holds is Holds.UNIT:
                cells = [row.cells[index] for row in table.body.rows]
                for cell in cells:
                    yield from () if cell.ditto else split_names(cell.text)
