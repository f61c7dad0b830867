"""Read a DOCX back: the text that shows, in order, with the cells of tables spread out."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.readback.reading import (
    Grid,
    Item,
    Line,
    PlacedCell,
    Reading,
    cell_text,
    spread,
    squeezed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING: Final = re.compile("heading ([1-9])")
_HIDING: Final = (f"{_W}rPr/{_W}vanish", f"{_W}rPr/{_W}webHidden")
_SPAN: Final = f"{_W}tcPr/{_W}gridSpan"
_MERGE: Final = f"{_W}tcPr/{_W}vMerge"
_OFF: Final = ("0", "false", "off")


def read_docx(content: bytes) -> Reading:
    """Read a DOCX.

    Raises:
        ValueError: it is no DOCX.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = [name for name in package.namelist() if re.match("word/header[^/]*$", name)]
            headers = [etree.fromstring(package.read(name)) for name in sorted(names)]
            body = etree.fromstring(package.read("word/document.xml"))[0]
            levels = _heading_styles(etree.fromstring(package.read("word/styles.xml")))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        message = f"not a DOCX: {error}"
        raise ValueError(message) from error
    items = [item for root in (*headers, body) for item in _items(root, levels)]
    return Reading(tuple(items))


def _heading_styles(styles: Element) -> dict[str, int]:
    """Find the styles that an application shows as headings, and their layer."""
    found = {}
    for style in styles.iter(_W + "style"):
        name = style.find(_W + "name")
        match = _HEADING.fullmatch(name.get(_W + "val", "").lower()) if name is not None else None
        if match:
            found[style.get(_W + "styleId", "")] = int(match.group(1))
    return found


def _items(parent: Element, levels: dict[str, int]) -> Iterator[Item]:
    for tag, elements in groupby(parent, key=attrgetter("tag")):
        if tag == _W + "p":
            for element in elements:
                yield from _paragraph(element, levels)
        elif tag == _W + "tbl":
            # applications show tables without a paragraph between them as one
            yield _grid([row for table in elements for row in table.iterchildren(_W + "tr")])


def _paragraph(element: Element, levels: dict[str, int]) -> Iterator[Item]:
    if text := squeezed(_text(element)):
        style = element.find(f"{_W}pPr/{_W}pStyle")
        yield Line(text, levels.get(style.get(_W + "val", ""), 0) if style is not None else 0)
    for box in element.iter(_W + "txbxContent"):
        # the older form of a text box says the same once more
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _items(box, levels)


def _text(paragraph: Element) -> str:
    """Give what shows of a paragraph: no hidden or deleted text, none of its text boxes."""
    return "".join(
        run_text.text or ""
        for run in paragraph.iter(_W + "r")
        if next(run.iterancestors(_W + "p")) is paragraph and not _hidden(run)
        for run_text in run.iterchildren(_W + "t")
    )


def _hidden(run: Element) -> bool:
    for path in _HIDING:
        mark = run.find(path)
        if mark is not None and mark.get(_W + "val") not in _OFF:
            return True
    return next(run.iterancestors(_W + "del", _W + "moveFrom"), None) is not None


def _grid(rows: list[Element]) -> Grid:
    heads = sum(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows)
    whole = spread(_placed(rows))
    return Grid(whole[:heads], whole[heads:])


def _placed(rows: list[Element]) -> list[list[PlacedCell]]:
    """Place the cells; one that continues the cell above lengthens that."""
    placed: list[list[PlacedCell]] = []
    open_cells: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        column = 0
        placed.append([])
        for element in row.iterchildren(_W + "tc"):
            span = element.find(_SPAN)
            width = int(span.get(_W + "val", "1")) if span is not None else 1
            merge = element.find(_MERGE)
            if merge is not None and merge.get(_W + "val", "continue") == "continue":
                line, index = open_cells[column]
                above = placed[line][index]
                placed[line][index] = above._replace(rows=number - line + 1)
            else:
                open_cells[column] = (number, len(placed[-1]))
                text = cell_text(_text(one) for one in element.iter(_W + "p"))
                placed[-1].append(PlacedCell(column, text, width))
            column += width
    return placed
