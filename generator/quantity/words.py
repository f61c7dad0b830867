"""The words around a number: bounds, nearness, hedges, verbs, vague amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.quantity.quantity import Bound, Hedge, Nearness

if TYPE_CHECKING:
    from collections.abc import Iterable


class Word(NamedTuple):
    """What a word before or after a number says; a word may say two things (不得超过)."""

    bound: Bound | None = None
    nearness: Nearness = Nearness.NONE
    hedge: Hedge | None = None
    verb: bool = False


def _table(rows: tuple[tuple[Word, str], ...]) -> dict[str, Word]:
    """Return word → meaning from rows of words separated by spaces."""
    return {name: word for word, names in rows for name in names.split()}


_HEDGES = (
    (Hedge.MUST, "必须 务必 务须 一律 严格 确保 必需 须"),
    (Hedge.SHALL, "应当 应该 应"),
    (Hedge.IN_PRINCIPLE, "原则上 原则 原则上应"),
    (Hedge.STRIVE, "力争 争取 努力 力求 尽量 尽可能 尽力 力争在"),
    (Hedge.USUALLY, "一般 通常 一般应 一般在"),
)

_NEGATED = (
    (Hedge.MUST, ("不得", "不能", "不准", "不可", "不许", "严禁")),
    (Hedge.SHALL, ("不应", "不应当")),
    (Hedge.IN_PRINCIPLE, ("不宜",)),
)
_NEGATED_BOUNDS = (
    (Bound.AT_MOST, ("超过", "多于", "高于", "大于", "长于", "超出")),
    (Bound.AT_LEAST, ("少于", "低于", "小于", "短于")),
)

_VERBS = (
    "达到 达 达至 稳定在 保持在 维持在 控制在 稳定 保持 提高到 提高至 提升到 提升至 增加到 "
    "增加至 增至 增长到 扩大到 扩大至 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 "
    "缩小到 压减到 为 建成 完成 实现 共 共计 合计 总计 累计 新增 增长 提高 提升 增加 下降 "
    "降低 减少 年均增长 年均 超额完成"
)

BEFORE: dict[str, Word] = _table(
    (
        *((Word(hedge=hedge), names) for hedge, names in _HEDGES),
        (
            Word(Bound.AT_LEAST),
            "至少 最少 最低 起码 不少于 不低于 不小于 不下于 不短于 不亚于 不少 ≥ ⩾ ≧ >= ＞=",
        ),
        (
            Word(Bound.AT_MOST),
            "至多 最多 最高 最长 不超过 不多于 不高于 不大于 不长于 不超出 不超 ≤ ⩽ ≦ <= ＜=",
        ),
        (Word(Bound.MORE_THAN), "超过 超出 高于 多于 大于 突破 ＞ > 超"),
        (Word(Bound.LESS_THAN), "不满 不足 不到 未满 未达 低于 少于 小于 ＜ <"),
        (Word(nearness=Nearness.ABOUT), "约 大约 约为 大概 约占 大致 ≈"),
        (Word(nearness=Nearness.JUST_UNDER), "近 接近 将近"),
        (Word(nearness=Nearness.JUST_OVER), "逾"),
        (Word(verb=True), _VERBS),
        *(
            (Word(bound, hedge=hedge), " ".join(no + word for no in noes for word in words))
            for hedge, noes in _NEGATED
            for bound, words in _NEGATED_BOUNDS
        ),
    )
)


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """Return how long words with a character at `place` (first or last) are, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {key: tuple(sorted(sizes, reverse=True)) for key, sizes in found.items()}


BEFORE_BY_FIRST = _lengths(BEFORE, 0)
# Seen from a number backwards, only bounds and 约, 近 count: a verb there says nothing.
LIMITS = {
    word: said
    for word, said in BEFORE.items()
    if said.bound is not None or said.nearness is not Nearness.NONE
}
LIMITS_BY_LAST = _lengths(LIMITS, -1)

AFTER: dict[str, Word] = _table(
    (
        (Word(Bound.AT_LEAST), "以上 及以上 或以上 （含）以上 (含)以上 以上（含） 起步"),
        (Word(Bound.AT_MOST), "以下 及以下 或以下 以内 之内 （含）以下 (含)以下 以下（含） 封顶"),
        (Word(Bound.MORE_THAN), "以外 之外"),
        (Word(nearness=Nearness.ABOUT), "左右 上下"),
    )
)
AFTER_BY_FIRST = _lengths(AFTER, 0)

# What must not stand before a word: there it ends another one (附近, 节约, 适应).
NOT_AFTER = {
    "近": "附最新邻临靠远亲贴就走相",
    "约": "节签预集特公条制契简合违邀大",
    "超": "赶反",
    "应": "适相响反对供感效顺回",
    "须": "必务",
    ">": "-=",
}

# What must not stand after a word: there it begins another one (应用).
NOT_BEFORE = {"应": "用届急对变试聘邀"}

# 一般 is a hedge before these only; elsewhere it describes (一般高中).
ONLY_BEFORE = {"一般": "不应为在控要达至以每须需由安", "通常": "不应为在控要达至以每须需由安"}

VAGUE = (
    *("一大批", "一批", "若干", "一系列", "大批", "成千上万", "数十", "几十"),
    *("数以" + place + "计" for place in "百千万"),
    *(several + place for several in "数几上" for place in "百千万"),
)

# Vague words that begin so take a unit: 数百名, 若干所.
TAKES_UNIT = frozenset("数几上若")

_PROSE_HEDGES = (
    "必须|务必|务须|一律|确保|必需|应当|应该|应|须|原则上|力争|争取|力求|尽量|尽可能|一般|通常"
)

CLAUSE_ENDS = "，,。；;：:！!？?\n"
OPENING_QUOTES = "“‘「『"
CLOSING_QUOTES = "”’」』"

# One pass over prose finds where clauses end, where quotations stand, and the hedges between.
# Each sign is an alternative of its own: then the engine knows all first characters.
_SIGNS = "|".join(map(re.escape, CLAUSE_ENDS + OPENING_QUOTES + CLOSING_QUOTES))
PROSE_SIGNS = re.compile(f"{_SIGNS}|{_PROSE_HEDGES}")

# Bound words that may stand away from their number: 不少于本区域学校数的10%.
DISTANT_BOUNDS = re.compile(
    "不得超过|不得少于|不得低于|不得高于|不得多于|不应低于|不应超过|不少于|不低于|不小于|不超过|"
    "不多于|不高于|不大于|至少|至多|最多|最少|超过|高于|低于"
)
