"""The search index: which chunk of the texts holds which gram, cut into small files.

Chunks are numbered in the order in which hits are shown. For each gram the index has the chunks
with it anywhere, in a heading, and in the title of what they belong to. A search loads the shards
of its grams and then only the chunks whose hits it shows. Grams that stand in very many chunks
keep their numbers in shards of their own for each block of chunks, and a search goes from block to
block only until it has hits enough: so it costs no more on a site of thousands of plans.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.site.search_entries import Kind
from generator.site.search_text import folded, grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.site.search_entries import Entry, Group

CHUNK_BYTES: Final = 5000
SHARD_BYTES: Final = 2000
"""What a file of texts and a file of the index hold at most, or nearly."""
BLOCK: Final = 4096
"""How many chunks are a block; assets/search.js knows it too."""
LONGEST_LIST: Final = 240
"""The characters that a gram's numbers may take before they are cut into blocks."""

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_MODULUS: Final = 65521
_FIELDS: Final = 3

Chunk = tuple[str, str, str, tuple["Entry", ...]]
"""Title and address of the group, address of its page, and the places."""


Shard = dict[str, str]
"""Grams, each with three fields, set off by spaces: anywhere, in a heading, in the title."""


class SearchIndex(NamedTuple):
    """The index, ready to be written.

    Attributes:
        starts: the number of the first chunk of each kind, and the number of all chunks.
        chunks: the texts.
        shards: for each gram where it stands: its numbers, or * and its blocks.
        blocks: for each block the grams cut into blocks, with numbers from the block's first.
        edition: changes when anything of it does, so that browsers never mix two editions.
    """

    starts: tuple[int, ...]
    chunks: tuple[Chunk, ...]
    shards: tuple[Shard, ...]
    blocks: tuple[tuple[Shard, ...], ...]
    edition: str


def search_index(groups: Iterable[Group]) -> SearchIndex:
    """Make the index of groups that come in the order of their kinds."""
    chunks: list[Chunk] = []
    kinds: list[Kind] = []
    for group in groups:
        for entries in _chunked(group.entries):
            chunks.append((group.title, group.address, group.page, entries))
            kinds.append(group.kind)
    starts = (*(sum(one < kind for one in kinds) for kind in Kind), len(kinds))
    records, in_blocks = _records(_places(chunks), len(chunks))
    shards = _sharded(records)
    blocks = tuple(_sharded(block) for block in in_blocks)
    content = json.dumps([chunks, shards, blocks], ensure_ascii=False)
    edition = sha256(content.encode()).hexdigest()[:8]
    return SearchIndex(starts, tuple(chunks), shards, blocks, edition)


def _chunked(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Put neighbours together as long as they stay below the size of a chunk."""
    held: list[Entry] = []
    size = 0
    for entry in entries:
        own = len("".join(entry).encode())
        if held and size + own > CHUNK_BYTES:
            yield tuple(held)
            held, size = [], 0
        held.append(entry)
        size += own
    if held:
        yield tuple(held)


def _places(chunks: Sequence[Chunk]) -> dict[str, tuple[list[int], ...]]:
    """Collect for each gram and field the chunks where it stands."""
    found: dict[str, tuple[list[int], ...]] = {}
    titles: dict[str, set[str]] = {}
    for number, (title, _, _, entries) in enumerate(chunks):
        if title not in titles:
            titles[title] = grams(folded(title))
        named: set[str] = set()
        anywhere: set[str] = set()
        for entry in entries:
            named |= grams(folded(entry.heading)) | grams(folded(entry.also))
            anywhere |= grams(folded(entry.text))
        for field, inside in enumerate((anywhere | named, named, titles[title])):
            for gram in inside:
                if gram not in found:
                    found[gram] = tuple([] for _ in range(_FIELDS))
                found[gram][field].append(number)
    return found


def _records(
    places: dict[str, tuple[list[int], ...]], count: int
) -> tuple[Shard, tuple[Shard, ...]]:
    """Write down where grams stand: short lists whole, long ones block by block."""
    records: Shard = {}
    blocks: tuple[Shard, ...] = tuple({} for _ in range(-(-count // BLOCK)))
    for gram, fields in places.items():
        whole = [written(numbers) for numbers in fields]
        cut = [
            _in_blocks(numbers) if len(text) > LONGEST_LIST else {}
            for numbers, text in zip(fields, whole, strict=True)
        ]
        records[gram] = " ".join(
            f"*{written(list(parts))}" if parts else text
            for parts, text in zip(cut, whole, strict=True)
        ).rstrip()
        for number in sorted({number for parts in cut for number in parts}):
            texts = (written(parts.get(number, ())) for parts in cut)
            blocks[number][gram] = " ".join(texts).rstrip()
    return records, blocks


def _in_blocks(numbers: Sequence[int]) -> dict[int, list[int]]:
    parts: dict[int, list[int]] = {}
    for number in numbers:
        parts.setdefault(number // BLOCK, []).append(number % BLOCK)
    return parts


def written(numbers: Sequence[int]) -> str:
    """Write ascending numbers as text: as a map of bits after =, or as gaps, what is shorter."""
    if not numbers:
        return ""
    previous = -1
    gaps = []
    for number in numbers:
        gaps.append(_GAPS[gap] if (gap := number - previous) < len(_GAPS) else _gap(gap))
        previous = number
    by_gaps = "".join(gaps)
    if len(by_gaps) <= numbers[-1] // 6 + 2:
        return by_gaps
    bits = [0] * (numbers[-1] // 6 + 1)
    for number in numbers:
        bits[number // 6] |= 1 << number % 6
    return "=" + "".join(_DIGITS[value] for value in bits)


def _gap(value: int) -> str:
    """Write a number in digits of five bits, the lowest first; the sixth bit says: go on."""
    text = ""
    while value >= 32:  # noqa: PLR2004  # five bits
        text += _DIGITS[32 + value % 32]
        value //= 32
    return text + _DIGITS[value]


_GAPS: Final = tuple(map(_gap, range(1024)))


def _sharded(records: Shard) -> tuple[Shard, ...]:
    total = sum(len(gram.encode()) + len(record) + 6 for gram, record in records.items())
    shards: tuple[Shard, ...] = tuple({} for _ in range(total // SHARD_BYTES + 1))
    for gram in sorted(records):
        shards[_hash(gram) % len(shards)][gram] = records[gram]
    return shards


def _hash(gram: str) -> int:
    value = 0
    for character in gram:
        value = (value * 31 + ord(character)) % _MODULUS
    return value
