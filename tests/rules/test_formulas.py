"""Relations between figures: names, numbers, precedence, units, periods."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.formula import Comparison, FormulaFault, comparable, relation
from generator.model.document import Plan
from generator.quantity import Interval
from generator.resolve import ResolvedPlan, resolve
from tests.rules.test_decoding import HEAD, records

if TYPE_CHECKING:
    from generator.checks.formula_terms import Value

INDICATORS = """\
indicators:
  甲: 6个
  乙: 3个
  丙: 2个
  人数: 200人
  天数: 5天
  标准: 400元/人/天
  经费: 40万元
  占比: 67%
  教师: 300名
  骨干教师:
    figures: 100名
    aliases: 骨干
  床位:
    figures:
      到2025年: 500张
      到2027年: 800张
  样板: 一批
  0-3岁托位: 70个
  甲-1型: 8个
  增长率（年均）: 5%
  班: 不少于10个
  约: 约100个
  原占比: 65%
  升幅: 2个百分点
"""


def resolved(more: str = "") -> ResolvedPlan:
    """Resolve a plan with the indicators above and more lines after them."""
    plan, findings = records(HEAD + INDICATORS + more, Plan)
    assert findings == ()
    assert isinstance(plan, Plan)
    return resolve("a", "plan.yaml", plan, (), {})[0]


RESOLVED = resolved()


def comparison(text: str) -> Comparison:
    found = relation(text, RESOLVED)
    assert not isinstance(found, FormulaFault), found
    (only,) = found
    return only


def left(text: str) -> Value:
    """Evaluate the left side of an equation with nothing on the right."""
    return comparison(f"{text} = 1个").left


def fault(text: str) -> tuple[str, str]:
    """Give the kind of the fault and the words that it points at."""
    found = relation(text, RESOLVED)
    assert isinstance(found, FormulaFault)
    assert found.message
    return found.kind, text[found.start : found.end]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("甲", 6),
        ("甲 + 乙", 9),
        ("甲 + 乙 + 丙", 11),
        ("甲 − 乙 − 丙", 1),
        ("甲 − (乙 − 丙)", 5),
        ("甲 - 乙 + 丙", 5),
        ("甲 + 乙 × 2", 12),
        ("2 × 甲 + 乙", 15),
        ("(甲 + 乙) × 2", 18),
        ("（甲 + 乙）×2", 18),
        ("甲 ÷ 乙", 2),
        ("甲 ÷ 乙 × 2", 4),
        ("甲 ÷ (3 × 2)", 1),
        ("甲 * 2 / 3", 4),
        ("((甲))", 6),
        ("甲＋乙", 9),
        ("甲×2－乙", 9),
        ("甲　+　乙", 9),
        ("1.5 × 甲", 9),
        ("20个 − 甲", 14),
        ("0-3岁托位 − 甲", 64),
        ("甲-1型 − 甲", 2),
        ("甲 × 增长率（年均）", Fraction(3, 10)),
        ("床位@到2027年 − 床位@到2025年", 300),
        ("床位@至2025年 + 床位@2027年底前", 1300),
        ("骨干 + 教师", 400),
        ("人数 × 天数 × 标准", 400_000),
    ],
)
def test_signs_bind_as_in_arithmetic(formula: str, value: float | Fraction) -> None:
    assert left(formula).printed == Interval.exact(Fraction(value))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("双师教师", 5),
        ("“双师”教师", 5),
        ("“双师教师” + 1名", 6),
        ("增长率(年均) × 100名", 5),
    ],
)
def test_a_name_may_be_spelled_loosely(written: str, value: int) -> None:
    found = relation(f"{written} = 1名", resolved("  “双师”教师: 5名\n"))
    assert not isinstance(found, FormulaFault), found
    assert found[0].left.printed == Interval.exact(value)


def test_a_formula_of_an_enclosed_document_knows_the_indicators_around_it() -> None:
    inner = """\
encloses:
  by: 印发
  document:
    kind: 规划
    title: 内
    indicators:
      甲: 60个
