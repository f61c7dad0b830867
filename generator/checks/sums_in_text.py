"""Totals and their parts in one sentence: 2400万元，其中……; ……5座、……7座，共12座."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.quantity import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.alignment import Bound
    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number

_SENTENCE: Final = re.compile("[^。；！？\n]+")
_WHICH: Final = re.compile("[，：（]其中")
# without one of these no sentence has a total
_SIGN: Final = re.compile("其中|共|[合总]计")
_TOTAL: Final = re.compile("(?:共计|合计|总计|总共|一共|共)(?:有|为|是|投入|安排|建设|需)?$")
# 共新建, 共完成; 公共 and 共同 are other words, and what 共惠及 counts is another thing
_DONE: Final = re.compile(
    "(?<!公)共(?!同|享|性|治|产|青)"
    "(?!覆盖|惠及|服务|涉及|辐射|带动|受益|培训|吸引|吸纳|接待|容纳|节约|撬动|实现|产生|减少)"
    "[\u4e00-\u9fff]{2}$"
)
# rates, comparisons and other subjects: what follows is no part of the total
_CUT: Final = re.compile("其中|[每各均另并还比占超（(]|此外|同时|增加|增长|减少|下降|提高|第")
_NOUN: Final = re.compile("[\u4e00-\u9fff]{0,2}")
_FAR: Final = 16
_NEAR: Final = 8
_FEWEST: Final = 2
# these add up whatever they are of; two kinds of things do not
_ADDS_UP: Final = frozenset(("元", "平方米", "米", "千克", "立方米", "千瓦", "千瓦时"))
_TIMES: Final = ("月", "天")
_PERSONS: Final = "人"


class Term(NamedTuple):
    """A number of a sentence, and the target that it states, if any."""

    number: Number
    bound: Bound | None


class Sum(NamedTuple):
    """A total and parts of it.

    Attributes:
        reading: what they stand in.
        total: the total.
        parts: its parts, in the order of the text.
        is_behind: the total follows its parts, which are all of them; after 其中 some may not
            be named, and persons and things may count in two parts.
        is_whole: the parts go on to the end of the sentence, without 等.
    """

    reading: Reading
    total: Term
    parts: tuple[Term, ...]
    is_behind: bool
    is_whole: bool = True

    @property
    def is_by_year(self) -> bool:
        """Whether the parts follow one another in time, so that nothing counts twice."""
        periods = [term.number.period for term in self.parts]
        return None not in periods and len(set(periods)) == len(periods)

    @property
    def adds_up(self) -> bool:
        """Whether parts seldom count twice: one year after the other, money, areas, lengths.

        Even these may overlap: roads by class and by surface.
        """
        return self.is_by_year or _kind(self.total.number) in _ADDS_UP


def sums_in(reading: Reading) -> Iterator[Sum]:
    """Find the totals of a paragraph that name their parts in the same sentence."""
    if len(reading.numbers) < _FEWEST or not _SIGN.search(reading.plain):
        return
    terms = [Term(*pair) for pair in zip(reading.numbers, reading.bound, strict=True)]
    position = 0
    for sentence in _SENTENCE.finditer(reading.plain):
        own: list[Term] = []
        while position < len(terms) and terms[position].number.start < sentence.end():
            own.append(terms[position])
            position += 1
        if len(own) >= _FEWEST:
            yield from _which(reading, sentence, own)
            yield from _behind(reading, sentence, own)


def _which(reading: Reading, sentence: re.Match[str], own: list[Term]) -> Iterator[Sum]:
    """Read 总数，其中甲……、乙……."""
    marks = [*_WHICH.finditer(reading.plain, *sentence.span())]
    edges = [*(mark.start() for mark in marks), sentence.end()]
    for mark, edge in zip(marks, edges[1:], strict=True):
        before = [term for term in own if term.number.end <= mark.start()]
        if not before or mark.start() - before[-1].number.end > _FAR:
            continue
        total = before[-1]
        cut = _CUT.search(reading.plain, mark.end(), edge)
        end = cut.start() if cut else edge
        after = [term for term in own if mark.end() <= term.number.start and term.number.end <= end]
        parts = _parts(reading, total, after)
        closed = cut is None and edge == sentence.end()
        if parts:
            is_whole = closed and not reading.plain.endswith("等", 0, edge)
            yield Sum(reading, total, parts, is_behind=False, is_whole=is_whole)


def _behind(reading: Reading, sentence: re.Match[str], own: list[Term]) -> Iterator[Sum]:
    """Read 甲……、乙……，共……."""
    plain = reading.plain
    for at, total in enumerate(own[1:], start=1):
        start = total.number.start
        near = max(sentence.start(), start - _NEAR)
        is_any_verb = not _TOTAL.search(plain, near, start)
        if is_any_verb and not _DONE.search(plain, near, start):
            continue
        # 三年共新建 says how long, and is no part
        is_other = not _is_time(total)
        before = [term for term in own[:at] if not (is_other and _is_time(term))]
        is_near = bool(before) and start - before[-1].number.end <= _NEAR
        if not is_near or _CUT.search(plain, sentence.start(), start):
            continue
        # 共覆盖20个乡镇 counts another thing than 3个、5个
        if is_any_verb and not _is_counted_before(reading, total, before):
            continue
        parts = _parts(reading, total, before)
        if len(parts) == len(before) >= _FEWEST:
            yield Sum(reading, total, parts, is_behind=True)


def _is_counted_before(reading: Reading, total: Term, before: Sequence[Term]) -> bool:
    nouns = {"", *(_noun(reading, term.number) for term in before)}
    return _noun(reading, total.number) in nouns


def _parts(reading: Reading, total: Term, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Keep what can be part of a total; none if a figure is one of a date (到2025年5座)."""
    if not _can_be_summed(total.number):
        return ()
    kind = kind_of(total.number.quantity)
    parts = [term for term in terms if kind_of(term.number.quantity) == kind]
    parts = [term for term in parts if _can_be_summed(term.number)]
    first = min([total.number.start, *(term.number.start for term in parts)])
    if len(parts) > 1 and any(_is_by(term.number, first) for term in parts):
        return ()
    if _kind(total.number) not in (*_ADDS_UP, _PERSONS):
        nouns = {_noun(reading, term.number) for term in parts} - {""}
        if nouns - {_noun(reading, total.number)}:
            return ()
    return tuple(parts)


def _can_be_summed(number: Number) -> bool:
    quantity = number.quantity
    has_unit = bool(quantity.unit.factors) and all(power == 1 for _, power in quantity.unit.factors)
    is_none = quantity.vague or quantity.is_share or quantity.pair or number.in_quotes
    return has_unit and not is_none


def _is_by(number: Number, first: int) -> bool:
    """Whether a number is one of a date that stands beside it, not before the whole sum."""
    heading = number.heading
    return (
        heading is not None
        and heading.start >= first - _NEAR
        and heading.period.kind is PeriodKind.BY
    )


def _is_time(term: Term) -> bool:
    return _kind(term.number) in _TIMES


def _kind(number: Number) -> str:
    dimension = number.quantity.unit.dimension
    return dimension[0][0] if len(dimension) == 1 else ""


def _noun(reading: Reading, number: Number) -> str:
    """Give the characters behind a number: 12个 | 乡镇; none where a sign follows."""
    match = _NOUN.match(reading.plain, number.end)
    return match.group() if match else ""
