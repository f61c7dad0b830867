"""A name that is mistyped in a formula is answered with the name that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from generator.resolve.names import slip_of
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

KNOWN = ("执业医师数", "市级骨干教师", "到岗率", "农村学校专任教师总数", "常住人口")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("执业医生数", "执业医师数"),
        ("执业医师人数", ""),
        ("执业医师", "执业医师数"),
        ("职业医师数", "执业医师数"),
        ("县级骨干教师", ""),
        ("常驻人口", "常住人口"),
        ("农村学校专任教室总数", "农村学校专任教师总数"),
        ("到港率", ""),
        ("考勤记录", ""),
        ("执业医师数", ""),
    ],
)
def test_a_slip_is_told_from_another_name(name: str, meant: str) -> None:
    assert slip_of(name, KNOWN) == meant


def found(root: Path, piece: str, code: str) -> list[Diagnostic]:
    report = analyzed(root, piece).report
    return [item for item in report.diagnostics if item.rule.code == code]


INDICATORS = "indicators:\n  执业医师数: 300名\n  常住人口: 20万人\n"


def test_a_slip_in_a_formula_is_a_note(tmp_path: Path) -> None:
    piece = INDICATORS + "  千人医师数:\n    formula: {}\n    figures:\n"
    piece += "      到2025年: 1.2名\n      到2027年: 1.5名\n"
    (slip,) = found(tmp_path / "a", piece.format("执业医师数 ÷ 常驻人口"), "A110")
    assert slip.severity is Severity.NOTE
    assert "“常驻人口”" in slip.message
    assert "“常住人口”" in slip.hint
    assert found(tmp_path / "b", piece.format("查阅统计年报"), "A110") == []
    assert found(tmp_path / "c", piece.format("医师总数 ÷ 辖区居民数"), "A110") == []


def test_a_slip_in_a_relation_or_a_table_is_answered(tmp_path: Path) -> None:
    piece = INDICATORS + "relations:\n  - name: 甲\n    holds: 执业医生数 <= 常住人口\n"
    (unknown,) = found(tmp_path / "a", piece, "A102")
    assert "“执业医师数”" in unknown.hint
    table = "tables:\n  - id: 表\n    columns: 县区、编制数、在编数\n    checks: 在遍数 <= 编制数\n"
    table += "    unit: 名\n    rows: |\n      | 甲县 | 40 | 30 |\n"
    (cell,) = found(tmp_path / "b", table, "A105")
    assert "“在编数”" in cell.hint
