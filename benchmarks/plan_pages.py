"""CPU time and size of the plan pages of 1,000 plans: the MkDocs part, beside Material's defaults.

Takes the pages of the Liuzhou sample (text, indicators without charts, 校核报告) and gives them the
name of another place for each plan. Ours: these pages as the plugin hands them to MkDocs, with our
templates, and the pages that the menu names. The peer: the same pages as Markdown, under Material
for MkDocs with its default navigation and its search off. Neither side makes downloads, search,
unit pages or charts, and neither reads its pages back. The text that a reader sees is compared page
by page; the peer's has no links, which only makes it smaller.

CPU time is that of the process that builds, with its start. Beside it, without a mark: the page of
the text alone, one a plan, where the peer's navigation is a third as long; and what
the whole site of real variants of the sample costs, all views and files, checking and reading back
included.

Marks: 8 times less CPU, 8 times smaller at 1,000 plans; 3,200 plans in 3.5 times the CPU of 1,000.

    python benchmarks/plan_pages.py [--plans 1000] [--growth 3200] [--whole 1000]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
from dataclasses import asdict, replace
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from corpus import CHARACTERS, variants, workspace
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import mkdocs_plugin
from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import Entry, Page, plans, site_files
from generator.site.context import SiteContext
from generator.site.page import (
    GLOSSARY,
    HANDBOOK_KEYS,
    HOME,
    OPEN_DATA,
    RULES,
    SEARCH,
    TIMELINE,
    UNITS,
)
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

ROOT = Path(__file__).parent.parent
SAMPLE = "liuzhou-2023-2027"
PLACE = "柳州"
MENU = (HOME, UNITS, TIMELINE, RULES, HANDBOOK_KEYS, SEARCH, OPEN_DATA, GLOSSARY)
PAGES = "pages.json"
OURS = "site_name: 规划公开\ndocs_dir: plans\ntheme: {name: material}\nplugins: [planpress]\n"
PEER = (
    "site_name: 规划公开\nuse_directory_urls: false\nplugins: []\n"
    "theme: {name: material, language: zh, font: false}\n"
)
BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "table", "summary")
# what our templates add around a page, and what wide screens do not show
AROUND = "page-tools", "sample-banner", "again"
SPECIAL = re.compile(r"([\\`*_{}\[\]#|])")
NUMBERED = re.compile(r"^(\d+)([.)])")
LESS_CPU = 8
SMALLER = 8
GROWTH = 3.5
MEGABYTE = 1e6


class Cost(NamedTuple):
    """What a build cost: CPU seconds, bytes, files."""

    cpu: float
    size: int
    files: int

    def __str__(self) -> str:
        """Give a line for a table."""
        return f"{self.cpu:9.1f} s CPU {self.size / MEGABYTE:9.1f} MB {self.files:7} files"


def sample_pages() -> dict[str, Page]:
    """Make the pages of the sample without charts, and the pages that the menu names."""
    analysis = analyze(ROOT)
    plans.series_charts = plans.bar_charts = lambda _: ()
    site = SiteContext(analysis.corpus, analysis.report, page_environment(templates() / "blocks"))
    whole = site_files(analysis.corpus, analysis.report, templates())
    menu = {address: whole[address] for address in MENU}
    own = {address: page for address, page in plans.plan_pages(site) if SAMPLE in address}
    return {
        address: replace(page, twin=None)
        for address, page in {**menu, **own}.items()
        if isinstance(page, Page)
    }


def many_pages(samples: dict[str, Page], count: int) -> Iterator[tuple[str, Page]]:
    """Give the pages of the sample another name and the name of another place for each plan."""
    for number, place in enumerate(islice(product(CHARACTERS, repeat=3), count)):
        names = {PLACE: "".join(place), SAMPLE: f"{SAMPLE}-{number}"}

        def renamed(text: str, names: dict[str, str] = names) -> str:
            for old, new in names.items():
                text = text.replace(old, new)
            return text

        for address, page in samples.items():
            if SAMPLE in address:
                yield (
                    renamed(address),
                    replace(
                        page,
                        title=renamed(page.title),
                        content=renamed(page.content),
                        contents=tuple(
                            replace(one, title=renamed(one.title)) for one in page.contents
                        ),
                        description=renamed(page.description),
                    ),
                )


def write_ours(folder: Path, samples: dict[str, Page], count: int) -> None:
    """Write a workspace without plans, and what its plugin is to hand over."""
    (folder / "plans").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    given = {address: asdict(page) for address, page in samples.items()}
    text = json.dumps({"count": count, "pages": given}, ensure_ascii=False)
    (folder / PAGES).write_text(text, encoding="utf-8")


def build_ours(folder: Path) -> None:
    """Build these pages with our plugin, in this process."""
    given = json.loads((folder / PAGES).read_bytes())
    samples = {
        address: Page(**{**page, "contents": tuple(Entry(**one) for one in page["contents"])})
        for address, page in given["pages"].items()
    }
    menu = {address: page for address, page in samples.items() if SAMPLE not in address}
    pages = {**menu, **dict(many_pages(samples, given["count"]))}
    mkdocs_plugin.site_files = lambda *_, **__: pages
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))


def write_peer(folder: Path, samples: dict[str, Page], count: int) -> list[str]:
    """Write the same pages as Markdown, and give their addresses."""
    addresses = []
    for address, page in many_pages(samples, count):
        addresses.append(address)
        file = folder / "docs" / address.replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        content = html.fragment_fromstring(page.content, create_parent="main")
        file.write_text("\n\n".join(markdown(content)) + "\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 规划公开\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PEER, encoding="utf-8")
    return addresses


def build_peer(folder: Path) -> None:
    """Build these pages with MkDocs, in this process."""
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))


def markdown(element: HtmlElement) -> Iterator[str]:
    """Write HTML as Markdown blocks of the same text."""
    for child in element:
        if child.tag not in BLOCKS:
            parted = any(inner.tag in BLOCKS for inner in child.iter())
            yield from markdown(child) if parted else [shown(child)]
        elif child.tag == "table":
            yield from table(child)
        elif child.tag in ("ul", "ol", "dl"):
            yield "\n".join(f"- {shown(item)}" for item in child.iterchildren("li", "div"))
        else:
            level = int(child.tag[1]) if child.tag[0] == "h" else 0
            yield f"{'#' * level} {shown(child)}".strip()


def table(element: HtmlElement) -> Iterator[str]:
    """Write a table with an empty cell where one reaches down from the row above."""
    for caption in element.iterchildren("caption"):
        yield shown(caption)
    rows: list[list[str]] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(element.iter("tr")):
        rows.append([])
        for cell in row.iterchildren("th", "td"):
            while (number, len(rows[-1])) in taken:
                rows[-1].append("")
            column = len(rows[-1])
            width, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            taken |= {(number + y, column + x) for y in range(1, height) for x in range(width)}
            rows[-1] += [shown(cell), *[""] * (width - 1)]
    columns = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (columns - len(row))])} |" for row in rows]
    yield "\n".join([lines[0], f"|{' --- |' * columns}", *lines[1:]])


def shown(element: HtmlElement) -> str:
    """Give the text of an element as Markdown that reads the same."""
    texts = (text.strip() for text in visible(element))
    text = SPECIAL.sub(r"\\\1", " ".join(one for one in texts if one))
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return NUMBERED.sub(r"\1\\\2", text)


def visible(element: HtmlElement) -> Iterator[str]:
    """Give the pieces of text that a reader sees on a wide screen."""
    if element.get("class") not in AROUND:
        yield element.text or ""
        for child in element:
            yield from visible(child)
            yield child.tail or ""


def article(file: Path) -> str:
    """Give what a reader sees of a built page, without white space."""
    page = file.read_text(encoding="utf-8")
    text = page[page.index("<article") : page.rindex("</article>")]
    return "".join("".join(visible(html.fragment_fromstring(text))).split())


def compare(ours: Path, peer: Path, addresses: list[str]) -> None:
    """Stop unless every page says the same on both sides."""
    for address in addresses:
        if article(ours / address) != article(peer / address):
            sys.exit(f"{address} does not say the same on both sides")


def cost_of(command: list[str], folder: Path, inside: Path = ROOT) -> Cost:
    """Run a build as a process of its own and give what it cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=True, cwd=inside, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Cost(cpu, sum(files), len(files))


