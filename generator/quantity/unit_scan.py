"""Reading a unit out of text, rates such as 元/人/天 included."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.quantity.unit_table import LENGTHS_BY_FIRST, LONGEST_SPELLING, SCALES, SPELLINGS
from generator.quantity.units import Unit

if TYPE_CHECKING:
    from generator.quantity.unit_table import UnitEntry

_STROKES = "/／"
_DOTS = "·•・"
_MOST_FACTORS = 4


def scan_unit(
    text: str,
    start: int,
    extra_units: frozenset[str] = frozenset(),
    *,
    digits: bool = True,
    strict: bool = True,
) -> tuple[Unit, int] | None:
    """Return the unit that begins at `start` and where it ends, or None.

    Args:
        text: any text.
        start: where the number before the unit ended.
        extra_units: units of measure that the plan adds to the closed list.
        digits: whether the number was written in 0-9 (in prose 5分 is a mark, 十分 is not).
        strict: whether a unit that is the beginning of a longer word does not count (10期间).
    """
    first = _scan_name(text, start, extra_units, digits=digits, strict=strict)
    if first is None:
        return None
    name, end = first
    if end < len(text) and text[end] in _STROKES:
        below, end = _scan_below(text, end, extra_units)
        return _unit(name, below), end
    return _unit(name, ()), end


@cache
def _unit(name: str, below: tuple[str, ...]) -> Unit:
    """Return a unit; the few that occur are kept."""
    unit = Unit.of(name)
    for part in below:
        unit = unit / Unit.of(part)
    return unit


def _scan_name(
    text: str, start: int, extra_units: frozenset[str], *, digits: bool, strict: bool
) -> tuple[str, int] | None:
    """Return the longest unit name at `start`; a plan's own units come first."""
    if extra_units:
        for length in range(min(max(map(len, extra_units)), len(text) - start), 0, -1):
            if text[start : start + length] in extra_units:
                return text[start : start + length], start + length
    for length in LENGTHS_BY_FIRST.get(text[start : start + 1], ()):
        end = start + length
        entry = SPELLINGS.get(text[start:end])
        if entry is None or end > len(text):
            continue
        if entry.below_only or (entry.digits_only and not digits and strict):
            continue
        if strict and _is_inside_word(text, end, entry):
            continue
        return entry.name, end
    return None


def _is_inside_word(text: str, end: int, entry: UnitEntry) -> bool:
    """Whether what follows makes the unit the beginning of a longer word."""
    return (
        end < len(text) and text[end] in entry.not_before and not text.startswith(entry.unless, end)
    )


def _scan_below(text: str, start: int, extra_units: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """Return the units after the strokes from `start` on, and where they end."""
    names: list[str] = []
    end = start
    while len(names) < _MOST_FACTORS and end < len(text):
        opening = _opening(text, end, inside=bool(names))
        if not opening:
            break
        found = _below_name(text, end + opening, extra_units)
        if found is None:
            break
        names.append(found[0])
        end = found[1]
    if end < len(text) and text[end] in ")）" and text[start + 1 : start + 2] in ("(", "（"):
        end += 1
    return tuple(names), end


def _opening(text: str, position: int, *, inside: bool) -> int:
    """Return how many characters lead to the next unit below the stroke, or 0."""
    if text[position] in _STROKES:
        return 2 if text[position + 1 : position + 2] in ("(", "（") else 1
    return 1 if inside and text[position] in _DOTS else 0


def _below_name(text: str, start: int, extra_units: frozenset[str]) -> tuple[str, int] | None:
    """Return the longest unit name at `start`, those used only below a stroke included.

    万人, 千人口 and 亿元 are such names too.
    """
    scale = next((word for word in SCALES if text.startswith(word, start)), "")
    found = _name_without_scale(text, start + len(scale), extra_units)
    if found is None or not scale:
        return found
    name, end = found
    return scale + name, end + text.startswith("口", end) * (name == "人")


def _name_without_scale(
    text: str, start: int, extra_units: frozenset[str]
) -> tuple[str, int] | None:
    longest = max(LONGEST_SPELLING, *map(len, extra_units), 0)
    for length in range(min(longest, len(text) - start), 0, -1):
        word = text[start : start + length]
        if word in extra_units:
            return word, start + length
        entry = SPELLINGS.get(word)
        if entry is not None:
            return entry.name, start + length
    return None


def scan_subject(text: str, extra_units: frozenset[str] = frozenset()) -> Unit | None:
    """Return the unit that 每名教师, 每个县 or 每万人 begins with, or None."""
    if not text.startswith("每"):
        return None
    found = scan_unit(text, 1, extra_units) or _below_name(text, 1, extra_units)
    if found is None:
        return None
    name = found[0]
    return name if isinstance(name, Unit) else Unit.of(name)


def parse_unit(text: str, extra_units: frozenset[str] = frozenset()) -> Unit | None:
    """Return the unit that the whole of `text` names (元/人/天, 学时), or None.

    万元 and % are a scale and a share, not units: give them as `default_unit` when parsing.
    """
    found = scan_unit(text, 0, extra_units, strict=False)
    return found[0] if found is not None and found[1] == len(text) else None
