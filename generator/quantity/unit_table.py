"""The closed list of units: spelling, kind, size, and the words they must not be read in."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class UnitEntry(NamedTuple):
    """What is known of a unit.

    Attributes:
        name: the name that is kept and printed.
        kind: amounts of one kind can be compared (名 and 人 are persons).
        size: how many of the first unit of its kind one is.
        never_negative: an amount below zero makes no sense.
        below_only: only written after a stroke, as in 元/生.
        digits_only: read after 0-9 only, because 十分 and 三元 are other words.
        not_before: characters that make it part of a longer word (期 before 间).
        unless: words that begin with such a character and leave it alone (名 before 义务).
    """

    name: str
    kind: str
    size: Fraction = Fraction(1)
    never_negative: bool = True
    below_only: bool = False
    digits_only: bool = False
    not_before: str = ""
    unless: tuple[str, ...] = ()


def _list(words: str) -> tuple[str, ...]:
    """Return the words of a row that is written to be read."""
    return tuple(words.split())


# For each kind that converts, its units with their sizes; the first has size 1.
_CONVERTED: dict[str, str] = {
    "人": "人 1 名 1 位 1 生 1 师 1",
    "个": "个 1 所 1 家 1",
    "月": "月 1 季度 3 年 12 周年 12",
    "天": "天 1 日 1 周 7 星期 7",
    "小时": "小时 1 分钟 1/60 秒 1/3600",
    "学期": "学期 1 学年 2",
    "岁": "岁 1 周岁 1",
    "元": "元 1 角 1/10",
    "平方米": "平方米 1 亩 2000/3 公顷 10000 平方公里 1000000 平方千米 1000000",
    "米": "米 1 公里 1000 千米 1000 厘米 1/100 毫米 1/1000",
    "千克": "千克 1 公斤 1 吨 1000 克 1/1000 毫克 1/1000000 微克 1/1000000000 斤 1/2",
    "立方米": "立方米 1 升 1/1000 毫升 1/1000000",
    "千瓦": "千瓦 1 兆瓦 1000",
    "千瓦时": "千瓦时 1 兆瓦时 1000",
}
# Each of these is a kind of its own. 方 is a party (三方机制), never a cubic metre.
_OWN_KIND = _list(
    "项 条 支 期 节 门 组 类 级 件 篇 份 次 场 批 套 种 方 维 大 台 座 处 间 栋 幢 本 册 张 户 "
    "轮 届 班 辆 架 艘 株 头 只 片 段 步 道 部 幅 床 例 宗 课 讲 人次 场次 批次 班次 课次 "
    "阶段 维度 层次 层级 方面 环节 版块 板块 学时 课时 学分 工作日 标准箱 吨标准煤 吨公里 人公里 "
    "标台 车公里 车道公里 "
    "美元 欧元 日元 港元 百分点 摄氏度 ℃ 分 校 县 市 村 乡 镇 园 室 单位"
)
_SIGNED = frozenset(_list("元 角 美元 欧元 日元 港元 百分点 摄氏度 ℃ 分"))
_BELOW_ONLY = frozenset(_list("生 师 校 县 市 村 乡 镇 园 室 单位"))
_DIGITS_ONLY = frozenset(_list("分 日 角 斤 克 米 升 课 讲 部 段 步 道 片 头 只"))

# Characters that make a unit part of a longer word.
_NOT_BEFORE = {
    "个": "别",
    "升": "级学值高至到",
    "人": "民才口均员",
    "名": "牌称额义单",
    "位": "置",
    "所": "谓属",
    "家": "长访属乡渠",
    "年": "级代度轻龄",
    "天": "津",
    "周": "期边密末",
    "日": "常",
    "条": "件例款",
    "支": "持部付撑出教点行",
    "期": "间末初限望刊待",
    "节": "约能点日省水",
    "门": "类槛诊峡",
    "组": "织建合长",
    "类": "别型似",
    "级": "别差部数",
    "份": "额",
    "次": "性日要生序",
    "场": "地所馆景合",
    "批": "准评复示转发量",
    "种": "植子质养业粮",
    "方": "案式法向针便可米",
    "维": "码护修持",
    "大": "学约于概",
    "台": "河县山阶",
    "座": "谈位",
    "处": "理于室方",
    "间": "隔接",
    "本": "科市省校县级土地身质",
    "户": "籍外口",
    "班": "级主子",
    "部": "门分署级委",
    "段": "落",
    "道": "路德理",
    "步": "骤",
    "课": "程堂题",
    "分": "之别类钟管布",
    "元": "素旦区化制论",
    "轮": "流换训岗",
    "届": "时",
    "例": "如",
    "片": "区",
    "角": "度色",
}

# Words that begin with one of these characters all the same: 100名义务教育教师.
_UNLESS = {
    "名": ("义务",),
    "批": ("示范",),
    "大": ("学科", "学习", "学术", "学员", "学生"),
    "家": ("属地",),
    "支": ("教师", "教学", "教育", "行业", "部队"),
    "所": ("属地",),
}

# Other spellings of a unit; 个 before a unit of time changes nothing.
_SPELLINGS = {
    "㎡": "平方米",
    "m²": "平方米",
    "km²": "平方公里",
    "㎞": "公里",
    "km": "公里",
    "kg": "千克",
    "kW": "千瓦",
    "kWh": "千瓦时",
    "MW": "兆瓦",
    "立方": "立方米",
    "m³": "立方米",
    "工日": "工作日",
    "TEU": "标准箱",
    "个月": "月",
    "人民币元": "元",
}
# 个 before these changes nothing: 3个学期, 5个工作日.
_WITH_MEASURE = _list("季度 学期 学年 小时 学时 课时 学分 工作日 星期 周 百分点 标准箱")


def _make_units() -> dict[str, UnitEntry]:
    """Return every unit by its kept name."""
    rows = [(name, name, Fraction(1)) for name in _OWN_KIND]
    for kind, members in _CONVERTED.items():
        words = _list(members)
        rows += [
            (name, kind, Fraction(size)) for name, size in zip(words[::2], words[1::2], strict=True)
        ]
    return {
        name: UnitEntry(
            name,
            kind,
            size,
            never_negative=name not in _SIGNED,
            below_only=name in _BELOW_ONLY,
            digits_only=name in _DIGITS_ONLY,
            not_before=_NOT_BEFORE.get(name, ""),
            unless=_UNLESS.get(name, ()),
        )
        for name, kind, size in rows
    }


UNITS = _make_units()
SPELLINGS = (
    UNITS
    | {spelling: UNITS[name] for spelling, name in _SPELLINGS.items()}
    | {"个" + name: UNITS[name] for name in _WITH_MEASURE}
)
LONGEST_SPELLING = max(map(len, SPELLINGS))
# Below a stroke and after 每 a unit may be counted by these: 4名/万人, 0.5吨标准煤/万元.
SCALES = {"十万": 10**5, "百万": 10**6, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def unit_entry(name: str) -> UnitEntry | None:
    """Return what is known of a unit, of one in hundreds or ten thousands (万人) too."""
    entry = UNITS.get(name)
    scale = next((scale for scale in SCALES if name.startswith(scale)), "")
    one = UNITS.get(name.removeprefix(scale)) if scale else None
    if entry or one is None:
        return entry
    return one._replace(name=name, size=one.size * SCALES[scale])


def _lengths_by_first() -> dict[str, tuple[int, ...]]:
    """Return how long the spellings with a first character are, longest first."""
    lengths: dict[str, set[int]] = {}
    for spelling in SPELLINGS:
        lengths.setdefault(spelling[0], set()).add(len(spelling))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


LENGTHS_BY_FIRST = _lengths_by_first()
