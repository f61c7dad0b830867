"""Paragraphs and runs: how text becomes w:p and w:r, and how wide it will stand."""

from __future__ import annotations

import re
from copy import copy
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from lxml.etree import SubElement

from generator.blocks import Change, Run, Runs
from generator.writers import gb9704
from generator.writers.oxml import XML_SPACE, W, checked_text, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.writers.gb9704 import Profile

BLANK_WIDTH = 4
"""A blank is at least so many full-width spaces wide."""

FULL_WIDTH_SPACE = "\u3000"

# Signs that stand in Latin fonts too (“ ” — … ·): applications take the Latin font for them
# unless the run names the Chinese font for every script.
_SHARED_SIGNS = re.compile(
    "([^\u0000-\u007f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
    "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+)"
)
TWO_FONT_STYLES = frozenset(
    (
        "Normal",
        "BodyText",
        "Heading3",
        "Heading4",
        "DocumentNumber",
        "TableCell",
        "TableCellSmall",
        "TableNote",
        "TableNoteSmall",
        "Colophon",
    )
)
"""Styles that set digits and Latin letters in another font."""

_BLANK_MARKS = " _\u3000"

_R, _R_PR, _R_FONTS, _R_STYLE = W + "r", W + "rPr", W + "rFonts", W + "rStyle"
_T, _VAL, _HINT, _UNDERLINE, _BREAK = W + "t", W + "val", W + "hint", W + "u", W + "br"

# Word refuses a file whose paragraph properties stand in another order.
_PROPERTY_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "pBdr",
    "tabs",
    "snapToGrid",
    "spacing",
    "ind",
    "jc",
    "sectPr",
)
_PROPERTY_RANK = {W + name: rank for rank, name in enumerate(_PROPERTY_ORDER)}


def paragraph(style: str, *properties: Element, text: Runs | str = ()) -> Element:
    """Make a paragraph of a style with direct properties (in any order) and text."""
    element = copy(_empty_paragraph(style))
    if properties:
        element[0].extend(sorted(properties, key=lambda item: _PROPERTY_RANK[str(item.tag)]))
    if text:
        add_text(element, text)
    return element


@cache
def _empty_paragraph(style: str) -> Element:
    """Make what is copied for every paragraph of a style: three times as fast as making it."""
    return w("p", w("pPr", w("pStyle", val=style)))


def add_property(element: Element, extra: Element) -> None:
    """Give a finished paragraph one more direct property, in its place."""
    own = element[0]
    rank = _PROPERTY_RANK[str(extra.tag)]
    following = sum(_PROPERTY_RANK[str(item.tag)] < rank for item in own)
    own.insert(following, extra)


def blank_lines(count: int, style: str = "Normal") -> Iterable[Element]:
    """Make empty paragraphs of a style."""
    return (paragraph(style) for _ in range(count))


def add_text(element: Element, text: Runs | str) -> None:
    """Append text to a paragraph; blanks print as underlined full-width spaces.

    Raises:
        ValueError: the text has a character that does not print.
    """
    two_fonts = element[0][0].get(_VAL) in TWO_FONT_STYLES
    for run in (Run(text),) if isinstance(text, str) else text:
        content = checked_text(run.text)
        if run.blank:
            SubElement(_add_run(element, _blank_text(content)), _UNDERLINE).set(_VAL, "single")
        elif run.change is Change.ADDED:
            add_one_font(element, content, gb9704.EMPHASIS_FONT.value)
            element[-1][0].append(w("b"))
        elif run.change is Change.REMOVED:
            _add_run(element, content).append(w("strike"))
        elif two_fonts:
            _add_stretches(element, content)
        elif content:
            _add_run(element, content)


def add_one_font(element: Element, text: str, font: str) -> None:
    """Append text in one font for every script, whatever the style says."""
    fonts = _add_run(element, checked_text(text))[-1]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(W + script, font)


def add_tab(element: Element) -> None:
    """Append a tab."""
    SubElement(SubElement(element, _R), W + "tab")


def add_line_break(element: Element) -> None:
    """Append a line break inside the paragraph."""
    SubElement(SubElement(element, _R), _BREAK)


def _add_stretches(element: Element, text: str) -> None:
    """Append text whose Chinese and Latin fonts differ; signs that both hold get the Chinese."""
    for index, stretch in enumerate(_SHARED_SIGNS.split(text)):
        if index % 2:
            _add_run(element, stretch, shared_sign=True)
        elif stretch:
            _fill(SubElement(SubElement(element, _R), _T), stretch)


def _add_run(element: Element, text: str, *, shared_sign: bool = False) -> Element:
    """Append a run that prefers the Chinese font, and give its properties."""
    run = copy(_empty_run(shared_sign))
    _fill(run[1], text)
    element.append(run)
    return run[0]


@cache
def _empty_run(shared_sign: bool) -> Element:  # noqa: FBT001 -- a cache key
    properties = w("rPr", w("rFonts", hint="eastAsia"))
    if shared_sign:
        properties.insert(0, w("rStyle", val="SharedSign"))
    return w("r", properties, w("t"))


def _fill(content: Element, text: str) -> None:
    content.text = text
    if text != text.strip():
        content.set(XML_SPACE, "preserve")


def _blank_text(text: str) -> str:
    shown = text if text.strip(_BLANK_MARKS) else FULL_WIDTH_SPACE * len(text)
    return shown + FULL_WIDTH_SPACE * max(0, BLANK_WIDTH - len(shown))


def printed(content: Runs) -> str:
    """Give the text of runs as it will print, blanks included."""
    return "".join(_blank_text(run.text) if run.blank else run.text for run in content)


def half_widths(text: str) -> int:
    """Estimate the set width in halves of a 汉字: ASCII characters take one, others two."""
    return 2 * len(text) - sum(map(str.isascii, text))


def width_in_characters(text: str) -> Fraction:
    """Estimate the set width in 汉字."""
    return Fraction(half_widths(text), 2)


def indent(profile: Profile, first: int) -> Element:
    """Make a first-line indent in 汉字 of body size.

    Both ways of writing it stand side by side: LibreOffice reads only the twips, Word takes
    the characters, which keep the indent right if the office changes the size.
    """
    return w("ind", firstLineChars=first * 100, firstLine=(profile.character * first).twips)


def margins(
    profile: Profile,
    *,
    left: Fraction | int = 0,
    right: Fraction | int = 0,
    hanging: Fraction | int = 0,
) -> Element:
    """Make indents of a whole paragraph in 汉字 of body size; `left` includes `hanging`."""
    element = w("ind")
    for name, value in (("left", left), ("right", right), ("hanging", hanging)):
        if value:
            element.set(W + name, str((profile.character * Fraction(value)).twips))
    return element
