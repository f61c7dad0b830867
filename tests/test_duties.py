"""Who does what by when: every key of the responsibility part takes effect, everywhere alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Paragraph, plain
from generator.documents.body import Body
from generator.documents.tables import responsibility_table
from generator.model.content import ROLES, Defaults, Goal
from generator.model.document import Responsibility, Waiver
from generator.site.directory import UnitDirectory
from tests.rules.workspace import analyzed, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from generator.resolve import ResolvedPlan

FIRST = "responsibility:\n  first_is_lead: yes\n"
TABLE = "sections:\n  - title: 分工\n    show: projects、tasks\nprojects:\n  - title: 甲工程\n"


def row(goals: str, shared: str = "") -> str:
    return f"{TABLE}tasks:\n  - of: 甲工程\n{shared}    goals:\n{goals}"


def goal(roles: str, text: str = "完成") -> str:
    lines = "".join(f"        {line}\n" for line in roles.splitlines())
    return f"      - text: {text}\n{lines}"


def named(plan: ResolvedPlan, number: int = 0) -> dict[str, list[str]]:
    roles = plan.tasks[0].goals[number].roles
    return {role: [str(unit.label) for unit in units] for role, units in roles.items()}


@pytest.mark.parametrize(
    ("head", "shared", "own", "expected"),
    [
        (
            FIRST,
            "",
            "responsible: 甲科、乙科",
            {"lead": ["甲科"], "responsible": ["乙科"]},
        ),
        ("", "", "responsible: 甲科、乙科", {"responsible": ["甲科", "乙科"]}),
        (FIRST, "", "responsible: 甲科", {"lead": ["甲科"]}),
        (
            FIRST,
            "",
            "lead: 市卫生局\nresponsible: 甲科、乙科",
            {"lead": ["市卫生局"], "responsible": ["甲科", "乙科"]},
        ),
        (
            FIRST,
            "    lead: 市卫生局\n",
            "responsible: 甲科、乙科",
            {"lead": ["市卫生局"], "responsible": ["甲科", "乙科"]},
        ),
        (
            FIRST,
            "    responsible: 甲科、乙科\n",
            "support: 市财政局",
            {"lead": ["甲科"], "support": ["市财政局"], "responsible": ["乙科"]},
        ),
        (
            FIRST,
            "    responsible: 甲科、乙科\n",
            "lead: 市卫生局",
            {"lead": ["市卫生局"], "responsible": ["甲科", "乙科"]},
        ),
        (
            FIRST + "defaults:\n  responsible: 甲科、乙科\n",
            "",
            "support: 市财政局",
            {"lead": ["甲科"], "support": ["市财政局"], "responsible": ["乙科"]},
        ),
        (
            FIRST + "defaults:\n  lead: 市卫生局\n",
            "",
            "responsible: 甲科、乙科",
            {"lead": ["甲科"], "responsible": ["乙科"]},
        ),
        (
            FIRST + "defaults:\n  responsible: 甲科、乙科\n",
            "",
            "lead: 市卫生局",
            {"lead": ["市卫生局"], "responsible": ["甲科", "乙科"]},
        ),
    ],
)
def test_the_first_who_is_responsible_leads_unless_someone_is_said_to(
    tmp_path: Path, head: str, shared: str, own: str, expected: dict[str, list[str]]
) -> None:
    assert named(resolved(tmp_path, head + row(goal(own), shared))) == expected


def cells(plan: ResolvedPlan) -> dict[str, list[str]]:
    """Give the texts of each column, from the top."""
    table = responsibility_table(plan)
    found: dict[str, list[str]] = {column.heading: [] for column in table.columns}
    for group in table.groups:
        for line in group.rows:
            for cell in line.cells:
                text = "".join(plain(paragraph) for paragraph in cell.paragraphs)
                found[table.columns[cell.column].heading].append(text)
    return found


def test_a_lead_by_order_has_the_column_of_the_leads(tmp_path: Path) -> None:
    shared = "    responsible: 甲科、乙科等\n"
    goals = goal("support: 无", "一") + goal("lead: 市卫生局", "二")
    table = cells(resolved(tmp_path, FIRST + row(goals, shared)))
    assert table["牵头部门"] == ["甲科", "市卫生局"]
    assert table["责任单位"] == ["乙科等", "甲科、乙科等"]


def test_what_a_row_shares_is_one_cell_for_the_lead_by_order_too(tmp_path: Path) -> None:
    plan = resolved(
        tmp_path, FIRST + row(goal("", "一") + goal("", "二"), "    responsible: 甲科、乙科\n")
    )
    assert cells(plan)["牵头部门"] == ["甲科"]
    assert cells(plan)["责任单位"] == ["乙科"]


SENTENCES = """\
sections:
  - title: 供水
    text: 抓好供水。
    responsible: 市水务局、市财政局
    goals:
      - text: 更换管网。
        responsible: 甲科、乙科
      - text: 检测水质。
        lead: 甲科
        responsible: 乙科
