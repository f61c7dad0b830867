"""planpress fix: prose follows its indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from generator.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PLAN: Final = """\
format: 1
kind: 规划
title: 示例市护理规划（2023—2027年）
stage: 草稿
period: 2023—2027年
indicators:
  社区护士: 3900名
  护理站: 60个
projects:
  - title: 社区护理工程
    # 3800名的注释不动
    text: |
      培养社区护士3800名，建成六十个护理站。
    targets: 社区护士、护理站
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    path = tmp_path / "plans/huli/plan.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    monkeypatch.chdir(tmp_path)
    return path


def test_without_write_nothing_is_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["fix", "huli"]) == 1
    shown = capsys.readouterr().out
    assert "plans/huli/plan.yaml:13:13: “社区护理工程”：3800名 → 3900名" in shown
    assert "\n-      培养社区护士3800名" in shown
    assert "\n+      培养社区护士3900名" in shown
    assert "没有写入" in shown
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_with_write_only_the_number_changes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["fix", "huli", "--write"]) == 0
    expected = before.decode().replace("护士3800名", "护士3900名")
    assert file.read_bytes().decode() == expected
    assert file.with_name("plan.yaml.bak").read_bytes() == before
    assert "plan.yaml.bak" in capsys.readouterr().out
    assert main(["fix", "huli"]) == 0


def test_what_cannot_be_worded_is_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = file.read_bytes().decode().replace("社区护士3800名", "一批社区护士")
    file.write_bytes(text.encode())
    assert main(["fix", "huli", "--write"]) == 1
    assert "一批要手工改" in capsys.readouterr().out
    assert file.read_bytes().decode() == text


def test_a_plan_that_cannot_be_read_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("format: 1\nkind: 规划\n", encoding="utf-8")
    assert main(["fix", "plans/huli"]) == 2
    assert "planpress check" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_in_another_encoding_is_converted_first(
    file: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    before = PLAN.replace("\n", "\r\n").encode(encoding)
    file.write_bytes(before)
    assert main(["fix", "huli"]) == 1
    assert file.read_bytes() == before
    assert main(["fix", "huli", "--write"]) == 1
    assert "编码改成UTF-8" in capsys.readouterr().out
    assert file.read_bytes().decode() == PLAN.replace("\n", "\r\n")
    assert file.with_name("plan.yaml.bak").read_bytes() == before


def test_a_table_file_keeps_a_mark_for_spreadsheets(file: Path) -> None:
    file.write_text(f"{PLAN}tables:\n  - title: 甲\n    data: 甲.csv\n", encoding="utf-8")
    table = file.with_name("甲.csv")
    table.write_bytes("县区,2024年\n甲县,3名\n".encode("gb18030"))
    assert main(["fix", "huli", "--write"]) == 1
    assert table.read_bytes() == b"\xef\xbb\xbf" + "县区,2024年\n甲县,3名\n".encode()
