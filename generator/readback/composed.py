"""What a composed document says, in the order in which it must be read.

Lines and tables of a part stand together without anything between them; of what surrounds
them (版头, 署名, 版记) the layout of a form decides, so it only has to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.blocks import Heading, Layout, Paragraph, Table, head_rows, plain
from generator.readback.reading import (
    Grid,
    Item,
    Line,
    Link,
    PlacedCell,
    cell_text,
    spread,
    squeezed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.blocks import Block, Document, Masthead, Part, Runs

_DOCUMENT, _ISSUER = "文件", "发文机关"
_LABELS = (_DOCUMENT, "主送", "抄送", "签发人", "印发", "：", "。", "（", "）")


class Stretch(NamedTuple):
    """Items that stand together, and what they are, in Chinese."""

    name: str
    items: tuple[Item, ...]


class Composed(NamedTuple):
    """What must be read.

    Attributes:
        stretches: in this order, with anything between them.
        others: names and texts that must stand outside of them.
        links: the figures that lead to their indicators, where readers can follow them.
        labels: words that may stand beside the others, outside of the stretches; None where
            there is more: a page has a frame.
    """

    stretches: tuple[Stretch, ...]
    others: tuple[tuple[str, str], ...]
    links: tuple[Link, ...] = ()
    labels: tuple[str, ...] | None = None


def composed_docx(document: Document, banner_wording: str) -> Composed:
    """Say what must be read in the DOCX of a document.

    Args:
        document: what was composed.
        banner_wording: 发文机关标志, with 发文机关 in the place of the organ.
    """
    stretches = [
        stretch
        for number, part in enumerate(document.parts)
        for stretch in _docx_part(part, titled=bool(number) or not _is_order(document))
    ]
    others = [*_edges(document), *(one for part in document.parts for one in _around(part))]
    labels = (*_LABELS, *map(squeezed, banner_wording.split(_ISSUER)))
    return Composed(_with_items(stretches), _with_text(others), labels=labels)


def composed_page(document: Document, title: str) -> Composed:
    """Say what must be read on the page of a document."""
    stretches = [Stretch("题目", (_line(title),))]
    for number, part in enumerate(document.parts):
        if number:
            stretches.append(Stretch("附件题目", (_line(part.label + part.title),)))
        stretches.append(Stretch(f"“{part.title}”", _blocks(part.blocks, on_page=True)))
    others = [one for part in document.parts for one in _around(part)]
    others += (("附件说明", name) for part in document.parts for name in part.attachment_note)
    return Composed(_with_items(stretches), _with_text(others), tuple(_links(document)))


def _with_items(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in stretches if stretch.items)


def _with_text(others: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    squeezed_others = ((name, squeezed(text)) for name, text in others)
    return tuple((name, text) for name, text in squeezed_others if text)


def _is_order(document: Document) -> bool:
    """Whether its text begins without a title (10.2)."""
    return bool(document.masthead and document.masthead.layout is Layout.ORDER)


def _docx_part(part: Part, *, titled: bool) -> Iterator[Stretch]:
    opening = (part.label, *((part.title, *part.subtitles) if titled else ()))
    yield Stretch("题目", tuple(_line(text) for text in opening if squeezed(text)))
    yield Stretch(f"“{part.title}”", _blocks(part.blocks, on_page=False))
    yield Stretch("附件说明", tuple(map(_line, _attachment_note(part))))


def _attachment_note(part: Part) -> Iterator[str]:
    names = part.attachment_note
    for number, name in enumerate(names, start=1):
        label = "附件：" if number == 1 else ""
        yield f"{label}{number}.{name}" if len(names) > 1 else f"{label}{name}"


def _blocks(blocks: tuple[Block, ...], *, on_page: bool) -> tuple[Item, ...]:
    return tuple(item for block in blocks for item in _block(block, on_page=on_page))


def _block(block: Block, *, on_page: bool) -> Iterator[Item]:
    match block:
        case Heading():
            yield _line(block.number + block.text, block.level)
        case Paragraph():
            if text := squeezed(plain(block.runs)):
                yield Line(text)
        case Table():
            yield from _table(block, on_page=on_page)


def _table(table: Table, *, on_page: bool) -> Iterator[Item]:
    unit = f"单位：{table.unit}" if table.unit else ""
    if on_page:
        # a table is followed by its caption, which is an element of it
        yield _grid(table)
        yield _line(f"{table.caption}（{unit}）" if unit else table.caption)
    else:
        yield from (_line(text) for text in (table.caption if table.titled else "", unit) if text)
        yield _grid(table)
    yield from (_line(note) for note in table.notes if squeezed(note))


def _grid(table: Table) -> Grid:
    heads = [
        [PlacedCell(c.column, squeezed(c.text), c.column_span, c.row_span) for c in row]
        for row in head_rows(table.columns)
    ]
    bodies = [
        spread(
            [
                PlacedCell(cell.column, cell_text(map(plain, cell.paragraphs)), 1, cell.row_span)
                for cell in row.cells
            ]
            for row in group.rows
        )
        for group in table.groups
    ]
    width = len(table.columns)
    rows = tuple((*row, *[""] * (width - len(row))) for body in bodies for row in body)
    return Grid(spread(heads), rows)


def _line(text: str, level: int = 0) -> Line:
    return Line(squeezed(text), level)


def _around(part: Part) -> Iterator[tuple[str, str]]:
    """Give what a form of letter may put elsewhere."""
    yield "主送机关", plain(part.addressees)
    if part.signature:
        signers = part.signature.signers
        yield from (("签名人", text) for signer in signers for text in signer)
        yield from (("署名", organ) for organ in part.signature.organs if not signers)
        yield "成文日期", plain(part.signature.date)
    yield "附注", part.annotation
    for label, names in part.attendance:
        yield label, label
        yield label, names


def _edges(document: Document) -> Iterator[tuple[str, str]]:
    yield "页眉", document.banner_line
    if document.masthead:
        yield from _masthead(document.masthead)
    if document.colophon:
        yield "抄送机关", plain(document.colophon.cc)
        yield "印发机关", plain(document.colophon.printing_organ)
        yield "印发日期", plain(document.colophon.printing_date)


def _masthead(masthead: Masthead) -> Iterator[tuple[str, str]]:
    # 文件 stands once beside several organs, and offices word their banner in their own way
    yield from (("发文机关标志", organ.removesuffix(_DOCUMENT)) for organ in masthead.banner)
    yield "发文字号", plain(masthead.document_number)
    yield "纪要的机关", masthead.organ
    yield "纪要的日期", plain(masthead.date)
    yield "份号", masthead.copy_number
    yield "密级和保密期限", masthead.secrecy_level
    yield "紧急程度", masthead.urgency
    yield from (("签发人", name) for name in masthead.signatories)


def _links(document: Document) -> Iterator[Link]:
    for part in document.parts:
        for block in part.blocks:
            for runs in _runs_of(block):
                yield from (Link(squeezed(run.text), run.figure) for run in runs if run.figure)


def _runs_of(block: Block) -> Iterator[Runs]:
    if isinstance(block, Paragraph):
        yield block.runs
    elif isinstance(block, Table):
        for group in block.groups:
            for row in group.rows:
                yield from (runs for cell in row.cells for runs in cell.paragraphs)
