"""Hold what was read to the plan: every heading, clause, figure, unit and pair of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.readback.difference import Difference
from generator.readback.planned import Said, Shown
from generator.readback.reading import Grid, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.readback.planned import Planned
    from generator.readback.reading import Item, Reading


def against_plan(reading: Reading, planned: Planned) -> tuple[Difference, ...]:
    """Compare a reading with the plan."""
    found = []
    position = 0
    for fact in planned.facts:
        at = _find(reading.items, fact, position)
        if at is None:
            found.append(_missing(reading.items, fact, position))
            continue
        item = reading.items[at]
        if isinstance(fact, Shown) and isinstance(item, Grid):
            found += _cells(fact, item)
        position = at + 1
    found += _headings(reading, planned)
    return (*found, *_names(reading, planned))


def _find(items: Sequence[Item], fact: Said | Shown, position: int) -> int | None:
    for at in range(position, len(items)):
        item = items[at]
        if isinstance(item, Line):
            if isinstance(fact, Said) and _says(item, fact):
                return at
        elif isinstance(fact, Shown) and _columns(fact, item) is not None:
            return at
    return None


def _says(line: Line, fact: Said) -> bool:
    if line.level != fact.level or not line.text.startswith(fact.text):
        return False
    rest = line.text[len(fact.text) :]
    if not fact.duties:
        return not rest
    return rest[:1] + rest[-1:] == "（）" and all(duty in rest for duty in fact.duties)


def _columns(fact: Shown, grid: Grid) -> tuple[int, ...] | None:
    """Find the columns by their heads: the one at the same place first, where words repeat."""
    found = []
    for index, word in enumerate(fact.columns):
        having = [place for place, label in enumerate(grid.labels) if word in label]
        if not having:
            return None
        found.append(index if index in having else having[0])
    return tuple(found)


def _cells(fact: Shown, grid: Grid) -> Iterator[Difference]:
    columns = _columns(fact, grid) or ()
    if len(fact.rows) != len(grid.rows):
        place = f"{fact.place}的行数"
        yield Difference(place, f"{len(fact.rows)}行", f"{len(grid.rows)}行")
    for number, (wanted, row) in enumerate(zip(fact.rows, grid.rows, strict=False), start=1):
        for index, text in zip(columns, wanted, strict=True):
            if row[index] != text:
                place = f"{fact.place}第{number}行“{grid.labels[index]}”"
                yield Difference(place, text, row[index])


def _missing(items: Sequence[Item], fact: Said | Shown, position: int) -> Difference:
    """Tell what is not there, and what stands in its place."""
    if isinstance(fact, Shown):
        return Difference(fact.place, f"有“{'、'.join(fact.columns)}”各栏的表", "")
    wanted = f"{fact.text}（{'，'.join(fact.duties)}）" if fact.duties else fact.text
    name = f"{fact.place}的{f'第{fact.level}层标题' if fact.level else '正文'}"
    instead = next(
        (
            item.text
            for item in items[position:]
            if isinstance(item, Line) and bool(item.level) is bool(fact.level)
        ),
        "",
    )
    return Difference(name, wanted, instead)


def _headings(reading: Reading, planned: Planned) -> Iterator[Difference]:
    """See that there is no heading too many."""
    wanted = sum(isinstance(fact, Said) and fact.level > 0 for fact in planned.facts)
    read = sum(isinstance(item, Line) and item.level > 0 for item in reading.items)
    if wanted and wanted != read:
        yield Difference("标题的个数", f"{wanted}个", f"{read}个")


def _names(reading: Reading, planned: Planned) -> Iterator[Difference]:
    text = "".join(item.text for item in reading.items if isinstance(item, Line))
    return (Difference(place, name, "") for place, name in planned.names if name not in text)
