"""C108: one of several siblings that lacks a part which all the others have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.frame import Findings
    from generator.model.content import Block
    from generator.resolve import ResolvedPlan

RULE = Rule("C108", "sibling-structure", "并列的几项少了一个小标题", Severity.WARNING)
# two alike may be chance; three others with the same sub-title are a pattern
_FEWEST_OTHERS: Final = 3
# a pattern is a set of sub-titles, not one heading that happens to recur
_FEWEST_TITLES: Final = 3


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the sub-titles of every group of siblings."""
    for siblings in _groups(resolved):
        yield from _compare(siblings)


def _groups(resolved: ResolvedPlan) -> Iterator[Sequence[Block]]:
    plan = resolved.plan
    pending: list[Sequence[Block]] = [plan.sections, plan.projects, plan.measures]
    for attachment in plan.attachments:
        pending += [attachment.sections, attachment.clauses]
    for group in pending:
        yield group
        pending += [block.clauses for block in group]


def _compare(siblings: Sequence[Block]) -> Findings:
    titled = {id(block): {str(clause.title) for clause in block.clauses} for block in siblings}
    for block in siblings:
        own = titled[id(block)]
        others = [
            other for other in siblings if other is not block and _are_alike(own, titled[id(other)])
        ]
        if len(others) < _FEWEST_OTHERS:
            continue
        common = set.intersection(*(titled[id(other)] for other in others))
        missing = common - own
        if len(common) >= _FEWEST_TITLES and missing:
            in_order = [c.title for c in others[0].clauses if str(c.title) in missing]
            names = "、".join(in_order)
            message = f"“{block.title}”没有“{names}”，与它并列、写法相同的{len(others)}项都有"
            hint = "补上这一项；本来就没有的，写明“无”或说明理由"
            related = (Label(in_order[0].span, "另一项里"),)
            yield Diagnostic(RULE, message, Label(block.title.span), related, hint)


def _are_alike(one: set[str], other: set[str]) -> bool:
    """Whether two are written to one pattern: most of their sub-titles are the same."""
    return len(one & other) * 2 > len(one | other)


CHECK = Check(RULE, find)
