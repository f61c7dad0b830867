"""The twins: no document and no page goes out that does not say what its plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.readback.compare import against_composed
from generator.readback.composed import Composed, composed_docx, composed_page
from generator.readback.difference import refuse
from generator.readback.docx import read_docx
from generator.readback.fidelity import against_plan
from generator.readback.hygiene import hygiene
from generator.readback.page import read_page
from generator.readback.planned import Planned, planned, planned_indicators
from generator.writers.docx import write_docx
from generator.writers.gb9704 import READING_A

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.documents import DocumentType
    from generator.resolve import ResolvedPlan
    from generator.writers.gb9704 import Profile


def verified_docx(
    resolved: ResolvedPlan,
    form: DocumentType,
    document: Document,
    profile: Profile = READING_A,
) -> bytes:
    """Write a plan that was composed in a form as DOCX, and read it back.

    Raises:
        UnfaithfulError: it does not say what the plan says, or carries what it must not.
    """
    whole = planned(resolved) if form.whole else None
    return _verified(document, profile, f"“{resolved.identifier}”的{form.title}", whole)


def verified_list(document: Document, profile: Profile) -> bytes:
    """Write a document that is composed of several plans as DOCX, and read it back.

    Raises:
        UnfaithfulError: it does not say what was composed, or carries what it must not.
    """
    return _verified(document, profile, f"“{document.properties.title}”", None)


def _verified(document: Document, profile: Profile, name: str, whole: Planned | None) -> bytes:
    content = write_docx(document, profile)
    reading = read_docx(content)
    differences = against_composed(reading, composed_docx(document, profile.banner_wording))
    if whole:
        differences += against_plan(reading, whole)
    differences += hygiene(content, document.properties)
    refuse(f"{name}（DOCX）", differences)
    return content


class PageTwin(NamedTuple):
    """What a page of the site must say.

    Attributes:
        name: the page, in Chinese.
        planned: what the plan itself says.
        composed: the whole text in its order, where the page has it.
    """

    name: str
    planned: Planned
    composed: Composed | None = None

    def verify(self, html: str) -> None:
        """Read a page as it goes out back.

        Raises:
            UnfaithfulError: it does not say what the plan says.
        """
        reading = read_page(html)
        differences = against_plan(reading, self.planned)
        if self.composed:
            differences = against_composed(reading, self.composed) + differences
        refuse(self.name, differences)


def plan_page_twin(resolved: ResolvedPlan, document: Document) -> PageTwin:
    """Say what the page of a plan must say."""
    title = str(resolved.plan.title)
    return PageTwin(
        f"“{resolved.identifier}”的网页",
        planned(resolved, on_site=True),
        composed_page(document, title),
    )


def indicators_page_twin(resolved: ResolvedPlan) -> PageTwin:
    """Say what the page of a plan's indicators must say."""
    return PageTwin(f"“{resolved.identifier}”的指标网页", planned_indicators(resolved))
