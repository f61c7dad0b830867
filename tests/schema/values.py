"""Values for tests of the schema: the plainest that a shape takes, as JSON and as located data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.base import Located, LocatedList, Record
from generator.schema import Entries, Form, Key, Many, One, Shape, Words, keys_of
from generator.source import Span
from generator.text import Text
from generator.yaml_nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLACE = Span("plan.yaml", 1, 1, 1, 1)
PLAIN = {
    Form.LINE: "甲",
    Form.PROSE: "甲",
    Form.NAMES: "甲、乙",
    Form.QUANTITY: "3名",
    Form.PERIOD: "到2027年",
    Form.PERIODS: ["到2025年", "到2027年"],
    Form.YES_OR_NO: "是",
    Form.LINES: ["甲", "乙"],
    Form.WEB_ADDRESS: "https://example.org/1",
}


def value_of(shape: Shape) -> Any:  # noqa: ANN401  # any value of JSON
    """Give a value of a shape, with nothing in it that may be left out."""
    match shape:
        case Form():
            return PLAIN[shape]
        case Words(choices):
            return choices[0][0]
        case One(record):
            return least(record)
        case Many(record):
            return [least(record)]
        case Entries(record):
            return {"到2027年": least(record)}


def least(record: type[Record]) -> dict[str, Any]:
    """Give a record with its required keys only."""
    return {key.name: value_of(key.shape) for key in keys_of(record) if key.required}


def located(value: Any) -> Any:  # noqa: ANN401  # any value of JSON
    """Give a value the places that decoding asks for."""
    if isinstance(value, dict):
        pairs = ((Text.on_line(name, PLACE), located(inner)) for name, inner in value.items())
        return Located(pairs, PLACE)
    if isinstance(value, list):
        return LocatedList((located(item) for item in value), PLACE)
    return Text.on_line(value, PLACE)


def json_of(node: Node) -> Any:  # noqa: ANN401  # any value of JSON
    """Give what an editor hands to a schema: nothing written is null."""
    if isinstance(node, Mapping):
        return {name.value: json_of(value) for name, value in node.entries}
    if isinstance(node, Scalar):
        return node.value or None
    return [json_of(item) for item in node.items]


def plain(value: Any) -> Any:  # noqa: ANN401  # whatever a record holds
    """Take the places out of a record, which differ where keys are of another length."""
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [plain(item) for item in value]
    return value


def written_keys(node: Node, record: type[Record]) -> Iterator[tuple[Scalar, Key]]:
    """List the keys of the format in a file, with the place of each; names are none."""
    if not isinstance(node, Mapping):
        return
    keys = {word: key for key in keys_of(record) for word in (key.name, key.alias)}
    for name, value in node.entries:
        key = keys[name.value]
        yield name, key
        yield from _keys_inside(value, key.shape)


def _keys_inside(node: Node, shape: Shape) -> Iterator[tuple[Scalar, Key]]:
    if isinstance(shape, One):
        yield from written_keys(node, shape.record)
    elif isinstance(shape, Many) and not isinstance(node, Mapping | Scalar):
        for item in node.items:
            yield from written_keys(item, shape.record)
    elif isinstance(shape, Entries) and isinstance(node, Mapping):
        for _, value in node.entries:
            yield from written_keys(value, shape.record)


def translated(text: str, keys: list[tuple[Scalar, Key]], spelling: Callable[[Key], str]) -> str:
    """Write the keys of a file in another spelling and leave everything else."""
    lines = text.split("\n")
    for name, key in reversed(keys):
        line = lines[name.line - 1]
        end = name.column - 1 + len(name.value)
        lines[name.line - 1] = line[: name.column - 1] + spelling(key) + line[end:]
    return "\n".join(lines)
