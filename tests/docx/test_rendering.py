"""Where a tool is missing, the message says how to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docx import rendering

if TYPE_CHECKING:
    from pathlib import Path


def test_without_the_fonts_the_message_names_the_script(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rendering, "FONTS", tmp_path)
    with pytest.raises(rendering.MissingToolError, match=r"tests/install_test_fonts\.sh"):
        rendering.render({})


def test_a_file_that_is_no_docx_is_an_error() -> None:
    with pytest.raises(rendering.ConversionError, match="没有排出“broken”的页面"):
        rendering.render({"broken": b"PK\x03\x04 not a package"})
