"""Sections, page numbers (7.5, 8) and the notice line above the type area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_box import Box, text_box
from generator.writers.docx_text import add_text, paragraph
from generator.writers.lengths import Length, mm
from generator.writers.oxml import RELATIONSHIPS, part, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from generator.writers.gb9704 import Profile

FOLIO_BOX_ODD, FOLIO_BOX_EVEN, COLOPHON_BOX = 1, 2, 3
"""Numbers of the drawings of a document."""

# The dash stands in the middle of its line: so far from the line's top to its ink.
_DASH_INSIDE_LINE = mm("2.6")


def section(profile: Profile, references: Mapping[tuple[str, str], str], *, wide: bool) -> Element:
    """Make section properties.

    Args:
        profile: page geometry.
        references: relationship ids by (header or footer, default or even).
        wide: a landscape sheet, turned counter-clockwise when it is bound (8): its top is the
            binding edge, its left edge the foot of the book.
    """
    element = w("sectPr")
    for (kind, occasion), identifier in references.items():
        reference = w(f"{kind}Reference", type=occasion)
        reference.set(f"{{{RELATIONSHIPS}}}id", identifier)
        element.append(reference)
    element.append(w("type", val="nextPage"))
    element.append(_page_size(wide=wide))
    element.append(_page_margins(profile, wide=wide))
    element.append(w("docGrid", type="lines", linePitch=profile.line_pitch.twips))
    return element


def _page_size(*, wide: bool) -> Element:
    width, height = gb9704.PAGE_WIDTH.value.twips, gb9704.PAGE_HEIGHT.value.twips
    if wide:
        return w("pgSz", w=height, h=width, orient="landscape")
    return w("pgSz", w=width, h=height)


def _page_margins(profile: Profile, *, wide: bool) -> Element:
    top, right, bottom, left = (
        length.twips
        for length in (
            profile.top_margin,
            profile.right_margin,
            profile.bottom_margin,
            profile.left_margin,
        )
    )
    if wide:
        top, right, bottom, left = left, top, right, bottom
    return w(
        "pgMar",
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        header=gb9704.NOTICE_TOP.value.twips,
        footer=profile.footer_distance.twips,
        gutter=0,
    )


def notice_header(text: str) -> Element:
    """Make the header that prints the notice line; it stays clear of the type area."""
    return part("hdr", paragraph("Header", text=text))


def folio_footer(*, odd: bool) -> Element:
    """Make the footer of portrait pages: the number right on odd pages, left on even ones."""
    return part("ftr", _folio_line("right" if odd else "left"))


def wide_folio_footer(profile: Profile, *, odd: bool) -> Element:
    """Make the footer of landscape pages: the number at the left edge, where it stays in the book.

    It is turned with the sheet; odd pages have it at the low end, even pages at the high end.
    """
    size = gb9704.FOLIO_SIZE.value
    box = Box(
        number=FOLIO_BOX_ODD if odd else FOLIO_BOX_EVEN,
        left=profile.bottom_margin - gb9704.FOLIO_GAP.value + _DASH_INSIDE_LINE - size,
        top=profile.left_margin,
        width=size,
        height=profile.text_width,
        vertical=True,
    )
    line = paragraph("Footer")
    line.append(text_box(box, lambda: [_folio_line("right" if odd else "left")]))
    return part("ftr", line)


def _folio_line(side: str) -> Element:
    inset: Length = gb9704.FOLIO_SIZE.value * gb9704.FOLIO_INDENT_IN_CHARACTERS.value
    line = paragraph("Footer", w("ind", **{side: inset.twips}), w("jc", val=side))
    dash = gb9704.FOLIO_DASH.value
    add_text(line, f"{dash} ")
    field = w("r", w("rPr", w("rFonts", hint="eastAsia")), w("t"))
    field[-1].text = "1"
    line.append(w("fldSimple", field, instr=" PAGE "))
    add_text(line, f" {dash}")
    return line
