"""The document that an office edits to make its template: every style once, and what it is for."""

from __future__ import annotations

from typing import Final

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
    Signature,
    Table,
    runs,
)

_TITLE: Final = "公文模板"
_ADVICE: Final = (
    "在WPS或Word里打开“样式”窗格，修改样式的字体、加粗，表格样式的字号，发文机关标志的字体、字号和红色。",
    "发文机关标志里的“发文机关”四个字要留着，导出时换成规划里写的机关；前后的字可以改。",
    "纸张、页边距、正文和标题的字号与行距由GB/T 9704—2012规定，不能改。这里的文字不会印进公文。",
)


def template_sample() -> Document:
    """Compose the template as a document that shows all its styles."""
    return Document(
        properties=Properties(_TITLE),
        masthead=Masthead(
            banner=("发文机关文件",),
            document_number=runs("发文机关代字〔2023〕1号"),
            copy_number="000001",
            secrecy_level="密级（样式：密级和紧急程度）",
        ),
        parts=(_main(), _attachment()),
        colophon=Colophon(runs("抄送机关"), runs("印发机关"), runs("2023年1月1日")),
    )


def _main() -> Part:
    blocks: list[Block] = [Paragraph(runs(text)) for text in _ADVICE]
    for level, number in enumerate(("一、", "（一）", "1.", "（1）"), start=1):
        blocks.append(Heading(level, number, f"第{level}层标题（样式：标题 {level}）"))
        blocks.append(Paragraph(runs("正文文字（样式：正文文本），数字如2023。")))
    blocks.append(_table(4))
    return Part(
        title=f"{_TITLE}（样式：标题）",
        subtitles=("（样式：副标题）",),
        blocks=tuple(blocks),
        addressees=runs("主送机关（样式：正文）"),
        attachment_note=("附件名称",),
        signature=Signature(("发文机关",), runs("2023年1月1日")),
        annotation="附注",
    )


def _attachment() -> Part:
    return Part(title="栏目多的表格", blocks=(_table(8),), label="附件（样式：附件序号）")


def _table(columns: int) -> Table:
    small = "（小）" if columns > 5 else ""  # noqa: PLR2004  # as the writer has it
    heads = tuple(Column(f"表头{small}", 1, Align.CENTER) for _ in range(columns))
    row = Row(tuple(Cell(index, (runs(f"表文{small}"),)) for index in range(columns)))
    return Table(
        anchor=f"table-{columns}",
        caption=f"{columns}栏的表",
        columns=heads,
        groups=(RowGroup((row,)),),
        notes=(f"注：样式：表注{small}。",),
    )
