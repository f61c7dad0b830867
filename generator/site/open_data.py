"""The page on open data: which files there are, and every field of the JSON, from its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.documents.open_data import open_schema
from generator.site.page import DATA_SCHEMA, OPEN_DATA, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import SiteContext
    from generator.site.page import Page


class FieldLine(NamedTuple):
    """A field: its name, what it means, what is written in it, the group below it or None."""

    name: str
    meaning: str
    written: str
    inner: FieldGroup | None


class FieldGroup(NamedTuple):
    """The fields that stand together."""

    anchor: str
    title: str


_WORDS = {"string": "文字", "integer": "整数", "boolean": "是或否", "null": "或null"}


def open_data_page(site: SiteContext) -> Iterator[tuple[str, Page]]:
    """Make the page."""
    schema = open_schema()
    records = {"OpenPlan": schema, **schema["$defs"]}
    groups = {name: FieldGroup(_anchor(name), one["description"]) for name, one in records.items()}
    lines = [
        (groups[name], [_line(key, field, groups) for key, field in one["properties"].items()])
        for name, one in records.items()
    ]
    contents = (
        Entry(2, "files", "有哪些文件"),
        Entry(2, "fields", "JSON的字段"),
        *(Entry(3, group.anchor, group.title) for group in groups.values()),
    )
    description = "规划数据的文件、格式和字段"
    yield (
        OPEN_DATA,
        site.page(
            OPEN_DATA,
            "open_data.html",
            "开放数据",
            contents=contents,
            description=description,
            groups=lines,
            schema=DATA_SCHEMA,
            listed=[(plan, plan.files) for plan in site.plans],
        ),
    )


def _anchor(name: str) -> str:
    return name.removeprefix("Open").lower()


def _line(key: str, field: dict[str, object], groups: dict[str, FieldGroup]) -> FieldLine:
    inner = next((name for name in _names(field) if name in groups), None)
    words = dict.fromkeys(_words(field))
    return FieldLine(
        key, str(field.get("description", "")), "，".join(words), groups[inner] if inner else None
    )


def _words(field: object) -> Iterator[str]:
    """Say in words what may be written in a field of the schema."""
    if not isinstance(field, dict):
        return
    kind = field.get("type")
    if kind == "array":
        yield "列表"
        yield from _words(field.get("items"))
    elif field.get("format") == "date":
        yield "日期，例如2027-12-31"
    elif "pattern" in field:
        yield "整数或分数，写成文字"
    elif isinstance(kind, str):
        yield _WORDS.get(kind, "")
    for choice in field.get("anyOf", ()):
        yield from _words(choice)


def _names(field: object) -> Iterator[str]:
    """Name the groups that a field refers to."""
    if isinstance(field, dict):
        if "$ref" in field:
            yield str(field["$ref"]).rpartition("/")[2]
        for inner in (field.get("items"), *field.get("anyOf", ())):
            yield from _names(inner)
