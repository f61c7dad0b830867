"""Relations found without a declaration: formulas, unknown bases, years, growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Severity
from generator.quantity import Verdict
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Report

H, F, U = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def of(report: Report, code: str) -> list[Diagnostic]:
    return [item for item in report.diagnostics if item.rule.code == code]


def verdicts(report: Report, code: str) -> list[Verdict]:
    return [item.verdict for item in report.reconciliations if item.rule.code == code]


def indicators(**figures: str) -> str:
    """Write indicators by name; a figure is `text` or `text | key: value | key: value`."""
    lines = ["baseline: 2022年", "indicators:"]
    for name, text in figures.items():
        *keys, figure = reversed([part.strip() for part in text.split("|")])
        lines += [f"  {name}:", *(f"    {key}" for key in keys)]
        dated = [f"      {one.strip()}" for one in figure.split("；")]
        lines += ["    figures:", *dated] if "：" in figure else [f"    figures: {figure}"]
    return "\n".join(lines).replace("：", ": ") + "\n"


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("乙 ÷ 丙", "除数是0"),
        ("乙 x 2", "读不懂“x 2”"),
        ("乙 + 丁", "单位不同，不能相加减"),
        ("乙@到2025年 × 2", "没有“到2025年”的数值"),
        ("合计（名额表.人数）", "没有“名额表”表的“人数”列"),
        ("计数（工程）", "不认识的计数对象“工程”"),
    ],
)
def test_a_formula_that_says_something_impossible_is_found(
    tmp_path: Path, formula: str, said: str
) -> None:
    figures = {"甲": f"6个 | formula: {formula}", "乙": "2个", "丙": "0", "丁": "3公里"}
    (found,) = of(analyzed(tmp_path, indicators(**figures)).report, "A110")
    assert said in found.message
    assert found.hint


@pytest.mark.parametrize("formula", ["见附件二", "乙和丙的平均", "全市总数", "乙 × 总数"])
def test_words_on_how_a_figure_is_counted_are_no_formula(tmp_path: Path, formula: str) -> None:
    figures = {"甲": f"6个 | formula: {formula}", "乙": "2个", "丙": "3"}
    assert of(analyzed(tmp_path, indicators(**figures)).report, "A110") == []


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        ({"甲": "2个 | formula: 乙 ÷ 丙", "乙": "6个", "丙": "3"}, H),
        ({"甲": "3个 | formula: 乙 ÷ 丙", "乙": "6个", "丙": "3"}, F),
        ({"甲": "50天 | formula: 乙 × 丙", "乙": "25天 | per: 每年", "丙": "2年"}, H),
        ({"甲": "51天 | formula: 乙 × 丙", "乙": "25天 | per: 每年", "丙": "2年"}, F),
        ({"甲": "100人 | formula: 乙 × 丙", "乙": "10人/组", "丙": "10组"}, H),
        ({"甲": "101人 | formula: 乙 × 丙", "乙": "10人/组", "丙": "10组"}, F),
        # rounding raises no alarm, a gap beyond it does
        ({"甲": "28% | formula: 乙 ÷ 丙", "乙": "279个", "丙": "1000个"}, H),
        ({"甲": "28% | formula: 乙 ÷ 丙", "乙": "286个", "丙": "1000个"}, F),
        ({"甲": "1.2万元 | formula: 乙 × 丙", "乙": "121人", "丙": "100元/人"}, H),
        ({"甲": "1.2万元 | formula: 乙 × 丙", "乙": "126人", "丙": "100元/人"}, F),
        # limits and unknown names
        ({"甲": "不少于6个 | formula: 乙 × 3", "乙": "2个"}, H),
        ({"甲": "不少于7个 | formula: 乙 × 3", "乙": "2个"}, F),
        ({"甲": "6个 | formula: 乙 × 3", "乙": "不少于2个"}, U),
        ({"甲": "6个 | formula: 乙 × 未知", "乙": "2个"}, U),
        ({"甲": "6个 | formula: 按年报统计"}, U),
        # the figure of the same period; none of it is no fault
        (
            {
                "甲": "到2025年：2个；到2027年：4个 | formula: 乙 × 2",
                "乙": "到2025年：1个；到2027年：2个",
            },
            [H, H],
        ),
        ({"甲": "到2025年：2个 | formula: 乙 × 2", "乙": "到2027年：7个"}, U),
        # a share by its name and base
        ({"甲占比": "40% | base: 乙", "甲": "100名", "乙": "250名"}, H),
        ({"甲占比": "45% | base: 乙", "甲": "100名", "乙": "250名"}, F),
        ({"甲率": "45% | base: 乙", "甲": "100名", "乙": "250名"}, []),
        ({"甲占比": "45% | base: 丁", "甲": "100名", "乙": "250名"}, []),
    ],
)
def test_an_indicator_is_computed(
    tmp_path: Path, figures: dict[str, str], verdict: Verdict | list[Verdict]
) -> None:
    report = analyzed(tmp_path, indicators(**figures)).report
    wanted = verdict if isinstance(verdict, list) else [verdict]
    assert verdicts(report, "A110") == wanted
    assert len(of(report, "A110")) == wanted.count(F)


def test_an_exact_figure_is_not_rounded(tmp_path: Path) -> None:
    piece = """\
indicators:
  经费:
    formula: 人数 × 标准
    figures:
      2024年:
        value: 1.2万元
        exact: {}
  人数: 121人
  标准: 100元/人
