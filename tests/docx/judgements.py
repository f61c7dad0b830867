"""Judge rendered pages by GB/T 9704-2012: each function names what is wrong, or nothing.

Every judgement has a document that it must reject (test_judgements.py): a measurement that
cannot fail proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from tests.docx.rendering import Box, Glyph, Line, Page, fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 184.0, 262.0
UPRIGHT_AREA = Box(LEFT, TOP, RIGHT, BOTTOM)
UPRIGHT_LINES = Box(0, TOP, 210, BOTTOM)
LANDSCAPE_AREA = Box(35.0, 28.0, 260.0, 184.0)
LINE_PITCH = 28.95 * 25.4 / 72
INSET = 14 * 25.4 / 72

BODY = "FandolFang-Regular"
EMPHASIS = "FandolHei-Regular"
SECOND_HEADING = "FandolKai-Regular"
FOLIO = "FandolSong-Regular"
LATIN = "LiberationSerif"
TITLE = re.compile(r"NotoSerifCJK\w\w-Bold(-VKana)?")
FONTS = {BODY, EMPHASIS, SECOND_HEADING, FOLIO, LATIN}
SHARED_SIGNS = "“”‘’—…·"


def upright(pages: Sequence[Page]) -> list[Page]:
    return [page for page in pages if page.height > page.width]


def landscape(pages: Sequence[Page]) -> list[Page]:
    return [page for page in pages if page.width > page.height]


def full_pages(pages: Sequence[Page]) -> list[Page]:
    """Give the pages of plain text from which text flows on to the next page."""
    return [
        page
        for page, following in pairwise(pages)
        if page in upright(pages)
        and following in upright(pages)
        and not _begins_part(page)
        and not _begins_part(following)
        and len(page.rules) == 0
    ]


def _begins_part(page: Page) -> bool:
    return any(TITLE.fullmatch(glyph.font) for glyph in page.glyphs)


def page_size(pages: Sequence[Page]) -> list[str]:
    sides = {(210, 297), (297, 210)}
    return [
        f"page {page.number} is {page.width:.1f} x {page.height:.1f} mm"
        for page in pages
        if (round(page.width), round(page.height)) not in sides
    ]


def margins(pages: Sequence[Page]) -> list[str]:
    """Ink stays inside the type area, and full pages fill it from left to right."""
    problems: list[str] = []
    for page in pages:
        area = UPRIGHT_AREA if page.height > page.width else LANDSCAPE_AREA
        top_of_sheet = 25.0  # below the notice line, which is left out of account
        folio_free = Box(
            0 if area is UPRIGHT_AREA else area.left - 4,
            top_of_sheet,
            page.width,
            BOTTOM + 3 if area is UPRIGHT_AREA else page.height,
        )
        ink = page.ink(folio_free)
        outside = (
            area.left - ink.left,
            area.top - ink.top,
            ink.right - area.right,
            ink.bottom - area.bottom,
        )
        if max(outside) > 0.4:
            problems.append(f"page {page.number}: ink {ink} outside {area}")
        if page in full_pages(pages) and (ink.left - LEFT > 0.6 or RIGHT - ink.right > 1):
            problems.append(f"page {page.number}: ink {ink} does not fill {area}")
    return problems


def line_pitch(pages: Sequence[Page], wanted: float = LINE_PITCH) -> list[str]:
    """Full pages have 22 lines, less the headings that went over with the text under them."""
    problems: list[str] = [] if full_pages(pages) else ["there is no full page"]
    for page in full_pages(pages):
        lines = page.lines(UPRIGHT_LINES)
        pitch = (lines[-1].baseline - lines[0].baseline) / (len(lines) - 1)
        if not 22 - _leading_headings(pages[page.number]) <= len(lines) <= 22:
            problems.append(f"page {page.number} has {len(lines)} lines")
        if abs(pitch - wanted) > 0.03:
            problems.append(f"page {page.number} has lines of {pitch:.3f} mm")
    return problems


def _leading_headings(page: Page) -> int:
    return len(list(takewhile(_is_heading, page.lines(UPRIGHT_LINES))))


def _is_heading(line: Line) -> bool:
    indented = line.left - LEFT > 10
    first = next((glyph.font for glyph in line.glyphs if "一" <= glyph.text <= "龥"), "")
    numbered = re.fullmatch(r"(?:[0-9]+\.|（[0-9]+）)[^，。；]*", line.text)
    return indented and bool(numbered or first in {EMPHASIS, SECOND_HEADING})


def stranded_headings(pages: Sequence[Page]) -> list[str]:
    """No heading stands at the foot of a page, parted from its text."""
    feet = [(page, page.lines(UPRIGHT_LINES)) for page in upright(pages)[:-1]]
    return [
        f"page {page.number} ends with the heading {lines[-1].text}"
        for page, lines in feet
        if lines and _is_heading(lines[-1])
    ]


def characters(pages: Sequence[Page]) -> list[str]:
    """Lines that are full and only of 汉字 hold 28; none holds more."""
    body = [
        line
        for page in upright(pages)
        for line in page.lines(UPRIGHT_LINES)
        if _only_body_text(line)
    ]
    problems = [f"{_width(line)} characters: {line.text}" for line in body if _width(line) > 28]
    full = Counter(
        len(line.text) for line in body if RIGHT - line.right < 1 and line.left - LEFT < 1
    )
    if not full or full.most_common(1)[0][0] != 28:
        problems.append(f"full lines hold {full}")
    return problems


def _only_body_text(line: Line) -> bool:
    return all(round(glyph.size) == 16 for glyph in line.glyphs)


def _width(line: Line) -> float:
    return sum(0.5 if sign.isascii() else 1 for sign in line.text)


def folios(pages: Sequence[Page]) -> list[str]:
    problems: list[str] = []
    for page in pages:
        judge = _upright_folio if page.height > page.width else _landscape_folio
        problems.extend(f"page {page.number}: {problem}" for problem in judge(page))
    return problems


def _upright_folio(page: Page) -> list[str]:
    lines = page.lines(Box(0, BOTTOM + 3, page.width, page.height))
    texts = [line.text for line in lines]
    if texts != [f"— {page.number} —"]:
        return [f"the foot reads {texts}"]
    (line,) = lines
    dash = line.glyphs[0]
    ink = page.ink(Box(dash.left, BOTTOM + 3, dash.right, page.height))
    inset = RIGHT - line.right if page.number % 2 else line.left - LEFT
    return _folio_place(ink.top - BOTTOM, inset, {glyph.font for glyph in line.glyphs})


def _landscape_folio(page: Page) -> list[str]:
    glyphs = page.turned()
    text = "".join(glyph.text for glyph in glyphs)
    if text != f"—{page.number}—":
        return [f"the turned text reads {text!r}"]
    reach = [_reach(page, glyph) for glyph in (glyphs[0], glyphs[-1])]
    area = LANDSCAPE_AREA
    low, high = max(box.bottom for box in reach), min(box.top for box in reach)
    inset = area.bottom - low if page.number % 2 else high - area.top
    gap = area.left - reach[0].right
    return _folio_place(gap, inset, {glyph.font for glyph in glyphs})


def _reach(page: Page, glyph: Glyph) -> Box:
    return page.ink(Box(15, glyph.baseline - 0.5, LANDSCAPE_AREA.left - 1, glyph.baseline + 5))


def _folio_place(gap: float, inset: float, used: set[str]) -> list[str]:
    problems: list[str] = []
    if abs(gap - 7) > 0.2:
        problems.append(f"the page number is {gap:.2f} mm from the type area")
    if abs(inset - INSET) > 0.5:
        problems.append(f"the page number is {inset:.2f} mm in")
    if used != {FOLIO}:
        problems.append(f"the page number is set in {used}")
    return problems


def masthead(pages: Sequence[Page]) -> list[str]:
    page = pages[0]
    rules = [rule for rule in page.rules if rule.color[:1] == (1.0,)]
    if not rules:
        return ["there is no red rule"]
    rule = rules[0]
    problems: list[str] = []
    banner = page.ink(Box(0, 67, 210, 100), red=True)
    if abs(banner.top - TOP - 35) > 0.3:
        problems.append(f"the banner is {banner.top - TOP:.2f} mm down")
    if abs(rule.box.width - 156) > 0.2 or abs(rule.box.left - LEFT) > 0.2:
        problems.append(f"the red rule is {rule.box.width:.2f} mm wide from {rule.box.left:.2f}")
    number = next(line for line in page.lines() if "〔" in line.text)
    ink = page.ink(Box(number.left, number.baseline - 6, number.right, number.baseline + 1.2))
    gap = rule.box.top - rule.thickness / 2 - ink.bottom
    if abs(gap - 4) > 0.3:
        problems.append(f"the red rule is {gap:.2f} mm under the document number")
    return problems


def landscape_tops(pages: Sequence[Page]) -> list[str]:
    """The first rule of a table, or the first line, stands at the binding edge's margin."""
    return [
        f"page {page.number} begins at {top:.2f} mm"
        for page in landscape(pages)
        for top in [page.ink(Box(LANDSCAPE_AREA.left, 22, page.width, page.height)).top]
        if not -0.4 < top - LANDSCAPE_AREA.top < 4
    ]


