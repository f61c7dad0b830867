"""A 公文 with all its elements: a 通知 with what it issues or forwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.blocks import Colophon, Document, Masthead, runs
from generator.documents.parts import (
    BLANK_DATE,
    BLANK_NUMBER,
    BLANK_ORGAN,
    banner_line,
    document_parts,
    or_blank,
    organs,
    properties,
)

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan

# 上行文, which alone name their 签发人 (GB/T 9704-2012, 7.2.6)
_UPWARD_KINDS: Final = ("请示", "报告")


def compose_official(resolved: ResolvedPlan) -> Document:
    """Compose the document as issued; what is not known prints as visible blanks."""
    return Document(
        properties=properties(resolved),
        masthead=masthead(resolved),
        parts=document_parts(resolved),
        colophon=colophon(resolved),
        banner_line=banner_line(resolved),
    )


def _banner(resolved: ResolvedPlan) -> tuple[str, ...]:
    """Print every issuing organ, the host first; 文件 stands once (7.2.4)."""
    *others, last = (str(organ) for organ in resolved.plan.issuer.items or (BLANK_ORGAN,))
    return (*others, f"{last}文件")


def masthead(resolved: ResolvedPlan) -> Masthead:
    """Compose 版头 (GB/T 9704-2012, 7.2)."""
    plan = resolved.plan
    upward = str(plan.kind) in _UPWARD_KINDS
    return Masthead(
        banner=_banner(resolved),
        document_number=or_blank(plan.document_number, BLANK_NUMBER),
        copy_number=str(plan.copy_number or ""),
        secrecy_level=str(plan.secrecy_level or ""),
        urgency=str(plan.urgency or ""),
        signatories=tuple(str(name) for name in plan.signatory) if upward else (),
    )


def colophon(resolved: ResolvedPlan) -> Colophon:
    """Compose 版记 (GB/T 9704-2012, 7.4)."""
    plan = resolved.plan
    printing = plan.printing
    date = printing.date.text if printing and printing.date else None
    return Colophon(
        cc=runs(organs(plan.cc)) if plan.cc else (),
        printing_organ=or_blank(printing.organ if printing else None),
        printing_date=or_blank(date, BLANK_DATE),
    )
