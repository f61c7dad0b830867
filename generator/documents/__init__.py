"""Document types: each composes a plan into a format-neutral document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.documents.draft import compose_draft
from generator.documents.notice import compose_notice
from generator.documents.official import compose_official
from generator.documents.parts import is_formal

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
        formal: for a 公文 (通知, 意见, …) itself; else for a plan that is none.
    """

    name: str
    title: str
    compose: Callable[[ResolvedPlan], Document]
    formal: bool


DOCUMENT_TYPES: Final = (
    DocumentType("draft", "征求意见稿", compose_draft, formal=False),
    DocumentType("notice", "印发通知", compose_notice, formal=False),
    DocumentType("official", "正式公文", compose_official, formal=True),
)


def document_types(resolved: ResolvedPlan) -> tuple[DocumentType, ...]:
    """Give the forms in which this plan goes out."""
    return tuple(kind for kind in DOCUMENT_TYPES if kind.formal is is_formal(resolved))
