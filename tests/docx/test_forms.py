"""The special forms, measured on their pages, in both readings of 37 mm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docx import form_judgements, judgements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.docx.rendering import Page

    Rendered = Mapping[str, tuple[Page, ...]]

PITCH_OF_READING_B = 29.6 * 25.4 / 72


@pytest.mark.parametrize(
    ("name", "judgement"),
    [
        ("letter", form_judgements.letter),
        ("long-letter", form_judgements.letter),
        ("short-letter", form_judgements.letter),
        ("letter-b", form_judgements.letter),
        ("order", form_judgements.order),
        ("order", form_judgements.stamp),
        ("minutes", form_judgements.attendance),
        ("sealed", form_judgements.seal),
        ("addressees", form_judgements.first_page_text),
        ("many-addressees", form_judgements.first_page_text),
        ("many-addressees", form_judgements.moved_addressees),
        ("many-addressees-b", form_judgements.moved_addressees),
    ],
)
def test_a_form_meets_its_clause(
    rendered: Rendered, name: str, judgement: Callable[[Sequence[Page]], list[str]]
) -> None:
    assert judgement(rendered[name]) == []


def test_addressees_that_leave_room_for_text_stay_where_they_are(rendered: Rendered) -> None:
    addressees = form_judgements.line_of(rendered["addressees"], "示例市第一区教育局，")
    assert addressees.left == pytest.approx(judgements.LEFT, abs=0.3)
    texts = [line.text for page in rendered["addressees"] for line in page.lines()]
    assert not any("主送：" in text for text in texts)


def test_minutes_have_number_organ_date_and_rule(rendered: Rendered) -> None:
    page = rendered["minutes"][0]
    number, organ = (form_judgements.line_of([page], text) for text in ("第3号", "教育局办公室"))
    (rule,) = [rule for rule in page.rules if rule.color == form_judgements.RED][:1]
    assert number.center == pytest.approx((judgements.LEFT + judgements.RIGHT) / 2, abs=0.5)
    assert "二○二三年五月十八日" in organ.text
    assert organ.left - judgements.LEFT == pytest.approx(form_judgements.CHARACTER, abs=0.5)
    assert judgements.RIGHT - organ.right == pytest.approx(form_judgements.CHARACTER, abs=0.5)
    assert number.baseline < organ.baseline < rule.box.top


def test_stamps_of_several_organs_stand_below_each_other(rendered: Rendered) -> None:
    first, second = (
        form_judgements.line_of(rendered["joint-stamps"], text)
        for text in ("示例市教育局局长", "保障局局长")
    )
    assert first.left == pytest.approx(second.left, abs=0.1)
    assert first.baseline < second.baseline


@pytest.mark.parametrize(
    "judgement",
    [
        judgements.page_size,
        judgements.characters,
        judgements.folios,
        judgements.masthead,
        judgements.table_heads,
        judgements.fonts_used,
        judgements.colophon,
    ],
    ids=lambda judgement: judgement.__name__,
)
def test_the_second_reading_moves_nothing_but_the_lines(
    rendered: Rendered, judgement: Callable[[Sequence[Page]], list[str]]
) -> None:
    assert judgement(rendered["sample-b"]) == []


@pytest.mark.parametrize("name", ["sample-b", "clauses-b"])
def test_in_the_second_reading_the_ink_fills_the_type_area(rendered: Rendered, name: str) -> None:
    pages = rendered[name]
    assert judgements.line_pitch(pages, PITCH_OF_READING_B) == []
    assert judgements.line_pitch(pages)
    for page in judgements.full_pages(pages):
        ink = page.ink(judgements.UPRIGHT_LINES)
        assert ink.top == pytest.approx(judgements.TOP, abs=1)
        assert page.lines(judgements.UPRIGHT_LINES)[-1].baseline < judgements.BOTTOM + 1
