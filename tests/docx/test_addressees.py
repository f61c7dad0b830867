"""The first page shows text: addressees make room for it, and the only paragraph stays there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.blocks import plain, runs
from generator.writers.docx import write_docx
from generator.writers.docx_addressees import with_room_for_text
from generator.writers.gb9704 import READING_A, READING_B
from tests.docx.forms import FORMS, MANY_ADDRESSEES, letter
from tests.docx.long_inputs import LONG_NAME, LONG_TITLE, notice_of_one_paragraph
from tests.docx.mutation import parts
from tests.docx.sample_document import notice, sample_document

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.writers.gb9704 import Profile

DOCUMENT = "word/document.xml"


def lines_kept(title: str) -> int:
    """Count the lines of addressees that may stand on the first page."""
    for count in range(1, 30):
        main = replace(notice(), title=title, addressees=runs("局" * (28 * count - 1)))
        document = replace(sample_document(), parts=(main,))
        if not with_room_for_text(document, READING_A).parts[0].addressees:
            return count - 1
    return 30


def test_a_longer_title_leaves_room_for_fewer_addressees() -> None:
    assert (lines_kept("工作通知"), lines_kept(LONG_TITLE)) == (7, 4)


@pytest.mark.parametrize("profile", [READING_A, READING_B], ids=["A", "B"])
def test_what_moves_is_kept_whole(profile: Profile) -> None:
    moved = with_room_for_text(FORMS["many-addressees"], profile)
    assert moved.colophon is not None
    assert plain(moved.colophon.addressees) == MANY_ADDRESSEES
    assert moved.parts[0].addressees == ()


def test_a_letter_gets_a_colophon_for_them() -> None:
    (part,) = letter().parts
    document = replace(
        letter(), parts=(replace(part, addressees=runs(MANY_ADDRESSEES * 2)),), colophon=None
    )
    moved = with_room_for_text(document, READING_A)
    assert moved.colophon is not None
    assert not moved.colophon.printing_organ


def test_without_masthead_or_colophon_nothing_moves() -> None:
    document = FORMS["many-addressees"]
    for other in (replace(document, masthead=None), replace(document, colophon=None)):
        assert with_room_for_text(other, READING_A) is other


def body_kept_with_signature(document: Document) -> bool:
    """Whether the first paragraph of the text goes over with what follows."""
    (first, *_) = re.findall(
        r'<w:pPr><w:pStyle w:val="BodyText"/>.*?</w:pPr>', parts(write_docx(document))[DOCUMENT]
    )
    return "keepNext" in first


def lines_above_title(document: Document) -> int:
    blank = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
    before = parts(write_docx(document))[DOCUMENT].split('<w:pStyle w:val="Title"/>')[0]
    return before.split("DocumentNumber")[-1].count(blank)


def test_the_only_paragraph_stays_on_the_first_page() -> None:
    lone = notice_of_one_paragraph(LONG_NAME, "此件公开发布")
    assert not body_kept_with_signature(lone)
    assert body_kept_with_signature(replace(lone, masthead=None))


def test_a_line_above_the_title_goes_where_one_is_missing() -> None:
    assert lines_above_title(notice_of_one_paragraph(LONG_NAME)) == 1
    assert lines_above_title(notice_of_one_paragraph("示例县教育规划")) == 2
    too_long = notice_of_one_paragraph(LONG_NAME, "此件公开发布")
    assert lines_above_title(too_long) == 2
