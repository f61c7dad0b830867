"""Judge what has a place of its own: 版头, 附件, 署名, 版记 (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.blocks import Layout, plain
from generator.rendering.insets import right_inset
from generator.rendering.measured import Box
from generator.rendering.seen import BELOW_NOTICE, FINE, INSET, SEEN, Pages, mm, squeezed, told
from generator.rendering.verdict import judged, listed, not_applicable
from generator.writers import gb9704

if TYPE_CHECKING:
    from generator.rendering.measured import Line, Page, Rule
    from generator.rendering.verdict import Judgement

_BANNER_ZONE: Final = (28.0, 70.0)
"""How far above and below its place the banner is looked for."""
_ROOM_FOR_SIGNATURE: Final = "请在WPS、Word里调整行距、字距，或者把标题写短"
_THICKNESS: Final = 0.05


def _red(color: tuple[float, ...]) -> bool:
    return len(color) == len("RGB") and color[0] > 0 and max(color[1:]) == 0


def _red_rule(seen: Pages) -> Rule | None:
    return next((rule for rule in seen.pages[0].rules if _red(rule.color)), None)


_BANNER_TOPS: Final = {
    Layout.DOCUMENT: gb9704.BANNER_TOP,
    Layout.LETTER: gb9704.LETTER_BANNER_TOP,
    Layout.ORDER: gb9704.ORDER_BANNER_TOP,
    Layout.MINUTES: gb9704.MINUTES_BANNER_TOP,
}


def banner_top(seen: Pages) -> Judgement:
    """发文机关标志 begins so far below the type area's upper edge, or the paper's on a letter."""
    norm = _BANNER_TOPS[seen.layout]
    wanted = mm(norm.value)
    from_paper = seen.layout is Layout.LETTER
    name = f"发文机关标志上边缘至{'上页边' if from_paper else '版心上边缘'}"
    required = told(wanted)
    if not seen.document.masthead:
        return not_applicable(name, norm, required)
    page, edge = seen.pages[0], 0.0 if from_paper else seen.area.top
    above, below = _BANNER_ZONE
    zone = Box(0, max(edge + wanted - above, BELOW_NOTICE), page.width, seen.area.top + below)
    try:
        found = page.ink(zone, red=True).top - edge
    except ValueError:
        return judged(name, norm, required, "没有红色的标志", holds=False)
    return judged(name, norm, required, told(found), holds=abs(found - wanted) <= SEEN)


def _has_red_rule(seen: Pages) -> bool:
    """Whether it has the one red rule of 7.2.7: letters have others, orders none."""
    ruled = seen.layout in (Layout.DOCUMENT, Layout.MINUTES)
    return ruled and seen.document.masthead is not None


def banner_color(seen: Pages) -> Judgement:
    """发文机关标志 is red."""
    norm = gb9704.BANNER_COLOR
    masthead = seen.document.masthead
    if not masthead:
        return not_applicable("发文机关标志颜色", norm, "红色")
    names = "".join(masthead.banner)
    size = max(glyph.size for glyph in seen.pages[0].glyphs)
    glyphs = [
        glyph
        for glyph in seen.pages[0].glyphs
        if abs(glyph.size - size) < INSET and glyph.text in names
    ]
    red = bool(glyphs) and all(_red(glyph.color) for glyph in glyphs)
    return judged("发文机关标志颜色", norm, "红色", "红色" if red else "不是红色", holds=red)


def red_rule_gap(seen: Pages) -> Judgement:
    """The red rule stands 4 mm under 发文字号."""
    norm = gb9704.RED_RULE_GAP
    wanted = mm(norm.value)
    name, required = "发文字号至红色分隔线", told(wanted)
    if not _has_red_rule(seen):
        return not_applicable(name, norm, required)
    rule, page = _red_rule(seen), seen.pages[0]
    if rule is None:
        return judged(name, norm, required, "没有红色分隔线", holds=False)
    upper = rule.box.top - rule.thickness / 2
    above = [line for line in page.lines() if line.baseline < upper]
    if not above:
        return judged(name, norm, required, "线上没有发文字号", holds=False)
    number = above[-1]
    foot = min(number.baseline + 1.2, upper - 0.1)
    try:
        ink = page.ink(Box(number.left, number.baseline - 6, number.right, foot))
    except ValueError:
        return judged(name, norm, required, "看不清发文字号", holds=False)
    gap = upper - ink.bottom
    # the ink of a number depends on its font
    return judged(name, norm, required, told(gap), holds=abs(gap - wanted) <= INSET)


def red_rule_width(seen: Pages) -> Judgement:
    """The red rule is as wide as the type area."""
    norm = gb9704.RED_RULE_GAP
    wanted = mm(gb9704.TYPE_AREA_WIDTH.value)
    name, required = "红色分隔线与版心等宽", f"{wanted:.0f}毫米"
    if not _has_red_rule(seen):
        return not_applicable(name, norm, required)
    rule = _red_rule(seen)
    if rule is None:
        return judged(name, norm, required, "没有红色分隔线", holds=False)
    return judged(name, norm, required, told(rule.box.width), holds=_fills_the_area(rule, seen))


def _fills_the_area(rule: Rule, seen: Pages) -> bool:
    area = seen.area
    return abs(rule.box.left - area.left) <= FINE and abs(rule.box.right - area.right) <= FINE


def attachment_label(seen: Pages) -> Judgement:
    """附件 and its number stand at the left of the first line of a new page."""
    norm = gb9704.ATTACHMENT_TITLE_LINE
    labels = [part.label for part in seen.document.parts if part.label]
    name, required = "“附件”二字", "另面编排，顶格在版心左上角第一行"
    if not labels:
        return not_applicable(name, norm, required)
    found = []
    for page in seen.pages:
        first = next(iter(seen.text_lines(page)), None)
        left = seen.area_of(page).left
        if first and first.text in labels and abs(first.left - left) <= SEEN:
            found.append(first.text)
    missing = [label for label in labels if label not in found]
    measured = f"{listed(missing)}不在" if missing else f"{listed(labels)}都在"
    return judged(name, norm, required, f"{measured}第一行顶格处", holds=not missing)


def _date_line(seen: Pages) -> tuple[Page, Line] | None:
    """Find 成文日期: the last line of its own that has its words; blanks cannot be measured."""
    signatures = [part.signature for part in seen.document.parts if part.signature]
    if not signatures or any(run.blank for run in signatures[0].date):
        return None
    date = squeezed(plain(signatures[0].date))
    for page in seen.upright:
        for line in seen.text_lines(page):
            if squeezed(line.text) == date:
                return page, line
    return None


def signature_page(seen: Pages) -> Judgement:
    """The page of 署名 and 成文日期 carries text of the body (7.3.5.5)."""
    norm = gb9704.SIGNATURE_PAGE_BODY_LINES
    name, required = "署名、成文日期与正文同面", "同面有正文"
    place = _date_line(seen)
    if place is None:
        return not_applicable(name, norm, required)
    page, line = place
    body = {squeezed(one.text) for one in seen.text_lines(page) if one.baseline < line.baseline}
    text = "".join(
        squeezed(plain(block.runs)) if hasattr(block, "runs") else ""
        for part in seen.document.parts
        for block in part.blocks
    )
    with_body = any(len(one) > 1 and one in text for one in body)
    cure = "" if with_body else f"，{_ROOM_FOR_SIGNATURE}"
    told_so = f"第{page.number}面{'有' if with_body else '没有'}正文{cure}"
    return judged(name, norm, required, told_so, holds=with_body)


def sealed_date(seen: Pages) -> Judgement:
    """With a seal 成文日期 ends four characters from the right edge."""
    norm = gb9704.SEALED_DATE_INDENT_IN_CHARACTERS
    name, required = "加盖印章的成文日期", f"右空{norm.value}字"
    sealed = any(
        part.signature and part.signature.seal and not part.signature.signers
        for part in seen.document.parts
    )
    place = _date_line(seen) if sealed else None
    return right_inset(seen, name, norm, required, place and place[1])


def _has_colophon_rules(seen: Pages) -> bool:
    """Whether it has 版记 with rules, which that of a letter has not (10.1)."""
    return bool(seen.document.colophon and seen.document.colophon.printing_organ)


def _colophon(seen: Pages) -> list[Rule]:
    """Give the rules of 版记: the last of the black ones that are as wide as the type area."""
    width = mm(gb9704.TYPE_AREA_WIDTH.value)
    colophon = seen.document.colophon
    wide = (
        rule
        for rule in seen.pages[-1].rules
        if rule.box.width > width - 10 and rule.box.height < 1 and not _red(rule.color)
    )
    lists = colophon and (colophon.cc or colophon.addressees)
    return sorted(wide, key=lambda rule: rule.box.top)[-3 if lists else -2 :]


def colophon_foot(seen: Pages) -> Judgement:
    """The last rule of 版记 is the lower edge of the type area on the last page."""
    norm = gb9704.COLOPHON_FOOT
    name, required = "版记末条分隔线与最后一面版心下边缘重合", "相距0毫米"
    if not _has_colophon_rules(seen):
        return not_applicable(name, norm, required)
    rules = _colophon(seen)
    if not rules:
        return judged(name, norm, required, "最后一面没有版记", holds=False)
    off = rules[-1].box.bottom + rules[-1].thickness / 2 - seen.area.bottom
    return judged(name, norm, required, f"相距{told(abs(off))}", holds=abs(off) <= SEEN)


def colophon_width(seen: Pages) -> Judgement:
    """The rules of 版记 are as wide as the type area."""
    norm = gb9704.COLOPHON_FOOT
    name = "版记分隔线与版心等宽"
    required = f"{mm(gb9704.TYPE_AREA_WIDTH.value):.0f}毫米"
    if not _has_colophon_rules(seen):
        return not_applicable(name, norm, required)
    rules = _colophon(seen)
    return judged(
        name,
        norm,
        required,
        listed(told(rule.box.width) for rule in rules) or "没有分隔线",
        holds=bool(rules) and all(_fills_the_area(rule, seen) for rule in rules),
    )


def colophon_rules(seen: Pages) -> Judgement:
    """The first and last rule of 版记 are thick, those between thin."""
    norm = gb9704.COLOPHON_OUTER_RULE
    outer, inner = mm(norm.value), mm(gb9704.COLOPHON_INNER_RULE.value)
    name, required = "版记分隔线粗细", f"首末{outer:.2f}毫米，中间{inner:.2f}毫米"
    if not _has_colophon_rules(seen):
        return not_applicable(name, norm, required)
    found = [rule.thickness for rule in _colophon(seen)]
    wanted = [outer, *[inner] * (len(found) - 2), outer]
    return judged(
        name,
        norm,
        required,
        "、".join(f"{one:.2f}毫米" for one in found) or "没有分隔线",
        holds=len(found) == len(wanted)
        and all(abs(a - b) <= _THICKNESS for a, b in zip(found, wanted, strict=True)),
    )
