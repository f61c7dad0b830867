"""A composer, writer or template that says something else than the plan stops the build."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.blocks import Heading, Paragraph, Run
from generator.cli import main
from generator.documents import body, tables
from generator.readback import verify
from generator.writers import docx as writer
from generator.writers import docx_part, page
from tests.docx.mutation import mutated
from tests.site.sites import MKDOCS
from tests.workspaces import fingerprints, write, write_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.blocks import Block, Column, Document, Part, RowGroup
    from generator.model.units import Unit
    from generator.writers.gb9704 import Profile


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_workspace(tmp_path / "workspace")
    write(root / "mkdocs.yml", MKDOCS)
    monkeypatch.chdir(root)
    return root


def swapped_units(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tables.unit_cell
    names = {"市水务局": "市园林局", "市园林局": "市水务局"}

    def cell(units: tuple[Unit, ...]) -> tuple[tuple[Run, ...], ...]:
        return tuple(
            tuple(replace(run, text=names.get(run.text, run.text)) for run in runs)
            for runs in whole(units)
        )

    monkeypatch.setattr(tables, "unit_cell", cell)


def changed_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = body.Body.blocks

    def changed(block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        runs = tuple(replace(run, text=run.text.replace("600", "500")) for run in block.runs)
        return replace(block, runs=runs)

    monkeypatch.setattr(body.Body, "blocks", lambda self: tuple(map(changed, whole(self))))


def lost_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = body.Body.blocks

    def blocks(self: body.Body) -> tuple[Block, ...]:
        return tuple(block for block in whole(self) if not isinstance(block, Heading))

    monkeypatch.setattr(body.Body, "blocks", blocks)


def heading_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = body.Body.blocks

    def blocks(self: body.Body) -> tuple[Block, ...]:
        made = whole(self)
        return (*made, made[0])

    monkeypatch.setattr(body.Body, "blocks", blocks)


def lost_row(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tables.responsibility_table

    def table(resolved: Any) -> Any:  # noqa: ANN401  # passed through
        made = whole(resolved)
        (group,) = made.groups
        cells = tuple(replace(cell, row_span=1) for cell in group.rows[0].cells)
        rows = (replace(group.rows[0], cells=cells),)
        return replace(made, groups=(replace(group, rows=rows),))

    monkeypatch.setattr(body, "responsibility_table", table)


def writer_without_text(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = docx_part.part_elements

    def elements(part: Part, profile: Profile, **others: Any) -> Any:  # noqa: ANN401  # passed on
        return whole(replace(part, blocks=part.blocks[:1]), profile, **others)

    monkeypatch.setattr("generator.writers.docx.part_elements", elements)


def writer_with_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    def write_docx(document: Document, profile: Profile) -> bytes:
        content = writer.write_docx(document, profile)
        return mutated(content, "word/document.xml", "<w:body>", "<w:body><w:sdt/>")

    monkeypatch.setattr(verify, "write_docx", write_docx)


def page_without_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = page.table_rows

    def rows(group: RowGroup, columns: tuple[Column, ...]) -> tuple[page.TableRow, ...]:
        return whole(group, columns)[:1]

    monkeypatch.setattr(page, "table_rows", rows)


def theme_that_changes_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.mkdocs_plugin import PlanPressPlugin  # noqa: PLC0415  # MkDocs is slow to import

    whole = PlanPressPlugin.on_page_content

    def content(self: PlanPressPlugin, html: str, **others: Any) -> str:  # noqa: ANN401  # passed through
        return re.sub("600米", "600公里", whole(self, html, **others))

    monkeypatch.setattr(PlanPressPlugin, "on_page_content", content)


MISTAKES = (
    (swapped_units, "第1行“牵头部门”：应为“市水务局”，读到“市园林局”"),
    (
        changed_figure,
        "读到“…1000米，其中沿江绿道500米",
    ),
    (lost_heading, "的第1层标题：应为“一、主要目标”"),
    (heading_twice, "标题的个数"),
    (lost_row, "任务分工表的行数：应为“2行”，读到“1行”"),
    (writer_without_text, "应为“到2027年，建成绿道1000米"),
    (writer_with_a_trace, "内容控件（sdt）"),
    (page_without_a_row, "的行数：应为“"),
    (theme_that_changes_the_text, "读到“…0米，其中沿江绿道600公里"),
)


@pytest.mark.parametrize(("mistake", "told"), MISTAKES, ids=[one.__name__ for one, _ in MISTAKES])
def test_a_mistake_of_the_program_publishes_nothing(
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mistake: Callable[[pytest.MonkeyPatch], None],
    told: str,
) -> None:
    write(workspace / "dist" / ".planpress", "")
    write(workspace / "dist" / "site" / "index.html", "上一次")
    before = fingerprints(workspace)
    mistake(monkeypatch)
    assert main(["build"]) == 3
    error = capsys.readouterr().err
    assert error.startswith("错误：“lvdao”的")
    assert "这是程序的错误，不是您的文件有问题；没有生成任何成品，原有的没有动" in error
    assert told in error
    assert fingerprints(workspace) == before
    assert not list(workspace.glob(".dist-*"))


def test_a_single_document_is_not_written_either(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "out.docx", "旧")
    swapped_units(monkeypatch)
    assert main(["docx", "lvdao", "-o", "out.docx"]) == 3
    assert "牵头部门" in capsys.readouterr().err
    assert (workspace / "out.docx").read_text(encoding="utf-8") == "旧"


def test_documents_of_the_site_and_of_the_office_are_written_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def write_docx(document: Document, profile: Profile) -> bytes:
        written.append(document)
        return writer.write_docx(document, profile)

    monkeypatch.setattr(verify, "write_docx", write_docx)
    assert main(["build"]) == 0
    office = list((workspace / "dist" / "docx").rglob("*.docx"))
    downloads = workspace / "dist" / "site" / "downloads"
    names = {file.name for file in office}
    shared = [file for file in downloads.glob("*.docx") if file.name in names]
    tables = [file.name for file in downloads.glob("*.docx") if file.name not in names]
    assert tables == ["lvdao-indicators.docx"]
    assert len(written) == len(office) + len(tables)
    assert len(office) > len(shared) >= 2
    lists = sorted(file.read_bytes() for file in (downloads / "units").glob("*.docx"))
    assert lists == sorted(file.read_bytes() for file in office if file.parent.name == "任务清单")
    for file in shared:
        assert file.read_bytes() == (workspace / "dist" / "docx" / file.name).read_bytes()
