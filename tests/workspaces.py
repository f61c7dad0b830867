"""A small workspace written into a folder: mkdocs.yml, units.yaml and plans that are valid."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS = """\
site_name: 规划公开
docs_dir: pages
use_directory_urls: false
theme:
  name: mkdocs
"""

UNITS = """\
format: 1
units:
  示例市水务局:
    short: 市水务局
    kind: 机关
  示例市园林局:
    short: 市园林局
    kind: 机关
"""

# One sum (600米 + 400米 = 1000米), one project, one task; issued, so that nothing is missing.
PLAN = """\
format: 1
kind: 规划
title: 示例市绿道建设规划（2023—2027年）
stage: 已印发
period: 2023—2027年
milestones: 到2025年、到2027年
issuer: 示例市水务局
document_number: 示水发〔2023〕4号
addressees: 各县区人民政府
date_of_issue: 2023年5月18日
printing:
  organ: 示例市水务局办公室
  date: 2023年5月19日
indicators:
  绿道长度:
    parts: 沿江绿道长度、环山绿道长度
    figures:
      到2027年: 1000米
  沿江绿道长度:
    figures:
      到2027年: 600米
  环山绿道长度:
    figures:
      到2027年: 400米
sections:
  - title: 主要目标
    text: |
      到2027年，建成绿道1000米，其中沿江绿道600米、环山绿道400米。
    targets: 绿道长度、沿江绿道长度、环山绿道长度
projects:
  - title: 绿道建设工程
    text: |
      沿江、环山建设绿道，方便市民散步和骑行。
tasks:
  - of: 绿道建设工程
    content: 沿江、环山建设绿道。
    goals:
      - text: 到2027年，建成沿江绿道600米
        targets: 沿江绿道长度
        lead: 市水务局
        support: 市园林局
      - text: 到2027年，建成环山绿道400米
        targets: 环山绿道长度
        lead: 市园林局
        support: 无
"""
# The same with all of it printed.
SHOWN_PLAN = (
    PLAN
    + """\
attachments:
  - title: 工程和任务分工
    show: projects、tasks
"""
)

# The parts add up to 900米 where 1000米 is stated; the prose keeps 600米.
WRONG_SUM = SHOWN_PLAN.replace("      到2027年: 600米", "      到2027年: 500米")


def write_workspace(root: Path, plans: dict[str, str] | None = None) -> Path:
    """Write a workspace with plans given by identifier; by default the one plan 绿道."""
    write(root / "mkdocs.yml", MKDOCS)
    write(root / "pages" / "index.md", "# 规划公开\n")
    write(root / "plans" / "units.yaml", UNITS)
    for identifier, text in ({"lvdao": SHOWN_PLAN} if plans is None else plans).items():
        write(root / "plans" / identifier / "plan.yaml", text)
    return root


def write(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fingerprints(folder: Path) -> dict[str, str]:
    """Give the digest of every file in a folder, by its path inside."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
