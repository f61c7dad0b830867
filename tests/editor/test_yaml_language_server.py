"""Editors: help in Chinese on every key, and what is wrong shown where it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.model.document import Plan
from generator.model.units import UnitRegistry
from generator.pipeline.analysis import plan_files
from generator.source import SourceFile
from generator.yaml_nodes import read_yaml
from tests.editor.language_server import ROOT, LanguageServer
from tests.schema.values import translated, written_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLANS = ROOT / "plans"
LIUZHOU = PLANS / "liuzhou-2023-2027/plan.yaml"
FILES = [*plan_files(ROOT), *sorted(PLANS.rglob("units.yaml"))]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


def place_of(text: str, words: str) -> tuple[int, int]:
    """Give line and column where some words first stand."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PLANS).as_posix())
def test_an_editor_finds_nothing_wrong_with_our_files(server: LanguageServer, file: Path) -> None:
    assert server.complaints(file.parent, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", [LIUZHOU, PLANS / "units.yaml"], ids=lambda file: file.name)
def test_an_editor_takes_chinese_keys(server: LanguageServer, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    node, _ = read_yaml(SourceFile("plan.yaml", text))
    assert node is not None
    record = UnitRegistry if file.name == "units.yaml" else Plan
    chinese = translated(text, list(written_keys(node, record)), lambda key: key.alias)
    assert server.complaints(file.parent, chinese) == []


@pytest.mark.parametrize(
    ("words", "title", "meaning"),
    [
        ("kind: ", "文种（kind）", "规划、行动计划、实施方案、通知等"),
        ("parts: ", "分项（parts）", "相加等于本指标的各指标"),
        ("lead: ", "牵头（lead）", "牵头单位，一个或几个"),
        ("quote: ", "原文（quote）", "原文改动后豁免自动失效"),
    ],
)
def test_a_key_is_explained_in_chinese(
    server: LanguageServer, words: str, title: str, meaning: str
) -> None:
    text = LIUZHOU.read_text(encoding="utf-8")
    file = server.open(LIUZHOU.parent, text)
    line, column = place_of(text, words)
    shown = server.hover(file, line, column + 1)
    assert title in shown
    assert meaning in shown


def test_a_chinese_key_is_explained_too(server: LanguageServer) -> None:
    text = LIUZHOU.read_text(encoding="utf-8").replace("        lead: ", "        牵头: ")
    file = server.open(LIUZHOU.parent, text)
    line, column = place_of(text, "牵头: ")
    assert "牵头单位，一个或几个" in server.hover(file, line, column)


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("        lead: 人事科\n", "        leads: 人事科\n", "leads", "leads is not allowed"),
        ("stage: 征求意见稿", "stage: 讨论稿", "讨论稿", "Value is not accepted"),
        ("short_title: ", "标题: 甲\nshort_title: ", "标题: 甲", "标题 is not allowed"),
        ("kind: 规划\n", "", "format", 'Missing property "kind"'),
    ],
)
def test_what_is_wrong_is_shown_where_it_stands(
    server: LanguageServer, old: str, new: str, at: str, said: str
) -> None:
    text = LIUZHOU.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    (complaint,) = server.complaints(LIUZHOU.parent, text)
    assert said in complaint.message
    assert (complaint.line, complaint.column) == place_of(text, at)


def test_the_settings_for_the_editor_name_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files))
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in recommended["recommendations"]
