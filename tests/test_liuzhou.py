"""The Liuzhou sample: what its source states is in the plan, and one changed figure is noticed."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from generator.blocks import Paragraph, Table, plain
from generator.diagnostics import Diagnostic, Severity
from generator.documents import document_types
from generator.documents.draft import compose_draft
from generator.documents.tables import responsibility_table
from generator.pipeline.analysis import Analysis, analyze
from generator.source import Span
from generator.writers.docx import write_docx
from tests.liuzhou_facts import LEVELS, MEASURES, PROJECT_NAMES, ROWS, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.resolve import ResolvedPlan

ROOT = Path(__file__).parent.parent
PLAN = "plans/liuzhou-2023-2027/plan.yaml"


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """The plan alone, without the other samples."""
    workspace = tmp_path_factory.mktemp("liuzhou")
    shutil.copytree(ROOT / "plans" / "liuzhou-2023-2027", workspace / Path(PLAN).parent)
    shutil.copy(ROOT / "plans" / "units.yaml", workspace / "plans")
    return analyze(workspace)


@pytest.fixture(scope="module")
def liuzhou(analysis: Analysis) -> ResolvedPlan:
    return next(plan for plan in analysis.corpus.plans if plan.identifier == "liuzhou-2023-2027")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, int], tuple[Diagnostic, ...]]:
    """Give a function that checks the plan with the n-th occurrence of some words changed."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "mkdocs.yml").write_text("site_name: 试验\n", encoding="utf-8")
    file = tmp_path / PLAN
    text = file.read_text(encoding="utf-8")

    def change(old: str, new: str, occurrence: int) -> tuple[Diagnostic, ...]:
        start = [match.start() for match in re.finditer(re.escape(old), text)][occurrence]
        file.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
        return analyze(tmp_path).report.at_least(Severity.WARNING)

    return change


def test_the_plan_is_clean_but_for_its_waivers(analysis: Analysis) -> None:
    assert analysis.report.at_least(Severity.WARNING) == ()
    assert {waived.reason for waived in analysis.report.waived} == {"原文如此"}


def test_the_known_discrepancies_are_found_and_waived(analysis: Analysis) -> None:
    found = sorted((w.diagnostic.rule.code, words(w.diagnostic)) for w in analysis.report.waived)
    modules = "思想政治、政策解读、警示教育、模范宣传、模拟实践、国情区情市情教育五个"
    assert found == sorted(
        [
            ("C101", modules),
            ("C101", modules),
            ("C103", "特级教师、名师名校长、享受特殊津贴教育专家"),
            ("C103", "过程性评价、阶段性评价、培养周期综合评价、年度教师激励性评价"),
            ("C104", "一批"),
            ("W101", "教育共同体领导力提升工程"),
            ("W102", "至少2-3名"),
            ("C106", "加强教师人才培养资质认定与培养标准建设"),
            ("C107", "智慧教育数字素养提升工程"),
            ("R110", "加强教师发展服务支持体系建设"),
            ("W103", "重点任务"),
            ("W103", "载体工程"),
            ("W103", "名师工作室"),
            ("W105", "国家试点"),
            ("W105", "卓越教师"),
            ("W104", "360学时学分"),
            ("W104", "不低于10学时的校本研修学分"),
            ("W104", "不低于10学时的校本研修学分"),
        ]
    )


def words(diagnostic: Diagnostic) -> str:
    place = diagnostic.primary.place
    assert isinstance(place, Span)
    line = (ROOT / place.source).read_text(encoding="utf-8").split("\n")[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]


def places(diagnostics: tuple[Diagnostic, ...]) -> set[int]:
    spans = [
        label.place
        for diagnostic in diagnostics
        for label in (diagnostic.primary, *diagnostic.related)
    ]
    return {span.line for span in spans if isinstance(span, Span)}


def lines_with(text: str) -> list[int]:
    lines = (ROOT / PLAN).read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if text in line]


@pytest.mark.parametrize("occurrence", [0, 1, 2])
def test_a_figure_changed_in_one_place_is_an_error_that_names_every_place(
    changed: Callable[[str, str, int], tuple[Diagnostic, ...]], occurrence: int
) -> None:
    stated = lines_with("3800名")
    assert len(stated) == 3
    found = changed("3800名", "3700名", occurrence)
    assert {diagnostic.rule.code for diagnostic in found} == {"C102"}
    assert all(diagnostic.severity is Severity.ERROR for diagnostic in found)
    assert places(found) == set(stated)


