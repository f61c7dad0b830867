"""Who does what, wherever a document says so: goals of the table, blocks, goals of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.resolve.anchors import all_anchored_blocks, goal_anchor
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.content import Block, Duties
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan
    from generator.text import Text


class Assignment(NamedTuple):
    """One piece of work and its units.

    Attributes:
        where: the work, in Chinese, as messages begin.
        roles: its units by role, those written further out included.
        written: the records that write the roles, the innermost first.
        subject: the words that name the work.
    """

    where: str
    roles: Mapping[str, tuple[Unit, ...]]
    written: tuple[Duties, ...]
    subject: Text

    def name_of(self, role: str, unit: Unit) -> Text:
        """Find the name by which the work, or what it stands in, names a unit for a role."""
        names = next((n for duties in self.written if (n := duties.role(role)) is not None), None)
        if names is None and role == "lead":
            # the first of those who are responsible may lead
            return self.name_of("responsible", unit)
        for name in names or ():
            if loose(name) in {loose(known) for known in unit.names}:
                return name
        return names.whole if names and names.whole else self.subject


def assignments(resolved: ResolvedPlan) -> Iterator[Assignment]:
    """Go through the responsibility table, then through the blocks and the goals in them."""
    defaults = (resolved.plan.defaults,) if resolved.plan.defaults else ()
    for task in resolved.tasks:
        for goal in task.goals:
            where = f"“{task.task.printed_title}”的建设目标{goal.number}里"
            written = (goal.goal, task.task, *defaults)
            yield Assignment(where, goal.roles, written, goal.goal.text)
    for anchor, block in all_anchored_blocks(resolved.plan):
        yield from _in_block(resolved, anchor, block)


def _in_block(resolved: ResolvedPlan, anchor: str, block: Block) -> Iterator[Assignment]:
    shared = resolved.duties.get(anchor, {})
    yield Assignment(f"“{block.title}”里", shared, (block,), block.title)
    for number, goal in enumerate(block.goals, start=1):
        place = goal_anchor(anchor, goal, number)
        own = resolved.duties.get(place, {})
        # what a goal only takes over from its block is said there once
        if own:
            inherited = {role: units for role, units in shared.items() if goal.role(role) is None}
            defaulted = resolved.defaulted.get(place, {})
            where = f"“{block.title}”的目标{number}里"
            written = (goal, block, *resolved.defaults[anchor])
            yield Assignment(where, {**defaulted, **inherited, **own}, written, goal.text)
