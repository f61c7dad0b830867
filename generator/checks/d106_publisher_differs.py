"""D106: a web page that names another organ as the issuer than the document does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.resolve.names import loose

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("D106", "publisher-differs", "网页上的发文机关与文件的不同", Severity.WARNING)


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the publisher with each issuer, by full and by short name."""
    plan = resolved.plan
    publisher = plan.publication.publisher if plan.publication else None
    if publisher is None or not plan.issuer.items:
        return
    if not any(_is_same(resolved, publisher, issuer) for issuer in plan.issuer):
        issuers = "、".join(plan.issuer)
        message = f"网页上写的发文机关“{publisher}”与文件的发文机关“{issuers}”不同"
        related = (Label(plan.issuer.items[0].place, "文件的发文机关"),)
        hint = "核对原件，写成同一个机关；内设机构和办公室不能代替发文机关"
        yield Diagnostic(RULE, message, Label(publisher.place, "网页"), related, hint)


def _is_same(resolved: ResolvedPlan, publisher: str, issuer: str) -> bool:
    named, issued = (resolved.registry.find(name) for name in (publisher, issuer))
    if named and issued:
        return named.value is issued.value
    # 区政府办公室 is short for 某区人民政府办公室
    return _plain(issuer).endswith(_plain(publisher))


def _plain(organ: str) -> str:
    return loose(organ).replace("人民政府", "政府")


CHECK = Check(RULE, find)
