"""Finding every quantity in a sentence of prose."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.quantity.assemble import assemble, vague, words_after
from generator.quantity.calendar_scan import AFTER_CALENDAR, calendar_end
from generator.quantity.figure_scan import Figure, scan_figure
from generator.quantity.numerals import CHINESE_NUMERALS
from generator.quantity.prose_filters import (
    ENDS_IN_ONE,
    is_article,
    is_clock,
    is_inside_word,
    is_quoted_name,
    is_rank,
)
from generator.quantity.prose_words import Clauses, is_limit, words_before
from generator.quantity.quantity import Style
from generator.quantity.unit_scan import scan_unit
from generator.quantity.units import DIMENSIONLESS, Unit
from generator.quantity.words import BEFORE, TAKES_UNIT, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.quantity.quantity import Quantity


class Mention(NamedTuple):
    """A quantity in prose.

    Attributes:
        start: index of its first character, bound words included.
        end: index after its last character.
        quantity: what it says; the hedge may stand elsewhere in the clause.
        in_quotes: it stands inside quotation marks, as in “三个课堂”.
    """

    start: int
    end: int
    quantity: Quantity
    in_quotes: bool = False


def find_quantities(text: str, extra_units: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return every quantity in a sentence or paragraph, in order, in linear time.

    Years, dates, ordinals (第一年), versions (2.0), document numbers, names without a unit
    (“5323”) and words such as 统一 and 一支 are none. Count claims (五个模块, 十项工程) are
    mentions: the caller decides what they count.
    """
    first = CANDIDATE.search(text)
    return tuple(_scan(text, extra_units, first.start())) if first else ()


# Where a quantity may begin; runs are taken whole, so no character is tried twice. One set of
# characters at the front lets the engine pass over all others in its fastest way.
CANDIDATE = re.compile(
    f"[0-9０-９{CHINESE_NUMERALS}若大成数几上半过](?:"
    f"(?<=[0-9０-９])[0-9０-９]*+|(?<=[{CHINESE_NUMERALS}])[{CHINESE_NUMERALS}]*+|"
    "(?<=若)干|(?<=大)批|(?<=成)千上万|(?<=数)以[百千万]计|(?<=[数几])十|(?<=[数几上])[百千万]|"
    "(?<=半)(?=[年天日数])|(?<=过)半数?)"
)
_VAGUE_AFTER_ONE = ("一大批", "一批", "一系列")
_LINKS = frozenset("、—-–至和及")
_FIGURES = frozenset("0123456789０１２３４５６７８９" + CHINESE_NUMERALS)
_NOT_BATCH = frozenset("准评复示转发量次")
_NOT_BEFORE_HALF = tuple("上下前后大多")
_DAY = Unit.of("日").factors
_HALF = Figure(
    (Fraction(1, 2),),
    DIMENSIONLESS,
    end=0,
    step=Fraction(0),
    scale=1,
    style=Style.FRACTION,
    is_exact=True,
    is_over=False,
    has_digits=False,
)


class _Scan(NamedTuple):
    """What a search needs to know at each candidate."""

    text: str
    extra_units: frozenset[str]
    clauses: Clauses


def _scan(text: str, extra_units: frozenset[str], position: int) -> Iterator[Mention]:
    """Yield the mentions from left to right, none of which begins before `position`."""
    scan = _Scan(text, extra_units, Clauses(text))
    floor = 0
    ordinal_end = -1
    while (candidate := CANDIDATE.search(text, position)) is not None:
        start, position = candidate.span()
        if text[position : position + 1] in AFTER_CALENDAR:
            end = calendar_end(text, start)
            if end > start:
                position = end
                continue
        if _is_ordinal(text, start, ordinal_end):
            ordinal_end = position
            continue
        start = _skip_one(text, start)
        if start == position or is_inside_word(text, start):
            continue
        scan.clauses.move_to(start)
        mention = _mention(scan, start, text[start:position], floor)
        if mention is not None:
            yield mention
            position = floor = mention.end


def _is_ordinal(text: str, start: int, last_end: int) -> bool:
    """Whether the number is 一 of 第一年 or 二 of 第一、二批."""
    before = text[start - 1] if start else ""
    return before == "第" or (start - 1 == last_end and before in _LINKS)


