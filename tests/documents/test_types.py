"""Which forms a plan can take, by its kind and stage, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Document, Heading, Paragraph, Table, plain
from generator.documents import (
    DOCUMENT_TYPES,
    document_types,
    main_type,
    possible_types,
    public_types,
)
from tests.documents.plans import plan_from
from tests.workspaces import PLAN

if TYPE_CHECKING:
    from pathlib import Path

    from generator.documents import DocumentType
    from generator.resolve import ResolvedPlan

COMMON = "实施方案、分工表、指标表"
ATTACHED = (
    PLAN + "attachments:\n  - title: 分工\n    show: tasks\n  - title: 另行印送\n    file: a.pdf\n"
)
NOTICE = """\
format: 1
kind: 通知
title: 关于印发示例市绿道建设规划的通知
stage: 已印发
issuer: 示例市水务局
secrecy_level: 秘密★1年
encloses:
  by: 印发
  document:
    kind: 规划
    title: 示例市绿道建设规划
    sections:
      - title: 总体要求
        text: 因地制宜。
"""


def titles(kinds: tuple[DocumentType, ...]) -> str:
    return "、".join(kind.title for kind in kinds)


@pytest.mark.parametrize(
    ("stage", "usual", "possible", "main"),
    [
        (
            "草稿",
            "征求意见稿、印发通知、分工表",
            f"征求意见稿、正文、印发通知、{COMMON}",
            "征求意见稿",
        ),
        (
            "征求意见稿",
            "征求意见稿、印发通知、分工表",
            f"征求意见稿、正文、印发通知、{COMMON}",
            "征求意见稿",
        ),
        ("送审稿", "送审稿、印发通知、分工表", f"送审稿、正文、印发通知、{COMMON}", "送审稿"),
        ("报批稿", "报批稿、印发通知、分工表", f"报批稿、正文、印发通知、{COMMON}", "报批稿"),
        ("已印发", "正文、印发通知、分工表", f"正文、印发通知、{COMMON}", "印发通知"),
        ("已废止", "正文、印发通知、分工表", f"正文、印发通知、{COMMON}", "正文"),
        ("", "正文、分工表", f"正文、{COMMON}", "正文"),
    ],
)
def test_the_forms_of_a_plan_follow_from_its_stage(
    tmp_path: Path, stage: str, usual: str, possible: str, main: str
) -> None:
    text = PLAN.replace("stage: 已印发\n", f"stage: {stage}\n" if stage else "")
    resolved = plan_from(tmp_path, text)
    assert titles(document_types(resolved)) == usual
    assert titles(possible_types(resolved)) == possible
    assert main_type(resolved).title == main


def test_a_notice_goes_out_as_itself_and_what_it_encloses_alone(tmp_path: Path) -> None:
    resolved = plan_from(tmp_path, NOTICE)
    assert titles(document_types(resolved)) == "正式公文"
    assert titles(possible_types(resolved)) == "正式公文、附载文件"
    carried = compose(resolved, "carried")
    assert [part.title for part in carried.parts] == ["示例市绿道建设规划"]
    assert carried.masthead is None


def test_names_and_titles_of_the_types_are_unlike() -> None:
    for value in ("name", "title"):
        found = [getattr(kind, value) for kind in DOCUMENT_TYPES]
        assert len(set(found)) == len(found)
    assert all(kind.name.isascii() and kind.name.isalpha() for kind in DOCUMENT_TYPES)


def compose(resolved: ResolvedPlan, name: str) -> Document:
    (kind,) = [kind for kind in possible_types(resolved) if kind.name == name]
    return kind.compose(resolved)


def words(document: Document) -> str:
    texts = []
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                texts.append(plain(block.runs))
            elif isinstance(block, Heading):
                texts.append(block.number + block.text)
    return "\n".join(texts)


@pytest.mark.parametrize(("stage", "name"), [("送审稿", "review"), ("报批稿", "approval")])
def test_what_goes_up_says_its_stage_and_has_no_label(
    tmp_path: Path, stage: str, name: str
) -> None:
    document = compose(plan_from(tmp_path, PLAN.replace("已印发", stage)), name)
    (part,) = document.parts
    assert part.subtitles[-1] == f"（{stage}）"
    assert part.label == ""
    assert document.masthead is None


def test_the_scheme_of_a_plan_says_task_by_task_who_does_what(tmp_path: Path) -> None:
    document = compose(plan_from(tmp_path, PLAN), "scheme")
    assert document.parts[0].title == "《示例市绿道建设规划（2023—2027年）》实施方案"
    assert words(document) == (
        "一、主要指标\n二、任务分工\n（一）绿道建设工程\n沿江、环山建设绿道。\n"
        "1.到2027年，建成沿江绿道600米（市水务局牵头，市园林局配合）。\n"
        "2.到2027年，建成环山绿道400米（市园林局牵头）。"
    )


def test_a_plan_of_that_kind_is_its_own_scheme(tmp_path: Path) -> None:
    resolved = plan_from(tmp_path, PLAN.replace("kind: 规划", "kind: 实施方案"))
    assert compose(resolved, "scheme") == compose(resolved, "text")


def test_attachments_alone_are_those_that_are_there_with_the_document_number(
    tmp_path: Path,
) -> None:
    document = compose(plan_from(tmp_path, ATTACHED), "attachments")
    assert [(part.label, part.title) for part in document.parts] == [
        ("示水发〔2023〕4号附件1", "分工")
    ]
    bare = PLAN + "attachments:\n  - title: 另行印送\n    file: a.pdf\n"
    other = plan_from(tmp_path / "other", bare)
    assert "附件" not in titles(possible_types(other)).split("、")


def test_the_responsibility_table_alone_lies_across_under_its_title(tmp_path: Path) -> None:
    (part,) = compose(plan_from(tmp_path, PLAN), "tasks").parts
    assert part.wide
    assert part.title == "示例市绿道建设规划（2023—2027年）任务分工表"
    assert part.subtitles == ()
    (table,) = part.blocks
    assert isinstance(table, Table)
    assert not table.titled


def test_a_sheet_of_a_secret_plan_says_so(tmp_path: Path) -> None:
    secret = PLAN.replace("period:", "secrecy_level: 秘密★1年\nperiod:", 1)
    resolved = plan_from(tmp_path, secret)
    for name in ("tasks", "indicators", "scheme"):
        assert compose(resolved, name).parts[0].label == "秘密★1年"


def test_a_sheet_of_a_draft_says_what_it_is_taken_from(tmp_path: Path) -> None:
    draft = (
        PLAN.replace("已印发", "征求意见稿") + "attachments:\n  - title: 分工\n    show: tasks\n"
    )
    (part,) = compose(plan_from(tmp_path, draft), "tasks").parts
    assert part.title == "分工"
    assert part.subtitles == ("示例市绿道建设规划（2023—2027年）（征求意见稿）",)


@pytest.mark.parametrize(
    ("stage", "offered"),
    [
        ("征求意见稿", "征求意见稿、分工表"),
        ("报批稿", "报批稿、分工表"),
        ("已印发", "正文、印发通知、分工表"),
    ],
)
def test_what_is_not_issued_is_offered_without_a_red_head(
    tmp_path: Path, stage: str, offered: str
) -> None:
    plan = plan_from(tmp_path, PLAN.replace("已印发", stage))
    assert titles(public_types(plan)) == offered
    assert "印发通知" in titles(possible_types(plan))
