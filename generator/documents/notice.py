"""The plan issued by a notice: the notice, then the plan as the text issued, then attachments.

A 规划 is no document kind of its own in law; it is issued by a 通知 and follows it on a new
page, without the label 附件 and without being named in the 附件 note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Colophon, Document, Masthead, Paragraph, Part, Run, Signature, runs
from generator.documents.body import attachment_parts
from generator.documents.parts import (
    BLANK,
    BLANK_DATE,
    BLANK_NUMBER,
    banner_line,
    or_blank,
    plan_part,
    properties,
)

if TYPE_CHECKING:
    from generator.blocks import Runs
    from generator.resolve import ResolvedPlan


def compose_notice(resolved: ResolvedPlan) -> Document:
    """Compose the issuing notice with the plan; what is not known prints as visible blanks."""
    plan = resolved.plan
    return Document(
        properties=properties(resolved),
        masthead=Masthead(
            banner=(f"{plan.issuer.items[0] if plan.issuer else BLANK.text}文件",),
            document_number=or_blank(plan.document_number, BLANK_NUMBER),
            copy_number=str(plan.copy_number or ""),
            secrecy_level=str(plan.secrecy_level or ""),
            urgency=str(plan.urgency or ""),
        ),
        parts=(
            _notice_part(resolved),
            plan_part(resolved, "", with_stage=False),
            *attachment_parts(resolved),
        ),
        colophon=_colophon(resolved),
        banner_line=banner_line(resolved),
    )


def _notice_part(resolved: ResolvedPlan) -> Part:
    plan = resolved.plan
    organs = tuple(str(organ) for organ in plan.issuer)
    text = f"现将《{plan.title}》印发给你们，请结合实际认真贯彻落实。"
    return Part(
        title=f"{'、'.join(organs)}关于印发《{plan.title}》的通知",
        blocks=(Paragraph(runs(text)),),
        addressees=_addressees(resolved),
        signature=Signature(
            organs, or_blank(_date(resolved), BLANK_DATE), seal=plan.seal is not False
        ),
        annotation=str(plan.annotation or ""),
        anchor="notice",
    )


def _addressees(resolved: ResolvedPlan) -> Runs:
    names = resolved.plan.addressees
    return (Run("，".join(names)),) if names else (BLANK,)


def _date(resolved: ResolvedPlan) -> str:
    date = resolved.plan.date_of_issue
    return str(date.text) if date else ""


def _printing_date(resolved: ResolvedPlan) -> str:
    printing = resolved.plan.printing
    return str(printing.date.text) if printing and printing.date else ""


def _colophon(resolved: ResolvedPlan) -> Colophon:
    plan = resolved.plan
    printing = plan.printing
    return Colophon(
        cc=runs("，".join(plan.cc)) if plan.cc else (),
        printing_organ=or_blank(printing.organ if printing else None),
        printing_date=or_blank(_printing_date(resolved), BLANK_DATE),
    )
