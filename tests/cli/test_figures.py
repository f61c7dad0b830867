"""planpress figures: every figure, every place, every relation."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.reporters.figures import FIGURE_FORMS
from tests.workspaces import SHOWN_PLAN, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Show = Callable[[str, str], str]

# A quota table beside the plan, and words that a spreadsheet would take for a formula.
ODD = WRONG_SUM.replace("indicators:\n", "indicators:\n  =1+1:\n    figures: 60个\n") + (
    "tables:\n  - id: 里程表\n    unit: 米\n    period: 到2027年\n    data: 里程.csv\n"
)
WAIVED = WRONG_SUM + (
    "waivers:\n  - rule: A101\n    at: indicators/绿道长度\n"
    "    quote: 1000米\n    reason: 原文如此\n    approved_by: 某处\n"
)


@pytest.fixture
def shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Show:
    """Give what is printed about a plan in a form."""

    def show(plan: str, form: str) -> str:
        root = write_workspace(tmp_path, {"lvdao": plan})
        write(root / "plans/lvdao/里程.csv", "指标,数量\n绿道长度,1100\n")
        monkeypatch.chdir(root)
        assert main(["figures", "lvdao", "--format", form]) == 0
        return capsys.readouterr().out

    return show


def test_every_statement_of_a_figure_is_listed(shown: Show) -> None:
    data = json.loads(shown(ODD, "json"))
    (figure,) = [one for one in data["figures"] if one["name"] == "绿道长度"]
    assert (figure["period"], figure["value"]) == ("到2027年", "1000米")
    told = [(one["owner"], one["text"], one["agrees"]) for one in figure["statements"]]
    assert told == [
        ("指标", "1000米", True),
        ("主要目标", "1000米", True),
        ("表“里程表”", "1100", False),
    ]
    cell = figure["statements"][2]["place"]
    assert cell == {"file": "plans/lvdao/里程.csv", "sheet": "", "row": 2, "column": 2}


def test_relations_come_with_gap_and_working(shown: Show) -> None:
    data = json.loads(shown(WRONG_SUM, "json"))
    relation = data["reconciliations"][0]
    assert (relation["stated"], relation["computed"], relation["difference"]) == (
        "1000米",
        "900米",
        "100米",
    )
    assert (relation["verdict"], relation["waived"]) == ("fails", False)
    assert len(relation["places"]) == 3


def test_a_waived_contradiction_says_so(shown: Show) -> None:
    assert "  矛盾（已豁免）  A101  1000米  900米" in shown(WAIVED, "text")


def test_a_spreadsheet_takes_nothing_for_a_formula(shown: Show) -> None:
    text = shown(ODD, "csv")
    assert text.startswith("\ufeff类别,名称,时期,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["所写"] for row in rows if row["名称"] == "'=1+1"] == ["60个"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@＝" and cell]
    (relation,) = [row for row in rows if row["规则"] == "A101"]
    assert (relation["相差"], relation["结论"]) == ("100米", "矛盾")
    (cell,) = [row for row in rows if row["出处"] == "表“里程表”" and row["类别"] == "数值"]
    assert (cell["位置"], cell["结论"]) == ("plans/lvdao/里程.csv B2格", "不一致")


@pytest.mark.parametrize("name", [form.name for form in FIGURE_FORMS])
def test_the_list_goes_to_a_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": SHOWN_PLAN}))
    assert main(["figures", "plans/lvdao", "--format", name]) == 0
    printed = capsys.readouterr().out
    assert main(["figures", "lvdao", "--format", name, "-o", "数字"]) == 0
    assert capsys.readouterr().out.startswith("已写入数字（")
    assert (tmp_path / "数字").read_bytes().decode() == printed


def test_a_plan_that_cannot_be_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, {"lvdao": "format: 1\ntitle: [甲\n"}))
    assert main(["figures", "plans/lvdao"]) == 1
    output = capsys.readouterr()
    assert output.out.startswith("plans/lvdao/plan.yaml:")
    assert output.err == "没有列出数字。请先改正上面的错误\n"


def test_an_unknown_form_or_plan_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_workspace(tmp_path))
    assert main(["figures", "lvdao", "--format", "xlsx"]) == 2
    assert "不能写“xlsx”，只能写text、json、csv" in capsys.readouterr().err
    assert main(["figures", "无"]) == 2
    assert "没有“无”这份规划" in capsys.readouterr().err


def test_every_figure_of_the_text_is_accounted_for(shown: Show) -> None:
    plan = ODD.replace("方便市民散步和骑行。", "每年投入37台设备。")
    listed = [line.split() for line in shown(plan, "text").splitlines()]
    assert ["未对应", "37台", "—", "plans/lvdao/plan.yaml:35:21"] in listed
    data = json.loads(shown(plan, "json"))
    states = {use["text"]: (use["state"], use["indicator"], use["agrees"]) for use in data["uses"]}
    assert states["1000米"] == ("bound", "绿道长度", True)
    assert states["600米"] == ("bound", "沿江绿道长度", False)
    rows = list(csv.DictReader(io.StringIO(shown(plan, "csv").removeprefix("\ufeff"))))
    (unknown,) = [row for row in rows if row["类别"] == "文中" and row["所写"] == "37台"]
    assert (unknown["结论"], unknown["出处"]) == ("未对应", "绿道建设工程")
