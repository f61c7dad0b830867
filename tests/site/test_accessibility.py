"""Every kind of page in headless Chromium: for all readers, on any screen, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from playwright.sync_api import TimeoutError as TooLate

from tests.site.browsing import (
    AXE,
    DESK,
    KINDS,
    PHONE,
    address_of,
    kind_of,
    served,
    words_of,
)
from tests.site.sites import LIUZHOU

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TOOLS = ".page-tools, .filters"
"""What does nothing without scripts."""

NARROWEST = ViewportSize(width=320, height=640)

# also the rules of AAA, and those that axe holds back as experiments
RUN_EVERY_RULE = """axe.run(document, {
  runOnly: {type: 'rule', values: axe.getRules().map(rule => rule.ruleId)},
  resultTypes: ['violations'],
}).then(found => found.violations.flatMap(rule => rule.nodes.map(
  node => `${rule.id}: ${node.target} ${node.html.slice(0, 200)} ${node.failureSummary}`)))"""

CAN_BE_REACHED = """[...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(element => element.tabIndex >= 0 && !element.disabled
    && element.checkVisibility({visibilityProperty: true}))"""

# a part that scrolls sideways must at least be reached by keyboard
IS_TOO_WIDE = """[document.documentElement, ...document.querySelectorAll('article *')].some(
  element => element.scrollWidth > element.clientWidth + 1
    && (element === document.documentElement
      || (['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        && element.tabIndex < 0)))"""

WATCH_FOCUS = """() => {
  window.focused = [];
  const suspects = new Set();
  const onTop = element => [...element.getClientRects()].some(box => {
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return at && (element.contains(at) || at.contains(element));
  });
  const ringed = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const isSeen = element => onTop(element) && ringed(element);
  document.addEventListener('focusin', ({target}) => window.focused.push(target));
  // the next key comes when the page has scrolled to what has the focus
  document.addEventListener('keydown', () => {
    const target = document.activeElement;
    if (target !== document.body && !isSeen(target)) suspects.add(target);
  });
  // what scrolls a moment later is given that moment, from above and from below
  window.hiddenFromView = async () => {
    const hidden = [];
    for (const element of suspects) {
      for (const end of [0, document.documentElement.scrollHeight]) {
        window.scrollTo(0, end);
        element.blur();
        element.focus();
        for (let tries = 0; tries < 100 && !isSeen(element); tries += 1)
          await new Promise(resolve => setTimeout(resolve, 20));
        if (!isSeen(element)) hidden.push(element.outerHTML.slice(0, 200));
      }
    }
    return hidden;
  };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(page: Page, site: Path | str, view: str) -> None:
    """Open a page, from the disk or a server, and wait for the answer of its search."""
    page.goto(address_of(site if isinstance(site, str) else site.as_uri(), view))
    if "?q=" in view:
        page.locator("#search-results li").first.wait_for()


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(RUN_EVERY_RULE)
    return found


def test_a_page_of_every_kind_is_tested(pages: dict[str, HtmlElement]) -> None:
    reports = [address for address in pages if address.endswith("-report.html")]
    plans = tuple(address[len("plans/") : -len("-report.html")] for address in reports)
    assert {kind_of(address, plans) for address in pages} == set(KINDS)
    assert all(kind_of(one.partition("?")[0], plans) == kind for kind, one in KINDS.items())


@pytest.mark.parametrize("view", KINDS.values())
def test_no_rule_of_accessibility_is_broken(page: Page, site: Path, view: str) -> None:
    broken: dict[str, list[str]] = {}
    rules = AXE.read_text(encoding="utf-8")
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        show(page, site, view)
        page.evaluate(rules)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            broken[f"{size['width']} {scheme}"] = violations(page)
    assert {where: found for where, found in broken.items() if found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_rule_is_broken_with_all_that_opens_open(
    page: Page, site: Path, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    show(page, site, f"{LIUZHOU}.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for summary in page.locator("article details:not([open]) > summary").all():
        summary.click()
    assert violations(page) == []
    page.locator(".menu-button").click()
    assert page.locator(".site-menu").is_visible()
    assert violations(page) == []


def test_axe_would_say_what_is_wrong(page: Page, site: Path) -> None:
    page.emulate_media(color_scheme="light")
    show(page, site, "about.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    wrong = "<i style=color:#aaa>很淡的字</i><b style=color:#555>稍淡的字</b><img>"
    page.locator("article p").first.evaluate("(p, html) => { p.innerHTML = html }", wrong)
    found = {text.partition(":")[0] for text in violations(page)}
    assert {"color-contrast", "color-contrast-enhanced", "image-alt"} <= found


def test_no_page_is_wider_than_its_screen(
    page: Page, site: Path, pages: dict[str, HtmlElement]
) -> None:
    wide = []
    for view in sorted({*KINDS.values(), *pages}):
        show(page, site, view)
        for size in (NARROWEST, PHONE, DESK):
            page.set_viewport_size(size)
            try:
                # the theme makes code that scrolls reachable a moment later
                page.wait_for_function(f"!({IS_TOO_WIDE})", timeout=3000)
            except TooLate:
                wide.append((view, size["width"]))
    assert wide == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("view", KINDS.values())
def test_everything_is_reached_by_keyboard_and_seen(
    page: Page, site: Path, view: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    show(page, site, view)
    page.evaluate(WATCH_FOCUS)
    there = page.evaluate(f"{CAN_BE_REACHED}.length")
    assert there > 0
    # backwards, the head of the page lies in the way of what scrolls into sight
    page.evaluate(f"{CAN_BE_REACHED}.at(-1).focus()")
    for _ in range(there):
        page.keyboard.press("Shift+Tab")
    missed = f"{CAN_BE_REACHED}.filter(element => !window.focused.includes(element))"
    assert page.evaluate(f"{missed}.map(element => element.outerHTML.slice(0, 200))") == []
    assert page.evaluate("window.hiddenFromView()") == []


def test_the_first_key_leads_past_the_head_of_the_page(page: Page, site: Path) -> None:
    page.set_viewport_size(PHONE)
    show(page, site, f"{LIUZHOU}.html")
    page.keyboard.press("Tab")
    assert page.locator(".md-skip").evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def focused(page: Page) -> str:
    """Say in which part of the page the focus is."""
    parts = "'.site-menu, .md-header, article'"
    part: str = page.evaluate(f"document.activeElement.closest({parts})?.className ?? ''")
    return part.partition(" ")[0]


def in_sight(page: Page, selector: str) -> list[bool]:
    """Say of each element whether a pointer in its middle would meet it."""
    script = """elements => elements.map(element => {
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return element.contains(at);
    })"""
    found: list[bool] = page.locator(selector).evaluate_all(script)
    return found


def test_the_menu_is_opened_used_and_shut_by_keyboard(page: Page, site: Path) -> None:
    page.set_viewport_size(PHONE)
    show(page, site, f"{LIUZHOU}.html")
    button = page.locator(".menu-button")
    assert not page.locator(".site-menu").is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert focused(page) == "site-menu"
    page.wait_for_timeout(300)
    assert set(in_sight(page, ".site-menu a")) == {True}
    assert in_sight(page, ".menu-button") == [True]
    links = page.locator(".site-menu a").count()
    for _ in range(links + 3):
        page.keyboard.press("Tab")
        assert focused(page) in ("site-menu", "md-header", "")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert focused(page) == "md-header"
    assert not page.locator(".site-menu").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/units/index.html")


def ground(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_the_colours_follow_the_system_or_the_reader(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    show(page, site, "index.html")
    button = page.locator(".colours-button")
    dark = ground(page)
    assert button.get_attribute("aria-pressed") == "true"
    page.emulate_media(color_scheme="light")
    page.locator(".colours-button[aria-pressed=false]").wait_for()
    light = ground(page)
    assert light == "rgb(255, 255, 255)"
    assert dark != light
    button.focus()
    page.keyboard.press("Enter")
    assert ground(page) == dark
    show(page, site, f"{LIUZHOU}.html")
    assert ground(page) == dark
    page.locator(".colours-button").click()
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert ground(page) == light
    context.close()


def test_without_scripts_the_colours_follow_the_system(browser: Browser, site: Path) -> None:
    grounds = set()
    for scheme in SCHEMES:
        context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
        page = context.new_page()
        show(page, site, "index.html")
        grounds.add(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
        assert not page.locator(".colours-button").is_visible()
        context.close()
    assert len(grounds) == 2


@pytest.fixture(scope="module")
def portal(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site deep inside another one."""
    folder = tmp_path_factory.mktemp("portal")
    (folder / "some/sub").mkdir(parents=True)
    (folder / "some/sub/path").symlink_to(site)
    with served(folder) as address:
        yield f"{address}/some/sub/path"


@pytest.mark.parametrize("where", ["sub-path", "disk"])
def test_a_page_asks_nobody_else_and_lacks_nothing(
    browser: Browser, site: Path, portal: str, where: str
) -> None:
    base = portal if where == "sub-path" else site.as_uri()
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    troubles: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    # going on to the next page breaks off what is still on its way
    page.on(
        "requestfailed",
        lambda request: troubles.extend([request.url] * (request.failure != "net::ERR_ABORTED")),
    )
    page.on("response", lambda answer: troubles.extend([answer.url] * (answer.status >= 400)))
    for view in KINDS.values():
        show(page, base, view)
    page.wait_for_load_state("networkidle")
    assert troubles == []
    assert [url for url in requests if not url.startswith((f"{base}/", "data:"))] == []
    assert len(requests) > 3 * len(KINDS)
    assert context.cookies() == []
    context.close()


def test_what_is_asked_of_others_would_be_seen(browser: Browser, portal: str) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"{portal}/about.html")
    page.evaluate("fetch('https://example.org/font').catch(() => 0)")
    assert failed == ["https://example.org/font"]
    page.close()


def test_without_scripts_all_content_is_there(browser: Browser, site: Path, page: Page) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = context.new_page()
    page.set_viewport_size(PHONE)
    lost = {}
    for view in KINDS.values():
        if view.startswith("search.html"):
            continue
        show(page, site, view)
        show(plain, site, view)
        page.add_style_tag(content=f"{TOOLS} {{ display: none !important }}")
        lines = words_of(page.locator("main").inner_text())
        lost[view] = lines - words_of(plain.locator("main").inner_text())
        box = plain.locator("main h1").bounding_box()
        assert box is not None
        assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE["width"]
        assert box["width"] > PHONE["width"] / 2
        assert len(lines) > 1
    assert {view: lines for view, lines in lost.items() if lines} == {}
    context.close()


def test_without_scripts_the_menu_stands_on_the_page(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    show(page, site, f"{LIUZHOU}.html")
    assert not page.locator(".menu-button").is_visible()
    page.locator(".site-menu a", has_text="责任单位").click()
    page.wait_for_url("**/units/index.html")
    context.close()
