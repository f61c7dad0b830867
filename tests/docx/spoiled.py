"""Documents that are wrong in one way each, and the judgement that must say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.writers.docx import write_docx
from tests.docx import form_judgements, judgements
from tests.docx.cases import CASES
from tests.docx.forms import FORMS
from tests.docx.long_inputs import LONG_INPUTS
from tests.docx.mutation import mutated
from tests.docx.sample_document import NOTICE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.docx.rendering import Page


@dataclass(frozen=True, slots=True)
class Spoiled:
    """One mistake: the part that has it, what is replaced by what, and who must notice.

    `judgement` is None for what only `docx --verify` measures. `gridless` also takes the line grid
    away, which LibreOffice would hold lines to; `base` is the document that is spoiled.
    """

    name: str
    part: str
    pattern: str
    replacement: str
    judgement: Callable[[Sequence[Page]], list[str]] | None
    gridless: bool = False
    base: str = "compact"


BASES = CASES | FORMS | LONG_INPUTS


def spoiled_docx(spoiled: Spoiled) -> bytes:
    """Make the document with its mistake."""
    docx = write_docx(BASES[spoiled.base])
    if spoiled.gridless:
        docx = mutated(docx, DOCUMENT, "<w:docGrid[^>]*/>", "")
    return mutated(docx, spoiled.part, spoiled.pattern, spoiled.replacement)


def _notice(pages: Sequence[Page]) -> list[str]:
    return judgements.notice_lines(pages, NOTICE_LINE)


def _moved(pages: Sequence[Page]) -> list[str]:
    if not any("主送：" in line.text for page in pages for line in page.lines()):
        return ["there is no 主送"]
    return form_judgements.moved_addressees(pages)


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
    Spoiled("lone-heading", STYLES, "<w:keepNext/>", "", judgements.stranded_headings,
            base="clauses"),
    Spoiled("letter-banner", DOCUMENT, r"(<wp:posOffset>)10[0-9]{5}(</wp:posOffset>)",
            r"\g<1>1300000\2", form_judgements.letter, base="letter"),
    Spoiled("letter-rule-width", DOCUMENT, 'cx="6120000"', 'cx="5616000"',
            form_judgements.letter, base="letter"),
    Spoiled("letter-rule-color", DOCUMENT, 'w:color="FF0000"', 'w:color="000000"',
            form_judgements.letter, base="letter"),
    Spoiled("letter-first-folio", DOCUMENT, "<w:titlePg/>", "", form_judgements.letter,
            base="letter"),
    Spoiled("letter-number", DOCUMENT, r'<w:tab w:val="right" w:pos="8845"/>',
            '<w:tab w:val="right" w:pos="6000"/>', form_judgements.letter, base="letter"),
    Spoiled("letter-foot-rule", DOCUMENT, r"(<wp:posOffset>)98[0-9]{5}(</wp:posOffset>)",
            r"\g<1>9500000\2", form_judgements.letter, base="letter"),
    Spoiled("order-banner", DOCUMENT, r'w:line="1[0-9]{3}"', 'w:line="800"',
            form_judgements.order, base="order"),
    Spoiled("order-ruled", DOCUMENT, r'(<w:pStyle w:val="DocumentNumber"/>)',
            r'\1<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="FF0000"/></w:pBdr>',
            form_judgements.order, base="order"),
    Spoiled("stamp-place", DOCUMENT, r'<w:tab w:val="left" w:pos="[0-9]+"/>',
            '<w:tab w:val="left" w:pos="7600"/>', form_judgements.stamp, base="order"),
    Spoiled("seal-place", DOCUMENT, r'<w:ind w:left="[0-9]+"/><w:jc w:val="center"/>',
            '<w:jc w:val="right"/>', form_judgements.seal, base="sealed"),
    Spoiled("attendance-wrap", DOCUMENT, ' w:hanging="945"', "", form_judgements.attendance,
            base="minutes"),
    Spoiled("lone-signature", DOCUMENT, "<w:keepNext/>", "", form_judgements.signature_page,
            base="edge-20"),
    Spoiled("landscape-grid", DOCUMENT,
            r'(w:orient="landscape"/><w:pgMar[^>]*/>)', r'\1<w:docGrid w:type="lines" '
            r'w:linePitch="579"/>', judgements.landscape_tops),
    Spoiled("pitch-29-clauses", STYLES, 'w:line="579"', 'w:line="580"', None, gridless=True,
            base="clauses"),
    Spoiled("body-size", STYLES, 'w:sz w:val="32"', 'w:sz w:val="28"', None),
    Spoiled("grey-text", STYLES, '<w:color w:val="000000"/>', '<w:color w:val="808080"/>', None),
    Spoiled("black-banner", STYLES, '<w:color w:val="FF0000"/>', '<w:color w:val="000000"/>', None),
    Spoiled("title-size", STYLES, 'w:sz w:val="44"', 'w:sz w:val="36"', None),
    Spoiled("title-left", STYLES, r'(w:styleId="Title".*?)<w:jc w:val="center"/>',
            r'\1<w:jc w:val="left"/>', None),
    Spoiled("label-indented", DOCUMENT, '(<w:pStyle w:val="AttachmentLabel"/>)',
            r'\1<w:ind w:left="640"/>', None),
    Spoiled("short-colophon", DOCUMENT, r'(<w:pStyle w:val="Thin"/><w:pBdr>.*?</w:pBdr>)',
            r'\1<w:ind w:left="320"/>', None),
    Spoiled("small-colophon", STYLES, 'w:sz w:val="28"', 'w:sz w:val="24"', None),
    Spoiled("addressee-indented", DOCUMENT,
            r'<w:pStyle w:val="Normal"/>(</w:pPr><w:r><w:t>各县)',
            r'<w:pStyle w:val="BodyText"/>\1', None, base="sealed"),
    Spoiled("late-text", DOCUMENT, '(<w:pStyle w:val="BodyText"/>)',
            r"\1<w:pageBreakBefore/>", None),
    Spoiled("heading-font", STYLES, '"楷体_GB2312"', '"黑体"', None, base="sample"),
    Spoiled("no-indent", STYLES, ' w:firstLineChars="200" w:firstLine="630"', "", None),
    Spoiled("note-indent", DOCUMENT, '<w:ind w:left="1890" w:hanging="1260"/>',
            '<w:ind w:left="1260" w:hanging="1260"/>', None, base="sealed"),
    Spoiled("sealed-date", DOCUMENT, '<w:ind w:right="1260"/>', '<w:ind w:right="630"/>', None,
            base="sealed"),
    Spoiled("unsealed-place", DOCUMENT, '<w:ind w:left="3465"/>', '<w:ind w:left="2000"/>', None,
            base="unsealed"),
    Spoiled("copied-first", DOCUMENT, "主送：", "转送：", _moved, base="many-addressees"),
)  # fmt: skip
