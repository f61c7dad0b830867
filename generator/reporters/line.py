"""Lines of a report: stretches of text, each with its role, coloured or not by who prints them."""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(Enum):
    """What a stretch of text is, so that a terminal can set it off."""

    PLAIN = "plain"
    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    WAIVED = "waived"
    GUTTER = "gutter"
    RELATED = "related"
    HINT = "hint"


class Stretch(NamedTuple):
    """Text in one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Stretch, ...]


def printable(text: str) -> str:
    """Replace what a terminal would obey or cannot show; a tab becomes one space."""
    return "".join(_printable_character(character) for character in text)


def _printable_character(character: str) -> str:
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character


def plain_text(lines: Iterable[Line]) -> str:
    """Join lines without their roles; every line ends with a line end."""
    return "".join(f"{''.join(stretch.text for stretch in line)}\n" for line in lines)
