"""The shapes of authored values, read off the declarations of the records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator

from generator.model.base import NAME_KEY, Record
from generator.model.values import (
    Line,
    Names,
    OneOf,
    Prose,
    StatedPeriod,
    StatedQuantity,
    WebAddress,
    When,
    entries,
)
from generator.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(Enum):
    """A value without keys; the value is its name as drafters read it."""

    LINE = "文字"
    PROSE = "正文"
    NAMES = "名称，可写几个"
    QUANTITY = "数值"
    PERIOD = "时期"
    PERIODS = "时期，可写几个"
    YES_OR_NO = "是或否"
    LINES = "文字，可写几行"
    WEB_ADDRESS = "网址"


@dataclass(frozen=True, slots=True)
class Words:
    """One word of a list.

    Attributes:
        choices: each Chinese word and the English one that is accepted for it.
    """

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class One:
    """One record."""

    record: type[Record]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of records.

    Attributes:
        record: what the list holds.
        line: whether a line of names may stand for the list.
    """

    record: type[Record]
    line: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping of names or periods to records.

    Attributes:
        record: what stands under each name.
        name: what the keys of the mapping are: names or periods.
        bare: what may stand in the place of the whole mapping, or None.
    """

    record: type[Record]
    name: Form
    bare: Form | None


Shape = Form | Words | One | Many | Entries

_FORMS: dict[Any, Form] = {
    Text: Form.LINE,
    Prose: Form.PROSE,
    Names: Form.NAMES,
    StatedQuantity: Form.QUANTITY,
    StatedPeriod: Form.PERIOD,
    tuple[When, ...]: Form.PERIODS,
    bool: Form.YES_OR_NO,
    tuple[Line, ...]: Form.LINES,
    WebAddress: Form.WEB_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record.

    Attributes:
        name: its English spelling.
        alias: its Chinese spelling.
        meaning: what it is for, in Chinese.
        required: whether it must be written.
        shape: what may be written under it.
    """

    name: str
    alias: str
    meaning: str
    required: bool
    shape: Shape


def keys_of(record: type[Record]) -> tuple[Key, ...]:
    """List the keys of a record in the order declared.

    Raises:
        TypeError: a key holds what this module does not know.
    """
    # the models are built when first used, and names in them are looked up then
    if not record.__pydantic_fields_complete__:
        record.model_rebuild()
    fields = record.model_fields
    return tuple(
        Key(
            name,
            alias,
            fields[name].description or "",
            fields[name].is_required(),
            _shape(fields[name].annotation, fields[name].metadata),
        )
        for name, alias in record.keys().items()
    )


def bare_shape(record: type[Record]) -> Form | None:
    """Give what may stand in the place of a whole record, or None.

    Raises:
        TypeError: it is no plain value.
    """
    name = record.shorthand()
    if not name:
        return None
    field = record.model_fields[name]
    shape = _shape(field.annotation, field.metadata)
    plain = shape.bare if isinstance(shape, Entries) else shape
    if isinstance(plain, Form):
        return plain
    message = f"{record.__name__}: a bare value cannot stand for {name}"
    raise TypeError(message)


def records_of(root: type[Record]) -> tuple[type[Record], ...]:
    """List a record and all that can stand inside it, each once, outer ones first."""
    found = [root]
    for record in found:
        found += [inner for inner in _inner(record) if inner not in found]
    return tuple(found)


def _inner(record: type[Record]) -> Iterator[type[Record]]:
    seen = set()
    for key in keys_of(record):
        if isinstance(key.shape, One | Many | Entries) and key.shape.record not in seen:
            seen.add(key.shape.record)
            yield key.shape.record


def _shape(annotation: Any, metadata: list[Any]) -> Shape:  # noqa: ANN401  # any type annotation
    annotation, metadata = _unwrapped(annotation, metadata)
    words = next((item for item in metadata if isinstance(item, OneOf)), None)
    if words:
        return Words(tuple(words.english.items()))
    if annotation in _FORMS:
        return _FORMS[annotation]
    record = _record(annotation)
    if record is None:
        message = f"no shape is known for {annotation}"
        raise TypeError(message)
    if get_origin(annotation) is not tuple:
        return One(record)
    reader = next((item.func for item in metadata if isinstance(item, BeforeValidator)), None)
    if reader is None or not _takes_name(record):
        return Many(record, line=reader is not None)
    # any other reader also takes the bare value of the only entry
    return Entries(record, _name_form(record), None if reader is entries else bare_shape(record))


def _takes_name(record: type[Record]) -> bool:
    """Whether a record stands under its name in a mapping."""
    return any(field.validation_alias == NAME_KEY for field in record.model_fields.values())


def _name_form(record: type[Record]) -> Form:
    """Say what the key is under which a record stands in its mapping."""
    for field in record.model_fields.values():
        if field.validation_alias == NAME_KEY:
            shape = _shape(field.annotation, field.metadata)
            if isinstance(shape, Form):
                return shape
    message = f"{record.__name__} takes no name"
    raise TypeError(message)


def _unwrapped(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any]]:  # noqa: ANN401  # as above
    """Take off what says that a key may be left out."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (one for one in get_args(annotation) if one is not NoneType)
    if get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        metadata = [*inner, *metadata]
    return annotation, metadata


def _record(annotation: Any) -> type[Record] | None:  # noqa: ANN401  # as above
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    return inner if isinstance(inner, type) and issubclass(inner, Record) else None
