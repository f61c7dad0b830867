"""The pages of the rules: what each finds, with an example that fails and one that passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import ALL_RULES, AREAS
from generator.resources import rule_page, without_expectations
from generator.site.page import (
    RULES,
    Entry,
    MarkdownPage,
    Page,
    rule_address,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.context import SiteContext


def rule_pages(site: SiteContext) -> Iterator[tuple[str, Page | MarkdownPage]]:
    """Make the index of rules and the page of each."""
    areas = [
        (letter, title, [rule for rule in ALL_RULES if rule.code.startswith(letter)])
        for letter, title in AREAS
    ]
    contents = tuple(Entry(2, letter, title) for letter, title, rules in areas if rules)
    yield RULES, site.page(RULES, "rules.html", "校核规则", contents=contents, areas=areas)
    for rule in ALL_RULES:
        title = f"{rule.code} {rule.title}"
        text = without_expectations(rule_page(rule))
        yield rule_address(rule.code), MarkdownPage(title, text, site.banner)
