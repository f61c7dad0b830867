"""What is known of every figure that a document prints: bound, matched, counted, label or none."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.announced import announced
from generator.checks.catalogue import catalogue
from generator.checks.claim_phrases import repeats
from generator.checks.deadlines import whole_years
from generator.checks.enumerations import enumerations
from generator.checks.likeness import common
from generator.checks.readings import readings
from generator.checks.speaking import spoken_of
from generator.checks.stretches import Stretches
from generator.checks.text_numbers import mentions_in, periods_in
from generator.quantity import Quantity, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.catalogue import Catalogue, Named
    from generator.checks.readings import Reading
    from generator.checks.speaking import Tie
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan
    from generator.source import Place
    from generator.text import Text

_STOP: Final = re.compile("[，。；：！？\n]")
_DIGIT: Final = "[0-9０-９]"
# a search for one digit and then more is faster than one for digits, and finds the same
_DIGITS: Final = re.compile(f"{_DIGIT}{_DIGIT}*(?:[.．]{_DIGIT}+)*")
_TITLE: Final = re.compile("《[^》]*》|〔[^〕]*〕")
_VERSION: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})+")
_AGES: Final = ("岁", "周岁")
_FEWEST_COMMON: Final = 2
# what stands before and after digits that are no quantity
_NAMED_BY: Final = tuple(
    (re.compile(ahead), re.compile(behind), reason)
    for ahead, behind, reason in (
        ("〕$", "号", "文号"),
        ("[第表图附件章节条款]$", "", "序号"),
        ("[A-Za-z+＋“‘.·-]$", "", "名称"),
        ("", "[A-Za-z+＋”’]", "名称"),
        ("[（(]$|^$", "[)）.．、]", "序号"),
        ("", "[年月日号时点:：]|世纪", "日期"),
        ("[—–~～至/-]$", "", "序号"),
    )
)


class FigureState(StrEnum):
    """What is known of a figure."""

    BOUND = "bound"
    MATCHED = "matched"
    LABEL = "label"
    COUNTED = "counted"
    UNACCOUNTED = "unaccounted"

    @property
    def word(self) -> str:
        """The word that drafters read."""
        return _STATE_WORDS[self]


_STATE_WORDS: Final = {
    FigureState.BOUND: "已对应",
    FigureState.MATCHED: "相符",
    FigureState.LABEL: "名称",
    FigureState.COUNTED: "计数",
    FigureState.UNACCOUNTED: "未对应",
}


class FigureUse(NamedTuple):
    """A figure in prose, a heading or a cell, and what is known of it.

    Attributes:
        state: bound by `targets` or a mark, matched by its words, a label, counted, or none.
        owner: what it stands in, in Chinese.
        text: the figure as written.
        quantity: what it says, or None for digits that are no quantity.
        figure: the figure of the plan that it states, or None.
        indicator: the name of the indicator that it has to do with, or "".
        reason: why it is a label, or what counts it, in Chinese, or "".
        agrees: whether it says the same as the figure.
        anchor: permanent id of the text that it stands in, or "" in a heading or a cell.
    """

    state: FigureState
    owner: str
    text: Text
    quantity: Quantity | None
    figure: Figure | None = None
    indicator: str = ""
    reason: str = ""
    agrees: bool = True
    anchor: str = ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.text.place


@lru_cache(maxsize=16)
def audit(resolved: ResolvedPlan) -> tuple[FigureUse, ...]:
    """Account for every figure of a document, in the order of the file.

    Documents in it are audited on their own. The cache changes no outcome: a resolved plan is
    frozen and equal to itself only.
    """
    auditor = _Auditor(resolved)
    uses = [use for reading in readings(resolved) for use in auditor.uses(reading)]
    uses += _cells(resolved)
    return tuple(sorted(uses, key=_order))


@lru_cache(maxsize=16)
def unbound_uses(resolved: ResolvedPlan) -> tuple[FigureUse, ...]:
    """Give of the audit only what no `targets` and no cell bind: checks ask for no more."""
    auditor = _Auditor(resolved)
    uses = [use for reading in readings(resolved) for use in auditor.unbound_uses(reading)]
    return tuple(sorted(uses, key=_order))


@lru_cache(maxsize=16)
def ties(resolved: ResolvedPlan) -> tuple[tuple[Reading, Number, Tie], ...]:
    """Give the numbers that no `targets` bind and that clearly speak of an indicator."""
    known = catalogue(resolved)
    period = resolved.plan.period
    last_year = period.period.years[-1] if period and period.period.years else 0
    return tuple(
        (reading, number, tie)
        for reading in readings(resolved)
        if None in reading.bound
        for index, (number, bound) in enumerate(zip(reading.numbers, reading.bound, strict=True))
        if bound is None and (tie := spoken_of(reading, index, known, last_year))
    )


def _order(use: FigureUse) -> tuple[str, int, int]:
    # a text in a cell of a table file has its row for its line
    return use.text.source, use.text.line, use.text.column


def _cells(resolved: ResolvedPlan) -> Iterator[FigureUse]:
    """Give the quantities of tables: each is a figure itself."""
    for table in resolved.plan.tables:
        for _, _, figure in table.body.figures:
            yield FigureUse(
                FigureState.BOUND,
                table.name,
                figure.stated.text,
                figure.stated.quantity,
                figure,
                figure.key.indicator,
            )


class _Auditor:
    """Accounts for the figures of the readings of one document."""

    def __init__(self, resolved: ResolvedPlan) -> None:
        self.known: Catalogue = catalogue(resolved)
        self.tied = {id(number): tie for _, number, tie in ties(resolved)}
        self.repeated = {
            id(repeat.number): str(repeat.phrase.claim.claim)
            for repeat in repeats(resolved)
            if repeat.agrees and repeat.number
        }
        self.by_kind: dict[object, list[tuple[Figure, Named]]] = {}
        for named in self.known.entries:
            for figure in named.figures:
                kind = kind_of(figure.stated.quantity)
                self.by_kind.setdefault(kind, []).append((figure, named))
        period = resolved.plan.period
        counts = whole_years(period.period) if period else frozenset()
        found = (parse_quantity(f"{count}年") for count in counts)
        self.years_of_plan = [one for one in found if isinstance(one, Quantity)]
        self.inside_names = [
            (mention.quantity, named)
            for named in self.known.entries
            for mention in mentions_in(named.name, resolved.extra_units)
        ]

    def uses(self, reading: Reading) -> Iterator[FigureUse]:
        """Account for the figures of one reading."""
        for number, bound in zip(reading.numbers, reading.bound, strict=True):
            if bound:
                agrees = bound.agrees
                yield _of_figure(FigureState.BOUND, reading, number, bound.figure, agrees=agrees)
        yield from self.unbound_uses(reading)

    def unbound_uses(self, reading: Reading) -> Iterator[FigureUse]:
        """Account for the figures of one reading that no `targets` bind."""
        if None in reading.bound:
            counted = _counted(reading)
            for index, bound in enumerate(reading.bound):
                if bound is None:
                    yield self._unbound(reading, index, counted)
        if _has_digits_left(reading):
            yield from _digits(reading)

    def _unbound(
        self, reading: Reading, index: int, counted: dict[tuple[int, int], str]
    ) -> FigureUse:
        number = reading.numbers[index]
        counts = self.repeated.get(id(number)) or counted.get((number.start, number.end))
        if counts:
            return _plain(FigureState.COUNTED, reading, number, counts)
        tie = self.tied.get(id(number))
        if tie:
            same = next((f for f in tie.figures if _same(f, number)), None)
            return _of_figure(
                FigureState.MATCHED,
                reading,
                number,
                same or tie.figures[0],
                agrees=same is not None,
            )
        return self._other(reading, index)

    def _other(self, reading: Reading, index: int) -> FigureUse:
        number = reading.numbers[index]
        label = _label(reading, number)
        if label in _FIRM:
            return _plain(FigureState.LABEL, reading, number, label)
        name = self._name_with(reading, index)
        if name:
            use = _plain(FigureState.MATCHED, reading, number, "指标名称中的数")
            return use._replace(indicator=name)
        figure = self._matching(number, _words(reading, index))
        if figure:
            return _of_figure(FigureState.MATCHED, reading, number, figure)
        if any(one.states_same(number.quantity) for one in self.years_of_plan):
            label = "规划期的年数"
        state = FigureState.LABEL if label else FigureState.UNACCOUNTED
        return _plain(state, reading, number, label)

    def _name_with(self, reading: Reading, index: int) -> str:
        """Give the indicator whose name holds the number: 29岁以下 of 29岁以下教师占比."""
        number, plain = reading.numbers[index], reading.plain
        for quantity, named in self.inside_names:
            if quantity.states_same(number.quantity):
                stated = any(b and b.figure.key.indicator == named.indicator for b in reading.bound)
                if stated or common(named.name, plain[number.start :]) > len(number.text):
                    return named.indicator
        return ""

    def _matching(self, number: Number, words: str) -> Figure | None:
        """Give the figure of the same value whose name is most like the words beside it."""
        best, found = _FEWEST_COMMON - 1, None
        for figure, named in self.by_kind.get(kind_of(number.quantity), ()):
            if _same(figure, number) and _of_period(figure, number):
                length = common(named.name, words)
                if length > best:
                    best, found = length, figure
        return found


def _counted(reading: Reading) -> dict[tuple[int, int], str]:
    """Give the items that stand beside their count, by where the count stands."""
    before = enumerations(reading.text, reading.extra_units)
    behind = announced(reading.text, reading.extra_units)
    return {
        **{(found.count_start, found.end): "、".join(found.items) for found in before},
        **{(found.start, found.count_end): "、".join(found.items) for found in behind},
    }


def _same(figure: Figure, number: Number) -> bool:
    return figure.stated.quantity.states_same(number.quantity)


def _of_period(figure: Figure, number: Number) -> bool:
    period, heading = figure.key.period, number.period
    return period is None or heading is None or period.matches(heading)


def _words(reading: Reading, index: int) -> str:
    """Give the words of a sentence piece around a number, up to the numbers beside it."""
    plain, number, numbers = reading.plain, reading.numbers[index], reading.numbers
    start = numbers[index - 1].end if index else 0
    end = numbers[index + 1].start if index + 1 < len(numbers) else len(plain)
    before = _STOP.split(plain[start : number.start])[-1]
    after = _STOP.split(plain[number.end : end])[0]
    return f"{before} {after}"


_FIRM: Final = ("不定量", "时期", "文件名称", "引号里的名称", "泛指")


def _label(reading: Reading, number: Number) -> str:
    """Say why a quantity is no figure of its own, or ""."""
    plain, quantity = reading.plain, number.quantity
    written = plain[number.start : number.end]
    start, end = number.start, number.end
    kinds = (
        ("时期", _periods(plain).hold(start, end)),
        ("文件名称", _titles(plain).hold(start, end)),
        ("不定量", quantity.vague),
        ("引号里的名称", number.in_quotes and not _DIGITS.search(written)),
        ("泛指", written.startswith("一") and quantity.value == 1),
        ("年龄", quantity.unit.name in _AGES),
    )
    return next((label for label, applies in kinds if applies), "")


def _digits(reading: Reading) -> Iterator[FigureUse]:
    """Account for digits that are no quantity: dates, numbers of documents and clauses, names."""
    plain = reading.plain
    numbers = Stretches((number.start, number.end) for number in reading.numbers)
    dates = []
    for period in periods_in(plain):
        if _DIGITS.search(period.period.text) and not numbers.meet(period.start, period.end):
            dates.append((period.start, period.end))
            yield _of_digits(FigureState.LABEL, reading, (period.start, period.end), "日期")
    taken = (numbers, Stretches(dates))
    for match in _DIGITS.finditer(plain):
        if not any(spans.meet(*match.span()) for spans in taken):
            reason = _digits_label(plain, match)
            state = FigureState.LABEL if reason else FigureState.UNACCOUNTED
            yield _of_digits(state, reading, match.span(), reason)


def _has_digits_left(reading: Reading) -> bool:
    """Say whether any digit stands in none of the numbers."""
    plain, position = reading.plain, 0
    for number in reading.numbers:
        if _DIGITS.search(plain, position, number.start):
            return True
        position = number.end
    return _DIGITS.search(plain, position) is not None


@lru_cache(maxsize=16)
def _periods(plain: str) -> Stretches:
    return Stretches((period.start, period.end) for period in periods_in(plain))


@lru_cache(maxsize=16)
def _titles(plain: str) -> Stretches:
    """Give what stands between the marks of titles."""
    return Stretches((match.start() + 1, match.end() - 1) for match in _TITLE.finditer(plain))


def _digits_label(plain: str, match: re.Match[str]) -> str:
    start, end = match.span()
    if _titles(plain).hold(start, start):
        return "文件名称"
    before, after = plain[max(0, start - 1) : start], plain[end : end + 2]
    for ahead, behind, reason in _NAMED_BY:
        if ahead.search(before) and behind.match(after):
            return reason
    return "版本" if _VERSION.fullmatch(match.group()) else ""


def _of_figure(
    state: FigureState, reading: Reading, number: Number, figure: Figure, *, agrees: bool = True
) -> FigureUse:
    owner, indicator, anchor = reading.owner, figure.key.indicator, reading.anchor
    return FigureUse(
        state, owner, number.text, number.quantity, figure, indicator, "", agrees, anchor
    )


def _plain(state: FigureState, reading: Reading, number: Number, reason: str) -> FigureUse:
    owner, anchor = reading.owner, reading.anchor
    return FigureUse(state, owner, number.text, number.quantity, reason=reason, anchor=anchor)


def _of_digits(
    state: FigureState, reading: Reading, span: tuple[int, int], reason: str
) -> FigureUse:
    text = reading.text.part(*span)
    return FigureUse(state, reading.owner, text, None, reason=reason, anchor=reading.anchor)
