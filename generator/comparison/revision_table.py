"""修订对照表: what changed from one version to the next, side by side, to be handed round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.blocks import (
    Align,
    Cell,
    Column,
    Document,
    Paragraph,
    Part,
    Properties,
    Row,
    RowGroup,
    Run,
    Table,
    runs,
)
from generator.comparison.compare import counted
from generator.comparison.kinds import Kind
from generator.comparison.words import new_runs, old_runs
from generator.documents.parts import SAMPLE_LINE
from generator.model.document import SECRECY_LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.blocks import Block, Runs
    from generator.comparison.compare import ClauseChange, Comparison, LineChange
    from generator.comparison.figures import FigureChange
    from generator.comparison.words import Segment

TITLE: Final = "修订对照表"
_PRINTED: Final = "删去的文字加删除线，新增的文字用黑体加粗。"
_ON_PAGE: Final = "删去的文字加删除线，新增的文字加下划线。"
_FACTS: Final = (
    Column("序号", 5, Align.CENTER),
    Column("项目", 17),
    Column("修订前", 36),
    Column("修订后", 36),
)
_NUMBER: Final = Column("序号", 5, Align.CENTER)
_FIGURES: Final = (
    _NUMBER,
    Column("指标", 28),
    Column("修订前", 17),
    Column("修订后", 17),
    Column("变化", 27),
)
_CLAUSES: Final = (
    _NUMBER,
    Column("条款", 21),
    Column("修订前", 29),
    Column("修订后", 29),
    Column("说明", 10),
)


def compose_revision(comparison: Comparison) -> Document:
    """Compose the 修订对照表 of two versions."""
    title = f"{comparison.new.title}{TITLE}"
    part = Part(
        title=title,
        label=highest_secrecy(comparison),
        blocks=revision_blocks(comparison, marks=_PRINTED),
        wide=True,
        anchor="revision",
    )
    return Document(
        properties=Properties(title=title, subject=TITLE),
        parts=(part,),
        banner_line=SAMPLE_LINE if shows_sample(comparison) else "",
    )


def shows_sample(comparison: Comparison) -> bool:
    """Whether one of the versions is a sample, which is said wherever it is quoted."""
    return any(one.plan.sample for one in comparison.plans)


def highest_secrecy(comparison: Comparison) -> str:
    """Give the highest 密级 of both versions and of all documents in them, "" for none."""
    levels = [
        str(document.plan.secrecy_level)
        for plan in comparison.plans
        for document in plan.documents
        if document.plan.secrecy_level
    ]
    return min(levels, key=_rank, default="")


def _rank(level: str) -> int:
    ranks = (rank for rank, word in enumerate(SECRECY_LEVELS) if word in level)
    return next(ranks, len(SECRECY_LEVELS))


def revision_blocks(
    comparison: Comparison, anchor: str = "changes", marks: str = _ON_PAGE
) -> tuple[Block, ...]:
    """Compose what a 修订对照表 says below its title.

    Args:
        comparison: the versions compared.
        anchor: how the permanent ids of its tables begin.
        marks: how changes are marked, in a sentence.
    """
    old, new = comparison.old, comparison.new
    opening = (
        f"修订前：{old.name}。修订后：{new.name}。",
        f"{summary(comparison)}{'' if comparison.is_same else marks}",
    )
    tables = (
        _facts_table(comparison, f"{anchor}-facts"),
        _figures_table(comparison, f"{anchor}-figures"),
        _clauses_table(comparison, f"{anchor}-clauses"),
    )
    return (
        *(Paragraph(runs(text)) for text in opening),
        *(table for table in tables if table.groups),
    )


def summary(comparison: Comparison) -> str:
    """Say in a sentence how much changed."""
    if comparison.is_same:
        return "两个版本印出来的基本信息、数值和条文相同。"
    facts = f"基本信息修改{len(comparison.facts)}项；" if comparison.facts else ""
    figures = _counted(counted(comparison.figures), comparison.unchanged_figures, "个")
    clauses = _counted(counted(comparison.clauses), comparison.unchanged_clauses, "条")
    return f"{facts}数值{figures}；条文（含表格各行）{clauses}。"


def _counted(counts: tuple[tuple[Kind, int], ...], unchanged: int, measure: str) -> str:
    if not counts:
        return "没有改动"
    listed = "，".join(f"{kind}{count}{measure}" for kind, count in counts)
    return f"{listed}，其余{unchanged}{measure}没有改动" if unchanged else listed


def _facts_table(comparison: Comparison, anchor: str) -> Table:
    groups = tuple(
        _plain_row((str(number), change.name, change.old, change.new))
        for number, change in enumerate(comparison.facts, start=1)
    )
    return Table(anchor, "基本信息对照", _FACTS, groups, wide=True, titled=True)


def _plain_row(texts: tuple[str, ...]) -> RowGroup:
    cells = (Cell(column, (runs(text),) if text else ()) for column, text in enumerate(texts))
    return RowGroup((Row(tuple(cells)),))


def _figures_table(comparison: Comparison, anchor: str) -> Table:
    groups = tuple(
        _figure_row(number, change) for number, change in enumerate(comparison.figures, start=1)
    )
    return Table(anchor, "数值对照", _FIGURES, groups, wide=True, titled=True)


def _figure_row(number: int, change: FigureChange) -> RowGroup:
    remark = change.remark or (change.kind if change.kind is not Kind.CHANGED else "")
    name = f"{change.name}，{change.when}" if change.when else change.name
    return _plain_row((str(number), name, change.old, change.new, str(remark)))


def _clauses_table(comparison: Comparison, anchor: str) -> Table:
    groups = tuple(
        _clause_rows(number, change) for number, change in enumerate(comparison.clauses, start=1)
    )
    return Table(anchor, "条文对照", _CLAUSES, groups, wide=True, titled=True, long_rows=True)


def _clause_rows(number: int, change: ClauseChange) -> RowGroup:
    """Compose a row a paragraph; the cells of a table row stand together in one."""
    lines = change.lines
    in_one = [lines] if all(line.label for line in lines) else [(line,) for line in lines]
    readings = [(_side(row, old_runs), _side(row, new_runs)) for row in in_one]
    shared = (
        (0, (runs(str(number)),)),
        (1, tuple(runs(text) for text in _where(change))),
        (4, tuple(runs(text) for text in _remarks(change))),
    )
    rows = []
    for index, (old, new) in enumerate(readings):
        cells = [Cell(2, old), Cell(3, new)]
        if index == 0:
            cells += [Cell(column, texts, len(readings)) for column, texts in shared]
        rows.append(Row(tuple(sorted(cells, key=lambda cell: cell.column))))
    return RowGroup(tuple(rows))


def _side(
    lines: tuple[LineChange, ...], reading: Callable[[Iterable[Segment]], Runs]
) -> tuple[Runs, ...]:
    """Give one reading of lines, each under its head if it has one; nothing for what is not."""
    found = ((line.label, reading(line.segments)) for line in lines)
    return tuple(
        (Run(f"{label}："), *content) if label else content for label, content in found if content
    )


def _where(change: ClauseChange) -> Iterator[str]:
    """Say where it stands and stood, in a column that is wide enough for both."""
    yield change.place
    if change.old_place:
        yield f"（原为“{change.old_place}”）"


def _remarks(change: ClauseChange) -> Iterator[str]:
    yield change.kind.value
    if change.is_moved and change.kind is not Kind.MOVED:
        yield Kind.MOVED.value
    if change.is_moved and not change.old_place:
        yield "次序改变"
    if any(line.is_moved for line in change.lines):
        yield "段落或单元格次序改变"
