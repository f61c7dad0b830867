"""The plan by itself: sent out for comment, headed 附件 because a letter encloses it, or bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Document
from generator.documents.parts import banner_line, document_parts, properties

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan


def compose_draft(resolved: ResolvedPlan) -> Document:
    """Compose the consultation draft: the plan, then its attachments."""
    return Document(
        properties=properties(resolved),
        parts=document_parts(resolved, "附件", with_stage=True),
        banner_line=banner_line(resolved),
    )


def compose_text(resolved: ResolvedPlan) -> Document:
    """Compose the plan alone, as a text that nobody has issued."""
    return Document(
        properties=properties(resolved),
        parts=document_parts(resolved),
        banner_line=banner_line(resolved),
    )
