"""Breaking a title into lines by sense (GB/T 9704-2012, 7.3.1).

A title stands in lines of similar length, growing or shrinking (梯形) or swelling in the middle
(菱形); no line ends inside a word, a name or a bracket. The words come from a dictionary; among
the places between them those that the grammar of titles shows are best.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from generator.writers.docx_text import half_widths

if TYPE_CHECKING:
    from collections.abc import Iterator

# Costs of ending a line at a place, in squared half characters of unevenness.
_GOOD, _FAIR, _POOR, _JOINED, _INSIDE_QUOTES, _GLUED = 0, 16, 240, 2400, 480, 2400
_NEVER, _IMPOSSIBLE = 100_000, 10**9

_AFTER = re.compile(r"关于(?:印发|转发|批转|公布|发布|下达)?|的|[，、；：》）”]")
_BEFORE = re.compile(r"[（《“]|关于")
_ORGAN = "局|厅|委员会|人民政府|办公室"
_ORGAN_ENDS = re.compile(f"(?:{_ORGAN})(?![长属级办部机主内外各直])")
# not inside the name of an organ: 人力资源和社会保障局
_FAIR_BEFORE = re.compile(rf"(?:(?:和(?!谐)|与|及(?!时))(?![^，、的]{{1,7}}(?:{_ORGAN}))|暨)")
_JOINING = re.compile("和|与|及|暨|或")
# a word of one 汉字 belongs to its neighbours (名校长), but for these; suffixes only to what
# stands before them: a dictionary has not all names (示例市)
_BY_ITSELF = "的和与及暨或对为在等将以从向至"
_SUFFIX = "省市县区州盟旗镇乡村局厅部委办处科室校院所站队班者级类化性度年月日"
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_CLOSED = re.compile(r"（[^）]*）|〔[^〕]*〕|[0-9A-Za-z.%—-]+(?:年|月|日)?")
_NO_LINE_BEGINS_WITH = "，、；：。》）”〕的"


def title_lines(title: str, room: int) -> tuple[str, ...]:
    """Break a title into lines.

    Args:
        title: the title without line breaks.
        room: 汉字 of title size that a line holds.

    Returns:
        The lines; joined they are the title again. One line if it fits.
    """
    if half_widths(title) <= 2 * room:
        return (title,)
    return tuple(title[start:end] for start, end in pairwise((0, *_line_ends(title, room))))


def _line_ends(title: str, room: int) -> tuple[int, ...]:
    """Choose the ends of lines that cost least; a line longer than the room is no choice.

    There is at most one line more than the title fills.
    """
    costs = _break_costs(title)
    reach = [half_widths(title[:end]) for end in range(len(title) + 1)]
    fewest = -(-reach[-1] // (2 * room))
    target = min(reach[-1] // fewest + 2, 2 * room)

    @cache
    def best(start: int, lines: int) -> tuple[int, tuple[int, ...]]:
        if start == len(title):
            return 0, ()
        options = []
        for end in range(start + 1, len(title) + 1):
            width = reach[end] - reach[start]
            if width > 2 * room:
                break
            if reach[-1] - reach[end] > 2 * room * (lines - 1):
                continue
            rest_cost, rest = best(end, lines - 1)
            # A further line costs as much as a very uneven one, so that few lines win.
            cost = costs[end] + (width - target) ** 2 + target**2 // 2 + rest_cost
            options.append((cost, (end, *rest)))
        return min(options, default=(_IMPOSSIBLE, ()))

    return best(0, fewest + 1)[1]


def _break_costs(title: str) -> list[int]:
    """Price a line end before each character; the later rules overrule the earlier."""
    costs = [_POOR] * (len(title) + 1)
    words = tuple(_words(title))
    for price, places in (
        (_GLUED, _glued_places(title, words)),
        (_FAIR, (match.start() for match in _FAIR_BEFORE.finditer(title))),
        (_FAIR, (match.end() for match in _ORGAN_ENDS.finditer(title))),
        (_JOINED, (match.end() for match in _JOINING.finditer(title))),
        (_GOOD, _good_places(title)),
    ):
        for place in places:
            costs[place] = price
    for match in _QUOTED.finditer(title):
        for place in range(match.start() + 1, match.end()):
            costs[place] += _INSIDE_QUOTES
    for start, end in (*words, *(match.span() for match in _CLOSED.finditer(title))):
        for place in range(start + 1, end):
            costs[place] = _NEVER
    for place, sign in enumerate(title):
        if sign in _NO_LINE_BEGINS_WITH or title[place - 1 : place] in ("《", "“", "（"):
            costs[place] = _NEVER
    costs[len(title)] = 0
    return costs


def _glued_places(title: str, words: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Give the ends of words of one 汉字 that are parts of a longer one."""
    for start, end in words:
        sign = title[start]
        if end - start == 1 and "一" <= sign <= "龥" and sign not in _BY_ITSELF:
            yield start
            if sign not in _SUFFIX:
                yield end


def _words(title: str) -> Iterator[tuple[int, int]]:
    """Give where each word of the title begins and ends."""
    # The dictionary takes a while to load, and most titles fit on one line.
    import rjieba  # noqa: PLC0415

    return pairwise(accumulate(map(len, rjieba.cut(title, hmm=False)), initial=0))


def _good_places(title: str) -> set[int]:
    after = {match.end() for match in _AFTER.finditer(title)}
    return after | {match.start() for match in _BEFORE.finditer(title)}
