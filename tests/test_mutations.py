"""A sample of wrong figures, of every kind and from every plan, each found where it stands.

`python -m benchmarks.mutation` makes all of them and prints the shares.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.mutation.changes import LIST, ROLE, Change, changes_of
from benchmarks.mutation.leaves import PlanText
from benchmarks.mutation.other_figures import BOUND, UNIT, VALUE
from benchmarks.mutation.running import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LIUZHOU, HENAN = "liuzhou-2023-2027", "henan-2021-teacher-quality"
JILIN, ACTIONS = "jilin-2019-teacher-base", "three-actions"

# the words around a change stand once in the plan; before and after the arrow, what is changed
CHANGES = (
    (LIUZHOU, VALUE, "到2025年: [300名→310名]"),
    (LIUZHOU, VALUE, "到2027年: 超过[五分之一→四分之一]"),
    (LIUZHOU, VALUE, "市县两级教坛新秀[10000名→1000名]、"),
    (LIUZHOU, VALUE, "要求，打造至少[50名→51名]特级教师"),
    (LIUZHOU, VALUE, "各层级的培养目标和[十大→九大]载体工程"),
    (LIUZHOU, VALUE, "claim: [五个→六个]培养层级"),
    (LIUZHOU, VALUE, "spells: [五级→四级]培养体系"),
    (LIUZHOU, VALUE, "配备至少[2-3名→2-4名]人员编制"),
    (LIUZHOU, VALUE, "培育“[三个→四个]课堂”典型案例。"),
    (HENAN, VALUE, "省级培训师 ÷ 每室省级培训师 = [15个→16个]"),
    (HENAN, VALUE, "＋[50至100名→60至100名]新入职教师"),
    (HENAN, VALUE, "其中，小学[2所→1所]、中学"),
    (HENAN, VALUE, "《报到通知书》电子版于[开班前10天→开班前9天]"),
    (HENAN, VALUE, "claim: [附件1—6→附件1—7]"),
    (JILIN, VALUE, "培训工作以[五年→四年]为周期"),
    (JILIN, VALUE, "title: 探索和建立[三级→四级]"),
    (ACTIONS, VALUE, "claim: [三级→四级]中小学教师继续教育中心"),
    (ACTIONS, VALUE, "due: [三年内→两年内]"),
    (LIUZHOU, UNIT, "重点培养[100名→100所]义务教育"),
    (LIUZHOU, UNIT, "用3年时间，为[30所→30名]项目创建校"),
    (HENAN, UNIT, "集中培训[15天→15学时]＋主题工作坊"),
    (ACTIONS, UNIT, "教师队伍总数的[5‰→5%]，"),
    (LIUZHOU, BOUND, "总额的比例[不低于→不高于]2%"),
    (LIUZHOU, BOUND, "figures: 35周岁[以下→以上]"),
    (JILIN, BOUND, "figures: 三年[左右→]\n"),
    (ACTIONS, BOUND, "45岁以上的[不多于→不少于]机构"),
    (LIUZHOU, LIST, "projects: 师德师风教育工程[、新入职教师规范化培训工程→]"),
    (LIUZHOU, LIST, "包括过程性评价、[阶段性评价、→]培养周期综合评价、年度"),
    (HENAN, LIST, "text: 新县[、光山县→]、兰考县"),
    (JILIN, LIST, "items: 加强体系建设[→、加强宣传]、建立协同机制"),
    (LIUZHOU, ROLE, "专项学分制度\n[        lead: 培训中心\n→]"),
)


@pytest.fixture(scope="module")
def benches() -> Iterator[dict[str, Bench]]:
    with ExitStack() as stack:
        yield {
            plan: stack.enter_context(Bench(ROOT, plan, f"plans/{plan}/plan.yaml"))
            for plan in (LIUZHOU, HENAN, JILIN, ACTIONS)
        }


def change_of(text: str, kind: str, marked: str) -> Change:
    """Make the change that a marked stretch of a plan stands for."""
    match = re.fullmatch(r"(.*)\[(.*)→(.*)\](.*)", marked, flags=re.DOTALL)
    assert match
    around, old, new, behind = match.groups()
    assert text.count(f"{around}{old}{behind}") == 1
    start = text.index(f"{around}{old}{behind}") + len(around)
    # where words went, what stood around them must be pointed at
    reach = (start, start + len(new)) if new else (start - 10, start + 3)
    return Change(kind, start, start + len(old), new, "", old, new, reach, "")


@pytest.mark.parametrize(("plan", "kind", "marked"), CHANGES)
def test_a_wrong_figure_is_found_where_it_stands(
    benches: dict[str, Bench], plan: str, kind: str, marked: str
) -> None:
    bench = benches[plan]
    outcome = bench.outcome(change_of(bench.text, kind, marked))
    assert outcome.caught, f"only elsewhere: {outcome.elsewhere}"


def test_each_plan_alone_raises_nothing_unchanged(benches: dict[str, Bench]) -> None:
    assert [bench.unchanged() for bench in benches.values()] == [(), (), (), ()]


PLAN = """
title: 护理计划
indicators:
  社区护士: 3800名
  护理站: 60个
  护理床位: 90张
preamble: |
  培养社区护士3800名，建设一流护理站，接诊量增长15%。
  建立登记、转诊、随访三项制度，增设夜间、周末门诊。
sections:
  - title: 制度
    claims:
      - claim: 三项制度
        items: 登记、转诊、随访
    lead: 市卫生局、市民政局
"""


def changes(kind: str) -> dict[tuple[str, str], str]:
    """Give what was changed into what, with the reason why it could be noticed."""
    found = changes_of(PlanText("plan.yaml", PLAN))
    return {(c.shown_before, c.shown_after): c.related for c in found if c.kind == kind}


def test_values_units_and_bounds_are_changed_one_at_a_time() -> None:
    others = {after for before, after in changes(VALUE) if before == "3800名"}
    assert others == {"3801名", "3799名", "38000名", "8300名"}
    assert ("3800名", "3800所") in changes(UNIT)
    assert ("3800名", "至少3800名") in changes(BOUND)
    assert not [before for before, _ in changes(UNIT) if before == "三项"]


def test_what_stands_once_is_told_from_what_can_be_compared() -> None:
    related = changes(VALUE)
    assert related["3800名", "3801名"]
    assert related["三项", "四项"]
    assert not related["60个", "61个"]
    assert not related["15%", "16%"]


def test_lists_and_roles_lose_and_gain_one_item() -> None:
    assert changes(LIST)["、转诊", "（删去）"]
    assert ("登记", "登记、其他专题") in changes(LIST)
    assert changes(ROLE) == {("lead: 市民政局", "（删去）"): ""}
