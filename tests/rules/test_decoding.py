"""Nodes to records: keys in two languages, and every mistake with its place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from generator.decode import decode, to_data
from generator.model.base import NAME_KEY, Record
from generator.model.content import Block
from generator.model.document import Plan
from generator.model.figures import Indicator, Relation
from generator.source import SourceFile, Span
from generator.text import Text
from generator.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


def subclasses(record: type[Record]) -> list[type[Record]]:
    inner = [found for below in record.__subclasses__() for found in subclasses(below)]
    return [*record.__subclasses__(), *inner]


RECORDS = sorted(
    {r for r in subclasses(Record) if r.__module__.startswith("generator.")},
    key=lambda record: record.__name__,
)
HEAD = "format: 1\nkind: 规划\ntitle: 甲规划\nstage: 草稿\n"


def records(text: str, record_type: type[Record]) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    source = SourceFile("plan.yaml", text)
    node, findings = read_yaml(source)
    assert findings == ()
    assert node is not None
    return decode(to_data(node, source), record_type)


def found(text: str, record_type: type[Record] = Plan) -> list[tuple[str, int, int]]:
    """Give code, line and column of what is wrong with a record."""
    _, findings = records(text, record_type)
    places = [(finding.rule.code, finding.primary.place) for finding in findings]
    return sorted(
        (code, place.line, place.column) for code, place in places if isinstance(place, Span)
    )


def plan(text: str) -> Plan:
    record, findings = records(HEAD + text, Plan)
    assert findings == ()
    assert isinstance(record, Plan)
    return record


def plain(value: object) -> object:
    """Give a record without its places."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {name: plain(getattr(value, name)) for name in fields}
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def test_the_two_languages_give_one_plan() -> None:
    english = plan("""\
short_title: 甲
sample: yes
publish: no
period: 2023—2027年
milestones: 到2025年、到2027年
issuer: 甲市卫生局、甲市财政局
printing:
  organ: 甲市卫生局
  date: 2023年5月18日
basis:
  - title: 乙规划
    date: 2022年
indicators:
  护士: 300名
  床位:
    figures:
      到2025年: 500张
      到2027年:
        value: 800张
        counting: 累计
    parts:
      按地区: 城区床位、乡村床位
    trend: rising
    nature: binding
relations:
  - name: 床位增加
    holds: 床位@到2027年 >= 床位@到2025年
sections:
  - title: 总则
    text: |
      一段。

      二段[300名](#护士)。
    targets: 护士
    clauses:
      - title: 范围
levels:
  - title: 初级
    aim: 会
    projects: 甲工程
projects:
  - title: 甲工程
    claims:
      - claim: 三项制度
        items: 登记、转诊、随访等
tasks:
  - of: 甲工程
    content: 内容
    support: 无
    goals:
      - text: 目标
        lead: 甲科
        due: 到2025年
attachments:
  - 附件一
units:
  甲科:
    kind: internal_section
waivers:
  - rule: C101
    at: sections
    quote: 甲
    reason: 原文如此
""")
    chinese = plan("""\
简称: 甲
样例: 是
公开: 否
规划期: 2023—2027年
节点: 到2025年、到2027年
发文机关: 甲市卫生局、甲市财政局
印发:
  印发机关: 甲市卫生局
  印发日期: 2023年5月18日
依据:
  - 标题: 乙规划
    日期: 2022年
指标:
  护士: 300名
  床位:
    数值:
      到2025年: 500张
      到2027年:
        数值: 800张
        口径: 累计
    分项:
      按地区: 城区床位、乡村床位
    走向: 上升
    属性: 约束性
关系:
  - 名称: 床位增加
    成立: 床位@到2027年 >= 床位@到2025年
章节:
  - 名称: 总则
    正文: |
      一段。

      二段[300名](#护士)。
    指标: 护士
    条款:
      - 名称: 范围
培养层级:
  - 名称: 初级
    培养目标: 会
    重点工程: 甲工程
重点工程:
  - 名称: 甲工程
    列举:
      - 列举: 三项制度
        各项: 登记、转诊、随访等
任务分工:
  - 对应: 甲工程
    建设内容: 内容
    配合: 无
    建设目标:
      - 内容: 目标
        牵头: 甲科
        时限: 到2025年
附件:
  - 名称: 附件一
单位:
  甲科:
    类别: 内设科
豁免:
  - 规则: C101
    位置: sections
    原文: 甲
    理由: 原文如此
""")
    assert plain(english) == plain(chinese)
    assert len(english.indicators) == 2


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_has_one_chinese_name_of_its_own(record: type[Record]) -> None:
    keys = record.keys()
    fields = {name for name, field in record.model_fields.items() if field.title}
    named = {n for n, f in record.model_fields.items() if f.validation_alias == NAME_KEY}
    assert set(keys) == fields - named == set(record.model_fields) - named
    assert len(set(keys.values())) == len(keys)
    assert not set(keys) & set(keys.values())


