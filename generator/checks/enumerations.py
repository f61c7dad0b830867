"""Lists that stand directly before the number that counts them (甲、乙、丙三个方面)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.checks.text_numbers import mentions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.quantity import Mention, Quantity
    from generator.text import Text

# What is counted by these is a list of kinds, not a number of people or things.
COUNTING_UNITS: Final = frozenset(
    [
        "个",
        "项",
        "类",
        "级",
        "种",
        "方",
        "条",
        "大",
        "维",
        "层",
        "点",
        "方面",
        "阶段",
        "环节",
        "门",
        "组",
        "支",
        "县",
        "省",
        "市",
        "区",
        "字",
    ]
)
_LIST_MARKS: Final = "、"
_CHAIN_MARKS: Final = "—－–-"
_STOPS: Final = "，。；：！？…\n“”‘’《》"
# words that introduce a list and are no part of its first item
_LEAD_IN: Final = re.compile("[^、]*?(?:围绕|聚焦|包括|涵盖|分为|构建|建立|从)")
_MOST: Final = 60
_SIGNS: Final = re.compile(f"[（）{_STOPS}]")
_LONGEST: Final = 12 * _MOST
# two items before a number are too often something else (甲县、乙县三个乡镇), but for levels
# (市、县两级) and kinds of things (预防、救治三个环节)
_FEWEST: Final = 3
_TWO: Final = 2
_KINDS: Final = ("类", "种", "方面", "环节", "阶段", "维度", "层次")
_OF_KIND: Final = re.compile(
    "方面|环节|阶段|维度|层次|层面|问题|原则|领域|板块|版块|渠道|途径|手段|难题|短板|重点(?!工程)"
)
_LEVELS: Final = "国省地市州县区乡镇村校"
_MOST_LEVELS: Final = 6
_LEVEL_CHAIN: Final = re.compile(f"[{_LEVELS}]{{2,{_MOST_LEVELS}}}$")
# with a line end, before which $ matches too
_LONGEST_CHAIN: Final = _MOST_LEVELS + 1
_LEVEL_LIST: Final = re.compile(f"(?<![、—])([{_LEVELS}])、([{_LEVELS}])$")
# read as one level or as two: 市县区三级, 县区两级
_TWIN_LEVELS: Final = ("县区", "区县", "市州", "州市", "乡镇", "镇村", "市区", "地市")
# “以奖代补、先建后补”两种方式
_QUOTED: Final = re.compile("“([^“”。；\n]{3,40})”$")
# 甲、乙、丙等两个方面: what is counted is what is listed, not where it stands (等两个县)
_TASKS: Final = re.compile("任务|措施|举措|工作|制度|机制|原则|内容|要求")
_AND_OTHERS: Final = "等"
# in a later item these begin the list anew: 在市、县开展宣传、培训等两类
_ANEW: Final = re.compile(
    "[的在从对以按为于]|围绕|聚焦|包括|涵盖|分为|开展|推进|推动|做好|加强|强化|实施|完善|建立|健全|提升|提高|落实|抓好|组织|构建"
)
_LONGEST_ITEM: Final = 8
_BRACKETED: Final = re.compile("（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list with its count.

    Attributes:
        start: index where the list starts; the first item may begin with words before it.
        count_start: index where the count starts.
        end: index after the count.
        items: the items, the first as far back as the last stop.
        stated: the count as a number.
        possible: the counts that the list allows: 甲、乙和丙 is two or three.
    """

    start: int
    count_start: int
    end: int
    items: tuple[str, ...]
    stated: int
    possible: tuple[int, ...]


def enumerations(text: Text, extra_units: frozenset[str]) -> tuple[Enumeration, ...]:
    """Find the lists of three or more items, two of kinds, directly before their count."""
    return _enumerations(text, extra_units)


@lru_cache(maxsize=4096)
def _enumerations(plain: str, extra_units: frozenset[str]) -> tuple[Enumeration, ...]:
    """Give the lists of a text; several checks ask for the same one."""
    mentions = mentions_in(plain, extra_units)
    return tuple(_counted(plain, mentions)) if mentions else ()


@lru_cache(maxsize=4096)
def overfull(plain: str, extra_units: frozenset[str]) -> tuple[Enumeration, ...]:
    """Find the lists that close with 等 and yet name more than their count: 甲、乙、丙等两类."""
    mentions = mentions_in(plain, extra_units) if _AND_OTHERS in plain else ()
    starts = ListStarts(plain)
    found = (
        _open_list(plain, mention, starts.before(mention.start))
        for mention in mentions
        if plain.endswith(_AND_OTHERS, 0, mention.start) and _counts_what_is_listed(plain, mention)
    )
    return tuple(one for one in found if one)


def _open_list(plain: str, mention: Mention, start: int) -> Enumeration | None:
    end = mention.start - len(_AND_OTHERS)
    if not _has_list(plain, start, end, _FEWEST):
        return None
    found = _enumeration_of(plain[start:end], start, mention, _FEWEST)
    if found is None or not 1 < found.stated < len(found.items):
        return None
    later = found.items[1:]
    is_one_list = not any(len(item) > _LONGEST_ITEM or _ANEW.search(item) for item in later)
    return found if is_one_list else None


