"""What the checks find beyond the examples of their pages, and what they say was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks.enumerations import enumerations
from generator.diagnostics import Severity
from generator.quantity import Verdict
from generator.source import Span
from generator.text import Piece, Text
from tests.rules.workspace import analyzed, standard_head, words_at

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Report


def report_on(root: Path, piece: str) -> Report:
    return analyzed(root, piece).report


def of(report: Report, code: str) -> list[Diagnostic]:
    return [item for item in report.diagnostics if item.rule.code == code]


def verdicts(report: Report, code: str) -> list[Verdict]:
    return [item.verdict for item in report.reconciliations if item.rule.code == code]


def words(piece: str, *places: object) -> list[str]:
    text = standard_head("plan.yaml", piece) + piece
    return [words_at(text, place) for place in places if isinstance(place, Span)]


def total(stated: str, *parts: str, period: str = "到2027年") -> str:
    names = [f"项{number}" for number in range(len(parts))]
    listed = "".join(
        f"  {name}:\n    figures:\n      {period}: {part}\n"
        for name, part in zip(names, parts, strict=True)
    )
    head = f"indicators:\n  总数:\n    figures:\n      到2027年: {stated}\n"
    return f"{head}    parts: {'、'.join(names)}\n{listed}"


@pytest.mark.parametrize(
    ("stated", "parts", "verdict"),
    [
        ("10600名", ["3800名", "6800名"], Verdict.HOLDS),
        ("10500名", ["3800名", "6800名"], Verdict.FAILS),
        ("10600人", ["3800名", "6800名"], Verdict.HOLDS),
        ("不少于100名", ["60名", "50名"], Verdict.HOLDS),
        ("不少于100名", ["60名", "30名"], Verdict.FAILS),
        ("100名", ["不少于60名", "30名"], Verdict.UNDETERMINED),
        ("100名", ["不少于60名", "50名"], Verdict.FAILS),
        ("约100名", ["60名", "45名"], Verdict.HOLDS),
        ("约100名", ["60名", "55名"], Verdict.FAILS),
        ("100名", ["约60名", "40名"], Verdict.UNDETERMINED),
        ("3.2万名", ["20000名", "12300名"], Verdict.HOLDS),
        ("3.2万名", ["20000名", "13000名"], Verdict.FAILS),
        ("2年", ["6个月", "18个月"], Verdict.HOLDS),
        ("2—3名", ["1名", "1名"], Verdict.HOLDS),
        ("100%", ["60%", "40%"], Verdict.HOLDS),
        ("100%", ["33%", "33%", "33%"], Verdict.UNDETERMINED),
        ("1000万元", ["600万元", "400万元"], Verdict.HOLDS),
    ],
)
def test_a_total_is_held_against_the_sum_of_its_parts(
    tmp_path: Path, stated: str, parts: list[str], verdict: Verdict
) -> None:
    report = report_on(tmp_path, total(stated, *parts))
    assert verdicts(report, "A101") == [verdict]
    assert len(of(report, "A101")) == (verdict is Verdict.FAILS)


@pytest.mark.parametrize(
    ("stated", "parts", "told"),
    [
        ("482亿元", ["96亿元", "72亿元", "48亿元", "120亿元", "144亿元"], "480亿元，相差2亿元"),
        ("5亿元", ["3亿元", "15000万元"], "4.5亿元，相差0.5亿元"),
        ("3.1万名", ["1.4万名", "1.6万名"], "3万名，相差0.1万名"),
        ("3.2万名", ["20000名", "12300名"], ""),
        ("约482亿元", ["240亿元", "240亿元"], ""),
        ("482亿元", ["约240亿元", "240亿元"], ""),
        ("不少于480亿元", ["240亿元", "240亿元"], ""),
        ("100%", ["33%", "33%", "33%"], ""),
        ("480亿元", ["240亿元", "240亿元"], ""),
    ],
)
def test_what_only_rounding_explains_is_a_note(
    tmp_path: Path, stated: str, parts: list[str], told: str
) -> None:
    found = of(report_on(tmp_path, total(stated, *parts)), "A101")
    assert len(found) == bool(told)
    for finding in found:
        assert finding.severity is Severity.NOTE
        assert f"按所印的数加起来是{told}，只有四舍五入才说得通" in finding.message
        assert "“exact: 是”" in finding.hint


def test_what_is_declared_exact_is_not_explained_by_rounding(tmp_path: Path) -> None:
    exact = "\n        value: {}\n        exact: 是"
    piece = total(*(exact.format(amount) for amount in ("183亿元", "90亿元", "90亿元")))
    (finding,) = of(report_on(tmp_path, piece), "A101")
    assert finding.severity is Severity.ERROR


def test_a_total_row_and_column_that_only_rounding_explains_are_notes(tmp_path: Path) -> None:
    piece = """\