@pytest.mark.parametrize(
    ("record", "english", "chinese"),
    [(record, *pair) for record in RECORDS for pair in record.keys().items()],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_key_means_the_same_in_both_languages(
    record: type[Record], english: str, chinese: str
) -> None:
    alone = found(f"{english}: 甲\n", record)
    moved = len(chinese) - len(english)
    assert [
        (code, line, column + moved if (code, column) != ("S102", 1) else column)
        for code, line, column in alone
    ] == found(f"{chinese}: 甲\n", record)
    assert ("S108", 2, 1) in found(f"{english}: 甲\n{chinese}: 甲\n", record)
    assert not {"S101", "S108"} & {code for code, _, _ in alone}


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("indicator", "indicators"),
        ("指示", "指标"),
        ("重点工作", "重点工程"),
        ("任务", "任务分工"),
        ("mile_stones", "milestones"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest(key: str, meant: str) -> None:
    _, (finding,) = records(f"{HEAD}{key}: 甲\n", Plan)
    assert finding.rule.code == "S101"
    assert finding.message == f"不认识的键“{key}”"
    assert finding.hint == f"是不是“{meant}”？"
    assert finding.primary.place == Span("plan.yaml", 5, 1, 5, len(key) + 1)


def test_an_unknown_key_that_is_like_no_other_is_answered_with_all() -> None:
    _, (finding,) = records("name: 甲\nholds: 乙 = 丙\nxyz: 1\n", Relation)
    assert finding.hint == "这里可用的键：name（名称）、holds（成立）、note（备注）"


def test_a_key_written_wrong_is_not_also_missing() -> None:
    assert found("titel: 甲\n", Block) == [("S101", 1, 1)]
    assert found("名字: 甲\n", Block) == [("S101", 1, 1)]
    assert found("titel: 甲\n", Relation) == [("S101", 1, 1), ("S102", 1, 1), ("S102", 1, 1)]


def test_a_key_written_wrong_in_one_record_excuses_no_other() -> None:
    text = "title: 甲\nclauses:\n  - titel: 乙\n  - text: 丙\n"
    assert found(text, Block) == [("S101", 3, 5), ("S102", 4, 5)]


def test_a_period_beside_its_figures_is_sent_under_them() -> None:
    _, (finding,) = records("figures: 3名\n到2027年: 4名\n", Indicator)
    assert finding.rule.code == "S101"
    assert finding.hint == "时期写在“figures”（数值）之下，缩进两格"


@pytest.mark.parametrize("upper", ["站点: 8个", "站点:\n    figures: 8个"])
@pytest.mark.parametrize("lower", ["园区: 8个", "园区:\n  figures: 8个", "园区:\n    数值: 8个"])
def test_an_indicator_that_stands_too_far_left_is_said_to_do_so(upper: str, lower: str) -> None:
    _, (finding,) = records(f"{HEAD}indicators:\n  {upper}\n{lower}\n", Plan)
    assert finding.message == "不认识的键“园区”"
    assert finding.hint == "是不是少缩进了？“indicators”里的一项要缩进，与上面各项左端对齐"


@pytest.mark.parametrize("lower", ["园区: 甲", "园区:\n  正文: 甲", "园区:\n  - 8个"])
def test_another_unknown_key_is_not_said_to_stand_too_far_left(lower: str) -> None:
    _, findings = records(f"{HEAD}indicators:\n  站点: 8个\n{lower}\n", Plan)
    assert ["少缩进" in f.hint for f in findings] == [False]


@pytest.mark.parametrize(
    "value", ["\n      到2030年：8个", "\n      到2030年:8个", " 到2030年：8个"]
)
def test_the_colon_that_joins_a_period_to_its_figure_is_named(value: str) -> None:
    _, (finding,) = records(f"{HEAD}indicators:\n  站点:\n    figures:{value}\n", Plan)
    assert finding.rule.code == "S105"
    assert finding.hint.startswith("时期后的冒号用半角，冒号后空一格")
    assert finding.hint.endswith("写成“到2030年: 8个”")


@pytest.mark.parametrize(
    ("text", "record", "expected"),
    [
        # missing keys point at the record that lacks them
        ("stage: 草稿\n", Plan, [("S102", 1, 1)] * 3),
        (f"{HEAD}projects:\n  - text: 甲\n", Plan, [("S102", 6, 5)]),
        (f"{HEAD}tasks:\n  - of: 甲\n", Plan, [("S102", 6, 5)]),
        (f"{HEAD}indicators:\n  甲:\n    note: 乙\n", Plan, [("S102", 7, 5)]),
        # wrong shapes
        (f"{HEAD}projects: 甲\n", Plan, [("S103", 5, 11)]),
        (f"{HEAD}projects:\n  甲: 1\n", Plan, [("S103", 6, 3)]),
        (f"{HEAD}projects:\n  - 甲\n", Plan, [("S103", 6, 5)]),
        (f"{HEAD}indicators:\n  - 甲\n", Plan, [("S103", 6, 3)]),
        (f"{HEAD}indicators:\n  甲:\n    - 3名\n", Plan, [("S103", 7, 5)]),
        (f"{HEAD}issuer:\n  - 甲\n  - 注: 乙\n", Plan, [("S103", 7, 5)]),
        (f"{HEAD}issuer:\n  - ? 甲\n", Plan, [("S103", 6, 5)]),
        (f"{HEAD}preamble:\n  甲: 1\n", Plan, [("S103", 6, 3)]),
        (f"{HEAD}printing: 甲\n", Plan, [("S103", 5, 11)]),
        # what stands for keys but lacks the mark
        (f"{HEAD}printing:\n  organ：甲\n", Plan, [("Y110", 6, 8)]),
        (f"{HEAD}indicators:\n  甲:3名\n", Plan, [("Y114", 6, 4)]),
        (f"{HEAD}indicators:\n  甲:\n    figures:3名\n", Plan, [("Y114", 7, 12)]),
        (f"{HEAD}tasks:\n  - of：甲\n", Plan, [("Y110", 6, 7)]),
        # nothing where something was announced
        (f"{HEAD}preamble:\n", Plan, [("S104", 5, 10)]),
        (f"{HEAD}projects:\nsections:\n", Plan, [("S104", 5, 10), ("S104", 6, 10)]),
        (f"{HEAD}indicators:\n  甲:\n", Plan, [("S102", 6, 3)]),
        (f"{HEAD}issuer:\n  -\n", Plan, [("S104", 6, 4)]),
        (f"{HEAD}period:\n", Plan, [("S104", 5, 8)]),
        (f"{HEAD}publish:\n", Plan, [("S104", 5, 9)]),
        # values
        (f"{HEAD}period: 2027\n", Plan, [("S106", 5, 9)]),
        (f"{HEAD}milestones: 到2025年、近期、2027\n", Plan, [("S106", 5, 20), ("S106", 5, 23)]),
        (f"{HEAD}milestones:\n  - 到2025年\n  - 近期\n", Plan, [("S106", 7, 5)]),
        (f"{HEAD}indicators:\n  甲: 很多\n", Plan, [("S105", 6, 6)]),
        (f"{HEAD}indicators:\n  甲:\n    figures:\n      适时: 3名\n", Plan, [("S106", 8, 7)]),
        (f"{HEAD}publish: 也许\n", Plan, [("S107", 5, 10)]),
        ("format: 1\nkind: 计划\ntitle: 甲\nstage: 草案\n", Plan, [("S107", 2, 7), ("S107", 4, 8)]),
        # all at once, each once
        (
            f"{HEAD}xyz: 1\nperiod: 很久\nprojects:\n  - titel: 甲\n    text:\n",
            Plan,
            [("S101", 5, 1), ("S101", 8, 5), ("S104", 9, 10), ("S106", 6, 9)],
        ),
    ],
)
def test_a_mistake_is_found_where_it_stands(
    text: str, record: type[Record], expected: list[tuple[str, int, int]]
) -> None:
    assert found(text, record) == expected
    assert records(text, record)[0] is None


@pytest.mark.parametrize(
    ("written", "items", "and_others"),
    [
        ("甲、乙", ["甲", "乙"], False),
        ("甲，乙、丙", ["甲", "乙", "丙"], False),
        ("甲 、 乙", ["甲", "乙"], False),
        ("甲、", ["甲"], False),
        ("甲和乙", ["甲和乙"], False),
        ("甲、乙、等", ["甲", "乙"], True),
        ("甲、乙等", ["甲", "乙"], True),
        ("甲等", ["甲等"], False),
        ("[甲, 乙]", ["甲", "乙"], False),
        ("\n  - 甲、乙\n  - 丙", ["甲、乙", "丙"], False),
    ],
)
def test_names_are_split_as_the_format_says(
    written: str, items: list[str], *, and_others: bool
) -> None:
    source = SourceFile("plan.yaml", f"title: 子\naliases: {written}\n")
    node, _ = read_yaml(source)
    assert node is not None
    block, _ = decode(to_data(node, source), Block)
    assert block is not None
    assert [str(name) for name in block.aliases] == items
    assert block.aliases.and_others is and_others
    for name in block.aliases:
        line = source.lines[name.span.line - 1]
        assert line[name.span.column - 1 : name.span.end_column - 1] == name


def test_a_bare_value_stands_for_the_key_that_it_is_short_for() -> None:
    short = plan("indicators:\n  甲:\n    figures: 3名\n    parts: 乙、丙\n  丁: 4名\n")
    first, second = short.indicators
    assert [str(figure.stated.text) for figure in first.stated] == ["3名"]
    assert [list(map(str, split.parts)) for split in first.parts] == [["乙", "丙"]]
    assert second.stated[0].label == "丁"


def test_a_word_may_be_written_in_english_and_is_kept_in_chinese() -> None:
    assert plan("publish: no\n").kind == "规划"
    record, _ = records("format: 1\nkind: plan\ntitle: 甲\nstage: issued\n", Plan)
    assert isinstance(record, Plan)
    assert (record.kind, record.stage, record.public) == ("规划", "已印发", True)
    assert record.stage.span == Span("plan.yaml", 4, 8, 4, 11)
