"""Sections, page numbers (7.5, 8) and the notice line above the type area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_box import Box, text_box
from generator.writers.docx_text import add_text, paragraph
from generator.writers.lengths import Length, mm
from generator.writers.oxml import RELATIONSHIPS, W, part, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from generator.writers.gb9704 import Profile

FOLIO_BOX_ODD, FOLIO_BOX_EVEN, COLOPHON_BOX, LETTER_BANNER_BOX, LETTER_FOOT_BOX = 1, 2, 3, 4, 5
"""Numbers of the drawings of a document."""

# The dash stands in the middle of its line: so far from the line's top to its ink.
_DASH_INSIDE_LINE = mm("2.6")


def section(
    profile: Profile,
    references: Mapping[tuple[str, str], str],
    *,
    wide: bool = False,
    first_page_bottom: Length | None = None,
) -> Element:
    """Make section properties.

    Args:
        profile: page geometry.
        references: relationship ids by (header or footer, default or even).
        wide: a landscape sheet, turned counter-clockwise when it is bound (8): its top is the
            binding edge, its left edge the foot of the book.
        first_page_bottom: margin under a first page that has a header and footer of its own;
            the footers of the pages that follow make up for the difference.
    """
    element = w("sectPr")
    for (kind, occasion), identifier in references.items():
        reference = w(f"{kind}Reference", type=occasion)
        reference.set(f"{{{RELATIONSHIPS}}}id", identifier)
        element.append(reference)
    element.append(w("type", val="nextPage"))
    element.append(_page_size(wide=wide))
    margins = _page_margins(profile, wide=wide)
    element.append(margins)
    if first_page_bottom:
        margins.set(W + "bottom", str(first_page_bottom.twips))
        element.append(w("titlePg"))
    elif not wide:
        # LibreOffice centres the grid between the margins, which moves the text of other pages.
        element.append(w("docGrid", type="lines", linePitch=profile.line_pitch.twips))
    return element


def _page_size(*, wide: bool) -> Element:
    width, height = gb9704.PAGE_WIDTH.value.twips, gb9704.PAGE_HEIGHT.value.twips
    if wide:
        return w("pgSz", w=height, h=width, orient="landscape")
    return w("pgSz", w=width, h=height)


def _page_margins(profile: Profile, *, wide: bool) -> Element:
    sides = _turned_sides(profile) if wide else _sides(profile)
    top, right, bottom, left = (length.twips for length in sides)
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


def _sides(profile: Profile) -> tuple[Length, ...]:
    return (profile.top_margin, profile.right_margin, profile.bottom_margin, profile.left_margin)


def _turned_sides(profile: Profile) -> tuple[Length, ...]:
    """Give the margins of a turned sheet, whose lines reach the type area without a leading."""
    head, foot = gb9704.TOP_MARGIN.value, gb9704.BOTTOM_MARGIN.value
    return profile.left_margin, head, profile.right_margin, foot


def notice_header(text: str) -> Element:
    """Make the header that prints the notice line; it stays clear of the type area."""
    return part("hdr", paragraph("Header", text=text))


def folio_footer(*, odd: bool) -> Element:
    """Make the footer of portrait pages: the number right on odd pages, left on even ones."""
    return part("ftr", folio_paragraph("right" if odd else "left"))


def wide_folio_footer(profile: Profile, *, odd: bool) -> Element:
    """Make the footer of landscape pages: the number at the left edge, where it stays in the book.

    It is turned with the sheet; odd pages have it at the low end, even pages at the high end.
    """
    size = gb9704.FOLIO_SIZE.value
    box = Box(
        number=FOLIO_BOX_ODD if odd else FOLIO_BOX_EVEN,
        left=gb9704.BOTTOM_MARGIN.value - gb9704.FOLIO_GAP.value + _DASH_INSIDE_LINE - size,
        top=profile.left_margin,
        width=size,
        height=profile.text_width,
        vertical=True,
    )
    line = paragraph("Footer")
    line.append(text_box(box, lambda: [folio_paragraph("right" if odd else "left")]))
    return part("ftr", line)


def folio_paragraph(side: str) -> Element:
    """Make the page number between its two dashes, one 字 from a side (7.5)."""
    inset: Length = gb9704.FOLIO_SIZE.value * gb9704.FOLIO_INDENT_IN_CHARACTERS.value
    line = paragraph("Footer", w("ind", **{side: inset.twips}), w("jc", val=side))
    dash = gb9704.FOLIO_DASH.value
    add_text(line, f"{dash} ")
    field = w("r", w("rPr", w("rFonts", hint="eastAsia")), w("t"))
    field[-1].text = "1"
    line.append(w("fldSimple", field, instr=" PAGE "))
    add_text(line, f" {dash}")
    return line