def _skip_one(text: str, start: int) -> int:
    """Return the start without a 一 that ends the word before it (统一三个标准)."""
    is_word_end = text[start] == "一" and start > 0 and text[start - 1] in ENDS_IN_ONE
    return start + 1 if is_word_end else start


def _mention(scan: _Scan, start: int, run: str, floor: int) -> Mention | None:
    """Return the quantity that begins at a candidate, or None."""
    if run[0] not in _FIGURES:
        return _half_or_vague(scan, start, run, floor)
    text = scan.text
    if run[0] == "一" and text.startswith(_VAGUE_AFTER_ONE, start):
        word = next(word for word in _VAGUE_AFTER_ONE if text.startswith(word, start))
        return _vague(scan, start, word)
    figure = scan_figure(text, start, scan.extra_units)
    if figure is None or _is_other(text, start, figure):
        return None
    is_bare = figure.style is Style.NUMBER and figure.unit.is_dimensionless
    if is_bare and not figure.has_digits:
        return None
    before, begin = words_before(text, start, floor, scan.clauses.start, figure.style)
    # a bound makes a quantity even of a bare 50 and of 一个
    if not is_limit(before) and (is_bare or is_article(text, start, run, figure)):
        return None
    return _finish(scan, begin, before, figure)


def _finish(scan: _Scan, begin: int, before: list[Word], figure: Figure) -> Mention | None:
    """Add the words after the figure and make the mention."""
    after, end = words_after(scan.text, figure)
    words = before + after
    if figure.unit.factors == _DAY and not is_limit(words):
        return None
    hedge = scan.clauses.hedge
    if words:
        hedge = next((word.hedge for word in words if word.hedge is not None), hedge)
    quantity = assemble(figure, words, text=scan.text[begin:end], hedge=hedge)
    return Mention(begin, end, quantity, scan.clauses.is_quoted)


def _is_other(text: str, start: int, figure: Figure) -> bool:
    """Whether the figure is a rank, a name, a time of day or a number before a colon."""
    return (
        is_rank(figure, text)
        or is_quoted_name(text, start, figure)
        or (figure.style is Style.PAIR and _is_no_ratio(text, start, figure))
    )


def _is_no_ratio(text: str, start: int, figure: Figure) -> bool:
    """Whether a pair is a time of day, or a number before a colon."""
    return is_clock(text, start) or scan_unit(text, figure.end) is not None


def _half_or_vague(scan: _Scan, start: int, run: str, floor: int) -> Mention | None:
    """Return 半年, 半数以上, 过半 or a vague amount."""
    if run.startswith("过半"):
        return _more_than_half(scan, start, run)
    if run != "半":
        return _vague(scan, start, run)
    if scan.text[start - 1 : start] in _NOT_BEFORE_HALF:
        return None
    figure = scan_figure(scan.text, start, scan.extra_units)
    if figure is None or (figure.unit.is_dimensionless and figure.style is Style.NUMBER):
        return None
    before, begin = words_before(scan.text, start, floor, scan.clauses.start, figure.style)
    return _finish(scan, begin, before, figure)


def _more_than_half(scan: _Scan, start: int, run: str) -> Mention | None:
    """Return 过半 as more than one half."""
    if scan.text[start - 1 : start] in ("超", "走"):
        return None
    text = scan.text[start : start + len(run)]
    quantity = assemble(_HALF, [BEFORE["超过"]], text=text, hedge=scan.clauses.hedge)
    return Mention(start, start + len(run), quantity, scan.clauses.is_quoted)


def _vague(scan: _Scan, start: int, word: str) -> Mention | None:
    """Return 一批, 若干 or 数百名 as an unquantified amount."""
    end = start + len(word)
    is_instruction = scan.text[end : end + 1] in _NOT_BATCH
    if word.endswith("批") and is_instruction and not scan.text.startswith("示范", end):
        return None
    unit = None
    if word[0] in TAKES_UNIT:
        while scan.text[end : end + 1] in ("万", "亿"):
            end += 1
        unit = scan_unit(scan.text, end, scan.extra_units, digits=False)
        if unit is None and word != "若干":
            return None
    end = unit[1] if unit else end
    quantity = vague(
        word,
        text=scan.text[start:end],
        unit=unit[0] if unit else DIMENSIONLESS,
        hedge=scan.clauses.hedge,
    )
    return Mention(start, end, quantity, scan.clauses.is_quoted)
