"""What a plan asks of units, goal by goal: for their pages on the site and their task lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.blocks import Heading
from generator.documents.body import Body
from generator.quantity import find_periods
from generator.resolve.anchors import (
    all_anchored_blocks,
    goal_anchor,
    slug,
    task_anchor,
    unit_slug,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.content import Block
    from generator.model.units import Unit
    from generator.model.values import StatedPeriod
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan, ResolvedTask

    Roles = Mapping[str, tuple[Unit, ...]]

_PLANS: Final = "plans"
_SHARED_STEMS: Final = ("units", "plan")


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """What a plan asks of units: a goal of the responsibility table, or a clause.

    Attributes:
        plan: the plan.
        document: the document in it that says so: the plan itself, or what it encloses.
        group: the task or clause, with its number.
        group_anchor: permanent id of it on the plan's page.
        text: what is to be done.
        anchor: permanent id of the place on the plan's page.
        roles: the units by role.
        due: when it is due, as written.
        number: the ordinals of the clause and of what it stands in, as printed: 四、（二）.
        prose: the paragraphs of the clause, where the whole clause is the duty.
        periods: when it is due, or else the periods that its words name.
    """

    plan: ResolvedPlan
    document: ResolvedPlan
    group: str
    group_anchor: str
    text: str
    anchor: str
    roles: Roles
    due: tuple[str, ...]
    number: str = ""
    prose: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


def unit_key(unit: Unit) -> str:
    """Name a unit by letters, digits, 汉字 and hyphens, after its register.

    Units of the workspace's own register go by their name alone; units of a register further
    down, or of one plan, have its folder before their name, as another may use the same name.
    """
    file = PurePosixPath(unit.name.source)
    folders = [part for part in file.parent.parts if part != _PLANS]
    folders += [] if file.stem in _SHARED_STEMS else [file.stem]
    return "-".join([*map(slug, folders), slug(unit_slug(unit))])


def duties_of(plan: ResolvedPlan) -> Iterator[Duty]:
    """Go through the duties of a plan and of the documents in it, in the order of the text."""
    for document in plan.documents:
        for task in document.tasks:
            yield from _task_duties(plan, document, task)
        if any(document.duties.values()) or any(document.defaulted.values()):
            yield from _clause_duties(plan, document)


def _task_duties(plan: ResolvedPlan, document: ResolvedPlan, task: ResolvedTask) -> Iterator[Duty]:
    for goal in task.goals:
        yield Duty(
            plan,
            document,
            group=f"{task.number}. {task.task.printed_title}",
            group_anchor=task_anchor(task.task),
            text=str(goal.goal.text),
            anchor=goal_anchor(task_anchor(task.task), goal.goal, goal.number),
            roles=goal.roles,
            due=tuple(str(due.text) for due in goal.due),
            periods=_periods(goal.due, str(goal.goal.text)),
        )


def _periods(due: tuple[StatedPeriod, ...], text: str) -> tuple[Period, ...]:
    found = [one.period for one in due] or [one.period for one in find_periods(text)]
    return tuple(dict.fromkeys(found))


def _clause_duties(plan: ResolvedPlan, document: ResolvedPlan) -> Iterator[Duty]:
    ordinals = _ordinals(document)
    for anchor, block in all_anchored_blocks(document.plan):
        sentences = [(anchor, str(block.printed_heading), block.due)]
        sentences += [
            (goal_anchor(anchor, goal, number), str(goal.text), goal.due or block.due)
            for number, goal in enumerate(block.goals, start=1)
        ]
        for place, text, due in sentences:
            roles = {**document.defaulted.get(place, {}), **document.duties.get(place, {})}
            if roles:
                yield Duty(
                    plan=plan,
                    document=document,
                    group=str(block.printed_heading),
                    group_anchor=anchor,
                    text=text,
                    anchor=place,
                    roles=roles,
                    due=tuple(str(one.text) for one in due),
                    number=ordinals.get(anchor, ""),
                    prose=_prose(block) if place == anchor else (),
                    periods=_periods(due, text),
                )


def _ordinals(document: ResolvedPlan) -> dict[str, str]:
    """Give the ordinals of every printed clause and of what it stands in, by anchor."""
    body = Body(document)
    attached = (body.attachment(attachment) for attachment in document.plan.attachments)
    found: dict[str, str] = {}
    for blocks in (body.blocks(), *attached):
        above: dict[int, str] = {}
        for block in blocks:
            if isinstance(block, Heading):
                above = {level: number for level, number in above.items() if level < block.level}
                above[block.level] = block.number
                found[block.anchor] = "".join(above.values())
    return found


def _prose(block: Block) -> tuple[str, ...]:
    return tuple(str(paragraph.text) for paragraph in block.text.paragraphs)
