"""D102: an attachment that is announced and not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.model.document import Attachment
    from generator.resolve import ResolvedPlan

RULE = Rule("D102", "attachment-not-present", "附件只列名称，没有附上", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Look at every attachment; one given as a file of its own is there."""
    attachments = resolved.plan.attachments
    for index, attachment in enumerate(attachments, start=1):
        if not attachment.present or _is_empty(attachment):
            number = attachment.number or (index if len(attachments) > 1 else "")
            message = f"附件{number}“{attachment.title}”只列了名称，没有附上"
            hint = "写上附件的内容，或从附件说明中去掉它"
            yield Diagnostic(RULE, message, Label(attachment.title.span), hint=hint)


def _is_empty(attachment: Attachment) -> bool:
    contents = (attachment.text.paragraphs, attachment.sections, attachment.clauses)
    others = (attachment.show.items, attachment.file, attachment.document)
    return not any((*contents, *others))


CHECK = Check(RULE, find)
