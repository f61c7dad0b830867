"""Text as searches compare it, and the pieces of it that the search index lists.

The script of the search page does the same in the browser: assets/search.js.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add
from typing import Final

_HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
_DASHES: Final = "‐‒–—―−~〜"
_QUOTES: Final = "“”‘’\"'「」『』《》〈〉"
_ALIKE: Final = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_QUOTES, ""), "∶": ":"}
)
_SPACE_AT_HAN: Final = re.compile(rf"(?<=[{_HAN}])\s+|\s+(?=[{_HAN}])")
_SPACES: Final = re.compile(r"\s+")
_THOUSANDS: Final = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_DECIMAL: Final = "[0-9]+(?:[.][0-9]+)*"
_SEGMENT: Final = re.compile(rf"(?:{_DECIMAL}|[a-z{_HAN}])+")
_UNIT: Final = re.compile(rf"{_DECIMAL}|[a-z{_HAN}]")
_DIGITS: Final = re.compile("[0-9]")


def folded(text: str) -> str:
    """Reduce a text to what counts in a search.

    Full-width letters and digits become half-width, capitals small, all dashes one; quotation
    marks, spaces beside 汉字 and the commas of thousands go.
    """
    alike = unicodedata.normalize("NFKC", text).lower().translate(_ALIKE)
    spaced = _SPACES.sub(" ", _SPACE_AT_HAN.sub("", alike)).strip()
    return _THOUSANDS.sub("", spaced)


def grams(folded_text: str) -> set[str]:
    """Cut a folded text into pairs of neighbours and numbers.

    A number is one unit whatever its length, a letter or 汉字 is one each: 至少60个 gives 至少,
    少60, 60个 and 60.
    """
    found: set[str] = set()
    for segment in _SEGMENT.findall(folded_text):
        if _DIGITS.search(segment):
            units = _UNIT.findall(segment)
            found.update(unit for unit in units if unit[0] in "0123456789")
            found.update(map(add, units, units[1:]))
        else:
            found.update(map(add, segment, segment[1:]))
    return found
