"""The order of work: which goal or clause must be finished before which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import Block, Goal
from generator.resolve.corpus import Need, Step
from generator.resolve.names import NameIndex, loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.values import StatedPeriod
    from generator.resolve.corpus import ResolvedTask
    from generator.text import Text

    Dues = tuple[StatedPeriod, ...]


class Unresolved(NamedTuple):
    """A name in `after` that leads to nothing, or an id that several goals have.

    Attributes:
        name: the name.
        nearest: the known name most like it, or "".
        owners: the ids of the goals that share it; none if it is unknown.
    """

    name: Text
    nearest: str
    owners: tuple[Text, ...] = ()


def steps_of(
    blocks: Iterable[Block], tasks: tuple[ResolvedTask, ...], default: Dues
) -> tuple[tuple[Step, ...], tuple[Unresolved, ...]]:
    """List every clause, row and goal with what it is due by and what it waits for.

    Args:
        blocks: the blocks of the first layer.
        tasks: the responsibility table.
        default: the deadlines, by the plan's defaults, of goals that have none, nor stand in
            anything that has.
    """
    listing = _Listing(default)
    for block in blocks:
        listing.block(block, (), default)
    for task in tasks:
        listing.row(task)
    steps = listing.steps
    if not any(step.work.after for step in steps if isinstance(step.work, Goal)):
        return tuple(steps), ()
    index = NameIndex((name, step) for step in steps for name in _names(step))
    needs = [tuple(_needs(step, steps, index)) for step in steps]
    missing = tuple(need for found in needs for need in found if isinstance(need, Unresolved))
    found = tuple(
        step._replace(needs=tuple(need for need in wanted if isinstance(need, Need)))
        for step, wanted in zip(steps, needs, strict=True)
    )
    return found, missing


class _Listing:
    """Numbers the steps of a plan; a clause is made of its goals, its clauses and its rows."""

    def __init__(self, default: Dues) -> None:
        self.steps: list[Step] = []
        self._default = default
        self._numbers: dict[int, int] = {}

    def block(self, block: Block, above: Dues, default: Dues) -> int:
        """Add a clause and all in it.

        Args:
            block: the clause.
            above: when what it stands in must be done.
            default: the deadlines by the defaults around it.
        """
        number = self._add(Step(block, f"“{block.title}”", block.due, above))
        self._numbers[id(block)] = number
        inside = block.due or above
        default = (block.defaults.due if block.defaults else ()) or default
        parts = [
            self._goal(goal, f"“{block.title}”的目标{index}", inside, default)
            for index, goal in enumerate(block.goals, start=1)
        ]
        parts += [self.block(clause, inside, default) for clause in block.clauses]
        self._is_made_of(number, parts)
        return number

    def row(self, task: ResolvedTask) -> None:
        """Add a row and its goals, which belong to what the row is about."""
        subject = self._numbers.get(id(task.subject))
        frame = self.steps[subject].deadlines if subject is not None else ()
        title = task.task.printed_title
        number = self._add(Step(task.task, f"分工表“{title}”一行", task.task.due, frame))
        inside = task.task.due or frame
        parts = [
            self._goal(goal.goal, f"“{title}”的建设目标{goal.number}", inside, self._default)
            for goal in task.goals
        ]
        self._is_made_of(number, parts)
        if subject is not None:
            self._is_made_of(subject, [number])

    def _goal(self, goal: Goal, where: str, frame: Dues, default: Dues) -> int:
        return self._add(Step(goal, where, goal.due, frame, default))

    def _add(self, step: Step) -> int:
        self.steps.append(step)
        return len(self.steps) - 1

    def _is_made_of(self, number: int, parts: list[int]) -> None:
        step = self.steps[number]
        self.steps[number] = step._replace(parts=(*step.parts, *parts))


def _names(step: Step) -> tuple[Text, ...]:
    work = step.work
    identifier = (work.id,) if work.id else ()
    if isinstance(work, Goal):
        return (*identifier, work.text)
    return (*identifier, work.title, *work.aliases) if isinstance(work, Block) else ()


def _needs(step: Step, steps: list[Step], index: NameIndex[Step]) -> Iterator[Need | Unresolved]:
    for name in step.work.after if isinstance(step.work, Goal) else ():
        wanted = loose(name)
        found = [
            number
            for number, other in enumerate(steps)
            if wanted in {loose(known) for known in _names(other)}
        ]
        goals = [work for number in found if isinstance(work := steps[number].work, Goal)]
        owners = tuple(goal.id for goal in goals if goal.id and goal.id == name)
        if not found:
            yield Unresolved(name, index.nearest(name))
        elif len(owners) > 1:
            yield Unresolved(name, "", owners)
        else:
            yield Need(name, tuple(found))
