"""The search page, its index as plain scripts that also work from a disk, and the full contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site.page import CONTENTS, SEARCH, SEARCH_FOLDER, SiteFile
from generator.site.search_entries import groups
from generator.site.search_index import search_index
from generator.writers.page import PLAN_HEADING, contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import SiteContext
    from generator.site.page import Page
    from generator.site.search_index import SearchIndex


def search_files(site: SiteContext) -> Iterator[tuple[str, SiteFile]]:
    """Make the search page, the files that it loads, and what it offers without scripts."""
    yield from index_files(site, search_index(groups(site)))
    yield CONTENTS, contents_page(site)


def index_files(site: SiteContext, index: SearchIndex) -> Iterator[tuple[str, SiteFile]]:
    """Make the search page and the files of its index."""
    yield SEARCH, site.page(SEARCH, "search.html", "检索", folder=SEARCH_FOLDER, index=index)
    script = site.environment.get_template("search_shard.js")
    blocks = [(f"block-{number}", shards) for number, shards in enumerate(index.blocks)]
    for name, shards in (("index", index.shards), *blocks, ("text", index.chunks)):
        for number, content in enumerate(shards):
            text = script.render(name=f"{name}-{number}", content=content)
            yield f"{SEARCH_FOLDER}/{name}-{number}.js", text.encode()


def contents_page(site: SiteContext) -> Page:
    """List all plans with their chapters."""
    listed = [
        (
            plan,
            [
                (anchor, title)
                for level, anchor, title in contents(plan.document)
                if level == PLAN_HEADING
            ],
        )
        for plan in site.plans
    ]
    description = "全部规划和各章"
    return site.page(CONTENTS, "contents.html", "全部规划", description=description, listed=listed)
