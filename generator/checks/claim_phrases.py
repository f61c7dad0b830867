"""Where the text repeats a declared claim (五个培养层级), with its number or with another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.enumerations import enumerations
from generator.checks.readings import readings
from generator.checks.text_numbers import mentions_in
from generator.model.content import Block, Task
from generator.model.document import Attachment
from generator.resolve.anchors import attachment_anchor, task_anchor
from generator.resolve.names import LOOSE_SIGNS, loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    found = list(_found(phrases, readings(resolved))) if phrases else []
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


def _is_about(scope: str, reading: Reading) -> bool:
    return reading.owner == scope or reading.anchor.startswith(scope)


def _found(phrases: tuple[Phrase, ...], read: Iterable[Reading]) -> Iterator[Repeat]:
    """Hold each reading to the phrases that are about it."""
    # what is counted may stand in quotation marks, which are no part of it
    beginnings = LOOSE_SIGNS.union(phrase.noun[0] for phrase in phrases)
    spelled = [phrase.noun for phrase in phrases if phrase.digits]
    scopes = dict.fromkeys(phrase.scope for phrase in phrases)
    # most readings are in the same scopes
    known: dict[tuple[str, ...], _Known] = {}
    for reading in read:
        plain = reading.plain
        numbers = [one for one in reading.numbers if plain[one.end : one.end + 1] in beginnings]
        if numbers or any(noun in plain for noun in spelled):
            about = tuple(scope for scope in scopes if _is_about(scope, reading))
            if about not in known:
                known[about] = _Known.of(phrase for phrase in phrases if phrase.scope in about)
            yield from _in_reading(known[about], reading, numbers)


class _Known(NamedTuple):
    """The phrases that a reading may repeat.

    Attributes:
        phrases: in the order of the claims.
        nouns: what they count.
        reach: how many characters behind a number are looked at.
    """

    phrases: tuple[Phrase, ...]
    nouns: tuple[str, ...]
    reach: int

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> _Known:
        """Prepare phrases to be looked for."""
        phrases = tuple(phrases)
        nouns = tuple(phrase.noun for phrase in phrases)
        return cls(phrases, nouns, 2 * max(map(len, nouns), default=0))


def _in_reading(known: _Known, reading: Reading, numbers: list[Number]) -> Iterator[Repeat]:
    plain = reading.plain
    for number in numbers:
        following = loose(plain[number.end : number.end + known.reach])
        for phrase in known.phrases if following.startswith(known.nouns) else ():
            if phrase.quantity and following.startswith(phrase.noun):
                yield from _repeat(phrase, phrase.quantity, reading, number)
    for phrase in known.phrases:
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