def _counts_what_is_listed(text: str, mention: Mention) -> bool:
    if mention.in_quotes or not _is_count(mention.quantity):
        return False
    is_task = mention.quantity.unit.name == "项" and bool(_TASKS.match(text, mention.end))
    return is_task or _counts_kinds(text, mention)


def _counted(plain: str, mentions: Sequence[Mention]) -> Iterator[Enumeration]:
    starts: ListStarts | None = None
    last = -1
    for mention in mentions:
        before, last = last, mention.start
        if not _is_count(mention.quantity) or mention.in_quotes:
            continue
        starts = starts or ListStarts(plain)
        found = _listed(plain, mention, starts.before(mention.start)) or _levels(plain, mention)
        # 东、南、西、北四个方向各建1个: the list is counted already
        if found and before <= max(found.start, plain.rfind("、", found.start, mention.start)):
            yield found


def _is_count(quantity: Quantity) -> bool:
    """Say whether a quantity is a whole number of what may stand in a list."""
    if quantity.unit.name not in COUNTING_UNITS:
        return False
    value = quantity.value
    return value is not None and value.denominator == 1


def _levels(text: str, mention: Mention) -> Enumeration | None:
    """Read 省市县三级 and 市、县两级, where each character is a level."""
    if mention.quantity.unit.name != "级":
        return None
    before = text[max(0, mention.start - _LONGEST_CHAIN) : mention.start]
    chain = _LEVEL_CHAIN.search(before)
    match = chain or _LEVEL_LIST.search(before)
    if match is None:
        return None
    written = match.group()
    items = tuple(written) if chain else match.groups()
    fewer = any(twins in written for twins in _TWIN_LEVELS)
    possible = (len(items), len(items) - 1) if fewer else (len(items),)
    start = mention.start - len(written)
    return _enumeration(start, mention, items, possible)


def _listed(text: str, mention: Mention, start: int) -> Enumeration | None:
    fewest = _TWO if _counts_kinds(text, mention) else _FEWEST
    is_quoted = text.endswith("”", 0, mention.start)
    quoted = is_quoted and _QUOTED.search(text, max(0, mention.start - _MOST), mention.start)
    if quoted:
        return _enumeration_of(quoted.group(1), quoted.start(1), mention, fewest)
    if not _has_list(text, start, mention.start, fewest):
        return None
    lead = _LEAD_IN.match(text, start, mention.start)
    start = lead.end() if lead else start
    return _enumeration_of(text[start : mention.start], start, mention, fewest)


def _enumeration_of(listed: str, start: int, mention: Mention, fewest: int) -> Enumeration | None:
    items = _items(listed)
    if len(items) < fewest or any(_disqualified(item) for item in items):
        return None
    return _enumeration(start, mention, items, possible_counts(items))


def _enumeration(
    start: int, mention: Mention, items: tuple[str, ...], possible: tuple[int, ...]
) -> Enumeration:
    stated = int(mention.quantity.numbers[0])
    return Enumeration(start, mention.start, mention.end, items, stated, possible)


def possible_counts(items: Sequence[str]) -> tuple[int, ...]:
    """Give the counts that a list allows: its last item may hold two, joined by 和."""
    count = len(items)
    joined = any(mark in items[-1][1:-1] for mark in "和与及") if items else False
    return (count, count + 1) if joined else (count,)


class ListStarts:
    """A walk along a text that knows where a list before a position may start at the earliest.

    That is after the last stop, or the bracket that the position stands in; what stands in closed
    brackets belongs to an item. Each sign is looked at once, however many lists there are.
    """

    def __init__(self, text: str) -> None:
        self._signs = _SIGNS.finditer(text)
        self._next = next(self._signs, None)
        # one for each bracket that is open
        self._starts = [0]

    def before(self, position: int) -> int:
        """Give the start for a list that ends at a position, not before the last one asked for."""
        while self._next is not None and self._next.start() < position:
            self._take(self._next.group(), self._next.end())
            self._next = next(self._signs, None)
        return max(self._starts[-1], position - _LONGEST)

    def _take(self, sign: str, end: int) -> None:
        if sign == "（":
            self._starts.append(end)
        elif sign != "）":
            self._starts[-1] = end
        elif len(self._starts) > 1:
            self._starts.pop()
        else:
            # it was never opened, so all before it may stand in brackets
            self._starts[-1] = 0


def _counts_kinds(text: str, mention: Mention) -> bool:
    unit = mention.quantity.unit.name
    return unit in _KINDS or (unit == "个" and bool(_OF_KIND.match(text, mention.end)))


def _has_list(text: str, start: int, end: int, fewest: int) -> bool:
    marks = text.count(_LIST_MARKS, start, end)
    if fewest == _TWO or marks >= fewest - 1:
        return marks > 0
    return any(text.count(mark, start, end) >= fewest - 1 for mark in _CHAIN_MARKS)


def _items(text: str) -> tuple[str, ...]:
    # 省、市（州）、县（市、区）三级: what stands in brackets lists nothing of its own
    text = _BRACKETED.sub("", text)
    if _LIST_MARKS in text:
        return tuple(item for item in text.split("、") if item)
    for mark in _CHAIN_MARKS:
        if mark in text:
            return tuple(item for item in text.split(mark) if item)
    return ()


def _disqualified(item: str) -> bool:
    return item.endswith("等") or any(map(str.isdigit, item))
