"""版记 at the foot of the last page (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_box import Box, text_box
from generator.writers.docx_page import COLOPHON_BOX
from generator.writers.docx_text import (
    add_tab,
    add_text,
    paragraph,
    printed,
    width_in_characters,
)
from generator.writers.lengths import Length, pt
from generator.writers.oxml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.blocks import Colophon
    from generator.writers.gb9704 import Profile

_LABEL = "抄送："
_RULE_HEIGHT = pt("1.5")


def colophon_paragraph(colophon: Colophon, profile: Profile) -> Element:
    """Make the paragraph that ends the document and holds the colophon.

    The box stands at the foot of the type area. The paragraph is as high as the box, so that
    text and box cannot meet: where too little room is left, both go to the next page.
    """
    height = _height(colophon, profile)
    element = paragraph("Thin", w("spacing", line=height.twips, lineRule="exact"))
    box = Box(
        number=COLOPHON_BOX,
        left=profile.left_margin,
        top=profile.top_margin + profile.text_height - height,
        width=profile.text_width,
        height=height,
    )
    element.append(text_box(box, lambda: _content(colophon, profile)))
    return element


def _content(colophon: Colophon, profile: Profile) -> list[Element]:
    outer, inner = gb9704.COLOPHON_OUTER_RULE.value, gb9704.COLOPHON_INNER_RULE.value
    printing = [_printing_line(colophon, profile), _rule(outer)]
    if not colophon.cc:
        return [_rule(outer), *printing]
    return [_rule(outer), _copies(colophon), _rule(inner), *printing]


def _rule(thickness: Length) -> Element:
    """A rule is the border of an empty line, so that no text indent shortens it."""
    line = w(
        "bottom",
        val="single",
        sz=thickness.eighths,
        space=0,
        color=gb9704.TEXT_COLOR.value,
    )
    return paragraph("Thin", w("pBdr", line))


def _copies(colophon: Colophon) -> Element:
    character = gb9704.COLOPHON_SIZE.value
    inset = character * gb9704.COLOPHON_INDENT_IN_CHARACTERS.value
    label = character * width_in_characters(_LABEL)
    indents = w("ind", left=(inset + label).twips, right=inset.twips, hanging=label.twips)
    element = paragraph("Colophon", indents, w("jc", val="both"), text=_LABEL)
    add_text(element, colophon.cc)
    add_text(element, "。")
    return element


def _printing_line(colophon: Colophon, profile: Profile) -> Element:
    inset = gb9704.COLOPHON_SIZE.value * gb9704.COLOPHON_INDENT_IN_CHARACTERS.value
    stop = w("tabs", w("tab", val="right", pos=(profile.text_width - inset).twips))
    element = paragraph("Colophon", stop, w("ind", left=inset.twips), text=colophon.printing_organ)
    add_tab(element)
    add_text(element, colophon.printing_date)
    add_text(element, "印发")
    return element


def _height(colophon: Colophon, profile: Profile) -> Length:
    lines, rules = 1, 2
    if colophon.cc:
        lines += _copy_lines(colophon, profile)
        rules += 1
    return gb9704.COLOPHON_LINE.value * lines + _RULE_HEIGHT * rules


def _copy_lines(colophon: Colophon, profile: Profile) -> int:
    """Count the lines of 抄送, one 字 short of a full line for what may not end or begin it."""
    label = width_in_characters(_LABEL)
    insets = 2 * gb9704.COLOPHON_INDENT_IN_CHARACTERS.value
    room = profile.text_width // gb9704.COLOPHON_SIZE.value - label - insets - 1
    return int(-(-width_in_characters(printed(colophon.cc) + "。") // room))
