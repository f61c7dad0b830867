"""Every rule has a page, and every example on it gives what the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator.checks
from generator.checks import ALL_RULES, CHECKS, CORPUS_CHECKS, r109_unused_waiver
from generator.diagnostics import Severity
from generator.resources import rule_page
from generator.source import Span
from tests.rules.pages import Example, examples, run

if TYPE_CHECKING:
    from generator.diagnostics import Rule

FOLDER = Path(generator.checks.__file__).parent
HEADINGS = ["查什么", "为什么要紧", "有问题的写法", "正确的写法", "容易误会的写法", "怎么改"]
FAILING, PASSING, NEAR_MISS = HEADINGS[2:5]
EXAMPLES = [example for rule in ALL_RULES for example in examples(rule)]
CHINESE = re.compile("[\u4e00-\u9fff]")
# blocks first: what stands in them is no span
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
MARKS = re.compile(r"</?[A-Za-z][^>\n]*>|\*\*|__|&#?\w+;|`")
AREAS = "YSRATCDW"
# modules of checks/ that rules share
SHARED = {
    "__init__",
    "agreement",
    "alignment",
    "announced",
    "assignments",
    "catalogue",
    "claim_phrases",
    "column_readings",
    "deadlines",
    "uptake",
    "comparing",
    "corrections",
    "counterparts",
    "document_numbers",
    "enumerations",
    "figure_audit",
    "formula",
    "formula_terms",
    "firmness",
    "frame",
    "in_text_lists",
    "likeness",
    "marks",
    "nearness",
    "ordinals",
    "owner_texts",
    "pairing",
    "printed_periods",
    "rates",
    "readings",
    "restating",
    "selectors",
    "shares_in_text",
    "speaking",
    "stated_figures",
    "stretches",
    "subjects",
    "sums_in_text",
    "stated_count",
    "table_rows",
    "terms",
    "text_numbers",
    "upper_plans",
    "wording",
}

by_rule = pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.page)


def section_of(example: Example) -> str:
    before = rule_page(example.rule).splitlines()[: example.line]
    return next(line[3:] for line in reversed(before) if line.startswith("## "))


@pytest.mark.parametrize(
    "example", [e for e in EXAMPLES if e.fails], ids=lambda example: example.name
)
def test_what_a_page_calls_wrong_is_found_where_it_stands(example: Example, tmp_path: Path) -> None:
    outcome = run(example, tmp_path)
    found = outcome.of(example.rule)
    assert len(found) == int(example.words.get("times", "1")), outcome.report.diagnostics
    for diagnostic in found:
        place = diagnostic.primary.place
        assert outcome.holds(place), place
        assert CHINESE.search(diagnostic.message)
        assert CHINESE.search(diagnostic.hint)
        assert not diagnostic.message.endswith("。")
        assert isinstance(place, Span)
        if "at" in example.words:
            assert outcome.words_at(place) == example.words["at"]
    others = {
        item.rule.code
        for item in outcome.report.at_least(Severity.ERROR)
        if item.rule is not example.rule
    }
    assert others == {code for code in [example.words.get("also")] if code}


@pytest.mark.parametrize(
    "example", [e for e in EXAMPLES if not e.fails], ids=lambda example: example.name
)
def test_what_a_page_calls_right_is_left_alone(example: Example, tmp_path: Path) -> None:
    outcome = run(example, tmp_path)
    assert outcome.of(example.rule) == []
    assert outcome.report.at_least(Severity.ERROR) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_place_named_in_a_report_lies_in_its_file(example: Example, tmp_path: Path) -> None:
    report = run(example, tmp_path).report
    labels = [label for d in report.diagnostics for label in (d.primary, *d.related)]
    places = [label.place for label in labels]
    places += [place for found in report.reconciliations for place in found.places]
    assert places or not example.fails
    for place in places:
        assert isinstance(place, Span)
        content = (tmp_path / place.source).read_bytes()
        lines = content.decode(example.words.get("encoding", "utf-8"), "replace").split("\n")
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


@by_rule
def test_a_page_is_headed_by_its_rule_and_has_every_part_in_order(rule: Rule) -> None:
    title, blank, summary, *rest = rule_page(rule).splitlines()
    assert (title, blank) == (f"# {rule.code} {rule.title}", "")
    assert CHINESE.search(summary)
    assert summary.endswith("。")
    assert [line[3:] for line in rest if line.startswith("## ")] == HEADINGS


@by_rule
def test_a_page_says_something_under_every_heading(rule: Rule) -> None:
    _, *parts = re.split("^## .*$", rule_page(rule), flags=re.MULTILINE)
    assert [part for part in parts if not CHINESE.search(part)] == []


@by_rule
def test_a_page_shows_what_is_wrong_and_what_only_looks_so(rule: Rule) -> None:
    shown = [(section_of(example), example.fails) for example in examples(rule)]
    assert set(shown) == {(FAILING, True), (PASSING, False), (NEAR_MISS, False)}


@by_rule
def test_a_page_shows_marks_of_markdown_and_html_in_code_only(rule: Rule) -> None:
    prose = CODE.sub("", rule_page(rule))
    assert MARKS.findall(prose) == []


def test_every_page_belongs_to_a_rule() -> None:
    pages = sorted(page.name for page in FOLDER.glob("*.md"))
    assert pages == sorted(rule.page for rule in ALL_RULES)


def test_every_check_stands_in_a_module_named_like_its_page() -> None:
    modules = {module.stem for module in FOLDER.glob("*.py")} - SHARED
    checks = [(check.rule, check.find.__module__) for check in (*CHECKS, *CORPUS_CHECKS)]
    rules = [*(rule for rule, _ in checks), r109_unused_waiver.RULE]
    assert modules == {rule.page.removesuffix(".md") for rule in rules}
    assert {module.rpartition(".")[2] for _, module in checks} == {
        rule.page.removesuffix(".md") for rule, _ in checks
    }


def test_codes_and_names_are_given_once_and_well_formed() -> None:
    codes = [rule.code for rule in ALL_RULES]
    names = [rule.name for rule in ALL_RULES]
    assert codes == sorted(set(codes))
    assert len(set(names)) == len(names)
    assert [code for code in codes if not re.fullmatch(f"[{AREAS}][1-9][0-9]{{2}}", code)] == []
    assert [name for name in names if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)] == []
    assert [rule.title for rule in ALL_RULES if not CHINESE.search(rule.title)] == []