tables:
  - title: 投资表
    unit: 亿元
    total_row: 合计
    total_column: 合计
    columns: [项目, 市级, 县级, 企业, 合计]
    rows: |
      | 甲 | 60 | 60 | 60 | 181 |
      | 乙 | 10 | 20 | 30 | 60 |
      | 合计 | 71 | 80 | 90 | 241 |
"""
    report = report_on(tmp_path, piece)
    found = of(report, "A104")
    assert {finding.severity for finding in found} == {Severity.NOTE}
    assert sorted(finding.message for finding in found) == [
        "表“投资表”“市级”列合计71亿元，按所印的数加起来是70亿元，相差1亿元，只有四舍五入才说得通",
        "表“投资表”“甲”行合计181亿元，按所印的数加起来是180亿元，相差1亿元，只有四舍五入才说得通",
    ]
    assert not any(finding.hint.count("确数") for finding in found)


def test_the_plan_says_how_far_off_an_approximate_figure_may_be(tmp_path: Path) -> None:
    piece = total("约100名", "60名", "45名")
    report = report_on(tmp_path, f"tolerance: 1%\n{piece}")
    assert verdicts(report, "A101") == [Verdict.FAILS]
    (usual,) = report_on(tmp_path, piece).reconciliations
    (strict,) = report.reconciliations
    assert usual.working == "60名 + 45名 = 105名（约数按±10%计）"
    assert strict.working == "60名 + 45名 = 105名（约数按±1%计）"


def test_parts_of_another_period_are_not_added(tmp_path: Path) -> None:
    report = report_on(tmp_path, total("10500名", "3800名", "6800名", period="到2025年"))
    (found,) = [item for item in report.reconciliations if item.rule.code == "A101"]
    assert (found.verdict, found.computed) == (Verdict.UNDETERMINED, "不定")
    assert found.working == "“项0”、“项1”没有到2027年同一口径的数"
    assert of(report, "A101") == []


def test_parts_of_the_same_scope_are_added_and_other_scopes_named(tmp_path: Path) -> None:
    piece = """\
indicators:
  总数:
    scope: 市级
    figures: 100名
    parts: 甲、乙
  甲:
    figures:
      到2025年:
        scope: 县级
        value: 90名
      到2027年:
        scope: 市级
        value: 60名
  乙:
    scope: 县级
    figures:
      到2027年: 50名
"""
    (finding,) = of(report_on(tmp_path, piece.replace("100名", "\n      到2027年: 100名")), "A101")
    assert finding.message == (
        "“总数”到2027年合计100名与分项之和110名不符，相差10名（层级不同：“总数”为市级，“乙”为县级）"
    )


def test_of_two_parts_for_one_period_the_one_of_the_same_scope_is_added(tmp_path: Path) -> None:
    piece = """\
indicators:
  总数:
    scope: 市级
    figures:
      到2027年: 60名
    parts: 甲
  甲:
    figures:
      到2027年:
        scope: 县级
        value: 90名
      至2027年:
        scope: 市级
        value: 60名
"""
    report = report_on(tmp_path, piece)
    assert verdicts(report, "A101") == [Verdict.HOLDS]


def test_units_of_two_indicators_are_compared_once(tmp_path: Path) -> None:
    piece = """\
indicators:
  总数:
    figures: 100名
    parts: 甲
  甲:
    figures: 30所
    subset_of: 总数
