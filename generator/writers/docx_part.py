"""One part of a document: its label, title, text, notes and signature (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Heading, Paragraph, Table
from generator.writers import gb9704
from generator.writers.docx_signature import signature_elements
from generator.writers.docx_table import table_elements
from generator.writers.docx_text import (
    add_line_break,
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

    from generator.blocks import Block, Part
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length


def part_elements(part: Part, profile: Profile) -> list[Element]:
    """Make the elements of a part, from its label or title to its annotation."""
    width = profile.text_height if part.wide else profile.text_width
    body = list(_body(part.blocks, width))
    ending = _ending(part, profile)
    if part.signature and body and body[-1].tag == W + "p":
        # The page of the signature carries text of the body.
        add_property(body[-1], w("keepNext"))
    return [*_opening(part, width), *body, *ending]


def _body(blocks: tuple[Block, ...], width: Length) -> Iterable[Element]:
    """Make the blocks; headings right above a table stay on its page."""
    for position, block in enumerate(blocks):
        elements = _block(block, width)
        if isinstance(block, Heading) and _leads_to_table(blocks[position + 1 :]):
            add_property(elements[0], w("keepNext"))
        yield from elements


def _leads_to_table(blocks: tuple[Block, ...]) -> bool:
    """Whether nothing but headings stands before the next table."""
    following = next((block for block in blocks if not isinstance(block, Heading)), None)
    return isinstance(following, Table)


def _opening(part: Part, width: Length) -> Iterable[Element]:
    if part.label:
        yield paragraph("AttachmentLabel", text=part.label)
        yield from blank_lines(gb9704.ATTACHMENT_TITLE_LINE.value - 2)
    if part.title:
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


def _block(block: Block, width: Length) -> list[Element]:
    match block:
        case Heading():
            return [paragraph(f"Heading{block.level}", text=block.number + block.text)]
        case Paragraph():
            return [paragraph("BodyText", text=block.runs)]
        case Table():
            return table_elements(block, width)


def _ending(part: Part, profile: Profile) -> list[Element]:
    note = attachment_note(part.attachment_note, profile)
    if part.signature:
        for element in note:
            add_property(element, w("keepNext"))
        note.extend(signature_elements(part.signature, profile))
    if part.annotation:
        if note:
            add_property(note[-1], w("keepNext"))
        inset = indent(profile, gb9704.ANNOTATION_INDENT_IN_CHARACTERS.value)
        note.append(paragraph("Normal", inset, text=f"（{part.annotation}）"))
    return note


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
