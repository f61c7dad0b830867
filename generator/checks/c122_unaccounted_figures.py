"""C122: figures that no indicator, count or name accounts for, in one note a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.figure_audit import FigureState, unbound_uses
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.quoting import brief

if TYPE_CHECKING:
    from generator.checks.figure_audit import FigureUse
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("C122", "unaccounted-figures", "没有对应指标的数", Severity.NOTE)
_MOST: Final = 10


def find(resolved: ResolvedPlan) -> Findings:
    """Fold all of them into one note: each is a line to read, none is a mistake by itself."""
    left = [use for use in unbound_uses(resolved) if use.state is FigureState.UNACCOUNTED]
    if not left:
        return
    shown = "、".join(_written(use) for use in left[:_MOST])
    more = "等" if len(left) > _MOST else ""
    message = f"有{len(left)}个数没有对应的指标：{shown}{more}"
    related = tuple(Label(use.place, brief(use.owner)) for use in left[1:_MOST])
    hint = "要核对的写进“indicators”（指标）或“claims”（列举），不是指标的不用管"
    yield Diagnostic(RULE, message, Label(left[0].place, brief(left[0].owner)), related, hint)


def _written(use: FigureUse) -> str:
    return f"{use.text}（{brief(use.owner)}）"


CHECK = Check(RULE, find)
