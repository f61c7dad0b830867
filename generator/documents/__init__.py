"""Document types: each composes a plan into a format-neutral document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.documents.draft import carried_text, compose_draft, compose_review, compose_text
from generator.documents.extracts import (
    compose_attachments,
    compose_indicators,
    compose_responsibilities,
    compose_tables,
    has_attachments,
    has_indicators,
    has_responsibilities,
    has_tables,
)
from generator.documents.notice import compose_notice
from generator.documents.official import compose_official
from generator.documents.parts import is_formal
from generator.documents.scheme import compose_scheme, has_scheme
from generator.documents.separate import compose_separate, has_separate
from generator.model.document import DRAFT_STAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.blocks import Document
    from generator.resolve import ResolvedPlan


class DocumentType(NamedTuple):
    """A form in which a plan goes out.

    Attributes:
        name: in file names.
        title: as shown to users, and as given on the command line.
        compose: plan to document.
        fits: whether a plan can go out in this form.
        usual: whether such a plan usually does, so that every build makes it.
        lacking: why a plan does not fit, "" where its stage decides.
        whole: whether it holds all that the plan says, so that it can be read back against it.
    """

    name: str
    title: str
    compose: Callable[[ResolvedPlan], Document]
    fits: Callable[[ResolvedPlan], bool]
    usual: Callable[[ResolvedPlan], bool]
    lacking: str = ""
    whole: bool = True


def _at_stage(*stages: str) -> Callable[[ResolvedPlan], bool]:
    return lambda resolved: resolved.plan.stage in stages


def _is_issued_by_notice(resolved: ResolvedPlan) -> bool:
    """Whether it is on its way to being issued; what has no stage is a text and no more."""
    return not is_formal(resolved) and resolved.plan.stage is not None


def _is_plain_text(resolved: ResolvedPlan) -> bool:
    return not is_formal(resolved) and not _is_draft(resolved)


def _is_plain(resolved: ResolvedPlan) -> bool:
    return not is_formal(resolved)


def _carries_text(resolved: ResolvedPlan) -> bool:
    return is_formal(resolved) and carried_text(resolved) is not None


def _never(_: ResolvedPlan) -> bool:
    return False


_is_for_comment = _at_stage("草稿", "征求意见稿")
_is_for_review = _at_stage("送审稿")
_is_for_approval = _at_stage("报批稿")
_is_draft = _at_stage(*DRAFT_STAGES)

_TASKS: Final = (compose_responsibilities, has_responsibilities, has_responsibilities)
_IS_FORMAL: Final = "它自己就是公文"
_IS_NOT_FORMAL: Final = "它不是通知、意见一类的公文，自己不带版头，由印发通知印发"
_CARRIES_NOTHING: Final = "它不是附载了规划、方案的公文"
_NO_TASKS: Final = "它没有任务分工"

DOCUMENT_TYPES: Final = (
    DocumentType("draft", "征求意见稿", compose_draft, _is_for_comment, _is_for_comment),
    DocumentType("review", "送审稿", compose_review, _is_for_review, _is_for_review),
    DocumentType("approval", "报批稿", compose_review, _is_for_approval, _is_for_approval),
    DocumentType("text", "正文", compose_text, _is_plain, _is_plain_text, _IS_FORMAL),
    DocumentType("notice", "印发通知", compose_notice, _is_issued_by_notice, _is_issued_by_notice,
                 _IS_FORMAL),
    DocumentType("official", "正式公文", compose_official, is_formal, is_formal, _IS_NOT_FORMAL),
    DocumentType("carried", "附载文件", compose_text, _carries_text, _never, _CARRIES_NOTHING,
                 whole=False),
    DocumentType("scheme", "实施方案", compose_scheme, has_scheme, _never, _NO_TASKS, whole=False),
    DocumentType("attachments", "附件", compose_attachments, has_attachments, _never,
                 "它没有同正文装在一起的附件", whole=False),
    DocumentType("tasks", "分工表", *_TASKS, _NO_TASKS, whole=False),
    DocumentType("indicators", "指标表", compose_indicators, has_indicators, _never,
                 "它没有指标", whole=False),
    DocumentType("tables", "数据表", compose_tables, has_tables, _never, "它没有表格", whole=False),
    DocumentType("separate", "另装附件", compose_separate, has_separate, has_separate,
                 "它没有写了“另装”的附件", whole=False),
)  # fmt: skip


def possible_types(resolved: ResolvedPlan) -> tuple[DocumentType, ...]:
    """Give the forms in which this plan can go out."""
    return tuple(kind for kind in DOCUMENT_TYPES if kind.fits(resolved))


def document_types(resolved: ResolvedPlan) -> tuple[DocumentType, ...]:
    """Give the forms in which this plan usually goes out, its own text first."""
    return tuple(kind for kind in possible_types(resolved) if kind.usual(resolved))


def public_types(resolved: ResolvedPlan) -> tuple[DocumentType, ...]:
    """Give the forms that readers may take: a draft with a red head could pass for issued."""
    usual = document_types(resolved)
    return tuple(kind for kind in usual if kind.name != "notice" or not _is_draft(resolved))


def main_type(resolved: ResolvedPlan) -> DocumentType:
    """Give the form that is meant if none is named: an issued plan goes out with its notice."""
    usual = document_types(resolved)
    issued = [kind for kind in usual if kind.name == "notice" and resolved.plan.stage == "已印发"]
    return (*issued, *usual)[0]
