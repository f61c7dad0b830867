"""A total that is not the sum of its parts: what is printed about it, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.run import planpress
from tests.workspaces import write_workspace

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
format: 1
kind: 规划
title: 示例市步道规划
stage: 已印发
period: 2023—2027年
issuer: 示例市水务局
document_number: 示水发〔2023〕4号
addressees: 各县区人民政府
date_of_issue: 2023年5月18日
printing:
  organ: 示例市水务局办公室
  date: 2023年5月19日
indicators:
  步道:
    parts: 东段、中段、西段
    figures:
      到2027年: 320公里
  东段:
    figures:
      到2027年: 100公里
  中段:
    figures:
      到2027年: 100公里
  西段:
    figures:
      到2027年: 100公里
"""
REPORT = """\
plans/budao/plan.yaml:17:15: 错误 A101 “步道”到2027年合计320公里与分项之和300公里不符，相差20公里
   17 |       到2027年: 320公里
      |                 ^^^^^^^ 合计
  plans/budao/plan.yaml:20:15:
   20 |       到2027年: 100公里
      |                 ------- 分项：东段
  plans/budao/plan.yaml:23:15:
   23 |       到2027年: 100公里
      |                 ------- 分项：中段
  plans/budao/plan.yaml:26:15:
   26 |       到2027年: 100公里
      |                 ------- 分项：西段
  建议: 核对各分项；再看口径是否一处为新增、一处为累计，范围是否相同

检查了1份规划：1个错误，0个警告，0个提示；豁免0项；核对1个数量关系，成立0、未定0、矛盾1
"""


def test_the_report_names_both_figures_the_gap_and_every_place(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path, {"budao": PLAN}), "check", "plans/budao")
    assert (result.returncode, result.stdout, result.stderr) == (1, REPORT, "")


FIGURES = """\
示例市步道规划
plans/budao/plan.yaml

指标数值（4个）
  指标  时期      层级  口径  数值
  步道  到2027年  —     —     320公里
      plans/budao/plan.yaml:17:15 指标
  东段  到2027年  —     —     100公里
      plans/budao/plan.yaml:20:15 指标
  中段  到2027年  —     —     100公里
      plans/budao/plan.yaml:23:15 指标
  西段  到2027年  —     —     100公里
      plans/budao/plan.yaml:26:15 指标

数量关系（1个：成立0、未定0、矛盾1）
  结论  规则  所写     核算     相差    对象
  矛盾  A101  320公里  300公里  20公里  步道（到2027年） = 东段 + 中段 + 西段
      算法：100公里 + 100公里 + 100公里 = 300公里
      plans/budao/plan.yaml:17:15
      plans/budao/plan.yaml:20:15
      plans/budao/plan.yaml:23:15
      plans/budao/plan.yaml:26:15

文中的数字（0个：已对应0、相符0、名称0、计数0、未对应0）
"""


def test_the_figures_show_the_working_and_every_place(tmp_path: Path) -> None:
    result = planpress(write_workspace(tmp_path, {"budao": PLAN}), "figures", "budao")
    assert (result.returncode, result.stdout, result.stderr) == (0, FIGURES, "")
