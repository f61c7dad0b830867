"""The figures of a plan: indicators, what identifies a figure, and declared relations."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, NamedTuple, Self

from pydantic import BeforeValidator, ValidationInfo, model_validator

from generator.model.base import Located, LocatedList, Reading, Record, key, name_key
from generator.model.quoting import brief
from generator.model.values import (
    Amount,
    Line,
    NameList,
    Names,
    OneOf,
    StatedQuantity,
    When,
    YesNo,
    entries,
    refuse,
    refuse_empty,
    shorthand,
)
from generator.quantity import Quantity, parse_quantity
from generator.source import Span
from generator.text import Text

if TYPE_CHECKING:
    from generator.quantity import Period
    from generator.source import Place


_CUTS_NAMES: Final = re.compile(
    "[、，@]|(?:^|[ \u3000])[+＋−－×÷*/=＝<>＜＞≤≥-](?:[ \u3000]|$)"
    "|[ \u3000][+＋−－×÷*/=＝<>＜＞≤≥-]|[+＋−－×÷*/=＝<>＜＞≤≥-][ \u3000]"
)


class FigureKey(NamedTuple):
    """What makes two statements the same figure: only those are compared.

    Attributes:
        indicator: name of the indicator.
        period: when, or None where the author wrote none.
        scope: level or place, e.g. 市级; "" for none.
        counting: 新增, 累计, 存量, …; "" for none.
    """

    indicator: str
    period: Period | None
    scope: str
    counting: str


class Figure(NamedTuple):
    """A figure of the plan: its identity, its value as authored, where it stands."""

    key: FigureKey
    stated: StatedQuantity

    @property
    def span(self) -> Place:
        """Where the value stands."""
        return self.stated.text.place

    @property
    def when(self) -> str:
        """The period as authored, or ""."""
        return self.key.period.text if self.key.period else ""

    @property
    def label(self) -> str:
        """Name and period, as shown to readers."""
        return f"{self.key.indicator}（{self.when}）" if self.when else self.key.indicator


class FigureEntry(Record):
    """One value of an indicator, for one period or for none."""

    _shorthand: ClassVar[str] = "value"

    period: When | None = name_key(None)
    value: Amount = key("数值", "数值，照文件的写法")
    counting: Line | None = key("口径", "新增、累计、存量、计划、实有等", None)
    scope: Line | None = key("层级", "这个数值的层级或地方，与指标不同时写", None)
    exact: YesNo = key(
        "确数", "百分数、带小数或以万、亿计的数是准数，不是四舍五入来的", default=False
    )
    source: Line | None = key("来源", "出处", None)
    note: Line | None = key("备注", "备注", None)

    @cached_property
    def stated(self) -> StatedQuantity:
        """The value, its rounding taken away if it is declared exact."""
        if not self.exact:
            return self.value
        return StatedQuantity(self.value.text, replace(self.value.quantity, is_exact_count=True))


class Split(Record):
    """One way in which an indicator is the sum of others."""

    _shorthand: ClassVar[str] = "parts"

    name: Line | None = name_key(None)
    parts: NameList = key("分项", "相加等于总数的各指标")


def _figures(data: object) -> LocatedList:
    refuse_empty(data)
    if isinstance(data, Text):
        return LocatedList([shorthand(data, data.span)], data.span)
    return entries(data)


def _splits(data: object) -> LocatedList:
    refuse_empty(data)
    if isinstance(data, Located):
        return entries(data)
    span = data.span if isinstance(data, Text | LocatedList) else Span("", 1, 1, 1, 1)
    return LocatedList([shorthand(data, span)], span)


Nature = Annotated[
    Text, OneOf(binding="约束性", anticipated="预期性", quantitative="定量", qualitative="定性")
]
Trend = Annotated[Text, OneOf(rising="上升", falling="下降", constant="不变", free="不要求")]


def name_fault(name: str) -> str:
    """Say what in an indicator's name would cut it where it is referred to, or ""."""
    found = _CUTS_NAMES.search(name)
    return f"指标名称“{brief(name)}”里有“{found.group().strip()}”，引用时会被切开" if found else ""


def _indicator_name(data: object) -> object:
    fault = name_fault(data) if isinstance(data, Text) else ""
    if fault:
        refuse("name_expected", fault, data)
    return data


class Indicator(Record):
    """A measured target: its figures by period, and how it hangs together with others."""

    _shorthand: ClassVar[str] = "figures"

    name: Annotated[Line, BeforeValidator(_indicator_name)] = name_key()
    figures: Annotated[tuple[FigureEntry, ...], BeforeValidator(_figures)] = key(
        "数值", "数值；有时期的写成“时期: 数值”"
    )
    scope: Line | None = key("层级", "国、省、市、县、校、市县两级或地名", None)
    counting: Line | None = key("口径", "新增、累计、存量、计划、实有等", None)
    per: Line | None = key("每", "数值说的是每个什么，例如每名教师", None)
    base: Line | None = key("基数", "占比是占什么的比", None)
    parts: Annotated[tuple[Split, ...], BeforeValidator(_splits)] = key(
        "分项", "相加等于本指标的各指标；有几种分法时写成“分法: 各指标”", ()
    )
    subset_of: Line | None = key("其中", "本指标是哪个指标的一部分", None)
    formula: Line | None = key("计算", "由其他指标算出的式子", None)
    takes: Line | None = key("周期", "一轮要多久：数值或指标名", None)
    trend: Trend | None = key("走向", "上升、下降、不变或不要求", None)
    nature: Nature | None = key("属性", "约束性、预期性、定量或定性", None)
    norm: Line | None = key("上位指标", "不得低于的上位指标，写成“规划#指标”", None)
    unit: Line | None = key("单位", "没有写单位的数值的计量单位，例如名、万元", None)
    group: Line | None = key("分组", "一级、二级指标的标题", None)
    mark: Line | None = key("标记", "标记", None)
    source: Line | None = key("来源", "出处", None)
    note: Line | None = key("备注", "备注", None)
    aliases: NameList = key("别称", "正文里的其他叫法", Names())

    @model_validator(mode="after")
    def _figures_in_unit(self, info: ValidationInfo) -> Self:
        """Read a figure that has no unit of its own in the indicator's."""
        if self.unit is None:
            return self
        reading: Reading = info.context or Reading()
        figures = [_in_unit(entry, self.unit, reading.extra_units) for entry in self.figures]
        object.__setattr__(self, "figures", tuple(figures))
        return self

    @cached_property
    def stated(self) -> tuple[Figure, ...]:
        """Its figures with their identity."""
        return tuple(
            Figure(
                FigureKey(
                    str(self.name),
                    entry.period.period if entry.period else None,
                    str(entry.scope or self.scope or ""),
                    str(entry.counting or self.counting or ""),
                ),
                entry.stated,
            )
            for entry in self.figures
        )


def _in_unit(entry: FigureEntry, unit: Text, extra_units: frozenset[str]) -> FigureEntry:
    quantity = parse_quantity(entry.value.text, extra_units, default_unit=unit)
    if not isinstance(quantity, Quantity):
        return entry
    return entry.model_copy(update={"value": StatedQuantity(entry.value.text, quantity)})


class Relation(Record):
    """A relation between figures that must hold."""

    name: Line = key("名称", "关系的名称")
    holds: Line = key("成立", "应当成立的式子，例如“甲 = 乙 + 丙”")
    note: Line | None = key("备注", "备注", None)
