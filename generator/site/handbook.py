"""The page of the handbook that lists every key; its other pages are written by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.resources import without_expectations
from generator.schema import (
    SCHEMAS,
    Entries,
    Form,
    Key,
    Many,
    One,
    Words,
    bare_shape,
    keys_of,
    records_of,
)
from generator.site.page import HANDBOOK, HANDBOOK_KEYS, Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Record
    from generator.site.context import SiteContext

_WRONG: Final = re.compile(r"^(?=``` *yaml .*\bfail=([A-Z][0-9]+))", re.MULTILINE)
_WRONG_SAID: Final = r"✗ 这样写不对，报[\1](../rules/\1.md)。\n\n"


class KeyLine(NamedTuple):
    """A key as readers see it.

    Attributes:
        key: the key.
        written: what is written under it, in words.
        words: the words to choose from, Chinese and English; () if it is free.
        inner: the group of keys below it, or None.
    """

    key: Key
    written: str
    words: tuple[tuple[str, str], ...]
    inner: KeyGroup | None


class KeyGroup(NamedTuple):
    """The keys that may stand together.

    Attributes:
        anchor: permanent id of its heading.
        title: the keys under which the group stands, or the file.
        bare: the one value that may be written in the place of the group, or "".
        same_as: the group that has these keys and a few more, or None.
    """

    anchor: str
    title: str
    bare: str
    same_as: KeyGroup | None


def shown_text(text: str) -> str:
    """Turn a page as written into one for readers: an example that is wrong says so."""
    return without_expectations(_WRONG.sub(_WRONG_SAID, text))


def key_pages(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the page of all keys."""
    groups = _groups()
    lines = [
        (group, [_line(key, groups) for key in _own_keys(record, group)])
        for record, group in groups.items()
    ]
    contents = tuple(Entry(2, group.anchor, group.title) for group in groups.values())
    yield (
        HANDBOOK_KEYS,
        site.page(
            HANDBOOK_KEYS,
            "keys.html",
            "键一览",
            contents=contents,
            description="规划文件里全部键的中英文对照和意思",
            groups=lines,
            handbook=HANDBOOK[0],
        ),
    )


def _groups() -> dict[type[Record], KeyGroup]:
    """Name every record, those of plans first."""
    records = dict.fromkeys(one for schema in SCHEMAS for one in records_of(schema.record))
    files = {schema.record: f"{schema.title}（{schema.name}.yaml）" for schema in SCHEMAS}
    groups: dict[type[Record], KeyGroup] = {}
    for record in records:
        title = files.get(record) or "、".join(_names_of(record, records))
        same_as = next(
            (groups[one] for one in groups if one in files and _adds_to(one, record)), None
        )
        groups[record] = KeyGroup(record.__name__.lower(), title, _bare(record), same_as)
    return groups


def _names_of(record: type[Record], records: dict[type[Record], None]) -> dict[str, None]:
    return dict.fromkeys(
        key.alias
        for outer in records
        for key in keys_of(outer)
        if isinstance(key.shape, One | Many | Entries) and key.shape.record is record
    )


def _adds_to(outer: type[Record], inner: type[Record]) -> bool:
    return outer is not inner and issubclass(outer, inner)


def _bare(record: type[Record]) -> str:
    form = bare_shape(record)
    return form.value if form else ""


def _own_keys(record: type[Record], group: KeyGroup) -> tuple[Key, ...]:
    """Give the keys to list: none if they stand on the page already."""
    return () if group.same_as else keys_of(record)


def _line(key: Key, groups: dict[type[Record], KeyGroup]) -> KeyLine:
    match key.shape:
        case Words(choices):
            return KeyLine(key, "选一个词", choices, None)
        case One(record):
            return KeyLine(key, "一组键", (), groups[record])
        case Many(record):
            return KeyLine(key, "列表，每项一组键", (), groups[record])
        case Entries(record, name, bare):
            written = f"每行“{'时期' if name is Form.PERIOD else '名称'}: 内容”"
            either = f"{bare.value}，或{written}" if bare else written
            return KeyLine(key, either, (), groups[record])
        case Form():
            return KeyLine(key, key.shape.value, (), None)
