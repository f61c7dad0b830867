"""署名 and 成文日期: with a seal, without, with a 签名章 (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_text import (
    FULL_WIDTH_SPACE,
    add_one_font,
    add_tab,
    add_text,
    blank_lines,
    margins,
    paragraph,
    printed,
    width_in_characters,
)
from generator.writers.oxml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.blocks import Runs, Signature
    from generator.writers.gb9704 import Profile

_LINE = gb9704.CHARACTERS_A_LINE.value

# Longest organ name, in 汉字, that leaves room for so many seals of 42 mm in a row.
_LONGEST_NAMES = ((7, gb9704.SEALS_A_ROW.value), (12, 2))
_SEAL_DISTANCE = {1: Fraction(0), 2: Fraction(25, 2), 3: Fraction(81, 10)}


def signature_elements(signature: Signature, profile: Profile) -> list[Element]:
    """Make the signature, from its blank lines to the date."""
    if signature.signers:
        return _stamped(signature, profile)
    return _sealed(signature, profile) if signature.seal else _unsealed(signature, profile)


def _stamped(signature: Signature, profile: Profile) -> list[Element]:
    """Set the posts left of the stamps, one organ a line, the host's first (7.3.5.3)."""
    right, gap = gb9704.STAMP_INDENT_IN_CHARACTERS.value, gb9704.STAMP_GAP_IN_CHARACTERS.value
    rooms = [width_in_characters(signer.name) for signer in signature.signers]
    room = max(rooms) or Fraction(gb9704.STAMP_ROOM_IN_CHARACTERS.value)
    name_at = _LINE - right - room
    post_width = max(width_in_characters(signer.post) for signer in signature.signers)
    elements = list(blank_lines(gb9704.BLANK_LINES_ABOVE_STAMP.value))
    for signer in signature.signers:
        left = margins(profile, left=max(name_at - gap - post_width, Fraction(0)))
        stop = w("tabs", w("tab", val="left", pos=(profile.character * name_at).twips))
        element = paragraph("Normal", left, stop, w("jc", val="left"), text=signer.post)
        if signer.name:
            add_tab(element)
            add_one_font(element, signer.name, gb9704.STAMP_NAME_FONT.value)
        elements.append(element)
    elements.extend(blank_lines(gb9704.BLANK_LINES_UNDER_STAMP.value))
    return [*elements, _date_at_right(signature.date, right, profile)]


def _sealed(signature: Signature, profile: Profile) -> list[Element]:
    date_width = width_in_characters(printed(signature.date))
    right = gb9704.SEALED_DATE_INDENT_IN_CHARACTERS.value
    center = _LINE - right - date_width / 2
    rows = _seal_rows(signature.organs)
    elements = list(blank_lines(gb9704.BLANK_LINES_ABOVE_SEALED_SIGNATURE.value))
    for position, row in enumerate(rows):
        if position:
            elements.extend(blank_lines(gb9704.BLANK_LINES_BETWEEN_SEALS.value))
        elements.append(_centered_row(row, center, profile))
    return [*elements, _date_at_right(signature.date, right, profile)]


def _date_at_right(date: Runs, right: Fraction | int, profile: Profile) -> Element:
    text = printed(date)
    if text.endswith(FULL_WIDTH_SPACE):
        # Spaces that end a right-aligned line hang into the margin.
        return _left_line(date, _LINE - right - width_in_characters(text), profile)
    return paragraph("Normal", margins(profile, right=right), w("jc", val="right"), text=date)


def _seal_rows(organs: tuple[str, ...]) -> list[tuple[str, ...]]:
    longest = max(width_in_characters(organ) for organ in organs)
    seals = next((seals for width, seals in _LONGEST_NAMES if longest <= width), 1)
    return [organs[start : start + seals] for start in range(0, len(organs), seals)]


def _centered_row(row: tuple[str, ...], center: Fraction, profile: Profile) -> Element:
    """Set organ names so that the last is centred on the date, the others left of it."""
    if len(row) == 1:
        return _centered_name(row[0], center, profile)
    distance = _SEAL_DISTANCE[len(row)]
    stops = [center - distance * place for place in reversed(range(len(row)))]
    tabs = (w("tab", val="center", pos=(profile.character * stop).twips) for stop in stops)
    element = paragraph("Normal", w("tabs", *tabs), w("jc", val="left"))
    for organ in row:
        add_tab(element)
        add_text(element, organ)
    return element


def _centered_name(organ: str, center: Fraction, profile: Profile) -> Element:
    reach = _LINE - center
    if width_in_characters(organ) > 2 * reach:
        return paragraph("Normal", w("jc", val="right"), text=organ)
    return paragraph(
        "Normal", margins(profile, left=_LINE - 2 * reach), w("jc", val="center"), text=organ
    )


def _unsealed(signature: Signature, profile: Profile) -> list[Element]:
    """Set the longer of organ and date two characters from the edge, the date two further in."""
    inset = gb9704.UNSEALED_INDENT_IN_CHARACTERS.value
    organ_width = max(width_in_characters(organ) for organ in signature.organs)
    date_width = width_in_characters(printed(signature.date))
    if date_width > organ_width:
        organ_left, date_right = _LINE - inset - date_width - inset, Fraction(inset)
    else:
        organ_left, date_right = _LINE - inset - organ_width, organ_width - date_width
    if date_right <= inset:
        # LibreOffice widens the gaps beside digits: from the left it would run over the edge.
        date_line = _date_at_right(signature.date, date_right, profile)
    else:
        date_line = _left_line(signature.date, organ_left + inset, profile)
    return [
        *blank_lines(gb9704.BLANK_LINES_ABOVE_UNSEALED_SIGNATURE.value),
        *(_left_line(organ, organ_left, profile) for organ in signature.organs),
        date_line,
    ]


def _left_line(text: Runs | str, left: Fraction, profile: Profile) -> Element:
    return paragraph("Normal", margins(profile, left=left), w("jc", val="left"), text=text)
