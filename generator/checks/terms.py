"""Where a plan uses a word: in its texts and headings, but not in the titles of documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.stretches import Stretches
from generator.model.content import with_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.content import Block
    from generator.model.document import Term
    from generator.resolve import ResolvedPlan
    from generator.text import Text

_DOCUMENT_TITLE: Final = re.compile("《[^《》]*》")


def remark(term: Term) -> str:
    """Give what the plan notes on a term, as a hint adds it, or ""."""
    return f"（{term.note}）" if term.note else ""


def printed_texts(resolved: ResolvedPlan) -> Iterator[Text]:
    """Go through all that is printed as prose or heading."""
    plan = resolved.plan
    blocks: list[Block] = [*plan.sections, *plan.projects, *plan.measures]
    for attachment in plan.attachments:
        yield attachment.title
        blocks += attachment.blocks
    yield from (block.printed_heading for block in with_clauses(blocks))
    yield from (task.title for task in plan.tasks if task.title)
    for place in resolved.texts:
        for paragraph in place.paragraphs:
            yield paragraph.text


def occurrences(text: Text, word: str, longer: tuple[str, ...] = ()) -> Iterator[Text]:
    """Find a word where it is not part of a longer word or of a document's title."""
    if word not in text:
        return
    patterns = [_DOCUMENT_TITLE]
    patterns += [re.compile(re.escape(name)) for name in longer if word in name]
    taken = [Stretches(m.span() for m in pattern.finditer(text)) for pattern in patterns]
    for match in re.finditer(re.escape(word), text):
        if not any(spans.hold(*match.span()) for spans in taken):
            yield text.part(*match.span())
