"""W116: brackets and quotation marks that lack their other half, or cross (GB/T 15834-2011)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.document_numbers import damaged_numbers
from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W116", "unpaired-mark", "成对的标点不成对", Severity.WARNING)
# full-width and half-width brackets pair with each other here; W113 is about their width
_PAIRS: Final = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "（": "）",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "『": "』",
}
_OPENERS: Final = {closing: opening for opening, closing in _PAIRS.items()}
_SAME: Final = str.maketrans("()", "（）")
_SIGNS: Final = f"{''.join(_PAIRS)}{''.join(_OPENERS)}()\n"
# a mark, or a whole pair with no mark in it, as most are
_MARKS: Final = re.compile(
    f"(?=[{_SIGNS}])(?:"
    + "|".join(f"{opening}[^{_SIGNS}]*+{closing}" for opening, closing in _PAIRS.items())
    + f"|[(（][^{_SIGNS}]*+[)）]|[{_SIGNS}])"
)
# ’ in a Latin word, and the bracket after an ordinal: Let’s, 1) 2)
_NO_PAIR: Final = re.compile(
    r"[A-Za-z]’[A-Za-z]|(?:^|[\s。；，、：])[0-9a-zA-Z一二三四五六七八九十]{1,2}[)）]"
)
# marks that may not stand directly in marks of their own kind, and what stands there instead
_INNER: Final = {"“": "‘’", "《": "〈〉"}
_STRETCH: Final = 2000


class Mark(NamedTuple):
    """A mark of a pair, its width aside, and where it stands."""

    sign: str
    at: int


class Fault(NamedTuple):
    """A mark at fault, what is wrong with it, and the cure."""

    at: int
    wrong: str
    cure: str


def find(resolved: ResolvedPlan) -> Findings:
    """Pair the marks of every text; a broken document number is left to D104."""
    writing = resolved.writing
    faults = list(_faults(writing.text))
    numbers = list(damaged_numbers(writing.text)) if faults else []
    for fault in faults:
        if any(number.start <= fault.at < number.end for number in numbers):
            continue
        place = writing.part(fault.at, fault.at + 1)
        around = f"{writing.before(fault.at, 6)}{place}{writing.after(fault.at + 1, 6)}"
        message = f"“{around}”里的{place}{fault.wrong}"
        yield Diagnostic(RULE, message, Label(place.place), hint=fault.cure)


def _faults(text: str) -> Iterator[Fault]:
    pairing = _Pairing(text)
    for match in _MARKS.finditer(text):
        found = match.group()
        if pairing.is_empty and (found == "\n" or len(found) > 1):
            # the end of a text without a fault, or a pair on its own
            continue
        for at in dict.fromkeys((match.start(), match.end() - 1)):
            yield from pairing.take(Mark(text[at].translate(_SAME), at))
    yield from pairing.end()


class _Pairing:
    """The marks of a text that are open at a place, from the outside in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[Mark] = []
        self._count: Counter[str] = Counter()

    @property
    def is_empty(self) -> bool:
        """Whether no mark is open."""
        return not self._opened

    def take(self, mark: Mark) -> Iterator[Fault]:
        """Take the next mark, or the end of a text."""
        if mark.sign == "\n":
            return self.end()
        return self.open(mark) if mark.sign in _PAIRS else self.close(mark)

    def open(self, mark: Mark) -> Iterator[Fault]:
        """Take a first half; a second “ in place of ” counts as one."""
        inner = _INNER.get(mark.sign)
        if inner and self._count[mark.sign]:
            if not self._is_balanced(mark):
                closing = _PAIRS[mark.sign]
                wrong = f"前面的{mark.sign}还没有关上"
                yield Fault(mark.at, wrong, f"此处若是后一半，改为{closing}")
                while self._pop().sign != mark.sign:
                    pass
                return
            if self._opened[-1].sign == mark.sign:
                yield Fault(mark.at, "套在同一种标点里面", f"里面一层改用{inner}")
        self._push(mark)

    def close(self, mark: Mark) -> Iterator[Fault]:
        """Take a second half; what stands open inside lacks its own, or crosses."""
        opening = _OPENERS[mark.sign]
        if not self._count[opening]:
            if not _stands_alone(self._text, mark):
                yield Fault(mark.at, f"缺少前一半{opening}", f"补上{opening}，或删去这一个")
            return
        while (inner := self._pop()).sign != opening:
            closing = _PAIRS[inner.sign]
            if closing in self._nearby(mark.at):
                wrong = f"与{inner.sign}{closing}交叉"
                yield Fault(mark.at, wrong, f"先写{closing}，再写{mark.sign}")
                self._drop(opening)
                self._push(inner)
                return
            yield _unclosed(inner)

    def end(self) -> Iterator[Fault]:
        """Close a text."""
        yield from map(_unclosed, self._opened)
        self._opened.clear()
        self._count.clear()

    def _push(self, mark: Mark) -> None:
        self._opened.append(mark)
        self._count[mark.sign] += 1

    def _pop(self) -> Mark:
        mark = self._opened.pop()
        self._count[mark.sign] -= 1
        return mark

    def _drop(self, sign: str) -> None:
        """Take out the innermost open mark of a kind."""
        last = next(mark for mark in reversed(self._opened) if mark.sign == sign)
        self._opened.remove(last)
        self._count[sign] -= 1

    def _is_balanced(self, mark: Mark) -> bool:
        """Whether as many second halves follow as are needed to close this mark and those open."""
        nearby = self._nearby(mark.at)
        closing = nearby.count(_PAIRS[mark.sign])
        return closing - nearby.count(mark.sign) == self._count[mark.sign]

    def _nearby(self, position: int) -> str:
        """Give the rest of a text, which is all that a pair may span; of a huge one, a stretch."""
        stretch = self._text[position : position + _STRETCH]
        return stretch.partition("\n")[0]


def _unclosed(mark: Mark) -> Fault:
    closing = _PAIRS[mark.sign]
    return Fault(mark.at, f"缺少后一半{closing}", f"补上{closing}，或删去这一个")


def _stands_alone(text: str, mark: Mark) -> bool:
    around = text[max(0, mark.at - 3) : mark.at + 2]
    at = min(mark.at, 3)
    return any(match.start() <= at < match.end() for match in _NO_PAIR.finditer(around))


CHECK = Check(RULE, find)
