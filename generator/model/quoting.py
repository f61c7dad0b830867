"""Authored text as messages quote it."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 40


def brief(text: str) -> str:
    """Give a text as a message quotes it: about 40 characters at most."""
    written = " ".join(str(text).split("\n"))
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"
