"""Runs, blanks, fonts of shared signs, indents and lengths as they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from lxml import etree

from generator.blocks import Run, runs
from generator.writers.docx_styles import styles
from generator.writers.docx_text import (
    TWO_FONT_STYLES,
    add_property,
    add_text,
    indent,
    margins,
    paragraph,
    printed,
    width_in_characters,
)
from generator.writers.gb9704 import CHARACTERS_A_LINE, LINES_A_PAGE, READING_A
from generator.writers.lengths import mm, pt, twips
from generator.writers.oxml import W, w


def run_texts(element: etree._Element) -> list[tuple[str, bool]]:
    return [
        (run.findtext(W + "t") or "", run.find(f"{W}rPr/{W}rStyle") is not None)
        for run in element.iter(W + "r")
    ]


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def test_shared_signs_get_a_run_of_their_own() -> None:
    element = paragraph("BodyText", text="“双减”到2025—2027年")
    assert run_texts(element) == [
        ("“", True),
        ("双减", False),
        ("”", True),
        ("到2025", False),
        ("—", True),
        ("2027年", False),
    ]


def test_a_style_of_one_font_keeps_its_text_whole() -> None:
    element = paragraph("Heading1", text="一、“双减”2025—2027年")
    assert run_texts(element) == [("一、“双减”2025—2027年", False)]


def test_the_styles_of_two_fonts_are_those_whose_latin_font_differs() -> None:
    differing = {
        style.identifier
        for style in styles(READING_A)
        if style.face.latin not in ("", style.face.font)
    }
    assert differing == TWO_FONT_STYLES


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "\u3000" * 4),
        ("______", "\u3000" * 6),
        ("      ", "\u3000" * 6),
        ("某日", "某日\u3000\u3000"),
        ("某年某月某日", "某年某月某日"),
    ],
)
def test_a_blank_is_at_least_four_characters_wide_and_loses_no_text(text: str, shown: str) -> None:
    element = paragraph("BodyText", text=(Run(text, blank=True),))
    assert run_texts(element) == [(shown, False)]
    assert printed((Run("于"), Run(text, blank=True))) == "于" + shown
    assert element.find(f"{W}r/{W}rPr/{W}u") is not None
    preserved = element[1][1].get("{http://www.w3.org/XML/1998/namespace}space")
    assert preserved == ("preserve" if shown.endswith("\u3000") else None)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\n", "\t", "\x7f", "\x85", "\u2028", "\ufffe"])
@pytest.mark.parametrize("style", ["BodyText", "Heading1"])
def test_a_character_that_does_not_print_is_refused(sign: str, style: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(sign):04X}"):
        add_text(paragraph(style), f"培训{sign}规划")


def test_rare_characters_are_kept() -> None:
    element = paragraph("BodyText", text="镕喆祎玥㎡𬭎😀")
    assert "".join(text for text, _ in run_texts(element)) == "镕喆祎玥㎡𬭎😀"


def test_properties_stand_in_the_order_of_the_schema() -> None:
    element = paragraph("Normal", w("jc", val="left"), w("tabs"), w("spacing", line=10))
    add_property(element, w("keepNext"))
    add_property(element, w("ind", left=1))
    order = [etree.QName(item).localname for item in element[0]]
    assert order == ["pStyle", "keepNext", "tabs", "spacing", "ind", "jc"]


def test_copies_do_not_share_what_is_added_later() -> None:
    first, second = paragraph("Normal"), paragraph("Normal")
    add_property(first, w("keepNext"))
    add_text(first, "一")
    assert len(second[0]) == 1
    assert len(second) == 1


def test_an_indent_is_written_for_word_and_for_libreoffice() -> None:
    assert attributes(indent(READING_A, 2)) == {
        W + "firstLineChars": "200",
        W + "firstLine": "630",
    }
    assert attributes(margins(READING_A, left=Fraction(11, 2), hanging=3)) == {
        W + "left": "1733",
        W + "hanging": "945",
    }


def test_width_counts_ascii_as_half() -> None:
    assert width_in_characters("2023年5月18日") == Fraction(13, 2)
    assert width_in_characters(printed(runs("教育局"))) == 3


def test_lengths_are_exact_until_written() -> None:
    assert mm("0.35").eighths == 8
    assert mm("0.25").eighths == 6
    assert mm(37).twips == 2098
    assert pt("28.95").twips == 579
    assert pt("10.5").half_points == 21
    assert pt("-0.25").twips == -5
    assert twips(1443).points == Fraction(1443, 20)
    assert mm("25.4").emu == 914400
    assert (mm(10) + mm(5) - mm(3)).millimetres == 12


def test_the_geometry_lets_28_characters_and_22_lines_fit() -> None:
    page = READING_A
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [side.twips for side in sides] == [2098, 1984, 1587, 1474]
    assert (page.text_width.twips, page.text_height.twips) == (8845, 12756)
    assert page.text_height // page.line_pitch == LINES_A_PAGE.value
    set_character = pt(16) + page.character_spacing
    assert page.text_width // set_character == CHARACTERS_A_LINE.value
    assert page.text_width // pt(16) == 27
