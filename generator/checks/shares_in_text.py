"""Amounts and the shares of a sentence: 96、72、48亿元，分别占20%、15%、10%."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = "分别占"
# longer ones are no amounts, and Python refuses to read the longest
_NUMBER: Final = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
# nothing qualifies the last share (10%以上), nor says what it is a share of
_SHARES: Final = re.compile(
    rf"{_SIGN}(?P<list>{_NUMBER}[%％]?(?:[、和]{_NUMBER}[%％]?)*(?<=[%％]))(?=[，。；：！？）\n]|$)"
)
_SHARE: Final = re.compile(_NUMBER)
_CLAUSE_END: Final = re.compile("[，。；：！？（）\n]")
_SENTENCE_END: Final = re.compile("[。；！？\n]")
_SEPARATOR: Final = re.compile("[、和]")
# 水利96亿元, 72, 48亿元; a digit before it belongs to another number
_AMOUNT: Final = re.compile(rf"(?<![0-9.])(?P<number>{_NUMBER})(?P<unit>[^0-9.、，和]{{0,6}})$")
_DIGIT: Final = re.compile("[0-9]")
_LONGEST: Final = 200
_WHOLE: Final = Fraction(100)


class Shares(NamedTuple):
    """A list of shares and the amounts directly before it.

    Attributes:
        start: where the shares begin in the text.
        end: where they end.
        values: the shares in hundredths.
        slack: how much rounding may add to their sum.
        amounts: the amounts, as numbers.
        unit: their unit as written.
        listed: the amounts as written.
        may_follow_others: whether an amount stands before the list in the same sentence.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    slack: Fraction
    amounts: tuple[Fraction, ...]
    unit: str
    listed: str
    may_follow_others: bool

    @property
    def sum(self) -> Fraction:
        """What the shares add up to."""
        return sum(self.values, Fraction(0))

    @property
    def exceed_whole(self) -> bool:
        """Whether the shares are more than the whole, however they were rounded."""
        return self.sum > _WHOLE + self.slack


def shares_in(text: str) -> Iterator[Shares]:
    """Find the lists of shares that follow a list of amounts in one unit."""
    if _SIGN not in text:
        return
    for match in _SHARES.finditer(text):
        written = _SHARE.findall(match["list"])
        found = _amounts_before(text, match.start())
        if found is None:
            continue
        start, listed, amounts, unit = found
        slack = sum((_half_of_last_place(share) for share in written), Fraction(0))
        sentence = text[max(0, start - _LONGEST) : start]
        ends = [end.end() for end in _SENTENCE_END.finditer(sentence)]
        yield Shares(
            *match.span("list"),
            tuple(map(Fraction, written)),
            slack,
            amounts,
            unit,
            listed,
            may_follow_others=_DIGIT.search(sentence, ends[-1] if ends else 0) is not None,
        )


def _half_of_last_place(share: str) -> Fraction:
    return Fraction(1, 2 * int("1" + "0" * len(share.partition(".")[2])))


def _amounts_before(text: str, end: int) -> tuple[int, str, tuple[Fraction, ...], str] | None:
    """Give the amounts listed up to a place, their words and their unit; None without a unit."""
    if text.endswith("，", 0, end):
        end -= 1
    start = max(0, end - _LONGEST)
    for sign in _CLAUSE_END.finditer(text, start, end):
        start = sign.end()
    amounts: list[Fraction] = []
    unit, first = "", end
    for item in reversed(_SEPARATOR.split(text[start:end])):
        match = _AMOUNT.search(item)
        if match is None or (amounts and match["unit"] not in ("", unit)):
            break
        unit = unit or match["unit"]
        if not unit or unit[0] in "%％":
            return None
        amounts.append(Fraction(match["number"]))
        # what is left is the words before the list: 2025年投资96
        first = (first if len(amounts) == 1 else first - 1) - len(item)
        if _DIGIT.search(item, 0, match.start()):
            first += match.start()
            break
    return (first, text[first:end], tuple(reversed(amounts)), unit) if amounts else None
