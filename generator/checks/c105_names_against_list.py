"""C105: names in a text that differ from the titles of what they announce."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.frame import Check
from generator.checks.selectors import KNOWN, not_selected, select
from generator.diagnostics import Diagnostic, Label, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.frame import Findings
    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text

RULE = Rule("C105", "names-against-list", "所列名称与对应标题不同")


def find(resolved: ResolvedPlan) -> Findings:
    """Compare the items of every claim that says what they match."""
    for place in resolved.claims:
        claim = place.claim
        if claim.matches and not claim.items:
            message = f"“{claim.claim}”写了“matches”（对照），没有写“items”（各项）"
            hint = "写上“items”（各项）；只数项数的，改写“counts”（计数）"
            yield Diagnostic(RULE, message, Label(claim.matches.span), hint=hint)
        elif claim.matches and claim.items:
            yield from _compare(resolved, place, claim.matches, claim.items.items)


def _compare(
    resolved: ResolvedPlan, place: ClaimPlace, selector: Text, items: tuple[Text, ...]
) -> Findings:
    titles = select(resolved, place, str(selector))
    if titles is None:
        message = not_selected(selector, "对照")
        yield Diagnostic(RULE, message, Label(selector.span), hint=f"可用：{KNOWN}")
        return
    wanted = [str(title) for title in titles]
    for item in items:
        if str(item) not in wanted:
            yield _finding(place, item, titles, items)
    listed = [str(item) for item in items]
    left_out = [
        title
        for index, title in enumerate(titles)
        # the title beside an item without one is named there
        if str(title) not in listed and (index >= len(items) or listed[index] in wanted)
    ]
    if left_out:
        message = f"“{place.claim.claim}”里没有列出标题“{'”“'.join(left_out)}”"
        related = tuple(Label(title.place, "标题") for title in left_out)
        hint = "补上漏列的，或删去多出的标题"
        yield Diagnostic(RULE, message, Label(place.claim.claim.span, "此处"), related, hint)
    if sorted(wanted) == sorted(map(str, items)) and wanted != [str(item) for item in items]:
        message = f"“{place.claim.claim}”各项的次序与标题的次序不同"
        hint = "按同一次序排列"
        label = Label(items[0].span, "此处")
        yield Diagnostic(RULE, message, label, (Label(titles[0].place, "标题"),), hint)


def _finding(
    place: ClaimPlace, item: Text, titles: Sequence[Text], items: Sequence[Text]
) -> Diagnostic:
    """Name the title that stands at the same place in the list, if no item has its name."""
    listed = [str(other) for other in items]
    index = listed.index(str(item))
    message = f"“{place.claim.claim}”中的“{item}”没有同名的标题"
    related = tuple(Label(title.place, "标题之一") for title in titles[-1:])
    if index < len(titles) and str(titles[index]) not in listed:
        message += f"，对应位置的标题是“{titles[index]}”"
        related = (Label(titles[index].place, "标题"),)
    return Diagnostic(RULE, message, Label(item.span, "此处"), related, "统一名称")


CHECK = Check(RULE, find)
