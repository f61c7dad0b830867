"""What tells two names apart: not quotation marks, spaces and the width of brackets."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_LOOSE: Final = str.maketrans({"(": "（", ")": "）", **dict.fromkeys("“”‘’\"'「」 \u3000")})
# the signs that a loose comparison changes or passes over
LOOSE_SIGNS: Final = frozenset(map(chr, _LOOSE))


def loose(name: str) -> str:
    """Strip a name of what does not tell two names apart."""
    return _without_marks(str(name))


@lru_cache(maxsize=4096)
def _without_marks(name: str) -> str:
    return name.translate(_LOOSE)
