"""planpress explain: the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import ALL_RULES
from generator.cli import main

if TYPE_CHECKING:
    from generator.diagnostics import Rule


def test_a_word_lists_the_rules_whose_titles_have_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "分项之和"]) == 0
    assert capsys.readouterr().out.strip().splitlines() == ["A101  错误  合计与分项之和不符"]


@pytest.mark.parametrize("code", ["R102", "r102"])
def test_a_page_is_shown_whichever_way_the_code_is_typed(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", code]) == 0
    output = capsys.readouterr().out
    assert output.strip().startswith("R102 ")
    assert "#" not in output.splitlines()[0]
    assert "怎么改" in output


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_that_names_it(
    rule: Rule, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", rule.code]) == 0
    assert f"{rule.code} {rule.title}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("a190", "错误：没有“a190”这个代号。相近的有A10"),
        ("A999", "错误：没有“A999”这个代号。相近的有A10"),
        ("卫星", "错误：没有“卫星”这个代号。代号是一个字母加三位数字，例如A101"),
    ],
)
def test_an_unknown_code_gets_the_nearest(
    code: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", code]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_without_a_code_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    output = capsys.readouterr().out
    lines = output.splitlines()
    listed = [line.split(maxsplit=2) for line in lines if line.startswith("  ")]
    assert sorted(listed) == [[rule.code, rule.severity.label, rule.title] for rule in ALL_RULES]
    assert "数字之间：" in lines
    assert lines[-1] == "看其中一种的说明：planpress explain A101"


def test_a_page_holds_nothing_meant_for_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "A101"]) == 0
    assert "at=" not in capsys.readouterr().out
