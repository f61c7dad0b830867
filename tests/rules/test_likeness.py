"""Of several numbers that disagree, a text is held to the one beside the indicator's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.workspace import HEAD, workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("建成绿道300公里，其中城区绿道250公里。", "250公里"),
        ("其中城区绿道250公里，另有郊野步道90公里。", "250公里"),
        ("新建250公里城区绿道，改造90公里步道。", "250公里"),
    ],
)
def test_the_number_beside_the_name_is_meant(tmp_path: Path, text: str, meant: str) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in HEAD.items())
    plan = (
        f"{head}indicators:\n  城区绿道: 200公里\n"
        f"sections:\n  - title: 目标\n    text: |\n      {text}\n    targets: 城区绿道\n"
    )
    report = workspace(tmp_path, {"plans/plan.yaml": plan.encode()}).report
    found = [item.message for item in report.diagnostics if item.rule.code == "C102"]
    assert found == [
        f"“目标”中指标“城区绿道”的数字不一致，此处为{meant}，指标为200公里，相差50公里"
    ]