"""
    (enclosed,) = resolved(inner).inner
    found = relation("甲 = 乙", enclosed)
    assert not isinstance(found, FormulaFault), found
    sides = (found[0].left.printed, found[0].right.printed)
    assert sides == (Interval.exact(60), Interval.exact(3))


@pytest.mark.parametrize("zero", ["0%", "0个", "(1个 − 1个)", "零基数"])
def test_nothing_is_divided_by_zero(zero: str) -> None:
    found = relation(f"甲 ÷ {zero} = 1", resolved("  零基数: 0%\n"))
    assert isinstance(found, FormulaFault)
    assert found.message == "除数是0"


@pytest.mark.parametrize(("depth", "fails"), [(64, False), (65, True), (5000, True)])
def test_brackets_may_be_nested_to_a_depth(depth: int, *, fails: bool) -> None:
    found = relation(f"{'(' * depth}甲{')' * depth} = 甲", RESOLVED)
    assert isinstance(found, FormulaFault) is fails
    if isinstance(found, FormulaFault):
        assert (found.kind, found.message) == ("syntax", "括号套了64层以上")


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("甲", "个"),
        ("教师 + 人数", "名"),
        ("人数 × 标准", "元/天"),
        ("人数 × 天数 × 标准", "元"),
        ("人数 × 天数", "人·天"),
        ("经费 ÷ 人数", "元/人"),
        ("经费 ÷ 人数 ÷ 天数", "元/人/天"),
        ("骨干教师 ÷ 教师", ""),
        ("骨干教师 ÷ 人数", ""),
        ("占比 × 教师", "名"),
        ("(甲 + 乙) ÷ 天数", "个/天"),
    ],
)
def test_units_multiply_and_cancel(formula: str, unit: str) -> None:
    assert left(formula).unit.name == unit


@pytest.mark.parametrize(
    ("formula", "kind", "words"),
    [
        ("甲 = 丁", "name", "丁"),
        ("甲 = 丁 + 乙", "name", "丁"),
        ("甲班 = 乙", "name", "甲班"),
        ("甲 = 骨干教师数", "name", "骨干教师数"),
        ("甲 = 床位", "period", "床位"),
        ("甲 = 床位@到2026年", "period", "床位@到2026年"),
        ("甲 = 教师@到2027年", "period", "教师@到2027年"),
        # without spaces a hyphen may belong to the period
        ("床位@到2027年-床位@到2025年 = 甲", "period", "床位@到2027年-床位@到2025年"),
        ("甲 = 样板", "vague", "样板"),
        ("甲 + 教师 = 1个", "unit", "甲 + 教师"),
        ("1个 = 甲 + 教师", "unit", "甲 + 教师"),
        ("甲", "syntax", "甲"),
        ("甲 =", "syntax", ""),
        ("甲 + = 乙", "syntax", "= "),
        ("甲 = (乙 + 丙", "syntax", ""),
        ("甲 = 乙 + 丙)", "syntax", ")"),
        ("甲 = 乙 丙", "syntax", "丙"),
        ("甲 = 乙 ÷ 0", "zero", "乙 ÷ 0"),
        ("= 甲", "syntax", "= "),
    ],
)
def test_a_formula_without_a_value_says_why_and_where(formula: str, kind: str, words: str) -> None:
    found_kind, found_words = fault(formula)
    assert (found_kind, found_words.strip()) == (kind, words.strip())


@pytest.mark.parametrize(
    ("formula", "signs"),
    [
        ("甲 = 乙", ["="]),
        ("甲 <= 乙", ["<="]),
        ("乙 ≤ 甲 ＜ 班", ["≤", "＜"]),
        ("丙 < 乙 < 甲 <= 班", ["<", "<", "<="]),
        ("甲>=乙", [">="]),
        ("甲＝乙", ["＝"]),
    ],
)
def test_a_chain_is_compared_link_by_link(formula: str, signs: list[str]) -> None:
    found = relation(formula, RESOLVED)
    assert not isinstance(found, FormulaFault)
    assert [link.sign for link in found] == signs
    for one, other in itertools.pairwise(found):
        assert one.right == other.left


@pytest.mark.parametrize(
    ("formula", "same"),
    [
        ("教师 >= 人数", True),
        ("甲 = 人数", False),
        ("占比 = 骨干教师 ÷ 教师", True),
        ("占比 = 0.67", True),
        ("经费 = 人数 × 标准", False),
        ("经费 = 人数 × 天数 × 标准", True),
        ("升幅 = 占比 - 原占比", True),
        ("（占比 - 原占比） ÷ 2 <= 升幅", True),
        ("占比 = 占比 - 原占比", True),
        ("升幅 = 占比", False),
        ("升幅 = 占比 + 原占比", False),
        ("升幅 = （占比 - 原占比） × 教师", False),
    ],
)
def test_sides_of_different_kinds_are_not_compared(formula: str, *, same: bool) -> None:
    assert comparable(comparison(formula)) is same


def test_a_difference_of_shares_is_set_against_points_in_points() -> None:
    assert comparison("升幅 = 占比 - 原占比").right.printed == Interval.exact(2)
    assert comparison("占比 - 原占比 = 升幅").left.printed == Interval.exact(2)


@pytest.mark.parametrize(
    ("formula", "interval"),
    [
        ("班", Interval.at_least(10)),
        ("班 + 甲", Interval.at_least(16)),
        ("约", Interval(Fraction(90), Fraction(110))),
        ("占比", Interval(Fraction(665, 1000), Fraction(675, 1000))),
        ("经费", Interval(Fraction(395_000), Fraction(405_000))),
        ("人数", Interval.exact(200)),
    ],
)
def test_bounds_and_rounding_make_intervals(formula: str, interval: Interval) -> None:
    assert left(formula).interval == interval


def test_a_value_knows_its_figures_and_shows_its_working() -> None:
    value = left("(甲 + 乙) × 2")
    assert [figure.key.indicator for figure in value.figures] == ["甲", "乙"]
    assert value.text == "（6个 + 3个） × 2"


numbers = st.integers(1, 99)


@given(numbers, numbers, numbers, st.sampled_from("+−×÷"), st.sampled_from("+−×÷"))
def test_any_formula_gives_what_exact_arithmetic_gives(
    a: int, b: int, c: int, first: str, second: str
) -> None:
    python = {"+": "+", "−": "-", "×": "*", "÷": "/"}
    expression = f"Fraction({a}) {python[first]} Fraction({b}) {python[second]} Fraction({c})"
    expected = eval(expression, {"Fraction": Fraction})  # noqa: S307 - built on the line above
    assert left(f"{a} {first} {b} {second} {c}").interval == Interval.exact(expected)


@given(st.text(alphabet="甲乙丁床位@到2025年+−×÷()（）<>=≤ 0123.个", min_size=1, max_size=30))
def test_no_text_breaks_the_formula_and_every_fault_lies_in_it(text: str) -> None:
    found = relation(text, RESOLVED)
    if isinstance(found, FormulaFault):
        assert 0 <= found.start < found.end <= len(text) + 1
    else:
        assert found
