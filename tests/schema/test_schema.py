"""The JSON Schema: takes what the program takes, refuses what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from generator.decode import decode
from generator.model.document import Plan
from generator.pipeline.analysis import plan_files
from generator.schema import (
    SCHEMAS,
    Entries,
    Key,
    Many,
    Schema,
    Words,
    bare_shape,
    keys_of,
    records_of,
    schema_text,
)
from generator.source import SourceFile
from generator.yaml_nodes import decode_bytes, read_yaml
from tests.schema.values import PLAIN, json_of, least, located, value_of
from tests.workspaces import PLAN

if TYPE_CHECKING:
    from generator.model.base import Record

ROOT = Path(__file__).parents[2]
COPIES = ROOT / "plans" / ".schema"
PLAN_SCHEMA, UNITS_SCHEMA = SCHEMAS
CHINESE = re.compile("[\u4e00-\u9fff]")
RECORDS = [(schema, record) for schema in SCHEMAS for record in records_of(schema.record)]


def name_of(value: Schema | type[Record] | Key | Path) -> str:
    """Name a test by what it is about."""
    if isinstance(value, Path):
        return value.relative_to(ROOT).as_posix()
    return value.__name__ if isinstance(value, type) else value.name


KEYS = [(schema, record, key) for schema, record in RECORDS for key in keys_of(record)]
FILES = [
    *((PLAN_SCHEMA, file) for file in plan_files(ROOT)),
    *((UNITS_SCHEMA, file) for file in sorted((ROOT / "plans").rglob("units.yaml"))),
]
by_key = pytest.mark.parametrize(("schema", "record", "key"), KEYS, ids=name_of)
by_file = pytest.mark.parametrize(("schema", "file"), FILES, ids=name_of)


def validator(schema: Schema, record: type[Record] | None = None) -> Draft7Validator:
    """Check against a whole schema, or against the part that says what a record is."""
    whole = json.loads(schema_text(schema))
    if record is None or record is schema.record:
        return Draft7Validator(whole)
    definitions = {"definitions": whole["definitions"]}
    return Draft7Validator({**definitions, "allOf": [{"$ref": f"#/definitions/{record.__name__}"}]})


VALIDATORS = {pair: validator(*pair) for pair in RECORDS}


def content(text: bytes) -> Any:  # noqa: ANN401  # any value of JSON
    source, findings = decode_bytes("plan.yaml", text)
    assert isinstance(source, SourceFile), findings
    node, findings = read_yaml(source)
    assert node is not None
    assert findings == ()
    return json_of(node)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_the_copy_beside_the_plans_is_the_schema_of_the_program(schema: Schema) -> None:
    copy = (COPIES / schema.file_name).read_text(encoding="utf-8")
    assert copy == schema_text(schema), f"planpress schema {schema.name} -o {schema.file_name}"


def test_no_other_copies_stand_beside_the_plans() -> None:
    assert {file.name for file in COPIES.iterdir()} == {schema.file_name for schema in SCHEMAS}


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_the_schema_is_one_by_draft_7(schema: Schema) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(schema)))


@by_file
def test_every_file_of_the_workspace_is_valid(schema: Schema, file: Path) -> None:
    errors = VALIDATORS[schema, schema.record].iter_errors(content(file.read_bytes()))
    assert [(error.json_path, error.message) for error in errors] == []


@by_file
def test_every_file_of_the_workspace_names_its_schema(schema: Schema, file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    path = first.removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / path).resolve() == COPIES / schema.file_name


@by_key
def test_both_spellings_of_a_key_are_taken(schema: Schema, record: type[Record], key: Key) -> None:
    check = VALIDATORS[schema, record]
    rest = {name: value for name, value in least(record).items() if name != key.name}
    for spelling in (key.name, key.alias):
        written = {**rest, spelling: value_of(key.shape)}
        assert [error.message for error in check.iter_errors(written)] == []
        assert decode(located(written), record)[1] == ()


@by_key
def test_a_key_in_both_spellings_is_refused(schema: Schema, record: type[Record], key: Key) -> None:
    value = value_of(key.shape)
    written = {**least(record), key.name: value, key.alias: value}
    assert not VALIDATORS[schema, record].is_valid(written)
    (finding,) = decode(located(written), record)[1]
    assert finding.rule.code == "S108"


@by_key
def test_a_missing_key_is_refused_if_it_is_required(
    schema: Schema, record: type[Record], key: Key
) -> None:
    rest = {name: value for name, value in least(record).items() if name != key.name}
    assert VALIDATORS[schema, record].is_valid(rest) != key.required


@by_key
def test_a_value_of_another_shape_is_refused(
    schema: Schema, record: type[Record], key: Key
) -> None:
    for wrong in (None, "", [["甲"]], {"没有的键": {"没有的键": "甲"}}):
        written = {**least(record), key.name: wrong}
        assert not VALIDATORS[schema, record].is_valid(written), wrong


@pytest.mark.parametrize(
    ("schema", "record"),
    RECORDS,
    ids=name_of,
)
def test_an_unknown_key_is_refused(schema: Schema, record: type[Record]) -> None:
    check = VALIDATORS[schema, record]
    assert check.is_valid(least(record))
    assert not check.is_valid({**least(record), "牵头人": "甲"})


@by_key
def test_every_key_has_a_chinese_title_and_meaning(
    schema: Schema, record: type[Record], key: Key
) -> None:
    whole = json.loads(schema_text(schema))
    part = whole if record is schema.record else whole["definitions"][record.__name__]
    about = part["properties"][key.name]
    assert about["title"] == f"{key.alias}（{key.name}）"
    assert CHINESE.search(key.alias)
    assert CHINESE.search(about["description"])
    place = "#" if record is schema.record else f"#/definitions/{record.__name__}"
    assert part["properties"][key.alias] == {"$ref": f"{place}/properties/{key.name}"}


@pytest.mark.parametrize(
    ("schema", "record", "key"),
    [one for one in KEYS if isinstance(one[2].shape, Words)],
    ids=name_of,
)
def test_a_word_is_taken_in_both_languages(schema: Schema, record: type[Record], key: Key) -> None:
    assert isinstance(key.shape, Words)
    check = VALIDATORS[schema, record]
    for words in key.shape.choices:
        for word in words:
            assert check.is_valid({**least(record), key.name: word})
    assert not check.is_valid({**least(record), key.name: "没有的词"})


@pytest.mark.parametrize(
    ("schema", "record", "key"),
    [one for one in KEYS if isinstance(one[2].shape, Entries | Many)],
    ids=name_of,
)
def test_a_bare_value_stands_for_a_record_where_the_program_takes_it(
    schema: Schema, record: type[Record], key: Key
) -> None:
    assert isinstance(key.shape, Entries | Many)
    inner = key.shape.record
    bare = bare_shape(inner)
    item = PLAIN[bare] if bare else "甲"
    several = {"到2027年": item} if isinstance(key.shape, Entries) else [item]
    written = {**least(record), key.name: several}
    assert VALIDATORS[schema, record].is_valid(written) == (bare is not None)
    assert (decode(located(written), record)[1] == ()) == (bare is not None)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kind: 规划", "kind: 计划", "$.kind"),
        ("stage: 已印发", "stage: 已公布", "$.stage"),
        ("    parts: 沿江", "    分量: 沿江", "$.indicators['绿道长度']"),
        ("        lead: 市水务局", "        牵头人: 市水务局", "$.tasks[0].goals[0]"),
        ("  - of: 绿道建设工程\n    content", "  - content", "$.tasks[0]"),
        ("kind: 规划\n", "", "$"),
        ("      到2027年: 600米", "      到2027年:", "$.indicators['沿江绿道长度']"),
        ("milestones: 到2025年、到2027年", "milestones:\n  甲: 乙", "$.milestones"),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(old: str, new: str, place: str) -> None:
    assert old in PLAN
    check = VALIDATORS[PLAN_SCHEMA, Plan]
    assert check.is_valid(content(PLAN.encode()))
    errors = check.iter_errors(content(PLAN.replace(old, new).encode()))
    assert [error.json_path for error in errors] == [place]


def test_what_an_editor_takes_for_a_number_or_truth_is_text() -> None:
    written = {"format": 1, "kind": "规划", "title": 2.0, "attachments": [{"title": True}]}
    assert VALIDATORS[PLAN_SCHEMA, Plan].is_valid(written)
