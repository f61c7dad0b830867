"""planpress build: all or nothing, and nothing outside its folder."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.mkdocs_plugin import PlanPressConfig
from generator.pipeline.mkdocs_messages import OPTIONS, translated
from generator.pipeline.output import MARKER, staged, write_whole
from tests.cli.run import planpress
from tests.cli.test_help import english_in
from tests.workspaces import MKDOCS, PLAN, UNITS, WRONG_SUM, fingerprints, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace that is the current folder."""
    root = write_workspace(tmp_path / "workspace")
    monkeypatch.chdir(root)
    return root


def document_text(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_site_and_documents_are_built(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    dist = workspace / "dist"
    assert (dist / MARKER).is_file()
    assert "规划公开" in (dist / "site" / "index.html").read_text(encoding="utf-8")
    names = [path.name for path in sorted((dist / "docx").iterdir())]
    assert names == [
        "lvdao-notice.docx",
        "lvdao-tasks.docx",
        "lvdao-text.docx",
        "任务清单",
    ]
    lists = [path.name for path in sorted((dist / "docx" / "任务清单").iterdir())]
    assert lists == ["任务清单-示例市园林局.docx", "任务清单-示例市水务局.docx"]
    assert capsys.readouterr().out.splitlines() == [
        "检查…",
        "网页…",
        "公文…",
        "替换…",
        "检查了1份规划：0个错误，0个警告，0个提示；豁免0项；核对4个数量关系，成立4、未定0、矛盾0",
        "已生成：",
        "  网站  dist/site/index.html",
        "  公文  dist/docx",
    ]


def test_nothing_else_in_the_workspace_changes(workspace: Path) -> None:
    before = fingerprints(workspace)
    main(["build"])
    after = fingerprints(workspace)
    assert {path: after[path] for path in after if not path.startswith("dist/")} == before


def test_mkdocs_says_nothing_in_english(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path), "build")
    assert (result.returncode, result.stderr) == (0, "")
    assert english_in(result.stdout.replace("site/index.html", "")) == []


def test_an_error_stops_the_build_and_keeps_the_last_output(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    good = fingerprints(workspace / "dist")
    capsys.readouterr()
    write(workspace / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
    assert main(["build"]) == 1
    output = capsys.readouterr()
    assert "plans/lvdao/plan.yaml:18:15: 错误 A101" in output.out
    assert output.err == "没有生成，已有的成品没有动。请先改正上面的错误\n"
    assert fingerprints(workspace / "dist") == good
    assert sorted(path.name for path in workspace.iterdir()) == [
        "dist",
        "mkdocs.yml",
        "pages",
        "plans",
    ]


def test_without_earlier_output_an_error_leaves_none(workspace: Path) -> None:
    write(workspace / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
    assert main(["build"]) == 1
    assert not (workspace / "dist").exists()


def test_a_site_that_mkdocs_warns_of_is_not_put_out(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    good = fingerprints(workspace / "dist")
    capsys.readouterr()
    write(workspace / "pages" / "index.md", "# 规划公开\n\n[说明](gone.md)\n")
    assert main(["build"]) == 1
    assert capsys.readouterr().err == (
        "错误：页面“index.md”里的链接“gone.md”没有指到任何页面或锚点\n"
        "没有生成，已有的成品没有动。请先解决上面的问题\n"
    )
    assert fingerprints(workspace / "dist") == good
    assert not list(workspace.glob(".dist-*"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{MKDOCS}themes: 甲\n", "错误：mkdocs.yml里不认识“themes”"),
        (MKDOCS.replace("pages", "gone"), "错误：mkdocs.yml的“docs_dir”（不写就是docs）"),
        (f"{MKDOCS}plugins:\n  - gone\n", "错误：mkdocs.yml用了没有安装的插件“gone”"),
        (f"{MKDOCS}repo_url: 3\n", "错误：mkdocs.yml的“repo_url”一项写得不对"),
        (
            f"{MKDOCS}nav:\n  - gone.md\n",
            "错误：mkdocs.yml的导航“nav”里有“gone.md”，但没有这个页面",
        ),
        (
            f"{MKDOCS}plugins:\n  - planpress:\n      icp: 12345\n",
            "错误：mkdocs.yml里插件planpress的“icp”要写成文字。是数字的，两边加引号，例如icp: ",
        ),
        (
            f"{MKDOCS}plugins:\n  - planpress:\n      organiser: 甲\n",
            "错误：mkdocs.yml里插件planpress没有“organiser”这一项。能写的是profile、template、",
        ),
        (f"{MKDOCS}nav: [\n", "错误：mkdocs.yml第7行第1列附近写法有误，读不出来"),
    ],
)
def test_a_mistake_in_mkdocs_yml_is_told_in_chinese(
    workspace: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    write(workspace / "mkdocs.yml", text)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(message)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (MKDOCS.encode("gb18030"), "错误：mkdocs.yml不是UTF-8编码，读不出来。用记事本打开"),
        (MKDOCS.encode() + b"\x07", "错误：mkdocs.yml里有看不见的控制字符，读不出来"),
    ],
)
def test_bytes_that_are_no_text_in_mkdocs_yml_are_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    (workspace / "mkdocs.yml").write_bytes(content)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(message)


def test_the_options_named_are_those_of_the_plugin() -> None:
    assert tuple(PlanPressConfig().keys()) == OPTIONS


def test_what_mkdocs_says_that_we_do_not_know_points_to_its_own_words() -> None:
    assert translated("Something new went wrong").endswith("请运行“mkdocs build --strict”查看原文")
    assert translated("规划有错误") == "规划有错误"


def test_task_lists_over_all_plans_hold_nothing_of_a_secret_one(workspace: Path) -> None:
    secret = PLAN.replace("period:", "secrecy_level: 秘密★1年\nperiod:", 1)
    write(workspace / "plans" / "secret" / "plan.yaml", secret.replace("绿道", "暗渠"))
    write(workspace / "plans" / "early" / "plan.yaml", PLAN.replace("绿道", "明渠"))
    assert main(["build"]) == 0
    text = document_text(workspace / "dist/docx/任务清单/任务清单-示例市水务局.docx")
    assert "绿道" in text
    assert "明渠" in text
    assert "暗渠" not in text


def test_drafts_and_secret_plans_get_documents_too(workspace: Path) -> None:
    write(workspace / "plans" / "early" / "plan.yaml", PLAN.replace("已印发", "草稿"))
    secret = PLAN.replace("period:", "secrecy_level: 秘密★1年\nperiod:", 1)
    write(workspace / "plans" / "secret" / "plan.yaml", secret)
    assert main(["build"]) == 0
    for name in ("early-draft", "early-notice", "secret-text", "secret-notice"):
        assert "绿道" in document_text(workspace / "dist" / "docx" / f"{name}.docx")


def test_the_output_goes_where_it_is_asked_for(workspace: Path) -> None:
    assert main(["build", "--output", "../公开/成品"]) == 0
    assert (workspace.parent / "公开" / "成品" / "site" / "index.html").is_file()
    assert not (workspace / "dist").exists()


def test_from_a_folder_inside_the_output_still_goes_to_the_workspace(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "plans" / "lvdao")
    assert main(["build"]) == 0
    assert (workspace / "dist" / "site" / "index.html").is_file()


def test_a_folder_that_is_not_ours_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprints(workspace)
    for output in (".", "plans", "mkdocs.yml"):
        assert main(["build", "--output", output]) == 2
        assert capsys.readouterr().err.startswith(f"错误：“{output}”")
    assert fingerprints(workspace) == before


def test_an_empty_folder_may_be_used_and_a_second_build_replaces_the_first(workspace: Path) -> None:
    (workspace / "dist").mkdir()
    assert main(["build"]) == 0
    write(workspace / "dist" / "site" / "old.html", "旧")
    assert main(["build"]) == 0
    assert not (workspace / "dist" / "site" / "old.html").exists()


def test_two_builds_give_the_same_documents(workspace: Path) -> None:
    main(["build"])
    first = fingerprints(workspace / "dist" / "docx")
    main(["build"])
    assert fingerprints(workspace / "dist" / "docx") == first


def test_a_workspace_without_plans_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {}))
    assert main(["build"]) == 2
    assert "里没有规划" in capsys.readouterr().err


def test_a_mistake_in_the_unit_registry_stops_the_build(workspace: Path) -> None:
    write(workspace / "plans" / "units.yaml", UNITS.replace("kind", "knd", 1))
    assert main(["build"]) == 1
    assert not (workspace / "dist").exists()


def test_output_is_never_seen_half_filled(tmp_path: Path) -> None:
    output = tmp_path / "dist"
    with staged(output) as staging:
        write(staging.folder / "a.txt", "一")
        assert not output.exists()
        staging.publish()
        assert (output / "a.txt").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_output_that_is_not_published_or_fails_leaves_nothing(tmp_path: Path) -> None:
    write(tmp_path / "dist" / "a.txt", "旧")
    with staged(tmp_path / "dist") as staging:
        write(staging.folder / "a.txt", "新")
    with pytest.raises(FileNotFoundError), staged(tmp_path / "dist") as staging:
        (staging.folder / "gone" / "a.txt").write_bytes(b"")
    assert fingerprints(tmp_path).keys() == {"dist/a.txt"}
    assert (tmp_path / "dist" / "a.txt").read_text(encoding="utf-8") == "旧"


def test_output_that_cannot_be_swapped_in_is_put_back(tmp_path: Path) -> None:
    write(tmp_path / "dist" / "a.txt", "旧")
    with staged(tmp_path / "dist") as staging:
        staging.folder.rename(tmp_path / "elsewhere")
        with pytest.raises(FileNotFoundError):
            staging.publish()
    assert (tmp_path / "dist" / "a.txt").read_text(encoding="utf-8") == "旧"


def test_a_file_is_written_whole_with_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual.txt"
    usual.write_bytes(b"")
    write_whole(tmp_path / "a.docx", b"1")
    write_whole(tmp_path / "a.docx", b"2")
    assert (tmp_path / "a.docx").read_bytes() == b"2"
    assert (tmp_path / "a.docx").stat().st_mode == usual.stat().st_mode
    assert len(list(tmp_path.iterdir())) == 2
