"""What differs on a terminal, and when the program itself fails."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

from generator.cli import main
from generator.pipeline import analysis
from tests.workspaces import WRONG_SUM, write_workspace

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import pytest


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Run planpress on a terminal and give what it shows there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "", "COLUMNS": "100", **environment},
    ):
        os.close(theirs)
        shown = b""
        # Linux ends the reading of a closed terminal with an error, not with nothing.
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass
        finally:
            os.close(ours)
    return shown.decode("utf-8")


def test_a_report_is_coloured_on_a_terminal(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {"lvdao": WRONG_SUM})
    shown = on_terminal(root, "check")
    assert "\x1b[1;31m错误 A101 \x1b[0m" in shown


def test_no_color_is_respected(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {"lvdao": WRONG_SUM})
    shown = on_terminal(root, "check", NO_COLOR="1")
    assert "错误 A101 " in shown
    assert "\x1b" not in shown


def test_excerpts_fit_a_narrow_terminal(tmp_path: Path) -> None:
    long = WRONG_SUM.replace("其中沿江绿道600米", f"其中{'又美，又长，' * 20}沿江绿道600米")
    shown = on_terminal(write_workspace(tmp_path, {"lvdao": long}), "check", COLUMNS="60")
    (line,) = [line for line in shown.splitlines() if "   28 | " in line]
    assert "沿江绿道600米" in line
    assert line.count("又美，又长，") < 6


def test_a_build_shows_a_bar_on_a_terminal(tmp_path: Path) -> None:
    shown = on_terminal(write_workspace(tmp_path), "build")
    assert "替换" in shown
    assert "4/4" in shown
    assert "检查…" not in shown


def test_a_mistake_of_ours_is_owned_up_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(root: Path, _day: date | None) -> NoReturn:
        raise ZeroDivisionError(root)

    monkeypatch.setattr(analysis, "analyze", broken)
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(["check"]) == 3
    error = capsys.readouterr().err
    assert error.startswith("程序内部出错，不是您的文件有问题。请把下面的内容发给维护者：\n")
    assert "ZeroDivisionError" in error


def test_an_interruption_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(root: Path, _day: date | None) -> NoReturn:
        raise KeyboardInterrupt(root)

    monkeypatch.setattr(analysis, "analyze", interrupted)
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")
