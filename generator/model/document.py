"""The plan as a whole: what it is, its parts, and the findings that it keeps on purpose."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Self

from pydantic import BeforeValidator, model_validator

from generator.model.base import Record, key, name_key
from generator.model.content import Block, Claim, Defaults, Level, Task
from generator.model.figures import Indicator, Relation
from generator.model.tables import Table
from generator.model.units import UnitTable
from generator.model.values import (
    Address,
    Amount,
    Identifier,
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
    refuse,
)
from generator.quantity import unit_fault
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
        order="命令",
        minutes="纪要",
        decision="决定",
        resolution="决议",
        communique="公报",
        announcement="公告",
        public_notice="通告",
        circular="通报",
        reply="批复",
        motion="议案",
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
# the kinds of 公文 in law; a 规划 or 方案 is none of them and is carried by one
FORMAL_KINDS = (
    "通知",
    "意见",
    "函",
    "请示",
    "报告",
    "命令",
    "纪要",
    "决定",
    "决议",
    "公报",
    "公告",
    "通告",
    "通报",
    "批复",
    "议案",
)
# 上行文, which alone name their 签发人 (GB/T 9704-2012, 7.2.6)
UPWARD_KINDS = ("请示", "报告")
# addressed to the public or to nobody
KINDS_WITHOUT_ADDRESSEES = ("命令", "纪要", "决议", "公报", "公告", "通告")
_LAYOUTS: Final = {"函": "信函", "命令": "命令", "纪要": "纪要"}
SECRECY_LEVELS = ("绝密", "机密", "秘密")
"""密级, the highest first."""
DRAFT_STAGES = ("草稿", "征求意见稿", "送审稿", "报批稿")
"""The stages before a document is issued, in their order."""
STAGES = (*DRAFT_STAGES, "已印发", "已废止")
PUBLIC_STAGES = ("征求意见稿", "已印发", "已废止")


class Reference(Record):
    """A document that the plan relies on or names."""

    title: Line = key("标题", "文件标题")
    document_number: Line | None = key("发文字号", "发文字号，年份用〔〕", None)
    by: NameList = key("发文机关", "发文机关", Names())
    date: When | None = key("日期", "成文日期", None)
    state: Line | None = key("状态", "例如拟制定", None)


class WebPage(Record):
    """A page of the web under its title."""

    _shorthand: ClassVar[str] = "url"

    title: Line = name_key()
    url: Address = key("网址", "完整的网址，以https://或http://开头")


class Publication(Record):
    """How the document was published on the web; as published, never invented."""

    index_number: Line | None = key("索引号", "信息索引号", None)
    subject: Line | None = key("主题分类", "主题分类", None)
    publish_date: When | None = key("发布日期", "上网日期", None)
    validity: Line | None = key("有效性", "有效、失效等", None)
    source: Line | None = key("信息来源", "信息来源", None)
    publisher: Line | None = key("发布机构", "网页上写的发文机关或发布机构", None)
    page_title: Line | None = key("网页标题", "网页标题，应与文件标题相同", None)
    url: Line | None = key("网址", "网址", None)
    interpretation: Annotated[tuple[WebPage, ...], BeforeValidator(entries)] = key(
        "政策解读", "解读本文件的网页：标题和网址", ()
    )


class Consultation(Record):
    """征求意见: until when and where to; only with 征求意见稿."""

    until: When | None = key("截止", "征求意见截止日期", None)
    contact: Line | None = key("联系单位", "联系单位", None)
    channel: Line | None = key("途径", "提出意见的途径", None)


class Contact(Record):
    """联系人: whom to ask."""

    organ: Line | None = key("单位", "单位", None)
    person: Line | None = key("姓名", "姓名", None)
    phone: Line | None = key("电话", "电话", None)
    email: Line | None = key("邮箱", "电子邮箱", None)
    address: Line | None = key("地址", "地址", None)


class Responsibility(Record):
    """How duties are written."""

    style: Annotated[Text, OneOf(table="表", inline="行内", both="两者")] | None = key(
        "写法", "表、行内或两者", None
    )
    first_is_lead: YesNo = key("列第一位者牵头", "“负责”里列第一位的单位牵头", default=False)


class Printing(Record):
    """印发机关和印发日期."""

    organ: Line | None = key("印发机关", "印发机关", None)
    date: When | None = key("印发日期", "印发日期", None)
    open: Line | None = key("公开方式", "例如主动公开", None)


class Signer(Record):
    """签发人签名章: who signs, with the post in full (GB/T 9704-2012, 7.3.5.3)."""

    post: Line = key("职务", "职务全称，例如示例市市长")
    name: Line | None = key("姓名", "姓名；不写就留出盖签名章的地方", None)


class AttendanceList(Record):
    """出席、请假、列席 of minutes (GB/T 9704-2012, 10.3)."""

    attended: Line | None = key("出席", "出席人员的单位和姓名", None)
    excused: Line | None = key("请假", "请假人员的单位和姓名", None)
    observed: Line | None = key("列席", "列席人员的单位和姓名", None)


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


class DocumentContent(Record):
    """Everything that a document may say, whether it is a file or enclosed in another."""

    id: Identifier | None = key("标识", "网址里用的短名，只用字母、数字和“-”", None)
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
    layout: (
        Annotated[Text, OneOf(document="文件", letter="信函", order="命令", minutes="纪要")] | None
    ) = key("版式", "文件、信函、命令或纪要；不写由文种决定", None)
    banner: Line | None = key("发文机关标志", "红色的发文机关标志；不写由发文机关生成", None)
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
    signers: tuple[Signer, ...] = key("签署", "以签名章签署的，写签署人的职务，主办机关在前", ())
    attendance: AttendanceList | None = key("与会", "纪要的出席、请假、列席人员", None)
    annotation: Line | None = key("附注", "附注，不写括号", None)
    publication: Publication | None = key("公开信息", "网上公开的信息", None)
    consultation: Consultation | None = key("征求意见", "征求意见的期限和途径", None)
    contact: tuple[Contact, ...] = key("联系人", "联系单位和方式", ())
    basis: tuple[Reference, ...] = key("依据", "依据的文件", ())
    implements: NameList = key("上位规划", "本规划落实的上位规划，写其标识或标题", Names())
    implemented_by: NameList = key(
        "下级规划",
        "分担本规划指标的各下级规划，写标识、标题或地区；写全了才核对总数够不够",
        Names(),
    )
    mentions: tuple[Reference, ...] = key("提及文件", "提到而不作依据的文件", ())
    supersedes: tuple[Reference, ...] = key("废止", "同时废止的文件", ())
    preamble: ProseText = key("导语", "“一、”之前的话", Prose())
    numbering: Annotated[Text, OneOf(chapters="分章", running="连续", articles="条")] | None = key(
        "编号", "分章、连续（各章的条款连着编）或条（第一条）", None
    )
    tolerance: Amount | None = key("近似幅度", "“左右”“约”的幅度，例如5%；不写按10%", None)
    units_of_measure: NameList = key(
        "计量单位", "本文件自用的计量单位，例如台套；写了才认得，全文件通用", Names()
    )
    terms: tuple[Term, ...] = key("用语", "一事一名", ())
    indicators: Annotated[tuple[Indicator, ...], BeforeValidator(entries)] = key(
        "指标", "指标名称: 数值或资料", ()
    )
    relations: tuple[Relation, ...] = key("关系", "数字之间应当成立的关系", ())
    tables: tuple[Table, ...] = key("表格", "各种表格：名额、投资、指标、分值等", ())
    claims: tuple[Claim, ...] = key("列举", "全文的报数的话", ())
    sections: tuple[Block, ...] = key("章节", "各章", ())
    levels: tuple[Level, ...] = key("培养层级", "培养层级", ())
    projects: tuple[Block, ...] = key("重点工程", "重点工程", ())
    measures: tuple[Block, ...] = key("支撑保障", "支撑保障", ())
    encloses: Enclosure | None = key("附载", "随文印发、转发的文件", None)
    attachments: tuple[Attachment, ...] = key("附件", "附件", ())
    responsibility: Responsibility | None = key("责任写法", "责任单位的写法", None)
    defaults: Defaults | None = key("默认责任", "没有写责任单位的目标由谁负责", None)
    tasks: tuple[Task, ...] = key("任务分工", "任务分工表", ())
    units: UnitTable = key("单位", "只在本文件用的单位", ())
    waivers: tuple[Waiver, ...] = key("豁免", "有意保留的问题", ())

    @property
    def inner(self) -> tuple[DocumentContent, ...]:
        """The documents that this one encloses or attaches, in the order of the text."""
        enclosed = (self.encloses.document,) if self.encloses else ()
        attached = (attachment.document for attachment in self.attachments)
        return (*enclosed, *(document for document in attached if document))

    @property
    def extra_units(self) -> frozenset[str]:
        """The units of measure that it and the documents in it add to the closed list."""
        own = (str(name) for name in self.units_of_measure if unit_fault(str(name)) is None)
        return frozenset(own).union(*(document.extra_units for document in self.inner))

    @property
    def is_withheld(self) -> bool:
        """Whether it, or a document in it, must not go out: secret, not public, or a draft."""
        is_draft = self.publish is None and self.stage is not None and not self._is_public_stage
        own = bool(self.secrecy_level) or self.publish is False or is_draft
        return own or any(document.is_withheld for document in self.inner)

    @property
    def _is_public_stage(self) -> bool:
        return self.stage in PUBLIC_STAGES

    @property
    def is_formal(self) -> bool:
        """Whether the document is itself a 公文 with addressees and a signature."""
        return str(self.kind) in FORMAL_KINDS

    @property
    def is_upward(self) -> bool:
        """Whether it goes to a superior organ."""
        return str(self.kind) in UPWARD_KINDS

    @property
    def needs_addressees(self) -> bool:
        """Whether a document of its kind is addressed to anybody."""
        return str(self.kind) not in KINDS_WITHOUT_ADDRESSEES

    @property
    def printed_layout(self) -> str:
        """The form in which it is printed: as stated, or as its kind asks for."""
        return str(self.layout or _LAYOUTS.get(str(self.kind), "文件"))

    @property
    def public(self) -> bool:
        """Whether the plan may appear on the public site.

        Never with a secrecy level, nor with a document in it that must not go out.
        """
        return not self.is_withheld and (self.publish is True or self._is_public_stage)


class Enclosure(Record):
    """The document that this one issues or forwards."""

    by: Annotated[
        Text, OneOf(issue="印发", forward="转发", approve_and_forward="批转", submit="报送")
    ] = key("方式", "印发、转发、批转或报送")
    document: DocumentContent = key("文件", "所附载的文件，键与本文件相同")


class Attachment(Record):
    """An attachment: announced under the text, present after it."""

    _shorthand: ClassVar[str] = "title"

    title: Line = key("名称", "附件名称")
    number: Line | None = key("编号", "附件序号，不是从1顺排时才写", None)
    id: Identifier | None = key("标识", "网址里用的名字", None)
    text: ProseText = key("正文", "正文", Prose())
    targets: NameList = key("指标", "正文里各数字对应的指标，按文中次序", Names())
    claims: tuple[Claim, ...] = key("列举", "报数的话和所数的各项", ())
    sections: tuple[Block, ...] = key("章节", "各章", ())
    clauses: tuple[Block, ...] = key("条款", "条款", ())
    show: NameList = key(
        "插入", "在此印出：指标（indicators）、任务分工（tasks）等，或表格的名称", Names()
    )
    file: Line | None = key("文件名", "另行提供的文件", None)
    document: DocumentContent | None = key("文件", "作为附件的另一份文件", None)
    separate: YesNo = key("另装", "不同正文装在一起，单独成册", default=False)
    present: YesNo = key("附有", "只列名称、没有附上的写“无”", default=True)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its chapters, then the clauses that stand in none."""
        return (*self.sections, *self.clauses)

    @model_validator(mode="after")
    def _one_kind_of_content(self) -> Self:
        """Refuse content that would be printed nowhere, because other content stands for it."""
        own = [self.text.paragraphs[0].text] if self.text.paragraphs else []
        kinds = [[*own, *self.sections, *self.clauses, *self.show], [self.document], [self.file]]
        written = [found[0] for kind in kinds if (found := [part for part in kind if part])]
        if len(written) > (1 if self.present else 0):
            message: Final = "附件有正文、文件、文件名，或者没有附上，只能写一种"
            refuse("content_conflict", message, written[-1])
        return self


class Plan(DocumentContent):
    """One planning document, as a file of its own."""

    format: Line = key("格式版本", "格式版本，现为1")
