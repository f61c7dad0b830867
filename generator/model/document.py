"""The plan as a whole: what it is, its parts, and the findings that it keeps on purpose."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from generator.model.base import Record, key
from generator.model.content import Attachment, Block, Claim, Duties, Level, Task
from generator.model.figures import Indicator, Relation
from generator.model.units import UnitTable
from generator.model.values import (
    Line,
    NameList,
    Names,
    OneOf,
    Prose,
    ProseText,
    When,
    Whens,
    YesNo,
    entries,
)
from generator.text import Text

Kind = Annotated[
    Text,
    OneOf(
        plan="规划",
        action_plan="行动计划",
        implementation_scheme="实施方案",
        work_points="工作要点",
        notice="通知",
        opinion="意见",
        letter="函",
        request="请示",
        report="报告",
        assessment_rules="考核细则",
        reference_guide="参考指标",
    ),
]
Stage = Annotated[
    Text,
    OneOf(
        draft="草稿",
        draft_for_comment="征求意见稿",
        draft_for_review="送审稿",
        draft_for_approval="报批稿",
        issued="已印发",
        repealed="已废止",
    ),
]
PUBLIC_STAGES = ("征求意见稿", "已印发", "已废止")


class Reference(Record):
    """A document that the plan relies on or names."""

    title: Line = key("标题", "文件标题")
    document_number: Line | None = key("发文字号", "发文字号，年份用〔〕", None)
    by: NameList = key("发文机关", "发文机关", Names())
    date: When | None = key("日期", "成文日期", None)
    state: Line | None = key("状态", "例如拟制定", None)


class Printing(Record):
    """印发机关和印发日期."""

    organ: Line | None = key("印发机关", "印发机关", None)
    date: When | None = key("印发日期", "印发日期", None)
    open: Line | None = key("公开方式", "例如主动公开", None)


class Term(Record):
    """One thing, one name."""

    use: Line = key("用", "应当用的名称")
    same_as: NameList = key("同义", "指同一事物的其他名称", Names())
    not_same_as: NameList = key("不同于", "容易混用、其实不同的名称", Names())
    note: Line | None = key("备注", "备注", None)


class Waiver(Record):
    """A finding that the office keeps on purpose."""

    rule: Line = key("规则", "规则代号，例如C101")
    at: Line = key("位置", "所在位置的名称，由外到内用“/”分开")
    quote: Line = key("原文", "所指的原文，一字不差；原文改动后豁免自动失效")
    reason: Line = key("理由", "保留的理由")
    approved_by: Line | None = key("批准", "由谁决定保留", None)
    until: When | None = key("期限", "豁免到何时为止", None)


class Plan(Record):
    """One planning document."""

    format: Line = key("格式版本", "格式版本，现为1")
    id: Line | None = key("标识", "网址里用的短名，只用字母、数字和“-”", None)
    kind: Kind = key("文种", "规划、行动计划、实施方案、通知等")
    title: Line = key("标题", "标题")
    short_title: Line | None = key("简称", "简称", None)
    stage: Stage = key("阶段", "草稿、征求意见稿、送审稿、报批稿、已印发、已废止", None)
    sample: YesNo = key("样例", "是否样例；样例处处标明", default=False)
    publish: YesNo | None = key("公开", "是否上公开网站；不写时由阶段决定", None)
    region: Line | None = key("地区", "文中“市”“我市”所指的地区", None)
    period: When | None = key("规划期", "规划期，例如2023—2027年", None)
    baseline: When | None = key("基期", "基期", None)
    milestones: Whens = key("节点", "各个节点，最后一个等于规划期末", ())
    issuer: NameList = key("发文机关", "发文机关，联合发文时主办机关在前", Names())
    drafted_by: NameList = key("制订单位", "起草部门", Names())
    document_number: Line | None = key("发文字号", "发文字号，例如某教发〔2023〕4号", None)
    copy_number: Line | None = key("份号", "份号，六位数字", None)
    secrecy_level: Line | None = key("密级", "密级和保密期限", None)
    urgency: Line | None = key("紧急程度", "紧急程度", None)
    signatory: NameList = key("签发人", "签发人，只用于上行文", Names())
    addressees: NameList = key("主送", "主送机关", Names())
    cc: NameList = key("抄送", "抄送机关", Names())
    date_of_issue: When | None = key("成文日期", "成文日期", None)
    printing: Printing | None = key("印发", "印发机关、印发日期", None)
    seal: YesNo | None = key("印章", "是否盖章", None)
    annotation: Line | None = key("附注", "附注，不写括号", None)
    basis: tuple[Reference, ...] = key("依据", "依据的文件", ())
    mentions: tuple[Reference, ...] = key("提及文件", "提到而不作依据的文件", ())
    supersedes: tuple[Reference, ...] = key("废止", "同时废止的文件", ())
    preamble: ProseText = key("导语", "“一、”之前的话", Prose())
    terms: tuple[Term, ...] = key("用语", "一事一名", ())
    indicators: Annotated[tuple[Indicator, ...], BeforeValidator(entries)] = key(
        "指标", "指标名称: 数值或资料", ()
    )
    relations: tuple[Relation, ...] = key("关系", "数字之间应当成立的关系", ())
    claims: tuple[Claim, ...] = key("列举", "全文的报数的话", ())
    sections: tuple[Block, ...] = key("章节", "各章", ())
    levels: tuple[Level, ...] = key("培养层级", "培养层级", ())
    projects: tuple[Block, ...] = key("重点工程", "重点工程", ())
    measures: tuple[Block, ...] = key("支撑保障", "支撑保障", ())
    attachments: tuple[Attachment, ...] = key("附件", "附件", ())
    defaults: Duties | None = key("默认责任", "没有写责任单位的目标由谁负责", None)
    tasks: tuple[Task, ...] = key("任务分工", "任务分工表", ())
    units: UnitTable = key("单位", "只在本文件用的单位", ())
    waivers: tuple[Waiver, ...] = key("豁免", "有意保留的问题", ())

    @property
    def public(self) -> bool:
        """Whether the plan may appear on the public site: never with a secrecy level."""
        if self.secrecy_level:
            return False
        if self.publish is not None:
            return self.publish
        return self.stage in PUBLIC_STAGES
