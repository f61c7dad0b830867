"""A 公文 with all its elements: a 通知 with what it issues or forwards, a 函, 命令 or 纪要."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Colophon, Document, Layout, Masthead, runs
from generator.documents.parts import (
    BLANK_DATE,
    BLANK_NUMBER,
    BLANK_ORGAN,
    banner_line,
    blank_form,
    document_parts,
    or_blank,
    organs,
    properties,
)

if TYPE_CHECKING:
    from generator.blocks import Runs
    from generator.resolve import ResolvedPlan


def compose_official(resolved: ResolvedPlan) -> Document:
    """Compose the document as issued; what is not known prints as visible blanks."""
    return Document(
        properties=properties(resolved),
        masthead=masthead(resolved),
        parts=document_parts(resolved),
        colophon=colophon(resolved),
        banner_line=banner_line(resolved),
    )


def _banner(resolved: ResolvedPlan, layout: Layout) -> tuple[str, ...]:
    """Print every issuing organ, the host first; 文件 stands once (7.2.4).

    Letters bear the mark of the host alone (10.1), orders and minutes name what they are.
    """
    plan = resolved.plan
    if plan.banner:
        return (str(plan.banner),)
    host, *others = (str(organ) for organ in plan.issuer.items or (BLANK_ORGAN,))
    match layout:
        case Layout.LETTER:
            return (host,)
        case Layout.ORDER:
            return (f"{host}令",)
        case Layout.MINUTES:
            return (f"{host}会议纪要",)
    *before, last = (host, *others)
    return (*before, f"{last}文件")


def masthead(resolved: ResolvedPlan) -> Masthead:
    """Compose 版头 (GB/T 9704-2012, 7.2, 10)."""
    plan = resolved.plan
    layout = Layout(plan.printed_layout)
    minutes = layout is Layout.MINUTES
    date = plan.date_of_issue.text if plan.date_of_issue else None
    return Masthead(
        banner=_banner(resolved, layout),
        document_number=or_blank(plan.document_number, _number_form(layout)),
        copy_number=str(plan.copy_number or ""),
        secrecy_level=str(plan.secrecy_level or ""),
        urgency=str(plan.urgency or ""),
        signatories=tuple(str(name) for name in plan.signatory) if plan.is_upward else (),
        layout=layout,
        organ=("、".join(plan.issuer) or BLANK_ORGAN) if minutes else "",
        date=or_blank(date, BLANK_DATE) if minutes else (),
    )


def _number_form(layout: Layout) -> Runs:
    return BLANK_NUMBER if layout in (Layout.DOCUMENT, Layout.LETTER) else blank_form("第＿号")


def colophon(resolved: ResolvedPlan) -> Colophon | None:
    """Compose 版记 (GB/T 9704-2012, 7.4); that of a letter lists 抄送 and no more (10.1)."""
    plan = resolved.plan
    cc = runs(organs(plan.cc)) if plan.cc else ()
    if plan.printed_layout == Layout.LETTER:
        return Colophon(cc) if cc else None
    printing = plan.printing
    date = printing.date.text if printing and printing.date else None
    return Colophon(
        cc=cc,
        printing_organ=or_blank(printing.organ if printing else None),
        printing_date=or_blank(date, BLANK_DATE),
    )
