"""The home page: every public plan as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.resolve.anchors import figure_anchor
from generator.site.feeds import news
from generator.site.page import HOME, Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import PublicPlan, SiteContext

_KEY_FIGURES: Final = 6
_LATEST: Final = 5


class KeyFigure(NamedTuple):
    """A figure on a plan's card: what it is, its value, its id on the indicators page."""

    label: str
    value: str
    anchor: str


def home(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Show the plans; the hand-written text of the home page stands above them."""
    cards = [(plan, key_figures(plan)) for plan in site.plans]
    latest = news(site.plans)[:_LATEST]
    contents = [Entry(2, "new", "最近公开")] if latest else []
    page = site.page(
        HOME,
        "home.html",
        "首页",
        contents=(*contents, Entry(2, "plans", "规划")),
        cards=cards,
        latest=latest,
        banner=site.banner,
    )
    yield HOME, page


def key_figures(plan: PublicPlan) -> tuple[KeyFigure, ...]:
    """Choose the figures for a plan's card: its targets at the milestones, as they are listed."""
    contents = [document.plan for document in plan.resolved.documents]
    figures = [
        figure
        for content in contents
        for indicator in content.indicators
        for figure in indicator.stated
    ]
    milestones = {stated.period for content in contents for stated in content.milestones}
    at_milestones = [figure for figure in figures if figure.key.period in milestones]
    chosen = (at_milestones or figures)[:_KEY_FIGURES]
    return tuple(
        KeyFigure(figure.label, str(figure.stated.text), figure_anchor(figure.key))
        for figure in chosen
    )
