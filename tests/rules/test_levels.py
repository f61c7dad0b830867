"""How much a finding weighs where the wording leaves room: a warning, or only a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("code", "text", "level"),
    [
        ("A118", "三年改造45座，其中2024年18座、2025年15座、2026年15座", Severity.WARNING),
        ("A118", "新建场站5座、改建场站7座，共13座", Severity.WARNING),
        ("A118", "公路总里程5000公里，其中高速公路300公里，沥青路面4800公里", Severity.NOTE),
        ("A118", "发电100亿千瓦时，其中水电60亿千瓦时，清洁能源80亿千瓦时", Severity.NOTE),
        ("A118", "水域面积100平方公里，其中湖泊50平方公里，湿地80平方公里", Severity.NOTE),
        ("C101", "做好四项工作：登记、转诊、随访", Severity.WARNING),
        ("C101", "采取三项措施：一是加强巡护；二是更新设备", Severity.WARNING),
        ("C101", "完善登记、转诊、随访四项制度", Severity.ERROR),
    ],
)
def test_what_may_be_meant_otherwise_weighs_less(
    code: str, text: str, level: Severity, tmp_path: Path
) -> None:
    report = analyzed(tmp_path, f"preamble: {text}。\n").report
    assert [item.severity for item in report.diagnostics if item.rule.code == code] == [level]


def test_a_title_with_two_numbers_of_years_may_name_another_document(tmp_path: Path) -> None:
    title = "title: 示例市贯彻国家三年行动计划五年工作方案（2024—2026年）\nperiod: 2024—2026年\n"
    report = analyzed(tmp_path, title).report
    found = [item.severity for item in report.diagnostics if item.rule.code == "T109"]
    assert found == [Severity.NOTE]
