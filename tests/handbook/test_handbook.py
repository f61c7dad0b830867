"""The handbook: every example does what the page says, and every key has its place."""

from __future__ import annotations

import itertools
import re
import shlex
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from generator.checks import ALL_RULES
from generator.cli import app
from generator.diagnostics import Severity
from generator.documents import DOCUMENT_TYPES
from generator.model.document import Plan
from generator.model.units import UnitRegistry
from generator.quantity import Quantity, parse_period, parse_quantity
from generator.resources import templates
from generator.schema import Entries, Many, One, keys_of, records_of
from generator.site.handbook import shown_text
from generator.site.page import HANDBOOK
from generator.source import SourceFile
from generator.yaml_nodes import read_yaml
from tests.handbook.examples import PAGES, Example, examples, page_text, run
from tests.rules.workspace import analyzed
from tests.schema.values import written_keys
from tests.site.sites import content_of, files_of, text_of, write_site_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.base import Record

CHINESE = re.compile("[\u4e00-\u9fff]")
EXAMPLES = [example for page in PAGES for example in examples(page)]
YAML = [example for example in EXAMPLES if example.language == "yaml"]
SHELL = [example for example in EXAMPLES if example.language == "sh"]
COMMANDS = [line for example in SHELL for line in example.text.splitlines()]


def records_on_the_page() -> list[type[Record]]:
    return list(dict.fromkeys((*records_of(Plan), *records_of(UnitRegistry))))


by_page = pytest.mark.parametrize("page", PAGES)


@pytest.mark.parametrize("example", YAML, ids=lambda example: example.name)
def test_an_example_does_what_its_page_says(example: Example, tmp_path: Path) -> None:
    report = run(example, tmp_path)
    errors = {item.rule.code for item in report.at_least(Severity.ERROR)}
    found = {item.rule.code for item in report.diagnostics}
    if example.fails:
        assert example.fails in found
    assert errors <= {example.fails}, [str(item) for item in report.at_least(Severity.ERROR)]


def test_rules_that_examples_break_are_rules() -> None:
    assert {example.fails for example in YAML} - {""} <= {rule.code for rule in ALL_RULES}


def keys_shown(example: Example) -> set[str]:
    """List the keys that an example shows."""
    node, _ = read_yaml(SourceFile(example.file, example.text))
    assert node is not None
    records: dict[str, type[Record]] = {"plan.yaml": Plan, "units.yaml": UnitRegistry}
    record = Plan if example.file.startswith("../") else records.get(example.file)
    return {key.name for _, key in written_keys(node, record)} if record else set()


def test_the_examples_show_every_key() -> None:
    shown = set().union(*(keys_shown(one) for one in YAML if not one.fails))
    known = {key.name for record in records_on_the_page() for key in keys_of(record)}
    assert known - shown == set()


def forms(page: str, *heads: str) -> list[list[str]]:
    """List the rows of the tables on a page that have this head."""
    lines = page_text(f"handbook/{page}.md").splitlines()
    start = lines.index(f"| {' | '.join(heads)} |") + 2
    rows = itertools.takewhile(lambda line: line.startswith("|"), lines[start:])
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def written(page: str) -> list[str]:
    return [form for row in forms(page, "写法", "意思") for form in row[0].split("、")]


@pytest.mark.parametrize("form", written("quantities"))
def test_every_form_of_a_quantity_is_read(form: str) -> None:
    assert isinstance(parse_quantity(form), Quantity)


@pytest.mark.parametrize("form", written("periods"))
def test_every_form_of_a_period_is_read(form: str) -> None:
    assert parse_period(form) is not None


def test_the_names_of_columns_are_read_as_the_page_says(tmp_path: Path) -> None:
    said = {name: row[1] for row in forms("tables", "列名", "读作") for name in row[0].split("、")}
    cells = ["1" if name == "序号" else "-" for name in said]
    piece = f"""\
tables:
  - title: 甲表
    columns: {"、".join(said)}
    rows: |
      | {" | ".join(cells)} |
"""
    assert {
        column.column: column.holds for column in analyzed(tmp_path, piece).report.columns
    } == said


