"""Every relation of the four sources that can be worked out stands among the reconciliations.

The ids are those of the relations found when the sources were read; 成立 and 派生 must hold, what
the sources leave open must be 未定, and a discrepancy of the source 矛盾 (and is waived).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.diagnostics import Reconciliation, Severity
from generator.pipeline.analysis import Analysis, analyze
from generator.quantity import Verdict

ROOT: Final = Path(__file__).parent.parent
LIUZHOU: Final = "liuzhou-2023-2027"
JILIN: Final = "jilin-2019-teacher-base"
HENAN: Final = "henan-2021-teacher-quality"
THREE_ACTIONS: Final = "three-actions"
H, F, U = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

# id, plan, rule, words of the subject, words of the working, verdict
RELATIONS: Final = [
    ("R2-01", LIUZHOU, "C101", "“五个模块”", "国情区情市情教育", F),
    ("R2-03", LIUZHOU, "A102", "骨干教师逐段增加", "6000名 <= 3800名 + 6800名", H),
    ("R2-03", LIUZHOU, "A101", "骨干教师（到2025年）", "没有到2025年", U),
    ("R2-04", LIUZHOU, "A102", "后两年骨干教师年均培养", "÷ 2 >= 6000名 ÷ 3", H),
    ("R2-05", LIUZHOU, "A111", "当地专任教师总数", "38000名；", U),
    ("R2-06", LIUZHOU, "A102", "骨干教师占比不超过", "10% + 20%", H),
    ("R2-07", LIUZHOU, "A101", "卓越名师名校长", "100名 + 100名 + 100名 = 300名", H),
    ("R2-10", LIUZHOU, "C102", "教育教学名家", "3处", H),
    ("R2-12", LIUZHOU, "C101", "“5323”", "五级培养体系", H),
    ("R2-13", LIUZHOU, "C101", "五个培养层级", "领航计划", H),
    ("R2-14", LIUZHOU, "C101", "十项重点工程", "", H),
    ("R2-14", LIUZHOU, "C101", "十大载体工程", "", H),
    ("R2-19", LIUZHOU, "C102", "师德师风教育基地", "2处", H),
    ("R2-20", LIUZHOU, "C102", "师德师风专项培训", "2处", H),
    ("R2-21", LIUZHOU, "A102", "非师范类集中培训", "120学时 = 2 × 60学时", H),
    ("R2-23", LIUZHOU, "A102", "五年学时够用", "360学时 >= 5 × 10学时 + 5 × 10学时", H),
    ("R2-25", LIUZHOU, "C102", "校本研修示范校占比", "2处", H),
    ("R2-26", LIUZHOU, "C102", "校本研修（每学年）", "2处", H),
    ("R2-27", LIUZHOU, "C102", "市级名师工作室", "2处", H),
    ("R2-28", LIUZHOU, "C102", "名师网络教研共同体", "2处", H),
    ("R2-29", LIUZHOU, "C102", "县域农村学科骨干团队", "2处", H),
    ("R2-30", LIUZHOU, "C102", "项目创建校", "2处", H),
    ("R2-31", LIUZHOU, "C101", "四个维度", "", H),
    ("R2-31", LIUZHOU, "C101", "两阶段", "", H),
    ("R2-32", LIUZHOU, "A102", "教坛新秀教龄", "3年以上", H),
    ("R2-33", LIUZHOU, "A102", "年龄结构", "<= 1", H),
    ("R0-02", JILIN, "C101", "五级教师专业发展", "省、市、县、片、校", H),
    ("R0-03", JILIN, "A102", "示范校批次与总数", "100所 <= 200所", H),
    ("R0-04", JILIN, "A102", "建设年限与实验周期同长", "三年左右 = 3年", H),
    ("R0-05", JILIN, "A102", "两处五年周期相同", "五年 = 五年", H),
    ("R1-01", HENAN, "C101", "五类项目", "", H),
    ("R1-03", HENAN, "C101", "13个项目县", "卢氏县", H),
    ("R1-04", HENAN, "C101", "5个领域", "", H),
    ("R1-05", HENAN, "A102", "县级团队容得下", "50人 >= 4所 × 3人 + 10个 × 1人", H),
    ("R1-06", HENAN, "A101", "教师发展学校", "2所 + 2所 = 4所", H),
    ("R1-06", HENAN, "A102", "帮扶学校与教师发展学校", "4所 = 4所", H),
    ("R1-07", HENAN, "A101", "名师名校长名班主任", "6名 + 2名 + 2人 = 10名", H),
    ("R1-07", HENAN, "A102", "帮扶团队与县域工作室", "10个 = 10个", H),
    ("R1-08", HENAN, "A102", "工作室成员", "100名 = 10个 × 10名", H),
    ("R1-08", HENAN, "A102", "每县工作室总人数", "10名 + 100名", H),
    ("R1-08", HENAN, "C101", "“1＋10”的线上线下学习共同体", "10名青年骨干教师", H),
    ("R1-09", HENAN, "A102", "团队研修与建设周期同长", "两年 = 2年", H),
    ("R1-10", HENAN, "A102", "两年集中培训天数", "50天 = 2年 × 25天", H),
    ("R1-11", HENAN, "A102", "培训专家工作室个数", "150人 ÷ 10名 = 15个", H),
    ("R1-12", HENAN, "A102", "差额参选人数", "150人 ÷ 1:1.2 = 180人", H),
    ("R1-13", HENAN, "C102", "骨干教师集中培训", "2处", H),
    ("R1-15", HENAN, "A102", "带教人数下限", "50名 ÷ 10名 = 5", H),
    ("R1-15", HENAN, "A102", "带教人数上限", "100名 ÷ 10名 = 10", H),
    ("R1-22", HENAN, "A102", "高端研修集中培训经费", "= 300万元", H),
    ("R1-22", HENAN, "A102", "培训专家工作室补助", "= 30万元", H),
    ("R1-22", HENAN, "A102", "培训机构骨干集中培训经费", "= 160万元", H),
    ("R1-22", HENAN, "A102", "培训机构骨干线上研修经费", "= 6万元", H),
    ("R1-22", HENAN, "A102", "县域团队集中培训经费", "× 30天 × 400元/人/天 = 780万元", H),
    ("R1-22", HENAN, "A102", "县域团队工作坊研修经费", "× 120学时 × 3元/学时 = 23.4万元", H),
    ("R1-22", HENAN, "A102", "省级骨干教师每人经费", "= 6180元", H),
    ("R1-22", HENAN, "A102", "乡村骨干教师每人经费", "= 6090元", H),
    ("R1-23", HENAN, "A102", "全省县级团队人数", "13个 × 50人 = 650人", H),
    ("R1-23", HENAN, "A102", "全省教师发展学校数", "= 52所", H),
    ("R1-23", HENAN, "A102", "全省县域工作室数", "= 130个", H),
    ("R1-23", HENAN, "A102", "全省工作室青年骨干教师等人数", "= 1300名", H),
    ("R1-25", HENAN, "C102", "培训者年龄", "2处", H),
    ("R3-01", THREE_ACTIONS, "C101", "三项行动", "", H),
    ("R3-02", THREE_ACTIONS, "C101", "三个“提升行动计划”", "", H),
    ("R3-03", THREE_ACTIONS, "C101", "三方联动", "", H),
    ("R3-04", THREE_ACTIONS, "A102", "两类承办项目不超过全部", "<= 1", H),
    ("R3-05", THREE_ACTIONS, "A108", "硕士研究生以上学历占比", "不少于10% <= 100%", H),
]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze(ROOT)


def reconciliations(analysis: Analysis, plan: str) -> list[Reconciliation]:
    found = analysis.report.reconciliations
    return [item for item in found if item.places[0].source == f"plans/{plan}/plan.yaml"]


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda one: f"{one[0]}-{one[3]}")
def test_a_relation_of_the_source_is_worked_out(
    analysis: Analysis, relation: tuple[str, str, str, str, str, Verdict]
) -> None:
    _, plan, rule, subject, working, verdict = relation
    found = [
        item.verdict
        for item in reconciliations(analysis, plan)
        if item.rule.code == rule and subject in item.subject and working in item.working
    ]
    assert verdict in found


def test_what_fails_or_stays_open_is_what_the_sources_leave_so(analysis: Analysis) -> None:
    arithmetic = [
        (item.subject, item.verdict)
        for item in analysis.report.reconciliations
        if item.rule.code.startswith(("A", "T")) and item.verdict is not H
    ]
    formula = "骨干教师遴选比例 = {}骨干教师 ÷ 当地专任教师总数"
    assert sorted(arithmetic) == sorted(
        [
            ("骨干教师（到2025年） = 市级骨干教师 + 县级骨干教师", U),
            ("市级" + formula.format("市级"), U),
            ("县级" + formula.format("县级"), U),
            ("由式子反推的“当地专任教师总数”", U),
        ]
    )


def test_the_bases_that_two_shares_imply_are_noted(analysis: Analysis) -> None:
    (found,) = [item for item in analysis.report.diagnostics if item.rule.code == "A111"]
    assert found.severity is Severity.NOTE
    assert "相差4000名" in found.message
