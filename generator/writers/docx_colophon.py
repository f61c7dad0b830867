"""版记 at the foot of the last page (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

import re
from fractions import Fraction
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

    from generator.blocks import Colophon, Runs
    from generator.writers.gb9704 import Profile

_ADDRESSEES, _COPIES = "主送：", "抄送："
_RULE_HEIGHT = pt("1.5")
_BESIDE_DIGITS = re.compile(
    r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])"
)


def colophon_paragraph(colophon: Colophon, profile: Profile) -> Element:
    """Make the paragraph that ends the document and holds the colophon.

    The box stands at the foot of the type area. The paragraph is as high as the box, so that
    text and box cannot meet: where too little room is left, both go to the next page.
    """
    height = _height(colophon, profile)
    room = height + profile.foot_overhang
    element = paragraph("Thin", w("spacing", line=room.twips, lineRule="exact"))
    box = Box(
        number=COLOPHON_BOX,
        left=profile.left_margin,
        top=profile.top_margin + profile.text_height - room,
        width=profile.text_width,
        height=height,
    )
    element.append(text_box(box, lambda: _content(colophon, profile)))
    return element


def _content(colophon: Colophon, profile: Profile) -> list[Element]:
    """Make the lists and the printing line; a letter has neither 印发 nor rules (10.1)."""
    outer, inner = gb9704.COLOPHON_OUTER_RULE.value, gb9704.COLOPHON_INNER_RULE.value
    lists = [_organs(label, organs) for label, organs in _lists(colophon)]
    if not colophon.printing_organ:
        return lists
    between = [_rule(inner)] if lists else []
    return [_rule(outer), *lists, *between, _printing_line(colophon, profile), _rule(outer)]


def _lists(colophon: Colophon) -> list[tuple[str, Runs]]:
    """Give what is listed: 主送 that found no room on the first page, then 抄送 (7.4.2)."""
    lists = ((_ADDRESSEES, colophon.addressees), (_COPIES, colophon.cc))
    return [(label, organs) for label, organs in lists if organs]


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


def _organs(text: str, organs: Runs) -> Element:
    character = gb9704.COLOPHON_SIZE.value
    inset = character * gb9704.COLOPHON_INDENT_IN_CHARACTERS.value
    label = character * width_in_characters(text)
    indents = w("ind", left=(inset + label).twips, right=inset.twips, hanging=label.twips)
    element = paragraph("Colophon", indents, w("jc", val="both"), text=text)
    add_text(element, organs)
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
    lists = _lists(colophon)
    lines = sum(_list_lines(organs, profile) for _, organs in lists)
    if not colophon.printing_organ:
        return gb9704.COLOPHON_LINE.value * lines
    rules = 3 if lists else 2
    return gb9704.COLOPHON_LINE.value * (lines + 1) + _RULE_HEIGHT * rules


def _list_lines(organs: Runs, profile: Profile) -> int:
    """Count the lines of a list, for the worst case.

    A line is taken one 字 short, for what may not end or begin it; some applications widen the
    gap between 汉字 and digits by a quarter.
    """
    label = width_in_characters(_COPIES)
    insets = 2 * gb9704.COLOPHON_INDENT_IN_CHARACTERS.value
    room = profile.text_width // gb9704.COLOPHON_SIZE.value - label - insets - 1
    text = printed(organs) + "。"
    widened = Fraction(len(_BESIDE_DIGITS.findall(text)), 4)
    return int(-(-(width_in_characters(text) + widened) // room))
