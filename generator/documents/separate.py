"""The attachments that are not bound with their document (GB/T 9704-2012, 7.3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Document
from generator.documents.parts import attachment_parts, banner_line, properties

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan


def compose_separate(resolved: ResolvedPlan) -> Document:
    """Compose the attachments as a volume of its own, with page numbers of its own."""
    return Document(
        properties=properties(resolved),
        parts=attachment_parts(resolved, str(resolved.plan.document_number or ""), separate=True),
        banner_line=banner_line(resolved),
    )


def has_separate(resolved: ResolvedPlan) -> bool:
    """Whether there is such an attachment."""
    return any(attachment.separate for attachment in resolved.plan.attachments)
