"""LibreOffice is found where it is, or the message says how to get it; it leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from generator.rendering import libreoffice
from generator.rendering.libreoffice import (
    SETTING,
    ConversionError,
    MissingToolError,
    find_program,
    need_measuring,
    to_pdf,
)

if TYPE_CHECKING:
    from pathlib import Path


def program(path: Path, script: str) -> Path:
    """Write a program that stands for LibreOffice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that temporary files go to, which must be empty in the end."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Take away every way to find the program."""
    for variable in (SETTING, "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_without_libreoffice_the_message_says_how_to_get_it(bare: Path) -> None:
    del bare
    with pytest.raises(MissingToolError) as error:
        find_program()
    for words in ("没有找到LibreOffice", "zh-cn.libreoffice.org", "apt-get install", "--soffice",
                  "PLANPRESS_SOFFICE"):  # fmt: skip
        assert words in str(error.value)


def test_it_is_found_by_name_by_variable_and_on_the_path(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = program(bare / "a" / "own", "")
    with pytest.raises(MissingToolError):
        find_program()
    assert find_program(str(own)) == own
    monkeypatch.setenv(SETTING, str(own))
    assert find_program() == own
    named = program(bare / "b" / "other", "")
    assert find_program(str(named)) == named
    monkeypatch.delenv(SETTING)
    usual = program(bare / "soffice", "")
    assert find_program() == usual


def test_it_is_found_where_windows_puts_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bare / "Program Files"
    monkeypatch.setattr(libreoffice, "_NAMES", ("soffice.com", "soffice.exe"))
    monkeypatch.setenv("PROGRAMFILES", str(folder))
    installed = program(folder / "LibreOffice" / "program" / "soffice.exe", "")
    assert find_program() == installed


def test_a_name_that_is_no_program_is_told(bare: Path) -> None:
    with pytest.raises(MissingToolError, match="不是能运行的程序"):
        find_program(str(bare / "无"))


def test_without_what_measures_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need_measuring()
    monkeypatch.setattr(libreoffice, "find_spec", lambda _: None)
    with pytest.raises(MissingToolError, match="-m pip install pdfplumber"):
        need_measuring()


def test_a_program_that_makes_nothing_is_told_with_its_own_words(
    tmp_path: Path, temporary: Path
) -> None:
    broken = program(tmp_path / "soffice", "echo 'source file could not be loaded' >&2; exit 1")
    with pytest.raises(ConversionError, match="没有排出“甲”的页面。它的说明：source file could"):
        to_pdf({"甲": b"x"}, broken)
    assert list(temporary.iterdir()) == []


def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    hanging = program(tmp_path / "soffice", f"sleep 600 & echo $! > {pid}; wait")
    monkeypatch.setattr(libreoffice, "TIMEOUT_SECONDS", 2)
    with pytest.raises(ConversionError, match="已停止"):
        to_pdf({"甲": b"x"}, hanging)
    assert list(temporary.iterdir()) == []
    assert _has_ended(int(pid.read_text(encoding="utf-8")))


def _has_ended(pid: int) -> bool:
    for _ in range(100):
        states = subprocess.run(
            ["ps", "-o", "state=", "-p", str(pid)], capture_output=True, check=False, text=True
        ).stdout.split()
        if not states or states == ["Z"]:
            return True
        time.sleep(0.05)
    return False


def test_it_runs_with_a_profile_and_files_of_its_own(tmp_path: Path, temporary: Path) -> None:
    log = tmp_path / "log"
    script = f'echo "$@" > {log}; cp "$8" "$7/0.pdf"'
    copying = program(tmp_path / "soffice", script)
    assert to_pdf({"绿道 规划.docx": b"content"}, copying) == {"绿道 规划.docx": b"content"}
    arguments = log.read_text(encoding="utf-8")
    assert f"-env:UserInstallation=file://{temporary}" in arguments
    assert "--headless" in arguments
    assert arguments.rstrip().endswith("0.docx")
    assert list(temporary.iterdir()) == []
    assert os.environ.get("HOME", "/nowhere") not in arguments.split()
