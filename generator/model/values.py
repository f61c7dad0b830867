"""Authored values: prose, names, quantities and periods, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, LiteralString, NoReturn

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from generator.model.base import Located, LocatedList, Reading
from generator.model.quoting import brief
from generator.quantity import Period, Quantity, parse_period, parse_quantity
from generator.source import Span
from generator.text import Text, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


_IDENTIFIER: Final = re.compile(r"[0-9A-Za-z\u3400-\u9fff-]+")
_SEPARATORS: Final = re.compile("[、，]")
_BINDING: Final = re.compile(r"\[([^\[\]\n]+)\]\(#([^()\s]+)\)")
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'“”，。；]+")
_AND_OTHERS: Final = "等"
YES: Final = ("是", "有", "yes")
NO: Final = ("否", "无", "no")


@dataclass(frozen=True, slots=True)
class Binding:
    """A stretch of a paragraph that the author bound to an indicator."""

    start: int
    end: int
    target: Text


@dataclass(frozen=True, slots=True)
class ProseParagraph:
    """A paragraph as printed: line breaks dropped, binding marks taken out."""

    text: Text
    bindings: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of text; nothing in them is markup."""

    paragraphs: tuple[ProseParagraph, ...] = ()

    def __iter__(self) -> Iterator[ProseParagraph]:
        """Go through the paragraphs."""
        return iter(self.paragraphs)

    def __str__(self) -> str:
        """Print the paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that the author listed.

    Attributes:
        items: the names, in the order written.
        whole: the scalar that they were split from, or None for a list: a registered name that
            itself holds 、 wins as a whole.
        and_others: whether the list closes with 等.
    """

    items: tuple[Text, ...] = ()
    whole: Text | None = None
    and_others: bool = False

    def __iter__(self) -> Iterator[Text]:
        """Go through the names."""
        return iter(self.items)

    def __len__(self) -> int:
        """Count the names."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """A quantity and the author's text for it."""

    text: Text
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """A period and the author's text for it."""

    text: Text
    period: Period


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that a browser opens as a page of the web, never as a script."""

    text: Text

    def __str__(self) -> str:
        """Print the address."""
        return str(self.text)


def refuse_empty(data: object) -> None:
    """Refuse a key without a value where text may stand.

    Raises:
        PydanticCustomError: the value is empty text.
    """
    if isinstance(data, Text) and not data.strip():
        refuse("empty", "值是空的", data)


def refuse(
    kind: LiteralString, message: LiteralString, written: object, **context: object
) -> NoReturn:
    """Refuse a value, with the place of just what is at fault.

    Args:
        kind: what decoding knows the mistake by.
        message: in Chinese; {text} is replaced by the value.
        written: the value.
        context: what else decoding needs to know.

    Raises:
        PydanticCustomError: always.
    """
    text = brief(written) if isinstance(written, Text) else ""
    place = {"span": getattr(written, "span", None)}
    raise PydanticCustomError(kind, message, {"text": text, **place, **context})


def _text(data: object) -> Text:
    if not isinstance(data, Text):
        refuse("text_expected", "这里只写一段文字，不能分项写", data)
    text = data.trimmed()
    if not text:
        refuse_empty(data)
    return text


def _identifier(data: object) -> Text:
    text = _text(data)
    if _IDENTIFIER.fullmatch(text):
        return text
    refuse("identifier_expected", "标识“{text}”里有不能用的符号", text)


def prose_of(data: object) -> Prose:
    """Read prose: lines of one paragraph are joined, an empty line ends it."""
    text = _text(data)
    if "\n" not in text:
        return Prose((_paragraph(text),) if text else ())
    paragraphs: list[ProseParagraph] = []
    lines: list[tuple[int, int]] = []
    for start, end in _line_ends(text):
        if start < end:
            lines.append((start, end))
        elif lines:
            paragraphs.append(_paragraph(text.glued(lines)))
            lines = []
    if lines:
        paragraphs.append(_paragraph(text.glued(lines)))
    return Prose(tuple(paragraphs))


def _line_ends(text: Text) -> Iterator[tuple[int, int]]:
    """Say where each line begins and ends, white space at both ends left out."""
    position = 0
    for line in str(text).split("\n"):
        end = position + len(line)
        written = line.strip()
        if len(written) == len(line):
            yield position, end
        else:
            start = position + len(line) - len(line.lstrip())
            yield start, start + len(written)
        position = end + 1


def lines_of(text: Text) -> Iterator[Text]:
    """Cut text into its lines, each with its place, without their ends."""
    if "\n" not in text:
        yield text
        return
    start = 0
    for line in str(text).split("\n"):
        yield text.part(start, start + len(line))
        start += len(line) + 1


def _paragraph(text: Text) -> ProseParagraph:
    parts: list[Text] = []
    bindings: list[Binding] = []
    position = printed = 0
    for match in _BINDING.finditer(text):
        parts += [text.part(position, match.start()), text.part(*match.span(1))]
        printed += match.start() - position
        length = len(match.group(1))
        bindings.append(Binding(printed, printed + length, text.part(*match.span(2))))
        printed += length
        position = match.end()
    if not bindings:
        return ProseParagraph(text)
    parts.append(text.part(position, len(text)))
    return ProseParagraph(join(part for part in parts if part), tuple(bindings))


def _names(data: object) -> Names:
    if isinstance(data, LocatedList):
        return _without_others([_text(item) for item in data], None)
    whole = _text(data)
    return _without_others(split_names(whole), whole)


def split_names(whole: Text) -> list[Text]:
    """Split text at 、 and ，."""
    if not _SEPARATORS.search(whole):
        name = whole.trimmed()
        return [name] if name else []
    items: list[Text] = []
    position = 0
    for written in _SEPARATORS.split(str(whole)):
        item = written.strip()
        if item:
            start = position + written.index(item)
            items.append(whole.part(start, start + len(item)))
        position += len(written) + 1
    return items


def _without_others(items: list[Text], whole: Text | None) -> Names:
    if items and items[-1] == _AND_OTHERS:
        return Names(tuple(items[:-1]), whole, and_others=True)
    if len(items) > 1 and items[-1].endswith(_AND_OTHERS):
        last = items[-1].part(0, len(items[-1]) - 1)
        return Names((*items[:-1], last), whole, and_others=True)
    return Names(tuple(items), whole)


def _verbatim(data: object) -> Text:
    text = _text(data)
    return data if isinstance(data, Text) else text


def _quantity(data: object, info: ValidationInfo) -> StatedQuantity:
    text = _text(data)
    reading: Reading = info.context or Reading()
    quantity = parse_quantity(text, reading.extra_units)
    if isinstance(quantity, Quantity):
        return StatedQuantity(text, quantity)
    refuse("quantity_expected", "“{text}”不是数值", text, extra_units=reading.extra_units)


def _period(data: object) -> StatedPeriod:
    text = _text(data)
    period = parse_period(text)
    if period is not None:
        return StatedPeriod(text, period)
    message: Final = "“{text}”不是时期"
    if re.fullmatch(r"\d{4}", text):
        refuse("bare_year", message, text)
    refuse("period_expected", message, text)


def _one_by_one(data: object) -> LocatedList:
    """Split names, so that each is validated on its own."""
    names = _names(data)
    span = data.span if isinstance(data, Text | LocatedList) else Span("", 1, 1, 1, 1)
    return LocatedList(names, span)


def _web_address(data: object) -> WebAddress:
    text = _text(data)
    if _WEB_ADDRESS.fullmatch(text):
        return WebAddress(text)
    refuse("web_address_expected", "“{text}”不是完整的网址", text)


def _yes_or_no(data: object) -> bool:
    text = _text(data)
    if text in (*YES, "可"):
        return True
    if text in NO:
        return False
    refuse("yes_or_no_expected", "“{text}”应是“是”或“否”（yes或no）", text)


class OneOf:
    """Marks an enumerated value: Chinese words are canonical, English ones accepted."""

    def __init__(self, **choices: str) -> None:
        self.english = {chinese: english for english, chinese in choices.items()}

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with the list of words."""
        del source, handler
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """List the words."""
        del schema, handler
        words = (*self.english, *self.english.values())
        return {"type": "string", "enum": list(dict.fromkeys(words))}

    def _read(self, data: object) -> Text:
        text = _text(data)
        if text in self.english:
            return text
        for chinese, english in self.english.items():
            if text == english:
                return Text.at(chinese, text.source, text.pieces)
        message: Final = "“{text}”不在可选的词之中"
        refuse(
            "word_expected",
            message,
            text,
            words=tuple(self.english),
            english=tuple(self.english.values()),
        )


