"""Plans held against each other: norms, upper plans, totals of several plans, quotas."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from generator.checks.a114_weaker_than_upper import strictness
from generator.checks.upper_plans import UpperPlans
from generator.diagnostics import Severity
from generator.quantity import DEFAULT_TOLERANCE, Quantity, Verdict, parse_quantity
from generator.resolve import Corpus
from generator.resolve.names import NameIndex
from generator.source import Span
from tests.rules.workspace import other_plan, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Report


def report_on(root: Path, **plans: str) -> Report:
    files = {f"plans/{name}.yaml": other_plan(text) for name, text in plans.items()}
    return workspace(root, files).report


def of(report: Report, code: str) -> list[Diagnostic]:
    return [item for item in report.diagnostics if item.rule.code == code]


def verdicts(report: Report, code: str) -> list[Verdict]:
    return [item.verdict for item in report.reconciliations if item.rule.code == code]


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert isinstance(found, Quantity)
    return found


@pytest.mark.parametrize(
    ("own", "upper", "trend", "verdict"),
    [
        ("35%", "不低于30%", "", Verdict.HOLDS),
        ("不低于30%", "不低于30%", "", Verdict.HOLDS),
        ("25%", "不低于30%", "", Verdict.FAILS),
        ("不低于25%", "不低于30%", "", Verdict.FAILS),
        ("不高于50%", "不低于30%", "", Verdict.UNDETERMINED),
        ("30%", "超过30%", "", Verdict.FAILS),
        ("超过30%", "超过30%", "", Verdict.HOLDS),
        ("不高于40%", "不高于40%", "", Verdict.HOLDS),
        ("35%", "不高于40%", "", Verdict.HOLDS),
        ("不高于45%", "不高于40%", "", Verdict.FAILS),
        ("不低于20%", "不高于40%", "", Verdict.UNDETERMINED),
        ("40%", "低于40%", "", Verdict.FAILS),
        ("72学时", "60学时", "", Verdict.HOLDS),
        ("50学时", "60学时", "", Verdict.FAILS),
        ("4‰", "5‰", "下降", Verdict.HOLDS),
        ("6‰", "5‰", "下降", Verdict.FAILS),
        ("6天", "5天", "不变", Verdict.FAILS),
        ("5天", "5天", "不变", Verdict.HOLDS),
        ("40至50名", "50至60名", "", Verdict.FAILS),
        ("55名", "50至60名", "", Verdict.HOLDS),
        ("95学时", "约100学时", "", Verdict.HOLDS),
        ("85学时", "约100学时", "", Verdict.FAILS),
    ],
)
def test_limits_are_compared_on_their_own_side(
    own: str, upper: str, trend: str, verdict: Verdict
) -> None:
    assert strictness(quantity(own), quantity(upper), trend, DEFAULT_TOLERANCE) is verdict


NORMS = """\
title: 示例省教师队伍规划
indicators:
  教研员占比:
    figures:
      到2025年: 不低于5‰
      到2027年: 不低于6‰
