"""D101: an element of the official format that the plan does not give; it prints as a blank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan

RULE = Rule("D101", "missing-element", "公文要素缺失，印成空白", Severity.NOTE)

_ISSUED: Final = ("已印发", "已废止")


def find(resolved: ResolvedPlan) -> Findings:
    """Look for what a notice needs, of the plan or the plan itself (GB/T 9704-2012, 7.2 to 7.4)."""
    plan = resolved.plan
    if resolved.depth:
        return
    missing = "、".join(name for name, value in _elements(plan).items() if not value)
    if missing:
        where = "正式公文" if plan.is_formal else "印发通知"
        message = f"没有{missing}，{where}里留空白"
        hint = "正式印发前补上；征求意见阶段可以不填"
        level = None
        if plan.is_formal and plan.stage in _ISSUED:
            message = f"{plan.stage}，却没有{missing}，{where}里留空白"
            hint = "照原件补上"
            level = Severity.WARNING
        yield Diagnostic(RULE, message, Label(plan.title.span), hint=hint, level=level)


def _elements(plan: DocumentContent) -> dict[str, object]:
    """Give the elements that a document of its kind and form must have, with what is stated."""
    printing = plan.printing
    elements: dict[str, object] = {
        "发文机关": plan.issuer,
        "发文字号": plan.document_number,
        # what carries a plan is composed with a body of its own
        "正文": not plan.is_formal or plan.preamble.paragraphs or plan.sections,
        "成文日期": plan.date_of_issue,
    }
    if plan.needs_addressees:
        elements["主送机关"] = plan.addressees
    if plan.is_upward:
        elements["签发人"] = plan.signatory
    if plan.printed_layout == "命令":
        elements["签署人"] = plan.signers
    if plan.printed_layout == "纪要":
        elements["出席人员"] = plan.attendance and plan.attendance.attended
    if plan.printed_layout != "信函":
        elements["印发机关"] = printing and printing.organ
        elements["印发日期"] = printing and printing.date
    return elements


CHECK = Check(RULE, find)
