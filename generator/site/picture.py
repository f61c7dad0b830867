"""一图读懂: a plan in one picture, drawn from its data, with the same in words below.

Levels with their projects, or chapters with their clauses, and the key figures. The template
draws; here it is settled what stands where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.resolve.anchors import block_anchor, level_anchor
from generator.resolve.names import NameIndex
from generator.site.home import KeyFigure, key_figures
from generator.site.page import Entry, Page, picture_address
from generator.site.picture_layout import Drawing, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Block
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.site.context import PublicPlan, SiteContext


class Item(NamedTuple):
    """A line of a box: its words, and its permanent id on the plan's page, or ""."""

    text: str
    anchor: str


class Box(NamedTuple):
    """A level with its projects, or a chapter with its clauses."""

    title: str
    note: str
    anchor: str
    items: tuple[Item, ...]


class Picture(NamedTuple):
    """What a picture shows.

    Attributes:
        title: the document's title.
        facts: stage, period and issuer, a line each.
        figures: the key figures.
        boxes: the boxes, in the order of the text.
        banner: what it must say of itself, or "".
    """

    title: str
    facts: tuple[str, ...]
    figures: tuple[KeyFigure, ...]
    boxes: tuple[Box, ...]
    banner: str


def picture_pages(site: SiteContext) -> Iterator[tuple[str, Page | bytes]]:
    """Make the picture of every public plan, on its page and as a file of its own."""
    for plan in site.plans:
        picture = picture_of(plan)
        drawing = draw(picture)
        yield plan.picture, _page(site, plan, picture, drawing)
        file = site.environment.get_template("picture.svg").render(
            picture=picture, drawing=drawing, alone=True
        )
        yield picture_address(plan.resolved), file.encode()


def _page(site: SiteContext, plan: PublicPlan, picture: Picture, drawing: Drawing) -> Page:
    return site.page(
        plan.picture,
        "picture.html",
        f"一图读懂　{plan.short_title}",
        contents=(Entry(2, "words", "文字版"),),
        plan=plan,
        description=f"一图读懂{plan.title}",
        picture=picture,
        drawing=drawing,
        file=picture_address(plan.resolved),
    )


def picture_of(plan: PublicPlan) -> Picture:
    """Choose what the picture shows: the document with levels, else the one with chapters."""
    documents = tuple(plan.resolved.documents)
    shown = next((one for one in documents if one.plan.levels), None) or next(
        (one for one in documents if one.plan.sections or one.plan.projects), documents[0]
    )
    outer, content = plan.resolved.plan, shown.plan
    facts = (
        str(content.stage or outer.stage or ""),
        str(content.period.text) if content.period else "",
        "、".join(content.issuer or outer.issuer),
    )
    boxes = tuple(_levels(shown) if content.levels else _filled(_chapters(content)))
    return Picture(
        str(content.title),
        tuple(fact for fact in facts if fact),
        key_figures(plan),
        tuple(_known(box, plan.anchors) for box in boxes),
        plan.banner,
    )


def _filled(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Leave out the chapters without clauses, where others have some: a title alone says little."""
    every = tuple(boxes)
    return tuple(box for box in every if box.items) or every


def _known(box: Box, anchors: frozenset[str]) -> Box:
    """Keep the ids that are on the plan's page."""
    items = tuple(
        item if item.anchor in anchors else item._replace(anchor="") for item in box.items
    )
    return box._replace(anchor=box.anchor if box.anchor in anchors else "", items=items)


def _levels(shown: ResolvedPlan) -> Iterator[Box]:
    projects = NameIndex(
        (str(name), one) for one in shown.plan.projects for name in (one.title, *one.aliases)
    )
    for level in shown.plan.levels:
        items = tuple(
            Item(str(name), block_anchor("project", found.value) if found else "")
            for name in level.projects
            for found in [projects.find(str(name))]
        )
        yield Box(str(level.title), str(level.aim or ""), level_anchor(level), items)
    yield from _rest("支撑保障", "measure", shown.plan.measures)


def _chapters(content: DocumentContent) -> Iterator[Box]:
    shown = {name for section in content.sections for name in section.show.items}
    for section in content.sections:
        anchor = block_anchor("section", section)
        items = [*_items(anchor, section.clauses)]
        for name, above, blocks in (
            ("projects", "project", content.projects),
            ("measures", "measure", content.measures),
        ):
            if name in section.show.items:
                items += _items(above, blocks)
        yield Box(str(section.title), "", anchor, tuple(items))
    if "projects" not in shown:
        yield from _rest("重点工程", "project", content.projects)
    if "measures" not in shown:
        yield from _rest("支撑保障", "measure", content.measures)


def _rest(title: str, above: str, blocks: Iterable[Block]) -> Iterator[Box]:
    items = tuple(_items(above, blocks))
    if items:
        yield Box(title, "", "", items)


def _items(above: str, blocks: Iterable[Block]) -> Iterator[Item]:
    for block in blocks:
        yield Item(str(block.title), block_anchor(above, block))
