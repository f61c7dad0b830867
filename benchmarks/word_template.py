"""The same document by docxtpl: a slim template of its text, or one of its whole look."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from generator.blocks import Document, Part, Properties
from generator.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

_BODY = "word/document.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Line(NamedTuple):
    """A paragraph of the body: its style and its text."""

    style: str
    text: str


class Grid(NamedTuple):
    """A table: the texts of its cells, row by row; the name says how many columns it has."""

    style: str
    rows: tuple[tuple[str, ...], ...]


def visible(content: bytes) -> tuple[Line | Grid, ...]:
    """Read back what a DOCX shows: its paragraphs and tables in order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read(_BODY))[0]
    return tuple(_blocks(body))


def _blocks(body: Element) -> Iterator[Line | Grid]:
    for element in body:
        if element.tag == qn("w:tbl"):
            rows = tuple(
                tuple("\n".join(map(_text, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc")))
                for row in element.iter(qn("w:tr"))
            )
            yield Grid(f"table{len(rows[0])}", rows)
        elif element.tag == qn("w:p"):
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            # python-docx leaves out the style that is meant if none is named
            yield Line("Normal" if style is None else style.get(qn("w:val")), _text(element))


def _text(paragraph: Element) -> str:
    """Give the text of a paragraph; what stands in a box for old programs is a repetition."""
    return "".join(
        "\n" if element.tag == qn("w:br") else element.text or ""
        for element in paragraph.iter(qn("w:t"), qn("w:br"))
        if next(element.iterancestors(_FALLBACK), None) is None
    )


def template_for(blocks: tuple[Line | Grid, ...]) -> bytes:
    """Make a template of our own styles that can print these blocks.

    It is what an office would make in Word: a loop over the blocks with a paragraph for each
    style, and a table for each number of columns with a loop over its rows. To be slim it has
    no headers and footers, no merged cells and no landscape pages.
    """
    template = docx.Document(BytesIO(write_docx(Document(Properties("模板"), (Part("模板", ()),)))))
    for paragraph in template.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001  # no public way
    _without_footers(template)
    names = {style.style_id: style.name for style in template.styles}
    template.add_paragraph("{%p for block in blocks %}")
    for style in dict.fromkeys(block.style for block in blocks):
        template.add_paragraph(f'{{%p if block.style == "{style}" %}}')
        if style in names:
            template.add_paragraph("{{ block.text }}", style=names[style])
        else:
            _add_table(template, int(style.removeprefix("table")))
        template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p endfor %}")
    return _saved(template)


def _add_table(template: WordDocument, columns: int) -> None:
    table = template.add_table(rows=3, cols=columns)
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for column in range(columns):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"


def _without_footers(template: WordDocument) -> None:
    properties = template.sections[0]._sectPr  # noqa: SLF001  # no public way
    for reference in properties.findall(qn("w:footerReference")):
        properties.remove(reference)
    relations = template.part.rels
    for identifier in [one for one, relation in relations.items() if "footer" in relation.reltype]:
        del relations[identifier]


def _saved(document: WordDocument | DocxTemplate) -> bytes:
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def laid_out(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Make a template that looks as a document does, a tag at every place, and give its texts."""
    output, texts = BytesIO(), []
    with (
        zipfile.ZipFile(BytesIO(content)) as archive,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as template,
    ):
        for name in archive.namelist():
            part = archive.read(name)
            if name == _BODY:
                root = etree.fromstring(part)
                for number, element in enumerate(root.iter(qn("w:t"))):
                    texts.append(element.text or "")
                    element.text = f"{{{{ texts[{number}] }}}}"
                part = etree.tostring(root)
            template.writestr(name, part)
    return output.getvalue(), tuple(texts)


def render(template: bytes, **context: tuple[Line | Grid, ...] | tuple[str, ...]) -> bytes:
    """Fill a template, from the file to the file."""
    document = DocxTemplate(BytesIO(template))
    document.render(context)
    return _saved(document)
