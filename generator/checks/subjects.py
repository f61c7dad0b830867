"""Which texts speak of one and the same thing, so that a phrase in both says the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.speaking import is_background, names_a_place
from generator.resolve.anchors import attachment_anchor, block_anchor, goal_anchor, task_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Block
    from generator.model.document import DocumentContent


class Subject(NamedTuple):
    """What a text speaks of.

    Attributes:
        group: the same for texts of one subject: a project, its parts and its task.
        above: what it is one of several in: the projects, the sections, the clauses of a block.
        title: the title that tells it from the others.
    """

    group: str
    above: str
    title: str


class Subjects:
    """The subjects of the texts of a document, by anchor."""

    def __init__(self, plan: DocumentContent) -> None:
        self._by_anchor: dict[str, Subject] = {}
        self._by_name: dict[str, Subject] = {}
        self._titles: Counter[str] = Counter()
        parts: list[tuple[str, tuple[Block, ...]]] = [
            ("section", plan.sections),
            ("project", plan.projects),
            ("measure", plan.measures),
            *((attachment_anchor(item), item.blocks) for item in plan.attachments),
        ]
        for _, blocks in parts:
            self._count(blocks)
        for above, blocks in parts:
            self._add(above, blocks, whole=above in ("project", "measure"))
        for task in plan.tasks:
            own = Subject(str(task.of), "tasks", str(task.of))
            subject = self._by_name.get(str(task.of), own)
            self._by_anchor[task_anchor(task)] = subject
            for number, goal in enumerate(task.goals, start=1):
                self._by_anchor[goal_anchor(task_anchor(task), goal, number)] = subject

    def of(self, anchor: str) -> Subject | None:
        """Give the subject of a text, or None for one that stands in no block."""
        return self._by_anchor.get(anchor)

    def _count(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._titles[str(block.title)] += 1
            self._count(block.clauses)

    def _add(
        self,
        above: str,
        blocks: tuple[Block, ...],
        *,
        whole: bool = False,
        parent: Subject | None = None,
    ) -> None:
        """Add blocks; parts of a project, and parts with a title used often, are their parent."""
        for block in blocks:
            anchor = block_anchor(above, block)
            is_aspect = parent is not None and (whole or self._titles[str(block.title)] > 1)
            own = Subject(anchor, above, str(block.title))
            subject = parent if parent is not None and is_aspect else own
            self._by_anchor[anchor] = subject
            for number, goal in enumerate(block.goals, start=1):
                self._by_anchor[goal_anchor(anchor, goal, number)] = subject
            self._by_name.setdefault(str(block.title), subject)
            self._add(anchor, block.clauses, whole=whole, parent=subject)


def may_repeat(one: Subject, other: Subject) -> bool:
    """Say whether two subjects are not parallel: stages, places or kinds speak each for itself."""
    titles = (one.title, other.title)
    if any(is_background(title) or names_a_place(title) for title in titles):
        return False
    return one.above != other.above or one.title[-1:] != other.title[-1:]
