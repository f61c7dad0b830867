"""What changed between two versions: for a terminal, and as one page to send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.comparison import Kind
from generator.comparison.revision_table import (
    TITLE,
    highest_secrecy,
    revision_blocks,
    shows_sample,
    summary,
)
from generator.documents.parts import SAMPLE_LINE
from generator.reporters.line import printable
from generator.resources import templates
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.comparison import ClauseChange, Comparison, FigureChange
    from generator.comparison.words import Segment

_TEMPLATE: Final = "changes.html"
_AROUND: Final = 16
_NOTHING: Final = "无"
_ELLIPSIS: Final = "…"


def changes_text(comparison: Comparison) -> str:
    """Render a comparison for a terminal: a line a figure, the changed words of each clause."""
    secrecy = highest_secrecy(comparison)
    lines = [
        *([secrecy] if secrecy else []),
        f"修订前  {comparison.old.resolved.path}（{comparison.old.name}）",
        f"修订后  {comparison.new.resolved.path}（{comparison.new.name}）",
        summary(comparison),
    ]
    if comparison.facts:
        lines += ["", "基本信息"]
        lines += [
            f"  {one.name}：{one.old or _NOTHING} → {one.new or _NOTHING}"
            for one in comparison.facts
        ]
    if comparison.figures:
        lines += ["", "数值"]
        lines += [f"  {_figure(change)}" for change in comparison.figures]
    if comparison.clauses:
        lines += ["", "条文（【旧→新】是改动的字）"]
        lines += [line for change in comparison.clauses for line in _clause(change)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _figure(change: FigureChange) -> str:
    name = f"{change.name}（{change.when}）" if change.when else change.name
    values = " → ".join(_sides(change))
    remark = f"，{change.remark}" if change.remark else ""
    return f"{change.kind}  {name}：{values}{remark}"


def _sides(change: FigureChange) -> tuple[str, ...]:
    """Give what stood and what stands; of what came or went as a whole, only that."""
    if change.kind is Kind.CHANGED and change.old != change.new:
        return change.old or _NOTHING, change.new or _NOTHING
    return (change.old or change.new,)


def _clause(change: ClauseChange) -> Iterator[str]:
    moved = "并移动" if change.is_moved and change.kind is not Kind.MOVED else ""
    before = f"（原为“{change.old_place}”）" if change.old_place else ""
    yield f"  {change.kind}{moved}  {change.place}{before}"
    for line in change.lines:
        label = f"{line.label}：" if line.label else ""
        order = "【次序改变】" if line.is_moved else ""
        yield f"        {label}{order}{''.join(_marked(line.segments))}"


def _marked(line: tuple[Segment, ...]) -> Iterator[str]:
    """Mark what changed in words, with some of the text around it."""
    for place, one in enumerate(line):
        if one.is_same:
            yield _shortened(one.new, opens=place == 0, closes=place == len(line) - 1)
        elif one.old and one.new:
            yield f"【{one.old}→{one.new}】"
        else:
            yield f"【删：{one.old}】" if one.old else f"【增：{one.new}】"


def _shortened(text: str, *, opens: bool, closes: bool) -> str:
    """Leave out what is far from any change."""
    head = "" if opens and not closes else text[:_AROUND]
    tail = "" if closes else text[-_AROUND:]
    if len(text) <= len(head) + len(tail) + len(_ELLIPSIS):
        return text
    return f"{head}{_ELLIPSIS}{tail}"


def changes_html(comparison: Comparison) -> str:
    """Render a comparison as one HTML page: no script, nothing fetched."""
    folder = templates()
    template = page_environment(folder / "reports", folder / "blocks").get_template(_TEMPLATE)
    text = template.render(
        title=f"{comparison.new.title}{TITLE}",
        blocks=revision_blocks(comparison),
        secrecy=highest_secrecy(comparison),
        banner=SAMPLE_LINE if shows_sample(comparison) else "",
    )
    return f"{text.rstrip()}\n"
