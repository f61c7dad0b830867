"""The site as plain source: three programs that know nothing of ours make the same site of it."""

from __future__ import annotations

import os
import subprocess
import sys
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import pytest
import yaml
from lxml import etree
from markdown import markdown  # type: ignore[import-untyped]  # MkDocs brings it, without types

from generator.pipeline.analysis import analyze
from generator.pipeline.page_source import page_text, unread, with_ids
from generator.pipeline.site_source import write_site_source
from generator.readback.difference import UnfaithfulError
from tests.site.browsing import AXE, KINDS, PHONE, address_of, served
from tests.site.sites import (
    ROOT,
    built_site,
    pages_in,
    target_of,
    text_of,
    write_site_workspace,
)
from tests.site.test_accessibility import RUN_EVERY_RULE, SCHEMES
from tests.workspaces import PLAN, fingerprints, write

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement
    from playwright.sync_api import Browser, Page

PROGRAMS: Final = ("mkdocs", "properdocs", "zensical")
LINKS: Final = "//a/@href | //link/@href | //script/@src | //img/@src | //form/@action"
OFFICE: Final = """\
site_name: 规划公开
site_url: https://www.example.cn/guihua/
docs_dir: pages
theme:
  name: material
  custom_dir: own
  features: [navigation.top]
markdown_extensions:
  - admonition
plugins:
  - search
  - planpress:
      organizer: 示例市<b>教育局
"""
OWN_PAGE: Final = """\
---
title: 自己的页
---
自己的页
===

见[规划](../plans/lvdao.md#section-主要目标)和[附件](说明.pdf)，<b>粗</b> {{ x }}。

## 标题

```text
# 不是标题
```

## 标题 ##

!!! note "提示"
    甲
"""
ODD_PLAN: Final = PLAN.replace(
    "示例市绿道建设规划", "示例市<b>绿道</b>*建设*_规划_[甲](乙){#丙}"
).replace(
    "      到2027年，建成绿道1000米",
    "      甲\u3000丙 &amp; {.丁}\n         \n      # 戊\n\n"
    "      到2027年，<script>alert(1)</script>建成绿道1000米",
)


