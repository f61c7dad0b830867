"""From places in the files of a plan to places on its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.resolve.anchors import (
    attachment_anchor,
    block_anchor,
    figure_anchor,
    goal_anchor,
    indicator_anchor,
    slug,
    table_anchor,
    task_anchor,
)
from generator.resolve.routes import route

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Block
    from generator.model.tables import Table
    from generator.resolve import ResolvedPlan
    from generator.site.context import PublicPlan
    from generator.source import Place

    Route = tuple[str, ...]


class PagePlace(NamedTuple):
    """A place that readers can open.

    Attributes:
        label: what stands there, in Chinese.
        page: address of the page.
        anchor: id on it, or "".
    """

    label: str
    page: str
    anchor: str


class PlaceIndex:
    """Finds what a place in the files of a plan is on its pages, by its route from the outside."""

    def __init__(self, plan: PublicPlan) -> None:
        self._roots = plan.resolved.roots
        self._whole = PagePlace("全文", plan.address, "")
        self._known = {
            # what the text does not show has no id on the page
            steps: place
            if place.page != plan.address or place.anchor in plan.anchors
            else place._replace(anchor="")
            for steps, place in _records(plan, plan.resolved)
        }
        self._files = dict(_table_files(plan))

    def find(self, place: Place) -> PagePlace:
        """Give the place on the pages."""
        steps = route(self._roots, place)
        for length in range(len(steps), 0, -1):
            found = self._known.get(steps[:length])
            if found:
                return found
        return self._files.get(place.source, self._whole)

    def all(self, places: Iterable[Place]) -> tuple[PagePlace, ...]:
        """Give the places on the pages, each once; the whole plan only if there is none other."""
        found = dict.fromkeys(self.find(place) for place in places)
        return tuple(place for place in found if place != self._whole) or (self._whole,)


def _records(
    plan: PublicPlan, document: ResolvedPlan, above: Route = ()
) -> Iterator[tuple[Route, PagePlace]]:
    """Go through what has a place on the pages, and on into the documents inside."""
    content = document.plan
    yield from _figures(plan, document, above)
    yield from _nested(plan, "section", (*above, "sections"), content.sections)
    yield from _nested(plan, "project", (*above, "projects"), content.projects)
    yield from _nested(plan, "measure", (*above, "measures"), content.measures)
    yield from _tasks(plan, document, above)
    yield from _tables(plan, content.tables, above)
    for level in content.levels:
        anchor = f"level-{level.id or slug(level.title)}"
        title = str(level.title)
        yield (*above, "levels", title), PagePlace(title, plan.address, anchor)
    for attachment in content.attachments:
        title = str(attachment.title)
        steps = (*above, "attachments", title)
        yield steps, PagePlace(title, plan.address, attachment_anchor(attachment))
        anchor = attachment_anchor(attachment)
        yield from _nested(plan, anchor, (*steps, "sections"), attachment.sections)
        yield from _nested(plan, anchor, (*steps, "clauses"), attachment.clauses)
        if attachment.document:
            inner = document.inner_of(attachment.document)
            yield from _records(plan, inner, (*steps, "document"))
    if content.encloses:
        inner = document.inner_of(content.encloses.document)
        yield from _records(plan, inner, (*above, "encloses", "document"))


def _figures(
    plan: PublicPlan, document: ResolvedPlan, above: Route
) -> Iterator[tuple[Route, PagePlace]]:
    for indicator in document.plan.indicators:
        name = str(indicator.name)
        steps = (*above, "indicators", name)
        yield steps, PagePlace(f"指标“{name}”", plan.indicators, indicator_anchor(name))
        for figure in indicator.stated:
            label = f"指标“{figure.label}”"
            place = PagePlace(label, plan.indicators, figure_anchor(figure.key))
            yield (*steps, "figures", *([figure.when] if figure.when else [])), place


def _nested(
    plan: PublicPlan, above: str, steps: Route, blocks: Iterable[Block]
) -> Iterator[tuple[Route, PagePlace]]:
    for block in blocks:
        title = str(block.title)
        anchor = block_anchor(above, block)
        yield (*steps, title), PagePlace(title, plan.address, anchor)
        for number, goal in enumerate(block.goals, start=1):
            place = PagePlace(title, plan.address, goal_anchor(anchor, goal, number))
            # an item without a name goes by its id, else by its number
            yield (*steps, title, "goals", str(goal.id or number)), place
        yield from _nested(plan, anchor, (*steps, title, "clauses"), block.clauses)


def _tables(
    plan: PublicPlan, tables: Iterable[Table], above: Route
) -> Iterator[tuple[Route, PagePlace]]:
    for table in tables:
        # a table goes by the first of its names that its record writes
        for name in table.names:
            yield (*above, "tables", str(name)), _table_place(plan, table)


def _table_files(plan: PublicPlan) -> Iterator[tuple[str, PagePlace]]:
    """Go through the files that hold the cells of a table, but for those of several."""
    tables = [table for one in plan.resolved.documents for table in one.plan.tables]
    files = [(row.cells[0].place.source, table) for table in tables for row in table.body.rows[:1]]
    held = [file for file, _ in files]
    for file, table in files:
        if file not in plan.resolved.roots and held.count(file) == 1:
            yield file, _table_place(plan, table)


def _table_place(plan: PublicPlan, table: Table) -> PagePlace:
    anchor = table_anchor(table)
    return PagePlace(table.name, plan.address, anchor if anchor in plan.anchors else "")


def _tasks(
    plan: PublicPlan, document: ResolvedPlan, above: Route
) -> Iterator[tuple[Route, PagePlace]]:
    for task in document.tasks:
        label = f"任务分工表第{task.number}行"
        # a task goes by the first of its names that its record writes
        for name in (str(task.task.of), str(task.task.printed_title)):
            steps = (*above, "tasks", name)
            yield steps, PagePlace(label, plan.address, task_anchor(task.task))
            for goal in task.goals:
                anchor = goal_anchor(task_anchor(task.task), goal.goal, goal.number)
                place = PagePlace(f"{label}目标{goal.number}", plan.address, anchor)
                yield (*steps, "goals", str(goal.goal.id or goal.number)), place
