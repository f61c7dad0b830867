"""The checker finds what is wrong in the four sources, and is silent where they are right.

Waivers are taken out first, so every finding stands. A third test keeps the first two complete:
there is no other warning.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from generator.diagnostics import Severity
from generator.pipeline.analysis import Analysis, analyze
from generator.resolve.routes import route
from generator.source import Span
from tests.discrepancy_facts import (
    DISCREPANCIES,
    HOLDING,
    LIUZHOU,
    OTHERS,
    Discrepancy,
    Found,
    Relation,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.diagnostics import Diagnostic
    from generator.resolve import ResolvedPlan

ROOT: Final = Path(__file__).parent.parent
_WAIVERS: Final = re.compile(r"^waivers:\n(?:[ -].*\n?)+", re.MULTILINE)


class Standing(NamedTuple):
    """A finding, with the plan that it is in."""

    plan: str
    found: Found
    diagnostic: Diagnostic


def without_waivers(root: Path) -> Path:
    """Copy the plans into an empty folder, their waivers taken out; no line before them moves."""
    shutil.copytree(ROOT / "plans", root / "plans")
    (root / "mkdocs.yml").write_text("site_name: 试验\n", encoding="utf-8")
    for file in root.glob("plans/*/plan.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_WAIVERS.sub("", text), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return analyze(without_waivers(tmp_path_factory.mktemp("unwaived")))


@pytest.fixture(scope="module")
def standing(analysis: Analysis) -> list[Standing]:
    return list(all_standing(analysis))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Analysis]:
    """Give a function that analyzes the plans with the first of some words changed."""

    def change(plan: str, old: str, new: str) -> Analysis:
        file = without_waivers(tmp_path) / "plans" / plan / "plan.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return analyze(tmp_path)

    return change


def all_standing(analysis: Analysis) -> Iterator[Standing]:
    """Go through the errors and warnings."""
    for diagnostic in analysis.report.at_least(Severity.WARNING):
        span = diagnostic.primary.place
        assert isinstance(span, Span)
        plan = next(plan for plan in analysis.corpus.plans if span.source in plan.roots)
        at = "/".join(route(plan.roots, span))
        found = Found(diagnostic.rule.code, at, words_at(plan, span))
        yield Standing(plan.identifier, found, diagnostic)


def words_at(plan: ResolvedPlan, span: Span) -> str:
    assert span.line == span.end_line
    return plan.roots[span.source].source.lines[span.line - 1][
        span.column - 1 : span.end_column - 1
    ]


def line_of(plan: ResolvedPlan, span: Span) -> str:
    return plan.roots[span.source].source.lines[span.line - 1]


def plan_of(analysis: Analysis, identifier: str) -> ResolvedPlan:
    return next(plan for plan in analysis.corpus.plans if plan.identifier == identifier)


def spans_of(plan: ResolvedPlan, at: str, words: str) -> list[Span]:
    """Give every place where some words stand at the end of a route or further in."""
    spans = [
        root.source.span(number, match.start() + 1, len(words))
        for root in plan.roots.values()
        for number, line in enumerate(root.source.lines, start=1)
        for match in re.finditer(re.escape(words), line)
    ]
    return [span for span in spans if leads_to(route(plan.roots, span), at)]


def leads_to(steps: tuple[str, ...], at: str) -> bool:
    return "/".join(steps) == at or "/".join(steps).startswith(f"{at}/")


def overlap(one: Span, other: object) -> bool:
    if not isinstance(other, Span) or one.source != other.source:
        return False
    starts = max((one.line, one.column), (other.line, other.column))
    ends = min((one.end_line, one.end_column), (other.end_line, other.end_column))
    return starts < ends


def listed() -> Counter[tuple[str, Found]]:
    """Count the findings that are known to be right."""
    known = [(item.plan, found) for item in DISCREPANCIES for found in item.found]
    return Counter([*known, *OTHERS])


def against(spans: list[Span], standing: list[Standing]) -> list[Diagnostic]:
    """Give the findings at some places that are none of the known ones."""
    known = listed()
    return [
        item.diagnostic
        for item in standing
        if (item.plan, item.found) not in known
        and any(
            overlap(span, label.place)
            for span in spans
            for label in (item.diagnostic.primary, *item.diagnostic.related)
        )
    ]


def test_all_that_is_wrong_is_listed() -> None:
    by_source = Counter(item.id.partition("-")[0] for item in DISCREPANCIES)
    assert by_source == {"R2": 12, "R0": 3, "R1": 6, "R3": 2}


def test_a_target_that_no_task_names_is_found_at_the_target(
    changed: Callable[[str, str, str], Analysis],
) -> None:
    after = changed(LIUZHOU, "培养对象\n        targets: 教坛新秀\n", "培养对象\n")
    there = [item.found for item in all_standing(after)]
    assert Found("R116", "indicators/教坛新秀/figures/到2025年", "10000名") in there


@pytest.mark.parametrize("discrepancy", DISCREPANCIES, ids=lambda item: item.id)
def test_what_is_wrong_in_a_source_is_found_at_its_place(
    discrepancy: Discrepancy, standing: list[Standing]
) -> None:
    there = Counter(item.found for item in standing if item.plan == discrepancy.plan)
    assert Counter(discrepancy.found) - there == Counter()


@pytest.mark.parametrize("relation", HOLDING, ids=lambda relation: relation.id)
def test_nothing_stands_where_a_source_is_right(
    relation: Relation, analysis: Analysis, standing: list[Standing]
) -> None:
    plan = plan_of(analysis, relation.plan)
    places = [spans_of(plan, *place) for place in relation.places]
    assert all(places), relation
    assert against([span for spans in places for span in spans], standing) == []


def test_there_is_no_other_warning(standing: list[Standing]) -> None:
    assert Counter((item.plan, item.found) for item in standing) == listed()


def test_the_remark_on_what_holds_is_a_note(analysis: Analysis) -> None:
    notes = [item for item in analysis.report.diagnostics if item.severity is Severity.NOTE]
    assert "骨干教研员" in next(item.message for item in notes if item.rule.code == "C103")


@pytest.mark.parametrize(
    ("id_", "old", "new"),
    [
        ("R2-01", "国情区情市情教育五个", "国情区情市情教育六个"),
        ("R2-02", "认定一批教坛新秀", "认定10000名教坛新秀"),
        ("R2-36", "至少2-3名", "2-3名"),
        ("R1-14", "网络研修60学时＋返岗", "每年网络研修60学时＋返岗"),
        ("R1-20", "publisher: 教育局办公室", "publisher: 安阳市教育局"),
        ("R3-08", "学分管理管理制度的落实", "学分管理制度的落实"),
    ],
)
def test_what_is_cured_is_no_longer_found(
    changed: Callable[[str, str, str], Analysis], id_: str, old: str, new: str
) -> None:
    discrepancy = next(item for item in DISCREPANCIES if item.id == id_)
    there = Counter(item.found for item in all_standing(changed(discrepancy.plan, old, new)))
    assert Counter(discrepancy.found) - there != Counter()


@pytest.mark.parametrize(
    ("id_", "words", "spoilt"),
    [
        ("R2-07", "卓越名师名校长300名", "卓越名师名校长320名"),
        ("R2-19", "60个", "61个"),
        ("R2-31", "三级培养体系", "四级培养体系"),
        ("R0-02", "省、市、县三级", "省、市、县四级"),
        ("R1-10", "两年50天、每年25天", "两年60天、每年25天"),
        ("R1-17", "2021年7月16日", "2021年7月26日"),
        ("R3-05", "硕士研究生以上学历不少于10%", "硕士研究生以上学历不少于12%"),
    ],
)
def test_what_is_spoilt_is_found_at_its_place(
    changed: Callable[[str, str, str], Analysis],
    analysis: Analysis,
    id_: str,
    words: str,
    spoilt: str,
) -> None:
    relation = next(item for item in HOLDING if item.id == id_)
    place = next(place for place in relation.places if place.words == words)
    plan = plan_of(analysis, relation.plan)
    line = line_of(plan, spans_of(plan, *place)[0])
    after = changed(relation.plan, line, line.replace(words, spoilt))
    spans = spans_of(plan_of(after, relation.plan), place.at, spoilt)
    assert against(spans, list(all_standing(after))) != []


def test_every_waiver_names_the_rule_the_whole_route_and_the_exact_words(
    standing: list[Standing],
) -> None:
    there = Counter((item.plan, item.found) for item in standing)
    waivers = [
        (plan.identifier, Found(str(waiver.rule), str(waiver.at), str(waiver.quote)))
        for plan in analyze(ROOT).corpus.plans
        for document in plan.documents
        for waiver in document.plan.waivers
    ]
    assert sorted(waivers) == sorted(there)
    # the attachments of one title are told apart by nothing but their place
    assert {found.words for (_, found), count in there.items() if count > 1} == {"项目分配名额"}
