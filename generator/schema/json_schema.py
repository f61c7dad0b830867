"""JSON Schema (draft 7) of the files of a workspace, for editors.

Every key stands in it twice, in English and in Chinese. An editor may take 1 or 2.0 for a number
and true for a truth value, where the program reads text; so every text may be any of these.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.model.document import Plan
from generator.model.units import UnitRegistry
from generator.model.values import NO, YES
from generator.schema.shapes import (
    Entries,
    Form,
    Key,
    Many,
    One,
    Shape,
    Words,
    bare_shape,
    keys_of,
    records_of,
)

if TYPE_CHECKING:
    from generator.model.base import Record

JsonObject = dict[str, Any]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TEXT: Final[JsonObject] = {"type": ["string", "number", "boolean"], "minLength": 1}
_TEXTS: Final[JsonObject] = {
    "type": ["string", "number", "boolean", "array"],
    "minLength": 1,
    "items": _TEXT,
}


class Schema(NamedTuple):
    """A kind of file that has a schema.

    Attributes:
        name: how it is called on the command line.
        title: its name in Chinese.
        record: what the file holds.
    """

    name: str
    title: str
    record: type[Record]

    @property
    def file_name(self) -> str:
        """The name under which the schema is kept beside the plans."""
        return f"{self.name}.schema.json"


SCHEMAS: Final = (
    Schema("plan", "规划", Plan),
    Schema("units", "单位登记", UnitRegistry),
)


def schema_text(schema: Schema) -> str:
    """Write a schema as JSON, the same bytes every time."""
    return json.dumps(json_schema(schema), ensure_ascii=False, indent=2) + "\n"


def json_schema(schema: Schema) -> JsonObject:
    """Make the schema of a kind of file.

    Raises:
        TypeError: a record holds a value of a shape that is not known.
    """
    root, *inner = records_of(schema.record)
    return {
        "$schema": _DRAFT,
        "title": f"{schema.title}（{schema.name}.yaml）",
        **_record_schema(root, "#"),
        "definitions": {
            one.__name__: _record_schema(one, f"#/definitions/{one.__name__}") for one in inner
        },
    }


def _record_schema(record: type[Record], place: str) -> JsonObject:
    keys = keys_of(record)
    properties: JsonObject = {}
    for key in keys:
        properties[key.name] = _property(key)
        properties[key.alias] = {"$ref": f"{place}/properties/{key.name}"}
    schema: JsonObject = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        # the second spelling of a key that is there already is pointed at as not allowed
        "dependencies": {key.name: {"properties": {key.alias: False}} for key in keys},
    }
    required = [_either_spelling(key) for key in keys if key.required]
    return {**schema, "allOf": required} if required else schema


def _either_spelling(key: Key) -> JsonObject:
    return {"anyOf": [{"required": [key.name]}, {"required": [key.alias]}]}


def _property(key: Key) -> JsonObject:
    about = {"title": f"{key.alias}（{key.name}）", "description": key.meaning}
    value = _value(key.shape)
    # beside a $ref, draft 7 overlooks everything else
    return {**about, "allOf": [value]} if "$ref" in value else {**about, **value}


def _value(shape: Shape) -> JsonObject:
    match shape:
        case Words(choices):
            chinese, english = zip(*choices, strict=True)
            return {"type": "string", "enum": [*chinese, *english]}
        case One(record):
            return _reference(record.__name__)
        case Many(record, line):
            several: JsonObject = {"type": "array", "items": _item(record)}
            return {"anyOf": [_TEXT, several]} if line else several
        case Entries(record, _, bare):
            mapping = {"type": "object", "additionalProperties": _entry(record)}
            return mapping if bare is None else {"anyOf": [_form(bare), mapping]}
        case Form():
            return _form(shape)


def _form(form: Form) -> JsonObject:
    if form is Form.YES_OR_NO:
        return {"type": "string", "enum": [*YES, *NO]}
    if form is Form.WEB_ADDRESS:
        return {"type": "string", "pattern": "^https?://"}
    return _TEXTS if form in (Form.NAMES, Form.PERIODS, Form.LINES) else _TEXT


def _item(record: type[Record]) -> JsonObject:
    bare = bare_shape(record)
    whole = _reference(record.__name__)
    return {"anyOf": [_form(bare), whole]} if bare else whole


def _entry(record: type[Record]) -> JsonObject:
    """Give the value under a name: one that needs no keys may be left empty."""
    item = _item(record)
    if any(key.required for key in keys_of(record)):
        return item
    return {"anyOf": [{"type": "null"}, *item.get("anyOf", [item])]}


def _reference(name: str) -> JsonObject:
    return {"$ref": f"#/definitions/{name}"}