"""
    assert len(of(report_on(tmp_path, piece), "A103")) == 1


def test_two_figures_of_one_deadline_are_no_step(tmp_path: Path) -> None:
    piece = "indicators:\n  甲:\n    figures:\n      到2025年: 200名\n      至2025年: 100名\n"
    report = report_on(tmp_path, piece)
    assert [item.rule.code for item in report.diagnostics if item.rule.code != "D101"] == ["A107"]


def test_each_loop_of_parts_is_found_once(tmp_path: Path) -> None:
    piece = "indicators:\n" + "".join(
        f"  {name}:\n    figures: 5名\n    subset_of: {whole}\n"
        for name, whole in ("甲乙", "乙甲", "丙甲", "丁戊", "戊丁")
    )
    found = of(report_on(tmp_path, piece), "A108")
    assert [item.message for item in found] == [
        "指标“乙”成了自己的一部分：“乙”→“甲”→“乙”",
        "指标“戊”成了自己的一部分：“戊”→“丁”→“戊”",
    ]


@pytest.mark.parametrize("counting", ["新增", "累计"])
def test_parts_of_another_counting_are_not_added(tmp_path: Path, counting: str) -> None:
    piece = f"""\
indicators:
  总数:
    counting: 累计
    figures: 100名
    parts: 甲、乙
  甲:
    counting: {counting}
    figures: 60名
  乙:
    counting: 累计
    figures: 50名
"""
    report = report_on(tmp_path, piece)
    assert len(of(report, "A101")) == (counting == "累计")


def test_a_wrong_sum_points_at_the_total_and_at_every_part(tmp_path: Path) -> None:
    piece = total("10500名", "3800名", "6800名")
    (finding,) = of(report_on(tmp_path, piece), "A101")
    places = [finding.primary.place, *(label.place for label in finding.related)]
    assert words(piece, *places) == ["10500名", "3800名", "6800名"]
    assert finding.message == ("“总数”到2027年合计10500名与分项之和10600名不符，相差100名")


def test_every_split_of_a_total_is_added_up(tmp_path: Path) -> None:
    piece = """\
indicators:
  总数:
    figures: 100名
    parts:
      按地区: 城区、乡村
      按专业: 全科、专科
  城区: 60名
  乡村: 40名
  全科: 70名
  专科: 20名
"""
    report = report_on(tmp_path, piece)
    assert verdicts(report, "A101") == [Verdict.HOLDS, Verdict.FAILS]
    (finding,) = of(report, "A101")
    assert "90名" in finding.message


@pytest.mark.parametrize(
    ("holds", "verdict"),
    [
        ("甲 + 乙 = 100名", Verdict.HOLDS),
        ("甲 + 乙 >= 101名", Verdict.FAILS),
        ("丙 >= 60名", Verdict.UNDETERMINED),
        ("丙 >= 50名", Verdict.HOLDS),
        ("占比 = 甲 ÷ 丁", Verdict.HOLDS),
        ("占比 = 乙 ÷ 丁", Verdict.FAILS),
        ("占比 <= 67%", Verdict.HOLDS),
        ("占比 <= 66%", Verdict.FAILS),
    ],
)
def test_a_relation_is_worked_out_and_recorded(
    tmp_path: Path, holds: str, verdict: Verdict
) -> None:
    piece = f"""\
indicators:
  甲: 60名
  乙: 40名
  丙: 不少于50名
  丁: 90名
  占比: 67%
relations:
  - name: 关系
    holds: {holds}
"""
    report = report_on(tmp_path, piece)
    assert verdicts(report, "A102") == [verdict]
    assert len(of(report, "A102")) == (verdict is Verdict.FAILS)


def test_a_wrong_share_is_reported_as_a_share(tmp_path: Path) -> None:
    piece = """\
indicators:
  甲: 60名
  乙: 90名
  占比: 76%
relations:
  - name: 占比
    holds: 占比 = 甲 ÷ 乙
