"""Whatever is written under any key is seen: in the report, in a document, or on the site.

The plans in filled/ write every key; some are wrong on purpose, so that what is only compared
shows in a finding. Each key is taken out in turn (or, where it must stand, written otherwise).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from generator.documents import document_types
from generator.model.document import DocumentContent, Plan
from generator.model.units import UnitRegistry
from generator.pipeline.analysis import Analysis, analyze
from generator.resources import templates
from generator.schema import Entries, Form, Many, One, Words, keys_of, records_of
from generator.site import Page, site_files
from generator.source import SourceFile
from generator.yaml_nodes import read_yaml
from tests.format.written import yaml_text
from tests.schema.values import json_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.base import Record
    from generator.schema import Key

FILLED: Final = Path(__file__).parent / "filled"
FILES: Final = tuple(sorted(file.relative_to(FILLED) for file in FILLED.rglob("*.yaml")))

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Written:
    """A key where a file writes it: the way to the record that holds it."""

    file: Path
    steps: Path_
    record: type[Record]
    key: Key

    @property
    def name(self) -> str:
        return f"{self.record.__name__}.{self.key.name}"


@cache
def content(file: Path) -> Any:  # noqa: ANN401  # any value of YAML
    node, findings = read_yaml(SourceFile(file.name, (FILLED / file).read_text(encoding="utf-8")))
    assert node is not None, findings
    return json_of(node)


def written_in(file: Path) -> Iterator[Written]:
    record = UnitRegistry if file.name == "units.yaml" else Plan
    yield from _keys(file, (), record, content(file))


def _keys(file: Path, steps: Path_, record: type[Record], data: Any) -> Iterator[Written]:  # noqa: ANN401  # as above
    if not isinstance(data, dict):
        return
    keys = {word: key for key in keys_of(record) for word in (key.name, key.alias)}
    as_named = Plan if record is DocumentContent else record
    for name, value in data.items():
        key = keys[name]
        yield Written(file, (*steps, name), as_named, key)
        match key.shape:
            case One(inner):
                yield from _keys(file, (*steps, name), inner, value)
            case Many(inner) if isinstance(value, list):
                for number, item in enumerate(value):
                    yield from _keys(file, (*steps, name, number), inner, item)
            case Entries(inner) if isinstance(value, dict):
                for entry, item in value.items():
                    yield from _keys(file, (*steps, name, entry), inner, item)


WRITTEN: Final = [one for file in FILES for one in written_in(file)]
BY_NAME: Final = {one.name: [o for o in WRITTEN if o.name == one.name] for one in WRITTEN}
KNOWN: Final = {
    f"{record.__name__}.{key.name}"
    for record in (*records_of(Plan), *records_of(UnitRegistry))
    if record is not DocumentContent
    for key in keys_of(record)
}


def test_the_filled_plans_write_every_key() -> None:
    assert KNOWN - set(BY_NAME) == set()


def changed(one: Written) -> Any:  # noqa: ANN401  # as above
    """Give the content of a file without a key, or with another value where it must stand."""
    return _changed(content(one.file), one.steps, one.key)


def _changed(data: Any, steps: Path_, key: Key) -> Any:  # noqa: ANN401  # as above
    first, *others = steps
    if others:
        inner = _changed(data[first], tuple(others), key)
        if isinstance(data, list):
            return [inner if n == first else item for n, item in enumerate(data)]
        return {**data, first: inner}
    if not key.required:
        return {name: value for name, value in data.items() if name != first}
    return {**data, first: _otherwise(data[first], key)}


def _otherwise(value: Any, key: Key) -> Any:  # noqa: ANN401  # as above
    if isinstance(key.shape, Words):
        words = [word for pair in key.shape.choices for word in pair[:1]]
        return next(word for word in words if word != value)
    if key.shape is Form.QUANTITY:
        return f"9{value}"
    return f"{value}改" if isinstance(value, str) else "改"


@cache
def workspace_of(root: Path) -> Path:
    """Write the filled plans once; a test changes one file of them and puts it back."""
    shutil.copytree(FILLED, root)
    return root


def analyzed(root: Path, one: Written | None = None) -> Analysis:
    if one is None:
        return analyze(root)
    file = root / one.file
    before = file.read_bytes()
    file.write_text(yaml_text(changed(one)), encoding="utf-8")
    try:
        return analyze(root)
    finally:
        file.write_bytes(before)


def findings_of(analysis: Analysis) -> Any:  # noqa: ANN401  # to be compared only
    """Give all that the report says, without lines and columns, which move."""
    report = analysis.report
    return (
        sorted(_said(item) for item in report.diagnostics),
        sorted((_said(item.diagnostic), item.reason, item.approved_by) for item in report.waived),
        sorted(
            (item.rule.code, item.subject, item.stated, item.computed, item.working)
            for item in report.reconciliations
        ),
        [(c.table, c.column, c.holds, c.inferred, c.period, c.unit) for c in report.columns],
    )


def _said(item: Diagnostic) -> tuple[str, ...]:
    labels = (label.text for label in (item.primary, *item.related))
    return (item.rule.code, item.severity.word, item.message, item.hint, *labels)


def documents_of(analysis: Analysis) -> Any:  # noqa: ANN401  # as above
    """Give every document of every plan, of which the DOCX is made."""
    return [
        (kind.name, kind.compose(resolved))
        for resolved in analysis.corpus.plans
        for kind in document_types(resolved)
    ]


def pages_of(analysis: Analysis) -> Any:  # noqa: ANN401  # as above
    files = site_files(analysis.corpus, analysis.report, templates())
    return {
        address: (file.title, file.content, file.description) if isinstance(file, Page) else file
        for address, file in files.items()
    }


OUTPUTS: Final = (findings_of, documents_of, pages_of)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace_of(tmp_path_factory.mktemp("filled") / "workspace")


@pytest.fixture(scope="module")
def whole(root: Path) -> list[Any]:
    analysis = analyzed(root)
    assert len(analysis.corpus.plans) == len(FILES) - 1
    return [output(analysis) for output in OUTPUTS]


def is_seen(root: Path, whole: list[Any], one: Written) -> bool:
    analysis = analyzed(root, one)
    return any(output(analysis) != before for output, before in zip(OUTPUTS, whole, strict=True))


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_what_is_written_is_seen(name: str, root: Path, whole: list[Any]) -> None:
    assert any(is_seen(root, whole, one) for one in BY_NAME[name])


def test_an_unchanged_plan_gives_the_same(root: Path, whole: list[Any]) -> None:
    analysis = analyzed(root)
    assert [output(analysis) for output in OUTPUTS] == whole
