"""Long and rare inputs keep the rules on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docx import form_judgements, judgements
from tests.docx.long_inputs import CLAUSES, EDGES, LONG_TITLE, RARE_NAMES, ROWS
from tests.docx.rendering import fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.docx.rendering import Page

    Rendered = Mapping[str, tuple[Page, ...]]


@pytest.mark.parametrize("name", ["clauses", "rows", "long-title", "many-addressees"])
def test_a_long_document_keeps_the_page(rendered: Rendered, name: str) -> None:
    pages = rendered[name]
    assert judgements.page_size(pages) == []
    assert judgements.margins(pages) == []
    assert judgements.characters(pages) == []
    assert judgements.folios(pages) == []
    assert judgements.fonts_used(pages) == []


def test_sixty_clauses_fill_their_pages_and_strand_no_heading(rendered: Rendered) -> None:
    pages = rendered["clauses"]
    assert judgements.line_pitch(pages) == []
    assert judgements.stranded_headings(pages) == []
    texts = [line.text for page in pages for line in page.lines()]
    assert sum("健全工作机制" in text for text in texts) == CLAUSES
    counts = [len(page.lines(judgements.UPRIGHT_LINES)) for page in judgements.full_pages(pages)]
    assert counts.count(22) > counts.count(21) > 0
    assert set(counts) == {21, 22}


def test_the_plain_sample_strands_no_heading(rendered: Rendered) -> None:
    assert judgements.stranded_headings(rendered["sample"]) == []


def test_a_table_of_120_rows_repeats_its_head_and_parts_no_group(rendered: Rendered) -> None:
    pages = judgements.landscape(rendered["rows"])
    found: list[str] = []
    for page in pages:
        text = "".join(line.text for line in page.lines())
        assert text.count("序号") == 1
        numbers = [number for number in range(1, ROWS + 1) if f"第{number:03d}项" in text]
        assert len(numbers) % 4 == 0
        assert numbers[0] % 4 == 1
        found += [f"{number:03d}" for number in numbers]
    assert found == [f"{number:03d}" for number in range(1, ROWS + 1)]


def test_a_title_of_sixty_characters_is_centred_and_broken_by_sense(rendered: Rendered) -> None:
    page = rendered["long-title"][0]
    lines = [line for line in page.lines() if line.glyphs[0].size == pytest.approx(22, abs=0.1)]
    assert [line.text for line in lines] == [
        "示例市教育局示例市财政局",
        "示例市人力资源和社会保障局关于",
        "进一步加强全市农村中小学骨干教师和校长",
        "队伍建设若干重点工作经费保障的通知",
    ]
    assert "".join(line.text for line in lines) == LONG_TITLE
    middle = (judgements.LEFT + judgements.RIGHT) / 2
    assert [line.center for line in lines] == pytest.approx([middle] * 4, abs=0.5)


def test_rare_names_print_in_one_other_font(rendered: Rendered) -> None:
    pages = rendered["rare-names"]
    found = [glyph for page in pages for glyph in page.glyphs if glyph.text in RARE_NAMES]
    assert "".join(glyph.text for glyph in found) == RARE_NAMES
    assert len(set(fonts(pages)) - judgements.FONTS) <= 2  # the title's, and one other
    assert judgements.characters(pages) == []


@pytest.mark.parametrize("lines", EDGES)
def test_a_signature_on_the_edge_of_a_page_takes_text_along(rendered: Rendered, lines: int) -> None:
    pages = rendered[f"edge-{lines}"]
    assert form_judgements.signature_page(pages) == []
    assert len(pages) == (1 if lines < 17 else 2)
