"""Hold what was read to what was composed: nothing changed, nothing lost, nothing added."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from generator.readback.difference import Difference
from generator.readback.reading import Grid, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.readback.composed import Composed, Stretch
    from generator.readback.reading import Item, Reading, Rows


# two lines less alike than this are two lines, not one that was changed
_LIKE: Final = 0.5


def against_composed(reading: Reading, composed: Composed) -> tuple[Difference, ...]:
    """Compare a reading with what was composed."""
    found: list[Difference] = []
    position = 0
    free: list[Item] = []
    for stretch in composed.stretches:
        start = _start(reading.items, stretch.items, position)
        if start is None:
            found += _differences(stretch, reading.items[position:])
            continue
        free += reading.items[position:start]
        position = start + len(stretch.items)
    free += reading.items[position:]
    if not found:
        found += _missing(composed.others, free)
    if not found and composed.labels is not None:
        found += _added(composed.others, composed.labels, free)
    found += _sequence("指标链接", composed.links, reading.links)
    found += (one for grid in reading.grids for one in _shown_alone(grid))
    return tuple(found)


def _start(items: Sequence[Item], wanted: tuple[Item, ...], position: int) -> int | None:
    """Find where items stand together, from a position on."""
    for start in range(position, len(items) - len(wanted) + 1):
        if items[start] == wanted[0] and tuple(items[start : start + len(wanted)]) == wanted:
            return start
    return None


def _differences(stretch: Stretch, items: Sequence[Item]) -> Iterator[Difference]:
    """Say where a stretch that does not stand together differs from what is read instead."""
    keys = [_key(item) for item in items]
    matcher = SequenceMatcher(None, [_key(item) for item in stretch.items], keys, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    inside = len(stretch.items)
    for _, start, end, first, last in codes:
        if start == end and start in (0, inside):
            continue
        # before the first item of the stretch and after its last comes what is not its own
        own = start > 0 and end < inside
        yield from _pairs(stretch.name, stretch.items[start:end], items[first:last], own=own)


def _pairs(
    name: str, wanted: Sequence[Item], read: Sequence[Item], *, own: bool
) -> Iterator[Difference]:
    """Set each item beside the one that it must have become, and tell what is left over."""
    left = list(read)
    for one in wanted:
        other = max(left, key=lambda item: _likeness(one, item), default=None)
        if other is not None and _likeness(one, other) < _LIKE:
            other = None
        if other is not None:
            left.remove(other)
        if isinstance(one, Grid) and isinstance(other, Grid):
            yield from _grid_differences(name, one, other)
        else:
            yield Difference(_place(name, one), _told(one), _told(other))
    if own:
        yield from (Difference(_place(name, item), "", _told(item)) for item in left)


def _likeness(one: Item, other: Item) -> float:
    if isinstance(one, Line) and isinstance(other, Line):
        return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
    return float(isinstance(one, Grid) and isinstance(other, Grid))


def _key(item: Item) -> object:
    return item if isinstance(item, Line) else (item.heads, item.rows)


def _place(name: str, item: Item) -> str:
    if isinstance(item, Grid):
        return f"{name}中的表"
    return f"{name}的第{item.level}层标题" if item.level else name


def _told(item: Item | None) -> str:
    if item is None:
        return ""
    if isinstance(item, Grid):
        return f"有{len(item.rows)}行的表“{'、'.join(item.labels)}”"
    return f"{item.text}（第{item.level}层标题）" if item.level else item.text


def _grid_differences(name: str, wanted: Grid, read: Grid) -> Iterator[Difference]:
    """Compare two tables cell by cell."""
    yield from _row_differences(f"{name}表头", wanted.heads, read.heads, wanted.labels)
    yield from _row_differences(name, wanted.rows, read.rows, wanted.labels)


def _row_differences(
    name: str, wanted: Rows, read: Rows, labels: tuple[str, ...]
) -> Iterator[Difference]:
    if len(wanted) != len(read):
        yield Difference(f"{name}的行数", f"{len(wanted)}行", f"{len(read)}行")
    for number, (row, other) in enumerate(zip(wanted, read, strict=False), start=1):
        if len(row) != len(other):
            yield Difference(f"{name}第{number}行的栏数", f"{len(row)}栏", f"{len(other)}栏")
        for label, cell, found in zip(labels, row, other, strict=False):
            if cell != found:
                yield Difference(f"{name}第{number}行“{label}”", cell, found)


def _missing(others: Iterable[tuple[str, str]], free: Iterable[Item]) -> Iterator[Difference]:
    """Find what stands nowhere outside the stretches."""
    text = "\n".join("\n".join(_texts(item)) for item in free)
    return (Difference(name, wanted, "") for name, wanted in others if wanted not in text)


def _added(
    others: Iterable[tuple[str, str]], labels: Iterable[str], free: Iterable[Item]
) -> Iterator[Difference]:
    """Find what stands outside the stretches and was not composed."""
    known = sorted({text for _, text in others} | {*labels} - {""}, key=len, reverse=True)
    for item in free:
        for text in _texts(item):
            rest = text
            for one in known:
                rest = rest.replace(one, "", 1)
            if rest:
                yield Difference("版头、落款或者版记", "", rest)


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, Line):
        yield item.text
    else:
        yield from (cell for row in (*item.heads, *item.rows) for cell in row)


def _sequence(
    name: str, wanted: Sequence[tuple[str, str]], read: Sequence[tuple[str, str]]
) -> Iterator[Difference]:
    for number, (one, other) in enumerate(zip(wanted, read, strict=False), start=1):
        if one != other:
            yield Difference(f"第{number}个{name}", "→".join(one), "→".join(other))
    if len(wanted) != len(read):
        yield Difference(f"{name}的数目", f"{len(wanted)}个", f"{len(read)}个")


def _shown_alone(grid: Grid) -> Iterator[Difference]:
    """Hold what a row says by itself, on a narrow screen, to what it says in the table."""
    for number, (row, alone) in enumerate(zip(grid.rows, grid.alone, strict=False), start=1):
        if not alone:
            continue
        said = dict(alone)
        labels = grid.labels
        first = min(labels.index(label) for label in said if label in labels)
        for label, cell in list(zip(labels, row, strict=False))[first:]:
            if said.get(label, "") != cell:
                place = f"窄屏表格第{number}行“{label}”"
                yield Difference(place, cell, said.get(label, ""))
