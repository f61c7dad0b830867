"""Tables as they are written: widths, spans, repeated heads, whole rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.blocks import Align, Cell, Column, Part, Row, RowGroup, Table, runs
from generator.writers.docx_part import part_elements
from generator.writers.docx_table import column_widths, table_elements
from generator.writers.gb9704 import READING_A
from generator.writers.oxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

COLUMNS = (Column("任务", 1), Column("目标", 2), Column("年度", 1, Align.CENTER))


def table(*groups: RowGroup, columns: tuple[Column, ...] = COLUMNS) -> Table:
    return Table(
        anchor="t", caption="任务分工", columns=columns, groups=groups, notes=("注：略。",)
    )


def cell(column: int, text: str, row_span: int = 1) -> Cell:
    return Cell(column, (runs(text),), row_span)


def rows_of(element: Element) -> list[list[tuple[str, str]]]:
    """Give the text and the merge of every cell."""
    found = []
    for row in element.iter(W + "tr"):
        cells = []
        for one in row.iter(W + "tc"):
            merge = one.find(f"{W}tcPr/{W}vMerge")
            text = "/".join("".join(map(str, p.itertext())) for p in one.iter(W + "p"))
            cells.append((text, "" if merge is None else str(merge.get(W + "val"))))
        found.append(cells)
    return found


def test_a_span_restarts_and_continues_within_its_group() -> None:
    group = RowGroup(
        (
            Row((cell(0, "甲", 2), cell(1, "一"), cell(2, "2023年"))),
            Row((cell(1, "二"), cell(2, "2024年"))),
        )
    )
    after = RowGroup((Row((cell(0, "乙"), cell(1, "三"))),))
    element, note = table_elements(table(group, after), READING_A.text_width)
    assert rows_of(element) == [
        [("任务", ""), ("目标", ""), ("年度", "")],
        [("甲", "restart"), ("一", ""), ("2023年", "")],
        [("", "continue"), ("二", ""), ("2024年", "")],
        [("乙", ""), ("三", ""), ("", "")],
    ]
    assert "".join(map(str, note.itertext())) == "注：略。"


def test_a_cell_keeps_all_its_paragraphs() -> None:
    group = RowGroup((Row((Cell(0, (runs("甲"), runs("乙"), runs("丙"))),)),))
    element, _ = table_elements(table(group), READING_A.text_width)
    assert rows_of(element)[1][0] == ("甲/乙/丙", "")


def test_only_the_head_row_repeats_and_no_row_splits() -> None:
    group = RowGroup(tuple(Row((cell(0, str(number)),)) for number in range(3)))
    element, _ = table_elements(table(group), READING_A.text_width)
    rows = list(element.iter(W + "tr"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_head_of_two_rows_spans_columns_and_rows_and_repeats() -> None:
    columns = (
        Column("县区", 2),
        Column("2024年", 1, above="任务"),
        Column("2025年", 1, above="任务"),
        Column("备注", 1),
        Column("市级", 1, above="资金"),
    )
    element, _ = table_elements(table(columns=columns), READING_A.text_width)
    assert rows_of(element) == [
        [("县区", "restart"), ("任务", ""), ("备注", "restart"), ("资金", "")],
        [("", "continue"), ("2024年", ""), ("2025年", ""), ("", "continue"), ("市级", "")],
    ]
    for row in element.iter(W + "tr"):
        assert row.find(f"{W}trPr/{W}tblHeader") is not None
    spans = [
        [int(str(s.get(W + "val"))) for s in row.iter(W + "gridSpan")]
        for row in element.iter(W + "tr")
    ]
    assert spans == [[2], []]
    widths = [
        sum(int(str(cell.get(W + "w"))) for cell in row.iter(W + "tcW"))
        for row in element.iter(W + "tr")
    ]
    assert widths == [8845, 8845]


def test_title_and_unit_stay_with_their_table() -> None:
    titled = replace(table(), titled=True, unit="人")
    title, unit, element, note = table_elements(titled, READING_A.text_width)
    texts = ["".join(map(str, line.itertext())) for line in (title, unit, note)]
    assert texts == ["任务分工", "单位：人", "注：略。"]
    assert element.tag == W + "tbl"
    assert all(line.find(f"{W}pPr/{W}keepNext") is not None for line in (title, unit))


def test_only_a_short_group_with_a_span_is_kept_together() -> None:
    def kept(rows: int, span: int) -> int:
        body = (Row((cell(0, "甲", span),)), *(Row((cell(1, "乙"),)) for _ in range(rows - 1)))
        element, _ = table_elements(table(RowGroup(body)), READING_A.text_width)
        rows_kept = [row.find(f".//{W}keepNext") is not None for row in element.iter(W + "tr")]
        return sum(rows_kept)

    assert kept(3, 3) == 2
    assert kept(3, 1) == 0
    assert kept(7, 7) == 0


@pytest.mark.parametrize("shares", [(1, 1, 1), (2, 5, 10, 6, 7, 4), (1, 999), (3,)])
def test_columns_fill_the_width_without_a_remainder(shares: tuple[int, ...]) -> None:
    columns = tuple(Column("列", share) for share in shares)
    widths = column_widths(table(columns=columns), READING_A.text_width)
    assert sum(widths) == 8845
    whole = sum(shares)
    for width, share in zip(widths, shares, strict=True):
        assert abs(width - 8845 * share / whole) <= 1


def test_tables_of_many_columns_are_set_smaller() -> None:
    few, many = (
        {
            str(style.get(W + "val"))
            for style in table_elements(table(columns=COLUMNS * times), READING_A.text_width)[
                0
            ].iter(W + "pStyle")
        }
        for times in (1, 2)
    )
    assert few == {"TableHead"}
    assert many == {"TableHeadSmall"}


def test_the_caption_is_there_for_those_who_do_not_see_the_table() -> None:
    element, _ = table_elements(table(), READING_A.text_width)
    caption = element.find(f"{W}tblPr/{W}tblCaption")
    assert caption is not None
    assert caption.get(W + "val") == "任务分工"


@pytest.mark.parametrize(
    "rows",
    [
        (Row((cell(0, "甲", 2),)),),
        (Row((cell(0, "甲", 2),)), Row((cell(0, "乙"),))),
        (Row((cell(3, "甲"),)),),
        (Row((cell(0, "甲", 0),)),),
    ],
    ids=["beyond the group", "overlap", "no such column", "no row"],
)
def test_cells_that_cannot_be_are_our_mistake(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ValueError, match="table 't'"):
        table_elements(table(RowGroup(rows)), READING_A.text_width)


def test_the_tables_of_a_landscape_part_are_of_one_size() -> None:
    few, many = table(), table(columns=COLUMNS * 2)
    for wide, styles in ((True, ["TableHeadSmall"] * 2), (False, ["TableHead", "TableHeadSmall"])):
        elements = part_elements(Part("清单", (few, many), wide=wide), READING_A)
        tables = [element for element in elements if element.tag == W + "tbl"]
        heads = [next(one.iter(W + "pStyle")).get(W + "val") for one in tables]
        assert heads == styles


def test_two_tables_in_a_row_stay_two() -> None:
    one = replace(table(RowGroup((Row((cell(0, "甲"),)),))), notes=())
    part = Part(title="附表", blocks=(one, one, replace(one, notes=("注：略。",)), one))
    tags = [element.tag.removeprefix(W) for element in part_elements(part, READING_A)]
    assert tags[-7:] == ["tbl", "p", "tbl", "p", "tbl", "p", "tbl"]
