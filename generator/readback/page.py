"""Read a page of the site back: its text in order, its tables spread out, its links to figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote

from lxml import html

from generator.readback.reading import (
    Grid,
    Item,
    Line,
    Link,
    PlacedCell,
    Reading,
    Rows,
    cell_text,
    spread,
    squeezed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES: Final = (*_HEADINGS, "p", "li", "dt", "dd", "summary", "caption")
_DOCUMENT: Final = "document"
_AGAIN: Final = "again"
_OF_GROUP: Final = "of-group"


def read_page(text: str) -> Reading:
    """Read the content of a page, whatever theme surrounds it.

    The heading layers of a plan are counted within its parts, which the page puts one level
    below its title, and two from the second part on.
    """
    root = html.document_fromstring(text)
    content = next(_all(root, "article"), root)
    first = next((one for one in _all(content, "div") if _DOCUMENT in _classes(one)), None)
    items = [item for element in _all(content, *_LINES, "table") for item in _items(element, first)]
    return Reading(tuple(items), tuple(_links(content)))


def _items(element: HtmlElement, first: HtmlElement | None) -> Iterator[Item]:
    inside = next(element.iterancestors("table"), None)
    if element.tag == "table":
        yield _grid(element)
    elif element.tag == "caption" or inside is None:
        lines = any(child.tag in (*_LINES, "ul", "ol", "dl", "table") for child in element)
        shown = _own_text(element) if lines else element.text_content()
        if text := squeezed(shown):
            yield Line(text, _layer(element, first))


def _own_text(element: HtmlElement) -> str:
    """Give the text of an element without that of the lines in it, which are read by themselves."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _layer(element: HtmlElement, first: HtmlElement | None) -> int:
    part = next(iter(_ancestors(element, _DOCUMENT)), None)
    if element.tag not in _HEADINGS or part is None:
        return 0
    return int(element.tag[1]) - (1 if part is first else 2)


def _all(element: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """Go through the elements of some kinds in an element; lxml types them too generally."""
    return cast("Iterator[HtmlElement]", element.iter(*tags))


def _classes(element: HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


def _ancestors(element: HtmlElement, name: str) -> list[HtmlElement]:
    return [one for one in element.iterancestors() if name in _classes(one)]


def _links(content: HtmlElement) -> Iterator[Link]:
    for element in content.iter("a"):
        if "figure" in _classes(element) and not _ancestors(element, _AGAIN):
            anchor = unquote(element.get("href", "").partition("#")[2])
            yield Link(squeezed(element.text_content()), anchor)


def _grid(table: HtmlElement) -> Grid:
    heads = spread(_placed(table.xpath("./thead/tr")))
    bodies = table.xpath("./tbody")
    return Grid(heads, _body(table), tuple(row for body in bodies for row in _rows_alone(body)))


def _body(table: HtmlElement) -> Rows:
    """Spread the body group by group: a cell never reaches beyond its group."""
    return tuple(row for body in table.xpath("./tbody") for row in spread(_placed(body)))


def _placed(rows: Iterable[HtmlElement]) -> list[list[PlacedCell]]:
    """Place the cells as a browser does: each in the first column that is free."""
    placed: list[list[PlacedCell]] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        placed.append([])
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in taken:
                column += 1
            span, depth = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            text = cell_text(_paragraphs(cell))
            placed[-1].append(PlacedCell(column, text, span, depth))
            taken |= {
                (number + below, column + beside)
                for below in range(depth)
                for beside in range(span)
            }
            column += span
    return placed


def _paragraphs(cell: HtmlElement) -> list[str]:
    """Give the paragraphs of a cell, or its text; what it says again for others is not its own."""
    texts = [
        one.text_content()
        for one in cell.iter("p")
        if _AGAIN in _classes(cell) or not _ancestors(one, _AGAIN)
    ]
    return texts or [_own_text(cell)]


def _rows_alone(body: HtmlElement) -> Iterator[tuple[tuple[str, str], ...]]:
    """Say what each row of a group shows by itself, and what is said once for all of them."""
    once: list[tuple[str, str]] = []
    for row in body.iterchildren("tr"):
        yield (*_alone(row), *once)
        once += [said for cell in row if _OF_GROUP in _classes(cell) for said in _said(cell)]


def _alone(row: HtmlElement) -> Iterator[tuple[str, str]]:
    """Say what a row shows by itself: its cells and what it repeats of the rows above."""
    for element in row.iter("td", "th", "div"):
        yield from _said(element)


def _said(element: HtmlElement) -> Iterator[tuple[str, str]]:
    label = element.get("data-label")
    if label is not None:
        yield squeezed(label), cell_text(_paragraphs(element))
