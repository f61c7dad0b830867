"""What an office says of its site: footer, metadata, feeds; nothing of it where nothing is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import etree

from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import site_files
from generator.site.identity import SiteIdentity
from tests.site.sites import MKDOCS, built_site, elements, pages_in, text_of, write_site_workspace
from tests.workspaces import PLAN, write

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from generator.site import SiteFile

ADDRESS = "https://www.example.cn/guihua/"
OFFICE = f"""\
site_name: 规划公开
site_url: {ADDRESS}
docs_dir: plans
theme:
  name: material
plugins:
  - planpress:
      organizer: 示例市<b>教育局
      site_code: "1234567890"
      icp: 示ICP备12345678号
      police: 示公网安备12345678901234号
"""
PUBLISHED = PLAN + "publication:\n  publish_date: 2024年1月2日\n  source: 规划科\n"
UNDATED = PLAN.replace("stage: 已印发", "stage: 征求意见稿").replace(
    "date_of_issue: 2023年5月18日\n", ""
)
MACHINE_FILES = ("feed.xml", "feed.json", "robots.txt", "sitemap.xml")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    root = write_site_workspace(folder / "workspace", {"lvdao": PUBLISHED})
    write(root / "mkdocs.yml", OFFICE)
    return built_site(root, folder / "site")


def test_the_footer_says_who_runs_the_site(office: Path) -> None:
    for address, page in pages_in(office).items():
        (facts,) = page.xpath("//footer//ul[@class='site-facts']")
        assert [text_of(one) for one in facts.xpath("li")] == [
            "主办单位：示例市<b>教育局",
            "网站标识码：1234567890",
            "示ICP备12345678号",
            "示公网安备12345678901234号",
        ], address


def meta(page: HtmlElement) -> dict[str, str]:
    return {str(one.get("name")): str(one.get("content")) for one in page.xpath("//head/meta")}


def test_pages_name_themselves_by_the_government_guideline(office: Path) -> None:
    pages = pages_in(office)
    site = {"SiteName": "规划公开", "SiteDomain": "www.example.cn", "SiteIDCode": "1234567890"}
    assert site.items() <= meta(pages["index.html"]).items()
    assert "ArticleTitle" not in meta(pages["index.html"])
    plan = {
        **site,
        "ArticleTitle": "示例市绿道建设规划（2023—2027年）",
        "PubDate": "2024-01-02",
        "ContentSource": "规划科",
    }
    assert plan.items() <= meta(pages["plans/lvdao.html"]).items()


def test_feeds_sitemap_and_robots_are_there_with_an_address(office: Path) -> None:
    assert all((office / name).is_file() for name in MACHINE_FILES)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (office / "robots.txt").read_text()
    sitemap = (office / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{ADDRESS}plans/lvdao.html</loc>" in sitemap
    listed = {unquote(one.text or "") for one in etree.fromstring(sitemap.encode()).iter("{*}loc")}
    built = {path.relative_to(office).as_posix() for path in office.rglob("*.html")}
    assert listed == {ADDRESS + page for page in built - {"404.html"}}
    # the day of the build would be another tomorrow
    assert "lastmod" not in sitemap
    assert not (office / "sitemap.xml.gz").exists()
    links = pages_in(office)["plans/lvdao.html"].xpath("//link[@rel='alternate']/@href")
    assert links == ["../feed.xml", "../feed.json"]


def test_the_feeds_say_the_same(office: Path) -> None:
    atom = etree.fromstring((office / "feed.xml").read_bytes())
    (entry,) = elements(atom, "//atom:entry")
    feed = json.loads((office / "feed.json").read_text(encoding="utf-8"))
    (item,) = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"

    def said(name: str) -> str | None:
        return elements(entry, f"atom:{name}")[0].text

    assert said("id") == item["id"] == f"{ADDRESS}plans/lvdao.html"
    assert said("title") == item["title"] == "示例市绿道建设规划（2023—2027年）"
    assert said("updated") == item["date_published"] == "2024-01-02T00:00:00+08:00"
    assert said("summary") == item["content_text"] == "已印发；示例市水务局；2024年1月2日公开"
    assert elements(atom, "atom:author/atom:name")[0].text == "示例市<b>教育局"
    assert feed["authors"] == [{"name": "示例市<b>教育局"}]


def test_nothing_is_made_up_where_the_office_says_nothing(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": PLAN})
    write(root / "mkdocs.yml", MKDOCS)
    site = built_site(root, tmp_path / "site")
    assert [name for name in MACHINE_FILES if (site / name).exists()] == []
    for page in pages_in(site).values():
        assert page.xpath("//ul[@class='site-facts'] | //link[@rel='alternate']") == []
        assert not {"SiteIDCode", "SiteDomain", "PubDate"} & meta(page).keys()
        assert "备案" not in text_of(page.xpath("//footer")[0])


def files_at(root: Path, url: str, **plans: str) -> dict[str, SiteFile]:
    analysis = analyze(write_site_workspace(root, plans))
    return site_files(
        analysis.corpus, analysis.report, templates(), identity=SiteIdentity("站", url)
    )


def test_a_plan_without_a_date_is_in_no_feed(tmp_path: Path) -> None:
    files = files_at(tmp_path / "one", ADDRESS, lvdao=PLAN, caoan=UNDATED)
    assert str(files["feed.json"]).count("caoan") == 0
    assert str(files["feed.json"]).count("lvdao.html") == 2
    assert "feed.xml" not in files_at(tmp_path / "two", ADDRESS, caoan=UNDATED)


def test_an_unpublished_plan_is_in_no_feed(tmp_path: Path) -> None:
    draft = PUBLISHED.replace("stage: 已印发", "stage: 草稿")
    assert "feed.xml" not in files_at(tmp_path, ADDRESS, lvdao=draft)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.example.cn/guihua", "https://www.example.cn/guihua/"),
        ("https://www.example.cn/", "https://www.example.cn/"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_counts(url: str, address: str) -> None:
    assert SiteIdentity("站", url).address == address
