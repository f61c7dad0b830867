"""The responsibility table on the page, and the unit pages, against the facts of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site.directory import unit_address
from tests.liuzhou_facts import ROWS
from tests.site.sites import LIUZHOU, liuzhou, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.resolve.registry import Registry

CONTENT, GOAL, LEAD, SUPPORT = 2, 3, 4, 5


def registry() -> Registry:
    return liuzhou()[0].registry


def grid(body: HtmlElement) -> list[list[HtmlElement]]:
    """Give the cells of a group by row and column; a cell that spans rows stands in each."""
    rows: list[list[HtmlElement]] = []
    reaching: dict[int, tuple[HtmlElement, int]] = {}
    for row in body.xpath("tr"):
        cells = iter(row.xpath("td|th"))
        line: list[HtmlElement] = []
        while len(line) < 6:
            column = len(line)
            cell, left = reaching.pop(column, (None, 0))
            if cell is None:
                cell = next(cells)
                left = int(cell.get("rowspan", "1"))
            if left > 1:
                reaching[column] = (cell, left - 1)
            line.append(cell)
        assert next(cells, None) is None
        rows.append(line)
    return rows


def own_text(cell: HtmlElement) -> str:
    """Give the text of a cell without what a narrow page says again."""
    return "".join(text_of(paragraph) for paragraph in cell.xpath("p"))


def units(cell: HtmlElement, known: Registry) -> tuple[str, ...]:
    """Read the units of a cell by their official names."""
    names = [name for name in own_text(cell).split("、") if name]
    found = [known.find(name) for name in names]
    return tuple(str(match.value.name) for match in found if match)


def test_the_table_holds_the_rows_goals_and_units_of_the_source(
    pages: dict[str, HtmlElement],
) -> None:
    known = registry()
    (table,) = pages[f"{LIUZHOU}.html"].xpath("//table[@id='tasks']")
    bodies = table.xpath("tbody")
    assert len(bodies) == 15
    goals = 0
    for number, ((name, facts), body) in enumerate(zip(ROWS, bodies, strict=True), start=1):
        rows = grid(body)
        assert own_text(rows[0][0]) == str(number)
        assert own_text(rows[0][1]) == name
        assert own_text(rows[0][CONTENT])
        for row, (words, lead, support) in zip(rows, facts, strict=True):
            goals += 1
            assert words in own_text(row[GOAL])
            assert units(row[LEAD], known) == lead
            assert units(row[SUPPORT], known) == support
    assert goals == 34


def test_the_table_is_readable_without_seeing_it(pages: dict[str, HtmlElement]) -> None:
    (table,) = pages[f"{LIUZHOU}.html"].xpath("//table[@id='tasks']")
    assert text_of(table.xpath("caption")[0]) == (
        "柳州市中小学教师培训发展规划主要任务分工表（2023—2027年）"
    )
    assert len(table.xpath("thead/tr/th[@scope='col']")) == 6
    assert len(table.xpath("tbody/tr[1]/th[@scope='rowgroup']")) == 15
    labels = {cell.get("data-label") for cell in table.xpath("tbody/tr/*")}
    assert labels == {text_of(head) for head in table.xpath("thead/tr/th")}


def test_a_narrow_page_says_shared_units_at_every_goal(pages: dict[str, HtmlElement]) -> None:
    (row,) = pages[f"{LIUZHOU}.html"].xpath("//tr[@id='task-教育共同体领导力提升工程-2']")
    (again,) = row.xpath(".//*[@class='again']")
    assert again.get("data-label") == "配合部门"
    assert text_of(again) == "局属学校、县区教育局、教育共同体学校"


def test_a_unit_page_lists_every_goal_that_the_unit_leads_or_supports(
    pages: dict[str, HtmlElement],
) -> None:
    all_goals = [goal for _, facts in ROWS for goal in facts]
    names = {name for _, lead, support in all_goals for name in (*lead, *support)}
    assert len(names) == 18
    for match in map(registry().find, sorted(names)):
        assert match
        page = pages[unit_address(match.value)]
        for role, column in (("lead", 1), ("support", 2)):
            expected = [goal for goal in all_goals if match.value.name in goal[column]]
            heading = page.xpath("//h2[@id=$role]", role=role)
            assert bool(heading) == bool(expected)
            if not expected:
                continue
            shown = heading[0].xpath(
                "following-sibling::section[@class='duties']"
                "[preceding-sibling::h2[1]/@id=$role]//a[@class='goal']",
                role=role,
            )
            for link, (words, _, _) in zip(shown, expected, strict=True):
                assert words in text_of(link)


def test_a_unit_page_names_the_groups_that_hold_the_unit(pages: dict[str, HtmlElement]) -> None:
    page = pages["units/局属普通高中.html"]
    (listed,) = page.xpath("//h2[@id='groups']/following-sibling::ul[1]")
    assert [text_of(link) for link in listed.xpath(".//a")] == [
        "全市中小学校（配合2条）",
        "局属学校（配合11条）",
    ]
    group = pages["units/市县两级教师培训管理机构.html"]
    members = group.xpath("//dl[@class='facts']/div[dt='成员']/dd")
    assert [text_of(member) for member in members] == ["培训中心、县区培训机构"]
