"""The figures of a plan: where each is stated, and how the relations between them come out."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.figure_audit import FigureState
from generator.quantity import Verdict
from generator.reporters.json import place_data, reconciliation_data, reconciliation_key
from generator.reporters.line import printable
from generator.reporters.wording import place_words
from generator.source import display_width
from generator.writers.csv import formula_safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.checks.figure_audit import FigureUse
    from generator.checks.stated_figures import StatedFigure, Statement
    from generator.diagnostics import Reconciliation, Report
    from generator.model.figures import Figure
    from generator.reporters.json import Value

VERSION: Final = 1
_ORDER: Final = (Verdict.HOLDS, Verdict.UNDETERMINED, Verdict.FAILS)
BYTE_ORDER_MARK: Final = "\ufeff"
_WIDEST: Final = 32
_GAP: Final = "  "
_INDENT: Final = "      "
_NONE: Final = "—"
_COLUMNS: Final = (
    *("类别", "名称", "时期", "层级", "口径", "所写", "核算", "相差", "结论"),
    *("算法或依据", "规则", "出处", "位置"),
)


@dataclass(frozen=True, slots=True)
class FigureList:
    """The figures of one plan.

    Attributes:
        path: the plan's file, as shown to users.
        title: its title.
        figures: the figures of its indicators.
        uses: every figure that it prints, and what is known of it.
        report: what was found and verified in it.
    """

    path: str
    title: str
    figures: tuple[StatedFigure, ...]
    uses: tuple[FigureUse, ...]
    report: Report

    @property
    def relations(self) -> list[Reconciliation]:
        """The relations between figures, in the order of their places."""
        return sorted(self.report.reconciliations, key=reconciliation_key)

    def verdict(self, item: Reconciliation) -> str:
        """Give the verdict on a relation in words: a waived one says so."""
        waived = item.verdict is Verdict.FAILS and self.report.is_waived(item)
        return f"{item.verdict.value}（已豁免）" if waived else item.verdict.value


def figures_text(listed: FigureList) -> str:
    """Render tables for a terminal, aligned by the width of Chinese characters."""
    verdicts = [item.verdict for item in listed.relations]
    counts = "、".join(f"{verdict.value}{verdicts.count(verdict)}" for verdict in _ORDER)
    lines = (
        printable(listed.title),
        listed.path,
        "",
        f"指标数值（{len(listed.figures)}个）",
        *_figure_lines(listed),
        "",
        f"数量关系（{len(verdicts)}个：{counts}）",
        *_relation_lines(listed),
        "",
        f"文中的数字（{len(listed.uses)}个：{_use_counts(listed)}）",
        *_use_lines(listed),
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _figure_lines(listed: FigureList) -> Iterator[str]:
    rows = [_identity(one.figure) for one in listed.figures]
    places = [[_stated_at(one, n) for n in one.statements] for one in listed.figures]
    return _aligned(("指标", "时期", "层级", "口径", "数值"), rows, places)


def _relation_lines(listed: FigureList) -> Iterator[str]:
    rows = [
        (
            listed.verdict(item),
            item.rule.code,
            item.stated,
            item.computed,
            item.difference or _NONE,
            item.subject,
        )
        for item in listed.relations
    ]
    details = [
        [f"算法：{item.working}", *(place_words(place) for place in item.places)]
        for item in listed.relations
    ]
    return _aligned(("结论", "规则", "所写", "核算", "相差", "对象"), rows, details)


def _use_counts(listed: FigureList) -> str:
    states = [use.state for use in listed.uses]
    return "、".join(f"{state.word}{states.count(state)}" for state in FigureState)


def _use_lines(listed: FigureList) -> Iterator[str]:
    rows = [
        (_use_word(use), str(use.text), _meant(use) or _NONE, place_words(use.place))
        for use in listed.uses
    ]
    return _aligned(("状态", "数字", "说的是", "位置"), rows, [[] for _ in rows])


def _use_word(use: FigureUse) -> str:
    return use.state.word if use.agrees else f"{use.state.word}（不一致）"


def _meant(use: FigureUse) -> str:
    """Say what a figure states: a figure of an indicator, the indicator, or why it is none."""
    return use.figure.label if use.figure else use.indicator or use.reason


def _identity(figure: Figure) -> tuple[str, ...]:
    key = figure.key
    words = (key.indicator, figure.when, key.scope, key.counting, str(figure.stated.text))
    return tuple(word or _NONE for word in words)


def _stated_at(stated: StatedFigure, statement: Statement) -> str:
    own = str(stated.figure.stated.text)
    differs = "" if statement.agrees else "（不一致）"
    written = f"：{statement.text}{differs}" if differs or statement.text != own else ""
    return f"{place_words(statement.place)} {statement.owner}{written}"


def _aligned(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], details: Iterable[list[str]]
) -> Iterator[str]:
    """Set rows in columns, each with its details below; the last column is not filled up."""
    shown = [tuple(printable(cell) for cell in row) for row in rows]
    if not shown:
        return
    widths = [
        min(max(display_width(cell) for cell in column), _WIDEST)
        for column in zip(head, *shown, strict=True)
    ]
    yield _row(head, widths)
    for row, below in zip(shown, details, strict=True):
        yield _row(row, widths)
        yield from (_INDENT + printable(line) for line in below)


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    filled = (
        cell + " " * (width - display_width(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return _GAP + _GAP.join(filled)


def figures_json(listed: FigureList) -> str:
    """Render JSON; keys stay, new ones may be added within a version."""
    content: dict[str, Value] = {
        "format": "planpress-figures",
        "version": VERSION,
        "plan": listed.path,
        "title": listed.title,
        "figures": [_figure_data(one) for one in listed.figures],
        "uses": [_use_data(use) for use in listed.uses],
        "reconciliations": [
            {**reconciliation_data(item), "waived": listed.report.is_waived(item)}
            for item in listed.relations
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _figure_data(stated: StatedFigure) -> Value:
    key = stated.figure.key
    return {
        "name": key.indicator,
        "period": stated.figure.when,
        "scope": key.scope,
        "counting": key.counting,
        "value": str(stated.figure.stated.text),
        "statements": [
            {
                "owner": one.owner,
                "text": one.text,
                "agrees": one.agrees,
                "place": place_data(one.place),
            }
            for one in stated.statements
        ],
    }


def _use_data(use: FigureUse) -> Value:
    return {
        "state": use.state.value,
        "owner": use.owner,
        "text": str(use.text),
        "indicator": use.indicator,
        "period": use.figure.when if use.figure else "",
        "reason": use.reason,
        "agrees": use.agrees,
        "place": place_data(use.place),
    }


def figures_csv(listed: FigureList) -> str:
    """Render a table for spreadsheets: a row for each statement, relation and printed figure."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, restval="")
    writer.writeheader()
    for row in (*_figure_rows(listed), *_relation_rows(listed), *_use_rows(listed)):
        writer.writerow({column: _safe(text) for column, text in row.items()})
    # without the mark Excel takes UTF-8 for the code page of the system
    return BYTE_ORDER_MARK + stream.getvalue()