def test_two_years_of_one_indicator_are_no_sum(analysis: Analysis) -> None:
    sums = [r for r in analysis.report.reconciliations if r.rule.code == "A101"]
    assert [(r.subject, r.verdict.value) for r in sums] == [
        ("骨干教师（到2025年） = 市级骨干教师 + 县级骨干教师", "未定"),
        ("卓越名师名校长（到2025年） = 卓越校长 + 高中卓越教师 + 义务教育卓越教师", "成立"),
    ]
    assert [item for item in analysis.report.diagnostics if item.rule.code == "A101"] == []
    grown = next(r for r in analysis.report.reconciliations if r.subject == "骨干教师逐段增加")
    assert (grown.stated, grown.computed, grown.verdict.value) == ("6000名", "10600名", "成立")


def test_a_broken_sum_names_the_total_and_every_term(
    changed: Callable[[str, str, int], tuple[Diagnostic, ...]],
) -> None:
    found = [item for item in changed("300名", "320名", 0) if item.rule.code == "A101"]
    assert len(found) == 1
    assert "320名" in found[0].message
    assert "300名" in found[0].message
    assert "相差20名" in found[0].message
    assert len(found[0].related) == 3


@pytest.mark.parametrize(
    ("identifier", "place", "phrase"), STATEMENTS, ids=[s[0] for s in STATEMENTS]
)
def test_every_quantified_statement_of_the_source_is_printed(
    liuzhou: ResolvedPlan, identifier: str, place: str, phrase: str
) -> None:
    assert place.startswith("task-") == identifier.startswith("T")
    is_table = identifier.startswith("T")
    document = compose_draft(liuzhou)
    part = document.parts[1 if is_table else 0]
    assert phrase in printed(part.blocks)


def printed(blocks: object) -> str:
    texts: list[str] = []
    for block in blocks if isinstance(blocks, tuple) else ():
        if isinstance(block, Table):
            texts += [column.heading for column in block.columns]
            cells = (c for group in block.groups for row in group.rows for c in row.cells)
            texts += [plain(paragraph) for cell in cells for paragraph in cell.paragraphs]
        elif isinstance(block, Paragraph):
            texts.append(plain(block.runs))
        else:
            texts.append(block.text)
    return "\n".join(texts)


def test_projects_levels_and_measures_are_those_of_the_source(liuzhou: ResolvedPlan) -> None:
    plan = liuzhou.plan
    assert tuple(str(block.title) for block in plan.projects) == PROJECT_NAMES
    assert tuple(str(block.title) for block in plan.measures) == MEASURES
    assert len(plan.levels) == len(LEVELS) == 5
    assert len(plan.sections) == 6


def test_the_docx_keeps_15_rows_34_goals_and_their_pairing(liuzhou: ResolvedPlan) -> None:
    names = {str(unit.label): str(unit.name) for unit in liuzhou.registry.units}
    for document_type in document_types(liuzhou):
        rows = table_rows(write_docx(document_type.compose(liuzhou)))
        assert [title for title, _ in rows] == [title for title, _ in ROWS]
        goals = [goal for _, goals in rows for goal in goals]
        facts = [goal for _, goals in ROWS for goal in goals]
        assert len(goals) == len(facts) == 34
        for (text, lead, support), (keyword, leads, supports) in zip(goals, facts, strict=True):
            assert keyword in text
            assert official(lead, names) == leads
            assert official(support, names) == supports


def table_rows(content: bytes) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Read the responsibility table back: task, then its goals with lead and support."""
    tables = docx.Document(BytesIO(content)).tables
    table = next(table for table in tables if len(table.columns) == 6)
    rows: list[tuple[str, list[tuple[str, str, str]]]] = []
    for row in table.rows[1:]:
        number, title, _, goal, lead, support = (cell.text for cell in row.cells)
        assert number
        if not rows or rows[-1][0] != title:
            rows.append((title, []))
        rows[-1][1].append((goal, lead, support))
    return rows


def official(cell: str, names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names[label] for label in cell.split("、") if label)


def test_the_table_is_composed_with_one_row_a_goal(liuzhou: ResolvedPlan) -> None:
    table = responsibility_table(liuzhou)
    assert len(table.groups) == 15
    assert sum(len(group.rows) for group in table.groups) == 34
