"""The figures of a text: numbers with their unit and bound, and the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from generator.quantity import find_quantities, read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation.leaves import Leaf, PlanText

_DIGITS: Final = r"\d+(?:\.\d+)?"
_HAN: Final = "[零一二两三四五六七八九十百千]+"
NUMBER: Final = (
    rf"(?:{_DIGITS}(?:[:∶：/]{_DIGITS})|{_DIGITS}(?:至|[—–-]){_DIGITS}|{_DIGITS}"
    rf"|{_HAN}分之{_HAN}|一半|{_HAN})"
)
_MEASURES: Final = (
    "元/人/天 元/学时 名/个 万元 亿元 元 学时 课时 学分 周岁 岁 个月 年 天 ％ % ‰ "
    "名 人 所 个 项 类 级 种 方 条 大 维 门 组 节 篇 份 期 阶段 支 次"
)
UNIT: Final = "|".join(sorted(map(re.escape, _MEASURES.split()), key=len, reverse=True))
_BEFORE: Final = "不少于|不低于|至少|不超过|不多于|不高于|超过|达到|近|约"
_AFTER: Final = "以上|以下|以内|左右|内"
_FIGURE: Final = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<number>{NUMBER})(?P<unit>{UNIT})?(?P<after>{_AFTER})?"
)
_NO_FIGURE_BEFORE: Final = re.compile(r"(?:第|附件|〔|No\.|[A-Za-z0-9.〕“])$")
# words that hold a numeral and count nothing
_WORDS: Final = re.compile("统一|[一]|八桂|成千上万|千方百计|三新|四史|三名|三个课堂")
_DATE: Final = re.compile(r"\d{4}(?:[—–-]\d{4})?年|\d{4}—\d{4}|\d+月|\d+日|〔\d{4}〕\d+号")
_STOPS: Final = "，。；：！？（）“”"
# what an item of a list is counted by; the measure word itself says nothing
COUNT_WORDS: Final = frozenset([*"个项类级种方条大维门组", "阶段"])
_SAME_UNIT: Final = {"人": "名", "位": "名", "％": "%", "周岁": "岁", "个月": "月"}
ROLES: Final = frozenset(
    ("lead", "support", "participate", "guide", "responsible", "implement", "jointly")
)
# the keys under which the document itself speaks, and what stands there
_PLACES: Final = {
    **dict.fromkeys(("text", "content", "preamble", "aim"), "正文"),
    **dict.fromkeys(("title", "heading"), "标题"),
    **dict.fromkeys(("claim", "items", "spells"), "列举"),
    **dict.fromkeys(ROLES, "单位名"),
    "holds": "关系式",
    "due": "时限",
}
_NOT_THE_DOCUMENT: Final = frozenset(
    ("basis", "mentions", "publication", "printing", "waivers", "terms", "addressees")
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its place.

    Attributes:
        leaf: the line that it stands in.
        start: index of the number in the line.
        number: the number as written.
        unit: its unit as written, or "".
        before: the word before it that bounds it, as written, or "".
        after: the word after it that bounds it, or "".
        place: what it stands in: 指标, 正文, 标题, 列举, 关系式, 时限 or 单位名.
        is_count: it counts the items of a list and measures nothing.
    """

    leaf: Leaf
    start: int
    number: str
    unit: str
    before: str
    after: str
    place: str
    is_count: bool

    @property
    def end(self) -> int:
        """Index in the line after the unit."""
        return self.start + len(self.number) + len(self.unit)

    @property
    def bounded(self) -> bool:
        """Whether a bound stands anywhere before it in its clause (不低于总数的5‰)."""
        return bool(re.search(_BEFORE, self.context.partition("|")[0]))

    @property
    def words(self) -> str:
        """The figure as written, with its bounds."""
        return f"{self.before}{self.number}{self.unit}{self.after}"

    @property
    def amount(self) -> tuple[Fraction | str, str]:
        """What two statements of one figure have in common: value and unit."""
        unit = _SAME_UNIT.get(self.unit, self.unit)
        return value_of(self.number), unit

    @property
    def context(self) -> str:
        """The clause around the figure, a bar in its place."""
        text, start = self.leaf.text, self.start - len(self.before)
        end = self.end + len(self.after)
        left = max((text.rfind(mark, 0, start) for mark in _STOPS), default=-1) + 1
        ends = [at for mark in _STOPS if (at := text.find(mark, end)) >= 0]
        return f"{text[left:start]}|{text[end : min(ends, default=len(text))]}"


