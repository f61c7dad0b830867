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
    Table,
    runs,
)
from generator.comparison.compare import counted
from generator.comparison.kinds import Kind
from generator.comparison.words import new_runs, old_runs
from generator.documents.parts import SAMPLE_LINE, secrecy_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Block, Runs
    from generator.comparison.compare import ClauseChange, Comparison
    from generator.comparison.figures import FigureChange

TITLE: Final = "修订对照表"
MARKS: Final = "删去的文字加删除线，新增的文字用黑体加粗。没有列出的内容没有改动。"
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
    Column("条款", 15),
    Column("修订前", 32),
    Column("修订后", 32),
    Column("说明", 10),
)


def compose_revision(comparison: Comparison) -> Document:
    """Compose the 修订对照表 of two versions."""
    old, new = comparison.old, comparison.new
    title = f"{new.title}{TITLE}"
    samples = (old.resolved.plan.sample, new.resolved.plan.sample)
    part = Part(
        title=title,
        label=secrecy_line(new.resolved) or secrecy_line(old.resolved),
        blocks=revision_blocks(comparison),
        wide=True,
        anchor="revision",
    )
    return Document(
        properties=Properties(title=title, subject=TITLE),
        parts=(part,),
        banner_line=SAMPLE_LINE if any(samples) else "",
    )


def revision_blocks(comparison: Comparison, anchor: str = "changes") -> tuple[Block, ...]:
    """Compose what a 修订对照表 says below its title.

    Args:
        comparison: the versions compared.
        anchor: how the permanent ids of its tables begin.
    """
    old, new = comparison.old, comparison.new
    renamed = f"《{old.title}》改为《{new.title}》。" if old.title != new.title else ""
    opening = (
        f"修订前：{old.name}。修订后：{new.name}。{renamed}",
        f"{summary(comparison)}{'' if comparison.is_same else MARKS}",
    )
    tables = (
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
        return "两个版本的数值和条文相同。"
    figures = _counted(counted(comparison.figures), comparison.unchanged_figures, "个")
    clauses = _counted(counted(comparison.clauses), comparison.unchanged_clauses, "条")
    return f"数值{figures}；条文（含表格各行）{clauses}。"


def _counted(counts: tuple[tuple[Kind, int], ...], unchanged: int, measure: str) -> str:
    if not counts:
        return "没有改动"
    listed = "，".join(f"{kind}{count}{measure}" for kind, count in counts)
    return f"{listed}，其余{unchanged}{measure}没有改动" if unchanged else listed


def _figures_table(comparison: Comparison, anchor: str) -> Table:
    groups = tuple(
        _figure_row(number, change) for number, change in enumerate(comparison.figures, start=1)
    )
    return Table(anchor, "数值对照", _FIGURES, groups, wide=True, titled=True)


def _figure_row(number: int, change: FigureChange) -> RowGroup:
    remark = change.remark or (change.kind if change.kind is not Kind.CHANGED else "")
    name = f"{change.name}，{change.when}" if change.when else change.name
    texts = (str(number), name, change.old, change.new, str(remark))
    cells = (Cell(column, (runs(text),) if text else ()) for column, text in enumerate(texts))
    return RowGroup((Row(tuple(cells)),))


def _clauses_table(comparison: Comparison, anchor: str) -> Table:
    groups = tuple(
        _clause_rows(number, change) for number, change in enumerate(comparison.clauses, start=1)
    )
    return Table(anchor, "条文对照", _CLAUSES, groups, wide=True, titled=True, long_rows=True)


def _clause_rows(number: int, change: ClauseChange) -> RowGroup:
    readings = [(old_runs(line), new_runs(line)) for line in change.lines] or [((), ())]
    shared = (
        (0, (runs(str(number)),)),
        (1, (runs(change.place),)),
        (4, tuple(runs(text) for text in _remarks(change))),
    )
    rows = []
    for index, (old, new) in enumerate(readings):
        cells = [Cell(2, _cell(old)), Cell(3, _cell(new))]
        if index == 0:
            cells += [Cell(column, texts, len(readings)) for column, texts in shared]
        rows.append(Row(tuple(sorted(cells, key=lambda cell: cell.column))))
    return RowGroup(tuple(rows))


def _cell(content: Runs) -> tuple[Runs, ...]:
    return (content,) if content else ()


def _remarks(change: ClauseChange) -> Iterator[str]:
    yield change.kind.value
    if change.is_moved and change.kind is not Kind.MOVED:
        yield Kind.MOVED.value
    if change.old_place:
        yield f"原为“{change.old_place}”"
    elif change.is_moved:
        yield "次序改变"
