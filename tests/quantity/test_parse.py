"""Whole authored values: every row of the plan format's table of quantities."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.quantity import (
    Bound,
    Hedge,
    Interval,
    Nearness,
    NoValue,
    Quantity,
    Style,
    Unit,
    parse_quantity,
)

RATE = Unit((("元", 1), ("人", -1), ("天", -1)))


def parse(text: str) -> Quantity:
    """Return the quantity that must be there."""
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3800名", 3800, "名"),
        ("10,000名", 10000, "名"),
        ("３８００名", 3800, "名"),
        ("10 名", 10, "名"),
        ("三年", 3, "年"),
        ("两条", 2, "条"),
        ("十项", 10, "项"),
        ("3.2万人", 32000, "人"),
        ("3万人", 30000, "人"),
        ("三万五千名", 35000, "名"),
        ("5千人", 5000, "人"),
        ("3百万元", 3000000, "元"),
        ("1.2亿元", 120000000, "元"),
        ("1万亿元", 10**12, "元"),
        ("1亿3000万元", 130_000_000, "元"),
        ("3亿5千万元", 350_000_000, "元"),
        ("2万5千名", 25000, "名"),
        ("2万5000名", 25000, "名"),
        ("2万0500名", 20500, "名"),
        ("3万零5百元", 30500, "元"),
        ("3万零5元", 30005, "元"),
        ("1亿3000万5千元", 130_005_000, "元"),
        ("1亿3000万5000元", 130_005_000, "元"),
        ("1亿零5百万元", 105_000_000, "元"),
        ("3千500元", 3500, "元"),
        ("五分", 5, "分"),
        ("12000元", 12000, "元"),
        ("3个月", 3, "个月"),
        ("10个百分点", 10, "个百分点"),
        ("3百分点", 3, "个百分点"),
        ("5个工作日", 5, "个工作日"),
        ("50人次", 50, "人次"),
        ("15亩", 15, "亩"),
        ("5千米", 5, "千米"),
        ("12平方公里", 12, "平方公里"),
        ("12000标台", 12000, "标台"),
        ("3.5亿车公里", 350_000_000, "车公里"),
        ("500车道公里", 500, "车道公里"),
        ("300万TEU", 3_000_000, "标准箱"),
        ("8亿人次", 800_000_000, "人次"),
        ("50万吨公里", 500_000, "吨公里"),
        ("12标台/万人", 12, "标台/万人"),
        ("5分", 5, "分"),
        ("半年", Fraction(1, 2), "年"),
        ("两年半", Fraction(5, 2), "年"),
        ("2倍", 2, ""),
        ("6000", 6000, ""),
        ("400元/人/天", 400, "元/人/天"),
        ("400元/（人·天）", 400, "元/人/天"),
        ("3元/学时", 3, "元/学时"),
        ("25天/年", 25, "天/年"),
        ("1200元/生·年", 1200, "元/生/年"),
        ("达到3800名", 3800, "名"),
        ("-3%", Fraction(-3, 100), ""),
    ],
)
def test_exact_value(text: str, value: Fraction | int, unit: str) -> None:
    quantity = parse(text)
    assert quantity.interval == Interval.exact(value)
    assert (quantity.unit.name, quantity.bound, quantity.text) == (unit, Bound.EXACT, text)
    assert quantity.remarks == ()


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("至少50名", Interval.at_least(50)),
        ("不少于50名", Interval.at_least(50)),
        ("不低于50名", Interval.at_least(50)),
        ("≥50名", Interval.at_least(50)),
        (">=50名", Interval.at_least(50)),
        ("50名以上", Interval.at_least(50)),
        ("50名及以上", Interval.at_least(50)),
        ("50名（含）以上", Interval.at_least(50)),
        ("50名以上（含）", Interval.at_least(50)),
        ("不得少于50名", Interval.at_least(50)),
        ("达到50名以上", Interval.at_least(50)),
        ("不超过50名", Interval.at_most(50)),
        ("不多于50名", Interval.at_most(50)),
        ("不得超过50名", Interval.at_most(50)),
        ("≤50名", Interval.at_most(50)),
        ("至多50名", Interval.at_most(50)),
        ("50名以下", Interval.at_most(50)),
        ("50名以内", Interval.at_most(50)),
        ("控制在50名以内", Interval.at_most(50)),
        ("30天内", Interval.at_most(30)),
        ("35周岁以下", Interval.at_most(35)),
        ("3年以上", Interval.at_least(3)),
        ("超过50名", Interval.more_than(50)),
        ("高于50名", Interval.more_than(50)),
        ("＞50名", Interval.more_than(50)),
        ("不满50名", Interval.less_than(50)),
        ("不足50名", Interval.less_than(50)),
        ("低于5毫米", Interval.less_than(5)),
        ("＜5毫米", Interval.less_than(5)),
        ("50至100名", Interval.between(50, 100)),
        ("2—3名", Interval.between(2, 3)),
        ("2-3名", Interval.between(2, 3)),
        ("2～3名", Interval.between(2, 3)),
        ("2——3名", Interval.between(2, 3)),
        ("2名—3名", Interval.between(2, 3)),
        ("三至五年", Interval.between(3, 5)),
        ("三五名", Interval.between(3, 5)),
        ("两三个", Interval.between(2, 3)),
        ("30—49岁", Interval.between(30, 49)),
        ("3万—5万人", Interval.between(30000, 50000)),
        ("3—5万人", Interval.between(30000, 50000)),
        ("8000—1万人", Interval.between(8000, 10000)),
        ("10%—20%", Interval.between(Fraction(1, 10), Fraction(1, 5))),
        ("10—20%", Interval.between(Fraction(1, 10), Fraction(1, 5))),
    ],
)
def test_bound_or_range(text: str, interval: Interval) -> None:
    assert parse(text).interval == interval


@pytest.mark.parametrize(
    ("text", "value", "style"),
    [
        ("10%", Fraction(1, 10), Style.PERCENT),
        ("10％", Fraction(1, 10), Style.PERCENT),
        ("百分之十", Fraction(1, 10), Style.PERCENT),
        ("百分之十点五", Fraction(105, 1000), Style.PERCENT),
        ("百分之10", Fraction(1, 10), Style.PERCENT),
        ("5‰", Fraction(1, 200), Style.PER_MILLE),
        ("千分之五", Fraction(1, 200), Style.PER_MILLE),
        ("1/3", Fraction(1, 3), Style.FRACTION),
        ("五分之一", Fraction(1, 5), Style.FRACTION),
        ("三分之二", Fraction(2, 3), Style.FRACTION),
        ("一半", Fraction(1, 2), Style.FRACTION),
        ("三成", Fraction(3, 10), Style.TENTHS),
    ],
)
def test_share(text: str, value: Fraction, style: Style) -> None:
    quantity = parse(text)
    assert (quantity.value, quantity.style, quantity.unit.name) == (value, style, "")
    assert quantity.is_share


def test_bounded_shares() -> None:
    assert parse("一半以上").interval == Interval.at_least(Fraction(1, 2))
    assert parse("超过五分之一").interval == Interval.more_than(Fraction(1, 5))
    assert parse("超过1/5").interval == parse("超过五分之一").interval


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("1:1.2", (Fraction(1), Fraction(6, 5))),
        ("12∶1", (Fraction(12), Fraction(1))),
        ("1：1.2", (Fraction(1), Fraction(6, 5))),
        ("12:1", (Fraction(12), Fraction(1))),
    ],
)
def test_pair_keeps_both_parts_and_stands_for_the_quotient(
    text: str, pair: tuple[Fraction, Fraction]
) -> None:
    quantity = parse(text)
    assert quantity.pair == pair
    assert quantity.interval == Interval.exact(pair[0] / pair[1])


@pytest.mark.parametrize(
    ("text", "nearness", "low", "high"),
    [
        ("10个左右", Nearness.ABOUT, 9, 11),
        ("约300名", Nearness.ABOUT, 270, 330),
        ("大约300名", Nearness.ABOUT, 270, 330),
        ("约10名左右", Nearness.ABOUT, 9, 11),
        ("近1/3", Nearness.JUST_UNDER, Fraction(3, 10), Fraction(1, 3)),
        ("10余人", Nearness.JUST_OVER, 10, 20),
        ("300多名", Nearness.JUST_OVER, 300, 400),
        ("三百余名", Nearness.JUST_OVER, 300, 400),
        ("120余名", Nearness.JUST_OVER, 120, 130),
        ("3万余人", Nearness.JUST_OVER, 30000, 40000),
        ("10多万人", Nearness.JUST_OVER, 100000, 200000),
        ("逾2000名", Nearness.JUST_OVER, 2000, 3000),
        ("3年多", Nearness.JUST_OVER, 3, 4),
    ],
)
def test_near_value(
    text: str, nearness: Nearness, low: Fraction | int, high: Fraction | int
) -> None:
    quantity = parse(text)
    near = quantity.for_comparison()
    assert quantity.approximate
    assert (quantity.nearness, near.low, near.high) == (nearness, low, high)


def test_what_is_near_has_open_ends_where_it_cannot_be_reached() -> None:
    over, under, about = parse("10余人"), parse("近1/3"), parse("约10人")
    assert not over.for_comparison().contains(10)
    assert over.for_comparison().contains(19)
    assert not over.for_comparison().contains(20)
    assert not under.for_comparison().contains(Fraction(1, 3))
    assert about.for_comparison(Fraction(1, 20)) == Interval.between(
        Fraction(19, 2), Fraction(21, 2)
    )
    assert parse("约100名以上").for_comparison() == Interval.at_least(90)
    assert parse("3—5年左右").for_comparison() == Interval.between(
        Fraction(27, 10), Fraction(11, 2)
    )


@pytest.mark.parametrize(
    ("text", "tolerance"), [("近0名", "1/10"), ("近0.0%", "1/10"), ("近30%", "0")]
)
def test_what_nothing_can_lie_just_below_is_the_number_itself(text: str, tolerance: str) -> None:
    quantity, share = parse(text), Fraction(tolerance)
    assert quantity.for_comparison(share) == quantity.interval
    assert quantity.for_computation(share).contains(quantity.numbers[0])


def test_the_last_few_years_are_no_approximation() -> None:
    quantity = parse("近五年")
    assert (quantity.interval, quantity.word) == (Interval.exact(5), "近")
    assert not quantity.approximate


@pytest.mark.parametrize(
    ("text", "hedge", "binding"),
    [
        ("必须不低于10学时", Hedge.MUST, True),
        ("须不低于10学时", Hedge.MUST, True),
        ("不得超过45周岁", Hedge.MUST, True),
        ("应当不低于10学时", Hedge.SHALL, True),
        ("应不低于10学时", Hedge.SHALL, True),
        ("不应低于10学时", Hedge.SHALL, True),
        ("原则上不少于10%", Hedge.IN_PRINCIPLE, False),
        ("力争达到95%以上", Hedge.STRIVE, False),
        ("一般不超过3天", Hedge.USUALLY, False),
    ],
)
def test_hedge(text: str, hedge: Hedge, *, binding: bool) -> None:
    quantity = parse(text)
    assert quantity.hedge is hedge
    assert hedge.binding is binding


def test_no_hedge_is_none() -> None:
    assert parse("不低于10学时").hedge is None


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("至少2—3名", ("bound_and_range",)),
        ("不超过2—3名", ("bound_and_range",)),
        ("3—5年左右", ("range_and_approximate",)),
        ("不少于10名以上", ("double_bound",)),
        ("不超过10名以下", ("double_bound",)),
        ("不超过10名以上", ("contradictory_bounds",)),
        ("约10名以上", ("approximate_and_bound",)),
        ("约10名左右", ("double_approximate",)),
        ("5—3名", ("descending_range",)),
    ],
)
def test_odd_wording_is_remarked(text: str, remarks: tuple[str, ...]) -> None:
    assert parse(text).remarks == remarks


def test_of_a_bound_and_a_range_the_wider_reading_counts() -> None:
    assert parse("至少2—3名").interval == Interval.at_least(2)
    assert parse("不超过2—3名").interval == Interval.at_most(3)


@pytest.mark.parametrize("text", ["一批", "若干", "一系列", "数以万计", "数百名", "若干所"])
def test_vague_amount_is_kept_without_a_number(text: str) -> None:
    quantity = parse(text)
    assert quantity.vague
    assert quantity.numbers == ()
    assert quantity.interval == Interval.unbounded()


@pytest.mark.parametrize("text", ["-", "—", "－", "——", "无", " — "])
def test_no_value(text: str) -> None:
    assert parse_quantity(text) == NoValue(text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "名",
        "1+10",
        "2025年",
        "2023—2027年",
        "二〇二七年",
        "2021年7月16日",
        "2027-06-30",
        "3月",
        "第一年",
        "十四五",
        "60座塔",
        "60橦",
        "1:2:3",
        "1:0",
        "1/0",
        "10名至",
        "3名—5年",
        "待定",
        "不少于",
        "一" * 300,
        "1" * 300,
        "骨干教师3800名",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert parse_quantity(text) is None


def test_a_share_is_not_read_as_a_count_of_an_unknown_unit() -> None:
    assert parse("五分之一").value == Fraction(1, 5)
    assert parse_quantity("五分之") is None


def test_a_plan_adds_its_own_units() -> None:
    own = frozenset(("座次", "间学位"))
    assert parse_quantity("60座次") is None
    quantity = parse_quantity("60座次", own)
    assert isinstance(quantity, Quantity)
    assert quantity.unit == Unit.of("座次")
    rate = parse_quantity("400元/间学位", own)
    assert isinstance(rate, Quantity)
    assert rate.unit.name == "元/间学位"


@pytest.mark.parametrize(
    ("text", "unit", "value", "unit_name"),
    [
        ("300", "万元", 3000000, "元"),
        ("12.5", "%", Fraction(1, 8), ""),
        ("5", "‰", Fraction(1, 200), ""),
        ("300", "人", 300, "人"),
        ("300名", "人", 300, "名"),
        ("10%", "人", Fraction(1, 10), ""),
        ("70（实有45）", "人", 70, "人"),
        ("30以上", "岁", 30, "岁"),
        ("18", "月", 18, "个月"),
    ],
)
def test_the_unit_of_a_column_serves_numbers_without_one(
    text: str, unit: str, value: Fraction | int, unit_name: str
) -> None:
    quantity = parse_quantity(text, default_unit=unit)
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.unit.name) == (value, unit_name)


def test_brackets_at_the_end_are_a_note() -> None:
    quantity = parse("120（新增）")
    assert quantity.value == 120
    assert (quantity.note, quantity.text) == ("新增", "120（新增）")
    assert parse("120名(新增)").note == "新增"


@pytest.mark.parametrize(
    ("text", "step", "is_exact"),
    [
        ("3800名", Fraction(1), True),
        ("一千二百名", Fraction(1), True),
        ("1/3", Fraction(0), True),
        ("12.5", Fraction(1, 10), False),
        ("10%", Fraction(1, 100), False),
        ("10.0%", Fraction(1, 1000), False),
        ("5‰", Fraction(1, 1000), False),
        ("3.2万人", Fraction(1000), False),
        ("3万人", Fraction(10000), False),
        ("三万五千人", Fraction(1000), False),
        ("1.20亿元", Fraction(1000000), False),
    ],
)
def test_the_last_printed_place_is_kept(text: str, step: Fraction, *, is_exact: bool) -> None:
    quantity = parse(text)
    assert (quantity.printed_step, quantity.is_exact_count) == (step, is_exact)


def test_computation_allows_half_of_the_last_printed_place() -> None:
    assert parse("10%").for_computation() == Interval.between(
        Fraction(95, 1000), Fraction(105, 1000)
    )
    assert parse("3.2万人").for_computation() == Interval.between(31500, 32500)
    assert parse("12.5").for_computation() == Interval.between(
        Fraction(1245, 100), Fraction(1255, 100)
    )


def test_whole_counts_and_limits_are_exact_in_computation() -> None:
    assert parse("3800名").for_computation() == Interval.exact(3800)
    assert parse("1/3").for_computation() == Interval.exact(Fraction(1, 3))
    assert parse("不低于10%").for_computation() == Interval.at_least(Fraction(1, 10))


def test_what_cannot_be_negative_begins_at_zero_in_computation() -> None:
    assert parse("不超过50名").for_computation() == Interval.between(0, 50)
    assert parse("不超过50万元").for_computation() == Interval.at_most(500000)
    assert parse("不超过50%").for_computation().low is None


def test_the_same_figure_may_be_printed_in_many_ways() -> None:
    assert parse("3年").states_same(parse("三年"))
    assert parse("10%").states_same(parse("1/10"))
    assert parse("24个月").states_same(parse("2年"))
    assert parse("至少50名").states_same(parse("必须不少于50人"))
    assert not parse("至少50名").states_same(parse("50名"))
    assert not parse("约50名").states_same(parse("50名"))
    assert not parse("10学时").states_same(parse("10学分"))
    assert parse("一批").states_same(parse("若干"))
    assert not parse("一批").states_same(parse("10名"))


def test_a_figure_is_converted_to_another_unit_of_its_kind() -> None:
    hectares = parse("2公顷").in_unit(Unit.of("亩"))
    assert hectares is not None
    assert hectares.value == 30
    assert parse("2公顷").in_unit(Unit.of("人")) is None


def test_a_rate_has_its_unit_in_parts() -> None:
    assert parse("400元/人/天").unit == RATE