"""
    assert verdicts(analyzed(tmp_path / "a", piece.format("no")).report, "A110") == [H]
    assert verdicts(analyzed(tmp_path / "b", piece.format("yes")).report, "A110") == [F]


@pytest.mark.parametrize(
    ("scopes", "level"),
    [(("市级", "县级"), Severity.NOTE), (("市级", "市级"), Severity.WARNING)],
)
@pytest.mark.parametrize(
    "formulas",
    [
        ("甲 ÷ 总数", "乙 ÷ 总数"),
        ("甲 / 总数", "乙 / 总数"),
    ],
)
def test_two_values_of_a_base_are_noted_for_two_scopes(
    tmp_path: Path, formulas: tuple[str, str], scopes: tuple[str, str], level: Severity
) -> None:
    piece = indicators(
        甲="3800名",
        乙="6800名",
        甲比=f"10% | scope: {scopes[0]} | formula: {formulas[0]}",
        乙比=f"20% | scope: {scopes[1]} | formula: {formulas[1]}",
    )
    report = analyzed(tmp_path, piece).report
    (found,) = of(report, "A111")
    assert found.severity is level
    for word in ("38000名", "34000名", "相差4000名"):
        assert word in found.message
    assert verdicts(report, "A111") == [U if level is Severity.NOTE else F]


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ("2023—2025年：450名；2023年：150名；2024年：150名；2025年：150名", [H]),
        ("2023—2025年：451名；2023年：150名；2024年：150名；2025年：150名", [F]),
        ("2023—2025年：450名；2023年：150名；2024年：150名", [U]),
        ("2023—2025年：250名；2023年：150名；2024年：150名", [F]),
        ("2023—2024年：50天；每年：25天", [H]),
        ("2023—2025年：50天；每年：25天", [F]),
        ("2023—2024年：240元；每月：10元", [H]),
        ("2023—2024年：230元；每月：10元", [F]),
        ("“十四五”期间：50天；每年：10天", [H]),
        ("五年一周期：360学时；每年：72学时", [H]),
        ("五年一周期：360学时；每学年：70学时", [F]),
        ("五年一周期：360学时；每年：不少于10学时", [U]),
        ("五年一周期：360学时；每年：不少于80学时", [F]),
        # what is reached by a year, shares, and parts of a year are not added
        ("到2025年：300名；2023年：150名；2024年：150名；2025年：150名", []),
        ("2023—2024年：10%；每年：10%", []),
        ("2023年1—6月：10名；每年：10名", []),
    ],
)
def test_years_give_the_whole_period(tmp_path: Path, figures: str, wanted: list[Verdict]) -> None:
    report = analyzed(tmp_path, indicators(甲=f"{figures} | trend: 不要求")).report
    assert verdicts(report, "A112") == wanted
    assert len(of(report, "A112")) == wanted.count(F)


@pytest.mark.parametrize(
    ("figures", "rate", "wanted"),
    [
        ("2022年：100名；到2025年：133名", "10%", [H]),
        ("2022年：100名；到2025年：130名", "10%", [F]),
        ("2022年：100名；到2025年：130名", "2023—2025年：9.1%", [H]),
        ("现状：100名；到2025年：133名", "10%", [H]),
        ("2022年：100名；到2025年：不少于133名", "10%", [U]),
        ("2022年：100名", "10%", []),
        ("2022年：100名；到2025年：130名", "2023—2024年：10%", []),
        ("2022年：10万名；到2025年：13.3万名", "10%", [H]),
        ("2022年：100名；到2025年：90名", "10%", [F]),
    ],
)
def test_growth_leads_from_the_first_figure_to_the_last(
    tmp_path: Path, figures: str, rate: str, wanted: list[Verdict]
) -> None:
    piece = indicators(甲=f"{figures} | trend: 不要求", 甲年均增长率=rate)
    report = analyzed(tmp_path, piece).report
    assert verdicts(report, "A113") == wanted
    assert len(of(report, "A113")) == wanted.count(F)


def test_a_growth_rate_that_is_wrong_is_given_the_right_one(tmp_path: Path) -> None:
    piece = indicators(甲="2022年：100名；到2024年：121名", 甲年均增长率="12%")
    (found,) = of(analyzed(tmp_path, piece).report, "A113")
    assert "2年平均每年增长10%" in found.message


@pytest.mark.parametrize(
    ("holds", "verdict"),
    [
        ("团队 >= 4 × 每校", U),
        ("团队 >= 4 × 下限（每校）", H),
        ("团队 >= 20 × 下限（每校）", F),
        ("上限（新教师@到2027年） = 100名", H),
        ("上限（新教师） = 50名", F),
    ],
)
def test_a_relation_may_take_one_end_of_a_figure(
    tmp_path: Path, holds: str, verdict: Verdict
) -> None:
    relation = f"relations:\n  - name: 甲\n    holds: {holds}\n"
    piece = indicators(团队="50人", 每校="不少于3人", 新教师="到2027年：50至100名")
    assert verdicts(analyzed(tmp_path, piece + relation).report, "A102") == [verdict]


def test_a_figure_without_that_end_is_said(tmp_path: Path) -> None:
    relation = "relations:\n  - name: 甲\n    holds: 团队 >= 上限（每校）\n"
    piece = indicators(团队="50人", 每校="不少于3人")
    (found,) = of(analyzed(tmp_path, piece + relation).report, "A102")
    assert "“每校”没有上限" in found.message
