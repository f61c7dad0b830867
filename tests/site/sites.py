"""Workspaces for the tests of the site, built by the `mkdocs` command as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import Page, SiteFile, site_files
from generator.site.context import report_on
from tests.workspaces import UNITS, write

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.resolve import ResolvedPlan

    Elements = list[etree._Element]  # noqa: SLF001  # the one name that lxml has for it

_NAMESPACES: Final = {"svg": "http://www.w3.org/2000/svg", "atom": "http://www.w3.org/2005/Atom"}
ROOT = Path(__file__).parents[2]
LIUZHOU = "plans/liuzhou-2023-2027"

MKDOCS = """\
site_name: 规划公开
docs_dir: plans
theme:
  name: material
plugins:
  - planpress
"""


def write_site_workspace(root: Path, plans: dict[str, str], units: str = UNITS) -> Path:
    """Write a workspace that holds mkdocs.yml and plans/ and nothing else."""
    write(root / "mkdocs.yml", MKDOCS)
    write(root / "plans" / "units.yaml", units)
    for identifier, text in plans.items():
        write(root / "plans" / identifier / "plan.yaml", text)
    return root


def files_of(root: Path) -> dict[str, SiteFile]:
    """Make the generated files of a workspace, without MkDocs."""
    analysis = analyze(root)
    assert not analysis.failed, analysis.report.diagnostics
    return site_files(analysis.corpus, analysis.report, templates())


def liuzhou() -> tuple[ResolvedPlan, Report]:
    """Give the Liuzhou plan of this repository and what was found in it."""
    analysis = analyze(ROOT)
    (resolved,) = [one for one in analysis.corpus.public if f"plans/{one.identifier}" == LIUZHOU]
    return resolved, report_on(resolved, analysis.report)


def content_of(files: dict[str, SiteFile], address: str) -> html.HtmlElement:
    """Parse the content of a generated page."""
    page = files[address]
    assert isinstance(page, Page)
    return html.fragment_fromstring(page.content, create_parent="main")


def mkdocs_build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a workspace."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def built_site(root: Path, site: Path) -> Path:
    """Build a workspace and give the folder of the site."""
    run = mkdocs_build(root, site)
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return site


def pages_in(site: Path) -> dict[str, html.HtmlElement]:
    """Parse every page of a built site, by address."""
    return {
        path.relative_to(site).as_posix(): html.parse(
            path, html.HTMLParser(encoding="utf-8")
        ).getroot()
        for path in sorted(site.rglob("*.html"))
    }


def elements(root: etree._Element, path: str) -> Elements:
    """Find elements of XML by path, svg: for pictures and atom: for the feed."""
    return cast("Elements", root.xpath(path, namespaces=_NAMESPACES))


def text_of(element: html.HtmlElement) -> str:
    """Give the text of an element without white space at its ends."""
    return str(element.text_content()).strip()


def target_of(page: str, link: str) -> tuple[str, str]:
    """Resolve a relative link to an address of the site and an id."""
    parts = urlsplit(link)
    address = os.path.normpath(Path(page).parent / unquote(parts.path)) if parts.path else page
    return address, unquote(parts.fragment)
