"""Which number of a text states which indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.alignment import align
from generator.model.content import Block
from generator.model.figures import Indicator
from generator.model.values import ProseParagraph
from generator.quantity import Verdict
from generator.resolve import Target, TextPlace
from generator.text import Piece, Text
from tests.rules.test_decoding import records
from tests.rules.workspace import analyzed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.checks.alignment import Alignment


def text(value: str) -> Text:
    return Text.at(value, "plan.yaml", (Piece(0, 1, 1),))


def target(name: str, figure: str, period: str = "") -> Target:
    """Make a target of an indicator with one figure or, as in 到2025年: 1名/到2027年: 2名, more."""
    figures = figure if ":" not in figure else "".join(f"\n  {f}" for f in figure.split("/"))
    indicator, findings = records(f'"@name": {name}\nfigures: {figures}\n', Indicator)
    assert findings == ()
    assert isinstance(indicator, Indicator)
    named = [f for f in indicator.stated if period and f.when == period]
    return Target(text(name), indicator, named[0] if named else None)


def aligned(prose: str, targets: Sequence[Target], *others: str) -> Alignment:
    paragraphs = tuple(ProseParagraph(text(line)) for line in (prose, *others))
    return align(TextPlace("甲", "a", paragraphs, tuple(targets)))


def bound(alignment: Alignment) -> list[tuple[str, str, bool]]:
    """Give each target's figure, the number found for it, and whether they agree."""
    return [
        (str(b.figure.stated.text), str(b.number.text) if b.number else "", b.agrees)
        for b in alignment.bound
    ]


def left(alignment: Alignment) -> list[str]:
    return [str(number.text) for number in alignment.unbound]


ABC = [target("甲", "100名"), target("乙", "200名"), target("丙", "300名")]


@pytest.mark.parametrize(
    ("prose", "numbers", "left_over"),
    [
        # several figures of one unit, in order
        ("甲100名，乙200名，丙300名", ["100名", "200名", "300名"], []),
        # one changed figure, wherever it stands
        ("甲110名，乙200名，丙300名", ["110名!", "200名", "300名"], []),
        ("甲100名，乙220名，丙300名", ["100名", "220名!", "300名"], []),
        ("甲100名，乙200名，丙330名", ["100名", "200名", "330名!"], []),
        ("甲110名，乙220名，丙300名", ["110名!", "220名!", "300名"], []),
        ("甲110名，乙220名，丙330名", ["110名!", "220名!", "330名!"], []),
        # one that is missing leaves the others as they are
        ("甲100名，丙300名", ["100名", "", "300名"], []),
        ("乙200名，丙300名", ["", "200名", "300名"], []),
        ("甲100名，乙200名", ["100名", "200名", ""], []),
        ("没有数", ["", "", ""], []),
        # a number more than is wanted stays over
        ("另有50名，甲100名，乙200名，丙300名", ["100名", "200名", "300名"], ["50名"]),
        ("甲100名，乙200名，丙300名，另有50名", ["100名", "200名", "300名"], ["50名"]),
        # numbers of other units do not count
        ("3所甲100名，5所乙200名，丙300名", ["100名", "200名", "300名"], ["3所", "5所"]),
        # persons are persons
        ("甲100人，乙200位，丙300名", ["100人", "200位", "300名"], []),
        ("甲一百名，乙二百名，丙三百名", ["一百名", "二百名", "三百名"], []),
        # the order of one unit's numbers is the order of the targets
        ("乙200名，甲100名，丙300名", ["", "200名", "300名"], ["100名"]),
        ("丙300名，乙200名，甲100名", ["", "", "300名"], ["200名", "100名"]),
    ],
)
def test_numbers_of_one_unit_are_bound_in_order(
    prose: str, numbers: list[str], left_over: list[str]
) -> None:
    alignment = aligned(prose, ABC)
    found = [f"{n}{'!' if n and not agrees else ''}" for _, n, agrees in bound(alignment)]
    assert (found, left(alignment)) == (numbers, left_over)


def test_targets_of_different_units_may_stand_in_any_order() -> None:
    targets = [target("学时", "40学时"), target("人", "3800名"), target("基地", "60个")]
    alignment = aligned("建基地60个，培训3800名，每人40学时", targets)
    assert bound(alignment) == [
        ("40学时", "40学时", True),
        ("3800名", "3800名", True),
        ("60个", "60个", True),
    ]


@pytest.mark.parametrize(
    ("prose", "figure", "number"),
    [
        ("每人40学分", "40学时", "40学分"),
        ("为30名项目校培养一批校长", "30所", "30名"),
        ("50至100所新教师", "50至100名", "50至100所"),
        ("超过20名教师", "超过20%", "超过20名"),
    ],
)
def test_the_same_number_of_another_unit_states_the_figure_wrongly(
    prose: str, figure: str, number: str
) -> None:
    alignment = aligned(prose, [target("甲", figure)])
    assert bound(alignment) == [(figure, number, False)]


