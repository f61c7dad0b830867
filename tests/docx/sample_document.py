"""A rich document made by hand, of about 12 pages: every element that the writer knows."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks import (
    Align,
    Block,
    Cell,
    Colophon,
    Column,
    Document,
    Heading,
    Masthead,
    Paragraph,
    Part,
    Properties,
    Row,
    RowGroup,
    Run,
    Signature,
    Table,
    runs,
)

LONG_TEXT = (
    "坚持服务大局、按需施训、统筹资源、注重实效，把师德师风建设放在教师培训工作的首位，"
    "健全市、县、校三级联动的研修网络，推动优质课程和优秀师资向农村学校倾斜，"
    "让每一名教师都有机会参加适合自己的培训，逐步形成需求调研、方案论证、组织实施、"
    "跟踪指导、效果评估前后衔接的工作链条，为建设“学在示例”品牌提供有力的人才支撑。"
)

GOALS = (
    "到2027年，培养骨干教师6800名、学科带头人1200名、领航名师120名。",
    "到2025年，县级教师发展机构达标率不低于90%；到2027年，全部达标。",
    "2023—2027年，每年选派不少于300名农村教师到城区学校跟岗研修，时间不少于30天。",
    "市级财政每年安排培训经费1500万元，县级按教师工资总额1.5%足额安排。",
)

TASKS = (
    ("师德师风建设", ("开展师德专题轮训", "建立师德案例资源库", "评选师德标兵")),
    ("青年教师成长", ("新任教师规范化培训", "青年教师教学基本功展示", "结对帮扶")),
    ("骨干教师提升", ("骨干教师高级研修", "学科带头人访学", "名师工作室建设", "送教下乡")),
    ("校长队伍建设", ("任职资格培训", "后备校长培养", "校长论坛")),
    ("教研队伍建设", ("专职教研员轮训", "教研基地建设")),
    ("农村教师支持", ("跟岗研修", "送培进校", "紧缺学科补充培训", "专递课堂")),
    ("信息素养提升", ("信息技术应用能力提升", "数字资源建设", "智慧研修平台")),
    ("学前教育", ("幼儿园园长培训", "幼儿园教师全员轮训")),
    ("特殊教育", ("特教教师培训", "融合教育研修")),
    ("职业教育", ("双师型教师培训", "企业实践", "技能大赛指导")),
    ("支持保障", ("经费保障", "基地建设", "质量监测", "考核激励", "宣传引导")),
)

UNITS = ("市教育局教师工作科", "市教师发展中心", "市教育局人事科、市财政局教科文科")


NOTICE_LINE = "样例文件，非正式公文"


def compact_document() -> Document:
    """Build a short document that still has every kind of page."""
    document = sample_document()
    parts = (notice(), plan("一二"), responsibility_table(TASKS[:5]), explanation())
    return replace(document, parts=parts)


def sample_document() -> Document:
    """Build the document."""
    return Document(
        properties=Properties("关于印发教师培训规划的通知", "教师培训", "示例市教育局", "sample"),
        parts=(notice(), plan("一二三"), responsibility_table(TASKS), explanation()),
        masthead=Masthead(
            banner=("示例市教育局文件",),
            document_number=(Run("示教发〔2023〕"), Run("", blank=True), Run("号")),
            copy_number="000001",
            secrecy_level="机密★1年",
            urgency="特急",
        ),
        colophon=Colophon(
            cc=runs(
                "市委办公室，市人大常委会办公室，市人民政府办公室，市政协办公室，"
                "市委组织部，市财政局，市人力资源和社会保障局"
            ),
            printing_organ=runs("示例市教育局办公室"),
            printing_date=runs("2023年5月18日"),
        ),
        banner_line=NOTICE_LINE,
    )


def notice() -> Part:
    """Build the notice that issues the plan."""
    return Part(
        title="示例市教育局关于印发《示例市中小学教师培训发展规划（2023—2027年）》的通知",
        addressees=runs("各县（区）教育局，市直各中小学校、幼儿园，局机关各科室、所属各事业单位"),
        blocks=(
            Paragraph(
                runs(
                    "《示例市中小学教师培训发展规划（2023—2027年）》已经市人民政府同意，现印发给你们，"
                    "请结合实际认真贯彻落实。"
                )
            ),
            Paragraph(runs(LONG_TEXT)),
            Paragraph(
                (
                    Run("请各县（区）教育局于"),
                    Run("", blank=True),
                    Run("前将本地实施方案报市教育局备案，联系人由各单位自行确定。"),
                )
            ),
        ),
        attachment_note=(
            "示例市中小学教师培训发展规划重点任务分工表",
            "示例市中小学教师培训发展规划量化指标年度目标清单及统计口径说明",
        ),
        signature=Signature(("示例市教育局",), runs("2023年5月18日")),
        annotation="此件公开发布",
    )


def plan(numbers: str) -> Part:
    """Build the plan itself: headings of four levels and full lines of text."""
    blocks: list[Block] = []
    for number, chapter in zip(numbers, CHAPTERS, strict=False):
        blocks.append(Heading(1, f"{number}、", chapter))
        blocks.append(Paragraph(runs(LONG_TEXT)))
        for second, section in zip("一二", ("明确总体思路", "突出重点环节"), strict=True):
            blocks.append(Heading(2, f"（{second}）", section))
            blocks.append(Paragraph(runs(LONG_TEXT + GOALS[0])))
        blocks.append(Heading(3, "1.", "细化年度安排"))
        blocks.extend(Paragraph(runs(goal + LONG_TEXT)) for goal in GOALS[2:])
        blocks.append(Heading(4, "（1）", "压实工作责任"))
        blocks.append(Paragraph(runs(LONG_TEXT)))
    blocks.append(Paragraph(runs("年度经费安排见下表。")))
    blocks.append(budget_table())
    return Part(
        title="示例市中小学教师培训发展规划（2023—2027年）",
        subtitles=("（征求意见稿）",),
        blocks=tuple(blocks),
    )


CHAPTERS = ("总体要求", "目标任务", "重点项目")


def budget_table() -> Table:
    """Build a small upright table."""
    years = tuple(f"{year}年" for year in range(2023, 2028))
    rows = tuple(
        Row((Cell(0, (runs(year),)), Cell(1, (runs("1500"),)), Cell(2, (runs("市级财政"),))))
        for year in years
    )
    return Table(
        anchor="budget",
        caption="年度培训经费",
        columns=(
            Column("年度", 2, Align.CENTER),
            Column("金额（万元）", 2, Align.CENTER),
            Column("来源", 3, Align.CENTER),
        ),
        groups=(RowGroup(rows),),
        notes=("注：不含县级配套经费。",),
    )


def responsibility_table(tasks: tuple[tuple[str, tuple[str, ...]], ...]) -> Part:
    """Build the landscape attachment; all tasks make 34 rows in 11 groups."""
    groups = []
    serial = 0
    for name, goals in tasks:
        rows = []
        for position, goal in enumerate(goals):
            serial += 1
            first = (Cell(1, (runs(name),), len(goals)),) if position == 0 else ()
            rows.append(
                Row(
                    (
                        Cell(0, (runs(str(serial)),)),
                        *first,
                        Cell(2, (runs(f"{goal}，到2027年覆盖全市“三类”学校，参训率不低于95%"),)),
                        Cell(3, (runs(UNITS[serial % 2]),)),
                        Cell(4, (runs(UNITS[2]), runs("各县（区）教育局"))),
                        Cell(5, (runs("2027年12月"),)),
                    )
                )
            )
        groups.append(RowGroup(tuple(rows)))
    return Part(
        title="示例市中小学教师培训发展规划重点任务分工表",
        label="附件1",
        blocks=(
            Table(
                anchor="responsibilities",
                caption="重点任务的牵头单位、配合单位和完成时限",
                columns=(
                    Column("序号", 2, Align.CENTER),
                    Column("重点任务", 5, Align.CENTER),
                    Column("目标要求", 10),
                    Column("牵头单位", 6),
                    Column("配合单位", 7),
                    Column("完成时限", 4, Align.CENTER),
                ),
                groups=tuple(groups),
                notes=("注：牵头单位排在第一位的负责汇总。",),
                wide=True,
            ),
        ),
        wide=True,
    )


def explanation() -> Part:
    """Build the last attachment, upright again."""
    return Part(
        title="示例市中小学教师培训发展规划量化指标年度目标清单及统计口径说明",
        label="附件2",
        blocks=tuple(Paragraph(runs(goal)) for goal in GOALS),
    )
