"""Text in pictures: how wide it is, and where its lines break."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# numbers and foreign words stay whole; marks go with what they close or open; a short remark in
# brackets stays on one line
_PIECE: Final = re.compile(
    r"(?:（[^（）]{1,12}）|[《（“‘【〔]*(?:[0-9A-Za-z.%‰+<>=≥≤/-]+|.))"
    r"(?:[，。；：！？、）》”’】〕]|[—–…])*",
    re.DOTALL,
)
_WIDE: Final = "WFA"
"""East Asian widths that a Chinese font sets on a full square; “ and ” are of the kind A."""


def text_width(text: str, size: int) -> int:
    """Give the width of a line of text, in the unit of its size, rounded up.

    A character of a Chinese font is as wide as the size; one of a Latin font is taken at 3/5,
    which no common digit or letter exceeds by much.
    """
    fifths = sum(5 if unicodedata.east_asian_width(one) in _WIDE else 3 for one in text)
    return -(-fifths * size // 5)


def lines_of(text: str, size: int, width: int) -> tuple[str, ...]:
    """Break text into lines of at most a width, none beginning with a closing mark.

    A piece that is itself too wide is cut.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, width):
        if line and text_width(line + piece, size) > width:
            lines.append(line)
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, size: int, width: int) -> list[str]:
    pieces: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        whole = text_width(piece, size) <= width
        pieces += [piece] if whole else list(piece)
    return pieces
