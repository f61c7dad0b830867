"""Lists are named in `show`, `counts` and `matches` by their key or by its Chinese alias."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Table
from generator.checks.selectors import KNOWN
from generator.diagnostics import Severity
from generator.documents.draft import compose_draft
from generator.model.content import Block, Claim
from generator.model.lists import SHOWABLE, both_words, key_of, offered
from tests.rules.workspace import analyzed, resolved

if TYPE_CHECKING:
    from pathlib import Path

PIECE = """\
levels:
  - title: 骨干
    projects: 甲工程
indicators:
  护士: 30名
projects:
  - title: 甲工程
    text: 培养护士30名。
    targets: 护士
measures:
  - title: 乙措施
tasks:
  - of: 甲工程
    content: 培养护士。
    lead: 市卫生局
    support: 无
    goals:
      - text: 培养护士30名
        targets: 护士
tables:
  - title: 名额表
    columns: [地区, 名额]
    rows: |
      | 甲县 | 30名 |
sections:
  - title: 任务
    show: levels、projects、measures、indicators、tasks、名额表
    claims:
      - claim: 一项措施
        counts: measures
      - claim: 一个工程
        counts: levels.projects
      - claim: 工程
        items: 甲工程
        matches: projects
"""
CHINESE = (
    PIECE.replace(
        "levels、projects、measures、indicators、tasks",
        "培养层级、重点工程、支撑保障、指标、任务分工",
    )
    .replace("counts: measures", "counts: 支撑保障")
    .replace("levels.projects", "培养层级的重点工程")
    .replace("matches: projects", "matches: 重点工程")
)


def test_both_languages_print_and_count_the_same(tmp_path: Path) -> None:
    plans = [resolved(tmp_path / name, text) for name, text in (("a", PIECE), ("b", CHINESE))]
    english, chinese = (compose_draft(plan) for plan in plans)
    assert PIECE != CHINESE
    assert english == chinese


@pytest.mark.parametrize("name", ["measures", "levels.projects", "projects"])
def test_a_wrong_count_is_found_in_both(name: str, tmp_path: Path) -> None:
    for folder, text in (("a", PIECE), ("b", CHINESE)):
        wrong = text.replace("一项措施", "两项措施").replace("一个工程", "两个工程")
        found = analyzed(tmp_path / folder, wrong).report.at_least(Severity.ERROR)
        assert [item.rule.code for item in found] == ["C101", "C101"], name


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("重点工程", "projects"),
        ("projects", "projects"),
        ("条款", "clauses"),
        ("目标", "goals"),
        ("建设目标", "goals"),
        ("培养层级.重点工程", "levels.projects"),
        ("培养层级的重点工程", "levels.projects"),
        ("附件1的条", "附件1的条"),
        ("「名额表」的行", "「名额表」的行"),
        ("名额表", "名额表"),
    ],
)
def test_a_word_leads_to_its_key(word: str, key: str) -> None:
    assert key_of(word) == key


def test_a_table_of_that_name_comes_first(tmp_path: Path) -> None:
    piece = PIECE.replace("title: 名额表", "title: 指标").replace(
        "indicators、tasks、名额表", "tasks、指标"
    )
    plan = resolved(tmp_path, piece)
    blocks = [block for part in compose_draft(plan).parts for block in part.blocks]
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    assert "指标" in captions
    assert not any(caption.endswith("规划指标") for caption in captions)


def test_shown_in_both_languages_is_shown_twice(tmp_path: Path) -> None:
    piece = PIECE.replace("show: levels、", "show: levels、重点工程、")
    found = analyzed(tmp_path, piece).report.at_least(Severity.ERROR)
    assert [item.rule.code for item in found] == ["R115"]


def test_words_are_offered_in_both_languages(tmp_path: Path) -> None:
    piece = PIECE.replace("show: levels、", "show: 培养层次、").replace(
        "counts: measures", "counts: 措施"
    )
    found = analyzed(tmp_path, piece).report.at_least(Severity.ERROR)
    hints = {item.rule.code: item.hint for item in found}
    assert "是不是“培养层级”？" in hints["R104"]
    assert offered(SHOWABLE) in hints["R104"]
    assert hints["C101"] == f"可用：{KNOWN}"


def test_the_schema_names_every_word_in_both_languages() -> None:
    show = Block.model_fields["show"].description or ""
    counts = Claim.model_fields["counts"].description or ""
    assert [name for name in SHOWABLE if f"{both_words(name)[-1]}" not in show] == []
    for name in SHOWABLE:
        key, alias = both_words(name).rstrip("）").split("（")
        assert f"{alias}（{key}）" in show
    assert "重点工程（projects）" in counts
