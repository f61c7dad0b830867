"""Judge the special forms of GB/T 9704-2012, 10, signatures and addressees on rendered pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.docx import judgements
from tests.docx.judgements import LEFT, RIGHT, TOP, UPRIGHT_LINES
from tests.docx.rendering import Box, Line, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

CHARACTER = 15.75 * 25.4 / 72
FOOT_RULE = 297 - 20
RED = (1.0, 0.0, 0.0)


def _differs(what: str, found: float, wanted: float, tolerance: float = 0.4) -> list[str]:
    if abs(found - wanted) <= tolerance:
        return []
    return [f"{what} is {found:.2f} mm, not {wanted:.2f}"]


def line_of(pages: Sequence[Page], text: str) -> Line:
    return next(line for page in pages for line in page.lines() if text in line.text)


def letter(pages: Sequence[Page]) -> list[str]:
    """Banner 30 mm down; double rules of 170 mm 4 mm under it and 20 mm over the edge (10.1)."""
    first, *later = pages
    rules = sorted((rule for rule in first.rules if rule.color == RED), key=lambda r: r.box.top)
    if len(rules) != 4:
        return [f"there are {len(rules)} red rules"]
    banner = first.ink(Box(0, 25, 210, rules[0].box.top - 1), red=True)
    shapes = [rule.thickness > 0.5 for rule in rules]
    problems = [] if shapes == [True, False, False, True] else [f"the rules are thick: {shapes}"]
    for rule in rules:
        problems += _differs("a rule's width", rule.box.width, 170)
        problems += _differs("a rule's left end", rule.box.left, 20)
    problems += _differs("the top of the banner", banner.top, 30)
    gap = rules[0].box.top - rules[0].thickness / 2 - banner.bottom
    problems += _differs("the gap over the first rule", gap, 4)
    foot = rules[3].box.bottom + rules[3].thickness / 2
    problems += _differs("the lower edge of the second rule", foot, FOOT_RULE)
    return [*problems, *_letter_text(first, rules[1].box.bottom), *_letter_folios(first, later)]


def _letter_text(page: Page, rule: float) -> list[str]:
    number = line_of([page], "〔2023〕")
    ink = page.ink(Box(number.left - 1, rule + 1, number.right + 1, number.baseline + 1))
    above = max(line.baseline for line in page.lines(Box(0, 0, 210, FOOT_RULE)))
    problems = _differs("the right end of the number", number.right, RIGHT)
    problems += _differs("the gap over the number", ink.top - rule, 14 * 25.4 / 72, 0.6)
    if above > FOOT_RULE - 4.9:
        problems.append(f"text stands at {above:.2f} mm, too near to the second rule")
    return problems


def _letter_folios(first: Page, later: list[Page]) -> list[str]:
    if any(line.text.startswith("—") for line in first.lines()):
        return ["the first page has a number"]
    return judgements.folios(later) + [
        f"page {page.number} has text at {line.baseline:.2f} mm"
        for page in later
        for line in page.lines(Box(0, judgements.BOTTOM, 210, judgements.BOTTOM + 3))
    ]


def order(pages: Sequence[Page]) -> list[str]:
    """Banner 20 mm down, two blank lines, the number, two blank lines, the text (10.2)."""
    page = pages[0]
    banner = page.ink(Box(0, TOP, 210, 85), red=True)
    number, text = line_of(pages, "第12号"), line_of(pages, "坚持服务大局")
    problems = _differs("the banner's top", banner.top - TOP, 20)
    problems += _differs("the number's middle", number.center, (LEFT + RIGHT) / 2)
    lines = (text.baseline - number.baseline) / judgements.LINE_PITCH
    problems += _differs("lines from number to text", lines, 3, 0.05)
    if any(rule.color == RED for rule in page.rules):
        problems.append("there is a red rule")
    return problems


def stamp(pages: Sequence[Page]) -> list[str]:
    """The name 4 字 in, the post 2 字 left of it, the date two lines under, 4 字 in (7.3.5.3)."""
    post, date = line_of(pages, "示例市市长"), line_of(pages, "二○二三年五月十八日")
    name = next(glyph for glyph in post.glyphs if glyph.text == "张")
    end = next(glyph for glyph in post.glyphs if glyph.text == "长")
    problems = _differs("from name to margin", RIGHT - post.right, 4 * CHARACTER, 0.5)
    problems += _differs("from post to name", name.left - end.right, 2 * CHARACTER, 0.5)
    problems += _differs("from date to margin", RIGHT - date.right, 4 * CHARACTER, 0.5)
    lines = (date.baseline - post.baseline) / judgements.LINE_PITCH
    return problems + _differs("lines from post to date", lines, 2, 0.05)


def seal(pages: Sequence[Page]) -> list[str]:
    """The organ centred on a date that stands 4 字 in (7.3.5.1)."""
    date, organ = line_of(pages, "二○二三年五月十八日"), _own_line(pages, "示例市教育局")
    problems = _differs("from date to margin", RIGHT - date.right, 4 * CHARACTER, 0.5)
    return problems + _differs("from the middle of the date", organ.center - date.center, 0, 0.5)


def _own_line(pages: Sequence[Page], text: str) -> Line:
    return next(line for page in pages for line in page.lines() if line.text == text)


def attendance(pages: Sequence[Page]) -> list[str]:
    """Labels in 黑体 2 字 in; names go on under the first of them (10.3)."""
    found = [line for page in pages for line in page.lines(UPRIGHT_LINES)]
    at = next(place for place, line in enumerate(found) if line.text.startswith("出席："))
    label, following = found[at], found[at + 1]
    name = next(glyph for glyph in label.glyphs if glyph.text == "市")
    problems = _differs("the label's place", label.left - LEFT, 2 * CHARACTER, 0.5)
    problems += _differs("the second line's place", following.left, name.left)
    fonts = {glyph.font for glyph in label.glyphs[:2]} | {following.glyphs[0].font}
    if fonts != {judgements.EMPHASIS, judgements.BODY}:
        problems.append(f"labels and names are set in {fonts}")
    return problems


def first_page_text(pages: Sequence[Page]) -> list[str]:
    """The first page shows text, whatever stands above it (7.3.3)."""
    lines = pages[0].lines(UPRIGHT_LINES)
    shown = [line for line in lines if "现印发给你们" in line.text or "已经市人民" in line.text]
    return [] if shown else ["the first page shows no text"]


def moved_addressees(pages: Sequence[Page]) -> list[str]:
    """主送 stands in the colophon, over 抄送, in its size, without a rule between (7.4.2)."""
    sent, copied = line_of(pages, "主送："), line_of(pages, "抄送：")
    problems = judgements.colophon(pages)
    if not sent.baseline < copied.baseline:
        problems.append("抄送 stands over 主送")
    rules = [rule.box.top for rule in pages[-1].rules if rule.box.width > 150]
    if any(sent.baseline < top < copied.baseline for top in rules):
        problems.append("there is a rule between 主送 and 抄送")
    if {round(glyph.size) for glyph in sent.glyphs} != {14}:
        problems.append("the addressees are not set in 14 pt")
    return problems


def signature_page(pages: Sequence[Page]) -> list[str]:
    """The page of the signature carries text of the body (7.3.5.5)."""
    page = next(page for page in pages for line in page.lines() if "二○二三年" in line.text)
    if any("教教教" in line.text for line in page.lines()):
        return []
    return [f"page {page.number} has a signature and no text"]
