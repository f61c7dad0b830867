"""The implementation scheme: who does what by when, task by task, with the targets in a table.

A document of kind 实施方案 is its own scheme. For any other plan it is made from the
responsibility table; nothing is said in it that the plan does not say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.blocks import Block, Document, Heading, Paragraph, Part, Run
from generator.documents.body import duties_in_brackets
from generator.documents.draft import carried_text, compose_text
from generator.documents.indicator_sheet import indicator_sheet
from generator.documents.parts import banner_line, properties, secrecy_line
from generator.documents.prose import ProseComposer
from generator.numbering import ordinal
from generator.resolve.anchors import goal_anchor, task_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.resolve import ResolvedPlan, ResolvedTask

_KIND = "实施方案"


def has_scheme(resolved: ResolvedPlan) -> bool:
    """Whether there is a scheme, or what one is made from."""
    text = carried_text(resolved)
    return text is not None and (text.plan.kind == _KIND or bool(text.tasks))


def compose_scheme(resolved: ResolvedPlan) -> Document:
    """Compose the scheme of a plan for which `has_scheme` holds."""
    text = carried_text(resolved) or resolved
    if text.plan.kind == _KIND:
        return compose_text(resolved)
    title = f"《{text.plan.title}》实施方案"
    part = Part(
        title=title,
        blocks=tuple(_blocks(text)),
        label=secrecy_line(resolved),
        anchor="scheme",
    )
    return Document(
        properties=replace(properties(resolved), title=title, subject=_KIND),
        parts=(part,),
        banner_line=banner_line(resolved),
    )


def _blocks(resolved: ResolvedPlan) -> Iterator[Block]:
    chapter = 1
    if resolved.plan.indicators:
        yield Heading(1, ordinal(1, chapter), "主要指标")
        yield indicator_sheet(resolved)
        chapter += 1
    yield Heading(1, ordinal(1, chapter), "任务分工")
    prose = ProseComposer(resolved)
    for number, task in enumerate(resolved.tasks, start=1):
        yield Heading(2, ordinal(2, number), str(task.task.printed_title))
        yield from _task(prose, task)


def _task(prose: ProseComposer, task: ResolvedTask) -> Iterator[Paragraph]:
    """Compose the content of a task, then its goals, numbered if there are several."""
    yield from prose.paragraphs(task_anchor(task.task))
    for goal in task.goals:
        number = (Run(f"{goal.number}."),) if len(task.goals) > 1 else ()
        duties = (Run(duties_in_brackets(goal.printed, goal.due)),)
        for content in prose.runs(goal_anchor(task_anchor(task.task), goal.goal, goal.number)):
            yield Paragraph((*number, *content, *duties, Run("。")))