"""
    (finding,) = of(report_on(tmp_path, piece), "A102")
    assert "左边76%，右边约66.67%，相差约9.333个百分点" in finding.message


def test_sides_of_different_units_are_not_worked_out(tmp_path: Path) -> None:
    piece = """\
indicators:
  甲: 60名
  乙: 60个
relations:
  - name: 配备
    holds: 甲 = 乙
"""
    report = report_on(tmp_path, piece)
    (finding,) = of(report, "A102")
    assert finding.message == "关系“配备”两边单位不同：“60名”与“60个”"
    assert report.reconciliations == ()


def test_a_chain_reports_the_link_that_fails(tmp_path: Path) -> None:
    piece = """\
indicators:
  甲: 60名
  乙: 40名
  丙: 90名
relations:
  - name: 逐级
    holds: 甲 <= 乙 <= 丙
"""
    report = report_on(tmp_path, piece)
    assert verdicts(report, "A102") == [Verdict.FAILS, Verdict.HOLDS]
    assert len(of(report, "A102")) == 1


def stated_in(*texts: str) -> str:
    blocks = "".join(
        f"  - title: 工程{number}\n    text: 培养护士{text}。\n    targets: 护士\n"
        for number, text in enumerate(texts)
    )
    return f"indicators:\n  护士: 3800名\nprojects:\n{blocks}"


def test_texts_that_agree_against_their_indicator_are_one_finding_there(tmp_path: Path) -> None:
    piece = stated_in("3700名", "3700名")
    (finding,) = of(report_on(tmp_path, piece), "C102")
    assert words(piece, finding.primary.place) == ["3800名"]
    assert words(piece, *(label.place for label in finding.related)) == ["3700名", "3700名"]


def test_one_wrong_text_among_right_ones_is_the_place_to_look(tmp_path: Path) -> None:
    piece = stated_in("3800名", "3700名", "3800名")
    report = report_on(tmp_path, piece)
    (finding,) = of(report, "C102")
    places = [finding.primary.place, *(label.place for label in finding.related)]
    assert words(piece, *places) == ["3700名", "3800名", "3800名", "3800名"]
    assert verdicts(report, "C102") == [Verdict.FAILS]


def test_what_agrees_is_recorded_once_for_all_its_places(tmp_path: Path) -> None:
    piece = stated_in("3800名", "3800人")
    report = report_on(tmp_path, piece)
    (found,) = [r for r in report.reconciliations if r.rule.code == "C102"]
    assert found.verdict is Verdict.HOLDS
    assert words(piece, *found.places) == ["3800名", "3800名", "3800人"]


def test_a_project_that_a_misspelt_row_may_mean_is_not_missing_too(tmp_path: Path) -> None:
    piece = """\
projects:
  - title: 智慧水务工程
  - title: 管网改造
tasks:
  - of: 智慧水物工程
    lead: 市水务局
    goals:
      - text: 安装远传水表
"""
    report = report_on(tmp_path, piece)
    assert words(piece, *(d.primary.place for d in of(report, "R104"))) == ["智慧水物工程"]
    assert words(piece, *(d.primary.place for d in of(report, "R106"))) == ["管网改造"]


@pytest.mark.parametrize(
    ("kind", "missing"),
    [("规划", "成文日期、印发机关，印发通知里"), ("通知", "正文、成文日期、印发机关，正式公文里")],
)
def test_what_is_missing_is_named_once_for_the_outermost_document(
    tmp_path: Path, kind: str, missing: str
) -> None:
    piece = f"""\
kind: {kind}
issuer: 示例市水务局
document_number: 某水发〔2023〕4号
addressees: 各县区水务部门
printing:
  date: 2023年5月18日
encloses:
  by: 转发
  document:
    kind: 通知
    title: 内
