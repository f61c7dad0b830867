"""The whole site: a corpus and what was found in it, to files by address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.site.changes import changes_pages
from generator.site.context import SiteContext
from generator.site.downloads import downloads
from generator.site.feeds import feeds
from generator.site.glossary import glossary_page
from generator.site.handbook import key_pages
from generator.site.home import home
from generator.site.open_data import open_data_page
from generator.site.picture import picture_pages
from generator.site.plans import plan_pages
from generator.site.rules import rule_pages
from generator.site.search import search_files
from generator.site.tasks import task_pages
from generator.site.timeline import timeline_pages
from generator.site.units import unit_pages
from generator.writers.gb9704 import READING_A
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.resolve import Corpus
    from generator.site.identity import SiteIdentity
    from generator.site.page import SiteFile
    from generator.writers.gb9704 import Profile

    View = Callable[[SiteContext], Iterable[tuple[str, SiteFile]]]

VIEWS: Final[tuple[View, ...]] = (
    home,
    plan_pages,
    task_pages,
    changes_pages,
    timeline_pages,
    picture_pages,
    unit_pages,
    rule_pages,
    key_pages,
    glossary_page,
    open_data_page,
    search_files,
    downloads,
    feeds,
)


def site_files(  # noqa: PLR0913  # all that a site is made of; three have defaults
    corpus: Corpus,
    report: Report,
    templates: Path,
    profile: Profile = READING_A,
    identity: SiteIdentity | None = None,
    *,
    made: Mapping[str, bytes] | None = None,
) -> dict[str, SiteFile]:
    """Make every generated file of the site; only public plans have a part in it.

    Args:
        corpus: all plans of the workspace.
        report: what was found and verified in them.
        templates: the folder site_templates.
        profile: the look of the documents to download.
        identity: what the office says of its site; nothing by default.
        made: downloads that there are already, by address: DOCX, and PDF with its picture.

    Returns:
        Pages and files by their address in the site.

    Raises:
        ValueError: two files claim one address: the identifiers of two plans run together.
    """
    environment = page_environment(templates / "blocks")
    site = SiteContext(corpus, report, environment, profile, identity, made=made)
    files: dict[str, SiteFile] = {}
    for view in VIEWS:
        for address, file in view(site):
            if address in files:
                message = f"two files at {address}"
                raise ValueError(message)
            files[address] = file
    return files