def test_every_chinese_key_of_a_group_can_be_told_from_the_others() -> None:
    for record in records_on_the_page():
        words = [word for key in keys_of(record) for word in (key.name, key.alias)]
        assert len(words) == len(set(words)), record


@by_page
def test_a_page_has_a_title_and_leads_on(page: str) -> None:
    title, blank, *rest = page_text(page).splitlines()
    assert title.startswith("# ")
    assert CHINESE.search(title)
    assert blank == ""
    names = [address.removeprefix("handbook/").removesuffix(".html") for address in HANDBOOK]
    number = names.index(page.removeprefix("handbook/").removesuffix(".md"))
    targets = re.findall(r"\]\(([a-z]+)\.md[^)]*\)", rest[-1])
    before = [names[number - 1]] if number else []
    back = ["index"] if number else []
    assert targets == [*before, names[number + 1], *back]


def test_the_first_page_lists_all_others() -> None:
    contents = page_text(PAGES[0]).partition("## 手册目录\n")[2].partition("---")[0]
    listed = re.findall(r"^\* \[(.+)\]\((\w+)\.md\)：", contents, re.MULTILINE)
    assert [f"handbook/{name}.html" for _, name in listed] == list(HANDBOOK[1:])
    titles = [page_text(page).splitlines()[0].removeprefix("# ") for page in PAGES[1:]]
    assert [title for title, _ in listed] == [*titles, "键一览"]


def test_every_page_in_the_folder_belongs_to_the_handbook() -> None:
    folder = templates() / "pages/handbook"
    assert {f"handbook/{file.name}" for file in folder.iterdir()} == set(PAGES)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_handbook_is_one_of_the_program(line: str) -> None:
    program, name, *arguments = shlex.split(line)
    assert program == "planpress"
    command = get_command(app).commands[name]  # type: ignore[attr-defined]  # click's own class
    known = {option for parameter in command.params for option in parameter.opts}
    used = [word for word in arguments if word.startswith("-")]
    assert [word for word in used if word not in known] == []


def test_the_pages_name_every_command_and_every_form_of_a_document() -> None:
    text = page_text("handbook/commands.md")
    commands = get_command(app).commands  # type: ignore[attr-defined]  # as above
    assert [name for name in commands if f"planpress {name}" not in text] == []
    forms = page_text("handbook/official.md")
    assert [one.title for one in DOCUMENT_TYPES if f"| {one.title} |" not in forms] == []


def test_the_page_of_keys_lists_every_key_of_every_record(tmp_path: Path) -> None:
    page = content_of(files_of(write_site_workspace(tmp_path, {})), HANDBOOK[-1])
    for record in records_on_the_page():
        anchor = record.__name__.lower()
        (heading,) = page.xpath("//h2[@id=$anchor]", anchor=anchor)
        assert CHINESE.search(text_of(heading))
        if record.__name__ == "DocumentContent":
            continue
        lines = heading.xpath("following-sibling::dl[1]/div")
        keys = keys_of(record)
        assert len(lines) == len(keys)
        for line, key in zip(lines, keys, strict=True):
            shown = text_of(line)
            assert shown.startswith(key.alias)
            assert key.meaning in shown
            assert ("必填" in shown) == key.required
            assert text_of(line.xpath("./dt//code")[0]) == key.name
            if isinstance(key.shape, One | Many | Entries):
                target = f"#{key.shape.record.__name__.lower()}"
                assert line.xpath("./dd//a/@href") == [target]


def test_readers_see_which_examples_are_wrong_and_not_how_they_are_tested() -> None:
    page = "handbook/indicators.md"
    text = shown_text(page_text(page))
    here = [one for one in YAML if one.page == page]
    assert "fail=" not in text
    assert text.count("```yaml\n") == len(here)
    wrong = [one.fails for one in here if one.fails]
    assert wrong
    assert re.findall(r"✗ .*\[(\w+)\]\(../rules/\1.md\)。\n\n```yaml\n", text) == wrong
