"""Document types: each composes a plan into a format-neutral document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.documents.draft import compose_draft, compose_text
from generator.documents.notice import compose_notice
from generator.documents.official import compose_official
from generator.documents.parts import is_formal
from generator.documents.separate import compose_separate, has_separate

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.blocks import Document
    from generator.resolve import ResolvedPlan


class DocumentType(NamedTuple):
    """A form in which a plan goes out.

    Attributes:
        name: as given on the command line and in file names.
        title: as shown to users.
        compose: plan to document.
        fits: whether a plan goes out in this form.
    """

    name: str
    title: str
    compose: Callable[[ResolvedPlan], Document]
    fits: Callable[[ResolvedPlan], bool]


def _has_stage(resolved: ResolvedPlan) -> bool:
    """Whether it is on its way to being issued; what has no stage is a text and no more."""
    return not is_formal(resolved) and resolved.plan.stage is not None


def _is_text_only(resolved: ResolvedPlan) -> bool:
    return not is_formal(resolved) and resolved.plan.stage is None


DOCUMENT_TYPES: Final = (
    DocumentType("draft", "征求意见稿", compose_draft, _has_stage),
    DocumentType("notice", "印发通知", compose_notice, _has_stage),
    DocumentType("official", "正式公文", compose_official, is_formal),
    DocumentType("text", "正文", compose_text, _is_text_only),
    DocumentType("separate", "另装附件", compose_separate, has_separate),
)


def document_types(resolved: ResolvedPlan) -> tuple[DocumentType, ...]:
    """Give the forms in which this plan goes out."""
    return tuple(kind for kind in DOCUMENT_TYPES if kind.fits(resolved))
