"""Lists that stand behind the number that counts them (做好三项工作：登记、转诊、随访)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.checks.enumerations import COUNTING_UNITS, possible_counts
from generator.checks.text_numbers import mentions_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.checks.ordinals import Chain
    from generator.quantity import Mention
    from generator.text import Text

_UNITS: Final = COUNTING_UNITS | {"件", "步", "块"}
# what is counted, and the sign that the items follow; 包括 need not name them all
_LEAD: Final = re.compile(
    "(?P<noun>[^，。；：！？、“”《》（）\n0-9等每]{0,12})(?:：|，即|，(?:分别|依次)(?:是|为))"
)
# examples, and what the count covers among others
_EXAMPLES: Final = re.compile(
    "(?:主要|重点)(?:是|有)"
    "|(?:主要|重点)?(?:例如|比如|譬如|诸如|如|包括|包含|涵盖|涉及|其中|特别是|尤其是)"
)
_LIST: Final = re.compile("[^，。；：！？\n“”]{3,200}(?=[。！？\n]|$)")
_ORDINALS_FOLLOW: Final = re.compile("[^，。；：！？\n“”]{0,16}[：。]")
_FEWEST: Final = 2
# half of the count or fewer are its kinds: 12个项目：续建项目、新建项目
_MOST_FOR_EACH: Final = 2


@dataclass(frozen=True, slots=True)
class Announced:
    """A list behind its count.

    Attributes:
        start: index of the count in its paragraph.
        count_end: index after it.
        end: index after the list, or after its announcement where the items are numbered.
        items: the items; of numbered ones, their numbers.
        stated: the count as a number.
        possible: the counts that the list allows.
    """

    start: int
    count_end: int
    end: int
    items: tuple[str, ...]
    stated: int
    possible: tuple[int, ...]


def announced(text: Text, extra_units: frozenset[str]) -> tuple[Announced, ...]:
    """Find the lists of names between 、 that follow their count in the same sentence."""
    return _announced(text, extra_units)


@lru_cache(maxsize=4096)
def _announced(plain: str, extra_units: frozenset[str]) -> tuple[Announced, ...]:
    found = []
    for mention in _counts(mentions_in(plain, extra_units)) if "、" in plain else ():
        lead = _LEAD.match(plain, mention.end)
        listed = _LIST.match(plain, lead.end()) if lead else None
        items = tuple(listed.group().split("、")) if listed else ()
        stated = int(mention.quantity.numbers[0])
        if listed and _are_all(items, stated):
            span = (mention.start, mention.end, listed.end())
            found.append(Announced(*span, items, stated, possible_counts(items)))
    return tuple(found)


def before_chains(
    numbered: Iterable[Chain], paragraphs: Sequence[Text], extra_units: frozenset[str]
) -> Iterator[tuple[Text, Announced]]:
    """Find the counts directly before the chains of these paragraphs."""
    starts = {
        (chain.items[0].paragraph, chain.items[0].start): chain
        for chain in numbered
        if chain.items[0].number == 1 and not chain.odd
    }
    for index, text in enumerate(paragraphs) if starts else ():
        for mention in _counts(mentions_in(str(text), extra_units)):
            lead = _ORDINALS_FOLLOW.match(text, mention.end)
            chain = starts.get((index, lead.end())) if lead else None
            if chain:
                items = tuple(str(item.text) for item in chain.items)
                stated = int(mention.quantity.numbers[0])
                span = (mention.start, mention.end, chain.items[0].end)
                yield text, Announced(*span, items, stated, (len(items),))


def _counts(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Keep the whole numbers above one that count things by kind: three 项, four 个."""
    for mention in mentions:
        if mention.in_quotes or mention.quantity.unit.name not in _UNITS:
            continue
        value = mention.quantity.value
        if value is not None and value.denominator == 1 and value > 1:
            yield mention


def _are_all(items: Sequence[str], stated: int) -> bool:
    """Say whether a list is to name what is counted: no examples, no kinds of it."""
    are_enough = len(items) >= _FEWEST and stated < _MOST_FOR_EACH * len(items)
    return are_enough and not _EXAMPLES.match(items[0]) and _are_names(items)


def _are_names(items: Sequence[str]) -> bool:
    """Say whether all items are names of about one length: 提升儿科、产科服务能力 is one task."""
    lengths = [len(item) for item in items]
    plain = not any(
        "的" in item or item.endswith("等") or any(sign.isdigit() for sign in item)
        for item in items
    )
    return plain and 0 < max(lengths) <= 2 * min(lengths)
