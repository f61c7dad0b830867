"""Goals inside blocks have places of their own, by their id where they have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.pipeline.analysis import analyze
from tests.site.sites import content_of, files_of, target_of, write_site_workspace
from tests.workspaces import SHOWN_PLAN

if TYPE_CHECKING:
    from pathlib import Path

GOALS = """\
  - title: 绿道管护
    goals:
      - text: 每月巡查一次
        id: 巡查
        lead: 市水务局
      - text: 雨后即时清扫
        lead: 市园林局
"""
PLAN = SHOWN_PLAN.replace("projects:\n", GOALS + "projects:\n", 1)


def test_a_goal_has_its_id_on_the_page(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    page = content_of(files, "plans/lvdao.html")
    for anchor, text in (("巡查", "每月巡查一次"), ("2", "雨后即时清扫")):
        (paragraph,) = page.xpath("//p[@id=$anchor]", anchor=f"section-绿道管护-{anchor}")
        assert text in paragraph.text_content()


def test_the_page_of_a_unit_leads_to_the_goal(tmp_path: Path) -> None:
    files = files_of(write_site_workspace(tmp_path, {"lvdao": PLAN}))
    address = "units/示例市水务局.html"
    links = content_of(files, address).xpath("//a/@href")
    targets = [target_of(address, link) for link in links]
    assert ("plans/lvdao.html", "section-绿道管护-巡查") in targets


def test_two_goals_with_one_id_are_refused(tmp_path: Path) -> None:
    plan = PLAN.replace("雨后即时清扫\n", "雨后即时清扫\n        id: 巡查\n")
    report = analyze(write_site_workspace(tmp_path, {"lvdao": plan})).report
    (found,) = report.at_least(Severity.ERROR)
    assert found.rule.code == "R101"
    assert "section-绿道管护-巡查" in found.message
