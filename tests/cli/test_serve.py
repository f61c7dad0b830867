"""planpress serve: the site on this machine."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import pytest

from generator.cli import main
from tests.workspaces import MKDOCS, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310  # our own server
        return str(response.read().decode("utf-8"))


def wait_for(text: str, url: str) -> None:
    """Wait until a page holds a text."""
    end = time.monotonic() + 30
    while text not in fetched(url):
        assert time.monotonic() < end, f"{url} never showed {text}"
        time.sleep(0.1)


@contextmanager
def serving(root: Path, url: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """Run the server, and give its process and what it prints."""
    # tests that a shell runs in its background ignore the signal, and so would the server
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "serve", "--address", url[7:-1]],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout
        finally:
            signal.signal(signal.SIGINT, before)
            process.kill()


def test_the_site_is_served_renewed_and_kept_when_a_plan_goes_wrong(tmp_path: Path) -> None:
    root = write_workspace(tmp_path)
    url = f"http://127.0.0.1:{free_port()}/"
    with serving(root, url) as (process, stream):
        first = [stream.readline() for _ in range(3)]
        assert first[2] == f"网站在 {url} ，用浏览器打开；按Ctrl+C结束\n"
        wait_for("规划公开", url)
        write(root / "pages" / "index.md", "# 改过的首页\n")
        wait_for("改过的首页", url)
        write(root / "plans" / "lvdao" / "plan.yaml", WRONG_SUM)
        rest: list[str] = []
        while not rest or not rest[-1].startswith("网站没有更新"):
            rest.append(stream.readline())
        assert "改过的首页" in fetched(url)
        process.send_signal(signal.SIGINT)
        rest += stream.readlines()
        assert process.wait(timeout=30) == 0
    assert any("错误 A101" in line for line in rest)
    assert rest[-1] == "已停止\n"
    assert not [line for line in first + rest if "Serving" in line or "Traceback" in line]


def test_a_port_in_use_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--address", f"127.0.0.1:{port}"]) == 2
    assert capsys.readouterr().err == (
        f"错误：端口{port}已被占用。请先关掉占用它的程序，或用“--address 127.0.0.1:端口”换一个\n"
    )


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:八千", "127.0.0.1:70000"])
def test_a_bad_address_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str,
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(["serve", "--address", address]) == 2
    assert capsys.readouterr().err.startswith(f"错误：地址“{address}”写得不对。")


def test_a_plan_with_errors_is_not_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": WRONG_SUM}))
    assert main(["serve", "--address", f"127.0.0.1:{free_port()}"]) == 1
    assert "错误 A101" in capsys.readouterr().out


def test_a_mistake_in_mkdocs_yml_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_workspace(tmp_path)
    write(root / "mkdocs.yml", f"{MKDOCS}themes: 甲\n")
    monkeypatch.chdir(root)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err == "错误：mkdocs.yml里不认识“themes”\n"