"""
    (finding,) = of(report_on(tmp_path, piece), "D101")
    assert finding.message == f"没有{missing}留空白"


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("items: 、", "“四类人群”的“items”（各项）里一项也没有"),
        ("spells: 、", "“四类人群”的“spells”（拼成）里一项也没有"),
        (
            "items: 老人\n    spells: 四项制度",
            "“四类人群”同时写了“items”（各项）和“spells”（拼成），只能写一种",
        ),
        ("", "“四类人群”没有写数的是什么"),
        ("counts: clauses", "“clauses”指列举所在的章节、条款之下的条款，这里没有下级条款"),
        ("counts: 胡写", "不认识的计数对象“胡写”"),
        ("counts: tasks", "“四类人群”报4项，实列0项，少4项"),
    ],
)
def test_a_claim_that_counts_nothing_says_so(tmp_path: Path, claim: str, message: str) -> None:
    (finding,) = of(report_on(tmp_path, f"claims:\n  - claim: 四类人群\n    {claim}\n"), "C101")
    assert finding.message == message
    assert isinstance(finding.primary.place, Span)


def test_a_word_is_looked_for_in_the_titles_of_rows_and_once_at_a_place(tmp_path: Path) -> None:
    piece = """\
terms:
  - use: 村医
    same_as: 医师、乡村医师
preamble: 培训乡村医师和医师。
projects:
  - title: 培训工程
tasks:
  - of: 培训工程
    title: 乡村医师培训
    lead: 市卫生局
    goals:
      - text: 培训
