"""The DOCX of every public plan, in each form in which it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.readback.verify import verified_docx
from generator.site.page import download_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import SiteContext


def downloads(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Write the files and read them back.

    Raises:
        UnfaithfulError: one does not say what its plan says.
    """
    for plan in site.plans:
        for form, document in plan.forms:
            address = download_address(plan.resolved, form.name)
            if address not in site.made:
                yield address, verified_docx(plan.resolved, form, document, site.profile)
    yield from site.made.items()
