"""What two versions say of themselves: each fact that is published is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.comparison.versions import PLAN, compared

if TYPE_CHECKING:
    from pathlib import Path

FACTS = """\
consultation:
  until: 2023年3月1日
  contact: 市水务局规划科
  channel: 电子邮件
contact:
  - organ: 示例市水务局
    person: 张三
    phone: 0000-0000000
    email: a@example.com
    address: 示例路1号
basis:
  - title: 示例省绿道条例
    by: 示例省水务厅
    date: 2020年1月1日
    state: 拟制定
seal: 是
publication:
  index_number: A-1
  publish_date: 2023年2月1日
  validity: 有效
  interpretation:
    一图读懂: https://www.example.com/a
tables:
"""
FULL = PLAN.replace("tables:\n", FACTS, 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "2023年3月1日",
            "2023年3月9日",
            (
                "征求意见",
                "2023年3月1日，市水务局规划科，电子邮件",
                "2023年3月9日，市水务局规划科，电子邮件",
            ),
        ),
        ("市水务局规划科", "市水务局办公室", "征求意见"),
        ("电子邮件", "信函", "征求意见"),
        ("organ: 示例市水务局", "organ: 示例市园林局", "联系人"),
        ("张三", "李四", "联系人"),
        ("0000-0000000", "0000-0000001", "联系人"),
        ("a@example.com", "b@example.com", "联系人"),
        ("示例路1号", "示例路2号", "联系人"),
        (
            "by: 示例省水务厅",
            "by: 示例省园林厅",
            (
                "依据",
                "示例省水务厅《示例省绿道条例》（2020年1月1日，拟制定）",
                "示例省园林厅《示例省绿道条例》（2020年1月1日，拟制定）",
            ),
        ),
        ("2020年1月1日", "2021年1月1日", "依据"),
        ("    state: 拟制定\n", "", "依据"),
        ("seal: 是", "seal: 否", ("印章", "盖章", "不盖章")),
        ("A-1", "A-2", "公开信息"),
        ("2023年2月1日", "2023年2月2日", "公开信息"),
        ("validity: 有效", "validity: 失效", "公开信息"),
        ("example.com/a", "example.com/b", "公开信息"),
        ("stage: 征求意见稿\n", "stage: 征求意见稿\nshort_title: 绿道规划\n", "简称"),
    ],
)
def test_every_published_fact_is_compared(
    tmp_path: Path, old: str, new: str, expected: str | tuple[str, str, str]
) -> None:
    assert old in FULL
    found = compared(tmp_path, FULL, FULL.replace(old, new))
    assert not found.is_same
    (change,) = found.facts
    assert (change if isinstance(expected, tuple) else change.name) == expected


def test_a_seal_that_needs_no_word_is_no_change(tmp_path: Path) -> None:
    assert compared(tmp_path, FULL, FULL.replace("seal: 是\n", "")).is_same