def test_the_same_number_beside_its_name_goes_before_another_of_its_unit() -> None:
    prose = "涵盖5个领域，建好项目学校4名"
    alignment = aligned(prose, [target("项目学校", "4所")])
    assert bound(alignment) == [("4所", "4名", False)]
    assert left(alignment) == ["5个"]


def test_another_number_of_another_unit_is_left_over() -> None:
    alignment = aligned("每人30学分", [target("学时", "40学时")])
    assert bound(alignment) == [("40学时", "", False)]
    assert left(alignment) == ["30学分"]


@pytest.mark.parametrize(
    ("prose", "numbers"),
    [
        ("甲2个、乙2个", ["2个!", "2个"]),
        ("甲1个、乙1个", ["1个", "1个!"]),
    ],
)
def test_of_two_equal_numbers_the_one_in_place_agrees(prose: str, numbers: list[str]) -> None:
    alignment = aligned(prose, [target("甲", "1个"), target("乙", "2个")])
    found = [f"{n}{'' if agrees else '!'}" for _, n, agrees in bound(alignment)]
    assert found == numbers


@pytest.mark.parametrize(
    ("figure", "prose", "agrees"),
    [
        ("不少于40学时", "不少于40学时", True),
        ("不少于40学时", "至少40学时", True),
        ("不少于40学时", "40学时以上", True),
        ("不少于40学时", "40学时", False),
        ("不少于40学时", "超过40学时", False),
        ("约300辆", "300辆左右", True),
        ("约300辆", "300辆", False),
        ("3年", "36个月", True),
        ("3年", "三年时间", True),
        ("1/5", "20%", True),
        ("20%", "五分之一", True),
        ("20%", "21%", False),
        ("2—3名", "2至3名", True),
        ("至少2—3名", "至少2至3名", True),
        ("至少2—3名", "至少2—4名", False),
        ("3.2万名", "32000名", True),
    ],
)
def test_a_number_agrees_if_it_says_the_same_in_other_words(
    figure: str, prose: str, *, agrees: bool
) -> None:
    ((_, number, found),) = bound(aligned(f"共{prose}。", [target("甲", figure)]))
    assert number
    assert found is agrees


TWO = "到2025年: 500名/到2027年: 800名"


@pytest.mark.parametrize(
    ("prose", "figure", "agrees"),
    [
        ("到2025年，培养500名", "500名", True),
        ("到2027年，培养800名", "800名", True),
        ("到2025年，培养800名", "500名", False),
        ("至2027年，培养500名", "800名", False),
        # without a period, any of its figures will do
        ("培养800名", "800名", True),
        ("培养700名", "500名", False),
    ],
)
def test_the_period_named_in_the_text_picks_the_figure(
    prose: str, figure: str, *, agrees: bool
) -> None:
    ((wanted, number, found),) = bound(aligned(prose, [target("甲", TWO)]))
    assert (wanted, found) == (figure, agrees)
    assert number


def test_a_target_with_a_period_is_held_to_that_figure() -> None:
    targets = [target("甲", TWO, "到2025年"), target("甲", TWO, "到2027年")]
    assert bound(aligned("先500名，再800名", targets)) == [
        ("500名", "500名", True),
        ("800名", "800名", True),
    ]
    assert bound(aligned("先800名", [target("甲", TWO, "到2025年")])) == [
        ("500名", "800名", False),
    ]


@pytest.mark.parametrize(
    ("prose", "numbers"),
    [
        ("到2025年，骨干800名；到2027年，骨干500名", ["500≠800", "800≠500"]),
        ("到2025年，骨干500名；到2027年，骨干800名", ["500=500", "800=800"]),
        ("到2025年，建3所，骨干800名；到2027年，骨干500名", ["500≠800", "800≠500"]),
        ("骨干800名（到2025年），骨干500名（到2027年）", ["500≠800", "800≠500"]),
        ("骨干500名（到2025年），骨干800名（到2027年）", ["500=500", "800=800"]),
        # periods that are listed together head no number alone
        ("到2025年、到2027年，骨干分别达到500名、800名", ["500=500", "800=800"]),
        # another period, or none, leaves any figure
        ("到2025年，按2021年的要求，骨干800名；到2027年，骨干800名", ["800=800", "800=800"]),
    ],
)
def test_a_period_heads_the_clauses_up_to_the_next(prose: str, numbers: list[str]) -> None:
    alignment = aligned(prose, [target("骨干", TWO), target("骨干", TWO)])
    assert [
        f"{figure[:-1]}{'=' if agrees else '≠'}{number[:-1]}"
        for figure, number, agrees in bound(alignment)
    ] == numbers


def test_a_period_heads_the_numbers_of_its_own_paragraph_only() -> None:
    targets = [target("骨干", TWO), target("骨干", TWO)]
    swapped = aligned("到2025年，骨干800名。", targets, "到2027年，骨干500名。")
    assert [agrees for _, _, agrees in bound(swapped)] == [False, False]
    unheaded = aligned("到2025年，共同努力。", targets[:1], "到2027年见效。", "骨干800名。")
    assert bound(unheaded) == [("800名", "800名", True)]


