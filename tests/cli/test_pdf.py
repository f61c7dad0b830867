"""planpress pdf, docx --verify and build --pdf: what LibreOffice is needed for."""

from __future__ import annotations

import io
import tempfile
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from PIL import Image

from generator.cli import main
from generator.rendering import judge, libreoffice
from generator.rendering.verdict import Judgement, Verdict
from generator.writers.gb9704 import READING_A, Strength
from tests.site.sites import MKDOCS
from tests.workspaces import WRONG_SUM, fingerprints, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.blocks import Document
    from generator.writers.gb9704 import Profile

TITLE = "绿道建设规划"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace that is the current folder, and an empty folder for temporary files."""
    root = write_workspace(tmp_path / "workspace")
    write(root / "mkdocs.yml", MKDOCS)
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.chdir(root)
    return root


def left_over(workspace: Path) -> list[Path]:
    return list((workspace.parent / "temp").iterdir())


def pdf_text(content: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_a_plan_is_printed_with_a_picture_of_each_page(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", "lvdao", "--as", "notice", "--preview"]) == 0
    texts = pdf_text((workspace / "lvdao-notice.pdf").read_bytes())
    assert TITLE in texts[0]
    pictures = sorted(path.name for path in workspace.glob("*.png"))
    assert pictures == [f"lvdao-notice-{number}.png" for number in range(1, len(texts) + 1)]
    with Image.open(workspace / "lvdao-notice-1.png") as image:
        assert image.format == "PNG"
        assert image.width == pytest.approx(1240, abs=1)
        assert image.height == pytest.approx(1754, abs=2)
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["用LibreOffice排版…", "已写入lvdao-notice.pdf（印发通知）", "画出各面…"]
    assert lines[3] == "已写入lvdao-notice-1.png（第1面）"
    assert left_over(workspace) == []


def test_a_document_is_measured_rule_by_rule(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docx", "lvdao", "--as", "notice", "-o", "a.docx", "--verify"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["已写入a.docx（印发通知）", "用LibreOffice排版…", "测量各面…"]
    assert lines[3] == (
        "合格　 纸张：要求210×297毫米，测得210.0×297.0毫米（GB/T 9704-2012 5.1，规定）"
    )
    judged = [line for line in lines if line[:3].strip() in ("合格", "不合格", "不适用")]
    assert len(judged) == len(judge.RULES)
    assert lines[-1].startswith("字体不合的") or lines[-1].startswith("按《党政机关公文格式》")
    assert left_over(workspace) == []


@pytest.mark.parametrize(
    "asked", [["lvdao", "--as", "tasks"], ["--unit", "市水务局"]], ids=["tasks", "unit"]
)
def test_a_document_of_tables_alone_is_measured_too(
    workspace: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    assert main(["docx", *asked, "-o", "a.docx", "--verify"]) == 0
    out = capsys.readouterr().out
    assert "合格　 横排页码：" in out
    assert "不适用 每行字数：" in out
    assert "不合格 正文" not in out
    assert (workspace / "a.docx").is_file()


@pytest.mark.parametrize(
    ("strength", "code"), [(Strength.REQUIRED, 1), (Strength.USUAL, 0), (Strength.RECOMMENDED, 0)]
)
def test_only_what_the_standard_requires_decides(
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    strength: Strength,
    code: int,
) -> None:
    def judge_pdf(document: Document, pdf: bytes, profile: Profile) -> tuple[Judgement, ...]:
        assert document.parts
        assert profile is READING_A
        assert pdf.startswith(b"%PDF")
        return (Judgement("页码", "7.5", strength, "甲", "乙", Verdict.FAILS),)

    monkeypatch.setattr(judge, "judge_pdf", judge_pdf)
    assert main(["docx", "lvdao", "--verify"]) == code
    output = capsys.readouterr()
    assert f"不合格 页码：要求甲，测得乙（GB/T 9704-2012 7.5，{strength}）" in output.out
    assert ("有1项不合“规定”" in output.err) is bool(code)
    assert (workspace / "lvdao-notice.docx").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["pdf", "lvdao"],
        ["docx", "lvdao", "--verify"],
        ["docx", "--unit", "市水务局", "--verify"],
        ["build", "--pdf"],
    ],
    ids=" ".join,
)
def test_without_libreoffice_nothing_is_written(
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    before = fingerprints(workspace)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("PLANPRESS_SOFFICE", raising=False)
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("错误：没有找到LibreOffice，要用它把DOCX排成页面")
    assert fingerprints(workspace) == before


@pytest.mark.parametrize("arguments", [["pdf", "lvdao", "--preview"], ["docx", "lvdao", "--verify"],
                                       ["build", "--pdf"]])  # fmt: skip
def test_without_what_measures_nothing_is_written(
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    before = fingerprints(workspace)
    monkeypatch.setattr(libreoffice, "find_spec", lambda _: None)
    assert main(arguments) == 2
    assert "pip install pdfplumber" in capsys.readouterr().err
    assert fingerprints(workspace) == before


def test_a_plan_with_errors_is_not_printed(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
    assert main(["pdf", "lvdao"]) == 1
    assert capsys.readouterr().err == "没有导出。请先改正上面的错误\n"
    assert not list(workspace.glob("*.pdf"))


def test_the_site_offers_pdf_and_a_first_page_only_when_asked(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    downloads, page = (
        workspace / "dist" / "site" / path for path in ("downloads", "plans/lvdao.html")
    )
    assert main(["build"]) == 0
    assert not [path for path in downloads.iterdir() if path.suffix in (".pdf", ".png")]
    plain = page.read_text(encoding="utf-8")
    assert "lvdao-text.docx" in plain
    assert "lvdao-text.pdf" not in plain
    documents = fingerprints(workspace / "dist" / "docx")
    capsys.readouterr()
    assert main(["build", "--pdf"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == ["检查…", "PDF…", "网页…", "公文…", "替换…"]
    for form in ("text", "notice"):
        assert TITLE in "".join(pdf_text((downloads / f"lvdao-{form}.pdf").read_bytes()))
        with Image.open(downloads / f"lvdao-{form}.png") as image:
            assert image.width == pytest.approx(480, abs=1)
    shown = page.read_text(encoding="utf-8")
    assert 'src="../downloads/lvdao-notice.png" alt="印发通知的第一面"' in shown
    assert 'href="../downloads/lvdao-notice.pdf"' in shown
    assert fingerprints(workspace / "dist" / "docx") == documents
    assert left_over(workspace) == []


def test_libreoffice_that_fails_leaves_the_last_output(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    good = fingerprints(workspace)
    broken = workspace.parent / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    capsys.readouterr()
    assert main(["build", "--pdf", "--soffice", str(broken)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("错误：LibreOffice没有排出“downloads/lvdao-text.docx、")
    assert "没有生成，已有的成品没有动" in error
    assert fingerprints(workspace) == good
