"""Pages of a PDF as pictures, for whoever wants a look before downloading."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it has no types

PREVIEW_WIDTH: Final = 480
"""Pixels across the preview of a first page: twice what it takes on a page of the site."""
PAGE_WIDTH: Final = 1240
"""Pixels across a page that is to be read: 150 to the inch on A4."""


def page_images(pdf: bytes, width: int, *, first_only: bool = False) -> tuple[bytes, ...]:
    """Draw the pages of a PDF as PNG.

    Args:
        pdf: the file.
        width: pixels across an upright page; turned pages are drawn to the same scale.
        first_only: draw the first page and no more.
    """
    with PdfDocument(pdf) as document:
        count = 1 if first_only else len(document)
        narrow = min(document[0].get_size())
        return tuple(_png(document, number, width / narrow) for number in range(count))


def _png(document: PdfDocument, number: int, scale: float) -> bytes:
    image = document[number].render(scale=scale).to_pil().convert("P", colors=64)
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
