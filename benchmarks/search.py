"""What the first search costs a reader: bytes fetched, at 4, 1,000 and 3,200 plans.

Takes what can be found of the Liuzhou sample and repeats it for each plan, with a place name and
figures of its own; makes the search files, opens the search page in headless Chromium and counts
the bytes of index and texts that each query fetches before its hits stand there. Beside it the
index of Material for MkDocs, which a first search fetches whole, built in the same run from pages
with the same text and its own setting for Chinese (without jieba, which is not among our
libraries); at the smallest size only, unless --peer says more.

    python benchmarks/search.py [--sizes 4,1000,3200] [--peer 4,1000]
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from playwright.sync_api import sync_playwright

from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import Page
from generator.site.context import SiteContext
from generator.site.page import ASSETS, SEARCH
from generator.site.search import index_files
from generator.site.search_entries import Entry, Group, groups
from generator.site.search_index import search_index
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

ROOT = Path(__file__).parent.parent
SAMPLE = "liuzhou-2023-2027"
QUERIES = (
    *("10学时", "60个", "2027年", "大先生", "师德师风", "名师工作室", "培训中心", "A101"),
    *("骨干教师", "教师培训", "没有这句话"),
)
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
MARK = 50_000


class Cost(NamedTuple):
    """What a search fetched: bytes of the index, bytes of texts, files."""

    index: int
    texts: int
    files: int


def many_groups(site: SiteContext, count: int) -> list[Group]:
    """Repeat the groups of the one plan of a site; each plan is called and counted differently."""
    chance = random.Random(9704)  # noqa: S311  # the same plans in each run
    places = [
        "".join(chance.choices("安宁河海江山石林云龙凤平泰兴长清", k=2)) for _ in range(count)
    ]
    address = site.plans[0].address.removesuffix(".html")
    made: list[Group] = []
    for group in groups(site):
        if group.address != site.plans[0].address:
            made.append(group)
            continue
        made += (
            group._replace(
                title=group.title.replace("柳州", place),
                address=f"{address}-{number}.html",
                page=group.page.replace(address, f"{address}-{number}"),
                entries=tuple(
                    Entry(*(_varied(part.replace("柳州", place), chance) for part in entry))
                    for entry in group.entries
                ),
            )
            for number, place in enumerate(places)
        )
    return made


def _varied(text: str, chance: random.Random) -> str:
    """Give every figure of persons and schools another value."""
    figure = re.compile(r"(?<![0-9—〔])([1-9][0-9]{2,3})(?=[名人所个])")
    return figure.sub(lambda match: str(int(match[0]) + chance.randrange(50)), text)


def write_search(site: SiteContext, found: list[Group], folder: Path) -> tuple[int, int, float]:
    """Write the search files of a site; give their number, their bytes, the seconds."""
    start = process_time()
    files = dict(index_files(site, search_index(found)))
    taken = process_time() - start
    total = 0
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            total += len(content)
            path.write_bytes(content)
        elif isinstance(content, Page):
            page = f"<!doctype html><meta charset=utf-8>{content.content}"
            path.write_text(page, encoding="utf-8")
    script = folder / ASSETS / "search.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_bytes((templates() / "assets" / "search.js").read_bytes())
    return len(files), total, taken


def cost_of(browser_page: BrowserPage, folder: Path, query: str) -> tuple[Cost, str]:
    """Search once in a fresh page; give what it fetched and what the page then says."""
    fetched: set[str] = set()
    browser_page.on("request", lambda request: fetched.add(request.url))
    browser_page.goto(f"{(folder / SEARCH).as_uri()}?q={quote(query)}")
    browser_page.wait_for_function(
        "/找到|列出/.test(document.getElementById('search-status').textContent)"
    )
    names = {name.group(1) for url in fetched if (name := re.search(r"/search/([^?]+)", url))}
    sizes = {name: (folder / "search" / name).stat().st_size for name in names}
    index = sum(size for name, size in sizes.items() if not name.startswith("text-"))
    texts = sum(size for name, size in sizes.items() if name.startswith("text-"))
    return Cost(index, texts, len(sizes)), browser_page.inner_text("#search-status")


def peer_bytes(found: list[Group], folder: Path) -> tuple[int, float]:
    """Build the same text under Material's own search; give its index's bytes and the seconds."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    pages: dict[str, list[str]] = {}
    for group in found:
        body = pages.setdefault(re.sub("[^0-9a-z-]", "-", group.page), [f"# {group.title}\n"])
        body += [f"## {entry.heading}\n\n{entry.also}{entry.text}\n" for entry in group.entries]
    for name, body in pages.items():
        (docs / f"{name}.md").write_text("\n".join(body), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 规划\ntheme: {name: material, language: zh, font: false}\n"
        "plugins:\n  - search: {lang: zh}\nnav: [index.md]\n",
        encoding="utf-8",
    )
    (docs / "index.md").write_text("# 规划\n", encoding="utf-8")
    program = "import mkdocs.__main__ as m; m.cli()"
    start = os.times().children_user
    subprocess.run(
        [sys.executable, "-c", program, "build", "-q", "-d", "out"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    index = folder / "out" / "search" / "search_index.json"
    return index.stat().st_size, os.times().children_user - start


def measure(site: SiteContext, count: int, folder: Path, *, with_peer: bool) -> None:
    """Make the search of so many plans and print what searches cost."""
    found = many_groups(site, count)
    written = folder / f"site-{count}"
    files, total, taken = write_search(site, found, written)
    print(f"\n{count} plans: {files} files, {total / 1e6:.2f} MB, {taken:.1f} s CPU")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(CHROMIUM)
        )
        costs = {}
        for query in QUERIES:
            page = browser.new_page()
            costs[query], said = cost_of(page, written, query)
            page.close()
            one = costs[query]
            print(
                f"  {one.index:7} B index {one.texts:7} B texts {one.files:3} files {query} {said}"
            )
        browser.close()
    worst = max(costs.values(), key=lambda one: one.index + one.texts)
    together = worst.index + worst.texts
    print(f"  most: {together} B, mark {MARK} B: {'met' if together <= MARK else 'missed'}")
    if with_peer:
        size, seconds = peer_bytes(found, folder / f"peer-{count}")
        ratio = size / together
        print(f"  Material's index: {size} B, {seconds:.1f} s CPU; {ratio:.0f} times as much")


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="4,1000,3200")
    parser.add_argument("--peer", default="4")
    options = parser.parse_args()
    with_peer = set(options.peer.split(","))
    analysis = analyze(ROOT)
    sample = next(plan for plan in analysis.corpus.public if plan.identifier == SAMPLE)
    corpus = replace(analysis.corpus, plans=(sample,))
    site = SiteContext(corpus, analysis.report, page_environment(templates() / "blocks"))
    with tempfile.TemporaryDirectory() as home:
        for size in options.sizes.split(","):
            measure(site, int(size), Path(home), with_peer=size in with_peer)


if __name__ == "__main__":
    main()
