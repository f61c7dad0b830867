"""Words as a page shows them: what stays on one line, where a line may break, marks of formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

_ON_ONE_LINE: Final = re.compile(r"[12]\d{3}[—–―~～-]{1,2}[12]\d{3}年?|[〔\[][12]\d{3}[〕\]]\d+号")
"""A period of years (2023—2027年); year and number of a document (〔2022〕10号)."""
_REMARK: Final = re.compile(r"（[^（）]{1,12}）$")
_WORDS_FIRST: Final = re.compile(r"([^0-9]{2,})([0-9].*)", re.DOTALL)
_AROUND_BRACKETS: Final = re.compile(" *([（）]) *")
_OPERATORS: Final = (("<=", "≤"), (">=", "≥"))
_INNER_MARKS: Final = {"“": "‘", "”": "’"}


def unbroken(text: object) -> Markup:
    """Escape a text and keep periods of years and the numbers of documents on one line."""
    return _within(str(text), _ON_ONE_LINE)


def remark_unbroken(text: object) -> Markup:
    """Escape a name and keep the short remark in brackets at its end on one line: （到2027年）."""
    return _within(str(text), _REMARK)


def _within(text: str, pattern: re.Pattern[str]) -> Markup:
    escaped = str(escape(text))
    return Markup(pattern.sub(r'<span class="unbroken">\g<0></span>', escaped))  # noqa: S704  # escaped above


def figure_words(text: object) -> Markup:
    """Escape a figure, which may break between its words and its number: 不少于 and 120学时."""
    match = _WORDS_FIRST.fullmatch(str(text))
    return Markup("{}<wbr>{}").format(*match.groups()) if match else escape(text)


def said(text: object) -> str:
    """Set a message or a working as print does.

    Signs of comparison as one character, no space beside full-width brackets, and ‘ ’ inside
    “ ” (GB/T 15834, 4.8).
    """
    words = _AROUND_BRACKETS.sub(r"\1", str(text))
    for typed, printed in _OPERATORS:
        words = words.replace(typed, printed)
    return _with_inner_marks(words)


def _with_inner_marks(text: str) -> str:
    """Write “…” inside “…” as ‘…’; a text whose marks do not pair stays as it is."""
    depth = 0
    found: list[str] = []
    for character in text:
        depth -= character == "”"
        if depth < 0:
            return text
        found.append(_INNER_MARKS.get(character, character) if depth else character)
        depth += character == "“"
    return text if depth else "".join(found)


FILTERS: Final[dict[str, Callable[[object], str]]] = {
    "unbroken": unbroken,
    "remark_unbroken": remark_unbroken,
    "figure_words": figure_words,
    "said": said,
}
"""The filters of the templates, by name."""
