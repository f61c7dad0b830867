"""Reading a whole authored value as a quantity (plan format, section 5)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.quantity.assemble import assemble, vague, words_after
from generator.quantity.calendar_scan import is_calendar
from generator.quantity.figure_scan import Figure, scan_figure
from generator.quantity.quantity import Hedge, NoValue, Quantity, Style
from generator.quantity.unit_scan import scan_unit
from generator.quantity.units import DIMENSIONLESS
from generator.quantity.words import BEFORE, BEFORE_BY_FIRST, TAKES_UNIT, VAGUE, Word

_NO_VALUES = frozenset(("-", "－", "—", "–", "——", "无"))
_LONGEST_VALUE = 200
_MOST_WORDS = 6
_MINUS = ("-", "−", "－")
_SPACES = " \u3000\u00a0"


class _Opening(NamedTuple):
    """What the words before a number say, and where they end."""

    words: tuple[Word, ...]
    hedge: Hedge | None
    verb: str
    end: int


def parse_quantity(
    text: str, extra_units: frozenset[str] = frozenset(), *, default_unit: str = ""
) -> Quantity | NoValue | None:
    """Return the quantity that the whole of `text` writes.

    Args:
        text: the value as authored: 原则上不少于10%, 3.2万人, 一批, —.
        extra_units: units of measure that the plan adds to the closed list.
        default_unit: the unit of a table or column, for a number without one: 万元, %, 人.

    Returns:
        The quantity; `NoValue` for ``-``, ``—`` and 无; None if the text is no quantity (a year,
        a version, an unknown unit, an empty value).
    """
    return _parsed(str(text), extra_units, default_unit)


# The same few values (3年, 10%) stand in every plan.
@lru_cache(maxsize=4096)
def _parsed(text: str, extra_units: frozenset[str], default_unit: str) -> Quantity | NoValue | None:
    """Return what a text writes, as `parse_quantity` does."""
    value = text.strip()
    if value in _NO_VALUES:
        return NoValue(value)
    if not value or len(value) > _LONGEST_VALUE:
        return None
    body, note = _without_note(value)
    opening = _opening(body)
    return _vague(text, body, opening, note, extra_units) or _figure(
        text, _with_default_unit(body, opening.end, default_unit), opening, note, extra_units
    )


def _without_note(value: str) -> tuple[str, str]:
    """Split off brackets at the end: 120（新增）. 以上（含） keeps its own."""
    closing = value[-1]
    mark = {"）": "（", ")": "("}.get(closing)
    if mark is None or mark not in value:
        return value, ""
    body, _, note = value[:-1].rpartition(mark)
    # 元/（人·天） ends in brackets that are part of the unit.
    if not body or note == "含" or body[-1] in "/／":
        return value, ""
    return body.rstrip(_SPACES), note


def _opening(body: str) -> _Opening:
    """Read the hedge, the verb and the bounds that come before the number."""
    words: list[Word] = []
    verb = ""
    position = 0
    while len(words) < _MOST_WORDS:
        length = _longest_word(body, position)
        if not length:
            break
        spelled = body[position : position + length]
        word = BEFORE[spelled]
        words.append(word)
        verb += spelled if word.verb else ""
        position += length
        while body[position : position + 1] in tuple(_SPACES):
            position += 1
    hedge = next((word.hedge for word in words if word.hedge is not None), None)
    return _Opening(tuple(words), hedge, verb, position)


def _longest_word(body: str, position: int) -> int:
    """Return the length of the longest known word at `position`, or 0."""
    for length in BEFORE_BY_FIRST.get(body[position : position + 1], ()):
        word = body[position : position + length]
        if word in BEFORE:
            return len(word)
    return 0


def _vague(
    text: str, body: str, opening: _Opening, note: str, extra_units: frozenset[str]
) -> Quantity | None:
    """Return 一批 or 数百名 as an unquantified amount."""
    if not body.startswith(VAGUE, opening.end):
        return None
    word = next(word for word in VAGUE if body.startswith(word, opening.end))
    end = opening.end + len(word)
    unit = None
    if word[0] in TAKES_UNIT:
        unit = scan_unit(body, end, extra_units, digits=False, strict=False)
    if (unit[1] if unit else end) != len(body):
        return None
    return vague(
        word,
        text=text,
        unit=unit[0] if unit else DIMENSIONLESS,
        hedge=opening.hedge,
        verb=opening.verb,
        note=note,
    )


def _with_default_unit(body: str, start: int, default_unit: str) -> str:
    """Put the unit of the column behind a number that has none."""
    if not default_unit:
        return body
    # A bare 月 behind a number is a month of the calendar.
    default_unit = "个月" if default_unit == "月" else default_unit
    figure = scan_figure(body, start, strict=False)
    has_unit = figure is None or figure.style is not Style.NUMBER or figure.unit != DIMENSIONLESS
    return (
        body
        if has_unit or figure is None
        else (body[: figure.end] + default_unit + body[figure.end :])
    )


def _figure(
    text: str, body: str, opening: _Opening, note: str, extra_units: frozenset[str]
) -> Quantity | None:
    """Return the quantity of a figure that fills the value up to its end."""
    if is_calendar(body, opening.end):
        return None
    is_negative = body.startswith(_MINUS, opening.end)
    figure = scan_figure(body, opening.end + is_negative, extra_units, strict=False)
    if figure is None:
        return None
    following, end = words_after(body, figure)
    if end != len(body):
        return None
    if is_negative:
        figure = _negative(figure)
    return assemble(
        figure,
        (*opening.words, *following),
        text=text,
        hedge=opening.hedge,
        verb=opening.verb,
        note=note,
    )


def _negative(figure: Figure) -> Figure:
    """Return the figure below zero."""
    return figure._replace(numbers=tuple(-number for number in reversed(figure.numbers)))
