"""Names, addresses and layout of a plan: what would be lost in print is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.blocks import Paragraph, plain
from generator.diagnostics import Severity
from generator.documents.body import Body
from generator.documents.official import compose_official
from generator.numbering import chinese_number
from tests.rules.workspace import analyzed, resolved, standard_head, workspace

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = "sections:\n  - title: 一\n    show: projects、tasks\n"
GOALS = "    lead: 甲科\n    goals:\n      - text: 一\n      - text: 二\n"


def codes(folder: Path, piece: str) -> list[str]:
    found = analyzed(folder, piece).report.at_least(Severity.WARNING)
    return [item.rule.code for item in found]


def clauses(*titles: str) -> str:
    return "".join(f"      - title: {title}\n        id: x\n" for title in titles)


@pytest.mark.parametrize(
    "piece",
    [
        "sections:\n  - title: 一\n    clauses:\n" + clauses("甲", "乙"),
        "sections:\n  - title: 甲、乙\n  - title: 甲乙\n",
        "sections:\n  - title: 甲\n    clauses:\n      - title: 乙\n  - title: 甲-乙\n",
        "attachments:\n  - title: 名单\n    text: 甲\n  - title: 名单\n    text: 乙\n",
        (
            "sections:\n  - title: 一\n    lead: 甲科\n    goals:\n      - text: 好\n"
            "    clauses:\n      - title: 1\n"
        ),
        "sections:\n  - title: ……\n",
        SHOWN
        + "projects:\n  - title: 工程\n  - title: 工程-1\ntasks:\n"
        + "".join(f"  - of: {name}\n    support: 乙科\n{GOALS}" for name in ("工程", "工程-1")),
        SHOWN
        + "projects:\n  - title: 工程\ntasks:\n  - of: 工程\n    support: 乙科\n"
        + GOALS.replace("一", "一\n        id: 2"),
    ],
)
def test_two_places_with_one_address_are_one_error(tmp_path: Path, piece: str) -> None:
    assert codes(tmp_path, piece) == ["R101"]


def test_attachments_of_one_title_may_have_ids(tmp_path: Path) -> None:
    piece = "attachments:\n" + "".join(
        f"  - title: 名单\n    id: {name}\n    text: 甲\n" for name in "ab"
    )
    assert codes(tmp_path, piece) == []


def test_units_of_one_address_are_an_error(tmp_path: Path) -> None:
    piece = "units:\n  丙局:\n    kind: 机关\n  丙、局:\n    kind: 机关\n"
    assert codes(tmp_path, piece) == ["R101"]


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        ("units:\n  丙局: 机关\n", "S103"),
        ("units:\n  丙局:\n    name: 丙局\n", "S101"),
        ("indicators:\n  甲:\n    name: 甲\n    figures: 1名\n", "S101"),
        (
            "indicators:\n  甲:\n    figures:\n      2025年:\n        period: 乙\n",
            "S101",
        ),
        ('"@name": 甲\n', "S101"),
        ('"@value": 甲\n', "S101"),
        ("tolerance: 5名\n", "S105"),
        ("tolerance: 100%\n", "S105"),
        ("tolerance: 至少5%\n", "S105"),
        ("format: 2\n", "S107"),
        ("tasks:\n  - of: 甲\n    goals: []\n", "S104"),
        ("attachments:\n  - title: 甲\n    text: 乙\n    file: 丙\n", "S109"),
    ],
)
def test_what_cannot_be_decoded_is_always_found(tmp_path: Path, piece: str, code: str) -> None:
    assert code in codes(tmp_path, piece)


def test_a_long_text_is_quoted_in_short(tmp_path: Path) -> None:
    piece = "sections:\n  - title: 一\n    lead: " + "长" * 500 + "\n"
    (found,) = analyzed(tmp_path, piece).report.at_least(Severity.ERROR)
    assert len(found.message) < 60


def test_a_split_off_file_never_replaces_a_key(tmp_path: Path) -> None:
    plan = standard_head("plan.yaml", "") + "指标:\n  甲: 1名\n"
    files = {"plan.yaml": plan, "indicators.yaml": "甲: 2名\n", "tasks.yml": "甲\n"}
    analysis = workspace(
        tmp_path, {f"plans/sample/{name}": text.encode() for name, text in files.items()}
    )
    found = analysis.report.at_least(Severity.ERROR)
    assert [item.rule.code for item in found] == ["Y102", "S111"]
    assert [label.place.source for label in found[0].related] == ["plans/sample/plan.yaml"]


@pytest.mark.parametrize(
    ("line", "public"),
    [("stage: 草稿", False), ("publish: 否", False), ("stage: 已印发", True), ("cc: 甲科", True)],
)
def test_an_inner_document_may_keep_the_plan_back(
    tmp_path: Path, line: str, *, public: bool
) -> None:
    piece = (
        "stage: 已印发\nattachments:\n  - title: 甲\n    document:\n      kind: 规划\n"
        f"      title: 乙\n      {line}\n"
    )
    assert resolved(tmp_path, piece).plan.public is public


def test_default_roles_reach_goals_but_not_the_table(tmp_path: Path) -> None:
    piece = "defaults:\n  guide: 甲科\n  support: 乙科\nprojects:\n  - title: 甲\ntasks:\n"
    piece += "  - of: 甲\n    lead: 市卫生局\n    support: 无\n    goals:\n      - text: 一\n"
    (goal,) = resolved(tmp_path, piece).tasks[0].goals
    assert list(goal.roles) == ["lead", "guide"]
    assert list(goal.printed) == ["lead"]
    assert "R102" in codes(tmp_path / "x", "defaults:\n  lead: 无名局\n")


def test_work_without_an_end_is_not_printed_as_done(tmp_path: Path) -> None:
    piece = "sections:\n  - title: 一\n    text: 抓好供水。\n    lead: 甲科\n    due: 长期坚持\n"
    blocks = Body(resolved(tmp_path, piece)).blocks()
    texts = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert texts == ["抓好供水。（甲科牵头，长期坚持）"]


@pytest.mark.parametrize(
    ("due", "printed"),
    [
        ("到2025年", "2025年底前"),
        ("至2025年6月", "2025年6月底前"),
        ("到2025年6月30日", "2025年6月30日前"),
        ("到2025年底", "2025年底前"),
        ("到2025年前", "到2025年前"),
        ("2025年底前", "2025年底前"),
        ("2025年6月", "2025年6月"),
        ("三年内", "三年内"),
    ],
)
def test_duties_are_printed_with_others_and_deadlines(
    due: str, printed: str, tmp_path: Path
) -> None:
    piece = (
        f"sections:\n  - title: 一\n    text: 抓好供水。\n    lead: 甲科、乙科等\n    due: {due}\n"
    )
    blocks = Body(resolved(tmp_path, piece)).blocks()
    texts = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert texts == [f"抓好供水。（甲科、乙科等牵头，{printed}完成）"]


@pytest.mark.parametrize(("kind", "names"), [("请示", ("张三",)), ("通知", ())])
def test_documents_to_a_superior_name_who_signed(
    tmp_path: Path, kind: str, names: tuple[str, ...]
) -> None:
    masthead = compose_official(resolved(tmp_path, f"kind: {kind}\nsignatory: 张三\n")).masthead
    assert masthead is not None
    assert masthead.signatories == names


def test_numbers_in_characters_go_on_past_a_hundred() -> None:
    numbers = {
        10: "十",
        21: "二十一",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        999: "九百九十九",
    }
    assert {number: chinese_number(number) for number in numbers} == numbers
    assert chinese_number(999) == "九百九十九"
    assert chinese_number(215) == "二百一十五"
    # a unit may have a task in so many plans
    assert chinese_number(1000) == "一千"
    assert chinese_number(1012) == "一千零一十二"


@pytest.mark.parametrize(
    ("issuer", "banner"),
    [
        ("示例市水务局", ("示例市水务局文件",)),
        ("示例市水务局、示例市财政局", ("示例市水务局", "示例市财政局文件")),
    ],
)
def test_every_organ_of_a_joint_issue_stands_in_the_banner(
    tmp_path: Path, issuer: str, banner: tuple[str, ...]
) -> None:
    document = compose_official(resolved(tmp_path, f"kind: 通知\nissuer: {issuer}\n"))
    assert document.masthead is not None
    assert document.masthead.banner == banner
    signature = document.parts[0].signature
    assert signature is not None
    assert signature.organs == tuple(issuer.split("、"))
