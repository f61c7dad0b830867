"""Where the text repeats a declared claim (五个培养层级), with its number or with another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.checks.enumerations import enumerations
from generator.checks.readings import readings
from generator.checks.text_numbers import mentions_in
from generator.model.content import Block, Task
from generator.model.document import Attachment
from generator.resolve.anchors import attachment_anchor, task_anchor
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.readings import Reading
    from generator.checks.text_numbers import Number
    from generator.model.content import Claim
    from generator.quantity import Quantity
    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text

_LONG: Final = 4
_SHORT: Final = 2
_ENDS: Final = re.compile(r"$|[，。；：、！？]")
_TITLE: Final = "标题"
_ANNOUNCING: Final = ("以下", "下列", "上述", "如下")
_SPELLED: Final = re.compile("[“‘]([0-9]+)[”’]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a claim says: a number, its measure word, and what is counted.

    Attributes:
        claim: the claim as declared.
        noun: what follows the number, without quotation marks.
        quantity: the number, or None for digits that spell a name (“5323”).
        digits: those digits, or "".
        scope: beginning of the anchors of the texts that it is about; "" for all.
    """

    claim: Claim
    noun: str
    quantity: Quantity | None
    digits: str
    scope: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A place where the text says what a claim says.

    Attributes:
        phrase: the claim.
        reading: the paragraph.
        text: the number there.
        number: the number, or None for digits that spell a name.
        agrees: whether number and measure word are those of the claim.
    """

    phrase: Phrase
    reading: Reading
    text: Text
    number: Number | None
    agrees: bool


@lru_cache(maxsize=16)
def repeats(resolved: ResolvedPlan) -> tuple[Repeat, ...]:
    """Find where the text repeats the declared claims; what agrees with one is not held to others.

    Another number before the same words counts only where the words are long enough to mean the
    same thing, or where the claim itself is not in the text that it was declared for.
    """
    read = (_phrase(place, resolved.extra_units) for place in resolved.claims)
    phrases = tuple(filter(None, read))
    found: list[Repeat] = []
    spelled = any(phrase.digits for phrase in phrases)
    for reading in readings(resolved) if phrases else ():
        if not reading.numbers and not (spelled and _SPELLED.search(reading.plain)):
            continue
        own = [phrase for phrase in phrases if _is_about(phrase, reading)]
        if own:
            found += _in_reading(own, reading)
    stated = {id(repeat.phrase) for repeat in found if repeat.agrees}
    agreeing = {id(repeat.number) for repeat in found if repeat.agrees and repeat.number}
    return tuple(
        repeat
        for repeat in found
        if repeat.agrees
        or (
            id(repeat.number) not in agreeing
            and (id(repeat.phrase) not in stated or _has_other_value(repeat))
        )
    )


def _has_other_value(repeat: Repeat) -> bool:
    """Whether the measure word is the same and the number is not."""
    stated, number = repeat.phrase.quantity, repeat.number
    if stated is None or number is None:
        return True
    means_same = len(repeat.phrase.noun) >= _LONG or _announces(repeat, number)
    return stated.unit == number.quantity.unit and means_same


def _announces(repeat: Repeat, number: Number) -> bool:
    """Whether a short word must mean what a claim of the whole document counts.

    So it is in the title, and after 以下, if nothing follows it: 以下三项行动。
    """
    phrase, reading = repeat.phrase, repeat.reading
    if phrase.scope or len(phrase.noun) < _SHORT:
        return False
    following = loose(reading.plain[number.end :])
    ends = _ENDS.match(following, len(phrase.noun)) is not None
    announced = reading.owner == _TITLE or reading.plain[: number.start].endswith(_ANNOUNCING)
    return ends and announced


def _phrase(place: ClaimPlace, extra_units: frozenset[str]) -> Phrase | None:
    claim, scope = place.claim, _scope(place)
    written = str(claim.claim)
    spelled = _SPELLED.search(written)
    if spelled:
        noun = loose(written[spelled.end() :])
        return Phrase(claim, noun, None, spelled.group(1), scope) if noun else None
    mentions = mentions_in(written, extra_units)
    mention = next((one for one in mentions if one.quantity.value is not None), None)
    noun = loose(written[mention.end :]) if mention else ""
    return Phrase(claim, noun, mention.quantity, "", scope) if mention and noun else None


def _scope(place: ClaimPlace) -> str:
    owner = place.owner
    if isinstance(owner, Task):
        return task_anchor(owner)
    if isinstance(owner, Attachment):
        return attachment_anchor(owner)
    return f"{owner.title}" if isinstance(owner, Block) else ""


def _is_about(phrase: Phrase, reading: Reading) -> bool:
    if not phrase.scope:
        return True
    return reading.owner == phrase.scope or reading.anchor.startswith(phrase.scope)


def _in_reading(phrases: list[Phrase], reading: Reading) -> Iterator[Repeat]:
    plain = reading.plain
    nouns = tuple(phrase.noun for phrase in phrases)
    longest = max(map(len, nouns))
    beginnings = {noun[0] for noun in nouns}
    for number in reading.numbers:
        first = plain[number.end : number.end + 1]
        if "\u4e00" <= first <= "\u9fff" and first not in beginnings:
            continue
        following = loose(plain[number.end : number.end + 2 * longest])
        for phrase in phrases if following.startswith(nouns) else ():
            if phrase.quantity and following.startswith(phrase.noun):
                yield from _repeat(phrase, phrase.quantity, reading, number)
    for phrase in phrases:
        if phrase.digits and phrase.noun in plain:
            yield from _spelled(phrase, reading)


def _repeat(phrase: Phrase, stated: Quantity, reading: Reading, number: Number) -> Iterator[Repeat]:
    """Compare a number; a count right behind its own list is held to that list."""
    if number.quantity.value is None:
        return
    same = stated.states_same(number.quantity) and stated.unit == number.quantity.unit
    if same or not any(
        e.count_start == number.start for e in enumerations(reading.text, reading.extra_units)
    ):
        yield Repeat(phrase, reading, number.text, number, same)


def _spelled(phrase: Phrase, reading: Reading) -> Iterator[Repeat]:
    plain = reading.plain
    for match in _SPELLED.finditer(plain):
        if plain.startswith(phrase.noun, match.end()):
            same = match.group(1) == phrase.digits
            yield Repeat(phrase, reading, reading.text.part(*match.span(1)), None, same)
