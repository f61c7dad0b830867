"""The unit registry: who may be named in a plan, by which names, and who belongs to whom."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BeforeValidator

from generator.model.base import Record, key, name_key
from generator.model.values import (
    Amount,
    Identifier,
    Line,
    NameList,
    Names,
    OneOf,
    entries,
)
from generator.text import Text

GROUP: Final = "集合"
UnitKind = Annotated[
    Text,
    OneOf(
        organ="机关",
        internal_section="内设科",
        public_institution="事业单位",
        deliberative_body="议事机构",
        party_department="党委部门",
        group=GROUP,
        area="地区",
        enterprise="企业",
        school="学校",
    ),
]


class Unit(Record):
    """A unit, or a group of units."""

    name: Line = name_key()
    id: Identifier | None = key("标识", "网址里用的短名，只用字母、数字和“-”", None)
    short: Line | None = key("简称", "表里印的短名", None)
    aliases: NameList = key("别名", "文件里的其他写法", Names())
    former: NameList = key("曾用名", "改名前的名称", Names())
    kind: UnitKind | None = key("类别", "机关、内设科、事业单位、议事机构、集合等", None)
    level: Line | None = key("层级", "国、省、市、县、校", None)
    region: Line | None = key("地区", "所在地区", None)
    parent: Line | None = key("上级", "上级单位", None)
    members: NameList = key("成员", "集合的成员", Names())
    subset_of: Line | None = key("属于", "所属的集合", None)
    count: Amount | None = key("数量", "集合里有多少，例如30所", None)

    @property
    def label(self) -> Line:
        """The name printed in tables."""
        return self.short or self.name

    @property
    def names(self) -> tuple[Line, ...]:
        """Every name that it may be written by, the official one first."""
        short = (self.short,) if self.short else ()
        return (self.name, *short, *self.aliases.items, *self.former.items)


UnitTable = Annotated[tuple[Unit, ...], BeforeValidator(entries)]


class UnitRegistry(Record):
    """The file units.yaml: the units known in its folder and below."""

    format: Line = key("格式版本", "格式版本，现为1")
    region: Line | None = key("地区", "所属地区；各单位自己写了地区的，以自己的为准", None)
    units: UnitTable = key("单位", "单位名称: 资料")

    @property
    def in_region(self) -> tuple[Unit, ...]:
        """Its units, each in the region of the file unless it says another."""
        return tuple(
            unit
            if unit.region or not self.region
            else unit.model_copy(update={"region": self.region})
            for unit in self.units
        )
