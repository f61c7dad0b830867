"""The figures of two versions: each change with its difference, whatever it is a change of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reporters.changes import changes_text
from tests.comparison.versions import PLAN, compared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("到2027年: 1000米", "到2027年: 1200米", ("绿道长度", "到2027年", "增加200米")),
        (
            "到2027年: 1000米",
            "到2027年: 不少于1000米",
            ("绿道长度", "到2027年", "由“恰为”改为“不少于”"),
        ),
        (
            "到2027年: 1000米",
            "到2026年: 1000米",
            ("绿道长度", "到2027年→到2026年", "时期由“到2027年”改为“到2026年”"),
        ),
        ("figures: 40%", "figures: 37.5%", ("绿化率", "", "减少2.5个百分点")),
        ("figures: 40%", "figures: 2/5", ("绿化率", "", "写法不同，数不变")),
        ("至少20个", "至少20项", ("驿站（市级）", "到2027年", "单位由“个”改为“项”")),
        ("至少20个", "至少25个", ("驿站（市级）", "到2027年", "增加5个")),
        ("scope: 市级", "scope: 县级", ("驿站（县级）", "到2027年", "层级由“市级”改为“县级”")),
        ("约30名", "30名", ("管护员", "", "由“约”改为“恰为”")),
        ("约30名", "若干名", ("管护员", "", "原为具体数值，改为没有数")),
        ("约30名", "近30名", ("管护员", "", "由“约”改为“近”")),
        ("到2025年: 600米", "到2025年: 0.6千米", ("绿道长度", "到2025年", "写法不同，数不变")),
        ("约30名", "约30人", ("管护员", "", "量词由“名”改为“人”")),
        ("至少20个", "20个左右", ("驿站（市级）", "到2027年", "由“不少于”改为“约”")),
        ("  绿化率:\n", "  绿化率:\n    base: 市区面积\n", ("绿化率", "", "“基数”改变")),
        ("    unit: 米\n", "    unit: 千米\n", ("里程（甲县）", "2024年", "增加59940米")),
        ("| 甲县 | 60 |", "| 甲县 | 65 |", ("里程（甲县）", "2024年", "增加5米")),
        ("  绿化率:\n", "  覆盖率:\n    aliases: 绿化率\n", ("覆盖率", "", "原名“绿化率”")),
        (
            "  绿道长度:\n    aliases: 步道长度\n",
            "  步道长度:\n",
            ("步道长度", "到2025年", "原名“绿道长度”"),
        ),
    ],
)
def test_a_changed_figure_says_how_it_differs(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str, str]
) -> None:
    assert old in PLAN
    change = compared(tmp_path, PLAN, PLAN.replace(old, new)).figures[0]
    assert (change.kind, change.name, change.when, change.remark) == ("修改", *expected)


def test_what_an_indicator_says_tells_on_screen_what_came_and_what_went(tmp_path: Path) -> None:
    said = PLAN.replace("  绿化率:\n", "  绿化率:\n    source: 年报\n")
    came = changes_text(compared(tmp_path / "came", PLAN, said))
    went = changes_text(compared(tmp_path / "went", said, PLAN))
    assert "修改  绿化率：无 → 年报，“来源”改变\n" in came
    assert "修改  绿化率：年报 → 无，“来源”改变\n" in went


def test_a_place_that_came_is_not_the_one_that_went(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN.replace("| 甲县 | 60 |", "| 丙县 | 80 |")).figures
    assert [(one.kind, one.name, one.old, one.new) for one in found] == [
        ("新增", "里程（丙县）", "", "80米"),
        ("删去", "里程（甲县）", "60米", ""),
    ]


def test_figures_that_came_and_went_stand_alone(tmp_path: Path) -> None:
    new = PLAN.replace("  管护员:\n    figures: 约30名\n", "  公厕:\n    figures: 12座\n")
    found = compared(tmp_path, PLAN, new).figures
    assert [(one.kind, one.name, one.old, one.new) for one in found] == [
        ("删去", "管护员", "约30名", ""),
        ("新增", "公厕", "", "12座"),
    ]


def test_a_second_period_is_new_and_changes_no_other(tmp_path: Path) -> None:
    new = PLAN.replace("      到2025年: 600米\n", "      到2025年: 600米\n      到2026年: 800米\n")
    found = compared(tmp_path, PLAN, new)
    assert [(one.kind, one.when, one.new) for one in found.figures] == [
        ("新增", "到2026年", "800米")
    ]
    assert found.unchanged_figures == 7


def test_the_same_plan_has_the_same_figures(tmp_path: Path) -> None:
    found = compared(tmp_path, PLAN, PLAN)
    assert (found.figures, found.unchanged_figures) == ((), 7)
