"""What the words around a number in prose say: clause, hedge, quotation, bounds."""

from __future__ import annotations

from generator.quantity.quantity import SHARES, Hedge, Style
from generator.quantity.words import (
    BEFORE,
    CLAUSE_ENDS,
    CLOSING_QUOTES,
    DISTANT_BOUNDS,
    LIMITS,
    LIMITS_BY_LAST,
    NOT_AFTER,
    NOT_BEFORE,
    ONLY_BEFORE,
    OPENING_QUOTES,
    PROSE_SIGNS,
    Word,
)

_MOST_WORDS = 4
_LONGEST_GAP = 40
_SHORT_GAP = 12
_BREAKS = frozenset(CLAUSE_ENDS + "、（）()" + OPENING_QUOTES + CLOSING_QUOTES)
_MINIMA = frozenset(("至少", "至多", "最多", "最少"))
_COMPARING = frozenset(("超过", "高于", "低于"))
_YEAR_AND_MARK = 5
_LEADING_IN = ("原则上", "底", "末", "前", "年内", "期内", "期间")
_PER_ONE = ("每", "人均", "各", "平均", "年均", "达到")


class Clauses:
    """A walk along prose that knows the clause, its hedge and open quotations.

    Each sign is looked at once, however many numbers there are.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._signs = PROSE_SIGNS.finditer(text)
        self._next = next(self._signs, None)
        self.start = 0
        self.hedge: Hedge | None = None
        self.is_quoted = False

    def move_to(self, position: int) -> None:
        """Take in everything before `position`."""
        found = self._next
        while found is not None and (start := found.start()) < position:
            self._take(found.group(), start)
            found = next(self._signs, None)
        self._next = found

    def _take(self, sign: str, start: int) -> None:
        if sign in CLAUSE_ENDS:
            if self.hedge and not (sign in "，," and _leads_in(self._text, start)):
                self.hedge = None
            self.start = start + 1
            self.is_quoted = self.is_quoted and sign != "\n"
        elif sign in OPENING_QUOTES or sign in CLOSING_QUOTES:
            self.is_quoted = sign in OPENING_QUOTES
        elif is_free(self._text, sign, start):
            self.hedge = BEFORE[sign].hedge


def _leads_in(text: str, comma: int) -> bool:
    """Whether what ends at a comma speaks of what follows: 原则上， and 力争到2027年，."""
    lead = text[max(comma - _YEAR_AND_MARK, 0) : comma]
    is_year = len(lead) == _YEAR_AND_MARK and lead[:-1].isdigit() and lead[-1] == "年"
    return is_year or text.endswith(_LEADING_IN, 0, comma)


def is_free(text: str, word: str, start: int) -> bool:
    """Whether a word stands for itself and is no part of a longer one (适应, 附近)."""
    before = text[start - 1] if start else ""
    after = text[start + len(word) : start + len(word) + 1]
    if before and before in NOT_AFTER.get(word, ""):
        return False
    if word in ONLY_BEFORE:
        return after in tuple(ONLY_BEFORE[word])
    return not (after and after in NOT_BEFORE.get(word, ""))


def words_before(
    text: str, number: int, floor: int, clause: int, style: Style
) -> tuple[list[Word], int]:
    """Return the bounds and 约, 近 before a number, and where they begin.

    Args:
        text: the prose.
        number: where the number begins.
        floor: where the last mention ended; nothing before it belongs to this number.
        clause: where the clause begins.
        style: a share may stand away from its bound (不少于学校数的10%).
    """
    words: list[Word] = []
    position = number
    while len(words) < _MOST_WORDS and (length := _longest_before(text, position, floor)):
        position -= length
        words.insert(0, LIMITS[text[position : position + length]])
    if is_limit(words):
        return words, position
    distant = _distant(text, position, max(floor, clause), style)
    return ([distant[0], *words], distant[1]) if distant else (words, position)


def _longest_before(text: str, position: int, floor: int) -> int:
    """Return the length of the longest bound or 约 that ends at `position`, or 0."""
    if position <= floor:
        return 0
    for length in LIMITS_BY_LAST.get(text[position - 1], ()):
        spelled = text[max(position - length, floor) : position]
        if spelled in LIMITS:
            return len(spelled) if is_free(text, spelled, position - len(spelled)) else 0
    return 0


def _distant(text: str, number: int, floor: int, style: Style) -> tuple[Word, int] | None:
    """Return the last bound word of the clause that reaches over to the number."""
    first = max(floor, number - _LONGEST_GAP)
    found = None
    for match in DISTANT_BOUNDS.finditer(text, first, number):
        found = match
    if found is None:
        return None
    gap = text[found.end() : number]
    spelled = found.group()
    if not _BREAKS.isdisjoint(gap) or not _reaches(spelled, gap, style):
        return None
    return BEFORE[spelled], found.start()


def _reaches(word: str, gap: str, style: Style) -> bool:
    """Whether a bound word speaks of the number after the gap."""
    if word in _MINIMA and len(gap) <= _SHORT_GAP:
        return True
    if gap.startswith(_PER_ONE) and len(gap) <= _SHORT_GAP:
        return True
    if style not in SHARES:
        return False
    # 高于全省平均水平5% compares; 超过总数的5% and 超过全市教师一半 limit.
    return word not in _COMPARING or gap.endswith("的") or style is Style.FRACTION


def is_limit(words: list[Word]) -> bool:
    """Whether some of the words is a bound."""
    return bool(words) and any(word.bound is not None for word in words)
