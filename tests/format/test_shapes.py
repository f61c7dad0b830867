"""A value of a wrong shape under any key of the format is an error just there, with a cure.

The keys are listed from the records themselves, so that a new one is tested too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from generator.decode import decode, to_data
from generator.model.document import Plan
from generator.model.units import UnitRegistry
from generator.schema import Entries, Form, Key, Many, One, Words, bare_shape, keys_of, records_of
from generator.source import SourceFile, Span
from generator.yaml_nodes import read_yaml
from tests.format.written import yaml_text
from tests.schema.values import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.base import Record

CHINESE = re.compile("[\u4e00-\u9fff]")
RECORDS = tuple(dict.fromkeys((*records_of(Plan), *records_of(UnitRegistry))))
KEYS = [(record, key) for record in RECORDS for key in keys_of(record)]

LIST = ["甲", "乙"]
MAPPING = {"甲": "乙"}
SHAPE, EMPTY, QUANTITY, PERIOD, WORD = "S103", "S104", "S105", "S106", "S107"
BAD_FORMS: dict[Form, list[tuple[Any, str]]] = {
    Form.LINE: [(LIST, SHAPE), (MAPPING, SHAPE)],
    Form.PROSE: [(LIST, SHAPE), (MAPPING, SHAPE)],
    Form.NAMES: [(MAPPING, SHAPE), ([MAPPING], SHAPE)],
    Form.QUANTITY: [(LIST, SHAPE), (MAPPING, SHAPE), ("很多", QUANTITY), ("3台套", QUANTITY)],
    Form.PERIOD: [(LIST, SHAPE), (MAPPING, SHAPE), ("不久", PERIOD), ("2027", PERIOD)],
    Form.PERIODS: [(MAPPING, SHAPE), ("不久", PERIOD), (["到2027年", "2027"], PERIOD)],
    Form.YES_OR_NO: [(LIST, SHAPE), (MAPPING, SHAPE), ("也许", WORD)],
    Form.LINES: [(MAPPING, SHAPE), ([MAPPING], SHAPE)],
    Form.WEB_ADDRESS: [
        (LIST, SHAPE),
        (MAPPING, SHAPE),
        ("www.example.org/1", SHAPE),
        ("javascript:alert(1)", SHAPE),
        ("https://example.org/1 甲", SHAPE),
    ],
}


class Bad(NamedTuple):
    """A bad value under a key of a record, and the code of what is found."""

    record: type[Record]
    key: Key
    value: Any
    code: str

    @property
    def name(self) -> str:
        kind = self.value if isinstance(self.value, str) else type(self.value).__name__
        return f"{self.record.__name__}.{self.key.name}={kind}"


def bad_values(key: Key) -> Iterator[tuple[Any, str]]:
    """List values that a key does not take, each with its code."""
    yield "", EMPTY
    match key.shape:
        case Form():
            yield from BAD_FORMS[key.shape]
        case Words():
            yield from ((LIST, SHAPE), (MAPPING, SHAPE), ("没有这个词", WORD))
        case One():
            yield from (("甲", SHAPE), (LIST, SHAPE))
        case Many(record, line):
            yield MAPPING, SHAPE
            if not line:
                yield "甲", SHAPE
            if bare_shape(record) is None:
                yield ["甲"], SHAPE
        case Entries(_, _, bare):
            if bare is None:
                yield "甲", SHAPE
            if bare not in (Form.NAMES, Form.LINES):
                yield LIST, SHAPE


CASES = [Bad(record, key, *bad) for record, key in KEYS for bad in bad_values(key)]


def findings(data: dict[str, Any], record: type[Record]) -> tuple[Diagnostic, ...]:
    source = SourceFile("plan.yaml", yaml_text(data))
    node, found = read_yaml(source)
    assert found == ()
    assert node is not None
    return decode(to_data(node, source), record)[1]


def filled(record: type[Record], key: Key, value: Any) -> dict[str, Any]:  # noqa: ANN401  # any value of YAML
    """Give a record with its required keys, and this value last."""
    data = {one.name: plainest(one) for one in keys_of(record) if one.required}
    data.pop(key.name, None)
    return {**data, key.name: value}


def plainest(key: Key) -> Any:  # noqa: ANN401  # as above
    """Give a value that a key takes, with at least one key in every record."""
    match key.shape:
        case One(record):
            return record_data(record)
        case Many(record):
            return [record_data(record)]
        case Entries(record):
            return {"到2027年": record_data(record)}
        case _:
            return value_of(key.shape)


def record_data(record: type[Record]) -> dict[str, Any]:
    keys = keys_of(record)
    return {key.name: plainest(key) for key in keys if key.required} or filled(
        record, keys[0], plainest(keys[0])
    )


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.name)
def test_a_bad_value_is_an_error_where_it_stands(bad: Bad) -> None:
    data = filled(bad.record, bad.key, bad.value)
    text = yaml_text(data).splitlines()
    (line,) = (n for n, words in enumerate(text, start=1) if words.startswith(f"{bad.key.name}:"))
    (found,) = findings(data, bad.record)
    assert found.rule.code == bad.code
    assert isinstance(found.primary.place, Span)
    assert line <= found.primary.place.line <= len(text)
    assert found.primary.place.column > (len(bad.key.name) if isinstance(bad.value, str) else 0)
    assert CHINESE.search(found.message)
    assert found.hint


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_an_unknown_key_is_an_error_with_what_is_known(record: type[Record]) -> None:
    shape = next(iter(keys_of(record)))
    data = {**filled(record, shape, plainest(shape)), "没有这个键": "甲"}
    (found,) = findings(data, record)
    assert found.rule.code == "S101"
    assert found.hint


@pytest.mark.parametrize(("record", "key"), KEYS, ids=lambda one: getattr(one, "name", one))
def test_a_key_in_both_languages_is_an_error(record: type[Record], key: Key) -> None:
    value = plainest(key)
    data = {**filled(record, key, value), key.alias: value}
    (found,) = findings(data, record)
    assert found.rule.code == "S108"
    assert found.primary.place.column == 1
    assert found.hint


@pytest.mark.parametrize(
    ("record", "key"),
    [(record, key) for record, key in KEYS if key.required],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_missing_key_is_an_error_that_says_what_it_is_for(record: type[Record], key: Key) -> None:
    data = filled(record, key, "")
    del data[key.name]
    found = findings(data or {**data, "没有这个键": "甲"}, record)
    missing = [item for item in found if item.rule.code == "S102"]
    assert [key.name in item.message and key.alias in item.message for item in missing] == [True]
    assert key.meaning in missing[0].hint