def entries(data: object) -> LocatedList:
    """Turn a mapping of name to record into a list of records that hold their names.

    A value that is not a mapping goes to the record's shorthand key.
    """
    if not isinstance(data, Located):
        kind, message = "entries_expected", "这里要分行写，每行一个“名称: 内容”"
        raise PydanticCustomError(kind, message)
    return LocatedList([named(name, value) for name, value in data.items()], data.span)


def named(name: Text, value: object) -> Located:
    """Give a record's data its name, the key under which it stands."""
    inner = value if isinstance(value, Located) else shorthand(value, name.span)
    return Located(inner.items(), inner.span, name, inner.bare)


def shorthand(value: object, span: Span) -> Located:
    """Make a bare value the data of a record; an empty value gives an empty record."""
    if isinstance(value, Text) and not value.strip():
        return Located([], span)
    return Located([], span, bare=value)


def _several(data: object) -> LocatedList:
    """Make a single value a list of one."""
    if isinstance(data, Text):
        return LocatedList([data], data.span)
    if isinstance(data, LocatedList):
        return data
    kind, message = "tuple_type", "这里要写成清单"
    raise PydanticCustomError(kind, message)


_STRING: Final = WithJsonSchema({"type": "string"})
_STRINGS: Final = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
)

Line = Annotated[Text, BeforeValidator(_text), _STRING]
Identifier = Annotated[Text, BeforeValidator(_identifier), _STRING]
Address = Annotated[WebAddress, BeforeValidator(_web_address), _STRING]
# text as written, its line ends and spaces kept
Verbatim = Annotated[Text, BeforeValidator(_verbatim), _STRING]
ProseText = Annotated[Prose, BeforeValidator(prose_of), _STRING]
NameList = Annotated[Names, BeforeValidator(_names), _STRINGS]
Amount = Annotated[StatedQuantity, BeforeValidator(_quantity), _STRING]
When = Annotated[StatedPeriod, BeforeValidator(_period), _STRING]
Whens = Annotated[tuple[When, ...], BeforeValidator(_one_by_one), _STRINGS]
# a list whose items are never split, or one item without the list
Lines = Annotated[tuple[Line, ...], BeforeValidator(_several), _STRINGS]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), _STRING]