def built_by(program: str, source: Path) -> Path:
    """Build a source folder as its README says, and give the folder of the site."""
    run = subprocess.run(
        [sys.executable, "-m", program, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=source,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "warning" not in (run.stdout + run.stderr).lower()
    return source / "site"


def written(root: Path, folder: Path) -> Path:
    result = write_site_source(analyze(root), folder)
    assert result.problems == ()
    return folder


@pytest.fixture(scope="module", params=PROGRAMS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of this repository's plans as another program builds it from source."""
    folder = tmp_path_factory.mktemp(request.param)
    return built_by(request.param, written(ROOT, folder / "source"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace with pages, templates, settings and odd texts of its own."""
    root = write_site_workspace(
        tmp_path_factory.mktemp("office") / "workspace", {"lvdao": ODD_PLAN}
    )
    write(root / "mkdocs.yml", OFFICE)
    write(root / "pages" / "sub" / "own.md", OWN_PAGE)
    write(root / "pages" / "sub" / "说明.pdf", "%PDF")
    write(root / "own" / "partials" / "top.html", "<p class='own-top'>自己的模板</p>\n")
    return root


@pytest.fixture(scope="module")
def office_site(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(office, tmp_path_factory.mktemp("office-built") / "site")


@pytest.fixture(scope="module", params=PROGRAMS)
def other_office(
    request: pytest.FixtureRequest, office: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    return built_by(request.param, written(office, folder / "source"))


def lines(page: HtmlElement, path: str) -> list[tuple[str, str, str]]:
    """Give links by address, text and mark; Zensical writes some addresses in another way."""
    return [
        (
            unquote(str(link.get("href")).removeprefix("./")),
            " ".join(text_of(link).split()),
            str(link.get("aria-current")),
        )
        for link in page.xpath(path)
    ]


def seen(page: HtmlElement) -> dict[str, object]:
    """Give all that a reader or a program sees of a page, white space apart."""
    (main,) = page.xpath("//article[contains(@class,'md-content__inner')]") or page.xpath("//main")
    return {
        "text": text_of(main).split(),
        "ids": [name for name in main.xpath(".//@id") if name != "__skip"],
        "links": lines(main, ".//a[@href]"),
        "contents": lines(page, "//nav[contains(@class,'md-nav--secondary')]//a"),
        "menu": lines(page, "//nav[@id='site-menu']//a"),
        "title": [text_of(title) for title in page.xpath("//head/title")],
        "facts": [
            (one.get("name"), one.get("content"))
            for one in page.xpath("//head/meta[@name!='generator']")
        ],
        "feeds": lines(page, "//head/link[@rel='alternate']"),
        "address": lines(page, "//head/link[@rel='canonical']"),
        "footer": [text_of(one).split() for one in page.xpath("//footer")],
        "skip": len(page.xpath("//a[@class='md-skip']")),
    }


def differences(ours: dict[str, HtmlElement], theirs: dict[str, HtmlElement]) -> list[str]:
    found = [f"{address}: not in both" for address in ours.keys() ^ theirs.keys()]
    for address in ours.keys() & theirs.keys():
        own, other = seen(ours[address]), seen(theirs[address])
        found += [f"{address}: {name}" for name in own if own[name] != other[name]]
    return sorted(found)


def test_every_page_is_the_same(pages: dict[str, HtmlElement], other: Path) -> None:
    assert len(pages) > 200
    assert differences(pages, pages_in(other)) == []


def test_every_other_file_is_the_same(site: Path, other: Path) -> None:
    files = [
        path.relative_to(site)
        for folder in ("downloads", "search", "data", "assets/planpress")
        for path in (site / folder).rglob("*")
        if path.is_file() and path.suffix != ".html"
    ]
    assert len(files) > 50
    assert [one for one in files if (site / one).read_bytes() != (other / one).read_bytes()] == []


def test_every_link_resolves_and_none_leaves_the_site(other: Path) -> None:
    pages = pages_in(other)
    ids = {address: set(page.xpath("//@id")) for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for link in page.xpath(LINKS) if address != "404.html" else ():
            target, anchor = target_of(address, link)
            there = (other / target).is_file() and (not anchor or anchor in ids[target])
            if "://" in link or link.startswith("//") or not there:
                broken.append((address, link))
    assert broken == []


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Note what goes wrong on a page from now on, and what it asks for."""
    trouble: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    # what the next page interrupts has not failed
    page.on(
        "requestfailed",
        lambda request: (
            trouble.append(request.url) if "ABORTED" not in str(request.failure) else None
        ),
    )
    page.on("request", lambda request: requests.append(request.url))
    return trouble, requests


def test_it_works_from_a_disk_and_in_a_folder_without_a_request_to_the_outside(
    other: Path, browser: Browser
) -> None:
    with served(other.parent) as base:
        for root in (f"{base}/site", other.as_uri()):
            page = browser.new_page(viewport=PHONE)
            trouble, requests = watched(page)
            for address in KINDS.values():
                page.goto(address_of(root, address))
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            page.goto(address_of(root, "search.html?q=10学时"))
            page.locator("#search-results a").first.wait_for()
            assert trouble == []
            assert [one for one in requests if not one.startswith((root, "data:"))] == []
            page.close()


def test_every_kind_of_page_breaks_no_rule_of_accessibility(other: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    found = []
    for address in KINDS.values():
        page.goto(address_of(other.as_uri(), address))
        page.add_script_tag(path=AXE)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{address} {scheme} {broken}" for broken in page.evaluate(RUN_EVERY_RULE)]
    page.close()
    assert found == []


def test_an_office_keeps_its_pages_templates_and_settings(
    office_site: Path, other_office: Path
) -> None:
    pages = pages_in(office_site)
    others = pages_in(other_office)
    assert differences(pages, others) == []
    own = others["sub/own.html"]
    assert [one.get("id") for one in own.xpath("//article//h1 | //article//h2")] == [
        "自己的页",
        "标题",
        "标题_1",
    ]
    assert text_of(own.xpath("//p[@class='own-top']")[0]) == "自己的模板"
    assert (other_office / "sub" / "说明.pdf").read_text(encoding="utf-8") == "%PDF"
    assert others["plans/lvdao.html"].xpath("//article//b | //article//script") == []
    for name in ("feed.xml", "feed.json", "robots.txt"):
        assert (office_site / name).read_bytes() == (other_office / name).read_bytes()


def test_the_sitemap_names_the_same_pages(office_site: Path, other_office: Path) -> None:
    def addresses(site: Path) -> list[str]:
        return sorted(
            str(one.text) for one in etree.parse(site / "sitemap.xml").getroot().iter("{*}loc")
        )

    assert addresses(office_site) == addresses(other_office)
    assert "https://www.example.cn/guihua/plans/lvdao.html" in addresses(office_site)


def test_what_is_written_is_plain(office: Path, tmp_path: Path) -> None:
    folder = written(office, tmp_path / "source")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == []
    assert settings["use_directory_urls"] is False
    assert (settings["theme"]["language"], settings["theme"]["font"]) == ("zh", False)
    assert "hooks" not in settings
    assert {path.suffix for path in (folder / "docs" / "plans").iterdir()} == {".md"}
    assert list(folder.rglob("*.py")) == []
    assert "python -m zensical build" in (folder / "README.md").read_text(encoding="utf-8")


def test_the_same_plans_give_the_same_source(office: Path, tmp_path: Path) -> None:
    first, second = (fingerprints(written(office, tmp_path / name)) for name in ("甲", "乙"))
    assert first == second


def test_only_public_plans_are_in_it(tmp_path: Path) -> None:
    secret = PLAN.replace("period:", "secrecy_level: 秘密★1年\nperiod:", 1).replace("绿道", "暗渠")
    root = write_site_workspace(tmp_path / "root", {"lvdao": PLAN, "secret": secret})
    folder = written(root, tmp_path / "source")
    texts = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert any("绿道".encode() in text for text in texts)
    assert not any("暗渠".encode() in text for text in texts)


def test_a_page_that_reads_otherwise_is_not_written(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "generator.pipeline.site_source.page_text",
        lambda *given: page_text(*given).replace("1000米", "100米"),
    )
    result = write_site_source(analyze(office), tmp_path / "source")
    assert "写成源文件以后，与网站上的不一致" in result.problems[0]
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_does_not_say_what_its_plan_says_is_not_written(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.mkdocs_plugin import PlanPressPlugin  # noqa: PLC0415  # patched here only

    true = PlanPressPlugin.on_page_content

    def spoiled(self: PlanPressPlugin, html: str, **given: object) -> str:
        return true(self, html, **given).replace("1000米", "100米")  # type: ignore[arg-type]  # as MkDocs gives them

    monkeypatch.setattr(PlanPressPlugin, "on_page_content", spoiled)
    with pytest.raises(UnfaithfulError, match="1000米"):
        write_site_source(analyze(office), tmp_path / "source")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("# 甲\n\n[乙](gone.md)\n", "页面“own.md”里的链接“gone.md”没有指到任何页面或锚点"),
        (
            "# 甲\n\n*乙*{.丙}\n",
            "页面“own.md”里手写的内容，标题后面写明锚点以后，显示得与原来不一样",
        ),
        ("# 甲\n\n* # 乙\n", "页面“own.md”的标题没有全部认出来"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path: Path, page: str, problem: str) -> None:
    root = write_site_workspace(tmp_path / "root", {"lvdao": PLAN})
    write(root / "mkdocs.yml", OFFICE.replace("  custom_dir: own\n", ""))
    write(root / "pages" / "own.md", page)
    result = write_site_source(analyze(root), tmp_path / "source")
    assert problem in result.problems[0]
    assert not (tmp_path / "source").exists()


def test_settings_that_only_python_reads_are_refused(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path / "root", {"lvdao": PLAN})
    slugify = "markdown_extensions:\n  - toc:\n      slugify: !!python/name:len\n"
    write(
        root / "mkdocs.yml",
        f"site_name: 甲\ndocs_dir: plans\ntheme: material\n{slugify}plugins: [planpress]\n",
    )
    result = write_site_source(analyze(root), tmp_path / "source")
    assert "Python对象" in result.problems[0]


def test_markdown_leaves_white_space_of_html_alone() -> None:
    content = unread("<p>甲\t乙\n   \n\n \n丙</p>")
    assert content in markdown(f"<div>\n{content}\n</div>")
    assert unescape(content) == "<p>甲\t乙\n   \n\n \n丙</p>"


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        ("# 甲\n乙", ["a"], "# 甲 {#a}\n乙"),
        ("甲\n===\n\n乙\n---", ["a", "b"], "甲 {#a}\n===\n\n乙 {#b}\n---"),
        ("# 甲 {#own}\n", ["own"], "# 甲 {#own}\n"),
        ("```\n# 甲\n```\n# 乙", ["b"], "```\n# 甲\n```\n# 乙 {#b}"),
        ("~~~ text\n# 甲\n```\n~~~\n# 乙", ["b"], "~~~ text\n# 甲\n```\n~~~\n# 乙 {#b}"),
        ("```\n# 甲", ["a"], "```\n# 甲 {#a}"),
        ("甲\n\n---\n", [], "甲\n\n---\n"),
        ("# 甲", [], None),
        ("甲", ["a"], None),
    ],
)
def test_the_ids_of_headings_stand_beside_them(
    text: str, ids: list[str], expected: str | None
) -> None:
    assert with_ids(text, ids) == expected
