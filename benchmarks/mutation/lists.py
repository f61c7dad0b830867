"""The lists of a plan: items of claims, enumerations in sentences, units of roles, records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.mutation.figures import NUMBER, ROLES, UNIT, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation.leaves import Leaf, Listing, PlanText

_ITEM: Final = "[^、，。；：！？“”（）＋]"
_ENUMERATION: Final = re.compile(f"{_ITEM}{{1,20}}(?:、{_ITEM}{{1,20}}){{2,}}")
_LEAD_IN: Final = re.compile("围绕|聚焦|包括|涵盖|设|从|为")
_FEWEST: Final = 3
# the lists of records that a plan counts or pairs with another list
COUNTED_RECORDS: Final = ("levels", "projects", "measures", "tasks", "attachments")


@dataclass(frozen=True, slots=True)
class Items:
    """A list in one line.

    Attributes:
        leaf: the line that holds it.
        spans: where each item stands in the line.
        names: the items.
        place: 列举, 正文 or 单位.
        counted: a number counts it.
    """

    leaf: Leaf
    spans: tuple[tuple[int, int], ...]
    names: tuple[str, ...]
    place: str
    counted: bool = False


def lists_of(plan: PlanText) -> tuple[Items, ...]:
    """Find every list that stands in one line."""
    return tuple(items for leaf in plan.leaves for items in _in_leaf(plan, leaf))


def record_lists(plan: PlanText) -> Iterator[Listing]:
    """Find the lists of records that are counted, and lists of items with one item a line."""
    for listing in plan.listings:
        key = listing.route[-1]
        is_counted = key in COUNTED_RECORDS or _is_matched(plan, listing)
        if is_counted or (key in ("items", "spells") and "claims" in listing.route):
            yield listing


def _is_matched(plan: PlanText, listing: Listing) -> bool:
    """Whether a claim counts or matches the clauses of this record or the parts of 附件1."""
    owner, key = listing.route[:-1], listing.route[-1]
    for leaf in plan.leaves:
        if leaf.key in ("counts", "matches") and leaf.text in ("clauses", "附件1的章节"):
            record = leaf.route[: len(leaf.route) - 1 - leaf.route[::-1].index("claims")]
            if leaf.text == key and record == owner:
                return True
            if leaf.text == "附件1的章节" and listing.route[-3:] == (
                "attachments",
                "0",
                "sections",
            ):
                return True
    return False


def _in_leaf(plan: PlanText, leaf: Leaf) -> Iterator[Items]:
    is_single = not leaf.route[-1].isdigit()
    if leaf.key in ROLES and place_of(leaf):
        yield _names(leaf, "单位")
    elif leaf.key in ("items", "spells") and is_single:
        claim = next(
            (other.text for other in plan.leaves if other.route == (*leaf.route[:-1], "claim")), ""
        )
        yield _names(leaf, "列举", counted=bool(re.search(f"(?:{NUMBER})(?:{UNIT})", claim)))
    elif leaf.key == "projects" and "levels" in leaf.route:
        yield _names(leaf, "列举", counted=True)
    elif place_of(leaf) == "正文":
        for match in _ENUMERATION.finditer(leaf.text):
            yield from _enumeration(leaf, match)


def _names(leaf: Leaf, place: str, *, counted: bool = False) -> Items:
    spans = tuple(match.span() for match in re.finditer("[^、，]+", leaf.text))
    return Items(leaf, spans, tuple(leaf.text[a:b].strip() for a, b in spans), place, counted)


def _enumeration(leaf: Leaf, match: re.Match[str]) -> Iterator[Items]:
    """Take the items of a sentence up to the number that counts them, or to 等.

    Words before the first item and after the last are cut off for comparing only. A list whose
    items hold numbers is no list of names: its figures are changed one by one.
    """
    base, words = match.start(), match.group()
    count = re.search(f"等|(?<!第)(?:{NUMBER})(?:{UNIT})", words)
    end = count.start() if count else len(words)
    spans = [item.span() for item in re.finditer("[^、]+", words[:end])]
    names = [words[a:b] for a, b in spans]
    if len(names) < _FEWEST or re.search(r"\d", "".join(names)):
        return
    names[0] = _LEAD_IN.split(names[0])[-1]
    counted = bool(count and count.group() != "等")
    yield Items(leaf, tuple((base + a, base + b) for a, b in spans), tuple(names), "正文", counted)
