"""What changed from one public version of a plan to the next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.comparison import Version, compare, compose_revision
from generator.comparison.revision_table import TITLE, revision_blocks
from generator.readback.verify import verified_list
from generator.site.downloads import Download
from generator.site.page import Entry, changes_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Block
    from generator.site.context import PublicPlan, SiteContext
    from generator.site.page import SiteFile

_PAGE_TITLE: Final = "版本比较"


class Changes(NamedTuple):
    """What changed from one version to the next, as the page shows it.

    Attributes:
        title: the two versions.
        anchor: permanent id.
        blocks: what the 修订对照表 says.
        files: the 修订对照表 to take away.
    """

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    files: tuple[Download, ...]


def changes_pages(site: SiteContext) -> Iterator[tuple[str, SiteFile]]:
    """Make the page and the files of every plan of which an earlier version is public too.

    Raises:
        UnfaithfulError: a file does not say what was composed.
    """
    for plan in site.plans:
        if not plan.earlier:
            continue
        found = tuple(_changes(plan))
        for one in found:
            yield from ((file.address, file.content) for file in one.files)
        newest_first = tuple(reversed(found))
        yield (
            plan.changes,
            site.page(
                plan.changes,
                "changes.html",
                f"{plan.short_title}：{_PAGE_TITLE}",
                contents=tuple(Entry(2, one.anchor, one.title) for one in newest_first),
                plan=plan,
                description=f"{plan.title}各版本之间改了哪些数值和条文",
                comparisons=newest_first,
            ),
        )


def _changes(plan: PublicPlan) -> Iterator[Changes]:
    """Compare each public version with the next, the oldest first."""
    for number, (old, new) in enumerate(pairwise((*plan.earlier, Version(plan.resolved))), start=1):
        comparison = compare(old, new, is_public=True)
        anchor = f"changes-{number}"
        content = verified_list(compose_revision(comparison), plan.profile)
        address = changes_address(plan.resolved, number)
        yield Changes(
            f"从“{old.name}”到“{new.name}”",
            anchor,
            revision_blocks(comparison, anchor),
            (Download(TITLE, "DOCX", address, content),),
        )
