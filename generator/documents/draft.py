"""The plan by itself: sent out for comment or approval, or bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Document
from generator.documents.parts import banner_line, document_parts, properties

if TYPE_CHECKING:
    from generator.blocks import Part
    from generator.resolve import ResolvedPlan


def compose_draft(resolved: ResolvedPlan) -> Document:
    """Compose the consultation draft, headed 附件 because a letter encloses it."""
    return _composed(resolved, document_parts(resolved, "附件", with_stage=True))


def compose_review(resolved: ResolvedPlan) -> Document:
    """Compose what goes up for review or approval; its stage stands under the title."""
    return _composed(resolved, document_parts(resolved, with_stage=True))


def compose_text(resolved: ResolvedPlan) -> Document:
    """Compose the plan alone; of a notice, the text that it issues."""
    return _composed(resolved, document_parts(carried_text(resolved) or resolved))


def carried_text(resolved: ResolvedPlan) -> ResolvedPlan | None:
    """Give the plan or scheme itself: the document, or what a 公文 issues or forwards.

    None if there is none: a 公文 that encloses nothing but other 公文 is no plan.
    """
    while resolved.plan.is_formal:
        if resolved.plan.encloses is None:
            return None
        resolved = resolved.inner_of(resolved.plan.encloses.document)
    return resolved


def _composed(resolved: ResolvedPlan, parts: tuple[Part, ...]) -> Document:
    return Document(properties=properties(resolved), parts=parts, banner_line=banner_line(resolved))
