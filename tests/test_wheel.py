"""The installed package builds a workspace that lies outside the clone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PLAN = """\
format: 1
id: roads-2025
kind: 行动计划
title: 示例市道路养护行动计划（2024—2025年）
stage: 征求意见稿
period: 2024—2025年
issuer: 示例市交通局
indicators:
  养护里程:
    figures:
      到2025年: 120公里
sections:
  - title: 工作目标
    text: |
      到2025年，养护道路120公里。
    targets: 养护里程
"""
UNITS = """\
format: 1
units:
  示例市交通局:
    kind: 机关
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def test_the_wheel_carries_templates_and_rule_pages(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    templates = [p for p in (ROOT / "site_templates").rglob("*") if p.is_file()]
    expected = {f"generator/{p.relative_to(ROOT).as_posix()}" for p in templates}
    expected |= {f"generator/checks/{p.name}" for p in (ROOT / "generator/checks").glob("*.md")}
    assert expected <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "plans/"))]


def test_the_installed_wheel_builds_a_workspace_elsewhere(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    pip("install", "--no-deps", "--no-index", "--target", str(installed), str(wheel))
    workspace = tmp_path / "办公室"
    (workspace / "plans").mkdir(parents=True)
    (workspace / "plans" / "roads.yaml").write_text(PLAN, encoding="utf-8")
    (workspace / "plans" / "units.yaml").write_text(UNITS, encoding="utf-8")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (workspace / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    program = (
        "import generator.cli, pathlib; "
        f"assert pathlib.Path(generator.cli.__file__).is_relative_to({str(installed)!r}); "
        "raise SystemExit(generator.cli.main())"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, "build"],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout.decode() + result.stderr.decode()
    assert (workspace / "dist" / "site" / "index.html").is_file()
    assert (workspace / "dist" / "docx" / "roads-2025-notice.docx").is_file()
    page = (workspace / "dist" / "site" / "plans" / "roads-2025.html").read_text(encoding="utf-8")
    assert "120公里" in page
