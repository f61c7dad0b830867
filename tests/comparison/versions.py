"""Two versions of a plan of another field than the samples', for the tests of comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.comparison import Comparison, Version, compare
from generator.pipeline.analysis import analyze
from tests.workspaces import write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
format: 1
kind: 规划
title: 示例市绿道建设规划
stage: 征求意见稿
period: 2023—2027年
issuer: 示例市水务局
indicators:
  绿道长度:
    aliases: 步道长度
    figures:
      到2025年: 600米
      到2027年: 1000米
  驿站:
    scope: 市级
    figures:
      到2027年: 至少20个
  绿化率:
    figures: 40%
  管护员:
    figures: 约30名
tables:
  - id: 里程表
    unit: 米
    indicator: 里程
    columns: [县区, 2024年, 备注]
    rows: |
      | 甲县 | 60 | 沿江 |
      | 乙县 | 40 | 环山 |
sections:
  - title: 主要目标
    text: |
      到2027年，建成绿道1000米，配备驿站至少20个。
  - title: 保障措施
    clauses:
      - title: 加强组织
        text: |
          建立联席会议制度，定期研究解决绿道建设中的困难和问题。
      - title: 加强管护
        text: |
          落实管护责任，每段绿道有专人巡查，及时修补破损的路面。
      - title: 加强宣传
        text: |
          通过各种渠道宣传绿道，引导市民爱护设施，文明出行。
    show: 里程表
projects:
  - title: 绿道建设工程
    text: |
      沿江、环山建设绿道。
tasks:
  - of: 绿道建设工程
    goals:
      - text: 完成沿江绿道的勘察和设计
        lead: 市水务局
      - text: 到2027年，建成绿道1000米
        lead: 市水务局
        support: 市园林局
      - text: 建成驿站
        lead: 市园林局
attachments:
  - title: 工程和任务分工
    show: projects、tasks
"""


def compared(root: Path, old: str, new: str) -> Comparison:
    """Compare two plans, each written into a workspace of its own."""
    versions = []
    for name, text in (("old", old), ("new", new)):
        write_workspace(root / name, {"lvdao": text})
        (resolved,) = analyze(root / name).corpus.plans
        versions.append(Version(resolved))
    return compare(*versions)


def write_versions(root: Path, new: str, earlier: dict[str, str]) -> Path:
    """Write a workspace with a plan and its earlier versions by label."""
    write_workspace(root, {"lvdao": new})
    for label, text in earlier.items():
        write(root / "plans/lvdao/versions" / label / "plan.yaml", text)
    return root
