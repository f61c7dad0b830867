"""Inputs that strain the layout, by name: long, wide, rare, and on the edge of a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from generator.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    RowGroup,
    Signature,
    Table,
    runs,
)
from generator.numbering import Numbering
from tests.docx.sample_document import LONG_TEXT, notice, sample_document

CLAUSES = 60
ROWS = 120
RARE_NAMES = "囧堃喆镕玥祎"
LONG_TITLE = (
    "示例市教育局示例市财政局示例市人力资源和社会保障局关于"
    "进一步加强全市农村中小学骨干教师和校长队伍建设若干重点工作经费保障的通知"
)
"""Sixty characters and two."""

DATE = runs("二○二三年五月十八日")


def plan_of_clauses() -> Document:
    """Build a plan of sixty clauses in twelve chapters, some of one line, some of many."""
    numbering = Numbering("分章")
    blocks: list[Block] = []
    lengths = count(20, 17)
    for chapter in range(1, CLAUSES // 5 + 1):
        blocks.append(Heading(1, numbering.ordinal(1, chapter), "组织实施"))
        for clause in range(1, 6):
            blocks.append(Heading(2, numbering.ordinal(2, clause), "健全工作机制"))
            length = next(lengths) % len(LONG_TEXT) + 12
            blocks.append(Paragraph(runs(LONG_TEXT[:length])))
    part = Part("示例市教育发展规划", tuple(blocks))
    return replace(sample_document(), parts=(part,), masthead=None, colophon=None)


def table_of_rows() -> Document:
    """Build a landscape table of 120 rows in groups of four."""
    groups = tuple(
        RowGroup(
            tuple(
                Row(
                    (
                        *((Cell(0, (runs(f"任务{group + 1}"),), 4),) if number == 0 else ()),
                        Cell(1, (runs(f"第{group * 4 + number + 1:03d}项"),)),
                        Cell(2, (runs(LONG_TEXT[: 20 + 7 * number]),)),
                    )
                )
                for number in range(4)
            )
        )
        for group in range(ROWS // 4)
    )
    columns = (Column("任务", 4, Align.CENTER), Column("序号", 3, Align.CENTER), Column("内容", 12))
    table = Table("rows", "任务清单", columns, groups, wide=True)
    part = Part("示例市教育发展规划任务清单", (table,), label="附件", wide=True)
    main = replace(notice(), attachment_note=("示例市教育发展规划任务清单",))
    return replace(sample_document(), parts=(main, part))


def signature_on_edge(lines: int) -> Document:
    """Build a document whose text ends so many lines down the first page."""
    text = tuple(Paragraph(runs("教" * 20)) for _ in range(lines - 2))
    part = Part("工作通知", text, signature=Signature(("示例市教育局",), DATE), annotation="公开")
    return replace(sample_document(), parts=(part,), masthead=None, colophon=None)


def notice_of_one_paragraph(title: str, annotation: str = "") -> Document:
    """Build an issuing notice whose only paragraph must stand on its first page."""
    text = f"现将《{title}》印发给你们，请结合实际认真贯彻落实。"
    part = Part(
        f"示例县教育局关于印发《{title}》的通知",
        (Paragraph(runs(text)),),
        addressees=runs("各乡镇中心学校、县直各学校、局机关各股室"),
        signature=Signature(("示例县教育局",), DATE),
        annotation=annotation,
    )
    return replace(sample_document(), parts=(part, *sample_document().parts[1:]))


LONG_NAME = "示例县中小学教师素质能力提升和培训基地建设五年规划（2024—2028年）"


def rare_names() -> Document:
    """Build a text with names that few fonts hold."""
    text = f"领导小组由{RARE_NAMES}等同志组成，"
    part = Part("领导小组名单", (Paragraph(runs(text + LONG_TEXT)),))
    return replace(sample_document(), parts=(part,), masthead=None, colophon=None)


def long_title() -> Document:
    """Build a notice with a title of more than sixty characters."""
    return replace(sample_document(), parts=(replace(notice(), title=LONG_TITLE),))


EDGES = range(14, 23)

LONG_INPUTS: dict[str, Document] = {
    "clauses": plan_of_clauses(),
    "rows": table_of_rows(),
    "rare-names": rare_names(),
    "long-title": long_title(),
    "lone-paragraph": notice_of_one_paragraph(LONG_NAME),
    **{f"edge-{lines}": signature_on_edge(lines) for lines in EDGES},
}
