"""An office's own DOCX as the base of its documents: what is taken from it, what is refused.

Only the looks of named styles and the wording of the banner are taken over. Everything else of
the file (text, headers, properties, comments, who wrote it) stays behind, so that nothing
personal gets into a document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.writers import gb9704
from generator.writers.docx_styles import styles
from generator.writers.lengths import Length, mm, pt, twips
from generator.writers.office_package import OfficePackage, open_package
from generator.writers.office_styles import OfficeStyle, OfficeStyles
from generator.writers.oxml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.writers.docx_styles import Style
    from generator.writers.gb9704 import Profile

_OWN: Final = ("Header", "Footer", "Thin")
"""Styles that place page numbers, notices and rules; an office has no say in them."""

_SHOWN_NAMES: Final = {
    "Normal": "正文",
    "Body Text": "正文文本",
    "Title": "标题",
    "Subtitle": "副标题",
    **{f"heading {level}": f"标题 {level}" for level in range(1, 5)},
}
"""Built-in styles as Chinese programs list them; the file keeps the English names."""

_CLAUSES: Final = {"Title": "7.3.1", "Colophon": "7.4.2", "Banner": "7.2.4"}
_BODY_CLAUSE: Final = "5.2.2"
_SMALLEST_BANNER, _LARGEST_BANNER = pt(26), pt(72)
_SMALLEST_TABLE, _LARGEST_TABLE = pt(8), pt(14)
_LINE_TOLERANCE: Final = pt("0.5")
_RED: Final = re.compile("[C-F][0-9A-F][0-3][0-9A-F][0-3][0-9A-F]")
_ISSUER: Final = "发文机关"
_MARGINS: Final = (("top", "上"), ("right", "右"), ("bottom", "下"), ("left", "左"))
_MARGIN_TOLERANCE: Final = mm("1.05")
_PAPER_TOLERANCE: Final = mm(1)


class OfficeTemplate(NamedTuple):
    """What an office's DOCX comes to.

    Attributes:
        profile: the profile with what the office changes; unchanged if there are problems.
        problems: what is wrong, in Chinese, each with its place and its cure.
    """

    profile: Profile
    problems: tuple[str, ...] = ()


def read_template(content: bytes, name: str, profile: Profile) -> OfficeTemplate:
    """Take over what an office may change.

    Args:
        content: the file.
        name: the file as the user knows it, for messages.
        profile: what it changes.
    """
    package = open_package(content)
    if isinstance(package, str):
        return OfficeTemplate(profile, (f"{name}{package}",))
    problems = (
        *_content_controls(package),
        *_pages(package, profile),
        *_style_problems(package, profile),
        *_banner_problems(package),
    )
    if problems:
        return OfficeTemplate(profile, tuple(f"{name}：{problem}" for problem in problems))
    return OfficeTemplate(_changed(package, profile))


def _changed(package: OfficePackage, profile: Profile) -> Profile:
    found = OfficeStyles(package.styles)
    looks = []
    for style in _named_styles(profile):
        own = found.find(style.name)
        if own is not None:
            font = own.font or style.face.font
            looks.append(gb9704.StyleLook(style.identifier, font, own.size, own.bold, own.color))
    normal, banner = found.find("Normal"), found.find("发文机关标志")
    return replace(
        profile,
        looks=tuple(looks),
        latin_font=normal.latin if normal and normal.latin else profile.latin_font,
        banner_size=banner.size if banner else profile.banner_size,
        banner_wording=_banner_wording(package) or profile.banner_wording,
    )


def _named_styles(profile: Profile) -> tuple[Style, ...]:
    return tuple(style for style in styles(profile) if style.identifier not in _OWN)


def _shown(name: str) -> str:
    """Name a style as the list of styles shows it."""
    shown = _SHOWN_NAMES.get(name)
    return f"样式“{shown}”（{name}）" if shown else f"样式“{name}”"


def _style_problems(package: OfficePackage, profile: Profile) -> Iterator[str]:
    found = OfficeStyles(package.styles)
    for style in _named_styles(profile):
        own = found.find(style.name)
        if own is None:
            yield (
                f"缺{_shown(style.name)}。请用“planpress template”写出的模板来改，"
                "或者从那里把这个样式复制过来"
            )
        else:
            yield from (f"{_shown(style.name)}{wrong}" for wrong in _wrong(style, own))


def _wrong(style: Style, own: OfficeStyle) -> Iterator[str]:
    """Say what of a style must be otherwise."""
    clause = _CLAUSES.get(style.identifier, _BODY_CLAUSE)
    if own.theme:
        yield "用了主题字体，换一台电脑就变样。请选定一种字体，不要选“（中文正文）”之类"
    elif not own.font:
        yield "没有指定中文字体。请在“修改样式”里选定"
    least, most = _size_limits(style)
    if not least <= own.size <= most:
        allowed = _points(least) if least == most else f"{_points(least)}至{_points(most)}"
        yield f"的字号是{_points(own.size)}，应当是{allowed}磅（GB/T 9704—2012，{clause}）"
    if style.identifier == "Banner":
        if not _RED.fullmatch(own.color):
            yield f"的颜色是{own.color}，发文机关标志应当用红色（7.2.4），例如FF0000"
    elif own.color != gb9704.TEXT_COLOR.value:
        yield f"的颜色是{own.color}，公文的文字应当用黑色（5.2.4），请改成“自动”或黑色"
    if least == most and not _is_close(own.line, style.line):
        line = f"固定值{_points(own.line)}磅" if own.line else "不是固定值"
        yield f"的行距{line}，应当是固定值{_points(style.line)}磅，否则每面排不成22行（5.2.3）"


def _size_limits(style: Style) -> tuple[Length, Length]:
    if style.identifier == "Banner":
        return _SMALLEST_BANNER, _LARGEST_BANNER
    if style.identifier.startswith("Table"):
        return _SMALLEST_TABLE, _LARGEST_TABLE
    return style.face.size, style.face.size


def _is_close(line: Length | None, wanted: Length) -> bool:
    return line is not None and abs((line - wanted).points) <= _LINE_TOLERANCE.points


def _points(length: Length) -> str:
    return f"{float(length.points):g}"


def _content_controls(package: OfficePackage) -> Iterator[str]:
    for control in package.document.iter(W + "sdt"):
        text = "".join(map(str, control.itertext())).strip()
        yield f"“{text[:20]}”处有内容控件。请选中它，点“删除内容控件”"


def _pages(package: OfficePackage, profile: Profile) -> Iterator[str]:
    """Hold every section against paper and margins (5.1, 5.2.1)."""
    sections = list(package.document.iter(W + "sectPr"))
    for number, section in enumerate(sections, start=1):
        place = f"第{number}节" if len(sections) > 1 else "页面设置"
        size = section.find(W + "pgSz")
        width, height = _lengths(size, "w", "h")
        wide = width > height
        paper = sorted((width, height))
        wanted = (gb9704.PAGE_WIDTH.value, gb9704.PAGE_HEIGHT.value)
        if any(
            _apart(one, other) > _PAPER_TOLERANCE for one, other in zip(paper, wanted, strict=True)
        ):
            yield f"{place}的纸张是{_mm(width)}×{_mm(height)}毫米，应当是A4：210×297毫米（5.1）"
            continue
        yield from _margins(section.find(W + "pgMar"), place, profile, wide=wide)


def _margins(element: Element | None, place: str, profile: Profile, *, wide: bool) -> Iterator[str]:
    wanted = (profile.top_margin, profile.right_margin, profile.bottom_margin, profile.left_margin)
    if wide:  # the sheet is turned: its top is the binding edge (8)
        wanted = (wanted[3], wanted[0], wanted[1], wanted[2])
    found = _lengths(element, *(name for name, _ in _MARGINS))
    for (_, side), own, right in zip(_MARGINS, found, wanted, strict=True):
        if _apart(own, right) > _MARGIN_TOLERANCE:
            yield f"{place}的{side}边距是{_mm(own)}毫米，应当是{_mm(right)}毫米（5.2.1）"


def _lengths(element: Element | None, *names: str) -> tuple[Length, ...]:
    values = ("" if element is None else str(element.get(W + name) or "") for name in names)
    return tuple(twips(int(text) if text.isdecimal() else 0) for text in values)


def _apart(one: Length, other: Length) -> Length:
    return max(one - other, other - one)


def _mm(length: Length) -> str:
    return f"{float(length.millimetres):.1f}".removesuffix(".0")


def _banner_wording(package: OfficePackage) -> str:
    """Give the text of the first paragraph in the style of the banner, or ""."""
    identifiers = {
        str(style.get(W + "styleId"))
        for style in package.styles.iter(W + "style")
        if (name := style.find(W + "name")) is not None
        and str(name.get(W + "val")).casefold() == "发文机关标志"
    }
    for paragraph in package.document.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and str(style.get(W + "val")) in identifiers:
            text = "".join(str(one.text or "") for one in paragraph.iter(W + "t")).strip()
            if text:
                return text
    return ""


def _banner_problems(package: OfficePackage) -> Iterator[str]:
    wording = _banner_wording(package)
    if wording and _ISSUER not in wording:
        yield (
            f"发文机关标志写着“{wording}”。请在机关名称的位置写“{_ISSUER}”四个字，"
            "例如“发文机关文件”，导出时换成规划里写的机关"
        )
