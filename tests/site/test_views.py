"""Tasks, timeline, one picture, glossary, and the way from a figure to where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.site import Page
from tests.liuzhou_facts import ROWS
from tests.site.sites import (
    LIUZHOU,
    content_of,
    elements,
    files_of,
    liuzhou,
    target_of,
    text_of,
    write_site_workspace,
)
from tests.workspaces import PLAN, UNITS

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement


def test_the_tasks_are_complete_in_the_page(pages: dict[str, HtmlElement]) -> None:
    groups = pages[f"{LIUZHOU}-tasks.html"].xpath("//section[contains(@class,'task')]")
    assert len(groups) == len(ROWS)
    for group, (name, goals) in zip(groups, ROWS, strict=True):
        assert name in text_of(group.xpath("h2")[0])
        lines = group.xpath(".//li[@data-year]")
        for line, (words, lead, support) in zip(lines, goals, strict=True):
            assert words in text_of(line)
            roles = {text_of(one.xpath("dt")[0]): one for one in line.xpath(".//dl/div")}
            for role, names in (("牵头", lead), ("配合", support)):
                links = roles[role].xpath(".//a/@href") if names else []
                assert len(links) == len(names)


def test_every_value_of_a_filter_shows_something(pages: dict[str, HtmlElement]) -> None:
    page = pages[f"{LIUZHOU}-tasks.html"]
    for name in ("unit", "year"):
        lines = page.xpath(f"//li[@data-year]/@data-{name}")
        shown = {value for line in lines for value in line.split()}
        choices = page.xpath(f"//select[@name='{name}']/option/@value")
        assert set(choices) - {""} == shown
    projects = page.xpath("//select[@name='project']/option/@value")
    assert projects[1:] == page.xpath("//section/@data-project")
    assert page.xpath("//form[@id='task-filters']/@hidden") != []


def test_tasks_are_filed_under_the_years_that_they_name(tmp_path: Path) -> None:
    plan = PLAN.replace("        support: 无\n", "        support: 无\n        due: 每年3月底前\n")
    plan = plan.replace("text: 到2027年，建成沿江绿道600米", "text: 建成沿江绿道600米")
    tasks = content_of(files_of(write_site_workspace(tmp_path, {"lvdao": plan})), TASKS)
    assert tasks.xpath("//li/@data-year") == ["未写", "经常"]
    assert tasks.xpath("//select[@name='year']/option/@value") == ["", "经常", "未写"]
    plain = content_of(files_of(write_site_workspace(tmp_path / "2", {"lvdao": PLAN})), TASKS)
    assert plain.xpath("//li/@data-year") == ["2027", "2027"]


TASKS = "plans/lvdao-tasks.html"
TIMELINE = "plans/lvdao-timeline.html"
INDICATORS = "plans/lvdao-indicators.html"


def test_a_figure_leads_to_its_formula_its_places_and_its_relations(
    pages: dict[str, HtmlElement],
) -> None:
    page = pages[f"{LIUZHOU}-indicators.html"]
    (figure,) = page.xpath("//*[@id='indicator-骨干教师-到2025年']")
    (trace,) = figure.xpath("ancestor::section")
    assert text_of(trace.xpath("h3")[0]) == "骨干教师"
    facts = {text_of(one.xpath("dt")[0]): one for one in trace.xpath("dl/div")}
    assert facts["到2025年"].xpath(".//a/@href") == ["liuzhou-2023-2027.html#section-发展目标"]
    assert facts["分项"].xpath(".//a/@href") == [
        "#indicator-市级骨干教师",
        "#indicator-县级骨干教师",
    ]
    relations = facts["核对"].xpath(".//li")
    verdicts = {text_of(one.xpath("a")[0]): text_of(one.xpath("span")[0]) for one in relations}
    assert verdicts["骨干教师逐段增加"] == "成立"
    assert "未定" in verdicts.values()


def test_every_relation_with_a_figure_stands_at_the_figure(pages: dict[str, HtmlElement]) -> None:
    resolved, report = liuzhou()
    figures = {figure.span for one in resolved.plan.indicators for figure in one.stated}
    expected = [one for one in report.reconciliations if figures.intersection(one.places)]
    rows = pages[f"{LIUZHOU}-report.html"].xpath("//table[contains(@class,'checks')]//tr/@id")
    assert len(rows) == len(set(rows)) == len(report.reconciliations)
    links = pages[f"{LIUZHOU}-indicators.html"].xpath("//ul[@class='relations']//a/@href")
    shown = {target_of(f"{LIUZHOU}-indicators.html", link)[1] for link in links}
    assert len(shown) == len(expected) > 40
    assert shown <= set(rows)


def test_a_relation_keeps_its_id_when_others_come_before_it(tmp_path: Path) -> None:
    earlier = PLAN.replace(
        "indicators:\n",
        "indicators:\n  驿站:\n    parts: 大站、小站\n    figures:\n      到2027年: 3个\n"
        "  大站:\n    figures:\n      到2027年: 1个\n  小站:\n    figures:\n      到2027年: 2个\n",
    )
    ids = []
    for name, plan in (("before", PLAN), ("after", earlier)):
        files = files_of(write_site_workspace(tmp_path / name, {"lvdao": plan}))
        report = content_of(files, "plans/lvdao-report.html")
        ids.append(set(report.xpath("//tr/@id")))
    assert "A101-绿道长度到2027年沿江绿道长度环山绿道长度" in ids[0]
    assert ids[0] <= ids[1]


def test_a_figure_of_the_tasks_leads_to_where_it_comes_from(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    links = content_of(files, TASKS).xpath("//li//a[@class='figure']/@href")
    ids = content_of(files, INDICATORS).xpath("//@id")
    anchors = [link.partition("#")[2] for link in links]
    assert anchors == ["indicator-沿江绿道长度-到2027年", "indicator-环山绿道长度-到2027年"]
    assert set(anchors) <= set(ids)


def test_a_timeline_goes_from_early_to_late(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    page = content_of(files, TIMELINE)
    assert [text_of(one) for one in page.xpath("//ol/li/h2")] == [
        "2023年5月18日",
        "2023年5月19日",
        "到2025年",
        "到2027年",
        "2023—2027年",
    ]
    (last,) = page.xpath("//li[h2/@id='moment-到2027年']")
    assert [text_of(one) for one in last.xpath(".//dt")] == ["规划", "指标", "任务"]
    assert last.xpath(".//div[dt='任务']//a/@href") == [
        "lvdao.html#task-绿道建设工程-1",
        "lvdao.html#task-绿道建设工程-2",
    ]
    assert text_of(last.xpath(".//div[dt='指标']//strong")[0]) == "1000米"


def test_what_recurs_is_listed_apart(tmp_path: Path) -> None:
    plan = PLAN.replace(
        "indicators:\n", "indicators:\n  绿道巡查:\n    figures:\n      每年: 12次\n"
    )
    page = content_of(files_of(write_site_workspace(tmp_path, {"lvdao": plan})), TIMELINE)
    (line,) = page.xpath("//ul[@class='regular']/li")
    assert text_of(line).startswith("每年绿道巡查")
    assert "绿道巡查" not in text_of(page.xpath("//ol")[0])


def test_the_timeline_of_all_plans_is_by_year(tmp_path: Path) -> None:
    other = PLAN.replace("示例市绿道", "示例市水系").replace("2023年5月18日", "2022年5月18日")
    other = other.replace("2023年5月19日", "2022年5月19日")
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN, "shuixi": other}))
    page = content_of(files, "timeline.html")
    years = [text_of(one) for one in page.xpath("//ol[@class='timeline']/li/h2")]
    assert years == ["2022年", "2023年", "2025年", "2027年"]
    (year,) = page.xpath("//li[h2/@id='year-2025']")
    assert [text_of(one) for one in year.xpath("section/h3")] == [
        "示例市绿道建设规划（2023—2027年）",
        "示例市水系建设规划（2023—2027年）",
    ]


def picture_text(file: object) -> str:
    """Give the text of a picture, its lines joined, without its title and description."""
    assert isinstance(file, bytes)
    root = etree.fromstring(file)
    texts = elements(root, "svg:text")
    return "\n".join("".join(line.text or "" for line in text) for text in texts)


def test_a_place_that_names_no_number_is_not_called_a_contradiction(
    pages: dict[str, HtmlElement],
) -> None:
    page = pages[f"{LIUZHOU}-indicators.html"]
    (place,) = page.xpath("//section[h3='教坛新秀']//span[@class='stated']")
    assert text_of(place) == "写在：发展目标、任务分工表第3行目标1（一批，没有写明数）"


def test_the_picture_shows_levels_projects_and_key_figures(pages: dict[str, HtmlElement]) -> None:
    plan = liuzhou()[0].plan
    page = pages[f"{LIUZHOU}-picture.html"]
    (svg,) = page.xpath("//svg[contains(@class,'picture')]")
    drawn = "\n".join(text_of(text) for text in svg.xpath("text"))
    words = text_of(page.xpath("//article")[0]).partition("文字版")[2]
    for level in plan.levels:
        for text in (level.title, level.aim, *level.projects):
            assert str(text) in drawn
            assert str(text) in words
    for figure in ("10000名", "6000名", "至少50名"):
        assert figure in drawn
        assert figure in words


def test_the_picture_is_a_file_of_its_own(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    drawn = picture_text(files["downloads/lvdao.svg"])
    for words in (
        "示例市绿道建设规划（2023—2027年）",
        "已印发",
        "1000米",
        "重点工程",
        "绿道建设工程",
    ):
        assert words in drawn
    link = content_of(files, "plans/lvdao-picture.html").xpath("//a[@download]/@href")
    assert link == ["../downloads/lvdao.svg"]
    assert "主要目标" not in drawn  # a chapter without clauses


def test_a_project_in_the_picture_is_found_by_a_name_without_its_quotation_marks(
    pages: dict[str, HtmlElement],
) -> None:
    page = pages[f"{LIUZHOU}-picture.html"]
    (link,) = page.xpath("//section[@class='words']//a[.='教育共同体领导力提升工程']/@href")
    assert link == "liuzhou-2023-2027.html#project-教育共同体领导力提升工程"
    assert not page.xpath("//section[@class='words']//h3[.!='主要指标']/../ul[2]/li[not(a)]")


def test_the_words_of_a_picture_stay_in_their_frame(tmp_path: Path) -> None:
    from generator.site.lettering import text_width  # noqa: PLC0415  # wanted here only

    long = PLAN.replace("title: 绿道建设工程", f"title: {'很长的' * 20}绿道建设工程").replace(
        "of: 绿道建设工程", f"of: {'很长的' * 20}绿道建设工程"
    )
    file = files_of(write_site_workspace(tmp_path, {"lvdao": long}))["downloads/lvdao.svg"]
    assert isinstance(file, bytes)
    root = etree.fromstring(file)
    width, height = int(root.get("width", "")), int(root.get("height", ""))
    lines = [(text, line) for text in elements(root, "svg:text") for line in text]
    assert len(lines) > 8
    for text, line in lines:
        size = int(text.get("font-size", ""))
        assert size >= 28
        assert int(line.get("x", "")) + text_width(line.text or "", size) <= width - 32
        assert int(line.get("y", "")) <= height


def test_markup_and_scripts_of_a_plan_are_text_in_every_view(tmp_path: Path) -> None:
    markup = '<b>粗</b><script>alert(1)</script>&amp;"'
    plan = (
        PLAN.replace("  绿道长度:\n", f"  绿道{markup}长度:\n", 1)
        .replace("targets: 绿道长度、沿", f"targets: 绿道{markup}长度、沿")
        .replace("title: 绿道建设工程", f"title: 绿道{markup}工程")
        .replace("of: 绿道建设工程", f"of: 绿道{markup}工程")
        .replace("period: 2023", f"terms:\n  - use: 绿道{markup}\n    same_as: 步道\nperiod: 2023")
        + "publication:\n  url: javascript:alert(1)\n  publish_date: 2023年5月20日\n"
    )
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan}, UNITS))
    seen = 0
    for address, file in files.items():
        if not isinstance(file, Page):
            continue
        content = content_of(files, address)
        assert content.xpath("//b") == []
        assert content.xpath("//script[not(@src)]") == [], address
        links = content.xpath("//@href | //@src | //@action")
        assert [link for link in links if "javascript" in link] == []
        seen += markup in text_of(content)
    assert seen >= 7
    assert "<script>alert" in picture_text(files["downloads/lvdao.svg"])


def test_the_glossary_explains_every_word_that_the_site_uses(
    pages: dict[str, HtmlElement],
) -> None:
    from generator.checks.figure_audit import FigureState  # noqa: PLC0415  # wanted here only
    from generator.quantity import Verdict  # noqa: PLC0415  # the same

    page = pages["glossary.html"]
    terms = {text_of(one) for one in page.xpath("//article//dt")}
    assert {verdict.value for verdict in Verdict} <= terms
    assert {state.word for state in FigureState} <= terms
    assert {str(term.use) for term in liuzhou()[0].plan.terms} <= terms
    assert [one for one in page.xpath("//article//dd") if not text_of(one)] == []


def test_what_is_new_is_dated_by_the_plans(tmp_path: Path) -> None:
    published = PLAN.replace("示例市绿道", "示例市水系") + (
        "publication:\n  publish_date: 2024年1月2日\n"
    )
    undated = PLAN.replace("示例市绿道", "示例市草案").replace("stage: 已印发", "stage: 征求意见稿")
    undated = undated.replace("date_of_issue: 2023年5月18日\n", "")
    plans = {"lvdao": PLAN, "shuixi": published, "caoan": undated}
    home = content_of(files_of(write_site_workspace(tmp_path, plans)), "index.html")
    assert [text_of(one) for one in home.xpath("//ul[@class='news']/li")] == [
        "示例市水系建设规划（2023—2027年） 2024年1月2日公开",
        "示例市绿道建设规划（2023—2027年） 2023年5月18日成文",
    ]


def test_every_number_of_the_text_is_accounted_for(pages: dict[str, HtmlElement]) -> None:
    from generator.checks.figure_audit import audit  # noqa: PLC0415  # wanted here only

    rows = pages[f"{LIUZHOU}-report.html"].xpath("//table[contains(@class,'numbers')]/tbody/tr")
    shown = [(text_of(row.xpath("th")[0]), text_of(row.xpath("td")[0])) for row in rows]
    assert shown == [(str(use.text).strip(), use.state.word) for use in audit(liuzhou()[0])]
    assert len(shown) > 100


def test_a_cell_of_a_table_is_found_at_its_table(tmp_path: Path) -> None:
    """Whether the cells stand in the plan or in a file beside it."""
    rows = "县区,2027年\n合计,1000\n甲县,600\n乙县,400\n"
    own = "".join(f"      | {row.replace(',', ' | ')} |\n" for row in rows.splitlines()[1:])
    table = (
        "tables:\n  - title: 绿道长度表\n    unit: 米\n    indicator: 绿道长度\n"
        "    total_row: 合计\n    columns: 县区、2027年\n"
    )
    shown = "sections:\n  - title: 长度\n    show: 绿道长度表\n"
    for name, data in (("own", f"    rows: |\n{own}"), ("file", "    data: 长度.csv\n")):
        plan = PLAN.replace("sections:\n", f"{table}{data}{shown}").replace(
            "到2027年: 1000", "2027年: 1000"
        )
        root = write_site_workspace(tmp_path / name, {"lvdao": plan})
        (root / "plans/lvdao/长度.csv").write_text(rows, encoding="utf-8")
        page = content_of(files_of(root), "plans/lvdao-indicators.html")
        (place,) = page.xpath("//section[h3='绿道长度']//span[@class='stated']/a[.='绿道长度表']")
        assert place.get("href") == "lvdao.html#table-绿道长度表"


def test_a_card_shows_the_last_target_of_each_indicator(tmp_path: Path) -> None:
    steps = "      到2025年: 500米\n      到2027年: 1000米\n"
    plan = PLAN.replace("      到2027年: 1000米\n", steps)
    files = files_of(write_site_workspace(tmp_path, {"lvdao": plan}))
    figures = content_of(files, "index.html").xpath("//dl[@class='key-figures']/div")
    assert [text_of(figure.xpath("dd")[0]) for figure in figures] == ["1000米", "600米", "400米"]
