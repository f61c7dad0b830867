"""A document with what its form leaves out: whoever reads or compares a plan wants all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.blocks import Part, Table
from generator.documents.parts import attachment_parts
from generator.documents.tables import responsibility_table
from generator.resolve.anchors import slug

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.resolve import ResolvedPlan


def whole_document(resolved: ResolvedPlan, document: Document) -> Document:
    """Add to a form of a plan what that form leaves out."""
    return replace(document, parts=whole_parts(resolved, document.parts))


def whole_parts(resolved: ResolvedPlan, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Add the attachments bound apart, and each responsibility table that no place shows."""
    number = str(resolved.plan.document_number or "")
    parts = (*parts, *attachment_parts(resolved, number, separate=True))
    shown = [block for part in parts for block in part.blocks if isinstance(block, Table)]
    tables = [responsibility_table(one) for one in resolved.documents if one.tasks]
    unshown = (
        Part(table.caption, (table,), anchor=f"table-{slug(table.caption)}")
        for table in tables
        if table not in shown
    )
    return (*parts, *unshown)
