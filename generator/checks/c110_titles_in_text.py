"""C110: a text that lists the titles of a plan under another name or in another order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.checks.in_text_lists import lists_in, same_items
from generator.checks.likeness import common
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import with_clauses
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.frame import Findings
    from generator.checks.in_text_lists import TextList
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("C110", "titles-in-text", "文中列的名称、次序与标题不同", Severity.WARNING)
_FEWEST: Final = 3
# the count behind a list is no part of its last item
_COUNT: Final = re.compile("(?:等|这|共)*[0-9一二两三四五六七八九十]+[个项类大种方条].*$")
_LONGEST_ADDITION: Final = 3


class _Titles(NamedTuple):
    """Titles that stand side by side.

    Attributes:
        kind: what they are titles of, in Chinese.
        titles: the titles.
        numbers: where each stands among them, by its loose name.
    """

    kind: str
    titles: tuple[Text, ...]
    numbers: dict[str, int]


def find(resolved: ResolvedPlan) -> Findings:
    """Compare every list of a text with as many titles that it names all of, or all but one."""
    groups = list(_groups(resolved.plan))
    if not groups:
        return
    by_size: dict[int, list[_Titles]] = {}
    for group in groups:
        by_size.setdefault(len(group.titles), []).append(group)
    claimed = [
        tuple(map(str, place.claim.items))
        for place in resolved.claims
        if place.claim.items and place.claim.matches
    ]
    for place in resolved.texts:
        for paragraph in place.paragraphs:
            for found in lists_in(paragraph.text):
                for group in by_size.get(len(found.items), ()):
                    for finding in _compare(place.owner, found, group):
                        if not any(same_items(found.items, items) for items in claimed):
                            yield finding


def _groups(plan: DocumentContent) -> Iterator[_Titles]:
    lists = [("重点工程", plan.projects), ("支撑保障", plan.measures), ("章节", plan.sections)]
    blocks = [*plan.sections, *plan.projects, *plan.measures]
    for attachment in plan.attachments:
        blocks += attachment.blocks
    lists += [(str(block.title), block.clauses) for block in with_clauses(blocks)]
    for kind, group in lists:
        if len(group) >= _FEWEST:
            yield _titles(kind, [block.title for block in group])
    if len(plan.levels) >= _FEWEST:
        yield _titles("培养层级", [level.title for level in plan.levels])


def _titles(kind: str, titles: Sequence[Text]) -> _Titles:
    numbers: dict[str, int] = {}
    for number, title in enumerate(titles):
        numbers.setdefault(loose(title), number)
    return _Titles(kind, tuple(titles), numbers)


def _compare(owner: str, found: TextList, group: _Titles) -> Findings:
    named = list(_named(found.items, group.numbers))
    known = [at for at in named if at is not None]
    if len(set(known)) < max(len(found.items) - 1, 2) or len(set(known)) < len(known):
        return
    if len(known) < len(named):
        odd = named.index(None)
        item = _name(found.items, odd)
        left = next(at for at in range(len(group.titles)) if at not in known)
        title = group.titles[left]
        if 2 * common(item, loose(title)) >= len(loose(title)):
            yield _other_name(owner, found, item, title)
    elif known != sorted(known):
        first = next(at for at, place in enumerate(known) if at != place)
        yield _other_order(owner, found, group, (first, known[first]))


def _named(items: Sequence[str], numbers: dict[str, int]) -> Iterator[int | None]:
    """Give the title that each item is; the list is another one once two items are none."""
    unknown = 0
    for at in range(len(items)):
        name = _name(items, at)
        number = numbers.get(name)
        if number is None and at == 0:
            # it may have words before it
            number = next((numbers[title] for title in numbers if name.endswith(title)), None)
        if number is None and at == len(items) - 1:
            # the sentence may go on behind it: 遴选、培养、考核一体安排
            number = next((numbers[title] for title in numbers if _goes_on(name, title)), None)
        yield number
        unknown += number is None
        if unknown > 1:
            return


def _goes_on(name: str, title: str) -> bool:
    """Say whether more stands behind a title than would make another title of it (考核评价)."""
    return name.startswith(title) and len(name) - len(title) > _LONGEST_ADDITION


def _name(items: Sequence[str], at: int) -> str:
    """Give an item as titles are compared, the last one without the count behind it."""
    name = loose(items[at])
    return _COUNT.sub("", name) if at == len(items) - 1 else name


def _other_name(owner: str, found: TextList, item: str, title: Text) -> Diagnostic:
    message = f"“{owner}”列的“{item}”，标题是“{title}”"
    related = (Label(title.place, "标题"),)
    hint = "改成一个名称"
    return Diagnostic(RULE, message, Label(found.words.place, "此处"), related, hint)


def _other_order(
    owner: str, found: TextList, group: _Titles, places: tuple[int, int]
) -> Diagnostic:
    here, there = places
    message = (
        f"“{owner}”列的第{here + 1}项是“{group.titles[there]}”，"
        f"{group.kind}的第{here + 1}项是“{group.titles[here]}”，次序不同"
    )
    related = (Label(group.titles[here].place, "标题"),)
    return Diagnostic(RULE, message, Label(found.words.place, "此处"), related, "按同一次序排列")


CHECK = Check(RULE, find)
