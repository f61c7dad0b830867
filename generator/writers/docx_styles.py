"""The styles, settings and font table of a document: what all documents of a profile share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.writers import gb9704
from generator.writers.docx_text import indent
from generator.writers.lengths import Length, pt
from generator.writers.oxml import W, flag, part, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.writers.gb9704 import Profile, StyleLook


@dataclass(frozen=True, slots=True)
class Face:
    """How the characters of a style look.

    Attributes:
        font: font of 汉字 and Chinese punctuation.
        size: font size.
        latin: font of digits and Latin letters, "" for the same.
        spacing: added after each character.
        color: RRGGBB.
        bold: whether it is bold.
    """

    font: str
    size: Length
    latin: str = ""
    spacing: Length = pt(0)  # noqa: RUF009 -- a Length is frozen
    color: str = gb9704.TEXT_COLOR.value
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; each states everything, none inherits another's size or indent."""

    identifier: str
    name: str
    face: Face
    line: Length
    align: str = "both"
    first_line: int = 0
    outline: int | None = None
    keep_next: bool = False
    on_grid: bool = True


def font_element(font: str, latin: str = "") -> Element:
    """Make w:rFonts that names a font for all four kinds of script; no theme fonts."""
    western = latin or font
    return w("rFonts", ascii=western, hAnsi=western, eastAsia=font, cs=western, hint="eastAsia")


def styles(profile: Profile) -> tuple[Style, ...]:
    """List the paragraph styles of a profile, as its office wants them."""
    looks = {look.style: look for look in profile.looks}
    return tuple(_with_look(style, looks.get(style.identifier)) for style in _standard(profile))


def _with_look(style: Style, look: StyleLook | None) -> Style:
    """Change what an office may change; a table's lines keep their proportion to its size."""
    if look is None:
        return style
    face = replace(style.face, font=look.font, size=look.size, color=look.color, bold=look.bold)
    line = Length(style.line.points * look.size.points / style.face.size.points)
    return replace(style, face=face, line=line)


def _standard(profile: Profile) -> tuple[Style, ...]:
    body = Face(
        gb9704.BODY_FONT.value,
        gb9704.BODY_SIZE.value,
        profile.latin_font,
        profile.character_spacing,
    )
    return (
        *_body_styles(profile, body),
        *_heading_styles(profile, body),
        *_masthead_styles(profile, body),
        *_table_styles(profile),
        *_edge_styles(profile),
    )


def _body_styles(profile: Profile, body: Face) -> Iterable[Style]:
    pitch = profile.line_pitch
    emphasis = replace(body, font=gb9704.EMPHASIS_FONT.value, latin="")
    title = Face(gb9704.TITLE_FONT.value, gb9704.TITLE_SIZE.value)
    subtitle = replace(body, font=gb9704.SUBTITLE_FONT.value, latin="")
    indented = gb9704.FIRST_LINE_INDENT_IN_CHARACTERS.value
    return (
        Style("Normal", "Normal", body, pitch),
        Style("BodyText", "Body Text", body, pitch, first_line=indented),
        Style("Title", "Title", title, gb9704.TITLE_LINE.value, "center", on_grid=False),
        Style("Subtitle", "Subtitle", subtitle, pitch, "center"),
        Style("AttachmentLabel", "附件序号", emphasis, pitch),
    )


def _heading_styles(profile: Profile, body: Face) -> Iterable[Style]:
    indented = gb9704.FIRST_LINE_INDENT_IN_CHARACTERS.value
    for level, font in enumerate(gb9704.HEADING_FONTS.value):
        latin = body.latin if font == body.font else ""
        face = replace(body, font=font, latin=latin)
        yield Style(
            f"Heading{level + 1}",
            f"heading {level + 1}",
            face,
            profile.line_pitch,
            first_line=indented,
            outline=level,
            keep_next=profile.headings_keep_next,
        )


def _masthead_styles(profile: Profile, body: Face) -> Iterable[Style]:
    emphasis = replace(body, font=gb9704.EMPHASIS_FONT.value, latin="")
    banner = Face(
        gb9704.BANNER_FONT.value, gb9704.BANNER_SIZE.value, color=gb9704.BANNER_COLOR.value
    )
    pitch = profile.line_pitch
    return (
        Style("Urgency", "密级和紧急程度", emphasis, pitch),
        Style("Banner", "发文机关标志", banner, gb9704.BANNER_SIZE.value, "center", on_grid=False),
        Style("DocumentNumber", "发文字号", body, pitch, "center", on_grid=False),
    )


def _table_styles(profile: Profile) -> Iterable[Style]:
    for suffix, size, line in (
        ("", gb9704.TABLE_SIZE.value, gb9704.TABLE_LINE.value),
        ("Small", gb9704.TABLE_SMALL_SIZE.value, gb9704.TABLE_SMALL_LINE.value),
    ):
        head = Face(gb9704.TABLE_HEAD_FONT.value, size)
        cell = Face(gb9704.BODY_FONT.value, size, profile.latin_font)
        mark = "（小）" if suffix else ""
        yield Style(f"TableHead{suffix}", f"表头{mark}", head, line, "center", on_grid=False)
        yield Style(f"TableCell{suffix}", f"表文{mark}", cell, line, "left", on_grid=False)
        yield Style(f"TableNote{suffix}", f"表注{mark}", cell, line, on_grid=False)


