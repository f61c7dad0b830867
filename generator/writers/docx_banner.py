"""发文机关标志 as a line, and what stands beside it on every form of document (7.2.1 to 7.2.4)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.writers.docx_text import paragraph, width_in_characters
from generator.writers.lengths import pt
from generator.writers.oxml import W, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.blocks import Masthead
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length

# Measured as parts of the size. A line just higher than its font is neither cut off by Word
# nor placed differently by other applications.
BANNER_LINE = Fraction(11, 10)
INK_INSIDE_LINE = Fraction(34, 1000)

BANNER_GAP = Fraction(1, 4)
"""Between organs and 文件, and at either side of them, in characters."""


def classification(masthead: Masthead) -> list[tuple[str, str]]:
    """Give 份号, 密级 and 紧急程度, as far as stated, in their order with their styles (7.2.3)."""
    return [
        (style, text)
        for style, text in (
            ("Normal", masthead.copy_number),
            ("Urgency", masthead.secrecy_level),
            ("Urgency", masthead.urgency),
        )
        if text
    ]


def banner_line(text: str, size: Length, profile: Profile, align: str = "center") -> Element:
    """Make a line of the banner, just higher than its characters."""
    spacing = w("spacing", line=(size * BANNER_LINE).twips, lineRule="exact")
    element = paragraph("Banner", spacing, w("jc", val=align), text=text)
    if size != profile.banner_size:
        _set_size(element, size)
    return element


def banner_size(lines: tuple[str, ...], profile: Profile) -> Length:
    """Choose the size of the banner: the usual one, or what fits the longest line."""
    gaps = 2 * BANNER_GAP if len(lines) > 1 else 0
    longest = max(width_in_characters(line) for line in lines) + gaps
    return min(profile.banner_size, pt(int(profile.text_width.points / longest)))


def _set_size(element: Element, size: Length) -> None:
    for properties in element.iter(W + "rPr"):
        properties.append(w("sz", val=size.half_points))
        properties.append(w("szCs", val=size.half_points))
