"""Where the number of a page stands, also on a turned sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.rendering.measured import Box

if TYPE_CHECKING:
    from generator.rendering.measured import Glyph, Page


class Folio(NamedTuple):
    """A page number as it stands.

    Attributes:
        page: its page.
        text: what it says.
        glyphs: its characters.
        gap: millimetres from the type area to its dash.
        inset: millimetres from the end of the type area where it belongs.
    """

    page: Page
    text: str
    glyphs: tuple[Glyph, ...]
    gap: float
    inset: float


def folio_of(page: Page, area: Box) -> Folio | None:
    """Find the number of a page whose type area is known."""
    return _upright(page, area) if page.height > page.width else _turned(page, area)


def _upright(page: Page, area: Box) -> Folio | None:
    lines = page.lines(Box(0, area.bottom + 3, page.width, page.height))
    if len(lines) != 1:
        return None
    (line,) = lines
    dash = line.glyphs[0]
    try:
        ink = page.ink(Box(dash.left, area.bottom + 3, dash.right, page.height))
    except ValueError:
        return None
    inset = area.right - line.right if page.number % 2 else line.left - area.left
    return Folio(page, line.text, line.glyphs, ink.top - area.bottom, inset)


def _turned(page: Page, area: Box) -> Folio | None:
    glyphs = page.turned()
    if not glyphs:
        return None
    try:
        ink = [_reach(area, page, glyph) for glyph in (glyphs[0], glyphs[-1])]
    except ValueError:
        return None
    low, high = max(box.bottom for box in ink), min(box.top for box in ink)
    inset = area.bottom - low if page.number % 2 else high - area.top
    text = "".join(glyph.text for glyph in glyphs)
    return Folio(page, text, glyphs, area.left - ink[0].right, inset)


def _reach(area: Box, page: Page, glyph: Glyph) -> Box:
    return page.ink(Box(15, glyph.baseline - 0.5, area.left - 1, glyph.baseline + 5))
