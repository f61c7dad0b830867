"""Amounts and their shares: which lists are read, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks.shares_in_text import shares_in
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("投资96、72、48、120、144亿元，分别占25%、15%、10%、25%、30%。", "加起来是105%"),
        ("水利96亿元、交通72亿元和能源48亿元，分别占50%、40%和30%。", "加起来是120%"),
        ("投资96、72、48亿元分别占50、40、30%，进展顺利。", "加起来是120%"),
        ("总投资480亿元，其中96、72、48亿元，分别占20%、15%。", ""),
        ("共480亿元，其中甲96亿元、乙72亿元、丙48亿元、丁9亿元，分别占2%、1%、5%。", "是4个数"),
        ("甲96亿元、乙72亿元、丙48亿元，分别占20%、15%、10%、5%。", "是3个数"),
        ("甲96亿元，乙72亿元、丙48亿元、丁9亿元，分别占20%、15%、10%、5%。", ""),
        ("2025年投资96、72、48亿元，分别占20%、15%、10%。", ""),
        ("新建5座、6座、7座，分别占27%、33%、60%。", ""),
        ("新建5座、6座、7座，分别占27%、33%、20%、20%。", "是3个数"),
        ("投资96、72、48亿元，分别占总投资的50%、40%、30%。", ""),
        ("投资96、72、48亿元，分别占50%、40%、30%以上。", ""),
        ("增长5%、6%、7%，分别占50%、40%、30%。", ""),
        ("甲、乙、丙分别占50%、40%、30%。", ""),
        ("投资96、72、48亿元，分别占33.4%、33.3%、33.4%。", ""),
    ],
)
def test_shares_go_with_their_amounts(tmp_path: Path, text: str, told: str) -> None:
    report = analyzed(tmp_path, f"preamble: {text}\n").report
    found = [item for item in report.diagnostics if item.rule.code == "A118"]
    assert len(found) == bool(told)
    assert all(told in item.message for item in found)


def test_the_amounts_are_told_from_the_words_before_them() -> None:
    (found,) = shares_in("到2025年投资96、72、48亿元，分别占20%、15%、10%")
    assert found.listed == "96、72、48亿元"
    assert list(map(int, found.amounts)) == [96, 72, 48]


@pytest.mark.parametrize(
    "hostile", ["1、", "分别占1%、", "1亿元，分别占1%，", "分别占", "1.1", "分别占1"]
)
def test_a_hostile_text_is_read_to_its_end(hostile: str) -> None:
    assert len(list(shares_in(hostile * 5000))) <= 5000
    assert not list(shares_in(f"1、1、1元，分别占{'1' * 9000}%"))
