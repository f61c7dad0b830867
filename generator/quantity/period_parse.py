"""Reading a whole authored value as a period (plan format, section 4)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.quantity.period_forms import value_forms

if TYPE_CHECKING:
    from generator.quantity.period import Period

_NOTE = re.compile(r"([^（(]{1,60})[（(]([^（()）]{1,100})[）)]")
_LONGEST = 60


def parse_period(text: str) -> Period | None:
    """Return the period that the whole of `text` writes, or None.

    A bare 2027 is none, because 到2027年 and 2027年 differ. Brackets at the end are a note.
    """
    return _parsed(str(text))


# The same few periods stand in every plan.
@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period | None:
    """Return what a text writes, as `parse_period` does."""
    value, note = text.strip(), ""
    with_note = _NOTE.fullmatch(value)
    if with_note is not None:
        value, note = with_note[1].rstrip(), with_note[2]
    if not value or len(value) > _LONGEST:
        return None
    for pattern, build in value_forms():
        match = pattern.fullmatch(value)
        if match is not None:
            period = build(match)
            return period and replace(period, text=text, note=note, remarks=remarks_of(value))
    return None


def remarks_of(text: str) -> tuple[str, ...]:
    """Return codes for spellings that are understood but not good form."""
    if "○" not in text and "-" not in text:
        return ()
    checks = (("circle_zero", "○" in text), ("hyphen", "-" in text and "年" in text))
    return tuple(code for code, applies in checks if applies)
