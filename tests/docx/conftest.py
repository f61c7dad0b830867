"""Render every document of these tests in one call of LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.writers.docx import write_docx
from generator.writers.gb9704 import READING_B
from tests.docx.cases import CASES
from tests.docx.forms import FORMS
from tests.docx.long_inputs import LONG_INPUTS
from tests.docx.mutation import mutated
from tests.docx.plan_cases import plan_files
from tests.docx.rendering import Page, render
from tests.docx.spoiled import SPOILED, spoiled_docx

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_READING_B = ("sample", "clauses", "letter", "order", "many-addressees")
Rendered = dict[str, tuple[Page, ...]]


@pytest.fixture(scope="session")
def rendered() -> Mapping[str, tuple[Page, ...]]:
    """Give the pages of every case and every spoiled document by name."""
    documents = CASES | FORMS | LONG_INPUTS
    files = {name: write_docx(document) for name, document in documents.items()}
    files |= {f"{name}-b": write_docx(documents[name], READING_B) for name in IN_READING_B}
    files |= {spoiled.name: spoiled_docx(spoiled) for spoiled in SPOILED}
    files["gridless"] = mutated(files["sample"], "word/document.xml", "<w:docGrid[^>]*/>", "")
    files["hanging"] = mutated(
        files["punctuation"],
        "word/styles.xml",
        '<w:overflowPunct w:val="1"/>',
        '<w:overflowPunct w:val="0"/>',
    )
    return render(files | plan_files())