"""
    found = of(report_on(tmp_path, piece), "W103")
    places = [[d.primary.place, *(label.place for label in d.related)] for d in found]
    assert sorted(sorted(words(piece, *of_one)) for of_one in places) == [
        ["乡村医师", "乡村医师"],
        ["医师"],
    ]


@pytest.mark.parametrize(
    ("prose", "stated", "items"),
    [
        ("甲、乙、丙三个方面", 3, ("甲", "乙", "丙")),
        ("甲、乙、丙、丁三个方面", 3, ("甲", "乙", "丙", "丁")),
        ("形成市级—县级—校级三级网络", 3, ("形成市级", "县级", "校级")),
        ("前句。甲、乙、丙三类", 3, ("甲", "乙", "丙")),
        ("（甲、乙、丙三类）", 3, ("甲", "乙", "丙")),
        ("围绕甲、乙、丙3项任务", 3, ("甲", "乙", "丙")),
        ("甲（含子、丑）、乙、丙三项", 3, None),
        ("甲、乙三个环节", 3, ("甲", "乙")),
        ("推行“甲法、乙法”三种方式", 3, ("甲法", "乙法")),
        ("甲、乙两类", 2, ("甲", "乙")),
        ("东、南、西、北四个方向各建1个", 4, ("东", "南", "西", "北")),
    ],
)
def test_a_list_before_its_count_is_found(
    prose: str, stated: int, items: tuple[str, ...] | None
) -> None:
    (found,) = enumerations(Text.at(prose, "plan.yaml", (Piece(0, 1, 1),)), frozenset())
    assert found.stated == stated
    assert items in (None, found.items)


@pytest.mark.parametrize(
    "prose",
    [
        "甲县、乙县三个乡镇",
        "甲、乙两项",
        "甲、乙、丙等三个方面",
        "甲、乙、丙三名教师",
        "甲、乙、丙“三个一”活动",
        "“甲、乙、丙三个方面”",
        "2024年、2025年、2026年三个年度",
        "甲、乙、丙，共三个方面",
        "三个方面：甲、乙、丙",
        "没有列举",
        "甲、乙、丙各有三名，各建1个",
    ],
)
def test_what_is_no_list_before_its_count_is_left_alone(prose: str) -> None:
    assert list(enumerations(Text.at(prose, "plan.yaml", (Piece(0, 1, 1),)), frozenset())) == []


@pytest.mark.parametrize(
    ("figures", "trend", "found"),
    [
        (["100名", "200名"], "", 0),
        (["200名", "100名"], "", 1),
        (["100名", "100名"], "", 0),
        (["300名", "200名", "100名"], "", 2),
        (["200名", "100名"], "下降", 0),
        (["100名", "200名"], "下降", 1),
        (["100名", "200名"], "不变", 1),
        (["200名", "100名"], "不要求", 0),
        (["500万元", "300万元"], "", 1),
        (["20天", "10天"], "", 0),
        (["10%", "5%"], "", 0),
        (["400元/人/天", "300元/人/天"], "", 0),
        (["不少于100名", "90名"], "", 1),
        (["不少于100名", "不少于90名"], "", 0),
        (["不少于100名", "不少于90名"], "上升", 1),
        (["不少于100名", "不少于90名"], "不要求", 0),
        (["不少于100名", "不少于100名"], "上升", 0),
        (["不少于90名", "不少于100名"], "上升", 0),
        (["不少于13辆", "不少于12辆"], "上升", 1),
        (["不低于70%", "不低于65%"], "上升", 1),
        (["70%以上", "超过65%"], "上升", 1),
        (["不低于70%", "不低于75%"], "下降", 0),
        (["不超过8分钟", "不超过10分钟"], "下降", 1),
        (["不超过8分钟", "不超过10分钟"], "", 0),
        (["不超过10分钟", "不超过8分钟"], "下降", 0),
        (["不超过10分钟", "不超过8分钟"], "上升", 0),
        (["100名", "不少于90名"], "上升", 0),
        (["约100名以上", "约95名以上"], "上升", 0),
        (["约100名", "95名"], "", 0),
        (["一批", "100名"], "", 0),
    ],
)
def test_figures_by_milestone_follow_their_trend(
    tmp_path: Path, figures: list[str], trend: str, found: int
) -> None:
    years = range(2024, 2024 + len(figures))
    rows = "".join(f"      到{y}年: {f}\n" for y, f in zip(years, figures, strict=True))
    line = f"    trend: {trend}\n" if trend else ""
    piece = f"indicators:\n  甲:\n    figures:\n{rows}{line}"
    assert len(of(report_on(tmp_path, piece), "T101")) == found


@pytest.mark.parametrize(
    ("trend", "cure"),
    [("", "给指标写上“trend”（走向）"), ("    trend: 上升\n", "改正“trend”（走向）")],
)
def test_the_cure_for_a_falling_milestone_knows_whether_a_trend_is_declared(
    tmp_path: Path, trend: str, cure: str
) -> None:
    piece = f"indicators:\n  甲:\n    figures:\n      到2025年: 9名\n      到2027年: 8名\n{trend}"
    (finding,) = of(report_on(tmp_path, piece), "T101")
    assert finding.hint.endswith(cure)


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("到2027年", 0),
        ("2023年", 0),
        ("2023—2027年", 0),
        ("到2028年", 1),
        ("2022—2025年", 1),
        ("2026—2030年", 1),
        ("2020年起", 1),
        ("2021年", 0),
        ("每年", 0),
        ("三年内", 0),
    ],
)
def test_a_year_outside_the_period_is_found_but_for_the_baseline(
    tmp_path: Path, period: str, found: int
) -> None:
    piece = f"baseline: 2021年\nindicators:\n  甲:\n    figures:\n      {period}: 5个\n"
    assert len(of(report_on(tmp_path, piece), "T102")) == found


def test_a_mistake_of_shape_leaves_no_follow_on_errors(tmp_path: Path) -> None:
    piece = """\
indicators:
  护士: 很多
projects:
  - title: 甲工程
    text: 培养护士300名。
    targets: 护士
tasks:
  - of: 乙工程
    lead: 无此单位
    goals:
      - text: 一
"""
    assert [item.rule.code for item in report_on(tmp_path, piece).diagnostics] == ["S105"]


@pytest.mark.parametrize(
    ("more", "told"), [("", True), ("    clauses:\n      - title: 丁\n", True), ("@", False)]
)
def test_a_vague_amount_says_whether_other_work_has_the_number(
    tmp_path: Path, more: str, *, told: bool
) -> None:
    carried = "  - title: 丙工程\n    text: 培养护士30名。\n    targets: 护士\n"
    piece = "indicators:\n  护士: 30名\nprojects:\n  - title: 乙工程\n    text: 培养一批护士。\n"
    piece += "    targets: 护士\n" + (carried if more == "@" else more)
    (finding,) = of(report_on(tmp_path, piece), "C104")
    assert finding.message.endswith("也没有别的任务写明这个数") is told
