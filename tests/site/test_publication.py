"""Unpublished plans leave no word on the site; plans with errors leave the last site standing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.site.sites import MKDOCS, built_site, files_of, mkdocs_build, write_site_workspace
from tests.workspaces import PLAN, UNITS, WRONG_SUM, fingerprints, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# the register names the hidden units beside one that is public
ALL_UNITS = (
    f"{UNITS}"
    "  示例市各办:\n    kind: 集合\n    members: [示例市水务局, 示例市密云办, 示例市暗渠办]\n"
    "  示例市密云办:\n    kind: 机关\n  示例市暗渠办:\n    kind: 机关\n"
)


def hidden(title: str, unit: str, figure: str, indicator: str) -> str:
    """Write a plan that shares nothing with the public one but a unit."""
    return f"""\
format: 1
kind: 规划
title: {title}
stage: 已印发
issuer: {unit}
indicators:
  {indicator}:
    figures:
      到2027年: {figure}
sections:
  - title: 目标
    text: |
      到2027年，建成{figure}。
    targets: {indicator}
projects:
  - title: {indicator}工程
    text: 建设。
tasks:
  - of: {indicator}工程
    goals:
      - text: 建成{indicator}
        lead: {unit}
        support: 示例市园林局
"""


SECRET = (
    hidden("示例市密道规划", "示例市密云办", "7391公里", "密道长度") + "secrecy_level: 秘密★1年\n"
)
DRAFT = hidden("示例市暗渠规划", "示例市暗渠办", "8462公里", "暗渠长度").replace("已印发", "草稿")
WORDS = ("密道", "密云办", "7391", "暗渠", "8462", "midao-1", "anqu-2")


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give name and content of every file, and of every file inside a DOCX."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    yield f"{path.name}/{name}", package.read(name)


def spoken(word: str, name: str, content: bytes) -> bool:
    """Say whether a word stands in a file or its name, as it is or escaped for a script."""
    escaped = word.encode("unicode_escape")
    return word in name or word.encode() in content or escaped.lower() in content.lower()


def test_drafts_and_secret_plans_leave_no_word(tmp_path: Path) -> None:
    plans = {"lvdao": PLAN, "midao-1": SECRET, "anqu-2": DRAFT}
    root = write_site_workspace(tmp_path / "workspace", plans, ALL_UNITS)
    site = built_site(root, tmp_path / "site")
    files = list(contents(site))
    found = [
        (word, name) for name, content in files for word in WORDS if spoken(word, name, content)
    ]
    assert found == []
    assert any(spoken("绿道", name, content) for name, content in files)


def test_the_words_would_be_found_if_the_plans_were_public(tmp_path: Path) -> None:
    public = SECRET.replace("secrecy_level: 秘密★1年\n", "")
    plans = {"midao-1": public, "anqu-2": DRAFT.replace("草稿", "已印发")}
    root = write_site_workspace(tmp_path / "workspace", plans, ALL_UNITS)
    site = built_site(root, tmp_path / "site")
    files = list(contents(site))
    assert {
        word for word in WORDS for name, content in files if spoken(word, name, content)
    } == set(WORDS)


UPPER = """\
format: 1
kind: 规划
title: 示例省密道规划
stage: 草稿
issuer: 示例市密云办
indicators:
  绿道长度:
    figures:
      到2027年: 7391米
  绿道达标率:
    figures:
      到2027年: 不低于84.62%
"""


def test_a_plan_says_nothing_of_a_hidden_one_that_it_implements(tmp_path: Path) -> None:
    child = PLAN.replace("indicators:\n", "implements: midao-1\nindicators:\n", 1).replace(
        "  沿江绿道长度:\n",
        "  绿道达标率:\n    figures:\n      到2027年: 90%\n  沿江绿道长度:\n",
        1,
    )
    plans = {"lvdao": child, "midao-1": UPPER}
    hidden_words = ("7391", "84.62", "密道", "密云办")
    for shown, upper in ((False, UPPER), (True, UPPER.replace("草稿", "已印发"))):
        folder = tmp_path / str(shown)
        files = files_of(write_site_workspace(folder, {**plans, "midao-1": upper}, ALL_UNITS))
        page = str(files["plans/lvdao-report.html"])
        assert [word in page for word in hidden_words[:3]] == [shown] * 3
        if not shown:
            told = [word for word in hidden_words for file in files.values() if word in str(file)]
            assert told == []


def test_an_error_stops_the_build_and_leaves_the_last_site(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": PLAN})
    site = built_site(root, tmp_path / "site")
    before = fingerprints(site)
    write(root / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
    run = mkdocs_build(root, site)
    assert run.returncode != 0
    assert "处错误，网站没有生成" in run.stderr
    assert "plans/lvdao/plan.yaml:18:" in run.stderr
    assert "相差100米" in run.stderr
    assert "Traceback" not in run.stderr
    assert fingerprints(site) == before


def test_another_theme_is_refused(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": PLAN})
    write(root / "mkdocs.yml", MKDOCS.replace("material", "readthedocs"))
    run = mkdocs_build(root, tmp_path / "site")
    assert run.returncode != 0
    assert "material" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", ["plans/lvdao/README.md", "plans/lvdao/附表.csv"])
def test_what_lies_beside_a_plan_is_not_copied(tmp_path: Path, name: str) -> None:
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": PLAN})
    write(root / name, "内部说明\n")
    site = built_site(root, tmp_path / "site")
    assert [name for name, content in contents(site) if "内部说明".encode() in content] == []


def test_an_office_may_write_pages_of_its_own(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": PLAN})
    write(root / "mkdocs.yml", MKDOCS.replace("docs_dir: plans", "docs_dir: pages"))
    write(root / "pages" / "about.md", "# 关于示例市\n\n示例市水务局主办。\n")
    site = built_site(root, tmp_path / "site")
    about = (site / "about.html").read_text(encoding="utf-8")
    assert "示例市水务局主办" in about
    assert "<title>关于 - 规划公开</title>" in about
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "本站公开规划的全文" in home


def test_a_title_with_markup_is_text_in_the_head_of_the_page(tmp_path: Path) -> None:
    plan = PLAN.replace("title: 示例市绿道", "title: 示例市</title><script>alert(1)</script>绿道")
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": plan})
    site = built_site(root, tmp_path / "site")
    guilty = [
        name for name, content in contents(site) if b"<script>alert" in content and ".html" in name
    ]
    assert guilty == []