def measure(kind: str, folder: Path) -> Cost:
    """Build a side with this program."""
    return cost_of([sys.executable, __file__, "--build", kind, str(folder)], folder / "site")


def verdict(name: str, figure: float, mark: float, *, good: bool) -> None:
    """Print a figure beside its mark."""
    print(f"{name:28} {figure:9.2f}, mark {mark}: {'met' if good else 'missed'}", flush=True)


def measure_both(samples: dict[str, Page], count: int, home: Path) -> tuple[Cost, Cost]:
    """Measure both sides at one size, print and give what they cost."""
    write_ours(home / "ours", samples, count)
    ours = measure("ours", home / "ours")
    print(f"{'ours':24} {ours}", flush=True)
    addresses = write_peer(home / "peer", samples, count)
    peer = measure("peer", home / "peer")
    print(f"{'Material by default':24} {peer}", flush=True)
    compare(home / "ours" / "site", home / "peer" / "site", addresses)
    print(f"the same text on {len(addresses)} pages")
    return ours, peer


def measure_growth(samples: dict[str, Page], count: int, first: Cost, home: Path) -> None:
    """Measure ours at a larger size beside the first."""
    write_ours(home / "more", samples, count)
    more = measure("ours", home / "more")
    print(f"{f'{count} plans, ours':24} {more}", flush=True)
    growth = more.cpu / first.cpu
    verdict("times the CPU of the first", growth, GROWTH, good=growth <= GROWTH)


