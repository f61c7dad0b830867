"""Official printing, and the law that what is printed reads back as the same quantity."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.quantity import Quantity, find_quantities, parse_quantity, print_quantity

YEAR = re.compile("(?:19|20)[0-9]{2}(?![0-9])")
WHOLE = st.integers(min_value=0, max_value=99999).map(str)
DECIMAL = st.decimals(min_value=0, max_value=9999, places=2).map(str)
CHINESE = st.sampled_from(("三", "两", "十二", "二十", "一千二百", "三万五千", "一百零五"))
SCALED = st.tuples(WHOLE | DECIMAL, st.sampled_from(("万", "亿", "千", "百万", ""))).map("".join)
PLAIN = WHOLE | DECIMAL | CHINESE | SCALED
UNITS = st.sampled_from(
    ("名", "人", "所", "个", "学时", "元", "亩", "岁", "周岁", "年", "个月", "天", "元/人/天", "")
)
COUNT = st.tuples(PLAIN, UNITS).map("".join)
SHARE = st.sampled_from(("1/3", "五分之一", "一半", "三成", "2倍", "百分之五")) | st.tuples(
    WHOLE | DECIMAL, st.sampled_from(("%", "‰"))
).map("".join)
PAIR = st.tuples(
    st.integers(min_value=1, max_value=50).map(str),
    st.sampled_from((":", "∶", "：")),
    st.sampled_from(("1", "1.2", "12", "1.50")),
).map("".join)
RANGE = st.tuples(PLAIN, st.sampled_from(("—", "至", "-", "～")), COUNT).map("".join) | st.tuples(
    WHOLE, st.sampled_from(("%—", "—")), WHOLE, st.just("%")
).map("".join)
OPENING = st.sampled_from(
    (
        "",
        "至少",
        "不超过",
        "超过",
        "低于",
        "≥",
        "约",
        "近",
        "逾",
        "不得超过",
        "不得少于",
        "约不少于",
    )
)
HEDGE = st.sampled_from(("", "必须", "应", "原则上", "力争", "力争达到", "稳定在", "增长"))
CLOSING = st.sampled_from(("", "以上", "以下", "左右", "以内", "（新增）"))
VALUES = st.tuples(HEDGE, OPENING, COUNT | SHARE | RANGE | PAIR, CLOSING).map("".join)
OVER = st.sampled_from(
    (
        "10余人",
        "300多名",
        "3万余人",
        "10多万人",
        "3年多",
        "半年",
        "两年半",
        "逾两年半",
        "近五年",
        "一批",
        "数百名",
    )
)


@given(VALUES | OVER)
def test_what_is_printed_reads_back_as_the_same_quantity(text: str) -> None:
    quantity = parse_quantity(text)
    if not isinstance(quantity, Quantity):
        return
    printed = print_quantity(quantity)
    again = parse_quantity(printed)
    assert again == quantity
    assert isinstance(again, Quantity)
    assert print_quantity(again) == printed


@given(st.tuples(HEDGE, OPENING, COUNT | SHARE | RANGE).map("".join))
def test_most_wordings_are_quantities(text: str) -> None:
    assume(not YEAR.search(text))
    assert isinstance(parse_quantity(text), Quantity)


@given(
    st.text(
        alphabet="0123456789,.%/:—一二三十百万亿两半余约近至少不超过以上名个年分之（）内第",
        max_size=14,
    )
)
def test_any_text_is_read_or_refused_and_reads_back(text: str) -> None:
    quantity = parse_quantity(text)
    if isinstance(quantity, Quantity):
        assert parse_quantity(print_quantity(quantity)) == quantity
    for mention in find_quantities(text):
        assert text[mention.start : mention.end] == mention.quantity.text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("10,000名", "10000名"),
        ("12000元", "12000元"),
        ("三年", "3年"),
        ("３８００名", "3800名"),
        ("3.20万人", "3.20万人"),
        ("三万五千人", "3.5万人"),
        ("50至100名", "50—100名"),
        ("10-20%", "10%—20%"),
        ("3—5万人", "3万—5万人"),
        ("8000—1万人", "8000—10000人"),
        ("1:1.2", "1∶1.2"),
        ("五分之一", "1/5"),
        ("百分之十", "10%"),
        ("至少50名", "不少于50名"),
        ("≥90%", "不低于90%"),
        ("＜5毫米", "不足5毫米"),
        ("不超过35周岁", "35周岁以下"),
        ("大约300名", "约300名"),
        ("10个左右", "约10个"),
        ("300多名", "300余名"),
        ("3余年", "3年多"),
        ("须不低于10学时", "必须不少于10学时"),
        ("不得超过10天", "必须不超过10天"),
        ("400元/（人·天）", "400元/人/天"),
        ("120(新增)", "120（新增）"),
        ("不少于10名以上", "不少于10名以上"),
        ("3个月", "3个月"),
        ("两年半", "2年半"),
        ("-3%", "-3%"),
        ("一批", "一批"),
    ],
)
def test_official_style(text: str, printed: str) -> None:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    assert print_quantity(quantity) == printed
