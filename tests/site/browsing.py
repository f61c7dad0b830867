"""The built site in headless Chromium: how it is started, what it is shown, what it is asked."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import ViewportSize

from tests.site.sites import LIUZHOU, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # no name is looked up: a request to the outside fails
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1366, height=900)
AXE = ROOT / ".cache/axe-core/node_modules/axe-core/axe.min.js"

KINDS = {
    "index.html": "index.html",
    "plans/*.html": f"{LIUZHOU}.html",
    "plans/*-indicators.html": f"{LIUZHOU}-indicators.html",
    "plans/*-report.html": f"{LIUZHOU}-report.html",
    "plans/*-tasks.html": f"{LIUZHOU}-tasks.html",
    "plans/*-timeline.html": f"{LIUZHOU}-timeline.html",
    "plans/*-picture.html": f"{LIUZHOU}-picture.html",
    "timeline.html": "timeline.html",
    "units/index.html": "units/index.html",
    "units/*.html": "units/柳州市教师培训与学生素质教育中心.html",
    "rules/index.html": "rules/index.html",
    "rules/*.html": "rules/A101.html",
    "handbook/index.html": "handbook/index.html",
    "handbook/keys.html": "handbook/keys.html",
    "handbook/*.html": "handbook/tables.html",
    "search.html": "search.html?q=教师",
    "about.html": "about.html",
    "glossary.html": "glossary.html",
    "accessibility.html": "accessibility.html",
    "contents.html": "contents.html",
    "data/index.html": "data/index.html",
    "404.html": "404.html",
}
"""A page of every kind that the site has, by the form of its address."""


def kind_of(address: str, plans: tuple[str, ...]) -> str:
    """Give the form of a page's address: `*` for what is a name in it."""
    folder, _, name = address.rpartition("/")
    if folder == "plans":
        plan = max((plan for plan in plans if name.startswith(plan)), key=len)
        return f"plans/*{name.removeprefix(plan)}"
    varies = folder in {"units", "rules", "handbook"}
    return f"{folder}/*.html" if varies and address not in KINDS else address


def address_of(base: str, page: str) -> str:
    """Give the address of a page of the site, with its query, as a browser takes it."""
    path, mark, query = page.partition("?")
    return f"{base}/{quote(path)}{mark}{quote(query, safe='=')}"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder under a path of its own, as part of a larger site."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def words_of(text: str) -> set[str]:
    """Give the lines of a page's text, without the white space in them."""
    return {line for line in (re.sub(r"\s+", "", line) for line in text.splitlines()) if line}
