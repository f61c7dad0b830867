"""Render documents with fonts that are the same on every machine."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.rendering.libreoffice import (
    ConversionError,
    MissingToolError,
    find_program,
    to_pdf,
)
from generator.rendering.measured import (
    Box,
    Glyph,
    Line,
    Page,
    Rule,
    fonts,
    measured_pages,
    page_image,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Box",
    "ConversionError",
    "Glyph",
    "Line",
    "MissingToolError",
    "Page",
    "Rule",
    "fonts",
    "page_image",
    "render",
]

REPOSITORY = Path(__file__).parents[2]
FONTS = Path(os.environ.get("PLANPRESS_TEST_FONTS", REPOSITORY / ".cache" / "test-fonts"))
STAND_INS = (
    "FandolFang-Regular.otf",
    "FandolHei-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolSong-Regular.otf",
)


def render(documents: Mapping[str, bytes]) -> dict[str, tuple[Page, ...]]:
    """Render DOCX files with one call of LibreOffice.

    Args:
        documents: the files by a short ASCII name.

    Raises:
        MissingToolError: LibreOffice or the test fonts are missing.
        ConversionError: LibreOffice failed.
    """
    program = find_program()
    _check_fonts()
    template = (Path(__file__).parent / "fonts.conf").read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="planpress-fonts-") as folder:
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(
            template.replace("@FONTS@", str(FONTS)).replace("@CACHE@", str(FONTS / "fontconfig")),
            encoding="utf-8",
        )
        pdfs = to_pdf(documents, program, {"FONTCONFIG_FILE": str(configuration)})
    return {name: measured_pages(pdf) for name, pdf in pdfs.items()}


def _check_fonts() -> None:
    missing = [name for name in STAND_INS if not (FONTS / name).is_file()]
    if missing:
        message = f"{', '.join(missing)} not in {FONTS}: run tests/install_test_fonts.sh"
        raise MissingToolError(message)
