"""版头: from the copy number to the red rule (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_text import (
    FULL_WIDTH_SPACE,
    add_one_font,
    add_property,
    add_tab,
    add_text,
    blank_lines,
    paragraph,
    width_in_characters,
)
from generator.writers.lengths import Length, pt
from generator.writers.oxml import W, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.blocks import Masthead
    from generator.writers.gb9704 import Profile

_CLASSIFICATION_LINES = 3
"""份号, 密级 and 紧急程度 stand in the first three lines; the banner begins below them."""

# Measured as parts of the size. A line just higher than its font is neither cut off by Word
# nor placed differently by other applications.
_BANNER_LINE = Fraction(11, 10)
_INK_INSIDE_LINE = Fraction(34, 1000)

_BANNER_GAP = Fraction(1, 4)
"""Between organs and 文件, and at either side of them, in characters."""

_DOCUMENT = "文件"
_SIGNATORY_LABEL = "签发人："

_RULE_SPACE = pt(8)


def masthead_elements(masthead: Masthead, profile: Profile) -> list[Element]:
    """Make the paragraphs of the masthead; the last one carries the red rule."""
    return [
        *_classification(masthead),
        *_banner(masthead.banner, profile),
        *blank_lines(gb9704.BLANK_LINES_ABOVE_DOCUMENT_NUMBER.value),
        *_number_lines(masthead, profile),
    ]


def _classification(masthead: Masthead) -> Iterable[Element]:
    stated = [
        (style, text)
        for style, text in (
            ("Normal", masthead.copy_number),
            ("Urgency", masthead.secrecy_level),
            ("Urgency", masthead.urgency),
        )
        if text
    ]
    yield from (paragraph(style, text=text) for style, text in stated)
    yield from blank_lines(_CLASSIFICATION_LINES - len(stated))


def _banner(lines: tuple[str, ...], profile: Profile) -> Iterable[Element]:
    organs, document = _joint_banner(lines)
    longest = max(organs, key=width_in_characters) + document
    size = banner_size((longest,) * len(organs), profile)
    above = gb9704.BANNER_TOP.value - profile.line_pitch * _CLASSIFICATION_LINES
    gap = (above - size * _INK_INSIDE_LINE).twips
    yield paragraph("Thin", w("spacing", line=gap, lineRule="exact"))
    if document:
        yield _banner_table(organs, document, size, profile)
    else:
        yield from (_banner_line(organ, size, profile) for organ in organs)


def _joint_banner(lines: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Take 文件 off the last of several organs: it stands beside all of them (7.2.4)."""
    if len(lines) == 1 or not lines[-1].endswith(_DOCUMENT):
        return lines, ""
    return (*lines[:-1], lines[-1].removesuffix(_DOCUMENT)), _DOCUMENT


def _banner_line(text: str, size: Length, profile: Profile, align: str = "center") -> Element:
    spacing = w("spacing", line=(size * _BANNER_LINE).twips, lineRule="exact")
    element = paragraph("Banner", spacing, w("jc", val=align), text=text)
    if size != profile.banner_size:
        _set_size(element, size)
    return element


def _banner_table(
    organs: tuple[str, ...], document: str, size: Length, profile: Profile
) -> Element:
    """Set the organs one below the other, equally wide, and 文件 in the middle beside them."""
    longest = max(width_in_characters(organ) for organ in organs)
    left = (size * (longest + _BANNER_GAP)).twips
    right = (size * (len(document) + _BANNER_GAP)).twips
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=left + right, type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))),
        ),
        w("tblGrid", w("gridCol", w=left), w("gridCol", w=right)),
    )
    for position, organ in enumerate(organs):
        merge = w("vMerge", val="restart") if position == 0 else w("vMerge")
        beside = _banner_line(document if position == 0 else "", size, profile)
        table.append(
            w(
                "tr",
                w("tc", w("tcPr", w("tcW", w=left, type="dxa")),
                  _banner_line(organ, size, profile, "distribute")),
                w("tc", w("tcPr", w("tcW", w=right, type="dxa"), merge, w("vAlign", val="center")),
                  beside),
            )
        )  # fmt: skip
    return table


def banner_size(lines: tuple[str, ...], profile: Profile) -> Length:
    """Choose the size of the banner: the usual one, or what fits the longest line."""
    gaps = 2 * _BANNER_GAP if len(lines) > 1 else 0
    longest = max(width_in_characters(line) for line in lines) + gaps
    return min(profile.banner_size, pt(int(profile.text_width.points / longest)))


def _set_size(element: Element, size: Length) -> None:
    for properties in element.iter(W + "rPr"):
        properties.append(w("sz", val=size.half_points))
        properties.append(w("szCs", val=size.half_points))


def _number_lines(masthead: Masthead, profile: Profile) -> Iterable[Element]:
    rule = w(
        "pBdr",
        w(
            "bottom",
            val="single",
            sz=gb9704.RED_RULE_THICKNESS.value.eighths,
            space=int(_RULE_SPACE.points),
            color=gb9704.BANNER_COLOR.value,
        ),
    )
    if not masthead.signatories:
        yield paragraph("DocumentNumber", rule, text=masthead.document_number)
        return
    yield from _lines_with_signatories(masthead, profile, rule)


def _lines_with_signatories(
    masthead: Masthead, profile: Profile, rule: Element
) -> Iterable[Element]:
    """上行文: the number at the left, on the line of the last signatory (7.2.5, 7.2.6).

    Tabs place everything: an indent of the paragraph would shorten its red rule.
    """
    lines = [FULL_WIDTH_SPACE.join(names) for names in _pairs(masthead.signatories)]
    inset = gb9704.DOCUMENT_NUMBER_INDENT_IN_CHARACTERS.value
    names_at = gb9704.CHARACTERS_A_LINE.value - inset - max(map(width_in_characters, lines))
    label_at = names_at - width_in_characters(_SIGNATORY_LABEL)
    for position, names in enumerate(lines):
        last = position == len(lines) - 1
        stops = (inset, names_at if position else label_at)
        tabs = (w("tab", val="left", pos=(profile.character * stop).twips) for stop in stops)
        element = paragraph("DocumentNumber", w("tabs", *tabs), w("jc", val="left"))
        if last:
            add_property(element, rule)
        add_tab(element)
        add_text(element, masthead.document_number if last else ())
        add_tab(element)
        add_text(element, "" if position else _SIGNATORY_LABEL)
        add_one_font(element, names, gb9704.SIGNATORY_FONT.value)
        yield element


def _pairs(names: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    step = gb9704.SIGNATORIES_A_LINE.value
    return (names[start : start + step] for start in range(0, len(names), step))
