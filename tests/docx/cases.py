"""The documents that the tests render, by name."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    Masthead,
    Paragraph,
    Part,
    Row,
    RowGroup,
    Run,
    Signature,
    Table,
    runs,
)
from tests.docx.sample_document import (
    LONG_TEXT,
    NOTICE_LINE,
    TASKS,
    compact_document,
    notice,
    responsibility_table,
    sample_document,
)

DATE = runs("二○二三年五月十八日")
"""Without digits: LibreOffice widens the gap between 汉字 and digits, Word does not."""
DIGITS = runs("2024年12月18日")


def _letter(part: Part, masthead: Masthead | None = None) -> Document:
    return replace(sample_document(), parts=(part,), masthead=masthead, colophon=None)


def _signed(signature: Signature) -> Document:
    return _letter(replace(notice(), signature=signature))


def _quotas() -> Table:
    """A table with two heads, some columns under one, that goes over the page."""
    years = tuple(Column(f"{year}年", 8, Align.CENTER, "分年度任务") for year in (2024, 2025))
    columns = (Column("县区", 10), Column("现有", 8, Align.CENTER), *years)
    groups = tuple(
        RowGroup(
            (
                Row(tuple(Cell(index, (runs(f"甲{number}"),)) for index in range(3))),
                Row((Cell(0, (runs("其中：山区"),)), Cell(1, (runs("乙"),)), Cell(2, ()))),
            )
        )
        for number in range(24)
    )
    return Table("quotas", "名额分配表", columns, groups, ("注：含在建。",), titled=True, unit="人")


CASES: dict[str, Document] = {
    "sample": sample_document(),
    "compact": compact_document(),
    "unmarked": replace(compact_document(), banner_line=""),
    "sealed": _signed(Signature(("示例市教育局",), DATE)),
    "unsealed": _signed(Signature(("示例市中小学教师培训工作办公室",), DATE, seal=False)),
    "short-name": _signed(Signature(("示例市",), DATE, seal=False)),
    "unsealed-digits": _signed(Signature(("示例县教育局",), DIGITS, seal=False)),
    "unsealed-equal": _signed(Signature(("示例县人民政府",), DIGITS, seal=False)),
    "unsealed-long": _signed(
        Signature(("示例县人力资源和社会保障局", "示例县教育局"), DIGITS, seal=False)
    ),
    "joint": _signed(Signature(("示例市教育局", "示例市财政局", "示例市民政局"), DATE)),
    "joint-banner": _letter(
        notice(),
        Masthead(("示例市教育局", "示例市人力资源和社会保障局文件"), runs("示教发〔2023〕4号")),
    ),
    "upward": _letter(
        notice(),
        Masthead(
            ("示例市教育局文件",), runs("示教报〔2023〕4号"), signatories=("张三丰", "李四", "王五")
        ),
    ),
    "blanks": _letter(
        Part(
            "填空",
            (
                Paragraph((Run("联系人："), Run("", blank=True))),
                Paragraph((Run("于"), Run("__", blank=True), Run("前报送。"))),
            ),
        )
    ),
    "signs": _letter(
        Part(
            "标点",
            (
                Heading(1, "一、", "“一体”两翼"),
                Heading(2, "（一）", "“双减”……"),
                Paragraph(runs("“十四五”期间——2023—2027年，阿·买买提……达到“100%”。")),
            ),
        )
    ),
    "punctuation": _letter(
        Part(
            "行末标点",
            tuple(
                Paragraph(runs("教" * (26 + 28 * line) + sign + "师" * 40))
                for line, sign in enumerate("，。、；：！？）》”")
            ),
        )
    ),
    "two-heads": _letter(Part("分配方案", (Paragraph(runs("名额见下表。")), _quotas()))),
    "colophon-alone": replace(
        compact_document(), parts=(notice(), responsibility_table(TASKS[:1])), masthead=None
    ),
    "landscape-alone": replace(
        compact_document(), parts=(notice(), notice(), responsibility_table(TASKS[:1]))
    ),
    "colophon-crowded": replace(
        sample_document(),
        parts=(Part("满页", tuple(Paragraph(runs(LONG_TEXT)) for _ in range(3))),),
        masthead=None,
    ),
}

__all__ = ["CASES", "NOTICE_LINE"]
