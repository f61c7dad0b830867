"""For every key whose text means something: a piece of a plan in which it means nothing.

FREE lists the keys whose text is only printed or compared, each kind with its reason.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class BadMeaning(NamedTuple):
    """A piece of a plan in which a key is wrong.

    Attributes:
        key: record and key, as in Task.of.
        code: what is found.
        words: what stands at its place.
        piece: the piece; units.yaml if it says units: at its top with format.
    """

    key: str
    code: str
    words: str
    piece: str


_INDICATOR: Final = "indicators:\n  护士:\n    figures: 30名\n    {}\n"
_ROLE: Final = "sections:\n  - title: 甲\n    text: 乙。\n    {}: 不存在的局\n"
_ROW: Final = """\
projects:
  - title: 甲工程
sections:
  - title: 甲
    show: projects、tasks
tasks:
  - of: 甲工程
    content: 建设。
    {row}: 不存在的局
    goals:
      - text: 完成
        {goal}: 市卫生局
"""
_TABLE: Final = """\
tables:
  - title: 甲表
    columns: [地区, 类别, 数量]
    {}
    rows: |
      | 合计 | - | 3名 |
      | 甲县 | 新 | 3名 |
sections:
  - title: 甲
    show: 甲表
"""
_COLUMN: Final = """\
tables:
  - title: 甲表
    columns:
      - 地区
      - name: 数量
        {}
    rows: |
      | 甲县 | 3 |
sections:
  - title: 甲
    show: 甲表
"""
_CLAIM: Final = "claims:\n  - claim: 三项任务\n    {}\n"
_WAIVER: Final = """\
preamble: 坚持甲、乙、丙四个方面。
waivers:
  - rule: {rule}
    at: {at}
    quote: {quote}
    reason: 原文如此
"""
_SHOWN: Final = """\
{0}:
  - title: 甲
    {1}
sections:
  - title: 丙
    show: {0}
"""
_GOAL: Final = """\
sections:
  - title: 甲
    goals:
      - text: 完成
        {}: 不存在的局
