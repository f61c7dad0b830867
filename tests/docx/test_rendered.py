"""What a reader sees: the sample document measured on its pages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.blocks import Paragraph, plain
from tests.docx import judgements
from tests.docx.cases import CASES
from tests.docx.rendering import Box, Line, Page
from tests.docx.sample_document import NOTICE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Rendered = Mapping[str, tuple[Page, ...]]

CHARACTER = 15.75 * 25.4 / 72


def lines(pages: Sequence[Page]) -> list[Line]:
    return [line for page in pages for line in page.lines(judgements.UPRIGHT_LINES)]


def line_of(pages: Sequence[Page], text: str) -> Line:
    return next(line for line in lines(pages) if text in line.text)


@pytest.mark.parametrize(
    "judgement",
    [
        judgements.page_size,
        judgements.margins,
        judgements.line_pitch,
        judgements.characters,
        judgements.folios,
        judgements.masthead,
        judgements.landscape_tops,
        judgements.table_heads,
        judgements.fonts_used,
        judgements.colophon,
    ],
    ids=lambda judgement: judgement.__name__,
)
def test_the_sample_meets_the_standard(
    rendered: Rendered, judgement: Callable[[Sequence[Page]], list[str]]
) -> None:
    assert judgement(rendered["sample"]) == []


def test_the_exact_pitch_alone_gives_22_lines_as_in_word(rendered: Rendered) -> None:
    assert judgements.line_pitch(rendered["gridless"]) == []


def test_no_sign_hangs_into_the_margin(rendered: Rendered) -> None:
    pages = rendered["punctuation"]
    assert judgements.characters(pages) == []
    assert judgements.margins(pages) == []
    assert judgements.margins(rendered["hanging"])


def test_every_character_prints_even_at_the_end_of_a_line(rendered: Rendered) -> None:
    (part,) = CASES["punctuation"].parts
    written = [plain(block.runs) for block in part.blocks if isinstance(block, Paragraph)]
    text = part.title + "".join(written)
    assert "".join(line.text for line in lines(rendered["punctuation"])) == text
    # LibreOffice leaves out some of the signs that it hangs.
    assert "".join(line.text for line in lines(rendered["hanging"])) != text


def test_the_sample_has_every_kind_of_page(rendered: Rendered) -> None:
    pages = rendered["sample"]
    assert len(judgements.full_pages(pages)) >= 5
    assert len(judgements.landscape(pages)) >= 4
    assert 12 <= len(pages) <= 20


def test_the_notice_line_stands_on_every_page(rendered: Rendered) -> None:
    assert judgements.notice_lines(rendered["sample"], NOTICE_LINE) == []


def test_the_notice_line_does_not_shift_the_type_area(rendered: Rendered) -> None:
    marked, unmarked = rendered["compact"], rendered["unmarked"]
    for page, other in zip(marked, unmarked, strict=True):
        below = Box(0, 25, page.width, page.height)
        assert page.lines(below) == other.lines(below)


def test_a_sealed_signature_is_centred_on_a_date_four_characters_in(rendered: Rendered) -> None:
    pages = rendered["sealed"]
    date = line_of(pages, "二○二三年五月十八日")
    organ = next(line for line in lines(pages) if line.text == "示例市教育局")
    assert judgements.RIGHT - date.right == pytest.approx(4 * CHARACTER, abs=0.5)
    assert organ.center == pytest.approx(date.center, abs=0.5)


def test_without_a_seal_the_name_is_two_characters_in(rendered: Rendered) -> None:
    pages = rendered["unsealed"]
    date = line_of(pages, "二○二三年五月十八日")
    organ = next(line for line in lines(pages) if line.text == "示例市中小学教师培训工作办公室")
    assert judgements.RIGHT - organ.right == pytest.approx(2 * CHARACTER, abs=0.8)
    assert date.left - organ.left == pytest.approx(2 * CHARACTER, abs=0.1)


def test_a_name_shorter_than_the_date_moves_in(rendered: Rendered) -> None:
    pages = rendered["short-name"]
    date = line_of(pages, "二○二三年五月十八日")
    organ = next(line for line in lines(pages) if line.text == "示例市")
    assert judgements.RIGHT - date.right == pytest.approx(2 * CHARACTER, abs=0.8)
    assert date.left - organ.left == pytest.approx(2 * CHARACTER, abs=0.2)


@pytest.mark.parametrize(
    ("name", "longest"),
    [
        ("unsealed-digits", "2024年12月18日"),
        ("unsealed-equal", "示例县人民政府"),
        ("unsealed-long", "示例县人力资源和社会保障局"),
    ],
)
def test_a_date_with_digits_is_as_far_in_as_one_without(
    rendered: Rendered, name: str, longest: str
) -> None:
    organ_or_date = next(line for line in lines(rendered[name]) if line.text == longest)
    assert judgements.RIGHT - organ_or_date.right == pytest.approx(2 * CHARACTER, abs=0.8)
    date = line_of(rendered[name], "2024年12月18日")
    assert date.text == "2024年12月18日"
    assert date.right < judgements.RIGHT + 0.1


def test_joint_signatures_leave_room_for_seals(rendered: Rendered) -> None:
    pages = rendered["joint"]
    row = line_of(pages, "示例市财政局").glyphs
    starts = [glyph.left for glyph in row if glyph.text == "示"]
    date = line_of(pages, "二○二三年五月十八日")
    assert len(starts) == 3
    assert min(b - a for a, b in pairwise(starts)) > 42
    assert starts[-1] + 3 * CHARACTER == pytest.approx(date.center, abs=0.5)
    assert starts[0] > judgements.LEFT


def test_the_page_of_the_signature_carries_text(rendered: Rendered) -> None:
    for name in ("sealed", "unsealed", "joint", "sample"):
        (page,) = [page for page in rendered[name] if "此件公开发布" in page_text(page)]
        assert "报市教育局备案" in page_text(page)


def page_text(page: Page) -> str:
    return "".join(line.text for line in page.lines())


def test_attachment_names_wrap_under_their_first_character(rendered: Rendered) -> None:
    pages = rendered["sample"]
    found = lines(pages)
    at = next(place for place, line in enumerate(found) if line.text.startswith("2.示例市"))
    name = next(glyph for glyph in found[at].glyphs if glyph.text == "示")
    assert found[at].text.startswith("2.")
    assert found[at - 1].text.startswith("附件：1.")
    # LibreOffice puts 1.35 mm between a full stop of the Latin font and 汉字, Word nothing.
    assert found[at + 1].left == pytest.approx(name.left, abs=1.5)


def test_an_attachment_has_its_label_first_and_its_title_on_the_third_line(
    rendered: Rendered,
) -> None:
    label, title, *_ = rendered["sample"][-1].lines(judgements.UPRIGHT_LINES)
    assert label.text == "附件2"
    assert label.left == pytest.approx(judgements.LEFT, abs=0.3)
    assert {glyph.font for glyph in label.glyphs} == {judgements.EMPHASIS}
    assert 2 < (title.baseline - label.baseline) / judgements.LINE_PITCH < 2.5


def test_heading_layers_have_their_fonts(rendered: Rendered) -> None:
    pages = rendered["sample"]
    fonts = [
        next(glyph.font for glyph in line_of(pages, text).glyphs if glyph.text == text[0])
        for text in ("总体要求", "明确总体思路", "细化年度安排", "压实工作责任")
    ]
    assert fonts == [
        judgements.EMPHASIS,
        judgements.SECOND_HEADING,
        judgements.BODY,
        judgements.BODY,
    ]


def test_shared_signs_take_the_font_of_their_text(rendered: Rendered) -> None:
    fonts = {
        (glyph.text, glyph.font)
        for page in rendered["signs"]
        for glyph in page.glyphs
        if glyph.text in judgements.SHARED_SIGNS and glyph.size > 15
    }
    assert {font for _, font in fonts} <= {
        judgements.BODY,
        judgements.EMPHASIS,
        judgements.SECOND_HEADING,
    }
    assert ("—", judgements.BODY) in fonts
    assert ("“", judgements.EMPHASIS) in fonts
    assert ("…", judgements.SECOND_HEADING) in fonts


def test_blanks_are_underlined_and_four_characters_wide(rendered: Rendered) -> None:
    page = rendered["blanks"][0]
    widest = sorted(rule.box.width for rule in page.rules)[-2:]
    assert len({round(rule.box.top) for rule in page.rules}) == 2
    assert widest == pytest.approx([4 * CHARACTER] * 2, abs=0.5)


def test_a_joint_banner_has_its_organs_equally_wide_and_the_word_beside(
    rendered: Rendered,
) -> None:
    page = rendered["joint-banner"][0]
    first, *between, last = [
        line for line in page.lines(Box(0, 68, 210, 100)) if line.glyphs[0].size > 23
    ]
    organs = [
        [glyph for glyph in line.glyphs if glyph.text not in "文件 "] for line in (first, last)
    ]
    ends = [(glyphs[0].left, glyphs[-1].right) for glyphs in organs]
    assert ends[0] == pytest.approx(ends[1], abs=1)
    (word,) = between
    assert word.text == "文件"
    assert word.left > ends[0][1]
    assert page.ink(Box(0, 67, 210, 100), red=True).top == pytest.approx(72, abs=0.3)


def test_signatories_stand_right_and_the_number_left_on_their_last_line(
    rendered: Rendered,
) -> None:
    pages = rendered["upward"]
    names, number = line_of(pages, "张三丰"), line_of(pages, "王五")
    assert names.text.startswith("签发人：")
    assert judgements.RIGHT - names.right == pytest.approx(CHARACTER, abs=0.5)
    assert number.text.startswith("示教报〔2023〕4号")
    assert number.left - judgements.LEFT == pytest.approx(CHARACTER, abs=0.5)
    assert names.glyphs[-1].font == number.glyphs[-1].font == judgements.SECOND_HEADING


def test_after_a_landscape_page_the_colophon_has_an_upright_page(rendered: Rendered) -> None:
    pages = rendered["colophon-alone"]
    assert pages[-1].height > pages[-1].width
    assert judgements.colophon(pages) == []


def test_text_and_colophon_never_meet(rendered: Rendered) -> None:
    pages = rendered["colophon-crowded"]
    assert judgements.colophon(pages) == []
    for page in pages:
        top = min((rule.box.top for rule in page.rules), default=judgements.BOTTOM)
        below = [line for line in page.lines() if line.baseline > top]
        assert not any(round(glyph.size) == 16 for line in below for glyph in line.glyphs)


def test_no_table_row_is_split_and_short_groups_stay_together(rendered: Rendered) -> None:
    for page in judgements.landscape(rendered["sample"]):
        text = page_text(page)
        assert text.count("2027年12月") == text.count("各县（区）教育局")
        assert ("开展师德专题轮训" in text) == ("评选师德标兵" in text)
        assert ("经费保障" in text) == ("宣传引导" in text)


def test_a_lone_landscape_page_carries_its_number_at_the_same_place(rendered: Rendered) -> None:
    pages = rendered["landscape-alone"]
    assert [number for number, page in enumerate(pages, 1) if page.width > page.height] == [5]
    assert len(pages) == 6
    assert judgements.folios(pages) == []


def test_a_head_of_two_rows_stands_on_every_page_of_its_table(rendered: Rendered) -> None:
    pages = rendered["two-heads"]
    assert len(pages) > 1
    for page in pages:
        upper, years = (
            next(line for line in page.lines() if text in line.text)
            for text in ("分年度任务", "2024年")
        )
        assert upper.baseline < years.baseline
        glyphs = [glyph for glyph in upper.glyphs if glyph.text in "分年度任务"]
        below = [glyph for glyph in years.glyphs if glyph.text in "2024年5"]
        middle = (glyphs[0].left + glyphs[-1].right) / 2
        assert middle == pytest.approx((below[0].left + below[-1].right) / 2, abs=0.5)
        # 县区 and 现有 stand between the two rows, for their cells take both
        single = next(line for line in page.lines() if line.text.startswith("县区"))
        assert upper.baseline < single.baseline < years.baseline


def test_a_table_has_its_title_and_unit_above_and_its_notes_below(rendered: Rendered) -> None:
    pages = rendered["two-heads"]
    title, unit = line_of(pages, "名额分配表"), line_of(pages, "单位：人")
    middle = (judgements.LEFT + judgements.RIGHT) / 2
    assert (title.left + title.right) / 2 == pytest.approx(middle, abs=0.5)
    assert unit.right == pytest.approx(judgements.RIGHT, abs=1)
    assert title.baseline < unit.baseline < line_of(pages, "分年度任务").baseline
    assert lines(pages[-1:])[-1].text == "注：含在建。"
