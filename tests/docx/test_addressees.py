"""Addressees move to the colophon only if the first page would show no text under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.blocks import plain, runs
from generator.writers.docx_addressees import with_room_for_text
from generator.writers.gb9704 import READING_A, READING_B
from tests.docx.forms import FORMS, MANY_ADDRESSEES, letter
from tests.docx.long_inputs import LONG_TITLE
from tests.docx.sample_document import notice, sample_document

if TYPE_CHECKING:
    from generator.writers.gb9704 import Profile


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
