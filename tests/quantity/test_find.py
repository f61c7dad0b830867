"""Quantities in prose: what is one, what is none, and which words belong to it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.quantity import Hedge, find_quantities, print_quantity


def found(text: str, extra_units: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the found stretches of the text."""
    return tuple(text[m.start : m.end] for m in find_quantities(text, extra_units))


def printed(text: str) -> tuple[str, ...]:
    """Return what was found, in official style, hedges included."""
    return tuple(print_quantity(mention.quantity) for mention in find_quantities(text))


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，2023—2027年，2023-2027年，2021年7月16日，2027-06-30",
        "党的二十大精神，十九届六中全会，千亿级产业，每千人口，每百名老人",
        "二〇二七年，二○二七年六月三十日，7月30日前，3—5月，2024年第三季度，2025年底",
        "2022—2023学年，2023级新生，2020届毕业生，20世纪90年代",
        "第一年，第二批，第三名，第一、二批，第1—3名，第一、第二年",
        "“5323”模式，“三新”改革，“四史”教育，“1+10”共同体，“三名”工作室",
        "工程2.0，K12阶段，GB/T 9704，3.0版",
        "柳办发〔2022〕10号，附件2-6，见附件1",
        "一、二、三，（一）（二），1. 2. 3.，①",
        "统一标准，唯一渠道，同一学校，进一步，万一，之一，一体，一定，一般，逐一，任一个",
        "一支队伍，一个中心，一项制度，一种模式，一类问题，一条路径",
        "一级教师，二级学院，三级医院，二类，一期工程",
        "“十四五”期间，十三五，一五",
        "四位一体，千方百计，千家万户，万众一心，十分重要，三门峡市，三元区，百年大计",
        "一方面，三年级，五年级，二维码，一次性，一人一策",
        "上半年，下半年，前半年",
        "电话0772-2826132，邮编545001，上午8:30开始，索引号20210816",
        "批准，一批准，五成员机制",
        "于15日报送，1+10名成员",
        "名义，人民，家长，方案，大学，期间",
        # two numbers run together have no one meaning
        "3.5亿2000万元，1亿5千元，1亿5000元，2万5名，2万50000名，2万余5000名，5万三千名，三万5千名，5十名",
        "",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培养骨干教师3800名、名师100名", ("3800名", "100名")),
        ("围绕五个模块、四个维度、十项重点工程", ("五个", "四个", "十项")),
        ("三级培养体系，两条能力路径，三大平台，三方机制", ("三级", "两条", "三大", "三方")),
        ("分两阶段，共六方面", ("两阶段", "六方面")),
        ("三年递进式，五年一周期，用3年时间，为期3年", ("三年", "五年", "3年", "3年")),
        ("实施学前教育三年行动计划", ("三年",)),
        ("比例为10%、20%", ("10%", "20%")),
        ("29岁以下和30—49岁", ("29岁以下", "30—49岁")),
        ("100名义务教育教师，10名校长", ("100名", "10名")),
        ("10个月内，5个工作日，2个学期", ("10个月内", "5个工作日", "2个学期")),
        ("经费1.2亿元，人均400元/人/天", ("1.2亿元", "400元/人/天")),
        ("统一三个标准，唯一五项指标", ("三个", "五项")),
        ("约有三五名教师，两三个学校", ("三五名", "两三个")),
        ("共计 200人，10 名教师", ("200人", "10 名")),
        ("生师比1∶12，差额1:1.2", ("1∶12", "1:1.2")),
        ("目标1：20名教师", ("20名",)),
        ("一名教师、一所学校、一年时间", ("一名", "一所", "一年")),
        ("至少一个中心，不少于一项制度", ("至少一个", "不少于一项")),
        ("培养百名名师、千名骨干", ("百名", "千名")),
        ("培育一批、遴选若干所、形成一系列成果", ("一批", "若干所", "一系列")),
        ("数百名教师，上千所学校，几十个班", ("数百名", "上千所", "几十个")),
        ("半年内完成，半数以上教师", ("半年内", "半数以上")),
        ("过半数教师", ("过半数",)),
        ("八成以上教师，2倍以上", ("八成以上", "2倍以上")),
        ("提高三个百分点", ("三个百分点",)),
        ("2025年3万人", ("3万人",)),
        ("培训2万5000名教师", ("2万5000名",)),
        ("投资1亿3000万5千元", ("1亿3000万5千元",)),
        ("补助3万零5百元", ("3万零5百元",)),
        ("达到3万2025年底建成5个", ("5个",)),
        ("2000名教师", ("2000名",)),
        ("到2025年100所", ("100所",)),
        ("15日内答复", ("15日内",)),
        ("3年前，10名以上", ("3年", "10名以上")),
        ("三级上下联动", ("三级",)),
        ("100名以下简称", ("100名",)),
        ("30天内部整改", ("30天",)),
    ],
)
def test_found(text: str, expected: tuple[str, ...]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比近1/3", "近1/3"),
        ("占比不低于30%", "不低于30%"),
        ("不少于本区域基础教育学校数的10%", "不低于10%"),
        ("不多于机构总人数的40%", "不超过40%"),
        ("不低于教师队伍总数的5‰", "不低于5‰"),
        ("占比超过全市中小学专任教师一半", "超过1/2"),
        ("超过总数的1/5", "超过1/5"),
        ("不少于每人10学时", "不少于10学时"),
        ("至少培养50名", "不少于50名"),
        ("至少要有10名", "不少于10名"),
        ("不得超过45周岁", "必须45周岁以下"),
        ("10人至15人", "10—15人"),
        ("逾2000名", "2000余名"),
        ("大约300名", "约300名"),
    ],
)
def test_bound_words_belong_to_the_number(text: str, expected: str) -> None:
    assert printed(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高于全省平均水平5%", ("5%",)),
        ("超过去年同期10%", ("10%",)),
        ("不少于3人，其中名师2名", ("不少于3人", "2名")),
        ("至少50名、100所", ("不少于50名", "100所")),
        ("附近3所学校，最近3年，签约30家，节约10%", ("3所", "3年", "30家", "10%")),
        ("至少（含县区）3名", ("3名",)),
    ],
)
def test_bound_words_of_others_do_not(text: str, expected: tuple[str, ...]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("每位教师每学年必须完成不低于10学时", (Hedge.MUST,)),
        ("示范学校原则上不少于学校数的10%", (Hedge.IN_PRINCIPLE,)),
        ("年龄原则上不超过45周岁，共计150人", (Hedge.IN_PRINCIPLE, None)),
        ("应当配备3名、力争5名", (Hedge.SHALL, Hedge.STRIVE)),
        ("教师应完成60学时", (Hedge.SHALL,)),
        ("适应100名学员，应用3项技术，响应5项要求", (None, None, None)),
        ("一般不超过3天", (Hedge.USUALLY,)),
        ("一般高中30所", (None,)),
        ("必须重视，培养100名", (None,)),
        ("不应低于10学时", (Hedge.SHALL,)),
        ("力争到2027年，高新技术企业达到500家", (Hedge.STRIVE,)),
        ("原则上，每校不少于3人", (Hedge.IN_PRINCIPLE,)),
        ("力争到2027年，达到500家；培养30人", (Hedge.STRIVE, None)),
        ("力争到2027年底，达到500家以上，培养30人", (Hedge.STRIVE, None)),
        ("必须任教满3年，培养30人", (Hedge.MUST, None)),
    ],
)
def test_the_hedge_may_stand_elsewhere_in_the_clause(
    text: str, hedges: tuple[Hedge | None, ...]
) -> None:
    assert tuple(mention.quantity.hedge for mention in find_quantities(text)) == hedges


def test_mentions_in_quotation_marks_are_marked() -> None:
    text = "培育“三个课堂”案例30个，“1名名师＋10名骨干”"
    assert [(m.quantity.text, m.in_quotes) for m in find_quantities(text)] == [
        ("三个", True),
        ("30个", False),
        ("1名", True),
        ("10名", True),
    ]


def test_a_plan_adds_its_own_units() -> None:
    own = frozenset(("座次", "间学位"))
    assert found("新增60座次、30间学位", own) == ("60座次", "30间学位")
    assert found("新增60座次") == ("60座",)


def test_mentions_do_not_overlap_and_stand_in_order() -> None:
    text = "至少培养3—5名、10%—20%，约100名以上，不少于学校数的10%，3年多，一批"
    mentions = find_quantities(text)
    assert len(mentions) == 6
    for before, after in pairwise(mentions):
        assert before.end <= after.start


def test_a_number_of_models_is_no_instruction() -> None:
    found = find_quantities("建设一批示范村，按照批示办理")
    assert [(mention.quantity.text, mention.quantity.vague) for mention in found] == [
        ("一批", True)
    ]
