"""版头: from the copy number to the red rule (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Layout
from generator.writers import gb9704
from generator.writers.docx_banner import (
    BANNER_GAP,
    INK_INSIDE_LINE,
    banner_line,
    banner_size,
    classification,
)
from generator.writers.docx_letter import letter_opening
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
from generator.writers.lengths import pt
from generator.writers.oxml import w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.blocks import Masthead
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length

_CLASSIFICATION_LINES = 3
"""份号, 密级 and 紧急程度 stand in the first three lines; the banner begins below them."""

_DOCUMENT = "文件"
_SIGNATORY_LABEL = "签发人："

_RULE_SPACE = pt(8)


def masthead_elements(masthead: Masthead, profile: Profile) -> list[Element]:
    """Make the paragraphs of the masthead; on most documents the last carries the red rule."""
    if masthead.layout is Layout.LETTER:
        return letter_opening(masthead, profile)
    return [
        *_classification(masthead),
        *_banner(masthead, profile),
        *blank_lines(gb9704.BLANK_LINES_ABOVE_DOCUMENT_NUMBER.value),
        *_number_lines(masthead, profile),
    ]


def _classification(masthead: Masthead) -> Iterable[Element]:
    stated = classification(masthead)
    yield from (paragraph(style, text=text) for style, text in stated)
    yield from blank_lines(_classification_lines(masthead) - len(stated))


def _classification_lines(masthead: Masthead) -> int:
    """Count the lines above the banner; orders have it higher and seldom any of them (10.2)."""
    if masthead.layout is Layout.ORDER:
        return len(classification(masthead))
    return _CLASSIFICATION_LINES


_BANNER_TOPS = {
    Layout.DOCUMENT: gb9704.BANNER_TOP.value,
    Layout.ORDER: gb9704.ORDER_BANNER_TOP.value,
    Layout.MINUTES: gb9704.MINUTES_BANNER_TOP.value,
}


def _banner(masthead: Masthead, profile: Profile) -> Iterable[Element]:
    organs, document = _joint_banner(masthead.banner)
    longest = max(organs, key=width_in_characters) + document
    size = banner_size((longest,) * len(organs), profile)
    above = profile.line_pitch * _classification_lines(masthead) + size * INK_INSIDE_LINE
    gap = (_BANNER_TOPS[masthead.layout] + profile.head_overhang - above).twips
    yield paragraph("Thin", w("spacing", line=max(gap, 1), lineRule="exact"))
    if document:
        yield _banner_table(organs, document, size, profile)
    else:
        yield from (banner_line(organ, size, profile) for organ in organs)


def _joint_banner(lines: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Take 文件 off the last of several organs: it stands beside all of them (7.2.4)."""
    if len(lines) == 1 or not lines[-1].endswith(_DOCUMENT):
        return lines, ""
    return (*lines[:-1], lines[-1].removesuffix(_DOCUMENT)), _DOCUMENT


def _banner_table(
    organs: tuple[str, ...], document: str, size: Length, profile: Profile
) -> Element:
    """Set the organs one below the other, equally wide, and 文件 in the middle beside them."""
    longest = max(width_in_characters(organ) for organ in organs)
    left = (size * (longest + BANNER_GAP)).twips
    right = (size * (len(document) + BANNER_GAP)).twips
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
        beside = banner_line(document if position == 0 else "", size, profile)
        table.append(
            w(
                "tr",
                w("tc", w("tcPr", w("tcW", w=left, type="dxa")),
                  banner_line(organ, size, profile, "distribute")),
                w("tc", w("tcPr", w("tcW", w=right, type="dxa"), merge, w("vAlign", val="center")),
                  beside),
            )
        )  # fmt: skip
    return table


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
    if masthead.layout is Layout.ORDER:
        yield paragraph("DocumentNumber", text=masthead.document_number)
    elif masthead.layout is Layout.MINUTES:
        yield paragraph("DocumentNumber", text=masthead.document_number)
        yield _organ_and_date(masthead, profile, rule)
    elif masthead.signatories:
        yield from _lines_with_signatories(masthead, profile, rule)
    else:
        yield paragraph("DocumentNumber", rule, text=masthead.document_number)


def _organ_and_date(masthead: Masthead, profile: Profile, rule: Element) -> Element:
    """Set who issues minutes and when between their number and the rule (10.3 leaves it free)."""
    inset = (profile.character * gb9704.DOCUMENT_NUMBER_INDENT_IN_CHARACTERS.value).twips
    stops = w(
        "tabs",
        w("tab", val="left", pos=inset),
        w("tab", val="right", pos=profile.text_width.twips - inset),
    )
    element = paragraph("DocumentNumber", stops, rule, w("jc", val="left"))
    add_tab(element)
    add_text(element, masthead.organ)
    add_tab(element)
    add_text(element, masthead.date)
    return element


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
