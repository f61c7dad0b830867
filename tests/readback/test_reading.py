"""Reading is right by itself: it agrees with python-docx, and sees no more than a reader."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.readback.docx import read_docx
from generator.readback.page import read_page
from generator.readback.reading import Grid, Line, Link, cell_text, squeezed
from generator.writers.docx import write_docx
from tests.docx.cases import CASES
from tests.docx.mutation import mutated
from tests.docx.sample_document import compact_document

DOCUMENT = "word/document.xml"


@pytest.mark.parametrize("name", CASES)
def test_lines_and_tables_are_those_that_python_docx_reads(name: str) -> None:
    content = write_docx(CASES[name])
    read, other = read_docx(content), docx.Document(BytesIO(content))
    texts = {squeezed(paragraph.text) for paragraph in other.paragraphs} - {""}
    assert texts <= {item.text for item in read.items if isinstance(item, Line)}
    grids = [
        tuple(
            tuple(cell_text(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells)
            for row in table.rows
        )
        for table in other.tables
    ]
    assert [(*grid.heads, *grid.rows) for grid in read.grids] == grids


def test_heading_layers_come_from_the_styles() -> None:
    content = write_docx(compact_document())
    first = next(line for line in read_docx(content).items if isinstance(line, Line) and line.level)
    other = mutated(content, "word/styles.xml", '"heading 1"', '"heading 4"')
    levels = {line: line.level for line in read_docx(other).items if isinstance(line, Line)}
    assert first.level == 1
    assert levels[Line(first.text, 4)] == 4


def test_the_notice_line_and_the_colophon_are_read_once() -> None:
    lines = [item.text for item in read_docx(write_docx(compact_document())).items
             if isinstance(item, Line)]  # fmt: skip
    assert sum("抄送：" in line for line in lines) == 1
    assert lines[0] == compact_document().banner_line


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r"(<w:r>)(<w:t>2027年）》已经市)", r"\1<w:rPr><w:vanish/></w:rPr>\2"),
        (r"(<w:r><w:t>2027年）》已经市.*?</w:r>)", r"<w:del>\1</w:del>"),
    ],
    ids=["hidden", "deleted"],
)
def test_text_that_does_not_show_is_not_read(pattern: str, replacement: str) -> None:
    content = write_docx(compact_document())
    assert "已经市人民政府同意" in words(content)
    assert "已经市人民政府同意" not in words(mutated(content, DOCUMENT, pattern, replacement))


def words(content: bytes) -> str:
    return "".join(item.text for item in read_docx(content).items if isinstance(item, Line))


def test_what_is_no_docx_is_refused() -> None:
    for content in (b"", b"PK\x03\x04 not a package"):
        with pytest.raises(ValueError, match="not a DOCX"):
            read_docx(content)


PAGE = """
<body><nav><p>导航</p></nav><article>
<h1 id="page">题目</h1>
<ul><li>外<ul><li>内</li></ul></li></ul>
<div class="document"><h2>一、甲</h2><p>到<a class="figure" href="x.html#indicator-%E4%B9%99">3名</a>。</p></div>
<h2>附件　乙</h2>
<div class="document"><h3>一、丙</h3>
<table><caption>表</caption>
<thead><tr><th rowspan="2">项</th><th colspan="2">数</th></tr><tr><th>今</th><th>明</th></tr></thead>
<tbody><tr><td rowspan="2" data-label="项"><p>甲</p></td><td data-label="数 今"><p>1</p><p>2</p></td>
<td data-label="数 明">3</td></tr>
<tr><td data-label="数 今"><p>4</p></td><td data-label="数 明">5<div class="again" data-label="项"><p>甲</p></div></td>
</tr></tbody></table></div>
</article><footer><p>页脚</p></footer></body>
"""  # noqa: E501  # lines of HTML as a browser gets them


def test_a_page_is_read_as_a_browser_lays_it_out() -> None:
    read = read_page(PAGE)
    lines = [item for item in read.items if isinstance(item, Line)]
    assert lines == [
        Line("题目"),
        Line("外"),
        Line("内"),
        Line("一、甲", 1),
        Line("到3名。"),
        Line("附件乙"),
        Line("一、丙", 1),
        Line("表"),
    ]
    assert read.links == (Link("3名", "indicator-乙"),)
    (grid,) = read.grids
    heads = (("项", "数", "数"), ("项", "今", "明"))
    assert grid == Grid(heads, (("甲", "1\n2", "3"), ("甲", "4", "5")))
    assert grid.labels == ("项", "数今", "数明")
    assert grid.alone[1] == (("数今", "4"), ("数明", "5"), ("项", "甲"))


def test_tables_with_no_paragraph_between_are_read_as_one() -> None:
    rows = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>" for text in "甲乙"
    )
    apart, fused = (
        mutated(write_docx(compact_document()), DOCUMENT, "<w:sectPr", f"{tables}<w:sectPr")
        for tables in (
            f"<w:tbl>{rows}</w:tbl><w:p/><w:tbl>{rows}</w:tbl>",
            f"<w:tbl>{rows}</w:tbl>" * 2,
        )
    )
    cells = (("甲",), ("乙",))
    assert read_docx(apart).grids[-2:] == (Grid((), cells), Grid((), cells))
    assert read_docx(fused).grids[-1:] == (Grid((), (*cells, *cells)),)
