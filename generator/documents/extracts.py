"""What is taken out of a plan to go out alone: attachments, the responsibility table, tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.blocks import Document, Part
from generator.documents.declared_table import declared_table
from generator.documents.draft import carried_text
from generator.documents.indicator_sheet import indicator_sheet
from generator.documents.parts import (
    attachment_parts,
    banner_line,
    full_title,
    properties,
    secrecy_line,
)
from generator.documents.tables import responsibility_table
from generator.resolve.anchors import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.blocks import Table
    from generator.resolve import ResolvedPlan


def has_attachments(resolved: ResolvedPlan) -> bool:
    """Whether attachments are there to be printed."""
    return any(one.present and not (one.file or one.separate) for one in resolved.plan.attachments)


def compose_attachments(resolved: ResolvedPlan) -> Document:
    """Compose the attachments alone.

    Not bound with the text, they bear the document number before theirs (7.3.7).
    """
    number = str(resolved.plan.document_number or "")
    return _document(resolved, attachment_parts(resolved, number))


def has_responsibilities(resolved: ResolvedPlan) -> bool:
    """Whether a document in it has a responsibility table."""
    return any(document.tasks for document in resolved.documents)


def compose_responsibilities(resolved: ResolvedPlan) -> Document:
    """Compose the responsibility table alone, on landscape pages."""
    tables = (
        (document, responsibility_table(document))
        for document in resolved.documents
        if document.tasks
    )
    return _document(resolved, (_sheet(resolved, table, of) for of, table in tables))


def has_indicators(resolved: ResolvedPlan) -> bool:
    """Whether a document in it has indicators."""
    return any(document.plan.indicators for document in resolved.documents)


def compose_indicators(resolved: ResolvedPlan) -> Document:
    """Compose the main indicators alone."""
    sheets = (
        (document, indicator_sheet(document))
        for document in resolved.documents
        if document.plan.indicators
    )
    return _document(resolved, (_sheet(resolved, table, of) for of, table in sheets))


def has_tables(resolved: ResolvedPlan) -> bool:
    """Whether a document in it declares tables: quotas, investments, scores."""
    return any(document.plan.tables for document in resolved.documents)


def compose_tables(resolved: ResolvedPlan) -> Document:
    """Compose the declared tables alone, each on its own page."""
    tables = (
        (document, declared_table(table))
        for document in resolved.documents
        for table in document.plan.tables
    )
    return _document(resolved, (_sheet(resolved, table, of) for of, table in tables))


def _sheet(resolved: ResolvedPlan, table: Table, of: ResolvedPlan) -> Part:
    """Put a table on pages of its own, under its caption as the title."""
    plan = carried_text(of) or of
    subtitle = full_title(plan)
    named = str(plan.plan.title) in table.caption
    return Part(
        title=table.caption,
        blocks=(replace(table, titled=False),),
        label=secrecy_line(resolved),
        subtitles=() if named else (subtitle,),
        wide=table.wide,
        anchor=f"sheet-{slug(table.anchor)}",
    )


def _document(resolved: ResolvedPlan, parts: Iterable[Part]) -> Document:
    return Document(
        properties=properties(resolved), parts=tuple(parts), banner_line=banner_line(resolved)
    )
