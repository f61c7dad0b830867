"""The sample plans of this repository, composed once: their DOCX files and the texts of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.documents import document_types
from generator.pipeline.analysis import analyze
from generator.resources import templates
from generator.site import Page, site_files
from generator.writers.docx import write_docx

if TYPE_CHECKING:
    from generator.documents import DocumentType
    from generator.readback.verify import PageTwin
    from generator.resolve import ResolvedPlan

ROOT = Path(__file__).parents[2]


class Issued(NamedTuple):
    """A plan in a form, as written."""

    resolved: ResolvedPlan
    form: DocumentType
    docx: bytes


class Shown(NamedTuple):
    """A page of a plan, and what it must say."""

    twin: PageTwin
    html: str


@pytest.fixture(scope="session")
def issued() -> dict[str, Issued]:
    """Give every form of every sample plan, by the name of its file."""
    plans = analyze(ROOT).corpus.plans
    return {
        f"{plan.identifier}-{form.name}": Issued(plan, form, write_docx(form.compose(plan)))
        for plan in plans
        for form in document_types(plan)
    }


@pytest.fixture(scope="session")
def shown() -> dict[str, Shown]:
    """Give every page that has a twin, by its address."""
    analysis = analyze(ROOT)
    files = site_files(analysis.corpus, analysis.report, templates())
    return {
        address: Shown(page.twin, page.content)
        for address, page in files.items()
        if isinstance(page, Page) and page.twin
    }
