"""The page of versions: what changed since the earlier ones that are public."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.site import Page
from tests.comparison.versions import PLAN, write_versions
from tests.site.browsing import AXE, DESK, PHONE
from tests.site.sites import MKDOCS, built_site, content_of, files_of
from tests.site.test_accessibility import RUN_EVERY_RULE
from tests.workspaces import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

    from generator.site import SiteFile

ISSUED = PLAN.replace("stage: 征求意见稿", "stage: 已印发").replace("1000米", "1200米")
DRAFT = PLAN.replace("stage: 征求意见稿", "stage: 草稿").replace("1000米", "7391米")
SECRET = PLAN.replace("period:", "secrecy_level: 秘密★1年\nperiod:").replace("1000米", "8462米")
ADDRESS = "plans/lvdao-changes.html"


def workspace(root: Path) -> Path:
    versions = {"征求意见稿": PLAN, "讨论稿": DRAFT, "密件": SECRET}
    return write_versions(root, ISSUED, versions)


def texts_in(file: SiteFile) -> Iterator[str]:
    """Give all that can be read in a file: the parts of an archive too."""
    if isinstance(file, Page):
        yield file.content
    elif not isinstance(file, bytes):
        yield file.text
    elif file.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            yield from (archive.read(name).decode(errors="replace") for name in archive.namelist())
    else:
        yield file.decode(errors="replace")


def test_public_versions_are_compared_and_lead_from_every_page(tmp_path: Path) -> None:
    files = files_of(workspace(tmp_path))
    page = content_of(files, ADDRESS)
    assert [one.text for one in page.iter("h2")] == ["从“征求意见稿”到“已印发”"]
    assert ("1000", "1200") in zip(
        [one.text for one in page.iter("del")], [one.text for one in page.iter("ins")], strict=True
    )
    plan = content_of(files, "plans/lvdao.html")
    assert plan.xpath("//nav//a[@href='lvdao-changes.html']")
    (link,) = page.xpath("//ul[@class='files']//a/@href")
    file = files[f"plans/{link}".replace("plans/../", "")]
    assert isinstance(file, bytes)
    assert file.startswith(b"PK")


def test_versions_that_are_not_public_leave_no_word(tmp_path: Path) -> None:
    files = files_of(workspace(tmp_path))
    for address, file in files.items():
        for text in texts_in(file):
            for word in ("7391米", "8462米", "讨论稿", "密件"):
                assert word not in text, address
    assert sum(address.endswith(".docx") and "changes" in address for address in files) == 1


@pytest.mark.parametrize("name", ["示例市水系规划", "shuixi"])
def test_plans_that_are_not_public_leave_no_word(tmp_path: Path, name: str) -> None:
    later = ISSUED.replace(
        "period:", f"implements: {name}、zongti\nimplemented_by: {name}、zongti\nperiod:", 1
    ).replace("    scope: 市级", f"    scope: 市级\n    norm: {name}#水系长度")
    root = write_versions(tmp_path, later, {"征求意见稿": PLAN})
    upper = "format: 1\nkind: 规划\ntitle: 示例市水系规划\nstage: 送审稿\nperiod: 2023—2027年\n"
    upper += "secrecy_level: 秘密★1年\nindicators:\n  水系长度: 至少5个\n"
    write(root / "plans/shuixi/plan.yaml", upper)
    write(root / "plans/zongti/plan.yaml", ISSUED.replace("绿道", "总体"))
    files = files_of(root)
    assert "1200米" in content_of(files, ADDRESS).text_content()
    for address, file in files.items():
        own = ("上位规划", "下级规划", "上位指标") if "lvdao-changes" in address else ()
        for text in texts_in(file):
            for word in ("示例市水系规划", "shuixi", *own):
                assert word not in text, address


def test_a_plan_without_earlier_versions_has_no_such_page(tmp_path: Path) -> None:
    files = files_of(write_versions(tmp_path, ISSUED, {"讨论稿": DRAFT}))
    assert ADDRESS not in files
    assert "changes" not in content_of(files, "plans/lvdao.html").text_content()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_page_is_for_all_readers_on_any_screen(
    tmp_path: Path, browser: Browser, size: ViewportSize
) -> None:
    root = workspace(tmp_path)
    write(root / "mkdocs.yml", MKDOCS)
    site = built_site(root, tmp_path / "site")
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.goto((site / ADDRESS).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        page.add_script_tag(path=AXE)
        assert page.evaluate(RUN_EVERY_RULE) == []
        page.close()