def value_of(number: str) -> Fraction | str:
    """Read a number; ranges and pairs stay as written."""
    if re.fullmatch(_DIGITS, number):
        return Fraction(number)
    if match := re.fullmatch(f"({_HAN})分之({_HAN})", number):
        below, above = (read_integer(part) for part in match.groups())
        return Fraction(above or 0, below or 1)
    if re.fullmatch(_HAN, number) and (whole := read_integer(number)) is not None:
        return Fraction(whole)
    return {"一半": Fraction(1, 2)}.get(number, number)


def figures_of(plan: PlanText) -> tuple[Figure, ...]:
    """Find every figure of a plan's file, in the order of the file."""
    return tuple(figure for leaf in plan.leaves for figure in _in_leaf(leaf))


def place_of(leaf: Leaf) -> str:
    """Say what a line is, or "" for what is no part of the document."""
    if _NOT_THE_DOCUMENT & set(leaf.route):
        return ""
    key, above = leaf.key, leaf.route[-2:-1]
    is_value = "figures" in leaf.route and (above == ("figures",) or key in ("figures", "value"))
    if is_value or above == ("indicators",):
        return "指标"
    if leaf.route[0] == "units" and key in ("short", "count"):
        return "单位名"
    return _PLACES.get(key, "")


def _in_leaf(leaf: Leaf) -> Iterator[Figure]:
    place = place_of(leaf)
    if not place:
        return
    text = leaf.text
    dates = [match.span() for match in _DATE.finditer(text)]
    seen = [(mention.start, mention.end) for mention in find_quantities(text)]
    for match in _FIGURE.finditer(text):
        start, number, unit = match.start("number"), match["number"], match["unit"] or ""
        if any(low < match.end("number") and start < high for low, high in dates):
            continue
        known = any(low <= start < high for low, high in seen)
        if not known and not _is_figure(text, start, number, unit, place):
            continue
        if number == "一" and not unit:
            continue
        if place == "关系式" and not _is_constant(text, start, match.end(), unit):
            continue
        yield Figure(
            leaf,
            start,
            number,
            unit,
            match["before"] or "",
            match["after"] or "",
            place,
            _counts_items(text, match, place),
        )


def _is_figure(text: str, start: int, number: str, unit: str, place: str) -> bool:
    """Say whether a number that the program does not see is a figure all the same."""
    if _NO_FIGURE_BEFORE.search(text[:start]):
        return False
    is_share = "/" in number or "分之" in number or ":" in number
    if not unit:
        return is_share
    if number[0].isdigit():
        return True
    return number != "一" and not _WORDS.match(number + unit) and place != "单位名"


def _is_constant(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number of a formula stands alone: not a factor, not part of a name."""
    return bool(unit) and text[start - 1 : start] == " " and text[end : end + 1] in ("", " ")


def _counts_items(text: str, match: re.Match[str], place: str) -> bool:
    """Whether a number counts a list: in a claim, in words (三级), or directly after its items."""
    if match["unit"] not in COUNT_WORDS:
        return False
    if place == "列举" or re.fullmatch(_HAN, match["number"]):
        return True
    clause = re.split("[，。；：！？]", text[: match.start()])[-1]
    return "、" in clause and not re.search(r"\d|、$|等$", clause)
