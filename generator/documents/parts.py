"""The parts of a document: its main text, what it encloses, its attachments."""

from __future__ import annotations

import re
from string import whitespace
from typing import TYPE_CHECKING, Final

from generator.blocks import Attendance, Layout, Part, Properties, Run, Signature, Signer, runs
from generator.documents.body import Body
from generator.model.document import DRAFT_STAGES
from generator.resolve.anchors import attachment_anchor, slug

if TYPE_CHECKING:
    from generator.blocks import Runs
    from generator.model.document import Attachment
    from generator.model.values import Names
    from generator.resolve import ResolvedPlan

SAMPLE_LINE: Final = "样例：依据公开文件编写，非正式文本"
_CLOSING_BRACKET: Final = re.compile(r"（[^（）]*）$")
_LIST_MARK: Final = re.compile("([、，])")
BLANK: Final = Run("　　　　　　", blank=True)


def blank_form(form: str) -> Runs:
    """Make a form to fill in: each ＿ becomes a visible blank of its own."""
    return tuple(
        Run("　　　", blank=True) if part == "＿" else Run(part)
        for part in re.split("(＿)", form)
        if part
    )


# an organ that is not known, in places that take plain text only
BLANK_ORGAN: Final = "＿＿＿＿＿＿"
BLANK_NUMBER: Final = blank_form("＿〔＿〕＿号")
BLANK_DATE: Final = blank_form("＿年＿月＿日")


def or_blank(text: object, blank: Runs = (BLANK,)) -> Runs:
    """Print what is known; what is not becomes a visible blank."""
    return runs(str(text)) if text else blank


def is_formal(resolved: ResolvedPlan) -> bool:
    """Whether the document is itself a 公文 with addressees and a signature."""
    return resolved.plan.is_formal


def document_parts(
    resolved: ResolvedPlan, label: str = "", *, with_stage: bool = False
) -> tuple[Part, ...]:
    """Compose a document: its text, then what it encloses, then its attachments.

    What a notice issues follows on a new page without the label 附件 and is not named in the
    attachment note.
    """
    plan = resolved.plan
    enclosed: tuple[Part, ...] = ()
    if plan.encloses:
        enclosed = document_parts(resolved.inner_of(plan.encloses.document))
    main = _main_part(resolved, label, with_stage=with_stage)
    return (main, *enclosed, *attachment_parts(resolved))


def _main_part(resolved: ResolvedPlan, label: str, *, with_stage: bool) -> Part:
    plan = resolved.plan
    title, subtitles = _title(resolved)
    stage = f"（{plan.stage}）"
    if with_stage and plan.stage in DRAFT_STAGES and stage not in subtitles and stage != title:
        subtitles = (*subtitles, stage)
    formal = is_formal(resolved)
    return Part(
        title=title,
        subtitles=subtitles,
        blocks=Body(resolved).blocks(),
        label=label,
        addressees=addressees(resolved) if formal else (),
        attachment_note=tuple(str(attachment.title) for attachment in plan.attachments),
        signature=signature(resolved) if formal else None,
        annotation=str(plan.annotation or "") if formal else "",
        attendance=_attendance(resolved),
        anchor="text" if resolved.depth == 0 else f"text-{slug(plan.title)}",
    )


def _title(resolved: ResolvedPlan) -> tuple[str, tuple[str, ...]]:
    """Set a closing bracket, and the number of an enclosed 公文, on lines under the title."""
    plan = resolved.plan
    title = str(plan.title)
    bracket = _CLOSING_BRACKET.search(title)
    bracket = bracket if bracket and bracket.start() else None
    subtitles = (bracket.group(),) if bracket else ()
    if resolved.depth and is_formal(resolved) and plan.document_number:
        subtitles = (*subtitles, str(plan.document_number))
    return title[: bracket.start()] if bracket else title, subtitles


def full_title(resolved: ResolvedPlan) -> str:
    """Give the title with the stage of what is not issued yet, unless it says so itself."""
    plan = resolved.plan
    stage = f"（{plan.stage}）"
    says_so = plan.stage not in DRAFT_STAGES or str(plan.title).endswith(stage)
    return f"{plan.title}{'' if says_so else stage}"


