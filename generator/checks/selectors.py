"""What a claim counts or matches: lists of titles, named by a selector."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.table_rows import selected_rows
from generator.model.content import Block, Task
from generator.model.document import Attachment
from generator.model.lists import key_of, offered

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.document import DocumentContent
    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text

_LISTS: Final[dict[str, Callable[[DocumentContent], tuple[Text, ...]]]] = {
    "sections": lambda plan: tuple(block.title for block in plan.sections),
    "levels": lambda plan: tuple(level.title for level in plan.levels),
    "projects": lambda plan: tuple(block.title for block in plan.projects),
    "measures": lambda plan: tuple(block.title for block in plan.measures),
    "indicators": lambda plan: tuple(one.name for one in plan.indicators),
    "tasks": lambda plan: tuple(task.of for task in plan.tasks),
    "attachments": lambda plan: tuple(item.title for item in plan.attachments),
    "levels.projects": lambda plan: tuple(n for level in plan.levels for n in level.projects),
}
# those of the record that the claim stands in
_OF_OWNER: Final = ("clauses", "goals")
_ROWS: Final = re.compile("「(.+?)」的行(?:[（(](.+)[）)])?")
_OF_ATTACHMENT: Final = re.compile(r"附件(\d*)的(章节|条款?)")
KNOWN: Final = "、".join(
    (offered((*_LISTS, *_OF_OWNER)), "附件1的章节", "附件1的条", "「表名」的行")
)


def select(resolved: ResolvedPlan, place: ClaimPlace, selector: str) -> tuple[Text, ...] | None:
    """Give the titles that a selector names, or None for a selector that is not known.

    `clauses` and `goals` are those of the block that the claim stands in; 附件2的条 are those of
    the second attachment; 「名额表」的行（2025年 > 0） are the rows of a table that meet all
    conditions.
    """
    key = key_of(selector)
    if key == "clauses" and isinstance(place.owner, Block | Attachment):
        return tuple(block.title for block in place.owner.clauses) or None
    if key == "goals" and isinstance(place.owner, Block | Task):
        return tuple(goal.text for goal in place.owner.goals) or None
    return _selected(resolved, selector)


def _selected(resolved: ResolvedPlan, selector: str) -> tuple[Text, ...] | None:
    rows = _ROWS.fullmatch(selector)
    if rows:
        tables = [table for table in resolved.plan.tables if rows.group(1) in table.names]
        conditions = rows.group(2) or ""
        return selected_rows(tables[0], conditions, resolved.extra_units) if tables else None
    match = _OF_ATTACHMENT.fullmatch(selector)
    if match:
        return _of_attachment(resolved.plan, match.group(1), match.group(2))
    titles = _LISTS.get(key_of(selector))
    return titles(resolved.plan) if titles else None


def not_selected(selector: Text, what: str) -> str:
    """Say why a selector names nothing; `what` is what it was to be used for, in Chinese."""
    if key_of(selector) == "clauses":
        return f"“{selector}”指列举所在的章节、条款之下的条款，这里没有下级条款"
    if key_of(selector) == "goals":
        return f"“{selector}”指列举所在的条款、任务的目标，这里没有目标"
    return f"不认识的{what}对象“{selector}”"


def count_of(resolved: ResolvedPlan, selector: str) -> int | None:
    """Count what a selector names anywhere in a plan, or None for one that is not known."""
    selected = _selected(resolved, selector)
    return None if selected is None else len(selected)


def _of_attachment(plan: DocumentContent, number: str, what: str) -> tuple[Text, ...] | None:
    for index, attachment in enumerate(plan.attachments, start=1):
        if number in ("", str(attachment.number or index)):
            blocks = attachment.sections if what == "章节" else attachment.clauses
            return tuple(block.title for block in blocks)
    return None
