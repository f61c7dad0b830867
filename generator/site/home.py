"""The home page: every public plan as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.resolve.anchors import figure_anchor
from generator.site.feeds import News, news
from generator.site.page import HOME, Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import PublicPlan, SiteContext

_KEY_FIGURES: Final = 6
_MOST_CARDS: Final = 24
"""A phone takes a home page of so many cards well; it would not take one of a thousand."""
_LATEST: Final = 5


class KeyFigure(NamedTuple):
    """A figure on a plan's card: what it is, its value, its id on the indicators page."""

    label: str
    value: str
    anchor: str


def home(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Show the plans; the hand-written text of the home page stands above them."""
    dated = news(site.plans)
    shown = _shown(site.plans, dated)
    with_card = {plan.address for plan in shown}
    others = [plan for plan in site.plans if plan.address not in with_card]
    latest = dated[:_LATEST]
    contents = [Entry(2, "new", "最近公开")] if latest else []
    contents.append(Entry(2, "plans", "规划"))
    contents += [Entry(2, "others", "其他规划")] if others else []
    page = site.page(
        HOME,
        "home.html",
        "首页",
        contents=tuple(contents),
        cards=[(plan, key_figures(plan)) for plan in shown],
        others=others,
        latest=latest,
        banner=site.banner,
    )
    yield HOME, page


def _shown(plans: tuple[PublicPlan, ...], dated: tuple[News, ...]) -> tuple[PublicPlan, ...]:
    """Choose the plans that get a card: all, or else the latest in their order of date."""
    if len(plans) <= _MOST_CARDS:
        return plans
    latest = {plan.address: plan for plan in (*(one.plan for one in dated), *plans)}
    return tuple(latest.values())[:_MOST_CARDS]


def key_figures(plan: PublicPlan) -> tuple[KeyFigure, ...]:
    """Choose the figures for a plan's card: targets at milestones, of each indicator the last."""
    contents = [document.plan for document in plan.resolved.documents]
    milestones = {stated.period for content in contents for stated in content.milestones}
    indicators = [one for content in contents for one in content.indicators]
    targets = [
        [figure for figure in one.stated if figure.key.period in milestones] for one in indicators
    ]
    last = [of_one[-1] for of_one in targets if of_one]
    every = [figure for one in indicators for figure in one.stated]
    chosen = (last or every)[:_KEY_FIGURES]
    return tuple(
        KeyFigure(figure.label, str(figure.stated.text), figure_anchor(figure.key))
        for figure in chosen
    )