"""


def printed(plan: ResolvedPlan) -> list[str]:
    blocks = Body(plan).blocks()
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_sentences_print_the_lead_by_order(tmp_path: Path) -> None:
    assert printed(resolved(tmp_path, FIRST + SENTENCES)) == [
        "抓好供水。（市水务局牵头，市财政局负责）",
        "更换管网。（甲科牵头，乙科负责）",
        "检测水质。（甲科牵头，乙科负责）",
    ]


def test_unit_pages_know_the_lead_by_order(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, f"publish: yes\n{FIRST}{SENTENCES}")
    directory = UnitDirectory(analysis.corpus, analysis.corpus.public)
    leads = {str(e.unit.label): len(e.in_role("lead")) for e in directory.entries}
    assert leads == {"市水务局": 1, "市财政局": 0, "甲科": 2, "乙科": 0}


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("", {"lead": ["市卫生局"], "support": ["乙科"]}),
        ("        lead: 甲科\n", {"lead": ["甲科"], "support": ["乙科"]}),
        ("        support: 无\n", {"lead": ["市卫生局"]}),
    ],
)
def test_defaults_reach_the_goals_of_the_text_and_are_not_printed(
    tmp_path: Path, inner: str, expected: dict[str, list[str]]
) -> None:
    piece = "publish: yes\ndefaults:\n  lead: 市卫生局\n  support: 乙科\nsections:\n"
    piece += f"  - title: 供水\n    goals:\n      - text: 检测水质。\n{inner}"
    analysis = analyzed(tmp_path, piece)
    directory = UnitDirectory(analysis.corpus, analysis.corpus.public)
    duties = {id(duty): duty for entry in directory.entries for duty in entry.duties}
    (duty,) = duties.values()
    assert {role: [str(u.label) for u in units] for role, units in duty.roles.items()} == expected
    own = "（甲科牵头）" if "甲科" in inner else ""
    assert printed(analysis.corpus.plans[0]) == [f"检测水质。{own}"]


NESTED = """\
defaults:
  lead: 市卫生局
  support: 乙科
  due: 到2027年
  note: 未注明的，由市卫生局牵头。
sections:
  - title: 供水
    defaults:
      responsible: 甲科
      support: 无
      due: 到2025年
      note: 供水各项，未注明的由甲科负责。
    goals:
      - text: 检测水质。
      - text: 更换管网。
        responsible: 市财政局
    clauses:
      - title: 水库
        defaults:
          lead: 市水务局
        goals:
          - text: 加固堤坝。
  - title: 其他
    goals:
      - text: 抓好宣传。
