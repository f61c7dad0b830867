"""What the site is made of: pages, and the addresses that they keep for ever."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import quote

from generator.resolve.anchors import slug

if TYPE_CHECKING:
    from generator.readback.verify import PageTwin
    from generator.resolve import ResolvedPlan

HOME: Final = "index.html"
UNITS: Final = "units/index.html"
RULES: Final = "rules/index.html"
SEARCH: Final = "search.html"
OPEN_DATA: Final = "data/index.html"
DATA_SCHEMA: Final = "data/plan.schema.json"
ABOUT: Final = "about.html"
ACCESSIBILITY: Final = "accessibility.html"
GLOSSARY: Final = "glossary.html"
TIMELINE: Final = "timeline.html"
ATOM_FEED: Final = "feed.xml"
JSON_FEED: Final = "feed.json"
ROBOTS: Final = "robots.txt"
SITEMAP: Final = "sitemap.xml"
HANDBOOK: Final = tuple(
    f"handbook/{name}.html"
    for name in (
        *("index", "files", "quantities", "periods", "names", "indicators", "targets", "claims"),
        *(
            "tables",
            "blocks",
            "tasks",
            "units",
            "official",
            "enclosures",
            "waivers",
            "commands",
            "keys",
        ),
    )
)
"""The pages of the handbook in the order of reading."""
HANDBOOK_KEYS: Final = HANDBOOK[-1]
SEARCH_FOLDER: Final = "search"
CONTENTS: Final = "contents.html"
ASSETS: Final = "assets/planpress"
STYLE_SHEET: Final = f"{ASSETS}/site.css"
SEARCH_SCRIPT: Final = f"{ASSETS}/search.js"
TASKS_SCRIPT: Final = f"{ASSETS}/tasks.js"
TOOLS_SCRIPT: Final = f"{ASSETS}/tools.js"
TITLE_ANCHOR: Final = "page"
"""Permanent id of the title of a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents beside a page.

    Attributes:
        level: HTML level of its heading, 2 or more.
        anchor: permanent id of the heading.
        title: its text.
    """

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page.

    Attributes:
        title: title as text.
        content: the content as HTML, from the templates; values in it are escaped.
        contents: the headings that its contents list.
        banner: what stands above the content, or "": samples say what they are.
        description: one sentence for search engines, or "".
        metadata: what it says of itself in its head, by the names of 政府网站发展指引.
        twin: what it must say when it goes out, or None.
    """

    title: str
    content: str
    contents: tuple[Entry, ...] = ()
    banner: str = ""
    description: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    twin: PageTwin | None = None


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A page whose text is Markdown: the explanation of a rule."""

    title: str
    text: str
    banner: str = ""


SiteFile = Page | MarkdownPage | bytes


class Link(Protocol):
    """Gives the relative link from one page to a place on another."""

    def __call__(self, target: str, anchor: str = "") -> str:
        """Give the link to an address of the site, and to an id on it."""


def links_from(page: str) -> Link:
    """Make the links of a page relative, so that the site works in any folder and from a disk."""

    def link(target: str, anchor: str = "") -> str:
        if target == page and anchor:
            return f"#{anchor}"
        path = _relative(target, folder)
        return f"{path}#{anchor}" if anchor else path

    folder = posixpath.dirname(page) or "."
    return link


# a page links to most of its targets many times over, and so do the pages beside it
@lru_cache(maxsize=16384)
def _relative(target: str, folder: str) -> str:
    return quote(posixpath.relpath(target, folder))


def plan_address(resolved: ResolvedPlan, view: str = "") -> str:
    """Give the address of a plan's page, or of a view of it such as indicators or report."""
    return f"plans/{slug(resolved.identifier)}{view and '-'}{view}.html"


def download_address(resolved: ResolvedPlan, document_type: str) -> str:
    """Give the address of a DOCX."""
    return f"downloads/{slug(resolved.identifier)}-{document_type}.docx"


def picture_address(resolved: ResolvedPlan) -> str:
    """Give the address of a plan in one picture, as a file of its own."""
    return f"downloads/{slug(resolved.identifier)}.svg"


def pdf_address(download: str) -> str:
    """Give the address of the PDF beside a DOCX."""
    return f"{download.removesuffix('.docx')}.pdf"


def preview_address(download: str) -> str:
    """Give the address of the picture of the first page of a DOCX."""
    return f"{download.removesuffix('.docx')}.png"


def data_address(resolved: ResolvedPlan, name: str, suffix: str) -> str:
    """Give the address of a plan's data; a name is never one that Windows keeps for itself."""
    return f"downloads/{slug(resolved.identifier)}-{name}.{suffix}"


def changes_address(resolved: ResolvedPlan, number: int) -> str:
    """Give the address of the 修订对照表 of a version and the next; the oldest is number 1."""
    return f"downloads/{slug(resolved.identifier)}-changes-{number}.docx"


def rule_address(code: str) -> str:
    """Give the address of the page of a rule."""
    return f"rules/{code}.html"
