"""D107: a title that does not say what the document is, or not in the official form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D107", "title-form", "公文标题的写法不合规定", Severity.WARNING)

# 关于……的（紧急、补充、复）通知
_ABOUT: Final = ("通知", "函", "请示", "批复", "决定", "通报", "议案")
_CLOSING_BRACKET: Final = re.compile(r"（[^（）]*）$")


def find(resolved: ResolvedPlan) -> Findings:
    """Look for 关于…的 and the kind at the end (GB/T 9704-2012, 7.3.1); orders have no title."""
    plan = resolved.plan
    kind = str(plan.kind)
    if not plan.is_formal or kind == "命令":
        return
    title = _CLOSING_BRACKET.sub("", str(plan.title))
    if not title.endswith(kind):
        message = f"标题“{plan.title}”没有以文种“{kind}”结尾"
    elif kind in _ABOUT and not re.search(f"关于.+的.{{0,4}}{kind}$", title):
        message = f"标题“{plan.title}”没有写成“关于……的{kind}”"
    elif kind == "意见" and "关于" not in title:
        message = f"标题“{plan.title}”没有写“关于”什么事"
    else:
        return
    hint = f"写成“发文机关名称＋关于……的＋{kind}”，末尾不加标点；文种写错的，改文种"
    yield Diagnostic(RULE, message, Label(plan.title.span), hint=hint)


CHECK = Check(RULE, find)
