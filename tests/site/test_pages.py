"""The pages as a pure function of the plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Cell, Column, Row, RowGroup, runs
from generator.site import MarkdownPage, Page
from generator.writers.page import table_rows
from tests.site.sites import content_of, files_of, text_of, write_site_workspace
from tests.workspaces import PLAN, UNITS

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = PLAN.replace("kind: 规划\n", "kind: 规划\nsample: yes\n")


def test_a_plan_has_its_pages_units_and_documents(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    own = {address for address in files if not address.startswith(("rules/", "search/"))}
    assert own == {
        "index.html",
        "search.html",
        "handbook/keys.html",
        "contents.html",
        "units/index.html",
        "units/示例市水务局.html",
        "units/示例市园林局.html",
        "plans/lvdao.html",
        "plans/lvdao-indicators.html",
        "plans/lvdao-picture.html",
        "plans/lvdao-report.html",
        "plans/lvdao-tasks.html",
        "plans/lvdao-timeline.html",
        "timeline.html",
        "glossary.html",
        "downloads/lvdao-text.docx",
        "downloads/lvdao-notice.docx",
        "downloads/lvdao-tasks.docx",
        "downloads/lvdao.svg",
        "downloads/lvdao-indicators.csv",
        "downloads/lvdao-indicators.docx",
        "downloads/lvdao-tasks.csv",
        "downloads/lvdao-tables.xlsx",
        "downloads/lvdao-data.json",
        "downloads/units/示例市水务局-tasks.docx",
        "downloads/units/示例市园林局-tasks.docx",
        "downloads/units/示例市水务局-tasks.xlsx",
        "downloads/units/示例市水务局-tasks.csv",
        "downloads/units/示例市园林局-tasks.xlsx",
        "downloads/units/示例市园林局-tasks.csv",
        "data/index.html",
        "data/plan.schema.json",
    }


def test_the_same_plans_give_the_same_bytes(tmp_path: Path) -> None:
    one = files_of(write_site_workspace(tmp_path / "one", {"lvdao": PLAN}))
    other = files_of(write_site_workspace(tmp_path / "other", {"lvdao": PLAN}))
    assert list(one.items()) == list(other.items())


def test_a_workspace_without_plans_has_a_home_page(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {}))
    assert "目前没有公开的规划" in text_of(content_of(files, "index.html"))


def test_a_card_shows_stage_period_issuer_and_targets(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    (card,) = content_of(files, "index.html").xpath("//*[@class='card']")
    facts = [text_of(item) for item in card.xpath(".//dd")]
    assert facts == ["示例市水务局", "2023—2027年", "1000米", "600米", "400米"]
    assert [text_of(mark) for mark in card.xpath(".//*[@class='marks']/*")] == ["已印发"]


def test_of_many_plans_the_latest_have_cards_and_the_others_a_line(tmp_path: Path) -> None:
    plans = {
        f"p{number}": PLAN.replace("绿道建设规划", f"第{number}号规划").replace(
            "date_of_issue: 2023年5月18日", f"date_of_issue: 2023年5月{number}日"
        )
        for number in range(1, 31)
    }
    home = content_of(files_of(write_site_workspace(tmp_path, plans)), "index.html")
    cards = home.xpath("//*[@class='card']/h3/a/@href")
    others = home.xpath("//h2[@id='others']/following-sibling::ul/li/a/@href")
    assert cards == [f"plans/p{number}.html" for number in range(30, 6, -1)]
    assert sorted(others) == sorted(f"plans/p{number}.html" for number in range(1, 7))


def test_ids_outlive_a_change_of_order(tmp_path: Path) -> None:
    first = PLAN.replace(
        "    targets: 绿道长度、沿", "    show: projects\n    targets: 绿道长度、沿"
    )
    second = first.replace(
        "projects:\n",
        "projects:\n  - title: 驿站建设工程\n    text: |\n      在绿道沿线建设驿站。\n",
    ).replace(
        "tasks:\n",
        "tasks:\n  - of: 驿站建设工程\n    goals:\n"
        "      - text: 建成驿站\n        lead: 市水务局\n        support: 无\n",
    )
    before = files_of(write_site_workspace(tmp_path / "before", {"lvdao": first}))
    after = files_of(write_site_workspace(tmp_path / "after", {"lvdao": second}))
    old = set(content_of(before, "plans/lvdao.html").xpath("//@id"))
    new = set(content_of(after, "plans/lvdao.html").xpath("//@id"))
    assert {"task-绿道建设工程-2", "section-主要目标", "project-绿道建设工程"} <= old
    assert old <= new


def test_markup_in_a_plan_is_text(tmp_path: Path) -> None:
    markup = '<b>粗</b><script>alert(1)</script>&amp;"'
    plan = (
        PLAN.replace("title: 示例市绿道建设规划", f"title: 示例市{markup}绿道建设规划")
        .replace("  - title: 主要目标", f"  - title: 主要{markup}目标")
        .replace("到2027年，建成绿道1000米", f"到2027年，{markup}建成绿道1000米")
        .replace("content: 沿江、环山建设绿道。", f"content: 沿江、环山{markup}建设绿道。")
        .replace("issuer: 示例市水务局", f"issuer: 示例市{markup}水务局")
    )
    units = UNITS.replace("short: 市园林局", f"short: 市园林局\n    aliases: 园林{markup}局")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan}, units))
    for address, file in files.items():
        if isinstance(file, Page):
            content = content_of(files, address)
            assert content.xpath("//b") == []
            scripts = content.xpath("//script[not(@src)]")
            assert scripts == [], address
    plan_page = content_of(files, "plans/lvdao.html")
    for place in ("//h1", "//dd", "//h2", "//p[@class='body']", "//td"):
        assert any(markup in text_of(element) for element in plan_page.xpath(place)), place
    index = [file for address, file in files.items() if address.startswith("search/")]
    assert any(b"alert(1)" in file for file in index if isinstance(file, bytes))
    assert not any(b"<script" in file for file in index if isinstance(file, bytes))


def test_units_stand_from_the_highest_level_to_the_lowest(tmp_path: Path) -> None:
    levels = {"示例市水务局": "县", "示例市园林局": "国"}
    units = UNITS
    for name, level in levels.items():
        units = units.replace(f"  {name}:\n", f"  {name}:\n    level: {level}\n")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}, units))
    index = content_of(files, "units/index.html")
    assert [text_of(heading) for heading in index.xpath("//h2")] == ["国级", "县级"]


def test_what_a_government_page_says_first_stands_first(tmp_path: Path) -> None:
    published = "publication:\n  validity: 有效\n  subject: 水利\n  index_number: 011-2023\n"
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN + published}))
    facts = content_of(files, "plans/lvdao.html").xpath("//dl[@class='facts']/div/dt")
    names = [text_of(fact) for fact in facts]
    assert names[:4] == ["索引号", "主题分类", "文种", "发文机关"]
    assert names.index("成文日期") < names.index("发文字号") < names.index("有效性")


def test_the_pages_that_explain_a_plan_are_linked_from_it(tmp_path: Path) -> None:
    written = (
        "publication:\n  interpretation:\n"
        "    一图读懂绿道规划: https://example.org/1?a=1&b=2\n"
        "    《规划》问答:\n      url: http://example.org/2\n"
    )
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN + written}))
    content = content_of(files, "plans/lvdao.html")
    (fact,) = content.xpath("//dl[@class='facts']/div[dt='政策解读']")
    assert [(text_of(one), one.get("href")) for one in fact.xpath("dd/a")] == [
        ("一图读懂绿道规划", "https://example.org/1?a=1&b=2"),
        ("《规划》问答", "http://example.org/2"),
    ]


def test_a_sample_says_so_at_its_entry_when_other_plans_are_none(tmp_path: Path) -> None:
    plans = {"lvdao": PLAN, "yangli": SAMPLE.replace("示例市绿道", "样例市绿道")}
    files = files_of(write_site_workspace(tmp_path, plans))
    banners = {
        address: file.banner
        for address, file in files.items()
        if isinstance(file, Page | MarkdownPage) and file.banner
    }
    line = "样例：依据公开文件编写，非正式文本"
    views = ("", "-indicators", "-picture", "-report", "-tasks", "-timeline")
    of_sample = [f"plans/yangli{view}.html" for view in views]
    assert banners == dict.fromkeys(of_sample, line)
    first, second = content_of(files, "index.html").xpath("//*[@class='card']")
    assert line not in text_of(first)
    assert line in text_of(second)
    unit = content_of(files, "units/示例市水务局.html")
    marks = [bool(title.xpath(".//*[contains(@class,'sample')]")) for title in unit.xpath("//h3")]
    assert marks == [False, True]


def test_a_table_that_no_place_shows_stands_at_the_end(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    plan = content_of(files, "plans/lvdao.html")
    assert len(plan.xpath("//table[@id='tasks']/tbody/tr")) == 2


def test_units_of_two_registers_with_one_name_have_pages_of_their_own(tmp_path: Path) -> None:
    own = PLAN + "units:\n  示例市园林局:\n    short: 市园林局\n    kind: 机关\n"
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN, "huayuan": own}))
    assert "units/示例市园林局.html" in files
    assert "units/huayuan-示例市园林局.html" in files


def test_a_narrow_row_repeats_only_cells_to_the_right_of_its_own() -> None:
    def cell(column: int, span: int = 1) -> Cell:
        return Cell(column, (runs("甲"),), span)

    title, lead, support = cell(0, 2), cell(2), cell(3, 2)
    group = RowGroup((Row((title, cell(1), lead, support)), Row((cell(1), cell(2)))))
    columns = tuple(Column(name, 1) for name in "甲乙丙丁")
    first, second = table_rows(group, columns)
    assert first.repeated == ()
    assert second.repeated == (support,)
    about_group = (*columns[:3], Column("丁", 1, of_group=True))
    assert [row.repeated for row in table_rows(group, about_group)] == [(), ()]


def test_a_place_that_the_text_does_not_show_is_linked_without_an_id(tmp_path: Path) -> None:
    duty = "  - title: 绿道建设工程\n    lead: 市水务局\n"
    plan = PLAN.replace("  - title: 绿道建设工程\n", duty)
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan}))
    unit = content_of(files, "units/示例市水务局.html")
    assert unit.xpath("//a[@class='goal']/@href") == [
        "../plans/lvdao.html#task-绿道建设工程-1",
        "../plans/lvdao.html",
    ]


def test_a_clause_with_units_is_a_duty_of_theirs(tmp_path: Path) -> None:
    clause = (
        "  - title: 管护机制\n    text: |\n      落实日常管护。\n"
        "    lead: 市园林局\n    support: 市水务局\n    due: 到2025年\n"
    )
    files = files_of(
        write_site_workspace(
            tmp_path, {"lvdao": PLAN.replace("projects:\n", f"{clause}projects:\n")}
        )
    )
    unit = content_of(files, "units/示例市园林局.html")
    (link,) = unit.xpath("//a[@class='goal'][.='管护机制']")
    assert link.get("href") == "../plans/lvdao.html#section-管护机制"
    partners = [text_of(one) for one in link.xpath("following-sibling::dl/div")]
    assert partners == ["配合市水务局", "时限到2025年"]