def has_secrecy(resolved: ResolvedPlan) -> bool:
    """Whether it, or a document in it, is secret."""
    return any(document.plan.secrecy_level for document in resolved.documents)


def secrecy_line(resolved: ResolvedPlan) -> str:
    """Mark a sheet taken out of a secret document; it stands where 密级 stands (7.2.2)."""
    levels = (document.plan.secrecy_level for document in resolved.documents)
    return next((str(level) for level in levels if level), "")


def organs(names: Names) -> str:
    """List 主送 or 抄送机关: a list by groups; what is written on one line keeps its marks."""
    if names.whole is not None:
        written = _LIST_MARK.split(str(names.whole).strip("、，" + whitespace))
        return "".join(part.strip() for part in written)
    return "，".join(names) + ("等" if names.and_others else "")


def addressees(resolved: ResolvedPlan) -> Runs:
    """Print 主送机关; those of an enclosed 公文 only where they are known."""
    names = resolved.plan.addressees
    if names:
        return (Run(organs(names)),)
    return () if resolved.depth or not resolved.plan.needs_addressees else (BLANK,)


def _attendance(resolved: ResolvedPlan) -> tuple[Attendance, ...]:
    """List who was at the meeting, who was excused and who sat in (10.3)."""
    record = resolved.plan.attendance
    if record is None:
        return ()
    named = (("出席", record.attended), ("请假", record.excused), ("列席", record.observed))
    return tuple(Attendance(label, str(names)) for label, names in named if names)


def signature(resolved: ResolvedPlan) -> Signature | None:
    """Print 署名 and 成文日期; of an enclosed 公文 only what is known."""
    plan = resolved.plan
    if plan.printed_layout == Layout.MINUTES:
        return None  # the date stands under the number
    if resolved.depth and not (plan.issuer or plan.date_of_issue):
        return None
    organs = tuple(str(organ) for organ in plan.issuer) or (BLANK_ORGAN,)
    date = plan.date_of_issue.text if plan.date_of_issue else None
    signers = tuple(Signer(str(one.post), str(one.name or "")) for one in plan.signers)
    if plan.printed_layout == Layout.ORDER and not signers:
        signers = (Signer(BLANK_ORGAN),)
    seal = plan.seal is not False
    return Signature(organs, or_blank(date, BLANK_DATE), seal=seal, signers=signers)


def attachment_parts(
    resolved: ResolvedPlan, document_number: str = "", *, separate: bool = False
) -> tuple[Part, ...]:
    """Compose the attachments that are there, each on a new page (GB/T 9704-2012, 7.3.7).

    Args:
        resolved: the document.
        document_number: printed before their labels where they go out without the text.
        separate: those that are bound by themselves, instead of the others.
    """
    attachments = resolved.plan.attachments
    parts: list[Part] = []
    for index, attachment in enumerate(attachments, start=1):
        number = attachment.number or (str(index) if len(attachments) > 1 else "")
        if attachment.present and not attachment.file and attachment.separate == separate:
            parts += _attachment(resolved, attachment, f"{document_number}附件{number}")
    return tuple(parts)


def _attachment(resolved: ResolvedPlan, attachment: Attachment, label: str) -> tuple[Part, ...]:
    if attachment.document:
        return document_parts(resolved.inner_of(attachment.document), label)
    anchor = attachment_anchor(attachment)
    blocks = Body(resolved).attachment(attachment)
    wide = any(getattr(block, "wide", False) for block in blocks)
    return (Part(str(attachment.title), blocks, label=label, wide=wide, anchor=anchor),)


def properties(resolved: ResolvedPlan) -> Properties:
    """Describe the file by the plan."""
    plan = resolved.plan
    return Properties(
        title=str(plan.title),
        subject=str(plan.kind),
        creator="、".join(plan.issuer),
        identifier=resolved.identifier,
    )


def banner_line(resolved: ResolvedPlan) -> str:
    """Say that a sample is one, above the type area of every page."""
    return SAMPLE_LINE if resolved.plan.sample else ""
