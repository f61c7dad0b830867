"""The DOCX of every public plan, in each form in which it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site.page import download_address
from generator.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import SiteContext


def downloads(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Write the files."""
    for plan in site.plans:
        for form, document in plan.forms:
            yield download_address(plan.resolved, form.name), write_docx(document, site.profile)
