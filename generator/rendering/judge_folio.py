"""Judge page numbers, also on turned sheets (GB/T 9704-2012, 7.5 and 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.rendering.seen import FINE, INSET, Pages, is_upright, mm, points, squeezed, told
from generator.rendering.verdict import judged, listed, not_applicable
from generator.writers import gb9704

if TYPE_CHECKING:
    from generator.rendering.folio import Folio
    from generator.rendering.verdict import Judgement

_SONG: Final = ("song", "simsun", "宋体")


def _found(seen: Pages) -> list[Folio]:
    return [folio for folio in seen.folios[seen.without_number :] if folio]


def folio_form(seen: Pages) -> Judgement:
    """Every page carries its number between two 一字线."""
    dash = gb9704.FOLIO_DASH.value
    wrong = []
    numbered = list(zip(seen.pages, seen.folios, strict=True))[seen.without_number :]
    for page, folio in numbered:
        text = squeezed(folio.text) if folio else ""
        if text != f"{dash}{page.number}{dash}":
            wrong.append(f"第{page.number}面为“{text}”" if text else f"第{page.number}面没有")
    return judged(
        "页码",
        gb9704.FOLIO_DASH,
        f"每面有，数字左右各一条一字线（{dash} 1 {dash}）",
        listed(wrong) if wrong else f"{len(numbered)}面都有",
        holds=not wrong,
    )


def folio_font(seen: Pages) -> Judgement:
    """Page numbers are set in 4号 宋体."""
    wanted = points(gb9704.FOLIO_SIZE.value)
    required = f"4号（{wanted:g}磅）宋体"
    if not seen.pages[seen.without_number :]:
        return not_applicable("页码字体字号", gb9704.FOLIO_FONT, required)
    glyphs = [glyph for folio in _found(seen) for glyph in folio.glyphs if glyph.text.strip()]
    # of a turned character a PDF gives the width, not the size
    sizes = [glyph.size for glyph in glyphs if glyph.upright]
    used = listed((*(glyph.font for glyph in glyphs), *(f"{size:.0f}磅" for size in sizes)))
    return judged(
        "页码字体字号",
        gb9704.FOLIO_FONT,
        required,
        used or "没有页码",
        holds=bool(glyphs)
        and all(any(name in glyph.font.lower() for name in _SONG) for glyph in glyphs)
        and all(abs(size - wanted) < INSET for size in sizes),
    )


def folio_gap(seen: Pages) -> Judgement:
    """The dash stands 7 mm under the type area."""
    norm = gb9704.FOLIO_GAP
    wanted = mm(norm.value)
    name = "页码一字线至版心下边缘"
    if not seen.pages[seen.without_number :]:
        return not_applicable(name, norm, told(wanted))
    gaps = [folio.gap for folio in _found(seen)]
    return judged(
        name,
        norm,
        told(wanted),
        listed(map(told, gaps)) or "没有页码",
        holds=bool(gaps) and all(abs(gap - wanted) <= FINE for gap in gaps),
    )


def folio_inset(seen: Pages) -> Judgement:
    """Odd pages have the number at the right, even pages at the left, one character in."""
    norm = gb9704.FOLIO_INDENT_IN_CHARACTERS
    character = mm(gb9704.FOLIO_SIZE.value)
    insets = [folio.inset / character for folio in _found(seen) if is_upright(folio.page)]
    required = f"单页居右、双页居左，空{norm.value}字"
    if not insets:
        return not_applicable("页码位置", norm, required)
    return judged(
        "页码位置",
        norm,
        required,
        listed(f"空{inset:.1f}字" for inset in insets),
        holds=all(abs(inset - norm.value) * character <= INSET for inset in insets),
    )


def landscape_folio(seen: Pages) -> Judgement:
    """On a turned sheet the number stands where it stands on the others (8)."""
    norm = gb9704.LANDSCAPE_TURN_IN_DEGREES
    name, required = "横排页码", "在左侧短边，随页面一起旋转，单页在下、双页在上"
    turned = [
        (page, folio)
        for page, folio in zip(seen.pages, seen.folios, strict=True)
        if not is_upright(page)
    ]
    if not turned:
        return not_applicable(name, norm, required)
    wanted, character = mm(gb9704.FOLIO_GAP.value), mm(gb9704.FOLIO_SIZE.value)
    wrong = []
    for page, folio in turned:
        if folio is None or abs(folio.gap - wanted) > FINE or abs(folio.inset - character) > INSET:
            wrong.append(f"第{page.number}面")
    measured = f"{listed(wrong)}不是" if wrong else f"{len(turned)}面都是"
    return judged(name, norm, required, measured, holds=not wrong)
