"""Documents in the special forms of GB/T 9704-2012, 10, and with a 签名章, by name."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks import (
    Attendance,
    Colophon,
    Document,
    Layout,
    Masthead,
    Paragraph,
    Part,
    Properties,
    Signature,
    Signer,
    runs,
)
from tests.docx.sample_document import LONG_TEXT, NOTICE_LINE, notice, sample_document

ADDRESSEES = "，".join(f"示例市第{number}区教育局" for number in "一二三四五六七八九十") + (
    "，示例市高新技术产业开发区社会事业局，示例市经济技术开发区社会事务管理局"
)
"""Twelve addressees, in five lines."""

MANY_ADDRESSEES = "，".join(f"示例县第{number}中学" for number in range(11, 51))
"""Forty addressees, in 13 lines."""

_SEALED = Signature(("示例市教育局",), runs("二○二三年五月十八日"))
_STAMPED = Signature((), runs("二○二三年五月十八日"), signers=(Signer("示例市市长", "张三"),))
_JOINT_STAMPS = Signature(
    (),
    runs("二○二三年五月十八日"),
    signers=(Signer("示例市教育局局长"), Signer("示例市人力资源和社会保障局局长")),
)


def _body(paragraphs: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(runs(LONG_TEXT)) for _ in range(paragraphs))


def letter(paragraphs: int = 6) -> Document:
    """Build a letter of two pages or more, classified, with copies."""
    part = Part(
        title="示例市教育局关于商请支持教师培训工作的函",
        addressees=runs("示例市财政局"),
        blocks=_body(paragraphs),
        signature=_SEALED,
        annotation="联系人：甲科",
    )
    masthead = Masthead(
        ("示例市教育局",),
        runs("示教函〔2023〕4号"),
        secrecy_level="秘密★1年",
        urgency="加急",
        layout=Layout.LETTER,
    )
    return Document(
        Properties("函"),
        (part,),
        masthead,
        Colophon(runs("市人民政府办公室，市审计局")),
        NOTICE_LINE,
    )


def order() -> Document:
    """Build an order, signed with a stamp."""
    part = Part(title="示例市人民政府令", blocks=_body(2), signature=_STAMPED)
    masthead = Masthead(("示例市人民政府令",), runs("第12号"), layout=Layout.ORDER)
    return replace(sample_document(), parts=(part,), masthead=masthead, banner_line="")


def minutes() -> Document:
    """Build minutes with long lists of who was there."""
    part = Part(
        title="关于教师培训工作的会议纪要",
        blocks=_body(1),
        attendance=(
            Attendance(
                "出席", "市教育局甲某，市财政局乙某，市人力资源和社会保障局丙某，市民政局丁某"
            ),
            Attendance("请假", "市审计局戊某"),
        ),
    )
    masthead = Masthead(
        ("示例市教育局会议纪要",),
        runs("第3号"),
        layout=Layout.MINUTES,
        organ="示例市教育局办公室",
        date=runs("二○二三年五月十八日"),
    )
    return replace(sample_document(), parts=(part,), masthead=masthead)


def _addressed(addressees: str) -> Document:
    document = sample_document()
    main = replace(notice(), addressees=runs(addressees))
    return replace(document, parts=(main,))


FORMS: dict[str, Document] = {
    "letter": letter(),
    "long-letter": letter(14),
    "short-letter": replace(letter(1), banner_line="", colophon=None),
    "order": order(),
    "minutes": minutes(),
    "joint-stamps": replace(
        sample_document(), parts=(replace(notice(), signature=_JOINT_STAMPS),), masthead=None
    ),
    "addressees": _addressed(ADDRESSEES),
    "many-addressees": _addressed(MANY_ADDRESSEES),
}
