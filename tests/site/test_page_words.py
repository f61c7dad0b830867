"""Words as pages show them: where lines may break, and signs as print sets them."""

from __future__ import annotations

import pytest
from markupsafe import escape

from generator.writers.page_words import figure_words, remark_unbroken, said, unbroken


@pytest.mark.parametrize(
    ("message", "printed"),
    [
        ("6000名 <= 3800名 + 6800名", "6000名 ≤ 3800名 + 6800名"),
        ("（甲 + 乙） ÷ （丙 ÷ 丁） >= 10%", "（甲 + 乙）÷（丙 ÷ 丁）≥ 10%"),
        ("““三个课堂”典型案例”的项数", "“‘三个课堂’典型案例”的项数"),
        ("“甲”、“乙”没有同一口径的数", "“甲”、“乙”没有同一口径的数"),
        ("“甲“乙“丙”丁”", "“甲“乙“丙”丁”"),
        ("”甲“", "”甲“"),
    ],
)
def test_a_message_is_set_as_print_does(message: str, printed: str) -> None:
    assert said(message) == printed


@pytest.mark.parametrize(
    ("figure", "markup"),
    [
        ("不少于120学时", "不少于<wbr>120学时"),
        ("约3万元", "约3万元"),
        ("50至100名", "50至100名"),
        ("超过五分之一", "超过五分之一"),
        ("<b>&'1", "&lt;b&gt;&amp;&#39;<wbr>1"),
    ],
)
def test_a_figure_may_break_before_its_number(figure: str, markup: str) -> None:
    assert figure_words(figure) == markup


def test_a_short_remark_and_a_period_stay_on_one_line() -> None:
    assert remark_unbroken("骨干教师（到2027年）") == (
        '骨干教师<span class="unbroken">（到2027年）</span>'
    )
    assert unbroken("规划（2023—2027年）") == '规划（<span class="unbroken">2023—2027年</span>）'
    long = f"甲（{'很' * 13}）"
    assert remark_unbroken(long) == long


@pytest.mark.parametrize("words", ["<script>", "（<img src=x>）", "不少于<i>1</i>"])
def test_markup_is_text(words: str) -> None:
    for shown in (unbroken(words), remark_unbroken(words), figure_words(words)):
        bare = shown.replace("<wbr>", "").replace('<span class="unbroken">', "")
        assert bare.replace("</span>", "") == escape(words)
