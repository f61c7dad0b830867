"""How much a breach weighs: 必须, 原则上 and 约束性, beside the figure and in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import CHECKS, CORPUS_CHECKS
from generator.diagnostics import Severity
from tests.rules.workspace import analyzed, standard_head, workspace

if TYPE_CHECKING:
    from pathlib import Path

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# A place for a hedge beside the figure at fault (@), one in the sentence that states it (#), one
# in another sentence (~), and one for the nature of the indicator (%).
SUM = """\
indicators:
  步道:%
    figures:
      到2027年: @不少于320公里
    parts: 甲段、乙段
  甲段:
    figures:
      到2027年: 100公里
  乙段:
    figures:
      到2027年: 200公里
sections:
  - title: 目标
    text: 到2027年#建成步道不少于320公里。~管好护坡。
    targets: 步道@到2027年
"""
RELATION = SUM.replace("    parts: 甲段、乙段\n", "") + (
    "relations:\n  - name: 全长\n    holds: 步道@到2027年 = 甲段@到2027年 + 乙段@到2027年\n"
)
SUBSET = """\
indicators:
  步道:
    figures:
      到2027年: 100公里
  甲段:%
    figures:
      到2027年: @不少于320公里
    subset_of: 步道
sections:
  - title: 目标
    text: 到2027年#建成甲段不少于320公里。~管好护坡。
    targets: 甲段@到2027年
"""
TREND = """\
indicators:
  步道:%
    figures:
      到2025年: 400公里
      到2027年: @320公里
sections:
  - title: 目标
    text: 到2027年，#建成步道320公里。~管好护坡。
    targets: 步道@到2027年
"""
TEXT = """\
indicators:
  步道:%
    figures:
      到2027年: @320公里
sections:
  - title: 目标
    text: 到2027年，#建成步道300公里。~管好护坡。
    targets: 步道@到2027年
"""
VAGUE = TEXT.replace("300公里", "一批")
TABLE = """\
indicators:
  步道:%
    figures:
      到2027年: 300公里
tables:
  - id: 分工表
    period: 到2027年
    columns: 指标、数量
    rows: |
      | 步道 | @320公里 |
"""
FAMILIES = (
    ("A101", SUM),
    ("A102", RELATION),
    ("A108", SUBSET),
    ("T101", TREND),
    ("C102", TEXT),
)


def filled(
    piece: str, beside: str = "", sentence: str = "", other: str = "", nature: str = ""
) -> str:
    stated = f"\n    nature: {nature}" if nature else ""
    piece = piece.replace("@不", f"{beside}不").replace("@3", f"{beside}3")
    return piece.replace("#", sentence).replace("~", other).replace("%", stated)


def levels(root: Path, code: str, piece: str) -> list[Severity]:
    report = analyzed(root, piece).report
    return [item.severity for item in report.diagnostics if item.rule.code == code]


@pytest.mark.parametrize(("code", "piece"), FAMILIES, ids=[code for code, _ in FAMILIES])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, ERROR),
        ({"beside": "必须"}, ERROR),
        ({"beside": "应当"}, ERROR),
        ({"beside": "原则上"}, WARNING),
        ({"beside": "力争"}, WARNING),
        ({"sentence": "必须"}, ERROR),
        ({"sentence": "原则上"}, WARNING),
        ({"sentence": "力争"}, WARNING),
        ({"beside": "原则上", "sentence": "必须"}, ERROR),
        ({"beside": "原则上", "nature": "约束性"}, ERROR),
        ({"beside": "原则上", "nature": "预期性"}, WARNING),
        ({"sentence": "原则上", "nature": "约束性"}, ERROR),
        ({"sentence": "原则上", "other": "必须"}, WARNING),
        ({"beside": "原则上", "other": "必须"}, WARNING),
        ({"other": "原则上"}, ERROR),
    ],
)
def test_the_hedge_sets_the_weight_of_a_breach(
    tmp_path: Path, code: str, piece: str, words: dict[str, str], expected: Severity
) -> None:
    assert levels(tmp_path, code, filled(piece, **words)) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, WARNING),
        ({"beside": "原则上"}, WARNING),
        ({"beside": "必须"}, ERROR),
        ({"nature": "约束性"}, ERROR),
    ],
)
def test_a_binding_figure_makes_a_vague_amount_an_error(
    tmp_path: Path, words: dict[str, str], expected: Severity
) -> None:
    assert levels(tmp_path, "C104", filled(VAGUE, **words)) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, ERROR),
        ({"beside": "原则上"}, WARNING),
        ({"beside": "原则上", "nature": "约束性"}, ERROR),
    ],
)
def test_the_hedge_of_a_cell_counts(
    tmp_path: Path, words: dict[str, str], expected: Severity
) -> None:
    assert levels(tmp_path, "A109", filled(TABLE, **words)) == [expected]


def test_a_sentence_elsewhere_does_not_soften_a_text_at_fault(tmp_path: Path) -> None:
    piece = filled(TEXT) + (
        "  - title: 任务\n    text: 到2027年，原则上建成步道320公里。\n    targets: 步道@到2027年\n"
    )
    assert levels(tmp_path, "C102", piece) == [ERROR]


def test_what_is_no_breach_of_a_figure_keeps_its_weight(tmp_path: Path) -> None:
    piece = filled(RELATION, beside="原则上").replace("holds: 步道@", "holds: 栈道@")
    assert levels(tmp_path, "A102", piece) == [ERROR]


@pytest.mark.parametrize(
    ("own", "upper", "expected"),
    [
        ("30%", "40%", ERROR),
        ("原则上30%", "40%", WARNING),
        ("30%", "原则上40%", WARNING),
        ("原则上30%", "必须不低于40%", ERROR),
    ],
)
def test_the_hedges_of_both_plans_count(
    tmp_path: Path, own: str, upper: str, expected: Severity
) -> None:
    plans = {
        "upper": f"indicators:\n  覆盖率:\n    figures:\n      到2027年: {upper}\n",
        "own": (
            f"implements: upper\nindicators:\n  覆盖率:\n    figures:\n      到2027年: {own}\n"
        ),
    }
    files = {
        f"plans/{name}/plan.yaml": (standard_head("plan.yaml", text) + text).encode()
        for name, text in plans.items()
    }
    found = workspace(tmp_path, files).report.diagnostics
    assert [item.severity for item in found if item.rule.code == "A114"] == [expected]


# They count, compare names, units or dates, but hold no figure against another.
WITHOUT_FIGURES = {
    *("A103", "A116", "A117"),
    *("C101", "C103", "C105", "C106", "C107", "C108", "C109", "C110", "C121", "C122", "C130"),
    *("T102", "T103", "T104", "T105", "T106", "T107", "T109", "T120", "T130"),
}
# It refers, but what it says of a figure weighs as much as the figure.
OF_FIGURES = {"R116"}


def test_every_rule_that_holds_figures_against_each_other_heeds_their_hedges() -> None:
    checks = (*CHECKS, *CORPUS_CHECKS)
    weighed = {check.rule.code for check in checks if check.by_firmness}
    asked = {check.rule.code for check in checks if check.rule.code[0] in "ACT"}
    # a new rule says by_firmness=True, or joins the list above
    assert weighed == asked - WITHOUT_FIGURES | OF_FIGURES
