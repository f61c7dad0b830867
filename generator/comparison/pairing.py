"""Which text of an old version became which of a new one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WHOLE: Final = 1000
# texts that share half of their pairs of characters are taken for one that was rewritten
_ALIKE: Final = 500
# a text of which nine tenths stand in another one is a part of it, if it is no mere phrase
_PART: Final = 900
_LONG_PART: Final = 12
# what more texts have in common tells none of them from the others
_FEW: Final = 24


class Named(NamedTuple):
    """What can be found again in another version.

    Attributes:
        name: its permanent id, or "" if it has none that outlives a change of order.
        text: its text.
    """

    name: str
    text: str


class Pair(NamedTuple):
    """Places of one thing in the old and the new version, from 0; None where it is not there."""

    old: int | None
    new: int | None


def pairs(old: Sequence[Named], new: Sequence[Named]) -> tuple[Pair, ...]:
    """Pair what two versions hold, in the order of the new one.

    What stayed as it was is paired first, then what kept its name, then equal texts elsewhere,
    then the most alike. What is gone stands behind what it stood behind before.
    """
    partners: dict[int, int] = {}
    for key in (_whole, _name, _text):
        partners |= _by_key(old, new, partners, key)
    partners |= _alike(old, new, partners)
    return tuple(_in_order(len(old), len(new), partners))


def moved(found: Iterable[Pair]) -> frozenset[Pair]:
    """Give the pairs that stand in another order than before; as few as explain the new order."""
    both = [pair for pair in found if pair.old is not None and pair.new is not None]
    order = [pair.old for pair in both if pair.old is not None]
    kept = _longest_rising(order)
    return frozenset(pair for place, pair in enumerate(both) if place not in kept)


def _whole(item: Named) -> object:
    return item


def _name(item: Named) -> object:
    return item.name or None


def _text(item: Named) -> object:
    return item.text or None


def _by_key(
    old: Sequence[Named],
    new: Sequence[Named],
    partners: dict[int, int],
    key: Callable[[Named], object],
) -> dict[int, int]:
    """Pair what is not paired yet by a key, the first with the first."""
    taken = set(partners.values())
    waiting: dict[object, list[int]] = defaultdict(list)
    for place in reversed(range(len(old))):
        if place not in partners and (value := key(old[place])) is not None:
            waiting[value].append(place)
    found = {}
    for place, item in enumerate(new):
        if place not in taken and waiting.get(key(item)):
            found[waiting[key(item)].pop()] = place
    return found


def _alike(old: Sequence[Named], new: Sequence[Named], partners: dict[int, int]) -> dict[int, int]:
    """Pair the rest by how alike the texts are, the most alike first."""
    taken = set(partners.values())
    lost = {place: _bigrams(old[place].text) for place in range(len(old)) if place not in partners}
    come = {place: _bigrams(new[place].text) for place in range(len(new)) if place not in taken}
    scored = sorted(
        (-likeness, abs(before - after), before, after)
        for before, after in _candidates(lost, come)
        if (likeness := _likeness(lost[before], come[after])) >= _ALIKE
    )
    found: dict[int, int] = {}
    for _, _, before, after in scored:
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _candidates(
    lost: dict[int, Counter[str]], come: dict[int, Counter[str]]
) -> Iterator[tuple[int, int]]:
    """Give the pairs that share what few of the texts have: the others are hardly alike."""
    places: dict[str, list[int]] = defaultdict(list)
    for before, counted in lost.items():
        for words in counted:
            places[words].append(before)
    for after, counted in come.items():
        shared: Counter[int] = Counter()
        for words in counted:
            if words in places and len(places[words]) <= _FEW:
                shared.update(places[words])
        yield from ((before, after) for before, _ in shared.most_common(_FEW))


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(len(text) - 1))


def _likeness(one: Counter[str], other: Counter[str]) -> int:
    """Give how many of a thousand pairs of characters two texts have in common (Dice).

    Of a text that is a part of the other, all count that the shorter one has.
    """
    size, other_size = one.total(), other.total()
    shorter = min(size, other_size)
    if not shorter:
        return 0
    shared = sum(min(count, other[words]) for words, count in one.items() if words in other)
    if shorter >= _LONG_PART and _WHOLE * shared >= _PART * shorter:
        return max(_ALIKE, 2 * _WHOLE * shared // (size + other_size))
    return 2 * _WHOLE * shared // (size + other_size)


def _in_order(old: int, new: int, partners: dict[int, int]) -> Iterator[Pair]:
    before: dict[int | None, list[int]] = defaultdict(list)
    last = None
    for place in range(old):
        if place in partners:
            last = partners[place]
        else:
            before[last].append(place)
    origin = {after: place for place, after in partners.items()}
    yield from (Pair(place, None) for place in before[None])
    for place in range(new):
        yield Pair(origin.get(place), place)
        yield from (Pair(gone, None) for gone in before[place])


def _longest_rising(order: Sequence[int]) -> frozenset[int]:
    """Give the places of a longest rising run of different numbers, in n log n steps."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, number in enumerate(order):
        length = bisect_left(tops, number)
        previous.append(ends[length - 1] if length else -1)
        tops[length:] = [number, *tops[length + 1 :]]
        ends[length:] = [place, *ends[length + 1 :]]
    kept = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = previous[place]
    return frozenset(kept)
