"""The pages of a document with what the standard measures them by: its type areas, full pages.

Tolerances are those of the standard where it states them, else what can be seen by eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.blocks import Heading, Layout, Paragraph, plain
from generator.rendering.folio import Folio, folio_of
from generator.rendering.measured import Box
from generator.writers import gb9704

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.rendering.measured import Line, Page
    from generator.writers.gb9704 import Profile
    from generator.writers.lengths import Length

SEEN: Final = 0.4
"""Millimetres by which something may be off before a reader sees it."""
FINE: Final = 0.3
"""The same for what the standard measures in single millimetres."""
INSET: Final = 0.5
"""The same for sizes in points, and for places counted in characters."""
BELOW_NOTICE: Final = 25.0
"""A line that says that the document is a sample stands above this."""


@dataclass(frozen=True)
class Pages:
    """A document and its pages.

    Attributes:
        document: what was written.
        pages: what LibreOffice made of it.
        profile: how the standard was realised.
    """

    document: Document
    pages: tuple[Page, ...]
    profile: Profile

    @property
    def layout(self) -> Layout:
        """The form of the document: letters, orders and minutes have rules of their own (10)."""
        masthead = self.document.masthead
        return masthead.layout if masthead else Layout.DOCUMENT

    @property
    def without_number(self) -> int:
        """How many pages at the beginning bear no number: the first of a letter (10.1)."""
        return int(self.layout is Layout.LETTER)

    @property
    def area(self) -> Box:
        """The type area of upright pages."""
        profile = self.profile
        left, top = mm(gb9704.BINDING_MARGIN.value), mm(gb9704.TOP_MARGIN.value)
        width, height = mm(profile.text_width), mm(gb9704.TYPE_AREA_HEIGHT.value)
        return Box(left, top, left + width, top + height)

    @property
    def turned_area(self) -> Box:
        """The type area of landscape pages, whose binding edge is above."""
        area, width = self.area, mm(gb9704.PAGE_HEIGHT.value)
        bottom = width - area.bottom
        return Box(bottom, area.left, bottom + area.height, area.right)

    def area_of(self, page: Page) -> Box:
        """The type area of a page."""
        return self.area if is_upright(page) else self.turned_area

    @cached_property
    def _on_paper(self) -> tuple[tuple[Box | None, Folio | None], ...]:
        """Measure the ink and the number of each page while its image is at hand."""
        return tuple((self._ink(page), folio_of(page, self.area_of(page))) for page in self.pages)

    @property
    def inks(self) -> tuple[Box | None, ...]:
        """The extent of the text of each page, its number left out; None for an empty page."""
        return tuple(ink for ink, _ in self._on_paper)

    @property
    def folios(self) -> tuple[Folio | None, ...]:
        """The number of each page, None where none is found."""
        return tuple(folio for _, folio in self._on_paper)

    def _ink(self, page: Page) -> Box | None:
        area = self.area_of(page)
        foot = area.bottom + 3 if is_upright(page) else page.height
        left = 0 if is_upright(page) else area.left - 4
        try:
            return page.ink(Box(left, BELOW_NOTICE, page.width, foot))
        except ValueError:
            return None

    @property
    def upright(self) -> tuple[Page, ...]:
        """The upright pages."""
        return tuple(filter(is_upright, self.pages))

    @property
    def full(self) -> tuple[Page, ...]:
        """The pages of plain text from which text flows on to the next page.

        The page before a signature or 附件说明 may be short: they take text along (7.3.5.5).
        """
        return tuple(
            page
            for page, following in pairwise(self.pages)
            if is_upright(page)
            and not (page is self.pages[0] and self.document.masthead)
            and not self._ends_part(following)
            and is_upright(following)
            and not page.rules
            and not self._begins_part(page)
            and not self._begins_part(following)
        )

    def leading_headings(self, page: Page) -> int:
        """How many lines of headings a page begins with: they went over with their text."""
        count, rest = 0, ""
        for line in self.text_lines(page):
            text = squeezed(line.text)
            begun = rest if rest.startswith(text) else self._heading_of(text)
            if not begun:
                break
            count, rest = count + 1, begun[len(text) :]
        return count

    def _heading_of(self, first_line: str) -> str:
        return next((one for one in self._headings if one.startswith(first_line)), "")

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        return tuple(
            squeezed(block.number + block.text)
            for part in self.document.parts
            for block in part.blocks
            if isinstance(block, Heading)
        )

    @cached_property
    def body(self) -> tuple[tuple[Page, Line], ...]:
        """The lines of paragraphs of the text on upright pages, with their pages.

        They are known by what they say: titles, tables and 版记 are none.
        """
        said = "\n".join(
            squeezed(plain(block.runs))
            for part in self.document.parts
            for block in part.blocks
            if isinstance(block, Paragraph)
        )
        return tuple(
            (page, line)
            for page in self.upright
            for line in self.text_lines(page)
            if squeezed(line.text) in said
        )

    def _ends_part(self, page: Page) -> bool:
        lines = {squeezed(line.text) for line in page.lines()}
        noted = any(part.attachment_note for part in self.document.parts)
        return bool(self._dates() & lines) or (
            noted and any(line.startswith("附件：") for line in lines)
        )

    def _dates(self) -> set[str]:
        signatures = [part.signature for part in self.document.parts if part.signature]
        return {squeezed(plain(signature.date)) for signature in signatures}

    def _begins_part(self, page: Page) -> bool:
        size = points(gb9704.TITLE_SIZE.value)
        return any(abs(glyph.size - size) < INSET for glyph in page.glyphs)

    def text_lines(self, page: Page) -> tuple[Line, ...]:
        """The lines in the type area of a page, those that stick out at the sides included."""
        area = self.area_of(page)
        return page.lines(Box(0, area.top, page.width, area.bottom))


def mm(length: Length) -> float:
    """Give a length in millimetres, as pages are measured."""
    return float(length.millimetres)


def points(length: Length) -> float:
    """Give a length in points, as characters are measured."""
    return float(length.points)


def is_upright(page: Page) -> bool:
    """Say whether a page is higher than wide."""
    return page.height > page.width


def told(value: float) -> str:
    """Tell a length."""
    return f"{value:.1f}毫米"


def squeezed(text: str) -> str:
    """Drop white space, which lines of a page have between their stretches."""
    return "".join(text.split())
