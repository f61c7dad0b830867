"""GB/T 9704-2012 as constants: every value with its clause and the strength of its wording.

Strength matters to whoever checks a document: only a breach of 规定 is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from generator.writers.lengths import Length, mm, pt, twips

T = TypeVar("T")


class Strength(StrEnum):
    """How binding a rule is."""

    REQUIRED = "规定"
    USUAL = "一般"
    RECOMMENDED = "推荐"
    PRACTICE = "通行做法"  # the standard leaves it open


@dataclass(frozen=True, slots=True)
class Norm(Generic[T]):
    """A value that the standard sets.

    Attributes:
        value: the value.
        clause: number of the clause, "" where the standard is silent.
        strength: how binding it is.
    """

    value: T
    clause: str
    strength: Strength


def _required(value: T, clause: str) -> Norm[T]:
    return Norm(value, clause, Strength.REQUIRED)


def _usual(value: T, clause: str) -> Norm[T]:
    return Norm(value, clause, Strength.USUAL)


def _recommended(value: T, clause: str) -> Norm[T]:
    return Norm(value, clause, Strength.RECOMMENDED)


def _practice(value: T) -> Norm[T]:
    return Norm(value, "", Strength.PRACTICE)


# 5.1 paper; 5.2.1 margins and type area (the right and bottom margins are what is left)
PAGE_WIDTH = _required(mm(210), "5.1")
PAGE_HEIGHT = _required(mm(297), "5.1")
TOP_MARGIN = _required(mm(37), "5.2.1")
TOP_MARGIN_TOLERANCE = _required(mm(1), "5.2.1")
BINDING_MARGIN = _required(mm(28), "5.2.1")
BINDING_MARGIN_TOLERANCE = _required(mm(1), "5.2.1")
TYPE_AREA_WIDTH = _required(mm(156), "5.2.1")
TYPE_AREA_HEIGHT = _required(mm(225), "5.2.1")
BOTTOM_MARGIN = _required(mm(297 - 37 - 225), "5.2.1")

# 5.2.2 to 5.2.4 text
BODY_SIZE = _usual(pt(16), "5.2.2")
BODY_FONT = _usual("仿宋_GB2312", "5.2.2")
LINES_A_PAGE = _usual(22, "5.2.3")
CHARACTERS_A_LINE = _usual(28, "5.2.3")
TEXT_COLOR = _required("000000", "5.2.4")

# 7.2 masthead
EMPHASIS_FONT = _usual("黑体", "7.2.2")
BANNER_TOP = _required(mm(35), "7.2.4")
BANNER_FONT = _recommended("方正小标宋简体", "7.2.4")
BANNER_COLOR = _required("FF0000", "7.2.4")
BANNER_SIZE = _practice(pt(44))
BANNER_WORDING = _required("发文机关文件", "7.2.4")
BLANK_LINES_ABOVE_DOCUMENT_NUMBER = _required(2, "7.2.5")
DOCUMENT_NUMBER_INDENT_IN_CHARACTERS = _required(1, "7.2.5")
SIGNATORY_FONT = _required("楷体_GB2312", "7.2.6")
SIGNATORIES_A_LINE = _usual(2, "7.2.6")
RED_RULE_GAP = _required(mm(4), "7.2.7")
RED_RULE_THICKNESS = _practice(pt("1.5"))

# 7.3 text
TITLE_FONT = _usual("方正小标宋简体", "7.3.1")
TITLE_SIZE = _usual(pt(22), "7.3.1")
TITLE_LINE = _practice(pt(33))
BLANK_LINES_ABOVE_TITLE = _usual(2, "7.3.1")
BLANK_LINES_ABOVE_ADDRESSEES = _required(1, "7.3.2")
ADDRESSEES_INDENT_IN_CHARACTERS = _required(0, "7.3.2")
TEXT_ON_FIRST_PAGE = _required(1, "7.3.3")  # lines of text on the first page
FIRST_LINE_INDENT_IN_CHARACTERS = _required(2, "7.3.3")
HEADING_FONTS = _usual(("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"), "7.3.3")
HEADING_WITH_TEXT = _practice(1)  # lines of text under a heading on its page
SUBTITLE_FONT = _practice("楷体_GB2312")
BLANK_LINES_ABOVE_ATTACHMENT_NOTE = _required(1, "7.3.4")
ATTACHMENT_NOTE_INDENT_IN_CHARACTERS = _required(2, "7.3.4")
SEALED_DATE_INDENT_IN_CHARACTERS = _usual(4, "7.3.5.1")
BLANK_LINES_ABOVE_SEALED_SIGNATURE = _practice(2)
BLANK_LINES_BETWEEN_SEALS = _practice(3)
SEALS_A_ROW = _required(3, "7.3.5.1")
UNSEALED_INDENT_IN_CHARACTERS = _required(2, "7.3.5.2")
BLANK_LINES_ABOVE_UNSEALED_SIGNATURE = _required(1, "7.3.5.2")
BLANK_LINES_ABOVE_STAMP = _required(2, "7.3.5.3")
STAMP_INDENT_IN_CHARACTERS = _required(4, "7.3.5.3")
STAMP_GAP_IN_CHARACTERS = _required(2, "7.3.5.3")
BLANK_LINES_UNDER_STAMP = _required(1, "7.3.5.3")
STAMP_ROOM_IN_CHARACTERS = _practice(5)
STAMP_NAME_FONT = _practice("楷体_GB2312")
SIGNATURE_PAGE_BODY_LINES = _practice(1)  # 此页无正文 is gone (7.3.5.5)
ANNOTATION_INDENT_IN_CHARACTERS = _required(2, "7.3.6")
ATTACHMENT_TITLE_LINE = _required(3, "7.3.7")

# 7.4 colophon
COLOPHON_SIZE = _usual(pt(14), "7.4.2")
COLOPHON_LINE = _practice(pt(22))
COLOPHON_INDENT_IN_CHARACTERS = _usual(1, "7.4.2")
COLOPHON_FOOT = _required(mm(0), "7.4.1")
COLOPHON_OUTER_RULE = _recommended(mm("0.35"), "7.4.1")
COLOPHON_INNER_RULE = _recommended(mm("0.25"), "7.4.1")

# 7.5 page number
FOLIO_SIZE = _usual(pt(14), "7.5")
FOLIO_FONT = _usual("宋体", "7.5")
FOLIO_DASH = _required("—", "7.5")
FOLIO_GAP = _required(mm(7), "7.5")
FOLIO_INDENT_IN_CHARACTERS = _required(1, "7.5")

# 10.1 letters: measured from the edges of the paper, not of the type area
LETTER_BANNER_TOP = _required(mm(30), "10.1")
LETTER_RULE_GAP = _required(mm(4), "10.1")
LETTER_RULE_WIDTH = _required(mm(170), "10.1")
LETTER_FOOT_RULE = _required(mm(20), "10.1")
LETTER_TEXT_GAP = _required(BODY_SIZE.value * Fraction(7, 8), "10.1")
LETTER_THICK_RULE = _practice(pt("2.25"))
LETTER_THIN_RULE = _practice(pt("0.75"))
LETTER_RULES_APART = _practice(pt("1.5"))

# 10.2 orders
ORDER_BANNER_TOP = _required(mm(20), "10.2")
BLANK_LINES_AROUND_ORDER_NUMBER = _required(2, "10.2")

# 10.3 minutes
MINUTES_BANNER_TOP = _required(mm(35), "10.3")
BLANK_LINES_ABOVE_ATTENDANCE = _required(1, "10.3")
ATTENDANCE_INDENT_IN_CHARACTERS = _required(2, "10.3")
ATTENDANCE_FONT = _usual("黑体", "10.3")

LANDSCAPE_TURN_IN_DEGREES = _required(90, "8")

# Tables inside the text: the standard sets only the direction of landscape sheets (8).
TABLE_HEAD_FONT = _practice("黑体")
TABLE_HEAD_ON_EVERY_PAGE = _practice(1)  # heads of a table
TABLE_SIZE = _practice(pt(12))
TABLE_LINE = _practice(pt(18))
TABLE_SMALL_SIZE = _practice(pt("10.5"))
TABLE_SMALL_LINE = _practice(pt(16))
TABLE_RULE_THICKNESS = _practice(pt("0.5"))
TABLE_CELL_SIDE = _practice(mm("1.2"))
TABLE_CELL_TOP = _practice(mm("0.5"))
TABLE_LONGEST_WHOLE_GROUP = _practice(6)
TABLE_LONGEST_WHOLE_ROW = _practice(150)
"""Characters in a cell: where rows may break over pages, only those with more do."""

# The line above the type area by which a sample says that it is one.
NOTICE_SIZE = _practice(pt("10.5"))
NOTICE_LINE = _practice(pt(14))
NOTICE_TOP = _practice(mm(13))


@dataclass(frozen=True, slots=True)
class StyleLook:
    """What an office changes in a style.

    Attributes:
        style: identifier of the style.
        font: font of 汉字 and Chinese punctuation.
        size: font size.
        bold: whether it is bold.
        color: RRGGBB.
    """

    style: str
    font: str
    size: Length
    bold: bool
    color: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to realise the standard in a word processor; the rest follows from it.

    Readings of 37 mm and 225 mm differ: to the text block with its leading (`READING_A`, what
    nearly all guides and offices do) or to the ink of the first and last line. The second
    has smaller margins and a wider line pitch (`READING_B`), so that half a leading and the
    margin make 37 mm. Everything that the standard places from the type area stays in place.

    Attributes:
        name: as users write it.
        title: what it is, for users.
        top_margin: page edge to text block.
        bottom_margin: text block to page edge.
        left_margin: page edge to text block.
        right_margin: text block to page edge.
        line_pitch: distance of lines, exact.
        character_spacing: added after each character of body size, so that 28 fill a line.
        latin_font: digits and Latin letters in text of the body font.
        footer_distance: page edge to the foot of the folio line, which puts its dash 7 mm
            under the type area.
        headings_keep_next: never leave a heading at the foot of a page. Such a page has 21
            lines: 5.2.3 says 一般 for the 22 and lets them be adjusted where need be.
        looks: the styles as an office wants them; none for those of the standard.
        banner_size: size of the banner where its longest line has room (7.2.4 leaves it free).
        banner_wording: the banner with 发文机关 in the place of the organ.
    """

    name: str
    title: str
    top_margin: Length
    bottom_margin: Length
    left_margin: Length
    right_margin: Length
    line_pitch: Length
    character_spacing: Length
    latin_font: str
    footer_distance: Length
    headings_keep_next: bool = True
    looks: tuple[StyleLook, ...] = ()
    banner_size: Length = BANNER_SIZE.value
    banner_wording: str = BANNER_WORDING.value

    @property
    def head_overhang(self) -> Length:
        """How far the text block reaches over the head of the type area."""
        return TOP_MARGIN.value - self.top_margin

    @property
    def foot_overhang(self) -> Length:
        """How far the text block reaches under the foot of the type area."""
        return BOTTOM_MARGIN.value - self.bottom_margin

    @property
    def text_width(self) -> Length:
        """Width of the text block of a portrait page."""
        return twips(PAGE_WIDTH.value.twips - self.left_margin.twips - self.right_margin.twips)

    @property
    def text_height(self) -> Length:
        """Height of the text block of a portrait page."""
        return twips(PAGE_HEIGHT.value.twips - self.top_margin.twips - self.bottom_margin.twips)

    @property
    def character(self) -> Length:
        """Width of one 汉字 of body size as set on a full line (3.1)."""
        return twips(self.text_width.twips // CHARACTERS_A_LINE.value)


# 22 lines of 28.95 pt fill 224.7 mm; 29 pt would let only 21 stand on a page.
READING_A = Profile(
    name="A",
    title="天头37毫米量到行框，通行做法",
    top_margin=TOP_MARGIN.value,
    bottom_margin=BOTTOM_MARGIN.value,
    left_margin=mm(28),
    right_margin=mm(26),
    line_pitch=pt("28.95"),
    character_spacing=pt("-0.25"),
    latin_font="Times New Roman",
    footer_distance=twips(1443),
)

# Half of the leading of a 29.6 pt line is 2.4 mm: that much higher and lower the block reaches.
# It stands 0.4 mm higher still, for LibreOffice sets an exact line low: both keep 37 mm ± 1 mm.
READING_B = replace(
    READING_A,
    name="B",
    title="天头37毫米量到首行字",
    top_margin=mm("34.18"),
    bottom_margin=mm("32.98"),
    line_pitch=pt("29.6"),
)

PROFILES = {profile.name: profile for profile in (READING_A, READING_B)}
"""The profiles by the name that users write."""
