"""The styles of an office's DOCX: what each comes to, with all that it takes over."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.writers.lengths import Length, pt
from generator.writers.oxml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_HALF: Final = Fraction(1, 2)
_TWENTIETH: Final = Fraction(1, 20)
_USUAL_SIZE: Final = pt(10)
"""Where no size is given at all."""


class OfficeStyle(NamedTuple):
    """How the characters of a style look in the file.

    Attributes:
        font: font of 汉字, "" if none is named.
        latin: font of digits and Latin letters, "" if none is named.
        theme: whether a font comes from the theme, where names do not count.
        size: font size.
        bold: whether it is bold.
        color: RRGGBB.
        line: exact distance of lines, or None if it is not exact.
    """

    font: str
    latin: str
    theme: bool
    size: Length
    bold: bool
    color: str
    line: Length | None


class OfficeStyles:
    """The paragraph styles of a file by name; case does not count, as WPS writes Heading 1."""

    def __init__(self, root: Element) -> None:
        """Take the part styles.xml."""
        self._by_id = {str(one.get(W + "styleId")): one for one in root.iter(W + "style")}
        self._by_name = {
            _value(one, "name").casefold(): one
            for one in root.iter(W + "style")
            if one.get(W + "type") == "paragraph"
        }
        self._defaults = root.find(f"{W}docDefaults")

    def find(self, name: str) -> OfficeStyle | None:
        """Give what the style of a name comes to."""
        style = self._by_name.get(name.casefold())
        return None if style is None else self._effective(style)

    def _effective(self, style: Element) -> OfficeStyle:
        fonts = self._first(style, f"{W}rPr/{W}rFonts", "eastAsia", "eastAsiaTheme")
        latin = self._first(style, f"{W}rPr/{W}rFonts", "ascii", "asciiTheme")
        size = self._first(style, f"{W}rPr/{W}sz", "val")
        bold = self._first(style, f"{W}rPr/{W}b")
        color = self._first(style, f"{W}rPr/{W}color", "val")
        spacing = self._first(style, f"{W}pPr/{W}spacing", "line")
        exact = spacing is not None and spacing.get(W + "lineRule") == "exact"
        return OfficeStyle(
            font=_attribute(fonts, "eastAsia"),
            latin=_attribute(latin, "ascii"),
            theme=bool(_attribute(fonts, "eastAsiaTheme") or _attribute(latin, "asciiTheme")),
            size=_half_points(_attribute(size, "val")) if size is not None else _USUAL_SIZE,
            bold=bold is not None and bold.get(W + "val") not in ("0", "false", "off"),
            color=_rgb(_attribute(color, "val")),
            line=_twips(_attribute(spacing, "line")) if exact else None,
        )

    def _first(self, style: Element, path: str, *attributes: str) -> Element | None:
        """Find an element with one of the attributes in the style or in what it is based on."""
        for owner in self._chain(style):
            found = owner.find(path)
            if found is not None and (
                not attributes or any(found.get(W + name) for name in attributes)
            ):
                return found
        return None

    def _chain(self, style: Element) -> Iterator[Element]:
        seen: set[Element] = set()
        current: Element | None = style
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self._by_id.get(_value(current, "basedOn"))
        if self._defaults is not None:
            yield from self._defaults


def _value(element: Element, tag: str) -> str:
    return _attribute(element.find(W + tag), "val")


def _attribute(element: Element | None, name: str) -> str:
    return "" if element is None else str(element.get(W + name) or "")


def _half_points(text: str) -> Length:
    return pt(int(text)) * _HALF if text.isdecimal() else _USUAL_SIZE


def _twips(text: str) -> Length | None:
    return pt(int(text)) * _TWENTIETH if text.isdecimal() else None


def _rgb(text: str) -> str:
    return "000000" if text in ("", "auto") else text.upper()
