"""planpress schema: the format of the files, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.pipeline.analysis import plan_files
from generator.schema import SCHEMAS, Schema, schema_text
from tests.workspaces import PLAN, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_a_schema_is_shown_or_written(
    schema: Schema, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", schema.name]) == 0
    assert capsys.readouterr().out == schema_text(schema)
    file = tmp_path / schema.file_name
    for done in ("已写入", "已覆盖"):
        assert main(["schema", schema.name, "-o", str(file)]) == 0
        assert capsys.readouterr().out == f"{done}{file}（{schema.title}的格式）\n"
        assert file.read_bytes() == schema_text(schema).encode()


def test_without_a_name_it_is_that_of_plans(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text(SCHEMAS[0])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["任务"], "错误：没有“任务”这种格式。可以写plan（规划）、units（单位登记）\n"),
        (["-o", "."], "错误：“.”是文件夹。请在“-o”后写文件名，例如“plan.schema.json”\n"),
        (
            ["-o", "没有/a.json"],
            "错误：没有“没有”这个文件夹。请先建好，或换一个位置\n",
        ),
    ],
)
def test_what_cannot_be_written_is_refused(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", *arguments]) == 2
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", message)


def test_hidden_files_are_no_plans(tmp_path: Path) -> None:
    root = write_workspace(tmp_path)
    before = plan_files(root)
    write(root / "plans/.schema/plan.yaml", PLAN)
    write(root / "plans/._lvdao.yaml", PLAN)
    assert plan_files(root) == before
