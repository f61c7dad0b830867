"""planpress site-source: all or nothing, and nothing outside its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.pipeline.output import MARKER
from tests.cli.run import planpress
from tests.site.sites import write_site_workspace
from tests.workspaces import MKDOCS, SHOWN_PLAN, WRONG_SUM, fingerprints, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace that is the current folder."""
    root = write_site_workspace(tmp_path / "workspace", {"lvdao": SHOWN_PLAN})
    monkeypatch.chdir(root)
    return root


def test_the_source_is_written(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = fingerprints(workspace)
    assert main(["site-source", "源文件"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "检查…",
        "写出网页并读回核对…",
        "检查了1份规划：0个错误，0个警告，0个提示；豁免0项；核对4个数量关系，成立4、未定0、矛盾0",
        "已写出网站的源文件：源文件",
        "怎样生成网站，见其中的README.md",
    ]
    folder = workspace / "源文件"
    assert sorted(path.name for path in folder.iterdir()) == [
        MARKER,
        "README.md",
        "docs",
        "mkdocs.yml",
        "overrides",
    ]
    assert "1000米" in (folder / "docs" / "plans" / "lvdao.md").read_text(encoding="utf-8")
    after = fingerprints(workspace)
    assert {path: after[path] for path in after if not path.startswith("源文件/")} == before


def test_the_folder_is_replaced_as_a_whole(workspace: Path) -> None:
    assert main(["site-source", "源文件"]) == 0
    good = fingerprints(workspace / "源文件")
    write(workspace / "源文件" / "docs" / "plans" / "old.md", "旧")
    assert main(["site-source", "源文件"]) == 0
    assert fingerprints(workspace / "源文件") == good


def test_a_folder_with_files_of_others_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "源文件" / "mine.txt", "我的")
    assert main(["site-source", "源文件"]) == 2
    assert capsys.readouterr().err.startswith("错误：“源文件”里有文件，而且不是planpress生成的")
    assert [path.name for path in (workspace / "源文件").iterdir()] == ["mine.txt"]


def test_what_build_made_is_not_replaced(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    good = fingerprints(workspace / "dist")
    assert main(["site-source", "dist"]) == 2
    assert "“dist”里是planpress的其他成品" in capsys.readouterr().err
    assert fingerprints(workspace / "dist") == good


def test_an_error_stops_it_and_keeps_the_last(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site-source", "源文件"]) == 0
    good = fingerprints(workspace / "源文件")
    capsys.readouterr()
    write(workspace / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
    assert main(["site-source", "源文件"]) == 1
    output = capsys.readouterr()
    assert "错误 A101" in output.out
    assert output.err == "没有写出，原有的没有动。请先改正上面的错误\n"
    assert fingerprints(workspace / "源文件") == good


def test_without_our_plugin_there_is_nothing_to_write(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "mkdocs.yml", MKDOCS.replace("pages", "plans"))
    assert main(["site-source", "源文件"]) == 1
    assert capsys.readouterr().err == (
        "错误：mkdocs.yml的“plugins”里没有planpress，网站里不会有规划。请写上再试\n"
        "没有写出，原有的没有动。请先解决上面的问题\n"
    )
    assert not (workspace / "源文件").exists()


def test_plugins_that_are_left_out_are_named(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (workspace / "mkdocs.yml").read_text(encoding="utf-8")
    hook = "hooks:\n  - 钩子.py\nrepo_url: https://example.org/\n"
    write(workspace / "钩子.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
    write(workspace / "mkdocs.yml", f"{settings}  - search\n{hook}")
    assert main(["site-source", "源文件"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "mkdocs.yml里的其他插件和设置没有带上：search、repo_url",
        "这些程序已经用在网页上，不再带上：钩子.py",
    ]


def test_nothing_is_said_in_english_on_the_error_stream(workspace: Path) -> None:
    result = planpress(workspace, "site-source", "源文件")
    assert (result.returncode, result.stderr) == (0, "")
