"""A plan as open data: what the JSON of a plan holds, described for those who use it.

The classes are at once the content, its JSON Schema and the list of fields on the site.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.blocks import Heading, Paragraph, plain
from generator.checks.alignment import alignments
from generator.documents.data_sheets import bound_word, plan_sheets
from generator.documents.parts import SAMPLE_LINE
from generator.model.content import ROLE_WORDS
from generator.resolve.anchors import figure_anchor, goal_anchor, indicator_anchor, task_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.blocks import Document
    from generator.documents.data_sheets import Sheet
    from generator.model.figures import Figure, FigureEntry, Indicator
    from generator.quantity import Period, Quantity
    from generator.resolve import ResolvedGoal, ResolvedPlan, ResolvedTask

NAME = "planpress-plan"
VERSION = 1

Number = Annotated[str, Field(pattern=r"^-?[0-9]+(/[1-9][0-9]*)?$")]
"""An exact number: 3800, or 1/3."""


class OpenRecord(BaseModel):
    """What is published; nothing can be added to it unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenPeriod(OpenRecord, title="时期"):
    """A period."""

    text: str = Field(description="时期，照原文")
    kind: str = Field(description="怎样限定时间，例如by（到某时为止）、in（在某时）、each（每）")
    start: date | None = Field(description="第一天；历法上没有的为null")
    end: date | None = Field(description="最后一天；历法上没有的为null")


class OpenQuantity(OpenRecord, title="数值"):
    """A figure with its exact bounds."""

    text: str = Field(description="数值，照原文")
    bound: str = Field(description="界限：恰为、不少于、超过、不超过、不足、介于、约等")
    low: Number | None = Field(description="最小值，整数或分数，万、亿、%已经换算；没有下限为null")
    high: Number | None = Field(description="最大值，写法同上；没有上限为null")
    low_open: bool = Field(description="是否不含最小值本身")
    high_open: bool = Field(description="是否不含最大值本身")
    approximate: bool = Field(description="是否约数（约、左右、近、余）；最小、最大值未加减幅度")
    unit: str = Field(description="计量单位；占比和没有单位的为空")
    step: Number = Field(description="印出的最后一位的大小，例如10%是1/100；分数为0")


class OpenPlace(OpenRecord, title="出处"):
    """A place that states a figure."""

    owner: str = Field(description="所在条款或任务的名称")
    anchor: str = Field(description="规划网页上的固定编号，网址为“规划网页#编号”")
    text: str = Field(description="那里的写法")
    agrees: bool = Field(description="是否与指标一致")


class OpenFigure(OpenRecord, title="指标的一个数值"):
    """A figure of an indicator."""

    anchor: str = Field(description="指标网页上的固定编号")
    period: OpenPeriod | None = Field(description="时期；没有写的为null")
    value: OpenQuantity = Field(description="数值")
    scope: str = Field(description="层级或地方")
    counting: str = Field(description="口径：新增、累计、存量等")
    source: str = Field(description="来源")
    note: str = Field(description="备注")
    places: tuple[OpenPlace, ...] = Field(description="正文和任务里写到它的各处")


class OpenIndicator(OpenRecord, title="指标"):
    """An indicator."""

    name: str = Field(description="名称")
    anchor: str = Field(description="指标网页上的固定编号")
    document: str = Field(description="所在文件的标题")
    aliases: tuple[str, ...] = Field(description="别称")
    nature: str = Field(description="属性：约束性、预期性、定量、定性")
    trend: str = Field(description="走向：上升、下降、不变、不要求")
    per: str = Field(description="数值说的是每个什么")
    base: str = Field(description="占比是占什么的比")
    parts: tuple[tuple[str, ...], ...] = Field(description="分项：每种分法一列指标名")
    subset_of: str = Field(description="是哪个指标的一部分")
    formula: str = Field(description="由其他指标算出的式子")
    figures: tuple[OpenFigure, ...] = Field(description="各时期的数值")


class OpenRole(OpenRecord, title="责任"):
    """The units in one role."""

    role: Literal[tuple(ROLE_WORDS)] = Field(  # type: ignore[valid-type]  # the keys of a constant
        description="责任：lead牵头、support配合、participate参与、guide指导、responsible负责、"
        "implement落实、jointly会同"
    )
    units: tuple[str, ...] = Field(description="单位的正式名称")
    and_others: bool = Field(description="名单以“等”结尾")


