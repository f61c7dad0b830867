"""Units of measure that a plan adds, and words that were meant as units."""

from __future__ import annotations

import pytest

from generator.quantity import UnitFault, nearest_units, parse_quantity, unit_fault, unknown_unit


@pytest.mark.parametrize("name", ["台套", "标准化考点", "FEU", "县", "点"])
def test_a_new_word_can_be_a_unit(name: str) -> None:
    assert unit_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("个", UnitFault.KNOWN),
        ("课次", UnitFault.KNOWN),
        ("元/课次", UnitFault.KNOWN),
        ("%", UnitFault.KNOWN),
        ("㎡", UnitFault.KNOWN),
        ("3台", UnitFault.FORM),
        ("台+套", UnitFault.FORM),
        ("台 套", UnitFault.FORM),
        ("以上", UnitFault.MEANING),
        ("左右", UnitFault.MEANING),
        ("万台", UnitFault.MEANING),
        ("多名", UnitFault.MEANING),
        ("分之", UnitFault.MEANING),
        ("年底", UnitFault.MEANING),
        ("月", UnitFault.MEANING),
        ("至", UnitFault.MEANING),
        ("一", UnitFault.MEANING),
    ],
)
def test_what_means_something_else_is_no_unit(name: str, fault: UnitFault) -> None:
    assert unit_fault(name) is fault


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("120台套", "台套"),
        ("不少于3万台套以上", "台套"),
        ("三台套", "台套"),
        ("10余台套", "台套"),
        ("5—8台套", "台套"),
        ("10台套/年", "台套"),
        ("400元/台套", "台套"),
        ("约10瓩（新增）", "瓩"),
        ("120台", ""),
        ("大约很多", ""),
        ("2027年", ""),
        ("台套", ""),
    ],
)
def test_the_word_that_is_no_known_unit_is_found(text: str, unit: str) -> None:
    assert unknown_unit(text) == unit


def test_a_unit_once_declared_is_read() -> None:
    own = frozenset(("台套",))
    assert unknown_unit("120台套", own) == ""
    quantity = parse_quantity("400元/台套", own)
    assert quantity is not None
    assert parse_quantity("400元/台套") is None


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("公理", ("公里", "公顷", "公斤")),
        ("公倾", ("公里", "公顷", "公斤")),
        ("标准厢", ("标准箱",)),
        ("瓩", ()),
    ],
)
def test_all_units_equally_near_are_offered(word: str, nearest: tuple[str, ...]) -> None:
    assert sorted(nearest_units(word)) == sorted(nearest)


def test_the_nearest_unit_may_be_one_of_the_plan() -> None:
    assert nearest_units("标准考点", frozenset(("标准化考点",))) == ("标准化考点",)