def _figure_rows(listed: FigureList) -> Iterator[dict[str, str]]:
    for stated in listed.figures:
        key = stated.figure.key
        for one in stated.statements:
            yield {
                "类别": "数值",
                "名称": key.indicator,
                "时期": stated.figure.when,
                "层级": key.scope,
                "口径": key.counting,
                "所写": one.text,
                "结论": "一致" if one.agrees else "不一致",
                "出处": one.owner,
                "位置": place_words(one.place),
            }


def _relation_rows(listed: FigureList) -> Iterator[dict[str, str]]:
    for item in listed.relations:
        yield {
            "类别": "关系",
            "名称": item.subject,
            "所写": item.stated,
            "核算": item.computed,
            "相差": item.difference,
            "结论": listed.verdict(item),
            "算法或依据": item.working,
            "规则": item.rule.code,
            "位置": "；".join(place_words(place) for place in item.places),
        }


def _use_rows(listed: FigureList) -> Iterator[dict[str, str]]:
    for use in listed.uses:
        yield {
            "类别": "文中",
            "名称": use.figure.key.indicator if use.figure else use.indicator,
            "时期": use.figure.when if use.figure else "",
            "所写": str(use.text),
            "结论": _use_word(use),
            "算法或依据": use.reason,
            "出处": use.owner,
            "位置": place_words(use.place),
        }


def _safe(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula."""
    return formula_safe(printable(text))


class FigureForm(NamedTuple):
    """A form in which the figures go out, as `Reporter`."""

    name: str
    title: str
    render: Callable[[FigureList], str]
    suffix: str


FIGURE_FORMS: Final = (
    FigureForm("text", "供人阅读", figures_text, "txt"),
    FigureForm("json", "供程序读取", figures_json, "json"),
    FigureForm("csv", "表格，可用Excel打开", figures_csv, "csv"),
)
