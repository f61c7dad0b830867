"""A109: a cell that disagrees with an indicator or another table on one and the same figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.comparing import distance
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.model.figures import Figure, FigureKey
    from generator.resolve import ResolvedPlan

RULE = Rule("A109", "table-against-figure", "表格与同一指标的另一处不一致")
_HINT = (
    "核对原始依据后改成一致；不是同一个数的，"
    "写明各自的“period”（时期）、“counting”（口径）或“scope”（层级）"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Compare every cell with the first statement of the figure that it states."""
    first: dict[FigureKey, tuple[str, Figure]] = {}
    for owner, figure in _statements(resolved):
        stated = first.setdefault(figure.key, (owner, figure))
        if stated[1] is not figure and owner != stated[0]:
            yield from _compare(*stated, owner, figure)


def _statements(resolved: ResolvedPlan) -> Iterator[tuple[str, Figure]]:
    """Give the figures of indicators, then those of tables; what a table defines comes once."""
    inside = {
        id(figure.stated) for table in resolved.plan.tables for _, _, figure in table.body.figures
    }
    for indicator in resolved.plan.indicators:
        for figure in indicator.stated:
            if id(figure.stated) not in inside:
                yield "指标", figure
    for table in resolved.plan.tables:
        for _, _, figure in table.body.figures:
            yield f"表“{table.name}”", figure


def _compare(owner: str, one: Figure, other_owner: str, other: Figure) -> Findings:
    left, right = one.stated.quantity, other.stated.quantity
    if left.vague or right.vague:
        return
    agrees = left.states_same(right)
    verdict = Verdict.HOLDS if agrees else Verdict.FAILS
    place = f"{other.label}{other.key.scope}"
    subject = f"{other_owner}与{owner}：{place}"
    working = f"{one.stated.text} = {other.stated.text}"
    places = (other.span, one.span)
    apart = "" if agrees else distance(right, left)
    yield Reconciliation(
        RULE, subject, str(other.stated.text), str(one.stated.text), working, verdict, places, apart
    )
    if not agrees:
        message = (
            f"{other_owner}中“{place}”为{other.stated.text}，{owner}为{one.stated.text}"
            f"{f'，相差{apart}' if apart else ''}"
        )
        yield Diagnostic(RULE, message, Label(other.span, "此处"), (Label(one.span, owner),), _HINT)


CHECK = Check(RULE, find, by_firmness=True)
