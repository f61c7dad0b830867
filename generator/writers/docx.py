"""Write a document as DOCX in the form of GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from generator.blocks import Layout
from generator.writers.docx_addressees import blank_lines_above_title, with_room_for_text
from generator.writers.docx_colophon import colophon_paragraph
from generator.writers.docx_letter import (
    first_footer,
    first_page_bottom,
    later_footer,
)
from generator.writers.docx_masthead import masthead_elements
from generator.writers.docx_package import (
    content_types,
    core_properties,
    package_relationships,
    relationships,
    word_type,
    zipped,
)
from generator.writers.docx_page import folio_footer, notice_header, section, wide_folio_footer
from generator.writers.docx_part import part_elements
from generator.writers.docx_styles import font_table_part, settings_part, styles_part
from generator.writers.docx_text import add_property, blank_lines, paragraph
from generator.writers.gb9704 import READING_A
from generator.writers.oxml import W, part, serialized, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.blocks import Document, Part
    from generator.writers.gb9704 import Profile

_HEADER = "rId10"
_DOCUMENT, _ISSUER = "文件", "发文机关"
# Footers by (landscape, occasion); page numbers differ on odd (default) and even pages.
_FOOTERS = {
    (False, "default"): ("rId11", "footer1.xml"),
    (False, "even"): ("rId12", "footer2.xml"),
    (True, "default"): ("rId13", "footer3.xml"),
    (True, "even"): ("rId14", "footer4.xml"),
}
_LETTER_FOOTERS = {
    "first": ("rId21", "footer5.xml"),
    "default": ("rId22", "footer6.xml"),
    "even": ("rId23", "footer7.xml"),
}


def write_docx(document: Document, profile: Profile = READING_A) -> bytes:
    """Write a document as DOCX.

    The same document gives the same bytes, whatever the day.

    Args:
        document: what to write.
        profile: how the standard is realised.

    Returns:
        The file.

    Raises:
        ValueError: the document holds what cannot be printed (a control character, cells
            that overlap): a mistake of the program that composed it.
    """
    document = with_room_for_text(_worded(document, profile), profile)
    parts = dict(_shared_parts(profile))
    types = dict(_SHARED_TYPES)
    for kind, _, name, root in _own_edges(document, profile):
        parts[f"word/{name}"] = serialized(root)
        types[f"word/{name}"] = word_type(kind)
    parts["word/document.xml"] = _document_part(document, profile)
    parts["word/_rels/document.xml.rels"] = _document_relationships(document, profile)
    parts["docProps/core.xml"] = core_properties(document.properties)
    parts["[Content_Types].xml"] = content_types(types)
    return zipped(parts)


def _worded(document: Document, profile: Profile) -> Document:
    """Word the banner as the office does; one without 文件 is that of a letter and stays."""
    masthead = document.masthead
    if masthead is None or not masthead.banner[-1].endswith(_DOCUMENT):
        return document
    *others, last = masthead.banner
    organ = last.removesuffix(_DOCUMENT)
    banner = (*others, profile.banner_wording.replace(_ISSUER, organ))
    return replace(document, masthead=replace(masthead, banner=banner))


_SHARED_TYPES = {
    "word/document.xml": word_type("document.main"),
    "word/styles.xml": word_type("styles"),
    "word/settings.xml": word_type("settings"),
    "word/fontTable.xml": word_type("fontTable"),
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    **{f"word/{name}": word_type("footer") for _, name in _FOOTERS.values()},
}


@cache
def _shared_parts(profile: Profile) -> dict[str, bytes]:
    """Make the parts that all documents of a profile share."""
    made = {
        "word/styles.xml": styles_part(profile),
        "word/settings.xml": settings_part(),
        "word/fontTable.xml": font_table_part(profile),
    }
    for (wide, occasion), (_, name) in _FOOTERS.items():
        odd = occasion == "default"
        footer = wide_folio_footer(profile, odd=odd) if wide else folio_footer(odd=odd)
        made[f"word/{name}"] = footer
    return {
        "_rels/.rels": package_relationships(),
        **{name: serialized(root) for name, root in made.items()},
    }


def _own_edges(document: Document, profile: Profile) -> Iterable[tuple[str, str, str, Element]]:
    """Make the headers and footers that only this document has: kind, id, name, content."""
    if document.banner_line:
        yield "header", _HEADER, "header1.xml", notice_header(document.banner_line)
    if document.masthead and document.masthead.layout is Layout.LETTER:
        for occasion, (identifier, name) in _LETTER_FOOTERS.items():
            first = occasion == "first"
            later = later_footer(profile, odd=occasion == "default")
            yield "footer", identifier, name, first_footer() if first else later


def _document_relationships(document: Document, profile: Profile) -> bytes:
    own = [(identifier, kind, name) for kind, identifier, name, _ in _own_edges(document, profile)]
    return relationships(
        (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "fontTable", "fontTable.xml"),
            *own,
            *((identifier, "footer", name) for identifier, name in _FOOTERS.values()),
        )
    )


def _document_part(document: Document, profile: Profile) -> bytes:
    body = w("body")
    sections = [
        (wide, _section_elements(list(parts), document, profile))
        for wide, parts in groupby(document.parts, key=lambda one: one.wide)
    ]
    if document.colophon:
        if sections[-1][0]:
            sections.append((False, []))  # the colophon stands at the foot of an upright page
        sections[-1][1].append(colophon_paragraph(document.colophon, profile))
    for position, (wide, elements) in enumerate(sections):
        if elements[-1].tag != W + "p":
            elements.append(paragraph("Thin"))
        properties = _section(document, profile, wide=wide, first=position == 0)
        body.extend(elements)
        if position < len(sections) - 1:
            add_property(elements[-1], properties)
        else:
            body.append(properties)
    return serialized(part("document", body))


def _section(document: Document, profile: Profile, *, wide: bool, first: bool) -> Element:
    references = _references(document, wide=wide)
    if not first or document.masthead is None or document.masthead.layout is not Layout.LETTER:
        return section(profile, references, wide=wide)
    footers = {("footer", occasion): one for occasion, (one, _) in _LETTER_FOOTERS.items()}
    headers = {("header", "first"): _HEADER} if document.banner_line else {}
    references |= {**headers, **footers}
    return section(profile, references, first_page_bottom=first_page_bottom())


def _references(document: Document, *, wide: bool) -> dict[tuple[str, str], str]:
    occasions = ("default", "even")
    headers = {("header", occasion): _HEADER for occasion in occasions if document.banner_line}
    footers = {("footer", occasion): _FOOTERS[wide, occasion][0] for occasion in occasions}
    return headers | footers


def _section_elements(parts: list[Part], document: Document, profile: Profile) -> list[Element]:
    elements: list[Element] = []
    for position, one in enumerate(parts):
        main = one is document.parts[0]
        order = bool(document.masthead and document.masthead.layout is Layout.ORDER)
        first = main and document.masthead is not None
        made = part_elements(one, profile, titled=not (main and order), on_first_page=first)
        if main and document.masthead:
            elements.extend(masthead_elements(document.masthead, profile))
            elements.extend(blank_lines(blank_lines_above_title(document, profile)))
        elif position:
            add_property(made[0], w("pageBreakBefore"))
        elements.extend(made)
    return elements
