"""The report as workflow commands."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Label, Report
from generator.reporters import render_github
from generator.source import Span
from tests.reporters.samples import OUTCOME, SCRIPT


def test_every_finding_is_one_command_with_its_signs_escaped() -> None:
    assert render_github(OUTCOME).split("\n") == [
        (
            "::error file=plans/a/plan.yaml,line=3,col=9,endColumn=15,title=A101 合计与分项之和不符"
            "::合计10500名与分项之和10600名不符：50%25,\ufffd相差100名%0Aplans/a/plan.yaml:4:7 分项"
            "%0Aplans/a/名额.xlsx 工作表“表1”AB3格 名额%0A建议: 核对口径"
        ),
        (
            "::warning file=plans/a/名额.xlsx,title=A104 表格的合计不符"
            f"::plans/a/名额.xlsx 工作表“表1”B2格%0A合计与各格之和不符{SCRIPT}"
        ),
        (
            "::notice file=plans/乙 城.yaml,line=1,endLine=2,title=D101 公文要素缺失，印成空白"
            "::没有主送机关\ufffd"
        ),
        "::error file=plans/units.yaml,line=5,col=5,endColumn=5,title=S101 不认识的键::不认识的键",
        "检查了2份规划：2个错误，1个警告，1个提示；豁免1项；核对1个数量关系，成立0、未定0、矛盾1",
        "",
    ]


def test_a_name_with_the_signs_of_commands_stays_one_property() -> None:
    place = Label(Span("a,b:c%\n.yaml", 1, 1, 1, 2))
    odd = replace(OUTCOME.report.diagnostics[3], primary=place)
    line = render_github(replace(OUTCOME, report=Report((odd,)))).split("\n")[0]
    assert line.startswith("::error file=a%2Cb%3Ac%25%0A.yaml,line=1,")
