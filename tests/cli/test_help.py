"""Help pages and usage errors: complete, and in Chinese."""

from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.cli_data import DATA_FORMS
from generator.diagnostics import Severity
from generator.documents import DOCUMENT_TYPES
from generator.reporters import REPORTERS
from generator.reporters.figures import FIGURE_FORMS
from generator.source import display_width

TYPES = [document_type.title for document_type in DOCUMENT_TYPES]
TYPE_NAMES = [document_type.name for document_type in DOCUMENT_TYPES]
FORMATS = "、".join(reporter.name for reporter in REPORTERS)
COMMANDS = (
    *("check", "build", "docx", "template", "pdf", "export"),
    *("diff", "serve", "site-source", "fix", "figures", "explain", "schema"),
)
# What is typed as it stands, and names of files and formats.
CODES = {
    *("planpress", *COMMANDS, "site", "source", "bulid"),
    *("xml", "error", "warning", "note", *TYPE_NAMES),
    *(form.name for form in (*REPORTERS, *FIGURE_FORMS)),
    *("plan", "units", "JSON", "Schema"),
    *("DOCX", "YAML", "Excel", *DATA_FORMS, "Ctrl+C", "mkdocs.yml", "dist", "dev_addr", "docx"),
    *("PDF", "PNG", "LibreOffice", "soffice"),
}


def english_in(text: str) -> list[str]:
    """List the words of a text that are neither Chinese nor options nor codes."""
    text = re.sub(r"(?<![\w-])--?[a-z][a-z-]*", "", text)
    words = re.findall(r"[A-Za-z][A-Za-z_.+]+", text)
    return [word for word in words if word.strip(".") not in CODES]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_chinese_and_fits_a_terminal(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command.split(), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"用法：planpress {command}".rstrip())
    assert "\n选项：\n" in page
    assert "显示本说明" in page
    assert english_in(page) == []
    assert max(display_width(line) for line in page.splitlines()) <= 80


def test_the_first_page_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    listed = capsys.readouterr().out.partition("\n命令：\n")[2]
    assert tuple(line.split()[0] for line in listed.splitlines()) == COMMANDS


def test_help_names_all_choices(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--help"])
    page = capsys.readouterr().out
    for reporter in REPORTERS:
        assert f"{reporter.name}：{reporter.title}" in page
    for severity in Severity:
        assert f"{severity.word}：{severity.label}" in page
    main(["docx", "--help"])
    page = capsys.readouterr().out
    for document_type in DOCUMENT_TYPES:
        assert f"{document_type.title}（{document_type.name}）" in page


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("bulid", "没有“bulid”这个命令。是不是“build”？"),
        ("--fromat", "没有“--fromat”这个选项。"),
        ("check --fromat json", "没有“--fromat”这个选项。是不是“--format”？"),
        ("check -x", "没有“-x”这个选项。"),
        ("check --format", "选项“--format”后面要写一个值"),
        ("check --format xml", f"选项“--format”不能写“xml”，只能写{FORMATS}"),
        ("check --fail-on 3", "选项“--fail-on”不能写“3”，只能写error、warning、note"),
        ("check --show-waived=1", "选项“--show-waived”后面不写值"),
        ("docx", "缺少“规划”"),
        ("docx 甲 --type 函", f"选项“--type”不能写“函”，只能写{'、'.join(TYPES)}"),
        ("docx 甲 --type 正文 --unit 乙", "“--type”“--unit”“--all-units”只能写一个"),
        ("docx 甲 乙 丙", "多出了“乙 丙”"),
        ("build 甲", "多出了“甲”"),
    ],
)
def test_a_usage_error_says_what_is_wrong_and_where_help_is(
    typed: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed.split()) == 2
    output = capsys.readouterr()
    first, usage, help_line = output.err.splitlines()
    assert first == f"错误：{problem}"
    assert usage.startswith("用法：planpress")
    assert help_line.startswith("看说明：planpress")
    assert help_line.endswith("--help")
    assert english_in(output.err) == []
    assert output.out == ""


def test_without_a_command_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("用法：planpress 命令")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"planpress \d+\.\d+\.\d+\n", capsys.readouterr().out)