def _edge_styles(profile: Profile) -> Iterable[Style]:
    folio = Face(gb9704.FOLIO_FONT.value, gb9704.FOLIO_SIZE.value)
    notice = Face(gb9704.BODY_FONT.value, gb9704.NOTICE_SIZE.value)
    colophon = Face(gb9704.BODY_FONT.value, gb9704.COLOPHON_SIZE.value, profile.latin_font)
    line = gb9704.COLOPHON_LINE.value
    return (
        Style("Header", "header", notice, gb9704.NOTICE_LINE.value, "center", on_grid=False),
        Style("Footer", "footer", folio, gb9704.FOLIO_SIZE.value, "left", on_grid=False),
        Style("Colophon", "版记", colophon, line, "left", on_grid=False),
        # Holds a rule, an anchor or the end of a section and takes no room of its own.
        Style(
            "Thin",
            "细行",
            replace(colophon, size=pt(1), latin=""),
            pt("0.5"),
            "left",
            on_grid=False,
        ),
    )


def styles_part(profile: Profile) -> Element:
    """Make word/styles.xml."""
    root = part("styles", _defaults(profile))
    for style in styles(profile):
        root.append(_style_element(profile, style))
    root.append(
        w(
            "style",
            w("name", val="西文共用标点"),
            w("rPr", font_element(_normal_font(profile))),
            type="character",
            customStyle=1,
            styleId="SharedSign",
        )
    )
    return root


def _normal_font(profile: Profile) -> str:
    return next(style.face.font for style in styles(profile) if style.identifier == "Normal")


def _defaults(profile: Profile) -> Element:
    characters = w(
        "rPr",
        font_element(_normal_font(profile), profile.latin_font),
        w("sz", val=gb9704.BODY_SIZE.value.half_points),
        w("szCs", val=gb9704.BODY_SIZE.value.half_points),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    # Word keeps two lines of a paragraph together unless told: pages of 21 lines.
    paragraphs = w(
        "pPr",
        flag("widowControl", on=False),
        flag("kinsoku", on=True),
        # Word's own default. LibreOffice reads it the wrong way round and would, without it,
        # hang a sign into the margin as the 29th of a line, or not print it at all.
        flag("overflowPunct", on=True),
        flag("autoSpaceDE", on=False),
        flag("autoSpaceDN", on=False),
        w("spacing", before=0, after=0),
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault", paragraphs))


def _style_element(profile: Profile, style: Style) -> Element:
    element = w("style", w("name", val=style.name), type="paragraph", styleId=style.identifier)
    if style.identifier == "Normal":
        element.set(W + "default", "1")
    else:
        element.append(w("basedOn", val="Normal"))
    element.append(w("qFormat"))
    element.append(_paragraph_properties(profile, style))
    element.append(_character_properties(style.face))
    return element


def _paragraph_properties(profile: Profile, style: Style) -> Element:
    properties = w("pPr")
    if style.keep_next:
        properties.append(w("keepNext"))
    properties.append(flag("snapToGrid", on=style.on_grid))
    properties.append(w("spacing", line=style.line.twips, lineRule="exact"))
    if style.first_line:
        properties.append(indent(profile, style.first_line))
    properties.append(w("jc", val=style.align))
    if style.outline is not None:
        properties.append(w("outlineLvl", val=style.outline))
    return properties


def _character_properties(face: Face) -> Element:
    bold = (w("b"), w("bCs")) if face.bold else ()
    return w(
        "rPr",
        font_element(face.font, face.latin),
        *bold,
        w("color", val=face.color),
        w("spacing", val=face.spacing.twips),
        w("kern", val=0),
        w("sz", val=face.size.half_points),
        w("szCs", val=face.size.half_points),
    )


def settings_part() -> Element:
    """Make word/settings.xml."""
    word = "http://schemas.microsoft.com/office/word"
    return part(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("ulTrailSpace"),  # blanks at a line's end keep their underline
            w("compatSetting", name="compatibilityMode", uri=word, val=15),
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _own_fonts(profile: Profile) -> tuple[str, ...]:
    """Give the fonts of an office that the standard does not name."""
    usual = {style.face.font for style in _standard(profile)}
    return tuple(sorted({look.font for look in profile.looks} - usual))


def font_table_part(profile: Profile) -> Element:
    """Make word/fontTable.xml, with the usual other names of the Chinese fonts."""
    root = part("fonts")
    for name, other, family, charset in (
        ("仿宋_GB2312", "仿宋", "modern", "86"),
        ("楷体_GB2312", "楷体", "modern", "86"),
        ("黑体", "SimHei", "modern", "86"),
        ("宋体", "SimSun", "auto", "86"),
        ("方正小标宋简体", "方正小标宋_GBK", "auto", "86"),
        (profile.latin_font, "", "roman", "00"),
        *((name, "", "auto", "86") for name in _own_fonts(profile)),
    ):
        font = w("font", name=name)
        if other:
            font.append(w("altName", val=other))
        font.extend((w("charset", val=charset), w("family", val=family)))
        root.append(font)
    return root
