"""The kind of a plan chooses the form in which it is printed; its keys fill that form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Attendance, Layout, Signer, plain
from generator.documents import document_types
from generator.documents.official import compose_official
from generator.documents.separate import compose_separate
from generator.writers.docx import write_docx
from tests.rules.workspace import resolved
from tests.site.sites import content_of, files_of, text_of, write_site_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.blocks import Document, Masthead

HEAD = """\
issuer: 示例市水务局、示例市财政局
document_number: 示水发〔2023〕4号
date_of_issue: 2023年5月18日
preamble: 节水工作，人人有责。
"""
LETTER = f"kind: 函\ntitle: 关于商请支持节水工作的函\naddressees: 市审计局\n{HEAD}"
ORDER = f"kind: 命令\ntitle: 示例市节水办法\n{HEAD}".replace("示水发〔2023〕4号", "第12号")
MINUTES = f"""\
kind: 纪要
title: 节水工作会议纪要
{HEAD}attendance:
  attended: 市水务局张某某，市财政局李某某
  observed: 市供水公司赵某某
"""
APART = """\
attachments:
  - title: 用水户名册
    separate: 是
    text: 名册每年更新一次。
  - title: 节水要求
    text: 随手关好水龙头。
"""


def composed(root: Path, piece: str) -> Document:
    document = compose_official(resolved(root, piece))
    assert write_docx(document).startswith(b"PK")
    return document


def masthead(document: Document) -> Masthead:
    assert document.masthead is not None
    return document.masthead


@pytest.mark.parametrize(
    ("piece", "layout", "banner"),
    [
        (LETTER, Layout.LETTER, ("示例市水务局",)),
        (f"{LETTER}layout: 文件\n", Layout.DOCUMENT, ("示例市水务局", "示例市财政局文件")),
        (ORDER, Layout.ORDER, ("示例市水务局令",)),
        (MINUTES, Layout.MINUTES, ("示例市水务局会议纪要",)),
        (f"{MINUTES}banner: 节水专题会议纪要\n", Layout.MINUTES, ("节水专题会议纪要",)),
    ],
)
def test_kind_and_keys_choose_form_and_banner(
    tmp_path: Path, piece: str, layout: Layout, banner: tuple[str, ...]
) -> None:
    found = masthead(composed(tmp_path, piece))
    assert (found.layout, found.banner) == (layout, banner)


def test_a_letter_has_no_printing_line(tmp_path: Path) -> None:
    assert composed(tmp_path / "1", LETTER).colophon is None
    copied = composed(tmp_path / "2", f"{LETTER}cc: 市档案馆\n").colophon
    assert copied is not None
    assert plain(copied.cc) == "市档案馆"
    assert not copied.printing_organ
    filed = composed(tmp_path / "3", f"{LETTER}layout: 文件\n").colophon
    assert filed is not None
    assert filed.printing_organ


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("各乡镇中心学校、县直各学校、局机关各股室", "各乡镇中心学校、县直各学校、局机关各股室"),
        ("各县区水务局，市直各部门", "各县区水务局，市直各部门"),
        ("各县区水务局、教育局， 市直各部门等", "各县区水务局、教育局，市直各部门等"),
        ("市审计局", "市审计局"),
        ("\n  - 各县区水务局、教育局\n  - 市直各部门", "各县区水务局、教育局，市直各部门"),
    ],
)
def test_organs_on_one_line_keep_their_marks(tmp_path: Path, written: str, printed: str) -> None:
    piece = LETTER.replace("addressees: 市审计局", f"addressees: {written}")
    document = composed(tmp_path, f"{piece}cc: {written}\n")
    assert plain(document.parts[0].addressees) == printed
    assert document.colophon is not None
    assert plain(document.colophon.cc) == printed


def test_an_order_is_signed_by_posts_and_addressed_to_nobody(tmp_path: Path) -> None:
    signers = "signers:\n  - post: 示例市水务局局长\n    name: 张某某\n"
    main = composed(tmp_path / "1", ORDER + signers).parts[0]
    assert main.signature is not None
    assert main.signature.signers == (Signer("示例市水务局局长", "张某某"),)
    assert main.addressees == ()
    unsigned = composed(tmp_path / "2", ORDER).parts[0].signature
    assert unsigned is not None
    assert [set(signer.post) for signer in unsigned.signers] == [{"＿"}]


def test_minutes_date_their_head_and_list_who_was_there(tmp_path: Path) -> None:
    document = composed(tmp_path, MINUTES)
    (main,) = document.parts
    assert main.signature is None
    assert main.attendance == (
        Attendance("出席", "市水务局张某某，市财政局李某某"),
        Attendance("列席", "市供水公司赵某某"),
    )
    assert plain(masthead(document).date) == "2023年5月18日"
    assert masthead(document).organ == "示例市水务局、示例市财政局"


def test_only_upward_documents_name_who_signed_them(tmp_path: Path) -> None:
    request = LETTER.replace("函", "请示") + "signatory: 张某某、李某某\n"
    assert masthead(composed(tmp_path / "1", request)).signatories == ("张某某", "李某某")
    letter = f"{LETTER}signatory: 张某某\n"
    assert masthead(composed(tmp_path / "2", letter)).signatories == ()


def test_an_attachment_bound_apart_is_a_volume_under_the_number(tmp_path: Path) -> None:
    plan = resolved(tmp_path, LETTER + APART)
    main, enclosed = compose_official(plan).parts
    assert main.attachment_note == ("用水户名册", "节水要求")
    assert enclosed.label == "附件2"
    (volume,) = compose_separate(plan).parts
    assert (volume.label, volume.title) == ("示水发〔2023〕4号附件1", "用水户名册")
    assert [form.name for form in document_types(plan)] == ["draft", "official", "separate"]
    together = resolved(tmp_path / "2", LETTER + APART.replace("    separate: 是\n", ""))
    assert [form.name for form in document_types(together)] == ["draft", "official"]


def test_the_page_shows_what_is_bound_apart_and_who_signed(tmp_path: Path) -> None:
    head = "format: 1\nstage: 已印发\n"
    plans = {"ling": head + ORDER + "signers:\n  - post: 示例市水务局局长\n", "han": head + LETTER}
    plans["han"] += APART
    plans["jiyao"] = head + MINUTES
    files = files_of(write_site_workspace(tmp_path, plans))
    texts = {name: text_of(content_of(files, f"plans/{name}.html")) for name in plans}
    assert "示例市水务局局长" in texts["ling"]
    assert "名册每年更新一次" in texts["han"]
    assert "出席：市水务局张某某" in texts["jiyao"]