"""
_UNIT: Final = "units:\n  某局:\n    {}\n"
ROLES: Final = ("lead", "support", "participate", "guide", "responsible", "implement", "jointly")

BAD: Final = (
    BadMeaning(
        "Plan.secrecy_level", "D108", "机密1年", "copy_number: 000001\nsecrecy_level: 机密1年\n"
    ),
    BadMeaning("Plan.copy_number", "D108", "12", "copy_number: 12\n"),
    BadMeaning("Plan.urgency", "D109", "急", "urgency: 急\n"),
    BadMeaning("Plan.annotation", "D111", "（公开）", "annotation: （公开）\n"),
    BadMeaning("Plan.addressees", "D112", "各县区：", "addressees: 各县区：\n"),
    BadMeaning("Plan.cc", "D112", "各县区。", "cc: 各县区。\n"),
    BadMeaning("Plan.implements", "R120", "没有的规划", "implements: 没有的规划\n"),
    BadMeaning("Indicator.norm", "R120", "没有#护士", _INDICATOR.format("norm: 没有#护士")),
    BadMeaning("Indicator.formula", "A110", "护士 × ）", _INDICATOR.format("formula: 护士 × ）")),
    BadMeaning("Plan.format", "S107", "2", "format: 2\n"),
    BadMeaning("Plan.id", "S103", "a/b", "id: a/b\n"),
    BadMeaning("Plan.issuer", "R111", "各县区卫生部门", "issuer: 各县区卫生部门\n"),
    BadMeaning("Plan.document_number", "D104", "甲发[2023]4号", "document_number: 甲发[2023]4号\n"),
    BadMeaning("Plan.units_of_measure", "S115", "以上", "units_of_measure: 以上\n"),
    BadMeaning(
        "Reference.document_number",
        "D104",
        "甲发[2023]4号",
        "basis:\n  - title: 乙\n    document_number: 甲发[2023]4号\n",
    ),
    BadMeaning(
        "Publication.page_title",
        "D103",
        "别的标题",
        "publication:\n  page_title: 别的标题\n",
    ),
    BadMeaning(
        "Term.same_as",
        "W103",
        "医院",
        "preamble: 建设医院。\nterms:\n  - use: 医疗机构\n    same_as: 医院\n",
    ),
    BadMeaning(
        "Term.not_same_as",
        "W104",
        "10学时的学分",
        "preamble: 完成10学时的学分。\nterms:\n  - use: 学时\n    not_same_as: 学分\n",
    ),
    BadMeaning(
        "Indicator.subset_of", "R103", "没有的指标", _INDICATOR.format("subset_of: 没有的指标")
    ),
    BadMeaning(
        "Indicator.aliases",
        "R101",
        "医生",
        "indicators:\n  医生: 3名\n  护士:\n    figures: 30名\n    aliases: 医生\n",
    ),
    BadMeaning("Indicator.unit", "A103", "30名", _INDICATOR.format("unit: 公里")),
    BadMeaning("Split.parts", "R103", "没有的指标", _INDICATOR.format("parts: 没有的指标、护士")),
    BadMeaning(
        "Relation.holds",
        "A102",
        "没有的指标",
        "relations:\n  - name: 甲\n    holds: 没有的指标 = 3名\n",
    ),
    BadMeaning("Table.unit", "S105", "台套", _TABLE.format("unit: 台套")),
    BadMeaning("Table.data", "S112", "没有.csv", "tables:\n  - title: 甲表\n    data: 没有.csv\n"),
    BadMeaning(
        "Table.rows",
        "S112",
        "甲县 | 3",
        "tables:\n  - columns: 地区、数量\n    rows: |\n      甲县 | 3\n",
    ),
    BadMeaning("Table.total_row", "S112", "总计", _TABLE.format("total_row: 总计")),
    BadMeaning("Table.total_column", "S112", "总数", _TABLE.format("total_column: 总数")),
    BadMeaning("Table.splits", "S112", "组别", _TABLE.format("splits: 组别")),
    BadMeaning("Table.each_group", "A104", "合计数量", _TABLE.format("each_group: 合计数量")),
    BadMeaning("Table.checks", "A105", "没有", _TABLE.format("checks: 没有 <= 数量")),
    BadMeaning("Column.unit", "S105", "台套", _COLUMN.format("unit: 台套")),
    BadMeaning("Column.formula", "A105", "没有", _COLUMN.format("formula: 没有 + 1")),
    BadMeaning(
        "Column.name",
        "S112",
        "数量",
        _COLUMN.replace("- 地区", "- 数量").format("blank: 可"),
    ),
    BadMeaning("Claim.claim", "C101", "三项任务", _CLAIM.format("items: 甲、乙")),
    BadMeaning("Claim.items", "C101", "三项任务", _CLAIM.format("items: 、")),
    BadMeaning("Claim.counts", "C101", "工程项目", _CLAIM.format("counts: 工程项目")),
    BadMeaning(
        "Claim.matches",
        "C105",
        "工程项目",
        _CLAIM.format("items: 甲、乙、丙\n    matches: 工程项目"),
    ),
    BadMeaning(
        "Claim.spells", "C101", "“32”模式", "claims:\n  - claim: “32”模式\n    spells: 三级网络\n"
    ),
    BadMeaning("Block.id", "S103", "甲/乙", "sections:\n  - title: 甲\n    id: 甲/乙\n"),
    BadMeaning("Block.title", "R101", "甲", "sections:\n  - title: 甲\n  - title: 甲\n"),
    BadMeaning(
        "Block.aliases",
        "R101",
        "乙",
        _SHOWN.format("projects", "aliases: 乙\n  - title: 乙"),
    ),
    BadMeaning(
        "Block.targets",
        "R103",
        "没有的指标",
        "sections:\n  - title: 甲\n    text: 乙。\n    targets: 没有的指标\n",
    ),
    BadMeaning("Block.show", "R104", "没有的表", "sections:\n  - title: 甲\n    show: 没有的表\n"),
    BadMeaning(
        "Level.title",
        "R101",
        "甲",
        "levels:\n  - title: 甲\n  - title: 甲\nsections:\n  - title: 丙\n    show: levels\n",
    ),
    BadMeaning("Level.id", "S103", "甲/乙", "levels:\n  - title: 甲\n    id: 甲/乙\n"),
    BadMeaning(
        "Level.projects",
        "R104",
        "没有的工程",
        _SHOWN.format("levels", "projects: 没有的工程"),
    ),
    BadMeaning("Attachment.id", "S103", "甲/乙", "attachments:\n  - title: 甲\n    id: 甲/乙\n"),
    BadMeaning(
        "Attachment.title",
        "R101",
        "甲",
        "attachments:\n  - title: 甲\n    text: 乙。\n  - title: 甲\n    text: 乙。\n",
    ),
    BadMeaning(
        "Attachment.targets",
        "R103",
        "没有的指标",
        "attachments:\n  - title: 甲\n    text: 乙。\n    targets: 没有的指标\n",
    ),
    BadMeaning(
        "Attachment.show", "R104", "没有的表", "attachments:\n  - title: 甲\n    show: 没有的表\n"
    ),
    BadMeaning(
        "Attachment.file",
        "S109",
        "甲.pdf",
        "attachments:\n  - title: 甲\n    text: 乙。\n    file: 甲.pdf\n",
    ),
    BadMeaning(
        "Task.of",
        "R104",
        "没有的工程",
        _ROW.replace("of: 甲工程", "of: 没有的工程")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    BadMeaning(
        "Task.title",
        "C106",
        "乙工程",
        _ROW.replace("of: 甲工程", "of: 甲工程\n    title: 乙工程")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    BadMeaning(
        "Task.id",
        "S103",
        "甲/乙",
        _ROW.replace("of: 甲工程", "of: 甲工程\n    id: 甲/乙")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    BadMeaning(
        "Task.targets",
        "R103",
        "没有的指标",
        _ROW.replace("of: 甲工程", "of: 甲工程\n    targets: 没有的指标")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    BadMeaning(
        "Goal.id",
        "S103",
        "甲/乙",
        _ROW.replace("- text: 完成", "- text: 完成\n        id: 甲/乙")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    BadMeaning(
        "Goal.targets",
        "R103",
        "没有的指标",
        _ROW.replace("- text: 完成", "- text: 完成\n        targets: 没有的指标")
        .replace("不存在的局", "市教育局")
        .format(row="support", goal="lead"),
    ),
    *(BadMeaning(f"Block.{role}", "R102", "不存在的局", _ROLE.format(role)) for role in ROLES),
    *(
        BadMeaning(f"Task.{role}", "R102", "不存在的局", _ROW.format(row=role, goal=role))
        for role in ROLES
    ),
    *(
        BadMeaning(
            f"Goal.{role}",
            "R102",
            "不存在的局",
            _GOAL.format(role),
        )
        for role in ROLES
    ),
    *(
        BadMeaning(f"Defaults.{role}", "R102", "不存在的局", f"defaults:\n  {role}: 不存在的局\n")
        for role in ROLES
    ),
    BadMeaning(
        "Waiver.rule",
        "R109",
        "rule: C999",
        _WAIVER.format(rule="C999", at="preamble", quote="甲、乙、丙四个"),
    ),
    BadMeaning(
        "Waiver.at",
        "R109",
        "rule: C101",
        _WAIVER.format(rule="C101", at="别处", quote="甲、乙、丙四个"),
    ),
    BadMeaning(
        "Waiver.quote",
        "R109",
        "rule: C101",
        _WAIVER.format(rule="C101", at="preamble", quote="别的话"),
    ),
    BadMeaning("Unit.id", "S103", "甲/乙", _UNIT.format("id: 甲/乙")),
    BadMeaning(
        "Unit.short",
        "R101",
        "示例市某局",
        _UNIT.format("short: 示例市某局\n  示例市某局: {}").replace(": {}", ":"),
    ),
    BadMeaning("Unit.aliases", "R101", "乙局", _UNIT.format("aliases: 乙局\n  乙局:")),
    BadMeaning("Unit.former", "R101", "乙局", _UNIT.format("former: 乙局\n  乙局:")),
    BadMeaning("Unit.parent", "R102", "没有的局", _UNIT.format("parent: 没有的局")),
    BadMeaning("Unit.members", "R102", "没有的局", _UNIT.format("members: 没有的局")),
    BadMeaning("Unit.subset_of", "R102", "没有的局", _UNIT.format("subset_of: 没有的局")),
)
