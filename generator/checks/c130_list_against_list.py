"""C130: a list in a text that lacks one item, or has one more, than where it is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.enumerations import enumerations
from generator.checks.frame import Check
from generator.checks.in_text_lists import lists_in, odd_item, same_items
from generator.checks.owner_texts import block_texts, row_texts, texts_of
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.enumerations import Enumeration
    from generator.checks.frame import Findings
    from generator.checks.in_text_lists import TextList
    from generator.model.content import Block, Claim, Task
    from generator.model.values import Names
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("C130", "list-against-list", "重复的列举差一项", Severity.WARNING)
_FEWEST: Final = 3
_MARK: Final = "、"
_HINT: Final = "核对两处，写成相同的各项；本来就不同的，换个写法分清"


def find(resolved: ResolvedPlan) -> Findings:
    """Compare claims with their own text, and the rows of the table with what they are about."""
    by_owner: dict[int, list[TextList]] = {}
    for place in resolved.claims:
        if place.claim.items is not None:
            owner = id(place.owner)
            if owner not in by_owner:
                by_owner[owner] = _lists(texts_of(resolved, place))
            yield from _against_claim(place.claim, place.claim.items, by_owner[owner])
    for row in resolved.tasks:
        if row.subject:
            where = f"分工表第{row.number}行"
            yield from _against_text(where, row.task, row.subject)
            yield from _counts(resolved, where, row.task, row.subject)


def _against_claim(claim: Claim, claimed: Names, lists: list[TextList]) -> Findings:
    items = tuple(map(str, claimed))
    sizes = (len(items) - 1, len(items) + 1)
    odd_ones = [
        (found, odd)
        for found in lists
        if len(found.items) in sizes and (odd := odd_item(items, found.items))
    ]
    # beside the whole list, two of its items may well stand alone
    repeated = bool(odd_ones) and any(same_items(items, found.items) for found in lists)
    for found, odd in odd_ones:
        if not (repeated and len(found.items) < _FEWEST):
            fault = f"少了“{odd}”" if odd in items else f"多了“{odd}”"
            message = f"文中的列举比“{claim.claim}”的各项{fault}"
            where = claimed.whole or claimed.items[0]
            related = (Label(where.span, "列举"),)
            yield Diagnostic(RULE, message, Label(found.words.place, "此处"), related, _HINT)


def _against_text(where: str, task: Task, block: Block) -> Findings:
    """Compare what a row says with the prose about it; what both claim by name is left to C103."""
    in_row = _lists(row_texts(task))
    in_block = _lists(block_texts(block)) if in_row else []
    for here in in_row:
        for there in in_block:
            odd = odd_item(here.items, there.items)
            if odd and not _both_claimed(here, there, task.claims, block.claims):
                yield _finding(where, here, there, odd)


def _lists(texts: Iterable[Text]) -> list[TextList]:
    return [found for text in texts for found in lists_in(text)]


def _both_claimed(
    here: TextList, there: TextList, own: tuple[Claim, ...], other: tuple[Claim, ...]
) -> bool:
    names = {str(claim.claim) for claim in own if _lists_items(claim, here)}
    return any(str(claim.claim) in names for claim in other if _lists_items(claim, there))


def _lists_items(claim: Claim, found: TextList) -> bool:
    return claim.items is not None and same_items(tuple(map(str, claim.items)), found.items)


def _finding(where: str, here: TextList, there: TextList, odd: str) -> Diagnostic:
    fault = f"多了“{odd}”" if odd in here.items else f"少了“{odd}”"
    message = f"{where}的列举比正文{fault}"
    related = (Label(there.words.place, "正文"),)
    return Diagnostic(RULE, message, Label(here.words.place, "分工表"), related, _HINT)


def _counts(resolved: ResolvedPlan, where: str, task: Task, block: Block) -> Findings:
    """Compare the counts of one list in both places: 五个模块 and 六个模块 of the same items."""
    counted = list(_enumerations(row_texts(task), resolved.extra_units))
    known = list(_enumerations(block_texts(block), resolved.extra_units)) if counted else []
    for text, here in counted:
        for other, there in known:
            if same_items(here.items, there.items) and here.stated != there.stated:
                message = f"{where}的列举报{here.stated}项，正文同样的列举报{there.stated}项"
                related = (Label(other.span_of(there.start, there.end), "正文"),)
                label = Label(text.span_of(here.start, here.end), "分工表")
                yield Diagnostic(RULE, message, label, related, "核对后改成一致")


def _enumerations(
    texts: Iterator[Text], extra_units: frozenset[str]
) -> Iterator[tuple[Text, Enumeration]]:
    for text in texts:
        for found in enumerations(text, extra_units) if _MARK in text else ():
            yield text, found


CHECK = Check(RULE, find)
