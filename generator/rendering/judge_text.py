"""Judge paper, type area and text by GB/T 9704-2012, clauses 5 and 7.3.1."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.blocks import Layout
from generator.rendering.seen import INSET, Pages, mm, points, told
from generator.rendering.verdict import judged, listed, not_applicable
from generator.writers import gb9704

if TYPE_CHECKING:
    from generator.rendering.measured import Glyph, Line
    from generator.rendering.verdict import Judgement

_PITCH: Final = 0.03
_FULL: Final = 0.1
"""A line that ends short of the right edge by a greater part of the width is not full."""
_CMYK: Final = 4


def paper(seen: Pages) -> Judgement:
    """A4, upright or turned."""
    width, height = mm(gb9704.PAGE_WIDTH.value), mm(gb9704.PAGE_HEIGHT.value)
    sizes = [tuple(sorted((page.width, page.height))) for page in seen.pages]
    return judged(
        "纸张",
        gb9704.PAGE_WIDTH,
        f"{width:.0f}×{height:.0f}毫米",
        listed(f"{short:.1f}×{long:.1f}毫米" for short, long in sizes),
        holds=all(abs(a - width) < 1 and abs(b - height) < 1 for a, b in sizes),
    )


def binding_margin(seen: Pages) -> Judgement:
    """Full lines and tables begin at the binding margin."""
    margin, tolerance = gb9704.BINDING_MARGIN, mm(gb9704.BINDING_MARGIN_TOLERANCE.value)
    wanted = mm(margin.value)
    name, required = "订口（左白边）", f"{wanted:.0f}±{tolerance:.0f}毫米"
    lines = [(one.left, one.right) for page in seen.upright for one in seen.text_lines(page)]
    drawn = [rule.box for page in seen.upright for rule in page.rules if max(rule.color) == 0]
    ends = [*lines, *((box.left, box.right) for box in drawn)]
    left = min((left for left, _ in ends), default=seen.area.left)
    reach = max((right for _, right in ends), default=0.0)
    inside = left >= wanted - tolerance
    if inside and seen.area.right - reach > seen.area.width * _FULL:
        return not_applicable(name, margin, required)
    return judged(
        name,
        margin,
        required,
        told(left),
        holds=abs(left - wanted) <= tolerance,
    )


def type_area(seen: Pages) -> Judgement:
    """Nothing but the page number stands outside the type area."""
    outside = []
    # the first page of a letter is laid out from the edges of the paper
    for page, ink in list(zip(seen.pages, seen.inks, strict=True))[seen.without_number :]:
        if ink is None:
            continue
        area = seen.area_of(page)
        sides = (area.left - ink.left, area.top - ink.top, ink.right - area.right)
        outside.append(max(*sides, ink.bottom - area.bottom, 0.0))
    size = f"{mm(gb9704.TYPE_AREA_WIDTH.value):.0f}×{mm(gb9704.TYPE_AREA_HEIGHT.value):.0f}"
    return judged(
        "版心",
        gb9704.TYPE_AREA_WIDTH,
        f"{size}毫米，文字不超出1毫米",
        f"最多超出{told(max(outside, default=0.0))}",
        holds=max(outside, default=0.0) <= mm(gb9704.TOP_MARGIN_TOLERANCE.value),
    )


def lines_a_page(seen: Pages) -> Judgement:
    """Full pages have 22 lines, less the headings that went over to stand with their text."""
    norm, wanted = gb9704.LINES_A_PAGE, gb9704.LINES_A_PAGE.value
    name, required = "每面行数", f"{wanted}行，标题不留在面末而少的除外"
    counts = [
        (len(seen.text_lines(page)), seen.leading_headings(seen.pages[page.number]))
        for page in seen.full
    ]
    if not counts:
        return not_applicable(name, norm, required)
    return judged(
        name,
        norm,
        required,
        listed(f"{count}行" for count, _ in counts),
        holds=all(wanted - moved <= count <= wanted for count, moved in counts),
    )


def line_pitch(seen: Pages) -> Judgement:
    """Lines stand as far apart as the profile sets them, so that 22 fill the type area."""
    wanted = mm(seen.profile.line_pitch)
    required = f"{wanted:.2f}毫米"
    pitches = []
    for page in seen.full:
        lines = seen.text_lines(page)
        pitches.append((lines[-1].baseline - lines[0].baseline) / (len(lines) - 1))
    if not pitches:
        return not_applicable("行距", gb9704.LINES_A_PAGE, required)
    return judged(
        "行距",
        gb9704.LINES_A_PAGE,
        required,
        listed(f"{pitch:.2f}毫米" for pitch in pitches),
        holds=all(abs(pitch - wanted) <= _PITCH for pitch in pitches),
    )


def characters_a_line(seen: Pages) -> Judgement:
    """Lines that are full hold 28 characters, and none holds more."""
    norm, wanted = gb9704.CHARACTERS_A_LINE, gb9704.CHARACTERS_A_LINE.value
    size, area = points(gb9704.BODY_SIZE.value), seen.area
    body = [
        line
        for page in seen.upright
        for line in seen.text_lines(page)
        if all(abs(glyph.size - size) < INSET for glyph in line.glyphs)
    ]
    reach = max((line.right for line in body), default=0.0)
    full = Counter(
        len(line.text) for line in body if reach - line.right < 1 and line.left - area.left < 1
    )
    if area.right - reach > area.width / 2 or not full:
        return not_applicable("每行字数", norm, f"{wanted}字")
    usual, longest = full.most_common(1)[0][0], max(_width(line) for line in body)
    return judged(
        "每行字数",
        norm,
        f"满行{wanted}字",
        f"满行多为{usual}字，最长{longest:g}字",
        holds=usual == wanted and longest <= wanted,
    )


def _width(line: Line) -> float:
    return sum(0.5 if sign.isascii() else 1 for sign in line.text)


def _body_glyphs(seen: Pages) -> list[Glyph]:
    return [glyph for _, line in seen.body for glyph in line.glyphs if "一" <= glyph.text <= "龥"]


def body_size(seen: Pages) -> Judgement:
    """Most of the text is set in 3号."""
    sizes = Counter(round(glyph.size, 1) for glyph in _body_glyphs(seen))
    wanted = points(gb9704.BODY_SIZE.value)
    name, required = "正文字号", f"3号（{wanted:g}磅）"
    if not sizes:
        return not_applicable(name, gb9704.BODY_SIZE, required)
    usual = sizes.most_common(1)[0][0]
    return judged(
        name,
        gb9704.BODY_SIZE,
        required,
        f"多为{usual:g}磅",
        holds=abs(usual - wanted) < INSET,
    )


# by the names that fonts have in Windows, macOS and Linux
_FANGSONG: Final = ("fangsong", "fang", "仿宋")
_SONG: Final = ("song", "simsun", "宋体", "ming")


def body_font(seen: Pages) -> Judgement:
    """Most of the text is set in 仿宋."""
    used = Counter(glyph.font for glyph in _body_glyphs(seen))
    if not used:
        return not_applicable("正文字体", gb9704.BODY_FONT, "仿宋体")
    usual = used.most_common(1)[0][0]
    return judged(
        "正文字体",
        gb9704.BODY_FONT,
        "仿宋体",
        usual,
        holds=any(name in usual.lower() for name in _FANGSONG),
    )


def text_color(seen: Pages) -> Judgement:
    """Everything but the banner is black."""
    size = points(gb9704.BODY_SIZE.value)
    colored = [
        glyph
        for page in seen.pages
        for glyph in page.glyphs
        if glyph.text.strip() and glyph.size < size + 1 and max(glyph.color) > 0
        and len(glyph.color) != _CMYK
    ]  # fmt: skip
    told = "有彩色的字：" + listed(glyph.text for glyph in colored) if colored else "都是黑色"
    return judged("文字颜色", gb9704.TEXT_COLOR, "黑色", told, holds=not colored)


def title(seen: Pages) -> Judgement:
    """The title is set in 2号 in the middle of the line."""
    size = points(gb9704.TITLE_SIZE.value)
    required = f"2号（{size:g}磅），居中"
    if seen.layout is Layout.ORDER:
        return not_applicable("标题", gb9704.TITLE_SIZE, required)
    lines = [
        (line, seen.area_of(page))
        for page in seen.pages
        for line in seen.text_lines(page)
        if abs(line.glyphs[0].size - size) < INSET and max(line.glyphs[0].color) == 0
    ]
    off = max(
        (abs(line.center - (area.left + area.right) / 2) for line, area in lines), default=0.0
    )
    return judged(
        "标题",
        gb9704.TITLE_SIZE,
        required,
        f"{len(lines)}行，最多偏{told(off)}" if lines else "没有2号字的标题",
        holds=bool(lines) and off <= 1,
    )
