"""Judge the pages of a document by GB/T 9704-2012, one line a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.rendering import judge_elements, judge_folio, judge_structure, judge_text
from generator.rendering.measured import measured_pages
from generator.rendering.seen import Pages
from generator.writers.gb9704 import READING_A

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.blocks import Document
    from generator.rendering.measured import Page
    from generator.rendering.verdict import Judgement
    from generator.writers.gb9704 import Profile

RULES: Final[tuple[Callable[[Pages], Judgement], ...]] = (
    judge_text.paper,
    judge_text.binding_margin,
    judge_text.type_area,
    judge_text.lines_a_page,
    judge_text.line_pitch,
    judge_text.characters_a_line,
    judge_text.body_size,
    judge_text.body_font,
    judge_text.text_color,
    judge_elements.banner_top,
    judge_elements.banner_color,
    judge_elements.red_rule_gap,
    judge_elements.red_rule_width,
    judge_text.title,
    judge_structure.addressees,
    judge_structure.text_on_first_page,
    judge_structure.heading_fonts,
    judge_structure.headings_with_text,
    judge_structure.paragraph_indent,
    judge_structure.attachment_note,
    judge_elements.attachment_label,
    judge_elements.signature_page,
    judge_elements.sealed_date,
    judge_structure.unsealed_signature,
    judge_structure.table_heads,
    judge_elements.colophon_foot,
    judge_elements.colophon_width,
    judge_elements.colophon_rules,
    judge_structure.colophon_size,
    judge_folio.folio_form,
    judge_folio.folio_font,
    judge_folio.folio_gap,
    judge_folio.folio_inset,
    judge_folio.landscape_folio,
)

FONT_RULES: Final = ("正文字体", "结构层次字体", "页码字体字号")
"""The rules that no document can meet where its fonts are missing."""


def judge_pdf(
    document: Document, pdf: bytes, profile: Profile = READING_A
) -> tuple[Judgement, ...]:
    """Measure the PDF of a document by every rule."""
    return judge(document, measured_pages(pdf), profile)


def judge(
    document: Document, pages: tuple[Page, ...], profile: Profile = READING_A
) -> tuple[Judgement, ...]:
    """Judge the pages of a document by every rule."""
    seen = Pages(document, pages, profile)
    return tuple(rule(seen) for rule in RULES)
