"""What all records of a plan share: strict keys, one table of Chinese aliases, and places."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticUndefined

from generator.source import Span
from generator.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME_KEY = "@name"
_SHOWN_KEYS = 3


class Located(dict[Text, Any]):
    """A mapping on its way from nodes to a record, with the place of the whole.

    Attributes:
        span: the place of the whole.
        name: the key under which it stands, for a record that is named by it.
        bare: a value written where a mapping may stand, which goes to the record's shorthand.
    """

    __slots__ = ("bare", "name", "span")

    def __init__(
        self,
        items: Iterable[tuple[Text, Any]],
        span: Span,
        name: Text | None = None,
        bare: object = None,
    ) -> None:
        super().__init__(items)
        self.span = span
        self.name = name
        self.bare = bare


class LocatedList(list[Any]):
    """A list on its way from nodes to a record, with the place of the whole."""

    __slots__ = ("span",)

    def __init__(self, items: Iterable[Any], span: Span) -> None:
        super().__init__(items)
        self.span = span


def key(alias: str, meaning: str, default: Any = ..., **constraints: Any) -> Any:  # noqa: ANN401  # pydantic's own field type
    """Declare a key of the plan format: its Chinese alias, what it means, its default.

    These declarations are the one table of keys: decoding, the JSON Schema and the handbook
    all read it.
    """
    return Field(default, title=alias, description=meaning, **constraints)


def name_key(default: Any = ...) -> Any:  # noqa: ANN401  # pydantic's own field type
    """Declare the field that takes the key under which a record stands in its mapping."""
    return Field(default, validation_alias=NAME_KEY, title="名称", description="所在映射的键")


class _KnownKeys(dict[str, Any]):
    """A record's data with English keys, its problems with keys already noted."""


