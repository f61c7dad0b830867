"""Parts as they are written: what stays on one page with what."""

from __future__ import annotations

from generator.blocks import Heading, Paragraph, Part, Table, runs
from generator.writers.docx_part import part_elements
from generator.writers.gb9704 import READING_A
from generator.writers.oxml import W
from tests.docx.sample_document import budget_table


def kept(*blocks: Heading | Paragraph | Table) -> list[bool]:
    """Say of each heading whether it stays on the page of what follows."""
    elements = part_elements(Part("标题", blocks), READING_A)
    headings = [
        element
        for element in elements
        if (style := element.find(f"{W}pPr/{W}pStyle")) is not None
        and str(style.get(W + "val")).startswith("Heading")
    ]
    return [element.find(f"{W}pPr/{W}keepNext") is not None for element in headings]


def test_headings_right_above_a_table_stay_on_its_page() -> None:
    chapter, clause = Heading(1, "一、", "甲"), Heading(2, "（一）", "乙")
    text = Paragraph(runs("文字。"))
    assert kept(chapter, clause, budget_table()) == [True, True]
    assert kept(chapter, text, clause, budget_table()) == [False, True]
    # elsewhere they may end a page, which keeps its 22 lines
    assert kept(chapter, clause, text, budget_table()) == [False, False]
    assert kept(chapter) == [False]
