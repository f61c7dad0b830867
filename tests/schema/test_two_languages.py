"""A plan with Chinese keys and one with English keys are the same plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.decode import decode, to_data
from generator.model.document import Plan
from generator.model.units import UnitRegistry
from generator.pipeline.analysis import analyze
from generator.source import SourceFile
from generator.yaml_nodes import read_yaml
from tests.schema.values import plain, translated, written_keys
from tests.workspaces import write

if TYPE_CHECKING:
    from generator.model.base import Record
    from generator.schema import Key
    from generator.yaml_nodes import Scalar

ROOT = Path(__file__).parents[2]
LIUZHOU = (ROOT / "plans/liuzhou-2023-2027/plan.yaml").read_text(encoding="utf-8")
UNITS = (ROOT / "plans/units.yaml").read_text(encoding="utf-8")


def keys_in(text: str, record: type[Record]) -> list[tuple[Scalar, Key]]:
    node, findings = read_yaml(SourceFile("plan.yaml", text))
    assert node is not None, findings
    return list(written_keys(node, record))


def model_of(text: str, record: type[Record]) -> Any:  # noqa: ANN401  # records as plain values
    source = SourceFile("plan.yaml", text)
    node, findings = read_yaml(source)
    assert node is not None, findings
    model, findings = decode(to_data(node, source), record)
    assert findings == ()
    return plain(model)


LIUZHOU_KEYS = keys_in(LIUZHOU, Plan)
LIUZHOU_MODEL = model_of(LIUZHOU, Plan)


def in_chinese(text: str, record: type[Record]) -> str:
    return translated(text, keys_in(text, record), lambda key: key.alias)


def in_english(text: str, record: type[Record]) -> str:
    return translated(text, keys_in(text, record), lambda key: key.name)


@pytest.mark.parametrize(("text", "record"), [(LIUZHOU, Plan), (UNITS, UnitRegistry)])
def test_only_chinese_keys_give_the_same_model(text: str, record: type[Record]) -> None:
    chinese = in_chinese(text, record)
    english = in_english(text, record)
    assert len(keys_in(text, record)) > 80
    assert not {name.value for name, _ in keys_in(chinese, record)} & set(record.keys())
    assert model_of(chinese, record) == model_of(english, record)
    assert in_english(chinese, record) == english


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_any_mixture_of_spellings_gives_the_same_model(random: Any) -> None:  # noqa: ANN401  # hypothesis's own
    mixed = translated(LIUZHOU, LIUZHOU_KEYS, lambda key: random.choice((key.name, key.alias)))
    assert model_of(mixed, Plan) == LIUZHOU_MODEL


def test_a_change_of_one_character_gives_another_model() -> None:
    assert model_of(LIUZHOU.replace("3800名", "3801名", 1), Plan) != LIUZHOU_MODEL
    assert model_of(LIUZHOU.replace("抓住顶层", "抓好顶层", 1), Plan) != LIUZHOU_MODEL


def test_a_plan_with_chinese_keys_is_checked_like_the_other(tmp_path: Path) -> None:
    for folder, plan, units in (
        ("english", LIUZHOU, UNITS),
        ("chinese", in_chinese(LIUZHOU, Plan), in_chinese(UNITS, UnitRegistry)),
    ):
        write(tmp_path / folder / "plans/liuzhou-2023-2027/plan.yaml", plan)
        write(tmp_path / folder / "plans/units.yaml", units)
    english, chinese = (analyze(tmp_path / name).report for name in ("english", "chinese"))
    assert [(one.rule, one.message) for one in chinese.diagnostics] == [
        (one.rule, one.message) for one in english.diagnostics
    ]
    assert [one.diagnostic.message for one in chinese.waived] == [
        one.diagnostic.message for one in english.waived
    ]
    assert len(chinese.reconciliations) == len(english.reconciliations)
