"""Charts: what may share one, where each mark stands, and how bounds are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from generator.pipeline.analysis import analyze
from generator.site.bar_charts import bar_charts
from generator.site.chart_scale import scale_for
from generator.site.lettering import lines_of, text_width
from generator.site.series_charts import SeriesChart, series_charts
from tests.site.sites import content_of, files_of, text_of, write_site_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from generator.resolve import ResolvedPlan

HEAD = """\
format: 1
kind: 规划
title: 示例市绿道建设规划（2023—2027年）
stage: 已印发
period: 2023—2027年
milestones: 到2025年、到2027年
issuer: 示例市水务局
baseline: 2022年
indicators:
"""


def indicators(*lines: str) -> str:
    return HEAD + "".join(f"  {line}\n" for line in lines)


def resolved(root: Path, plan: str) -> ResolvedPlan:
    (found,) = analyze(write_site_workspace(root, {"lvdao": plan})).corpus.plans
    return found


def page(root: Path, plan: str) -> HtmlElement:
    return content_of(files_of(write_site_workspace(root, {"lvdao": plan})), INDICATORS)


INDICATORS = "plans/lvdao-indicators.html"


@pytest.mark.parametrize(
    ("greatest", "percent", "marks"),
    [
        (Fraction(10600), False, ["0", "5000", "10000", "15000"]),
        (Fraction(10000), False, ["0", "2000", "4000", "6000", "8000", "10000"]),
        (Fraction(3), False, ["0", "1", "2", "3"]),
        (Fraction(1, 2), True, ["0%", "10%", "20%", "30%", "40%", "50%"]),
        (Fraction(5, 1000), True, ["0%", "0.1%", "0.2%", "0.3%", "0.4%", "0.5%"]),
        (Fraction(3, 2), False, ["0", "0.5", "1", "1.5"]),
        (Fraction(125000), False, ["0", "5", "10", "15"]),
        (Fraction(350000000), False, ["0", "1", "2", "3", "4"]),
    ],
)
def test_a_scale_has_few_round_marks(
    greatest: Fraction, *, percent: bool, marks: list[str]
) -> None:
    scale = scale_for(greatest, 600, percent=percent)
    assert [words for _, words in scale.marks] == marks
    assert scale.at(scale.top) == 600
    assert scale.at(Fraction(0)) == 0


def test_only_figures_that_can_be_compared_share_a_chart(tmp_path: Path) -> None:
    plan = indicators(
        "绿道长度: 1000米",
        "步道长度: 3公里",
        "驿站: 20个",
        "绿化占比: 30%",
        "绿道绿化率:",
        "  base: 绿道",
        "  figures: 90%",
        "步道绿化率:",
        "  base: 步道",
        "  figures: 80%",
        "每年巡查:",
        "  figures:",
        "    每年: 12次",
        "五年巡查:",
        "  figures:",
        "    五年一周期: 60次",
    )
    (chart,) = bar_charts(resolved(tmp_path, plan))
    assert [bar.name for bar in chart.bars] == ["绿道长度", "步道长度"]
    assert [bar.shape.high for bar in chart.bars] == [
        chart.scale.at(Fraction(1000)),
        chart.scale.at(Fraction(3000)),
    ]
    assert chart.unit == "单位：米"


def test_figures_that_are_all_equal_say_nothing_in_a_chart(tmp_path: Path) -> None:
    plan = indicators("绿道: 3条", "步道: 3条")
    assert list(bar_charts(resolved(tmp_path, plan))) == []


def test_bounds_are_drawn_as_bounds(tmp_path: Path) -> None:
    plan = indicators(
        "绿道: 100米",
        "步道: 不少于200米",
        "栈道: 不超过300米",
        "坡道: 400至500米",
        "便道: 约600米",
    )
    (chart,) = bar_charts(resolved(tmp_path / "one", plan))
    at = chart.scale.at
    shapes = {bar.name: bar.shape for bar in chart.bars}
    assert shapes["绿道"] == ("exact", at(Fraction(100)), at(Fraction(100)))
    assert shapes["步道"][:2] == ("at-least", at(Fraction(200)))
    assert shapes["步道"].high > at(Fraction(200))
    assert shapes["栈道"] == ("at-most", 0, at(Fraction(300)))
    assert shapes["坡道"] == ("range", at(Fraction(400)), at(Fraction(500)))
    assert shapes["便道"] == ("about", at(Fraction(540)), at(Fraction(660)))
    (figure,) = page(tmp_path / "other", plan).xpath("//figure")
    marks = [len(figure.xpath(f".//*[@class='{name}']")) for name in ("hatched", "open", "band")]
    assert marks == [1, 1, 1]
    assert len(figure.xpath(".//path[contains(@class,'stroke')]")) == 4


def test_an_indicator_is_drawn_from_its_baseline_to_its_target(tmp_path: Path) -> None:
    plan = indicators(
        "绿道长度:",
        "  figures:",
        "    现状: 400米",
        "    到2025年: 不少于600米",
        "    到2027年: 1000米",
    )
    (chart,) = series_charts(resolved(tmp_path / "one", plan))
    assert isinstance(chart, SeriesChart)
    assert [point.when for point in chart.points] == ["现状", "到2025年", "到2027年"]
    first, middle, last = chart.points
    assert first.x == 0
    assert abs(middle.x * 5 - last.x * 3) <= 5
    assert middle.shape.kind == "at-least"
    (figure,) = page(tmp_path / "other", plan).xpath("//figure")
    assert len(figure.xpath(".//circle")) == 3
    assert len(figure.xpath(".//*[@class='hatched']")) == 1


@dataclass
class Box:
    left: int
    right: int
    top: int
    bottom: int

    def meets(self, other: Box) -> bool:
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


def box_of(text: HtmlElement) -> Box:
    size = text_width(text_of(text), 28)
    start = int(text.get("x")) - {"end": size, "middle": size // 2}.get(text.get("text-anchor"), 0)
    line = int(text.get("y"))
    return Box(start, start + size, line - 26, line + 4)


@pytest.mark.parametrize(
    ("figures", "is_line"),
    [
        (("2022年: 128个", "到2025年: 150个左右", "到2027年: 不少于180个"), True),
        (("2022年: 1.25亿元", "到2027年: 约3.5亿元"), True),
        (("2022年: 不少于90%", "到2023年: 92%", "到2025年: 95%以上", "到2027年: 100%"), True),
        (
            tuple(f"到{year}年: 不超过{2000 - year % 100 * 50}件" for year in range(2022, 2028)),
            False,
        ),
        (tuple(f"到{year}年: {year}0000万元左右" for year in range(2023, 2028)), False),
    ],
)
def test_no_words_of_a_chart_meet(
    tmp_path: Path, figures: tuple[str, ...], *, is_line: bool
) -> None:
    plan = indicators("数量:", "  figures:", *(f"    {figure}" for figure in figures))
    content = page(tmp_path, plan)
    (svg,) = content.xpath("//figure/svg")
    assert bool(svg.xpath("polyline")) is is_line
    boxes = [box_of(text) for text in svg.xpath("text")]
    width = int(svg.get("viewbox").split()[2])
    assert len(boxes) > 2 * len(figures)
    for index, one in enumerate(boxes):
        assert 0 <= one.left < one.right <= width
        assert not any(one.meets(other) for other in boxes[index + 1 :])
    shown = [text_of(text) for text in svg.xpath("text[@class='value']")]
    assert shown == [figure.partition(": ")[2] for figure in figures]


def test_a_chart_says_in_words_what_it_shows(tmp_path: Path) -> None:
    plan = indicators("绿道: 100米", "步道: 不少于200米")
    content = page(tmp_path, plan)
    (svg,) = content.xpath("//figure/svg")
    assert svg.get("role") == "img"
    named = [content.xpath("//*[@id=$one]", one=one) for one in svg.get("aria-labelledby").split()]
    assert [text_of(one) for (one,) in named] == ["以“米”计的指标", "绿道100米；步道不少于200米"]
    assert {"100米", "不少于200米"} <= {text_of(cell) for cell in content.xpath("//table//td")}


def test_charts_are_drawn_within_their_frame(tmp_path: Path) -> None:
    plan = indicators(
        "很长很长很长很长很长很长很长很长很长很长很长的绿道长度: 100米", "步道: 至少20米"
    )
    content = page(tmp_path, plan)
    (svg,) = content.xpath("//figure/svg")
    _, _, width, height = map(int, svg.get("viewbox").split())
    for text in svg.xpath("text"):
        size = text_width(text_of(text), 28)
        at = int(text.get("x"))
        start = at - {"end": size, "middle": size // 2}.get(text.get("text-anchor"), 0)
        assert start >= 0
        assert start + size <= width
        assert 0 < int(text.get("y")) <= height


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("市级骨干教师", 112, ("市级骨干", "教师")),
        ("培养教师，扩大队伍", 112, ("培养教", "师，扩大", "队伍")),
        ("实施工“春苗计”划", 112, ("实施工", "“春苗", "计”划")),
        ("到2027年达到10000名", 112, ("到2027", "年达到", "10000名")),
        ("", 112, ()),
        ("1234567890123456789", 84, ("12345", "67890", "12345", "6789")),
    ],
)
def test_lines_break_between_words_and_before_no_closing_mark(
    text: str, width: int, lines: tuple[str, ...]
) -> None:
    found = lines_of(text, 28, width)
    assert found == lines
    assert all(text_width(line, 28) <= width for line in found)
