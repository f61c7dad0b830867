"""Tables as first-class data: what the author declares, and what its cells say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BeforeValidator, PrivateAttr

from generator.model.base import LocatedList, Record, key
from generator.model.spelling import loose
from generator.model.values import (
    Line,
    Lines,
    OneOf,
    StatedPeriod,
    StatedQuantity,
    Verbatim,
    When,
    YesNo,
    refuse_empty,
    split_names,
)
from generator.text import Text

if TYPE_CHECKING:
    from generator.model.figures import Figure
    from generator.quantity import Quantity
    from generator.source import Place


class Holds(StrEnum):
    """What the cells of a column are; the value is the word that drafters write."""

    NUMBER = "序号"
    PLACE = "地区"
    UNIT = "单位"
    LABEL = "名目"
    MEASURE = "计量单位"
    INDICATOR = "指标"
    GROUP = "分组"
    NATURE = "属性"
    FORMULA = "计算"
    SOURCE = "来源"
    MARK = "标记"
    FULL_MARK = "分值"
    CRITERIA = "评分标准"
    NOTE = "备注"
    TEXT = "文字"
    FIGURE = "数值"


LABELLING = (Holds.INDICATOR, Holds.LABEL, Holds.PLACE, Holds.UNIT)
"""What may name the rows; where a table has several of them, the first of these does."""
COUNTED = (Holds.FIGURE, Holds.FULL_MARK)
"""What holds quantities."""


def _columns(data: object) -> object:
    """Split a line of names; a list may hold names and mappings."""
    refuse_empty(data)
    if isinstance(data, Text):
        return LocatedList(split_names(data), data.span)
    return data


class Column(Record):
    """A column of a table."""

    _shorthand: ClassVar[str] = "name"

    name: Line = key("名称", "列的名称，在式子里用")
    heading: Line | None = key("表头", "印出的表头与名称不同时写；“上 > 下”是两层表头", None)
    holds: Annotated[Text, OneOf(**{kind.name.lower(): kind.value for kind in Holds})] | None = key(
        "内容", "这一列是什么：数值、地区、指标、分值等；不写时由名称判断", None
    )
    period: When | None = key("时期", "这一列数值的时期；名称本身是时期的不用写", None)
    indicator: Line | None = key("指标", "这一列数值的指标", None)
    unit: Line | None = key("单位", "这一列的计量单位", None)
    scope: Line | None = key("层级", "这一列数值的层级或地方", None)
    counting: Line | None = key("口径", "这一列数值的口径：新增、累计等", None)
    formula: Line | None = key("计算", "由同一行其他列算出的式子", None)
    blank: YesNo = key("空缺", "写“可”：这一列的空格不必提示", default=False)


class Table(Record):
    """A table of the document, its cells written inline or in a file beside the plan."""

    id: Line | None = key("标识", "引用时用的名字，字母、数字、“-”或汉字", None)
    title: Line | None = key("标题", "表的标题", None)
    unit: Line | None = key("单位", "各格数值的计量单位，例如人、万元", None)
    period: When | None = key("时期", "各格数值的时期", None)
    indicator: Line | None = key("指标", "各格数值的指标", None)
    scope: Line | None = key("层级", "各格数值的层级或地方", None)
    counting: Line | None = key("口径", "各格数值的口径", None)
    source: Line | None = key("来源", "出处", None)
    columns: Annotated[tuple[Column, ...], BeforeValidator(_columns)] = key(
        "列", "各列的名称，或“name: 名称”加说明；数据在文件里的可以不写", ()
    )
    rows: Verbatim | None = key("行", "写在“|”之下，一行一行，各格之间和行首行尾用“|”", None)
    data: Line | None = key("数据", "表格文件，例如名额.csv、投资.xlsx#Sheet1", None)
    total_row: Line | None = key("合计行", "合计行的名目", None)
    total_column: Line | None = key("合计列", "合计列的名称", None)
    splits: Line | None = key("切分", "分组列的名称，每一组各行相加都等于合计行", None)
    each_group: Lines = key("分组合计", "例如“合计（分值，按部门） = 60”", ())
    checks: Lines = key("核对", "各列之间的式子；“每列：”开头的是各行之间的式子", ())
    defines: Annotated[Text, OneOf(indicators="指标")] | None = key(
        "定义", "写“指标”：每一行是一个指标", None
    )
    notes: Lines = key("表注", "表下的注", ())

    _body: TableBody | None = PrivateAttr(None)

    @property
    def body(self) -> TableBody:
        """The cells as read; empty until they are."""
        return self._body or TableBody((), ())

    @property
    def name(self) -> str:
        """What messages call the table."""
        return str(self.title or self.id or "表格")

    @property
    def names(self) -> tuple[Line, ...]:
        """The names that it is referred to by."""
        return tuple(name for name in (self.id, self.title) if name)

    def with_body(self, body: TableBody) -> Table:
        """Give the same table with its cells."""
        filled = self.model_copy()
        filled._body = body  # noqa: SLF001  # the copy's own cells
        return filled


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column as read.

    Attributes:
        column: the column as declared, or as named by the head of a file.
        holds: what its cells are.
        inferred: whether that was read from its name.
        when: the period of its figures, or None.
        unit: the unit of a number without one, or "".
    """

    column: Column
    holds: Holds
    inferred: bool
    when: StatedPeriod | None
    unit: str

    @property
    def name(self) -> str:
        """The name used in formulas."""
        return str(self.column.name)

    @property
    def headings(self) -> tuple[str, str]:
        """The upper head, "" for none, and the head."""
        written = str(self.column.heading or self.column.name).strip()
        above, _, below = written.rpartition(">")
        # a sign at the end has nothing below it: it belongs to the words
        return (above.strip(), below.strip()) if below else ("", written)

    @property
    def counted(self) -> bool:
        """Whether it holds quantities."""
        return self.holds in COUNTED


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as read.

    Attributes:
        text: the words to print, those of the cell above for 〃.
        stated: its quantity, or None.
        second: a second figure of another counting: 实有 and 45人 of 70（实有45）.
        zero: nothing in the unit of the cell, where it says that there is no value (- or 无).
        ditto: it repeats the cell above (〃) and is printed as one with it.
    """

    text: Text
    stated: StatedQuantity | None = None
    second: tuple[str, StatedQuantity] | None = None
    zero: Quantity | None = None
    ditto: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.text.place

    @property
    def quantity(self) -> Quantity | None:
        """What it counts as in sums: nothing for -, and None where it is not known."""
        return self.stated.quantity if self.stated else self.zero

    def of_counting(self, counting: str) -> Quantity | None:
        """Give its figure of a counting; a cell without one counts as equal."""
        if self.second and self.second[0] == counting:
            return self.second[1].quantity
        return self.quantity


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as read.

    Attributes:
        label: what names it, without 其中：; "" for none.
        cells: one a column.
        total: whether it is the total row.
        part_of: the row that it is a part of (其中：), by its number from 0, or None.
    """

    label: str
    cells: tuple[TableCell, ...]
    total: bool = False
    part_of: int | None = None

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.cells[0].place


@dataclass(frozen=True, slots=True)
class TableBody:
    """The cells of a table.

    Attributes:
        columns: the columns, left to right.
        rows: the rows, from the top.
        figures: every quantity with its identity, by row and column from 0.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    figures: tuple[tuple[int, int, Figure], ...] = ()

    def position(self, name: str) -> int | None:
        """Find a column by its name, else by one that differs in spaces and the like."""
        names = [column.name for column in self.columns]
        if name in names:
            return names.index(name)
        alike = (index for index, own in enumerate(names) if loose(own) == loose(name))
        return next(alike, None)

    @property
    def labelling(self) -> int | None:
        """The column that names the rows."""
        for kind in LABELLING:
            for index, column in enumerate(self.columns):
                if column.holds is kind:
                    return index
        return None
