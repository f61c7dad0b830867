"""Markup, scripts and templates in any field of a plan are text on every page of the site."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from generator.diagnostics import Report, Severity
from generator.pipeline.analysis import analyze
from generator.pipeline.site_build import build_site
from generator.schema import Form
from tests.format.test_nothing_dropped import FILES, FILLED, WRITTEN, content
from tests.site.browsing import PHONE, address_of
from tests.site.sites import MKDOCS, pages_in
from tests.workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement
    from playwright.sync_api import Browser, Dialog

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "'><svg onload=alert(3)>",
    "[点](javascript:alert(4))",
    "{{ config }}{% raw %}",
    "&lt;b&gt;&amp;",
    "</title></textarea></template><iframe src=javascript:alert(5)>",
    "]]>--><style>*{display:none}</style>",
)
TEXTS: Final = (Form.LINE, Form.PROSE, Form.LINES)
NAMED: Final = ("市财政局", "设备", "目标", "培养工程", "新任村医", "名额表")
"""Names that other fields refer to: they are changed wherever they stand."""

# in these nothing but what they are made for can be written
CODES: Final = {
    "format",
    "id",
    "number",
    "url",
    "data",
    "file",
    "rule",
    "at",
    "mark",
    "unit",
    "rows",
}


class Dumper(yaml.SafeDumper):
    """Writes YAML as drafters do: nothing for nothing, `|` before several lines."""


Dumper.add_representer(type(None), lambda to, _: to.represent_scalar("tag:yaml.org,2002:null", ""))
Dumper.add_representer(
    str,
    lambda to, text: to.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def hostile_workspace(root: Path, payload: str) -> Path:
    """Write the plans that fill every key, with a payload after each text and in names."""
    shutil.copytree(FILLED, root)
    write(root / "mkdocs.yml", MKDOCS)
    for file in FILES:
        data = content(file)
        for one in WRITTEN:
            if one.file == file and one.key.shape in TEXTS and one.key.name not in CODES:
                data = with_payload(data, one.steps, payload)
        text = yaml.dump(
            renamed(data, payload), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=9999
        )
        write(root / file, text)
    return root


def with_payload(data: Any, steps: tuple[str | int, ...], payload: str) -> Any:  # noqa: ANN401  # any value of YAML
    if not steps:
        return f"{data.rstrip()}{payload}" if isinstance(data, str) else data
    first, *others = steps
    if isinstance(data, list):
        return [
            with_payload(item, tuple(others), payload) if number == first else item
            for number, item in enumerate(data)
        ]
    return {**data, first: with_payload(data[first], tuple(others), payload)}


def renamed(data: Any, payload: str) -> Any:  # noqa: ANN401  # as above
    if isinstance(data, dict):
        return {renamed(key, payload): renamed(value, payload) for key, value in data.items()}
    if isinstance(data, list):
        return [renamed(item, payload) for item in data]
    if isinstance(data, str) and data.startswith("|"):
        return data.replace(" 甲县 ", f" 甲县{payload} ")
    return f"{data}{payload}" if data in NAMED else data


def built(root: Path, folder: Path) -> Path:
    """Build the site whatever the checks say: a page must be safe before it is right."""
    analysis = analyze(root)
    report = analysis.report
    passed = tuple(item for item in report.diagnostics if item.rule.severity is not Severity.ERROR)
    anyway = replace(analysis, report=Report(passed, report.reconciliations, report.waived))
    assert anyway.corpus.public
    assert build_site(anyway, folder) == ()
    return folder


def elements_of(page: HtmlElement) -> list[str]:
    """List what a browser would run or fetch in the pages' own part: nothing belongs there."""
    return [
        *page.xpath("//article//*[self::iframe or self::style or self::img[@src='x']]/@*"),
        *page.xpath("//@*[starts-with(name(), 'on')]"),
        *page.xpath(
            "(//@href | //@src | //@action)[starts-with(normalize-space(), 'javascript:')]"
        ),
        *page.xpath("//script[contains(., 'alert(')]/text()"),
    ]


@pytest.mark.parametrize("payload", HOSTILE)
def test_markup_in_a_field_is_text_on_every_page(payload: str, tmp_path: Path) -> None:
    pages = pages_in(built(hostile_workspace(tmp_path / "workspace", payload), tmp_path / "site"))
    shown = {address: page.text_content().count(payload) for address, page in pages.items()}
    assert shown["plans/whole-plan.html"] > 40
    assert shown["plans/whole-plan-indicators.html"] > 10
    assert sum(count > 0 for address, count in shown.items() if address.startswith("units/")) > 4
    assert {
        address: elements_of(page) for address, page in pages.items() if elements_of(page)
    } == {}
    titles = pages["plans/whole-plan.html"].xpath("//title/text()")
    assert payload in titles[0]


def test_no_browser_runs_what_a_field_holds(browser: Browser, tmp_path: Path) -> None:
    every = "".join(HOSTILE)
    site = built(hostile_workspace(tmp_path / "workspace", every), tmp_path / "site")
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    alarms: list[str] = []

    def heard(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    page.on("pageerror", lambda error: alarms.append(str(error)))
    page.on("requestfailed", lambda request: alarms.append(request.url))
    wanted = "article :is(img[src=x], iframe, style), [onload], [onerror]"
    views = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    views = [view for view in views if not view.startswith(("rules/", "handbook/"))]
    saying = 0
    for view in [*views, "search.html?q=alert(2)"]:
        page.goto(address_of(site.as_uri(), view))
        assert page.locator(wanted).count() == 0, view
        saying += page.evaluate("text => document.body.innerText.includes(text)", HOSTILE[0])
    assert page.locator("#search-results li").count() > 4
    assert saying > 8
    assert alarms == []
    context.close()
