"""`mkdocs serve` in a workspace: the site is renewed as plans change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.site.sites import write_site_workspace
from tests.workspaces import PLAN, WRONG_SUM, fingerprints, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_WAIT = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mkdocs_serve(root: Path) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait()


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(address: str, words: str) -> bool:
    """Wait until a page holds the words."""
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        if words in page(address):
            return True
        time.sleep(0.2)
    return False


def test_a_changed_plan_renews_the_site_and_a_wrong_one_does_not_end_it(tmp_path: Path) -> None:
    root = write_site_workspace(tmp_path, {"lvdao": PLAN})
    plan = root / "plans" / "lvdao" / "plan.yaml"
    before = fingerprints(root)
    with mkdocs_serve(root) as address:
        view = f"{address}/plans/lvdao.html"
        assert wait_for(view, "示例市绿道建设规划")
        # MkDocs answers nothing while a plan has errors, and goes on once it has none
        write(plan, WRONG_SUM)
        time.sleep(1)
        write(plan, PLAN.replace("示例市绿道建设规划", "示例市步道建设规划"))
        assert wait_for(view, "示例市步道建设规划")
    assert fingerprints(root).keys() == before.keys()
