"""Units multiply, cancel and compare."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantity import DIMENSIONLESS, Unit, parse_unit
from generator.quantity.unit_table import SPELLINGS, UNITS


def product(parts: list[tuple[str, int]]) -> Unit:
    result = DIMENSIONLESS
    for name, power in parts:
        result = result * Unit.of(name) if power > 0 else result / Unit.of(name)
    return result


PARTS = st.tuples(st.sampled_from("人名天日元年月"), st.sampled_from((1, -1)))
PRODUCTS = st.lists(PARTS, max_size=4).map(product)


def unit(text: str) -> Unit:
    """Return the unit that must be there."""
    found = parse_unit(text)
    assert found is not None
    return found


def test_a_rate_times_its_units_is_money() -> None:
    assert unit("名") * unit("天") * unit("元/人/天") == unit("元")
    assert unit("学时") * unit("元/学时") == unit("元")
    assert unit("天/年") * unit("年") == unit("天")


def test_a_unit_over_itself_is_a_pure_number() -> None:
    assert (unit("名") / unit("人")).is_dimensionless
    assert (unit("天") / unit("天")) == DIMENSIONLESS


@given(PRODUCTS, PRODUCTS)
def test_the_order_of_factors_does_not_count(left: Unit, right: Unit) -> None:
    assert (left * right).same_kind(right * left)
    assert (left * right).magnitude == (right * left).magnitude


@given(PRODUCTS, PRODUCTS)
def test_dividing_undoes_multiplying(left: Unit, right: Unit) -> None:
    assert (left * right / right).same_kind(left)
    assert (left * right / right).factor_to(left) == 1


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("名", "人", Fraction(1)),
        ("所", "个", Fraction(1)),
        ("年", "个月", Fraction(12)),
        ("公顷", "亩", Fraction(15)),
        ("平方公里", "公顷", Fraction(100)),
        ("公里", "米", Fraction(1000)),
        ("吨", "公斤", Fraction(1000)),
        ("周", "天", Fraction(7)),
        ("元/年", "元/月", Fraction(1, 12)),
        ("周岁", "岁", Fraction(1)),
        ("毫克/升", "微克/升", Fraction(1000)),
    ],
)
def test_units_of_a_kind_convert(one: str, other: str, factor: Fraction) -> None:
    assert unit(one).same_kind(unit(other))
    assert unit(one) != unit(other)
    assert unit(one).factor_to(unit(other)) == factor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("学时", "学分"),
        ("学时", "课时"),
        ("年", "天"),
        ("年", "学年"),
        ("人", "人次"),
        ("项", "个"),
        ("标台", "台"),
        ("车道公里", "公里"),
    ],
)
def test_units_of_different_kinds_do_not_compare(one: str, other: str) -> None:
    assert not unit(one).same_kind(unit(other))
    assert unit(one).factor_to(unit(other)) is None


def test_rates_are_equal_in_any_order() -> None:
    assert unit("元/人/天") == unit("元/天/人") == unit("元/（人·天）")
    assert hash(unit("元/人/天")) == hash(unit("元/天/人"))
    assert unit("元/人/天") != "元/人/天"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("个月", "个月"),
        ("元/月", "元/月"),
        ("㎡", "平方米"),
        ("个学时", "学时"),
        ("元/人·天", "元/人/天"),
    ],
)
def test_name_is_what_is_printed(text: str, name: str) -> None:
    assert unit(text).name == name


def test_products_are_named_with_a_dot_and_powers() -> None:
    assert (unit("人") * unit("天")).name == "人·天"
    assert (unit("米") * unit("米")).name == "米²"


@pytest.mark.parametrize("text", ["", "橦", "名师", "元/", "生", "万元", "%"])
def test_not_a_unit(text: str) -> None:
    assert parse_unit(text) is None


def test_only_counts_durations_and_measures_cannot_be_negative() -> None:
    assert unit("名").is_never_negative
    assert unit("天/年").is_never_negative
    assert not unit("元").is_never_negative
    assert not DIMENSIONLESS.is_never_negative


def test_every_spelling_leads_to_a_kept_unit() -> None:
    assert {entry.name for entry in SPELLINGS.values()} == set(UNITS)
    assert all(entry.size > 0 for entry in UNITS.values())


def test_below_a_stroke_a_unit_may_be_counted_in_ten_thousands() -> None:
    assert unit("名/万人").factor_to(unit("名/人")) == Fraction(1, 10000)
    assert unit("张/千人口") == unit("张/千人")
    assert unit("吨标准煤/万元").factor_to(unit("吨标准煤/元")) == Fraction(1, 10000)
    assert unit("名/万人").name == "名/万人"
    assert parse_unit("万人") is None
    assert parse_unit("名/万") is None
