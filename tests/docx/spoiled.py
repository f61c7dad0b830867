"""Documents that are wrong in one way each, and the judgement that must say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.writers.docx import write_docx
from tests.docx import judgements
from tests.docx.mutation import mutated
from tests.docx.sample_document import NOTICE_LINE, compact_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.docx.rendering import Page


@dataclass(frozen=True, slots=True)
class Spoiled:
    """One mistake: the part that has it, what is replaced by what, and who must notice.

    `gridless` also takes the line grid away, which LibreOffice would hold lines to.
    """

    name: str
    part: str
    pattern: str
    replacement: str
    judgement: Callable[[Sequence[Page]], list[str]]
    gridless: bool = False


def spoiled_docx(spoiled: Spoiled) -> bytes:
    """Make the document with its mistake."""
    docx = write_docx(compact_document())
    if spoiled.gridless:
        docx = mutated(docx, DOCUMENT, "<w:docGrid[^>]*/>", "")
    return mutated(docx, spoiled.part, spoiled.pattern, spoiled.replacement)


def _notice(pages: Sequence[Page]) -> list[str]:
    return judgements.notice_lines(pages, NOTICE_LINE)


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"

SPOILED = (
    Spoiled("paper", DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"',
            judgements.page_size),
    Spoiled("left-margin", DOCUMENT, 'w:left="1587"', 'w:left="1417"', judgements.margins),
    Spoiled("top-margin", DOCUMENT, 'w:top="2098"', 'w:top="1440"', judgements.margins),
    Spoiled("right-margin", DOCUMENT, 'w:right="1474"', 'w:right="1800"', judgements.margins),
    Spoiled("pitch-28", STYLES, 'w:line="579"', 'w:line="560"', judgements.line_pitch,
            gridless=True),
    Spoiled("pitch-29", STYLES, 'w:line="579"', 'w:line="580"', judgements.line_pitch,
            gridless=True),
    Spoiled("not-condensed", STYLES, '<w:spacing w:val="-5"/>', "", judgements.characters),
    Spoiled("too-condensed", STYLES, '<w:spacing w:val="-5"/>', '<w:spacing w:val="-20"/>',
            judgements.characters),
    Spoiled("no-folio", "word/footer2.xml", "<w:fldSimple.*</w:fldSimple>", "",
            judgements.folios),
    Spoiled("hyphen-folio", "word/footer1.xml", "—", "-", judgements.folios),
    Spoiled("low-folio", DOCUMENT, 'w:footer="1443"', 'w:footer="992"', judgements.folios),
    Spoiled("same-side-folio", "word/footer2.xml", 'w:jc w:val="left"', 'w:jc w:val="right"',
            judgements.folios),
    Spoiled("upright-folio", "word/footer3.xml", 'vert="vert"', 'vert="horz"',
            judgements.folios),
    Spoiled("folio-font", STYLES, '"宋体"', '"仿宋_GB2312"', judgements.folios),
    Spoiled("high-banner", DOCUMENT, r'(w:line=")\d+("[^>]*/></w:pPr></w:p><w:p><w:pPr>'
            r'<w:pStyle w:val="Banner")', r"\g<1>20\2", judgements.masthead),
    Spoiled("short-rule", DOCUMENT, r"(</w:pBdr>)", r'\1<w:ind w:left="320"/>',
            judgements.masthead),
    Spoiled("near-rule", DOCUMENT, 'w:space="8"', 'w:space="1"', judgements.masthead),
    Spoiled("head-once", DOCUMENT, "<w:tblHeader/>", "", judgements.table_heads),
    Spoiled("body-font", STYLES, 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"',
            judgements.fonts_used),
    Spoiled("unknown-font", STYLES, '"黑体"', '"微软雅黑"', judgements.fonts_used),
    Spoiled("latin-quotes", DOCUMENT, '<w:rStyle w:val="SharedSign"/>', "",
            judgements.fonts_used),
    Spoiled("no-notice", DOCUMENT, r"<w:headerReference[^>]*/>", "", _notice),
    Spoiled("high-colophon", DOCUMENT, r"(<wp:posOffset>)8\d{6}(</wp:posOffset>)",
            r"\g<1>7000000\2", judgements.colophon),
    Spoiled("thick-colophon", DOCUMENT, 'w:sz="6" w:space="0" w:color="000000"/></w:pBdr>',
            'w:sz="8" w:space="0" w:color="000000"/></w:pBdr>', judgements.colophon),
)  # fmt: skip