class OpenGoal(OpenRecord, title="建设目标"):
    """A goal of a task."""

    number: int = Field(description="在任务里的序号")
    anchor: str = Field(description="规划网页上的固定编号")
    text: str = Field(description="内容")
    due: tuple[OpenPeriod, ...] = Field(description="完成时限")
    roles: tuple[OpenRole, ...] = Field(description="责任单位")


class OpenTask(OpenRecord, title="任务"):
    """A row of the responsibility table."""

    number: int = Field(description="序号")
    anchor: str = Field(description="规划网页上的固定编号")
    document: str = Field(description="所在文件的标题")
    title: str = Field(description="重点任务")
    content: tuple[str, ...] = Field(description="建设内容，每段一项")
    goals: tuple[OpenGoal, ...] = Field(description="建设目标")


class OpenTable(OpenRecord, title="表格"):
    """A declared table."""

    title: str = Field(description="标题")
    anchor: str = Field(description="规划网页上的固定编号")
    columns: tuple[str, ...] = Field(description="表头，计量单位写在括号里")
    rows: tuple[tuple[str, ...], ...] = Field(description="各行各格")
    notes: tuple[str, ...] = Field(description="表注")


class OpenSection(OpenRecord, title="章节"):
    """A stretch of the text."""

    level: int = Field(description="层次，1是最上层，0是没有标题的开头")
    number: str = Field(description="序号，照印出的写")
    title: str = Field(description="标题")
    anchor: str = Field(description="规划网页上的固定编号")
    text: tuple[str, ...] = Field(description="标题下的文字，每段一项；表格另列")


class OpenPlan(OpenRecord, title="规划"):
    """A plan."""

    format: Literal["planpress-plan"] = Field(description="固定为planpress-plan")
    version: Literal[1] = Field(description="格式的版本；同一版本只增加字段，不改不删")
    id: str = Field(description="标识，网址和文件名用它")
    title: str = Field(description="标题")
    short_title: str = Field(description="简称")
    kind: str = Field(description="文种")
    stage: str = Field(description="阶段：征求意见稿、已印发、已废止等")
    sample: str = Field(description="样例的声明；不是样例为空")
    region: str = Field(description="地区")
    issuer: tuple[str, ...] = Field(description="发文机关")
    drafted_by: tuple[str, ...] = Field(description="制订单位")
    document_number: str = Field(description="发文字号")
    date_of_issue: OpenPeriod | None = Field(description="成文日期")
    period: OpenPeriod | None = Field(description="规划期")
    milestones: tuple[OpenPeriod, ...] = Field(description="节点")
    sections: tuple[OpenSection, ...] = Field(description="正文，一个标题一项")
    indicators: tuple[OpenIndicator, ...] = Field(description="指标")
    tasks: tuple[OpenTask, ...] = Field(description="任务分工")
    tables: tuple[OpenTable, ...] = Field(description="其他表格")


def open_schema() -> dict[str, Any]:
    """Give the JSON Schema of plans, every record and field described in Chinese."""
    schema = OpenPlan.model_json_schema(mode="serialization")
    for record in (schema, *schema["$defs"].values()):
        record["description"] = record["title"]
    return schema


def open_plan(resolved: ResolvedPlan, document: Document) -> OpenPlan:
    """Publish a plan as data.

    Args:
        resolved: the plan.
        document: its text as composed.
    """
    plan = resolved.plan
    documents = tuple(resolved.documents)
    return OpenPlan(
        format=NAME,
        version=VERSION,
        id=resolved.identifier,
        title=str(plan.title),
        short_title=str(plan.short_title or plan.title),
        kind=str(plan.kind),
        stage=str(plan.stage or ""),
        sample=SAMPLE_LINE if plan.sample else "",
        region=str(plan.region or ""),
        issuer=tuple(map(str, plan.issuer)),
        drafted_by=tuple(map(str, plan.drafted_by)),
        document_number=str(plan.document_number or ""),
        date_of_issue=_period(plan.date_of_issue.period) if plan.date_of_issue else None,
        period=_period(plan.period.period) if plan.period else None,
        milestones=tuple(_period(one.period) for one in plan.milestones),
        sections=tuple(_sections(document)),
        indicators=tuple(one for inner in documents for one in _indicators(inner)),
        tasks=tuple(_task(inner, task) for inner in documents for task in inner.tasks),
        tables=tuple(
            _table(sheet) for sheet in plan_sheets(resolved) if sheet.key.startswith("table-")
        ),
    )


