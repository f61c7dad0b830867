"""The words for the lists of a document, as `show`, `counts` and `matches` write them.

Each list may be named by its key or by the Chinese alias of the key: projects, 重点工程.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.content import Block, Task
from generator.model.document import DocumentContent

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWABLE: Final = ("levels", "projects", "measures", "indicators", "tasks")
"""What `show` can print besides tables."""
_ALIASES: Final = {
    alias: name
    for record in (Block, DocumentContent, Task)
    for name, alias in record.keys().items()
    if name in (*SHOWABLE, "sections", "attachments", "clauses", "goals")
}
_NAMES: Final = {name: alias for alias, name in reversed(_ALIASES.items())}


def key_of(word: str) -> str:
    """Give the key of the list that a word names, or the word itself: projects for 重点工程.

    A list inside another is set off with a dot or with 的: levels.projects, 培养层级的重点工程.
    """
    steps = str(word).replace("的", ".").split(".")
    keys = [_ALIASES.get(step.strip(), step.strip()) for step in steps]
    return ".".join(keys) if all(key in _NAMES for key in keys) else str(word)


def shown_list(plan: DocumentContent, word: str) -> str:
    """Give the key of the list that a word of `show` names, or ""; a table's own name wins."""
    if any(word == name for table in plan.tables for name in table.names):
        return ""
    key = key_of(word)
    return key if key in SHOWABLE else ""


def both_words(name: str) -> str:
    """Give a list in both languages, as messages offer it: projects（重点工程）."""
    alias = "的".join(_NAMES[step] for step in name.split("."))
    return f"{name}（{alias}）"


def offered(names: Iterable[str]) -> str:
    """Give several lists in both languages."""
    return "、".join(both_words(name) for name in names)
