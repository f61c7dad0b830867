"""planpress template, and documents with the look of an office's own DOCX."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from tests.docx.mutation import mutated
from tests.workspaces import MKDOCS, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

OWN_FONT = "方正黑体_GBK"
OPTION = "plugins:\n  - search\n  - planpress:\n      template: office.docx\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with the template of an office that is the current folder."""
    root = write_workspace(tmp_path)
    monkeypatch.chdir(root)
    assert main(["template", "-o", "office.docx"]) == 0
    file = root / "office.docx"
    file.write_bytes(mutated(file.read_bytes(), "word/styles.xml", '"黑体"', f'"{OWN_FONT}"'))
    return root


def styles(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/styles.xml").decode("utf-8")


def use_template(workspace: Path) -> None:
    write(workspace / "mkdocs.yml", MKDOCS.replace("name: mkdocs", "name: material") + OPTION)


def test_the_template_has_a_name_by_default(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["template"]) == 0
    assert capsys.readouterr().out == "已写入模板.docx（公文模板）\n"
    assert (workspace / "模板.docx").is_file()


@pytest.mark.parametrize("name", ["模板.docx", "office.docx"])
def test_a_template_that_may_be_edited_is_kept(
    workspace: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    main(["template"])
    before = (workspace / name).read_bytes()
    assert main(["template", "-o", name]) == 2
    other = name.replace(".docx", "-新.docx")
    assert capsys.readouterr().err == (
        f"错误：“{name}”已经有了，可能改过，没有覆盖。"
        f"要另写一份，在“-o”后换一个文件名，例如“{other}”；不要旧的，先把它移走\n"
    )
    assert (workspace / name).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ("docx lvdao -o a.pdf", "a.docx"),
        ("docx lvdao -o a.doc", "a.docx"),
        ("docx lvdao --unit 市水务局 -o a.txt", "a.docx"),
        ("docx lvdao -o 第1.0版", "第1.0版.docx"),
        ("export lvdao -o a.csv", "a.xlsx"),
        ("export lvdao -o a.xls", "a.xlsx"),
        ("export lvdao --format json -o a.xlsx", "a.json"),
        ("template -o 模板.txt", "模板.docx"),
        ("check -o a.docx --format html", "a.html"),
        ("figures lvdao -o a.xlsx --format csv", "a.csv"),
        ("diff lvdao lvdao --format html -o a.docx", "a.html"),
    ],
)
def test_no_file_is_named_like_another_kind(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: str, wanted: str
) -> None:
    capsys.readouterr()
    assert main(arguments.split()) == 2
    told = capsys.readouterr()
    assert told.err.startswith("错误：写出的是")
    assert f"请在“-o”后写“{wanted}”" in told.err
    assert told.out == ""
    assert not list(workspace.glob("a.*"))


def test_tables_as_csv_go_into_a_folder(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "lvdao", "--format", "csv", "-o", "a.csv"]) == 2
    assert "请在“-o”后写文件夹，例如“a”" in capsys.readouterr().err
    assert not (workspace / "a.csv").exists()
    assert main(["export", "lvdao", "--format", "csv", "-o", "a"]) == 0
    assert list((workspace / "a").glob("*.csv"))


@pytest.mark.parametrize("name", ["a.HTM", "a.html"])
def test_both_ends_of_a_page_are_right(workspace: Path, name: str) -> None:
    assert main(["check", "-o", name, "--format", "html"]) == 0
    assert (workspace / name).is_file()


@pytest.mark.parametrize("arguments", [["lvdao"], ["lvdao", "--unit", "市水务局"]])
def test_a_document_takes_the_look_of_the_template(workspace: Path, arguments: list[str]) -> None:
    assert main(["docx", *arguments, "-o", "own.docx", "--template", "office.docx"]) == 0
    assert main(["docx", *arguments, "-o", "usual.docx"]) == 0
    assert OWN_FONT in styles(workspace / "own.docx")
    assert OWN_FONT not in styles(workspace / "usual.docx")


def test_the_template_of_the_workspace_holds_for_every_document(workspace: Path) -> None:
    use_template(workspace)
    assert main(["docx", "lvdao", "-o", "one.docx"]) == 0
    assert main(["docx", "lvdao", "--all-units", "-o", "units"]) == 0
    assert main(["build"]) == 0
    written = [*workspace.glob("one.docx"), *workspace.glob("units/*.docx")]
    written += workspace.glob("dist/**/*.docx")
    assert len(written) > 6
    assert all(OWN_FONT in styles(path) for path in written)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK", "office.docx不是DOCX文件，或者文件坏了。"),
        (None, "mkdocs.yml的“template”写着“office.docx”，但没有这个文件。"),
    ],
)
def test_a_template_that_cannot_be_used_stops_everything(
    workspace: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, message: str
) -> None:
    use_template(workspace)
    (workspace / "office.docx").unlink()
    if content:
        (workspace / "office.docx").write_bytes(content)
    for arguments, code in ((["docx", "lvdao"], 2), (["docx", "--all-units"], 2), (["build"], 1)):
        assert main(arguments) == code
        told = capsys.readouterr().err
        assert f"错误：{message}" in told
        assert "Traceback" not in told
    assert not list(workspace.glob("*/*.docx"))


def test_a_template_that_is_not_there_is_said(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docx", "lvdao", "--template", "无.docx"]) == 2
    assert "错误：找不到模板“无.docx”。请检查路径" in capsys.readouterr().err
    assert not list(workspace.glob("lvdao*.docx"))
