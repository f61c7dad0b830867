"""Chinese and Arabic numerals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantity import chinese_numeral, chinese_year, read_integer, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十", 20),
        ("十", 10),
        ("百", 100),
        ("十二", 12),
        ("二十五", 25),
        ("两", 2),
        ("两百", 200),
        ("一百零五", 105),
        ("一百二", 120),
        ("一百二十", 120),
        ("一千二百", 1200),
        ("一千零二十", 1020),
        ("一千零五", 1005),
        ("三万五千", 35000),
        ("三万五", 35000),
        ("三万零五", 30005),
        ("三万零五百", 30500),
        ("十二万", 120000),
        ("一亿二千万", 120000000),
        ("两万亿", 2 * 10**12),
        ("二〇二七", 2027),
        ("二○二七", 2027),
        ("一九五三", 1953),
        ("廿五", 25),
        ("零", 0),
        ("3800", 3800),
        ("10,000", 10000),
        ("1,234,567", 1234567),
        ("１２０００", 12000),
        ("3.2万", 32000),
        ("3万", 30000),
        ("5千", 5000),
    ],
)
def test_integer_is_read(text: str, value: int) -> None:
    assert read_integer(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "十四五",
        "两三个",
        "两二",
        "一二十",
        "万五千三万",
        "十百",
        "1,00",
        "10000,000",
        ",100",
        "1.",
        ".5",
        "1.5",
        "五分之一",
        "名",
        "一" * 30,
        "9" * 30,
    ],
)
def test_no_integer(text: str) -> None:
    assert read_integer(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五分之一", Fraction(1, 5)),
        ("三分之二", Fraction(2, 3)),
        ("百分之十", Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        ("半", Fraction(1, 2)),
        ("3.2", Fraction(16, 5)),
        ("３．５", Fraction(7, 2)),
        ("三点五", Fraction(7, 2)),
        ("1.2亿", Fraction(120000000)),
    ],
)
def test_number_is_read(text: str, value: Fraction) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["1/0", "零分之一", "三点", "三点十", "1/", "/3"])
def test_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_what_is_written_in_chinese_is_read_back(number: int) -> None:
    assert read_integer(chinese_numeral(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (10010, "一万零一十"),
        (100000, "十万"),
        (100005000, "一亿零五千"),
    ],
)
def test_chinese_numeral(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_outside_the_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese_numeral(number)


def test_years_are_written_figure_by_figure() -> None:
    assert chinese_year(2027) == "二〇二七"
