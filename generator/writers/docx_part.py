"""One part of a document: its label, title, text, notes and signature (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Heading, Paragraph, Table
from generator.writers import gb9704
from generator.writers.docx_signature import signature_elements
from generator.writers.docx_table import is_crowded, table_elements
from generator.writers.docx_text import (
    add_line_break,
    add_one_font,
    add_property,
    add_text,
    blank_lines,
    indent,
    margins,
    paragraph,
    width_in_characters,
)
from generator.writers.oxml import W, w
from generator.writers.title_lines import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.blocks import Attendance, Block, Part
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length


def part_elements(
    part: Part, profile: Profile, *, titled: bool = True, on_first_page: bool = False
) -> list[Element]:
    """Make the elements of a part, from its label or title to its annotation.

    Args:
        part: what to write.
        profile: how the standard is realised.
        titled: it has a title; the text of an order begins without one (10.2).
        on_first_page: it stands under a masthead, where its text must begin (7.3.3).
    """
    width = gb9704.TYPE_AREA_HEIGHT.value if part.wide else profile.text_width
    tables = [block for block in part.blocks if isinstance(block, Table)]
    # the tables of a list stand below each other, and look alike
    alike = part.wide and any(map(is_crowded, tables))
    body: list[Element] = []
    for block in part.blocks:
        elements = _block(block, width, small=alike)
        if body and body[-1].tag == elements[0].tag == W + "tbl":
            # applications show two tables without a paragraph between them as one
            body.extend(blank_lines(1))
        body.extend(elements)
    ending = ending_elements(part, profile)
    kept_back = on_first_page and lone_paragraph(part) is not None
    if ending and body and body[-1].tag == W + "p" and not kept_back:
        # The page of the signature, or of the attachment note, carries text of the body.
        add_property(body[-1], w("keepNext"))
    return [*_opening(part, width, titled=titled), *body, *ending]


def lone_paragraph(part: Part) -> Paragraph | None:
    """Give the only paragraph of a text: taken over to the signature, it leaves none behind."""
    text = [block for block in part.blocks if not isinstance(block, Heading)]
    return text[0] if len(text) == 1 and isinstance(text[0], Paragraph) else None


def _opening(part: Part, width: Length, *, titled: bool) -> Iterable[Element]:
    if part.label:
        yield paragraph("AttachmentLabel", text=part.label)
        yield from blank_lines(gb9704.ATTACHMENT_TITLE_LINE.value - 2)
    if titled:
        yield _title(part.title, width)
        yield from (paragraph("Subtitle", text=line) for line in part.subtitles)
        yield from blank_lines(gb9704.BLANK_LINES_ABOVE_ADDRESSEES.value)
    if part.addressees:
        element = paragraph("Normal", text=part.addressees)
        add_text(element, "：")
        yield element


def _title(title: str, width: Length) -> Element:
    # One 字 less than fits: applications widen the gap between 汉字 and digits.
    room = width // gb9704.TITLE_SIZE.value - 1
    element = paragraph("Title")
    for position, line in enumerate(title_lines(title, room)):
        if position:
            add_line_break(element)
        add_text(element, line)
    return element


def _block(block: Block, width: Length, *, small: bool) -> list[Element]:
    match block:
        case Heading():
            return [paragraph(f"Heading{block.level}", text=block.number + block.text)]
        case Paragraph():
            return [paragraph("BodyText", text=block.runs)]
        case Table():
            return table_elements(block, width, small=small)


def ending_elements(part: Part, profile: Profile) -> list[Element]:
    """Make what stands under the text: attachment note, signature, annotation, attendance."""
    ending = attachment_note(part.attachment_note, profile)
    if part.signature:
        ending.extend(signature_elements(part.signature, profile))
    if part.annotation:
        inset = indent(profile, gb9704.ANNOTATION_INDENT_IN_CHARACTERS.value)
        ending.append(paragraph("Normal", inset, text=f"（{part.annotation}）"))
    for element in ending[:-1]:
        add_property(element, w("keepNext"))
    return [*ending, *attendance(part.attendance, profile)]


def attendance(groups: tuple[Attendance, ...], profile: Profile) -> list[Element]:
    """Make the lines 出席 请假 列席 of minutes; wrapped names align to the first one (10.3)."""
    if not groups:
        return []
    elements = list(blank_lines(gb9704.BLANK_LINES_ABOVE_ATTENDANCE.value))
    for label, names in groups:
        hanging = width_in_characters(f"{label}：")
        left = gb9704.ATTENDANCE_INDENT_IN_CHARACTERS.value + hanging
        element = paragraph("Normal", margins(profile, left=left, hanging=hanging))
        add_one_font(element, f"{label}：", gb9704.ATTENDANCE_FONT.value)
        add_text(element, names)
        elements.append(element)
    return elements


def attachment_note(names: tuple[str, ...], profile: Profile) -> list[Element]:
    """Make the note 附件： with a blank line above; wrapped names align to their first 字."""
    if not names:
        return []
    elements = list(blank_lines(gb9704.BLANK_LINES_ABOVE_ATTACHMENT_NOTE.value))
    label = "附件："
    inset = gb9704.ATTACHMENT_NOTE_INDENT_IN_CHARACTERS.value
    for position, name in enumerate(names, start=1):
        number = f"{position}." if len(names) > 1 else ""
        mark = (label if position == 1 else "") + number
        left = inset + width_in_characters(label + number)
        place = margins(profile, left=left, hanging=width_in_characters(mark))
        elements.append(paragraph("Normal", place, text=mark + name))
    return elements
