"""Spoil a DOCX on purpose, to show that a measurement notices."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO


def parts(docx: bytes) -> dict[str, str]:
    """Give the parts of a package as text."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def mutated(docx: bytes, name: str, pattern: str, replacement: str) -> bytes:
    """Replace a pattern in one part.

    Raises:
        AssertionError: nothing changed, so the mutant would prove nothing.
    """
    content = parts(docx)
    changed, count = re.subn(pattern, replacement, content[name])
    assert count, f"{pattern} is not in {name}"
    content[name] = changed
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, text in content.items():
            archive.writestr(part, text)
    return buffer.getvalue()