def marked(*parts: str) -> ProseParagraph:
    """Make a paragraph of words and marks: 另有, [30名](#甲)."""
    record, findings = records(f"title: 章\ntext: |\n  {''.join(parts)}\n", Block)
    assert findings == ()
    assert isinstance(record, Block)
    (paragraph,) = record.text.paragraphs
    return paragraph


@pytest.mark.parametrize(
    ("prose", "numbers", "left_over"),
    [
        ("[200名](#甲)、[300名](#甲)", ["200名", "300名"], []),
        ("[200名](#甲)、300名", ["200名", "300名"], []),
        ("300名、[200名](#甲)", ["200名", "300名"], []),
        ("[3所200名](#甲)、300名", ["200名", "300名"], ["3所"]),
        ("[200名](#甲)、[300名](#甲)、[400名](#甲)", ["200名", "300名"], ["400名"]),
    ],
)
def test_a_mark_binds_one_number_to_one_target(
    prose: str, numbers: list[str], left_over: list[str]
) -> None:
    targets = (target("甲", "200名"), target("甲", "300名"))
    alignment = align(TextPlace("甲", "a", (marked(prose),), targets))
    assert [number for _, number, _ in bound(alignment)] == numbers
    assert left(alignment) == left_over


def test_a_vague_amount_is_taken_for_a_figure_that_no_number_states() -> None:
    targets = [target("甲", "100名"), target("乙", "20所")]
    assert bound(aligned("培养一批教师，建20所学校", targets)) == [
        ("100名", "一批", False),
        ("20所", "20所", True),
    ]


def test_numbers_are_looked_for_in_every_paragraph() -> None:
    alignment = aligned("甲100名。", ABC, "乙200名。", "丙300名。")
    assert [number for _, number, _ in bound(alignment)] == ["100名", "200名", "300名"]
    assert [b.number.paragraph for b in alignment.bound if b.number] == [0, 1, 2]


values = st.lists(st.integers(2, 9), min_size=1, max_size=6)


@given(values)
def test_a_text_that_states_its_targets_in_order_agrees_throughout(figures: list[int]) -> None:
    targets = [target(f"项{n}", f"{value}00名") for n, value in enumerate(figures)]
    alignment = aligned("，".join(f"有{value}00名" for value in figures), targets)
    assert all(b.agrees for b in alignment.bound)
    assert alignment.unbound == ()


@given(values, st.data())
def test_one_changed_number_is_one_disagreement_at_that_number(
    figures: list[int], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(figures) - 1))
    targets = [target(f"项{n}", f"{value}00名") for n, value in enumerate(figures)]
    written = [f"{value}00名" for value in figures]
    written[place] = "777名"
    alignment = aligned("，".join(f"有{number}" for number in written), targets)
    wrong = [b for b in alignment.bound if not b.agrees]
    assert [str(b.number.text) for b in wrong if b.number] == ["777名"]
    assert len(wrong) == 1


@given(values, values)
def test_every_number_is_used_once_or_left_over(figures: list[int], written: list[int]) -> None:
    targets = [target(f"项{n}", f"{value}00名") for n, value in enumerate(figures)]
    alignment = aligned("，".join(f"有{value}00名" for value in written), targets)
    used = [b.number for b in alignment.bound if b.number]
    starts = sorted(number.start for number in (*used, *alignment.unbound))
    assert len(starts) == len(set(starts)) == len(written)
    in_order = [number.start for number in used]
    assert in_order == sorted(in_order)


@pytest.mark.parametrize(
    ("tolerance", "written", "working"),
    [
        ("5%", "约3800名", "1处：目标（约数按±5%计）"),
        ("5%", "3800名左右", "1处：目标（约数按±5%计）"),
        ("1%", "约3800名", None),
        ("5%", "3800名", None),
        ("5%", "约3600名", None),
        ("", "约3800名", None),
    ],
)
def test_a_near_figure_is_held_to_the_declared_tolerance(
    tmp_path: Path, tolerance: str, written: str, working: str | None
) -> None:
    head = f"tolerance: {tolerance}\n" if tolerance else ""
    piece = (
        f"{head}indicators:\n  骨干教师: 3900名\n"
        f"sections:\n  - title: 目标\n    text: 培养骨干教师{written}。\n    targets: 骨干教师\n"
    )
    report = analyzed(tmp_path, piece).report
    (relation,) = [item for item in report.reconciliations if item.rule.code == "C102"]
    found = [item for item in report.diagnostics if item.rule.code == "C102"]
    if working is None:
        assert (relation.verdict, len(found)) == (Verdict.FAILS, 1)
    else:
        assert (relation.verdict, found, relation.working) == (Verdict.HOLDS, [], working)
