"""Numbers are put into words again in the style of the author."""

from __future__ import annotations

import pytest

from generator.checks.restating import restated
from generator.model.values import StatedQuantity
from generator.quantity import Quantity, find_quantities, parse_quantity
from generator.source import Span
from generator.text import Text


def stated(words: str) -> StatedQuantity:
    quantity = parse_quantity(words)
    assert isinstance(quantity, Quantity)
    return StatedQuantity(Text.on_line(words, Span("plan.yaml", 1, 1, 1, 2)), quantity)


@pytest.mark.parametrize(
    ("paragraph", "figure", "expected"),
    [
        ("培养护士3700名。", "3800名", "3800名"),
        ("培养护士三十名。", "45名", "四十五名"),
        ("用三年时间", "2年", "两年"),
        ("投资3.5万元。", "4.2万元", "4.2万元"),
        ("投资3.5万元。", "42000元", "4.2万元"),
        ("培养护士３７００名。", "3800名", "３８００名"),
        ("培养护士3,700名。", "13800名", "13,800名"),
        ("不少于40学时", "不少于60学时", "不少于60学时"),
        ("培训40学时以上", "不少于60学时", "60学时以上"),
        ("培训40学时。", "不少于60学时", "不少于60学时"),
        ("接种率90%。", "95%", "95%"),
        ("约占1/3。", "约2/5", "约2/5"),
        ("用时36个月。", "4年", "48个月"),
        ("招收50至100名。", "60至120名", "60至120名"),
        ("至少50名。", "60名", "60名"),
    ],
)
def test_the_style_stays(paragraph: str, figure: str, expected: str) -> None:
    (mention,) = find_quantities(paragraph)
    assert restated(paragraph, mention.start, mention.end, stated(figure)) == expected


def test_what_does_not_read_back_is_not_written() -> None:
    paragraph = "不少于本区域学校数的10%。"
    (mention,) = find_quantities(paragraph)
    words = restated(paragraph, mention.start, mention.end, stated("不少于12%"))
    assert words == "不少于本区域学校数的12%"
    assert restated("护士3名，", 2, 4, stated("一批")) is None
