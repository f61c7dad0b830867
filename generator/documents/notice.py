"""The plan issued by a notice: the notice, then the plan as the text issued, then attachments.

A 规划 is no document kind of its own in law; it is issued by a 通知 and follows it on a new
page, without the label 附件 and without being named in the attachment note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Document, Paragraph, Part, runs
from generator.documents.official import colophon, masthead
from generator.documents.parts import (
    BLANK_ORGAN,
    addressees,
    banner_line,
    document_parts,
    properties,
    signature,
)

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan


def compose_notice(resolved: ResolvedPlan) -> Document:
    """Compose the issuing notice with the plan; what is not known prints as visible blanks."""
    return Document(
        properties=properties(resolved),
        masthead=masthead(resolved),
        parts=(_notice(resolved), *document_parts(resolved)),
        colophon=colophon(resolved),
        banner_line=banner_line(resolved),
    )


def _notice(resolved: ResolvedPlan) -> Part:
    plan = resolved.plan
    text = f"现将《{plan.title}》印发给你们，请结合实际认真贯彻落实。"
    return Part(
        title=f"{'、'.join(plan.issuer) or BLANK_ORGAN}关于印发《{plan.title}》的通知",
        blocks=(Paragraph(runs(text)),),
        addressees=addressees(resolved),
        signature=signature(resolved),
        annotation=str(plan.annotation or ""),
        anchor="notice",
    )