class KeyProblem(NamedTuple):
    """A key that a record does not know, lacks, has twice, or has without anything in it.

    Attributes:
        kind: unknown, outer (unknown because the key above the record says it), missing, twice
            or empty (a list without items where one is needed).
        key: the key as written, or the missing one.
        span: where the key or its empty value stands, or the record that lacks it.
        keys: the keys of the record and their Chinese aliases.
        meaning: what the key is for, or "".
        value: what stands under an unknown key.
        above: the known key before an unknown one, and what stands under that, or None.
    """

    kind: Literal["unknown", "outer", "missing", "twice", "empty"]
    key: str
    span: Span
    keys: dict[str, str]
    meaning: str = ""
    value: object = None
    above: tuple[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The context of validation: what values may be, and the problems with keys found so far.

    One wrong key does not hide the other mistakes of a record, so these are collected.

    Attributes:
        extra_units: the units of measure that the plan adds to the closed list.
        problems: the problems with keys, in the order found.
    """

    extra_units: frozenset[str] = frozenset()
    problems: list[KeyProblem] = dataclasses.field(default_factory=list)


class Record(BaseModel):
    """A frozen record that knows its place and refuses keys that it does not know.

    Validation takes a `Reading` as its context.
    """

    # built at first use: of the records only the two roots are ever validated on their own
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    _span: Span = PrivateAttr()
    _aliases: ClassVar[dict[str, str]] = {}
    _keys: ClassVar[dict[str, str]] = {}
    # each key in either language to the field's name; and the fields that must be there
    _names: ClassVar[dict[str, str]] = {}
    _required: ClassVar[tuple[tuple[str, str], ...]] = ()
    # what private attributes are at first
    _unset: ClassVar[dict[str, Any]] = {}
    # the key that a bare value stands for where a mapping is expected
    _shorthand: ClassVar[str] = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401  # pydantic's signature
        """Collect the Chinese aliases of the record's keys."""
        super().__pydantic_init_subclass__(**kwargs)
        # private attributes are set where a record is located, in half the time
        cls.__pydantic_post_init__ = None
        cls._unset = {
            name: attribute.default
            for name, attribute in cls.__private_attributes__.items()
            if attribute.default is not PydanticUndefined
        }
        cls._aliases = {
            field.title: name
            for name, field in cls.model_fields.items()
            if field.title and field.validation_alias is None
        }
        cls._keys = {name: alias for alias, name in cls._aliases.items()}
        cls._names = {**cls._aliases, **{name: name for name in cls._aliases.values()}}
        cls._required = tuple(
            (name, field.description or "")
            for name, field in cls.model_fields.items()
            if field.is_required() and field.validation_alias is None
        )

    @property
    def span(self) -> Span:
        """Where the record stands."""
        return self._span

    @classmethod
    def keys(cls) -> dict[str, str]:
        """Give the record's keys and their Chinese aliases."""
        return cls._keys

    @classmethod
    def shorthand(cls) -> str:
        """Name the key that a bare value stands for where a mapping is expected, or ""."""
        return cls._shorthand

    @model_validator(mode="wrap")
    @classmethod
    def _locate(
        cls,
        data: object,
        handler: ModelWrapValidatorHandler[Self],
        info: ValidationInfo,
    ) -> Self:
        if isinstance(data, _KnownKeys):
            # pydantic wraps a record that holds records of its own kind twice
            return handler(data)
        if isinstance(data, Text) and cls._shorthand:
            data = Located([], data.span, bare=data)
        if not isinstance(data, Located) or (data.bare is not None and not cls._shorthand):
            kind, message = "mapping_expected", "这里要分行写，每行一个“键: 值”"
            written = getattr(data, "bare", None) or data
            place = {"span": getattr(written, "span", None)}
            raise PydanticCustomError(kind, message, {**place, "keys": cls._needed_keys()})
        reading: Reading = info.context or Reading()
        record = handler(cls._known_keys(data, reading.problems))
        private = {**cls._unset, "_span": data.span}
        object.__setattr__(record, "__pydantic_private__", private)
        return record

    @classmethod
    def _known_keys(cls, data: Located, problems: list[KeyProblem]) -> dict[str, Any]:
        english = _KnownKeys()
        if data.name is not None:
            english[NAME_KEY] = data.name
        if data.bare is not None:
            english[cls._shorthand] = data.bare
        known = cls._names
        above: tuple[str, object] | None = None
        for written, value in data.items():
            name = known.get(written)
            if name is not None and name not in english:
                english[name] = value
                above = (written, value)
            elif name is not None:
                problems.append(KeyProblem("twice", written, written.span, cls.keys()))
            elif written == NAME_KEY and cls._is_outer(NAME_KEY) and data.name is None:
                # a record read on its own has no key above it
                english[NAME_KEY] = value
            else:
                kind: Literal["unknown", "outer"] = "outer" if cls._is_outer(written) else "unknown"
                problem = KeyProblem(kind, written, written.span, cls.keys(), "", value, above)
                problems.append(problem)
        for name, _ in cls._required:
            if not english.get(name):
                problems += cls._missing_keys(english, data.span)
                break
        return english

    @classmethod
    def _needed_keys(cls) -> dict[str, str]:
        """Give the keys that must be there, else the first few, with their Chinese aliases."""
        needed = [name for name, _ in cls._required] or list(cls.keys())[:_SHOWN_KEYS]
        return {name: cls.keys()[name] for name in needed}

    @classmethod
    def _is_outer(cls, written: str) -> bool:
        """Whether a key stands for the field that takes the key above the record."""
        return any(
            field.validation_alias is not None and written in (name, NAME_KEY, field.title)
            for name, field in cls.model_fields.items()
        )

    @classmethod
    def _missing_keys(cls, english: dict[str, Any], span: Span) -> Iterator[KeyProblem]:
        for name, meaning in cls._required:
            value = english.get(name)
            if name not in english:
                yield KeyProblem("missing", name, span, cls.keys(), meaning)
            elif isinstance(value, LocatedList | Located) and not value and not _is_bare(value):
                yield KeyProblem("empty", name, value.span, cls.keys(), meaning)


def _is_bare(value: LocatedList | Located) -> bool:
    return isinstance(value, Located) and value.bare is not None
