"""Document types: each composes a plan into a format-neutral document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.documents.draft import compose_draft
from generator.documents.notice import compose_notice

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
    """

    name: str
    title: str
    compose: Callable[[ResolvedPlan], Document]


DOCUMENT_TYPES = (
    DocumentType("draft", "征求意见稿", compose_draft),
    DocumentType("notice", "印发通知", compose_notice),
)