def _period(period: Period) -> OpenPeriod:
    return OpenPeriod(text=period.text, kind=period.kind.value, start=period.start, end=period.end)


def _sections(document: Document) -> Iterator[OpenSection]:
    for part in document.parts:
        level, number, title, anchor = 0, part.label, part.title, part.anchor
        text: list[str] = []
        for block in part.blocks:
            if isinstance(block, Paragraph):
                text.append(plain(block.runs))
            elif isinstance(block, Heading):
                yield _section(level, number, title, anchor, text)
                level, number, title, anchor = block.level, block.number, block.text, block.anchor
                text = []
        yield _section(level, number, title, anchor, text)


def _section(level: int, number: str, title: str, anchor: str, text: list[str]) -> OpenSection:
    return OpenSection(level=level, number=number, title=title, anchor=anchor, text=tuple(text))


def _indicators(resolved: ResolvedPlan) -> Iterator[OpenIndicator]:
    places: dict[int, list[OpenPlace]] = {}
    for alignment in alignments(resolved):
        for bound in alignment.bound:
            if bound.number:
                place = OpenPlace(
                    owner=alignment.place.owner,
                    anchor=alignment.place.anchor,
                    text=str(bound.number.text),
                    agrees=bound.agrees,
                )
                places.setdefault(id(bound.figure.stated), []).append(place)
    for indicator in resolved.plan.indicators:
        figures = zip(indicator.figures, indicator.stated, strict=True)
        yield _indicator(
            resolved,
            indicator,
            tuple(
                _figure(entry, figure, tuple(places.get(id(figure.stated), ())))
                for entry, figure in figures
            ),
        )


def _indicator(
    resolved: ResolvedPlan, indicator: Indicator, figures: tuple[OpenFigure, ...]
) -> OpenIndicator:
    return OpenIndicator(
        name=str(indicator.name),
        anchor=indicator_anchor(indicator.name),
        document=str(resolved.plan.title),
        aliases=tuple(map(str, indicator.aliases)),
        nature=str(indicator.nature or ""),
        trend=str(indicator.trend or ""),
        per=str(indicator.per or ""),
        base=str(indicator.base or ""),
        parts=tuple(tuple(map(str, split.parts)) for split in indicator.parts),
        subset_of=str(indicator.subset_of or ""),
        formula=str(indicator.formula or ""),
        figures=figures,
    )


def _figure(entry: FigureEntry, figure: Figure, places: tuple[OpenPlace, ...]) -> OpenFigure:
    key = figure.key
    return OpenFigure(
        anchor=figure_anchor(key),
        period=_period(key.period) if key.period else None,
        value=_quantity(figure.stated.quantity, str(figure.stated.text)),
        scope=key.scope,
        counting=key.counting,
        source=str(entry.source or ""),
        note=str(entry.note or ""),
        places=places,
    )


def _quantity(quantity: Quantity, text: str) -> OpenQuantity:
    interval = quantity.interval
    return OpenQuantity(
        text=text,
        bound=bound_word(quantity),
        low=_number(interval.low),
        high=_number(interval.high),
        low_open=interval.low_open,
        high_open=interval.high_open,
        approximate=quantity.approximate,
        unit=quantity.unit.name,
        step=str(quantity.printed_step),
    )


def _number(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _task(resolved: ResolvedPlan, task: ResolvedTask) -> OpenTask:
    return OpenTask(
        number=task.number,
        anchor=task_anchor(task.task),
        document=str(resolved.plan.title),
        title=str(task.task.printed_title),
        content=tuple(str(paragraph.text) for paragraph in task.task.content.paragraphs),
        goals=tuple(_goal(task, goal) for goal in task.goals),
    )


def _goal(task: ResolvedTask, goal: ResolvedGoal) -> OpenGoal:
    return OpenGoal(
        number=goal.number,
        anchor=goal_anchor(task_anchor(task.task), goal.goal, goal.number),
        text=str(goal.goal.text),
        due=tuple(_period(due.period) for due in goal.goal.due or task.task.due),
        roles=tuple(
            OpenRole(
                role=role,
                units=tuple(str(unit.name) for unit in units),
                and_others=units.and_others,
            )
            for role, units in goal.roles.items()
        ),
    )


def _table(sheet: Sheet) -> OpenTable:
    return OpenTable(
        title=sheet.title,
        anchor=sheet.anchor,
        columns=tuple(column.label for column in sheet.columns),
        rows=tuple(tuple(str(value) for value in row) for row in sheet.rows),
        notes=sheet.notes,
    )
