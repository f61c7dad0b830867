"""C123: one phrase in two places with two numbers, where no indicator says which is right."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.figure_audit import ties
from generator.checks.frame import Check
from generator.checks.readings import readings
from generator.checks.subjects import Subject, Subjects, may_repeat
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
_NOT_WORDS: Final = re.compile("[^\u4e00-\u9fff#]+")
_LEADS: Final = re.compile("^(?:其中|并|同时|要|将|力争|确保|按要求|进一步|继续|还)+")
_CLOSES: Final = re.compile("(?:必须|应当?|要|须|原则上|力争|达到|为|共|共计|总计|计)+$")
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
    subject: Subject | None


def find(resolved: ResolvedPlan) -> Findings:
    """Group the numbers by the words around them and report a group that disagrees."""
    for uses in _phrases(resolved).values():
        if len(uses) > 1:
            yield from _compare(uses)


def _phrases(resolved: ResolvedPlan) -> dict[_Phrase, list[_Use]]:
    subjects = Subjects(resolved.plan)
    tied = {id(number): id(tie.figures[0].stated) for _, number, tie in ties(resolved)}
    found: dict[_Phrase, list[_Use]] = {}
    for reading, index, after in _alike(resolved):
        phrase = _phrase(reading, index, after)
        if phrase:
            number, bound = reading.numbers[index], reading.bound[index]
            figure = id(bound.figure.stated) if bound else tied.get(id(number), 0)
            subject = subjects.of(reading.anchor)
            found.setdefault(phrase, []).append(_Use(reading, number, figure, subject))
    return found


def _alike(resolved: ResolvedPlan) -> list[tuple[Reading, int, str]]:
    """Give the numbers whose kind and words behind stand in two places at least, and the words."""
    places = [
        (reading, index, (_after(reading, index), kind_of(number.quantity)))
        for reading in readings(resolved)
        if reading.anchor
        for index, number in enumerate(reading.numbers)
        if not number.quantity.vague
    ]
    times = Counter(key for _, _, key in places)
    return [(reading, index, key[0]) for reading, index, key in places if times[key] > 1]


def _phrase(reading: Reading, index: int, after: str) -> _Phrase | None:
    """Give the words from the start of the sentence piece to the end of the clause."""
    plain, number = reading.plain, reading.numbers[index]
    start = max(plain.rfind(mark, 0, number.start) for mark in _STARTS) + 1
    if number.start - start > _REACH:
        return None
    before = _before(reading, index, start)
    phrase = _Phrase(before, after, kind_of(number.quantity))
    return phrase if phrase.length >= _SHORTEST else None


def _after(reading: Reading, index: int) -> str:
    """Give the words behind a number, up to the next number or the end of the clause."""
    plain, number = reading.plain, reading.numbers[index]
    stop = _ENDS.search(plain, number.end)
    following = reading.numbers[index + 1].start if index + 1 < len(reading.numbers) else len(plain)
    end = min(stop.start() if stop else len(plain), following, number.end + _BEHIND)
    return _NOT_WORDS.sub("", plain[number.end : end])


def _before(reading: Reading, index: int, start: int) -> str:
    """Give the words before a number; other numbers and periods in them do not count."""
    plain, end = reading.plain, reading.numbers[index].start
    cuts = [(period.start, period.end, "") for period in periods_in(plain)]
    cuts += [(number.start, number.end, "#") for number in reading.numbers[:index]]
    pieces, position = [], start
    for first, last, sign in sorted(cut for cut in cuts if start <= cut[0]):
        if position <= first and last <= end:
            pieces += [plain[position:first], sign]
            position = last
    pieces.append(plain[position:end])
    words = _LEADS.sub("", _NOT_WORDS.sub("", "".join(pieces)))
    return _CLOSES.sub("", words)


def _compare(uses: list[_Use]) -> Iterator[Diagnostic]:
    """Report what differs from the value that most of the places, or an indicator, state."""
    values: list[_Use] = []
    for use in uses:
        if not any(_same(use, other) for other in values):
            values.append(use)
    if len(values) == 1:
        return
    counts = Counter({id(value): sum(_same(value, use) for use in uses) for value in values})
    right = max(values, key=lambda value: (bool(value.figure), counts[id(value)]))
    for use in uses:
        against = [one for one in uses if _same(one, right) and _comparable(use, one)]
        if not _same(use, right) and against:
            yield _finding(use, against)


def _same(one: _Use, other: _Use) -> bool:
    return one.number.quantity.states_same(other.number.quantity)


def _comparable(one: _Use, other: _Use) -> bool:
    """Say whether two uses of a phrase speak of one thing at one time."""
    if (one.figure and other.figure) or not _same_time(one.number.period, other.number.period):
        return False
    if one.reading.anchor == other.reading.anchor:
        return True
    if one.subject is None or other.subject is None:
        return _length(one) >= _LONG
    if one.subject.group == other.subject.group:
        return True
    return _length(one) >= _LONG and may_repeat(one.subject, other.subject)


def _length(use: _Use) -> int:
    index = use.reading.numbers.index(use.number)
    phrase = _phrase(use.reading, index, _after(use.reading, index))
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
