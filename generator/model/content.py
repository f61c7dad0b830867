"""The text of a plan: sections, levels, projects, measures, goals and tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.base import Record, key
from generator.model.values import Identifier, Line, NameList, Names, Prose, ProseText, Whens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# each role and the word for it, as it stands after the units
ROLE_WORDS: Final = {
    "lead": "牵头",
    "support": "配合",
    "participate": "参与",
    "guide": "指导",
    "responsible": "负责",
    "implement": "落实",
    "jointly": "会同",
}
ROLES: Final = tuple(ROLE_WORDS)


class Claim(Record):
    """A counting phrase and what it counts."""

    claim: Line = key("列举", "报数的话；其中第一个数就是项数，没有数则只是一份名单")
    items: NameList | None = key("各项", "所数的各项；两处同名的列举，各项应当相同", None)
    counts: Line | None = key(
        "计数",
        "数什么：重点工程（projects）、培养层级（levels）、支撑保障（measures）、任务分工（tasks）、"
        "附件（attachments）、条款（clauses）、目标（goals）、「表名」的行等",
        None,
    )
    matches: Line | None = key(
        "对照",
        "各项应与哪里的标题相同，例如条款（clauses）、重点工程（projects）、附件1的章节",
        None,
    )
    spells: NameList | None = key("拼成", "依次拼出这个数的各部分，例如三大平台、两条路径", None)
    open: Line | None = key("不计", "无法计数的理由，例如固定提法", None)


class Duties(Record):
    """Units by role; a role on a row or clause is shared by all its goals."""

    lead: NameList | None = key("牵头", "牵头单位，一个或几个", None)
    support: NameList | None = key("配合", "配合单位；写“无”表示确实没有", None)
    participate: NameList | None = key("参与", "参与单位", None)
    guide: NameList | None = key("指导", "指导单位", None)
    responsible: NameList | None = key("负责", "负责单位", None)
    implement: NameList | None = key("落实", "落实单位", None)
    jointly: NameList | None = key("会同", "会同单位", None)
    due: Whens = key("时限", "完成时限，可有几个", ())

    def role(self, name: str) -> Names | None:
        """Give the units named for a role, or None when the role is not written."""
        names: Names | None = getattr(self, name)
        return names


class Defaults(Duties):
    """The units of every goal below that names none in a role, and what is printed of them."""

    note: Line | None = key(
        "说明", "印出来的一句话；这里写的单位不印，例如“未注明的，由各县区负责”", None
    )


class Goal(Duties):
    """One construction goal with its own units."""

    text: Line = key("内容", "目标的一句话，数字照写")
    id: Identifier | None = key("标识", "网址里用的名字，字母、数字、“-”或汉字", None)
    targets: NameList = key("指标", "这句话里各数字对应的指标，按文中次序", Names())
    after: NameList = key("前提", "须先完成的目标或条款", Names())


class Block(Duties):
    """A section, clause, project or measure; clauses in it are blocks again."""

    title: Line = key("名称", "名称")
    id: Identifier | None = key("标识", "网址里用的名字，字母、数字、“-”或汉字", None)
    heading: Line | None = key("标题", "印出来的标题与名称不同时写，例如“实施……工程”", None)
    aliases: NameList = key("别称", "它的其他名称", Names())
    text: ProseText = key("正文", "正文，写在“|”之下；空一行另起一段", Prose())
    targets: NameList = key("指标", "正文里各数字对应的指标，按文中次序", Names())
    claims: tuple[Claim, ...] = key("列举", "报数的话和所数的各项", ())
    goals: tuple[Goal, ...] = key("目标", "有自己责任单位的句子", ())
    clauses: tuple[Block, ...] = key("条款", "下一级条款", ())
    defaults: Defaults | None = key(
        "默认责任", "这一块和下级条款里没有写责任单位的目标由谁负责", None
    )
    number: Line | None = key("原编号", "只用于照录的文件：原文印的编号", None)
    show: NameList = key(
        "插入",
        "在此印出：培养层级（levels）、重点工程（projects）、支撑保障（measures）、"
        "指标（indicators）、任务分工（tasks）或表格的名称",
        Names(),
    )

    @property
    def printed_heading(self) -> Line:
        """The heading as printed."""
        return self.heading or self.title


def with_clauses(blocks: Iterable[Block]) -> Iterator[Block]:
    """Go through blocks and all clauses in them, layer by layer."""
    pending = list(blocks)
    for block in pending:
        yield block
        pending += block.clauses


class Level(Record):
    """A cultivation level with its aim and the projects that carry it."""

    title: Line = key("名称", "层级名称")
    id: Identifier | None = key("标识", "网址里用的名字", None)
    aim: Line | None = key("培养目标", "培养目标", None)
    projects: NameList = key("重点工程", "这一层级的重点工程，按印出的次序和写法", Names())


class Task(Duties):
    """A row of the responsibility table."""

    of: Line = key("对应", "对应的重点工程、支撑保障或条款")
    title: Line | None = key("重点任务", "表里印的名称与所对应的不同时才写", None)
    id: Identifier | None = key("标识", "网址里用的名字", None)
    content: ProseText = key("建设内容", "建设内容", Prose())
    targets: NameList = key("指标", "建设内容里各数字对应的指标，按文中次序", Names())
    claims: tuple[Claim, ...] = key("列举", "报数的话和所数的各项", ())
    goals: tuple[Goal, ...] = key("建设目标", "各建设目标，各有自己的牵头和配合单位", ...)

    @property
    def printed_title(self) -> Line:
        """The task's name as printed in the table."""
        return self.title or self.of