"""


def held(figure: str, norm: str = "norms#教研员占比", period: str = "到2027年") -> str:
    return (
        "title: 示例市教师队伍规划\nindicators:\n  研究人员比例:\n"
        f"    norm: {norm}\n    figures:\n      {period}: {figure}\n"
    )


@pytest.mark.parametrize(
    ("figure", "norm", "period", "verdict"),
    [
        ("5.5‰", "norms#教研员占比", "到2027年", Verdict.FAILS),
        ("6.5‰", "norms#教研员占比", "到2027年", Verdict.HOLDS),
        ("5.5‰", "norms#教研员占比@到2025年", "到2027年", Verdict.HOLDS),
        # the last one due before
        ("5.5‰", "norms#教研员占比", "到2026年", Verdict.HOLDS),
        ("4.5‰", "norms#教研员占比", "到2026年", Verdict.FAILS),
        ("4.5‰", "norms#教研员占比", "到2024年", Verdict.UNDETERMINED),
    ],
)
def test_a_norm_binds_from_its_period_on(
    tmp_path: Path, figure: str, norm: str, period: str, verdict: Verdict
) -> None:
    report = report_on(tmp_path, norms=NORMS, own=held(figure, norm, period))
    assert verdicts(report, "A114") == [verdict]
    assert len(of(report, "A114")) == (verdict is Verdict.FAILS)


def test_a_finding_stands_in_the_lower_plan_and_points_at_the_upper(tmp_path: Path) -> None:
    report = report_on(tmp_path, norms=NORMS, own=held("5.5‰"))
    (found,) = of(report, "A114")
    assert found.primary.place.source == "plans/own.yaml"
    assert {label.place.source for label in found.related} == {"plans/norms.yaml"}
    assert "5.5‰" in found.message
    assert "不低于6‰" in found.message


def test_a_waiver_of_the_lower_plan_covers_it(tmp_path: Path) -> None:
    waiver = (
        "waivers:\n  - rule: A114\n    at: indicators/研究人员比例\n"
        "    quote: 5.5‰\n    reason: 已报省里同意\n    approved_by: 市局\n"
    )
    report = report_on(tmp_path, norms=NORMS, own=held("5.5‰") + waiver)
    assert of(report, "A114") == []
    assert [item.diagnostic.rule.code for item in report.waived] == ["A114"]
    assert of(report, "R109") == []


def test_another_kind_of_unit_is_said(tmp_path: Path) -> None:
    report = report_on(tmp_path, norms=NORMS, own=held("60学时"))
    assert ["单位不同" in item.message for item in of(report, "A114")] == [True]


def city(figure: str, more: str = "") -> str:
    return (
        f"title: 示例市规划\n{more}indicators:\n  村医:\n    figures:\n      到2027年: {figure}\n"
    )


def county(name: str, figure: str | None, indicator: str = "村医") -> str:
    indicators = f"indicators:\n  {indicator}:\n    figures:\n      到2027年: {figure}\n"
    head = f"title: {name}规划\nregion: {name}\nimplements: city\n"
    return head + (indicators if figure else "")


ALL = "implemented_by: 甲县、乙县\n"


@pytest.mark.parametrize(
    ("upper", "one", "other", "verdict"),
    [
        (city("300名", ALL), "120名", "180名", Verdict.HOLDS),
        (city("300名", ALL), "120名", "170名", Verdict.FAILS),
        (city("300名", ALL), "120名", "190名", Verdict.FAILS),
        # others may still add to it
        (city("300名"), "120名", "170名", Verdict.UNDETERMINED),
        (city("300名"), "120名", "180名", Verdict.HOLDS),
        (city("300名"), "120名", "190名", Verdict.FAILS),
        (city("300名", "implemented_by: 甲县、乙县、等\n"), "120名", "170名", Verdict.UNDETERMINED),
        (
            city("300名", "implemented_by: 甲县、乙县、丙县\n"),
            "120名",
            "170名",
            Verdict.UNDETERMINED,
        ),
        (city("300名", "implemented_by: 甲县、乙县、丙县\n"), "120名", "190名", Verdict.FAILS),
        (city("不少于300名"), "120名", "190名", Verdict.HOLDS),
        (city("不少于300名", ALL), "120名", "170名", Verdict.FAILS),
        (city("不超过300名"), "120名", "190名", Verdict.FAILS),
        (city("不超过300名", ALL), "120名", "170名", Verdict.HOLDS),
        (city("300名", ALL), "120名", None, Verdict.UNDETERMINED),
        # a figure meant for each place alike
        (city("45名"), "45名", "45名", Verdict.UNDETERMINED),
        # of 0.3万 the last place is a thousand
        (city("0.3万名", ALL), "1200名", "1790名", Verdict.HOLDS),
    ],
)
def test_the_plans_below_are_added_up(
    tmp_path: Path, upper: str, one: str, other: str | None, verdict: Verdict
) -> None:
    plans = {"city": upper, "jia": county("甲县", one), "yi": county("乙县", other)}
    report = report_on(tmp_path, **plans)
    assert verdicts(report, "A115") == [verdict]
    assert len(of(report, "A115")) == (verdict is Verdict.FAILS)


def test_what_cannot_be_added_up_is_said(tmp_path: Path) -> None:
    plans = {"jia": county("甲县", "120名"), "yi": county("乙县", "180套")}
    report = report_on(tmp_path, city=city("300名", ALL), **plans)
    (found,) = of(report, "A115")
    assert found.severity is Severity.WARNING
    assert isinstance(found.primary.place, Span)
    assert found.primary.place.source == "plans/yi.yaml"
    assert "180套，上位规划“示例市规划”为300名，单位不同，不能相加" in found.message


def test_a_sum_names_every_plan_and_stands_in_one_of_them(tmp_path: Path) -> None:
    plans = {"jia": county("甲县", "120名"), "yi": county("乙县", "170名")}
    report = report_on(tmp_path, city=city("300名", ALL), **plans)
    (found,) = of(report, "A115")
    assert isinstance(found.primary.place, Span)
    assert found.primary.place.source == "plans/yi.yaml"
    sources = {label.place.source for label in found.related}
    assert sources == {"plans/city.yaml", "plans/jia.yaml", "plans/yi.yaml"}
    for word in ("甲县120名", "乙县170名", "合计290名", "300名", "相差10名"):
        assert word in found.message


@pytest.mark.parametrize(
    ("listed", "levels", "nearest"),
    [
        ("甲县、乙县", [], ""),
        ("jia、示例市乙县规划", [], ""),
        # one may be still to come, of which the others say nothing
        ("甲县、乙县、丙区", [Severity.NOTE], ""),
        ("丙区、丁区", [Severity.WARNING] * 2, ""),
        ("jia、yi-2023、甲县、示例市乙县规化", [Severity.ERROR], "示例市乙县规划"),
        ("city", [Severity.WARNING], ""),
    ],
)
def test_a_plan_below_that_is_not_there_is_said(
    tmp_path: Path, listed: str, levels: list[Severity], nearest: str
) -> None:
    other = county("乙县", "180名").replace("title: 乙县规划", "title: 示例市乙县规划")
    plans = {"jia": county("甲县", "120名"), "yi": other}
    report = report_on(tmp_path, city=city("300名", f"implemented_by: {listed}\n"), **plans)
    found = of(report, "R120")
    assert [item.severity for item in found if "yi-2023" not in item.message] == levels
    assert nearest in "".join(item.hint for item in found)


def test_a_plan_that_is_listed_takes_part_though_it_names_no_upper_plan(tmp_path: Path) -> None:
    other = county("乙县", "190名").replace("implements: city\n", "")
    plans = {"jia": county("甲县", "120名"), "yi": other}
    report = report_on(tmp_path, city=city("300名", "implemented_by: 甲县、yi\n"), **plans)
    assert verdicts(report, "A115") == [Verdict.FAILS]


def test_an_indicator_is_known_by_its_aliases(tmp_path: Path) -> None:
    other = county("乙县", "170名", "乡村医生").replace(
        "    figures", "    aliases: 村医\n    figures"
    )
    report = report_on(tmp_path, city=city("300名", ALL), jia=county("甲县", "120名"), yi=other)
    assert verdicts(report, "A115") == [Verdict.FAILS]


def test_many_plans_below_cost_one_look_up_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for number in (4, 8):
        steps = itertools.count()
        plans = {f"xian-{n}": county(f"{n}县", "1名") for n in range(number)}
        files = {f"plans/{name}.yaml": other_plan(text) for name, text in plans.items()}
        files["plans/city.yaml"] = other_plan(city("不少于1名"))
        corpus = workspace(tmp_path / str(number), files).corpus
        find = NameIndex.find
        with monkeypatch.context() as patch:
            patch.setattr(
                NameIndex,
                "find",
                lambda self, name, steps=steps, find=find: (next(steps), find(self, name))[1],
            )
            uppers = UpperPlans(Corpus(corpus.plans, {}))
        assert len(uppers.links) == number
        counts.append(next(steps))
    assert counts == [4, 8]


def test_a_plan_is_no_upper_plan_of_its_own(tmp_path: Path) -> None:
    report = report_on(tmp_path, own="title: 示例市规划\nimplements: own\n")
    assert ["自己的上位规划" in item.message for item in of(report, "R120")] == [True]
    assert of(report, "A115") == []
