"""A plan's own units of measure are known wherever it writes a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from generator.quantity import Verdict
from tests.rules.workspace import analyzed, words_at, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report

ENGLISH = """\
units_of_measure: 台套、标准化考点
indicators:
  教学设备:
    parts: 甲校设备、乙校设备
    figures: 120台套
  甲校设备: 70台套
  乙校设备: 50台套
  单台费用: 2000元/台套
  维护费: 24万元
  考点:
    per: 每标准化考点
    figures: 2台套
  考点数: 60标准化考点
terms:
  - use: 台套
    not_same_as: 台件
relations:
  - name: 维护费
    holds: 维护费 = 教学设备 × 单台费用
  - name: 上限
    holds: 教学设备 <= 150台套
  - name: 配备
    holds: 考点 × 考点数 = 120台套
tables:
  - id: 设备表
    unit: 台套
    total_row: 合计
    columns: [学校, 类别, 数量, 单价]
    splits: 类别
    checks:
      - 数量 <= 150台套
    rows: |
      | 合计 | - | 120台套 | - |
      | 甲校 | 新增 | 120（实有45台套） | 2000元/台套 |
  - id: 考点表
    columns: [指标, 计量单位, 数量]
    rows: |
      | 设考点 | 标准化考点 | 60 |
  - id: 分组表
    each_group: 合计（台数，按类别） = 120台套
    columns: [学校, 类别, 台数]
    rows: |
      | 甲校 | 新增 | 70台套 |
      | 乙校 | 新增 | 50台套 |
claims:
  - claim: 共1所学校
    counts: 「设备表」的行（数量 > 100台套）
sections:
  - title: 设备
    text: 配备120台套设备的台件。
    targets: 教学设备
    show: 设备表、考点表、分组表
"""
CHINESE = (
    ENGLISH.replace("units_of_measure:", "计量单位:")
    .replace("indicators:", "指标:")
    .replace("figures:", "数值:")
    .replace("tables:", "表格:")
    .replace("relations:", "关系:")
)
by_language = pytest.mark.parametrize("piece", [ENGLISH, CHINESE])


def report(tmp_path: Path, piece: str) -> Report:
    return analyzed(tmp_path, piece).report


@by_language
def test_every_place_knows_the_units(piece: str, tmp_path: Path) -> None:
    found = report(tmp_path, piece)
    assert [item.rule.code for item in found.at_least(Severity.WARNING)] == ["W104"]
    held = {item.rule.code for item in found.reconciliations if item.verdict is Verdict.HOLDS}
    assert {"A101", "A102", "A104", "A105", "C101", "C102"} <= held


def test_without_the_declaration_none_is_known(tmp_path: Path) -> None:
    found = report(tmp_path, ENGLISH.partition("\n")[2])
    hints = [item.hint for item in found.diagnostics if item.rule.code == "S105"]
    assert len(hints) == 6
    assert all("units_of_measure" in hint for hint in hints), hints


def test_a_unit_of_an_attached_document_holds_for_the_whole_file(tmp_path: Path) -> None:
    piece = """\
indicators:
  设备: 120台套
attachments:
  - title: 设备方案
    document:
      kind: 实施方案
      title: 设备方案
      stage: 草稿
      计量单位: 台套
"""
    assert report(tmp_path, piece).at_least(Severity.ERROR) == ()


def test_every_mistake_in_the_list_is_found_at_its_word(tmp_path: Path) -> None:
    piece = "units_of_measure: 台套、课次、3件、以上、台套\n"
    analysis = analyzed(tmp_path, piece)
    (source,) = (s.text for p, s in analysis.corpus.sources.items() if p.endswith("plan.yaml"))
    found = [item for item in analysis.report.diagnostics if item.rule.code == "S115"]
    assert [words_at(source, item.primary.place) for item in found] == [  # type: ignore[arg-type]  # a span
        "课次",
        "3件",
        "以上",
        "台套",
    ]
    assert all(item.hint for item in found)


@pytest.mark.parametrize(
    ("piece", "hint"),
    [
        ("indicators:\n  绿地: 30公倾\n", "不认识计量单位“公倾”：是不是“公顷”“公里”“公斤”？"),
        (
            "units_of_measure: 标准化考点\nindicators:\n  考点: 30标准考点\n",
            "不认识计量单位“标准考点”：是不是“标准化考点”？",
        ),
        (
            "tables:\n  - id: 表\n    columns: [地区, 面积]\n    rows: |\n      | 甲 | 3公倾 |\n",
            "不认识计量单位“公倾”：是不是“公顷”“公里”“公斤”？",
        ),
        (
            "tables:\n  - unit: 公倾\n    columns: [地区, 面积]\n    rows: |\n      | 甲 | 3 |\n",
            "是不是“公顷”“公里”“公斤”？",
        ),
    ],
)
def test_an_unknown_unit_offers_the_nearest(piece: str, hint: str, tmp_path: Path) -> None:
    (found,) = (item for item in report(tmp_path, piece).diagnostics if item.rule.code == "S105")
    assert found.hint.startswith(hint)


def test_a_registry_is_told_what_it_may_write(tmp_path: Path) -> None:
    """It cannot declare units of measure, so it is not told to."""
    units = "format: 1\nunits:\n  项目学校:\n    kind: 集合\n    count: 30座座\n"
    analysis = workspace(tmp_path, {"plans/units.yaml": units.encode()})
    (found,) = [item for item in analysis.report.diagnostics if item.rule.code == "S105"]
    assert found.hint == "不认识计量单位“座座”：是不是“座”？写“30所”“13个”“200人”一类的数值"
