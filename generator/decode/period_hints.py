"""What to write for a period that cannot be read."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.quantity import parse_period

_YEARS: Final = re.compile(r"(\d{4})年?\s*[—–~～至-]+\s*(\d{4})(年?)")
_DAY: Final = re.compile(r"(\d{4})[年./-](\d{1,2})(?:[月./-](\d{1,2})日?|月)")

_COLON: Final = re.compile("[：:]")


def period_colon_hint(text: str) -> str:
    """Give the cure for a period and its figure that a mistyped colon made one text, or ""."""
    period, *rest = (part.strip() for part in _COLON.split(text, maxsplit=1))
    if not rest or not rest[0] or not parse_period(period):
        return ""
    written = f"“{period}: {rest[0]}”"
    return f"时期后的冒号用半角，冒号后空一格，在“figures”（数值）之下单独一行写成{written}"


def period_hint(text: str, otherwise: str) -> str:
    """Give the cure for a text that is no period: for years the wrong way round, for 2月30日."""
    years = _YEARS.fullmatch(text.strip())
    if years and years.group(1) > years.group(2):
        return f"起止年份写反了，写成“{years.group(2)}—{years.group(1)}年”"
    if years and not years.group(3):
        return f"末尾加“年”，写成“{years.group(1)}—{years.group(2)}年”"
    day = _DAY.search(text)
    if day:
        return _day_hint(day) or otherwise
    return otherwise


def _day_hint(found: re.Match[str]) -> str:
    year, month, day = (int(part) if part else 1 for part in found.groups())
    written = f"{year}年{month}月" + (f"{day}日" if found.group(3) else "")
    try:
        date(year, month, day)
    except ValueError:
        return f"没有“{written}”这一天，核对月和日" if found.group(3) else "月份只有1至12月"
    return ""
