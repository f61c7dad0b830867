"""Which indicator a number of prose clearly speaks of, where no `targets` say so.

Clearly means: the whole name stands directly beside the number, nothing narrows it to a part, a
place or another time (其中、每个、新增、现有、甲县……), and the period is that of a figure. All
else is left alone: a false alarm costs a drafter more than a number that only the reader compares.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.text_numbers import periods_in
from generator.quantity import Bound, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.catalogue import Catalogue, Named
    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.quantity import PeriodMention

_END: Final = attrgetter("end")
_STOPS: Final = "，。；：！？\n（"
_SENTENCE_ENDS: Final = "。；！？\n"
_REACH: Final = 40
_LONGEST_LINK: Final = 8
# what may stand between a name and its number: 社区护士总数达到 | 3800名
_LINK: Final = re.compile(
    "[”’》]?的?(?:总?(?:数量|人数|数|量|规模|队伍|总额|个数|面积|里程|长度|水平|比例|比重|占比))?"
    "(?:要|应当?|须|必须|力争|将|可|原则上|确保|争取|努力|预计|计划)*"
    "(?:达到?|达至|(?:增加|增长|提高|提升|扩大|发展|下降|降低|减少|压减|缩小)[到至]|[增降]至|"
    "(?:控制|稳定|保持|维持)在|为|是|实现|突破|完成|共计?|总计|合计)?"
)
_AIMS: Final = re.compile("达到|[到至]$|实现|突破|完成|控制在")
# what may stand between a number and the name after it: 60个 | 市级 | 护理站
_LEVEL: Final = re.compile("的?([国省地市州县区乡镇村校（）、]+[级属])?的?[“‘]?")
_PLANNING: Final = (
    "培养 培育 建设 建成 建立 打造 招收 招聘 引进 遴选 评选 认定 配备 完成 达到 改造 创建 实现 "
    "组建 设立 设置 开展 开设 开通 实施 举办 发展 形成 确保 推进 力争 争取 新建成 建好 配齐"
)
_VERBS: Final = tuple(_PLANNING.split())
_PLANS: Final = re.compile("|".join(_VERBS))
_WHOLES: Final = (
    "全市 全省 全县 全区 全国 我市 我省 我县 我区 本市 本省 本县 本区 使 将 把 对 共 的“ 的"
)
_WHOLE: Final = tuple(_WHOLES.split())
_LISTED: Final = ("、", "和", "与", "及", "以及")
# what narrows a figure to a part, a change or what is kept, in its own clause
_NARROWED: Final = re.compile(
    "分别|均(?![衡等])|新增|净增|新建(?!成)|增加(?![到至])|增长(?![到至])|减少(?![到至])|"
    "下降(?![到至])|提前|剩余|其余|另|仅|只有|尚|不含|除|超额|缺口|存量|再|巩固|保持(?!在)|"
    "维持(?!在)|稳定(?!在)|继续|仍|(?<![占评对环百])比(?![例重赛值率])|"
    "(?<![培教国没享含])有(?!关|效|力|条件|序|机|所|利|特色)"
)
# what narrows it to a stage or looks back, anywhere before it in the sentence
_ELSEWHERE: Final = re.compile(
    "其中|现有|已|原有|目前|当前|截至|截止|上年|去年|过去|以来|同比|较|首批|近期|试点|有关规定|"
    "第[一二三四五六七八九十0-9]+[批期阶步]|[一二三]期|在[^，。；]{1,12}(?:建|设|开|招|配)"
)
_EACH: Final = re.compile("每|各|人均|户均|平均|年均")
_SAFE_PLACES: Final = re.compile(
    "社区|[全我本各][市省县区]|县区|区县|市县|城乡|乡村|乡镇|县域|区域|地区|[市省县区]级|校区|农村|行政村|村庄"
)
_PLACES: Final = re.compile("[县区镇乡村旗]|街道")
_PLACE_SIGNS: Final = re.compile("[县区镇乡村旗街]")
# titles of blocks that look back, or speak of a stage, a year or a place only
_BACKGROUND: Final = re.compile(
    "现状|背景|基础|形势|成效|成绩|成就|回顾|问题|进展|总结|阶段|试点|[一二三]期|第.批|[0-9]{4}年|年度"
)


class Tie(NamedTuple):
    """A number, the name beside it, and the figures that it may be compared with."""

    named: Named
    figures: tuple[Figure, ...]


def spoken_of(reading: Reading, index: int, known: Catalogue, last_year: int) -> Tie | None:
    """Give what the number at an index of a reading clearly speaks of, or None.

    Args:
        reading: the paragraph.
        index: which of its numbers.
        known: the names of indicators.
        last_year: the last year of the plan's period, or 0: a figure without a period is for then.
    """
    spoken = _spoken(reading, index, known)
    if spoken is None:
        return None
    named, around = spoken
    figures = tuple(
        figure
        for figure in _of_kind(named, around.number)
        if _is_comparable(figure, around, last_year, per=bool(named.per))
    )
    return Tie(named, figures) if figures else None


def spoken_at_another_time(reading: Reading, index: int, known: Catalogue) -> Figure | None:
    """Give the figure whose value a number states beside its name, but under another period."""
    number = reading.numbers[index]
    heading = number.period
    if heading is None or reading.bound[index]:
        return None
    spoken = _spoken(reading, index, known)
    figures = _of_kind(spoken[0], number) if spoken else ()
    periods = [figure.key.period for figure in figures]
    if any(period is None or period.matches(heading) for period in periods):
        return None
    same = [figure for figure in figures if figure.stated.quantity.states_same(number.quantity)]
    return same[0] if same else None


def _of_kind(named: Named, number: Number) -> tuple[Figure, ...]:
    return tuple(
        figure
        for figure in named.figures
        if kind_of(figure.stated.quantity) == kind_of(number.quantity)
        and not figure.stated.quantity.vague
    )


def _spoken(reading: Reading, index: int, known: Catalogue) -> tuple[Named, _Around] | None:
    number = reading.numbers[index]
    if number.quantity.vague or number.in_quotes or _is_background(reading):
        return None
    around = _Around(reading, index)
    named, name_start = _named(around, known)
    is_spoken = named is not None and around.is_whole(named, name_start)
    return (named, around) if named is not None and is_spoken else None


# the numbers of one text ask one after the other
@lru_cache(maxsize=256)
def is_background(owner: str) -> bool:
    """Say whether a title announces what was, a stage of a whole, or a year of many."""
    return bool(_BACKGROUND.search(owner))


def names_a_place(words: str) -> bool:
    """Say whether words name a county, district or the like, and not all of them."""
    if not _PLACE_SIGNS.search(words):
        return False
    return bool(_PLACES.search(_SAFE_PLACES.sub("", words)))


def _is_background(reading: Reading) -> bool:
    titles = f"{reading.anchor}{reading.owner}"
    return is_background(titles) or names_a_place(reading.owner)


class _Around:
    """The words around a number, up to the ends of clause and sentence."""

    def __init__(self, reading: Reading, index: int) -> None:
        number = reading.numbers[index]
        self.plain = plain = reading.plain
        self.number = number
        others = reading.numbers
        self.before = others[index - 1].end if index else 0
        self.after = others[index + 1].start if index + 1 < len(others) else len(plain)
        self.others = others
        self.clause = _last(plain, _STOPS, number.start)
        self.end = _first(plain, _STOPS, number.end)

    @cached_property
    def sentence(self) -> int:
        """Where the sentence begins; most numbers have no name beside them and do not ask."""
        return _last(self.plain, _SENTENCE_ENDS, self.number.start)

    def is_whole(self, named: Named, name_start: int) -> bool:
        """Say whether nothing narrows the figure to a part, a place or another time."""
        if self.clause and self.plain[self.clause - 1] == "（":
            return False
        first = min(name_start, self.number.start)
        if not self._is_free(first, named):
            return False
        words = self.plain[self.sentence : self.end].replace(named.name, "")
        scopes = "".join(figure.key.scope for figure in named.figures)
        place = words if not scopes else words.replace(scopes, "")
        own = self.plain[self.clause : self.end].replace(named.name, "")
        if _NARROWED.search(own) or _ELSEWHERE.search(words) or names_a_place(place):
            return False
        each = bool(named.per) or any(_is_each(figure) for figure in named.figures)
        return each or not _EACH.search(words)

    def _is_free(self, at: int, named: Named) -> bool:
        """Say whether a figure may begin here: after a verb, a stop, a period or another figure."""
        left = self.plain[self.clause : at].rstrip("“‘")
        for scope in {named.per, *(figure.key.scope for figure in named.figures)} - {""}:
            left = left.removesuffix(scope)
        for whole in _WHOLE:
            left = left.removesuffix(whole)
        if not left or left.endswith(_VERBS):
            return True
        start = self.clause + len(left)
        mark = next((mark for mark in _LISTED if left.endswith(mark)), "")
        if mark:
            return _end_at(self.others, start - len(mark))
        return _end_at(periods_in(self.plain), start)

    def is_planned(self) -> bool:
        """Say whether the sentence sets an aim before its number."""
        words = self.plain[self.sentence : self.number.start]
        return bool(_PLANS.search(words) or _AIMS.search(words))


def _end_at(stretches: Sequence[Number | PeriodMention], index: int) -> bool:
    """Say whether one of several stretches, in order and apart, ends at an index."""
    found = bisect_left(stretches, index, key=_END)
    return found < len(stretches) and stretches[found].end == index


def _last(text: str, marks: str, end: int) -> int:
    places = _places(text, marks)
    found = bisect_left(places, end)
    return places[found - 1] + 1 if found else 0


def _first(text: str, marks: str, start: int) -> int:
    places = _places(text, marks)
    found = bisect_left(places, start)
    return places[found] if found < len(places) else len(text)


# the numbers of one paragraph ask one after the other
@lru_cache(maxsize=16)
def _places(text: str, marks: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer(f"[{marks}]", text))


def _named(around: _Around, known: Catalogue) -> tuple[Named | None, int]:
    """Find the name before the number, else the one after it; two different names are none."""
    before, start = _name_before(around, known)
    after, other = _name_after(around, known)
    if before and after and before.indicator != after.indicator:
        return None, 0
    return (before, start) if before else (after, other)


def _name_before(around: _Around, known: Catalogue) -> tuple[Named | None, int]:
    plain, end = around.plain, around.number.start
    first = max(around.before, around.clause, end - _REACH)
    for start in range(first, end - 1):
        named = known.at(plain, start, end)
        if named and _LINK.fullmatch(plain, start + len(named.name), end):
            return named, start
    return None, 0


def _name_after(around: _Around, known: Catalogue) -> tuple[Named | None, int]:
    plain, end = around.plain, around.number.end
    last = min(around.after, around.end)
    for start in range(end, min(end + _LONGEST_LINK, last)):
        named = known.at(plain, start, last)
        level = _LEVEL.fullmatch(plain, end, start) if named else None
        if named and level and _closes(around, start + len(named.name)):
            scopes = {figure.key.scope for figure in named.figures}
            if level.group(1) is None or any(_same_level(level[1], scope) for scope in scopes):
                return named, start
    return None, 0


def _same_level(written: str, scope: str) -> bool:
    """Say whether 市县级 means the scope 市县两级."""
    return set(written) - set("（）、级属") == set(scope) - set("两三四级属")


def _closes(around: _Around, at: int) -> bool:
    """Say whether a name ends its phrase: 60个护理站的负责人 are no 护理站."""
    rest = around.plain[at : at + 2]
    if not rest or rest[0] in "，。；！？\n）”’":
        return True
    return rest[0] in "、和与及" and around.after == at + 1


def _is_comparable(figure: Figure, around: _Around, last_year: int, *, per: bool) -> bool:
    """Say whether a figure is of the time that the text speaks of."""
    period, heading = figure.key.period, around.number.period
    if heading is None:
        is_rule = around.number.quantity.bound is not Bound.EXACT
        return per or _is_each(figure) or is_rule or around.is_planned()
    if period is None:
        return heading.kind is PeriodKind.BY and heading.years[-1:] == (last_year,)
    return period.matches(heading)


def _is_each(figure: Figure) -> bool:
    period = figure.key.period
    return period is not None and period.kind in (PeriodKind.EACH, PeriodKind.NTH)
