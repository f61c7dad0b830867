"""What makes room for text on the first page (GB/T 9704-2012, 7.3.2, 7.3.3, 7.3.5.5).

主送机关 that are too many move to the colophon; where a line is missing, one above the title goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.blocks import Colophon, Layout
from generator.writers import gb9704
from generator.writers.docx_banner import BANNER_LINE, banner_size
from generator.writers.docx_letter import letter_text_top
from generator.writers.docx_part import ending_elements, lone_paragraph
from generator.writers.docx_text import half_widths, printed, width_in_characters
from generator.writers.lengths import pt
from generator.writers.title_lines import title_lines

if TYPE_CHECKING:
    from generator.blocks import Document, Masthead, Part
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length

_LINES_OF_TEXT = 2
"""The first page shows text: so many lines, of which one is spare for uneven line ends."""

_RED_RULE_ROOM = pt("9.5")


def with_room_for_text(document: Document, profile: Profile) -> Document:
    """Move the addressees to the colophon if, under them, the first page has no room for text.

    Without a masthead or a colophon nothing moves, but for letters, whose colophon is a list.
    """
    masthead, main = document.masthead, document.parts[0]
    if not masthead or not main.addressees:
        return document
    if not document.colophon and masthead.layout is not Layout.LETTER:
        return document
    room = gb9704.TYPE_AREA_WIDTH.value // gb9704.TITLE_SIZE.value - 1
    # Breaking a title by sense costs more than all else here, and few documents are near the edge.
    most = -(-half_widths(main.title) // (2 * room)) + 1
    if _height(masthead, main, most, profile) <= profile.text_height:
        return document
    if _height(masthead, main, len(title_lines(main.title, room)), profile) <= profile.text_height:
        return document
    colophon = replace(document.colophon or Colophon(()), addressees=main.addressees)
    parts = (replace(main, addressees=()), *document.parts[1:])
    return replace(document, parts=parts, colophon=colophon)


def blank_lines_above_title(document: Document, profile: Profile) -> int:
    """Leave out a line if a text of one paragraph then ends with its signature on its page.

    7.3.5.5 has the lines adjusted where a signature finds no room.
    """
    usual, main = gb9704.BLANK_LINES_ABOVE_TITLE.value, document.parts[0]
    text = lone_paragraph(main)
    if not document.masthead or text is None:
        return usual
    room = gb9704.TYPE_AREA_WIDTH.value // gb9704.TITLE_SIZE.value - 1
    width = gb9704.FIRST_LINE_INDENT_IN_CHARACTERS.value + width_in_characters(printed(text.runs))
    lines = -(-width // gb9704.CHARACTERS_A_LINE.value) + len(ending_elements(main, profile))
    above = _height(document.masthead, main, len(title_lines(main.title, room)), profile)
    missing = above + profile.line_pitch * (lines - _LINES_OF_TEXT) - profile.text_height
    return usual - 1 if 0 < missing.points <= profile.line_pitch.points else usual


def _height(masthead: Masthead, main: Part, title_line_count: int, profile: Profile) -> Length:
    """Estimate the room that everything takes from the head of the page to the text."""
    title = gb9704.TITLE_LINE.value * title_line_count
    width = width_in_characters(printed(main.addressees) + "：")
    addressees = -(-width // gb9704.CHARACTERS_A_LINE.value)
    lines = (
        gb9704.BLANK_LINES_ABOVE_TITLE.value
        + len(main.subtitles)
        + gb9704.BLANK_LINES_ABOVE_ADDRESSEES.value
        + int(addressees)
        + _LINES_OF_TEXT
    )
    return _masthead_height(masthead, profile) + title + profile.line_pitch * lines


def _masthead_height(masthead: Masthead, profile: Profile) -> Length:
    if masthead.layout is Layout.LETTER:
        return letter_text_top(masthead, profile) - profile.top_margin + profile.line_pitch
    banner = banner_size(masthead.banner, profile) * BANNER_LINE * len(masthead.banner)
    signatories = -(-len(masthead.signatories) // gb9704.SIGNATORIES_A_LINE.value)
    lines = gb9704.BLANK_LINES_ABOVE_DOCUMENT_NUMBER.value + max(signatories, 1)
    above = gb9704.BANNER_TOP.value + profile.head_overhang
    return above + banner + profile.line_pitch * lines + _RED_RULE_ROOM
