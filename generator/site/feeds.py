"""What the site tells machines: feeds of what is new and robots.txt, if its address is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from generator.site.page import ATOM_FEED, HOME, JSON_FEED, ROBOTS, SITEMAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jinja2 import Environment

    from generator.site.context import PublicPlan, SiteContext

_MOST: Final = 50
_MIDNIGHT: Final = "T00:00:00+08:00"
"""The hour of dates in China, which say no hour."""
_JSON_VERSION: Final = "https://jsonfeed.org/version/1.1"


class News(NamedTuple):
    """A plan with the day on which it went out.

    Attributes:
        plan: the plan.
        day: the day.
        written: the day as written.
        what: 公开 or 成文.
    """

    plan: PublicPlan
    day: date
    written: str
    what: str


def news(plans: tuple[PublicPlan, ...]) -> tuple[News, ...]:
    """Give the plans that have a date, the latest first; nothing is dated that has none."""
    found = [one for plan in plans if (one := _news(plan))]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _news(plan: PublicPlan) -> News | None:
    content = plan.resolved.plan
    published = content.publication.publish_date if content.publication else None
    for what, stated in (("公开", published), ("成文", content.date_of_issue)):
        day = stated.period.end if stated else None
        if stated and day:
            return News(plan, day, str(stated.text), what)
    return None


def feeds(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Make robots.txt and, if a plan has a date, the two feeds."""
    address = site.identity.address
    if not address:
        return
    yield ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {address}{SITEMAP}\n".encode()
    latest = news(site.plans)[:_MOST]
    if latest:
        yield ATOM_FEED, _atom(site, latest)
        yield JSON_FEED, _json(site, latest)


def sitemap(environment: Environment, address: str, pages: Iterable[str]) -> bytes:
    """List the pages of a site under its address, and no day: a new build is no new page."""
    template = environment.get_template(SITEMAP)
    return template.render(pages=[address + quote(page) for page in pages]).encode()


def _moment(day: date) -> str:
    return f"{day.isoformat()}{_MIDNIGHT}"


def _atom(site: SiteContext, latest: tuple[News, ...]) -> bytes:
    feed = site.environment.get_template("feed.xml").render(
        identity=site.identity,
        summary=summary,
        feed=ATOM_FEED,
        home=HOME,
        latest=latest,
        moment=_moment,
        absolute=lambda target: site.identity.address + quote(target),
    )
    return feed.encode()


def _json(site: SiteContext, latest: tuple[News, ...]) -> bytes:
    address = site.identity.address
    feed = {
        "version": _JSON_VERSION,
        "title": site.identity.name,
        "home_page_url": address,
        "feed_url": address + JSON_FEED,
        "language": "zh-CN",
        "authors": [{"name": site.identity.organizer or site.identity.name}],
        "items": [
            {
                "id": address + quote(one.plan.address),
                "url": address + quote(one.plan.address),
                "title": one.plan.title,
                "content_text": summary(one),
                "date_published": _moment(one.day),
            }
            for one in latest
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode()


def summary(one: News) -> str:
    """Say what a plan is, in one line."""
    content = one.plan.resolved.plan
    facts = (
        one.plan.banner,
        str(content.stage or ""),
        "、".join(content.issuer),
        f"{one.written}{one.what}",
    )
    return "；".join(fact for fact in facts if fact)
