"""A PDF as a reader sees it: its characters, rules and ink, with their places.

All lengths are millimetres from the top left corner of the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pdfplumber
from PIL import ImageChops

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image

RESOLUTION = 300
_POINTS_A_MILLIMETRE = 72 / 25.4
_DARK = 160


class MissingToolError(Exception):
    """A program or font that the tests need is not there; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the upper edge to the lower one."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character.

    `baseline` is where it stands, `size` is in points, `color` as the page states it: one
    number is a grey, three are RGB, in 0 to 1.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    upright: bool
    color: tuple[float, ...] = (0.0,)


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """What the line says, without white space at its ends."""
        return "".join(glyph.text for glyph in self.glyphs).strip()

    @property
    def left(self) -> float:
        """Where its first visible character begins."""
        return min(glyph.left for glyph in self.glyphs if glyph.text.strip())

    @property
    def right(self) -> float:
        """Where its last visible character ends."""
        return max(glyph.right for glyph in self.glyphs if glyph.text.strip())

    @property
    def baseline(self) -> float:
        """Where its characters stand."""
        return self.glyphs[0].baseline

    @property
    def center(self) -> float:
        """The middle between its ends."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn rule or the edge of a table; `color` is RGB in 0 to 1."""

    box: Box
    thickness: float
    color: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a rendered document."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pdf: bytes

    def lines(self, area: Box | None = None) -> tuple[Line, ...]:
        """Give the upright lines whose baseline lies in an area, from the top."""
        found: dict[float, list[Glyph]] = defaultdict(list)
        for glyph in self.glyphs:
            if glyph.upright and (area is None or _inside(glyph, area)):
                found[round(glyph.baseline, 1)].append(glyph)
        return tuple(
            Line(tuple(sorted(found[place], key=lambda glyph: glyph.left)))
            for place in sorted(found)
            if any(glyph.text.strip() for glyph in found[place])
        )

    def turned(self) -> tuple[Glyph, ...]:
        """Give the characters that are turned by a quarter."""
        return tuple(glyph for glyph in self.glyphs if not glyph.upright and glyph.text.strip())

    def ink(self, area: Box | None = None, *, red: bool = False) -> Box:
        """Give the extent of what is printed in an area, measured on the page image.

        Raises:
            ValueError: nothing is printed there.
        """
        box = area or Box(0, 0, self.width, self.height)
        scale = RESOLUTION / 25.4
        cut = page_image(self.pdf, self.number).crop(
            (
                round(box.left * scale),
                round(box.top * scale),
                round(box.right * scale),
                round(box.bottom * scale),
            )
        )
        r, g, _ = cut.convert("RGB").split()
        mask = ImageChops.subtract(r, g) if red else ImageChops.invert(g)
        extent = mask.point(lambda value: 255 if value > _DARK else 0).getbbox()
        if extent is None:
            message = f"page {self.number} has no ink in {box}"
            raise ValueError(message)
        left, top, right, bottom = (pixels / scale for pixels in extent)
        return Box(left + box.left, top + box.top, right + box.left, bottom + box.top)


def measured_pages(content: bytes) -> tuple[Page, ...]:
    """Measure every page of a PDF."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return tuple(_page(page, content) for page in pdf.pages)


@lru_cache(maxsize=4)
def page_image(pdf: bytes, number: int) -> Image:
    """Draw a page; kept only for the few that are looked at next."""
    with pdfplumber.open(BytesIO(pdf), pages=[number]) as opened:
        return opened.pages[0].to_image(resolution=RESOLUTION).original


def _page(page: Any, pdf: bytes) -> Page:  # noqa: ANN401 -- pdfplumber has no types
    height = float(page.height)
    return Page(
        number=page.page_number,
        width=_mm(page.width),
        height=_mm(height),
        glyphs=tuple(_glyph(char, height) for char in page.chars),
        rules=tuple(_rules(page)),
        pdf=pdf,
    )


def _glyph(char: dict[str, Any], height: float) -> Glyph:
    return Glyph(
        text=char["text"],
        left=_mm(char["x0"]),
        right=_mm(char["x1"]),
        baseline=_mm(height - char["matrix"][5]),
        size=float(char["size"]),
        font=char["fontname"].partition("+")[2],
        upright=char["upright"],
        color=tuple(char["non_stroking_color"] or (0.0,)),
    )


def _rules(page: Any) -> Iterable[Rule]:  # noqa: ANN401 -- pdfplumber has no types
    for item in (*page.rects, *page.lines, *page.curves):
        box = Box(_mm(item["x0"]), _mm(item["top"]), _mm(item["x1"]), _mm(item["bottom"]))
        filled = item["object_type"] == "rect" or item.get("fill")
        color = item["non_stroking_color"] if filled else item["stroking_color"]
        thickness = min(box.width, box.height) if filled else _mm(item["linewidth"])
        yield Rule(box, thickness, tuple(color or (0.0,)))


def _inside(glyph: Glyph, area: Box) -> bool:
    return area.left <= glyph.left < area.right and area.top <= glyph.baseline < area.bottom


def _mm(points: float) -> float:
    return float(points) / _POINTS_A_MILLIMETRE


def fonts(pages: Iterable[Page]) -> Counter[str]:
    """Count the printed characters of each embedded font."""
    return Counter(glyph.font for page in pages for glyph in page.glyphs if glyph.text.strip())