def table_heads(pages: Sequence[Page]) -> list[str]:
    problems: list[str] = []
    for page in landscape(pages):
        lines = [line for line in page.lines(LANDSCAPE_AREA) if line.text.startswith("序号")]
        if len(lines) != 1 or {glyph.font for glyph in lines[0].glyphs} != {EMPHASIS}:
            problems.append(f"page {page.number} has {len(lines)} table heads")
    return problems


def fonts_used(pages: Sequence[Page]) -> list[str]:
    used = fonts(pages)
    problems = [
        f"{count} characters in {font}"
        for font, count in used.items()
        if font not in FONTS and not TITLE.fullmatch(font)
    ]
    body = Counter(
        glyph.font
        for page in pages
        for glyph in page.glyphs
        if round(glyph.size) == 16 and "一" <= glyph.text <= "龥"
    )
    if body.most_common(1)[0][0] != BODY:
        problems.append(f"body text is set in {body}")
    problems.extend(
        f"{glyph.text} in {glyph.font}"
        for page in pages
        for glyph in page.glyphs
        if (glyph.text in SHARED_SIGNS) == (glyph.font == LATIN) and glyph.font == LATIN
    )
    return problems


def notice_lines(pages: Sequence[Page], text: str) -> list[str]:
    return [
        f"page {page.number} does not say {text}"
        for page in pages
        if text not in [line.text for line in page.lines(Box(0, 0, page.width, 25))]
    ]


def colophon(pages: Sequence[Page]) -> list[str]:
    page = pages[-1]
    rules = [rule for rule in page.rules if abs(rule.box.width - 156) < 0.2]
    if [round(rule.thickness, 2) for rule in rules] != [0.35, 0.26, 0.35]:
        return [f"colophon rules {rules}"]
    foot = rules[-1].box.bottom + rules[-1].thickness / 2
    if abs(foot - BOTTOM) > 0.3:
        return [f"the last rule ends at {foot:.2f} mm"]
    return []
