"""信函: banner and double red rules at fixed places of the first page (GB/T 9704-2012, 10.1).

They are measured from the edges of the paper and reach outside the type area, so they stand in
text boxes.
"""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_banner import (
    BANNER_LINE,
    INK_INSIDE_LINE,
    banner_line,
    banner_size,
    classification,
)
from generator.writers.docx_box import Box, text_box
from generator.writers.docx_page import LETTER_BANNER_BOX, LETTER_FOOT_BOX, folio_paragraph
from generator.writers.docx_text import add_property, add_tab, add_text, paragraph
from generator.writers.lengths import mm
from generator.writers.oxml import part, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.blocks import Masthead
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length

_INK_HEIGHT = Fraction(92, 100)
"""Height of the banner's ink as a part of its size, as measured."""

_RULES = (
    gb9704.LETTER_THICK_RULE.value + gb9704.LETTER_RULES_APART.value + gb9704.LETTER_THIN_RULE.value
)


def letter_opening(masthead: Masthead, profile: Profile) -> list[Element]:
    """Make the rules and the banner, the number at the right, 份号 and the like at the left."""
    first = letter_text_top(masthead, profile) - _ink_inside_line(profile) - profile.top_margin
    stated = classification(masthead) or [("Normal", "")]
    rows = [paragraph(style, text=text) for style, text in stated]
    add_property(rows[0], w("tabs", w("tab", val="right", pos=profile.text_width.twips)))
    add_tab(rows[0])
    add_text(rows[0], masthead.document_number)
    spacer = paragraph("Thin", w("spacing", line=first.twips, lineRule="exact"))
    spacer.append(_banner_box(masthead, profile))
    spacer.append(_foot_box())
    return [spacer, *rows]


def _ink_inside_line(profile: Profile) -> Length:
    """Measure from the top of a line of text to its ink: an exact line is led above its text."""
    leading = profile.line_pitch - gb9704.BODY_SIZE.value
    return leading * Fraction(4, 5) + mm("0.2")


def first_footer() -> Element:
    """Make the footer of the first page, which has no page number."""
    return part("ftr", paragraph("Thin"))


def later_footer(profile: Profile, *, odd: bool) -> Element:
    """Make the footer of the pages that follow; it is as high as their margin is wider."""
    room = profile.bottom_margin - profile.footer_distance - gb9704.FOLIO_SIZE.value
    spacer = paragraph("Thin", w("spacing", line=room.twips, lineRule="exact"))
    return part("ftr", spacer, folio_paragraph("right" if odd else "left"))


def first_page_bottom() -> Length:
    """Give the margin under the first page: its last line stands just over the second rule."""
    return gb9704.LETTER_FOOT_RULE.value + _RULES + gb9704.LETTER_TEXT_GAP.value


def _size(masthead: Masthead, profile: Profile) -> Length:
    return banner_size(masthead.banner, profile)


def _rule_top(masthead: Masthead, profile: Profile) -> Length:
    ink = _size(masthead, profile) * _INK_HEIGHT
    return gb9704.LETTER_BANNER_TOP.value + ink + gb9704.LETTER_RULE_GAP.value


def letter_text_top(masthead: Masthead, profile: Profile) -> Length:
    """Give the place of the first ink under the first double rule, from the edge of the paper."""
    return _rule_top(masthead, profile) + _RULES + gb9704.LETTER_TEXT_GAP.value


def _banner_box(masthead: Masthead, profile: Profile) -> Element:
    size = _size(masthead, profile)
    top = gb9704.LETTER_BANNER_TOP.value - size * INK_INSIDE_LINE
    between = _rule_top(masthead, profile) - top - size * BANNER_LINE
    height = size * BANNER_LINE + between + _RULES
    content = (
        *(banner_line(line, size, profile) for line in masthead.banner),
        *_double_rule(between, gb9704.LETTER_THICK_RULE.value, gb9704.LETTER_THIN_RULE.value),
    )
    return _wide_box(LETTER_BANNER_BOX, top, height, content)


def _foot_box() -> Element:
    """Make the second rule, its lower edge 20 mm over the edge of the paper."""
    thin, thick = gb9704.LETTER_THIN_RULE.value, gb9704.LETTER_THICK_RULE.value
    above = mm(1)
    height = above + _RULES
    top = gb9704.PAGE_HEIGHT.value - gb9704.LETTER_FOOT_RULE.value - height
    return _wide_box(LETTER_FOOT_BOX, top, height, _double_rule(above, thin, thick))


def _wide_box(number: int, top: Length, height: Length, content: tuple[Element, ...]) -> Element:
    width = gb9704.LETTER_RULE_WIDTH.value
    left = (gb9704.PAGE_WIDTH.value - width) * Fraction(1, 2)
    box = Box(number=number, left=left, top=top, width=width, height=height)
    return text_box(box, lambda: [deepcopy(element) for element in content])


def _double_rule(above: Length, upper: Length, lower: Length) -> tuple[Element, ...]:
    """Make two rules, each the border under an empty line."""
    return (_rule(above, upper), _rule(gb9704.LETTER_RULES_APART.value, lower))


def _rule(above: Length, thickness: Length) -> Element:
    border = w(
        "bottom",
        val="single",
        sz=thickness.eighths,
        space=0,
        color=gb9704.BANNER_COLOR.value,
    )
    spacing = w("spacing", line=above.twips, lineRule="exact")
    return paragraph("Thin", w("pBdr", border), spacing)