def measure_whole(count: int, home: Path) -> None:
    """Measure the whole site of real variants of the sample."""
    (home / "whole").mkdir()
    workspace(home / "whole", islice(variants(), count))
    (home / "whole" / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    program = "import sys; from generator.cli import main; sys.exit(main())"
    site = home / "whole" / "dist"
    command = [sys.executable, "-c", program, "build", "--output", str(site)]
    cost = cost_of(command, site / "site", home / "whole")
    print(f"{f'{count} plans, whole site':24} {cost}", flush=True)


def main() -> None:
    """Build one side, or measure everything that is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--growth", type=int, default=3200)
    parser.add_argument("--whole", type=int, default=1000)
    parser.add_argument("--build", nargs=2)
    options = parser.parse_args()
    if options.build:
        kind, folder = options.build
        {"ours": build_ours, "peer": build_peer}[kind](Path(folder))
        return
    samples = sample_pages()
    texts = {one: page for one, page in samples.items() if one == f"plans/{SAMPLE}.html"}
    menu = {one: page for one, page in samples.items() if SAMPLE not in one}
    with TemporaryDirectory() as name:
        home = Path(name)
        print(f"the text of {options.plans} plans")
        ours, peer = measure_both({**menu, **texts}, options.plans, home / "texts")
        print(
            f"{peer.cpu / ours.cpu:.2f} times less CPU, {peer.size / ours.size:.2f} times smaller"
        )
        print(f"all pages of {options.plans} plans: text, indicators, 校核报告")
        ours, peer = measure_both(samples, options.plans, home / "all")
        less, smaller = peer.cpu / ours.cpu, peer.size / ours.size
        verdict("times less CPU", less, LESS_CPU, good=less >= LESS_CPU)
        verdict("times smaller", smaller, SMALLER, good=smaller >= SMALLER)
        if options.growth:
            measure_growth(samples, options.growth, ours, home)
        if options.whole:
            measure_whole(options.whole, home)


if __name__ == "__main__":
    main()