"""


def roles_of_goals(plan: ResolvedPlan) -> dict[str, dict[str, list[str]]]:
    return {
        anchor: {
            role: [str(unit.label) for unit in units]
            for role, units in {**filled, **plan.duties[anchor]}.items()
        }
        for anchor, filled in plan.defaulted.items()
    }


def test_the_defaults_of_a_block_win_over_those_around_it_role_by_role(tmp_path: Path) -> None:
    plan = resolved(tmp_path, NESTED)
    assert roles_of_goals(plan) == {
        "section-供水-1": {"lead": ["市卫生局"], "responsible": ["甲科"]},
        "section-供水-2": {"lead": ["市卫生局"], "responsible": ["市财政局"]},
        "section-供水-水库-1": {"lead": ["市水务局"], "responsible": ["甲科"]},
        "section-其他-1": {"lead": ["市卫生局"], "support": ["乙科"]},
    }
    dues = {str(step.where): [str(d.text) for d in step.deadlines] for step in plan.steps}
    assert dues["“水库”的目标1"] == ["到2025年"]
    assert dues["“其他”的目标1"] == ["到2027年"]


def test_the_notes_of_defaults_are_printed_where_they_stand(tmp_path: Path) -> None:
    assert printed(resolved(tmp_path, NESTED)) == [
        "检测水质。",
        "更换管网。（市财政局负责）",
        "供水各项，未注明的由甲科负责。",
        "加固堤坝。",
        "抓好宣传。",
        "未注明的，由市卫生局牵头。",
    ]


def test_the_note_of_a_plan_with_a_table_stands_below_the_table(tmp_path: Path) -> None:
    piece = "defaults:\n  lead: 甲科\n  note: 未注明的，由甲科牵头。\n" + row(goal(""))
    plan = resolved(tmp_path, piece)
    assert responsibility_table(plan).notes == ("未注明的，由甲科牵头。",)
    assert "未注明的，由甲科牵头。" not in printed(plan)


def test_rules_know_the_defaults_of_blocks(tmp_path: Path) -> None:
    def codes(root: str, piece: str) -> list[tuple[str, int]]:
        found = analyzed(tmp_path / root, piece).report.diagnostics
        return [(item.rule.code, item.primary.place.line) for item in found]  # type: ignore[union-attr]  # all in YAML

    block = "sections:\n  - title: 供水\n{}    goals:\n      - text: 检测水质。\n"
    default = "    defaults:\n      {}\n"
    assert "R107" in {code for code, _ in codes("a", block.format(""))}
    assert "R107" not in {
        code for code, _ in codes("b", block.format(default.format("lead: 甲科")))
    }
    twice = codes("c", block.format(default.format("lead: 甲科、甲科")))
    assert [code for code, _ in twice].count("R112") == 1
    wrong = codes("d", block.format(default.format("lead: 无名局")))
    assert [code for code, _ in wrong].count("R102") == 1
    late = "period: 2023—2027年\n" + block.format(default.format("due: 到2031年"))
    assert [code for code, _ in codes("e", late)].count("T102") == 1


def test_a_support_that_is_none_takes_the_default_away(tmp_path: Path) -> None:
    plan = resolved(tmp_path, "defaults:\n  support: 乙科\n" + row(goal("lead: 甲科\nsupport: 无")))
    assert named(plan) == {"lead": ["甲科"]}


# what a plan says with each key of the responsibility part, and without it
EFFECTS = {
    **{role: (row(goal(f"lead: 甲科\n{role}: 乙科")), row(goal("lead: 甲科"))) for role in ROLES},
    "lead": (row(goal("lead: 甲科")), row(goal("support: 甲科"))),
    "due": (row(goal("lead: 甲科\ndue: 到2025年")), row(goal("lead: 甲科"))),
    "text": (row(goal("lead: 甲科", "一")), row(goal("lead: 甲科", "二"))),
    "id": (
        row(goal("lead: 甲科\nid: 一") + goal("lead: 甲科\nafter: 一", "二")),
        row(goal("lead: 甲科") + goal("lead: 甲科\nafter: 一", "二")),
    ),
    "targets": (
        "indicators:\n  床位: 3张\n" + row(goal("lead: 甲科\ntargets: 床位", "设床位4张")),
        "indicators:\n  床位: 3张\n" + row(goal("lead: 甲科", "设床位4张")),
    ),
    "after": (row(goal("lead: 甲科\nafter: 完成")), row(goal("lead: 甲科"))),
    "style": ("responsibility:\n  style: 表\n" + SENTENCES, SENTENCES),
    "first_is_lead": (FIRST + SENTENCES, SENTENCES),
}
DEFAULTS = {
    "note": (
        "defaults:\n  lead: 甲科\n  note: 未注明的，由甲科牵头。\n" + row(goal("")),
        "defaults:\n  lead: 甲科\n" + row(goal("")),
    ),
    **{role: (f"defaults:\n  {role}: 乙科\n" + row(goal("")), row(goal(""))) for role in ROLES},
    "due": (
        "defaults:\n  due: 到2026年\n"
        + row(goal("due: 到2025年\nafter: 二", "一") + goal("", "二"), "    lead: 甲科\n"),
        row(goal("due: 到2025年\nafter: 二", "一") + goal("", "二"), "    lead: 甲科\n"),
    ),
}
WAIVED = "preamble: 抓好甲、乙、丙四个方面。\nwaivers:\n  - rule: C101\n    at: preamble\n"
WAIVED += "    quote: 抓好甲、乙、丙四个\n    reason: 原文如此\n"
WAIVERS = {
    "until": (
        f"date_of_issue: 2023年7月3日\n{WAIVED}    until: 到2023年6月\n",
        f"date_of_issue: 2023年7月3日\n{WAIVED}",
    ),
    "approved_by": (f"{WAIVED}    approved_by: 甲科\n", WAIVED),
    "rule": (WAIVED, WAIVED.replace("C101", "C102")),
    "at": (WAIVED, WAIVED.replace("at: preamble", "at: sections")),
    "quote": (WAIVED, WAIVED.replace("quote: 抓好", "quote: ")),
    "reason": (WAIVED, WAIVED.replace("原文如此", "另有依据")),
}


@pytest.mark.parametrize(
    ("record", "effects"),
    [
        (Goal, EFFECTS),
        (Responsibility, EFFECTS),
        (Defaults, DEFAULTS),
        (Waiver, WAIVERS),
    ],
)
def test_no_key_is_left_out_below(record: type, effects: dict[str, tuple[str, str]]) -> None:
    assert set(record.keys()) <= set(effects)  # type: ignore[attr-defined]  # all are records


def outcome(root: Path, piece: str) -> object:
    """Give all that a plan leads to: findings, what is waived, print, tables, unit pages."""
    root.mkdir()
    analysis = analyzed(root, f"publish: yes\n{piece}")
    (plan,) = analysis.corpus.plans
    directory = UnitDirectory(analysis.corpus, analysis.corpus.public)
    duties = [
        (str(entry.unit.name), role, duty.text, duty.due)
        for entry in directory.entries
        for duty in entry.duties
        for role in duty.roles
    ]
    report = analysis.report
    found = [(item.rule.code, item.message) for item in report.diagnostics]
    waived = [(w.diagnostic.message, w.reason, w.approved_by, w.until) for w in report.waived]
    notes = responsibility_table(plan).notes
    return found, waived, printed(plan), cells(plan) if plan.tasks else {}, notes, duties


@pytest.mark.parametrize(
    ("with_key", "without"),
    [*EFFECTS.values(), *DEFAULTS.values(), *WAIVERS.values()],
    ids=[
        f"{name}-{key}"
        for name, effects in (("goal", EFFECTS), ("defaults", DEFAULTS), ("waiver", WAIVERS))
        for key in effects
    ],
)
def test_every_key_of_the_responsibility_part_makes_a_difference(
    tmp_path: Path, with_key: str, without: str
) -> None:
    assert outcome(tmp_path / "a", with_key) != outcome(tmp_path / "b", without)
