"""C123: one phrase in two places with two numbers, where no indicator says which is right."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.figure_audit import ties
from generator.checks.frame import Check
from generator.checks.readings import readings
from generator.checks.subjects import Subjects, may_repeat
from generator.checks.text_numbers import periods_in
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.alignment import Kind
    from generator.checks.frame import Findings
    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number
    from generator.quantity import Period
    from generator.resolve import ResolvedPlan

RULE = Rule("C123", "repeated-phrase", "同一句话两处数字不同", Severity.WARNING)
_STARTS: Final = "。；：！？\n"
_ENDS: Final = re.compile("[，。；：！？、（）\n]")
_NO_WORD: Final = "[^\u4e00-\u9fff#]"
# a search for one sign and then more is faster than one for signs, and finds the same
_NOT_WORDS: Final = re.compile(f"{_NO_WORD}{_NO_WORD}*")
_LEADS: Final = re.compile("(?:其中|并|同时|要|将|力争|确保|按要求|进一步|继续|还)+")
_CLOSING_WORDS: Final = "必须 应 应当 要 须 原则上 力争 达到 为 共 共计 总计 计"
_CLOSINGS: Final = tuple(_CLOSING_WORDS.split())
_CLOSES: Final = re.compile(f"(?:{'|'.join(_CLOSINGS)})+$")
_SHORTEST: Final = 4
_LONG: Final = 6
_REACH: Final = 120
_BEHIND: Final = 12


class _Phrase(NamedTuple):
    """The words around a number that tell what it is a number of."""

    before: str
    after: str
    kind: Kind

    @property
    def length(self) -> int:
        return len(self.before) + len(self.after)


class _Use(NamedTuple):
    """A number in a phrase; `figure` is the identity of the figure that it is known to state."""

    reading: Reading
    number: Number
    figure: int


def find(resolved: ResolvedPlan) -> Findings:
    """Group the numbers by the words around them and report a group that disagrees."""
    groups = [uses for uses in _phrases(resolved).values() if len(_values(uses)) > 1]
    if not groups:
        return
    subjects = Subjects(resolved.plan)
    for uses in groups:
        yield from _compare(uses, subjects)


def _phrases(resolved: ResolvedPlan) -> dict[_Phrase, list[_Use]]:
    tied = {id(number): id(tie.figures[0].stated) for _, number, tie in ties(resolved)}
    found: dict[_Phrase, list[_Use]] = {}
    for reading, index, after, kind in _alike(resolved):
        phrase = _phrase(reading, index, after, kind)
        if phrase:
            number, bound = reading.numbers[index], reading.bound[index]
            figure = id(bound.figure.stated) if bound else tied.get(id(number), 0)
            found.setdefault(phrase, []).append(_Use(reading, number, figure))
    return found


def _alike(resolved: ResolvedPlan) -> list[tuple[Reading, int, str, Kind]]:
    """Give the numbers whose kind and words behind stand in two places at least, with both."""
    places = [
        (reading, index, _after(reading, index), kind_of(number.quantity))
        for reading in readings(resolved)
        if reading.anchor
        for index, number in enumerate(reading.numbers)
        if not number.quantity.vague
    ]
    times = Counter((after, kind) for _, _, after, kind in places)
    return [place for place in places if times[place[2:]] > 1]


def _phrase(reading: Reading, index: int, after: str, kind: Kind) -> _Phrase | None:
    """Give the words from the start of the sentence piece to the end of the clause."""
    plain, number = reading.plain, reading.numbers[index]
    start = max([plain.rfind(mark, 0, number.start) for mark in _STARTS]) + 1
    if number.start - start > _REACH:
        return None
    phrase = _Phrase(_before(reading, index, start), after, kind)
    return phrase if phrase.length >= _SHORTEST else None


def _after(reading: Reading, index: int) -> str:
    """Give the words behind a number, up to the next number or the end of the clause."""
    plain, number = reading.plain, reading.numbers[index]
    following = reading.numbers[index + 1].start if index + 1 < len(reading.numbers) else len(plain)
    end = min(following, number.end + _BEHIND)
    stop = _ENDS.search(plain, number.end, end)
    words = plain[number.end : stop.start() if stop else end]
    return _NOT_WORDS.sub("", words) if words else ""


def _before(reading: Reading, index: int, start: int) -> str:
    """Give the words before a number; other numbers and periods in them do not count."""
    plain, end = reading.plain, reading.numbers[index].start
    cuts = [(one.start, one.end, "") for one in periods_in(plain) if one.start >= start]
    cuts += [(one.start, one.end, "#") for one in reading.numbers[:index] if one.start >= start]
    pieces, position = [], start
    for first, last, sign in sorted(cuts):
        if position <= first and last <= end:
            pieces += [plain[position:first], sign]
            position = last
    pieces.append(plain[position:end])
    words = _NOT_WORDS.sub("", "".join(pieces))
    lead = _LEADS.match(words)
    words = words[lead.end() :] if lead else words
    return _CLOSES.sub("", words) if words.endswith(_CLOSINGS) else words


def _values(uses: list[_Use]) -> list[_Use]:
    """Give the first use of each value."""
    values: list[_Use] = []
    for use in uses:
        if not any(_same(use, other) for other in values):
            values.append(use)
    return values


def _compare(uses: list[_Use], subjects: Subjects) -> Iterator[Diagnostic]:
    """Report what differs from the value that most of the places, or an indicator, state."""
    values = _values(uses)
    counts = Counter({id(value): sum(_same(value, use) for use in uses) for value in values})
    right = max(values, key=lambda value: (bool(value.figure), counts[id(value)]))
    for use in uses:
        against = [one for one in uses if _same(one, right) and _comparable(use, one, subjects)]
        if not _same(use, right) and against:
            yield _finding(use, against)


def _same(one: _Use, other: _Use) -> bool:
    return one.number.quantity.states_same(other.number.quantity)


def _comparable(one: _Use, other: _Use, subjects: Subjects) -> bool:
    """Say whether two uses of a phrase speak of one thing at one time."""
    if (one.figure and other.figure) or not _same_time(one.number.period, other.number.period):
        return False
    if one.reading.anchor == other.reading.anchor:
        return True
    subject, another = subjects.of(one.reading.anchor), subjects.of(other.reading.anchor)
    if subject is None or another is None:
        return _length(one) >= _LONG
    if subject.group == another.group:
        return True
    return _length(one) >= _LONG and may_repeat(subject, another)


def _length(use: _Use) -> int:
    index = use.reading.numbers.index(use.number)
    after, kind = _after(use.reading, index), kind_of(use.number.quantity)
    phrase = _phrase(use.reading, index, after, kind)
    return phrase.length if phrase else 0


def _same_time(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.matches(other)


def _finding(use: _Use, against: list[_Use]) -> Diagnostic:
    first = against[0]
    message = (
        f"“{use.reading.owner}”写“{use.number.text}”，"
        f"“{first.reading.owner}”同样的话写的是“{first.number.text}”"
    )
    related = tuple(Label(one.number.text.place, "另一处") for one in against)
    hint = "核对原始依据后改成一致；说的不是一回事的，写明各是什么；要长期核对的写成指标"
    return Diagnostic(RULE, message, Label(use.number.text.place, "此处"), related, hint)


CHECK = Check(RULE, find, by_firmness=True)
