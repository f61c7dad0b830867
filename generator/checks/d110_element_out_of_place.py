"""D110: an element that documents of this kind or form do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("D110", "element-out-of-place", "这种公文没有的要素", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Compare what is written with the kind and the form (GB/T 9704-2012, 7.2.6, 10)."""
    for text, message, hint in _misplaced(resolved.plan):
        yield Diagnostic(RULE, message, Label(text.place), hint=hint)


def _misplaced(plan: DocumentContent) -> Iterator[tuple[Text, str, str]]:
    """Give what is out of place: its text, what is wrong, what helps."""
    kind = plan.kind
    if plan.signatory.items and not plan.is_upward:
        hint = "去掉签发人，或者核对文种"
        yield plan.signatory.items[0], f"{kind}不是上行文，不印签发人", hint
    if plan.addressees.items and not plan.needs_addressees:
        yield plan.addressees.items[0], f"{kind}没有主送机关", "去掉主送，要送的写在抄送里"
    if plan.printing and plan.printed_layout == "信函":
        stated = plan.printing.organ or (plan.printing.date and plan.printing.date.text)
        if stated:
            hint = "去掉印发机关和印发日期，或者在“layout”（版式）写明是文件"
            yield stated, "信函格式的版记不印印发机关和印发日期", hint
    if plan.signers and plan.printed_layout == "纪要":
        yield plan.signers[0].post, "纪要不签署", "去掉签署"
    record = plan.attendance
    present = record and (record.attended or record.excused or record.observed)
    if present and plan.printed_layout != "纪要":
        yield present, f"{kind}不列出席、请假、列席人员", "去掉与会，或者核对文种"


CHECK = Check(RULE, find)
