"""Reporters: what a run of checking found, as text for people and as data for programs."""

# What a form needs (templates, XML) is imported when it is asked for: “planpress check” must not
# wait for it.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.reporters.json import render_json
from generator.reporters.outcome import Outcome
from generator.reporters.text import render_text

if TYPE_CHECKING:
    from collections.abc import Callable


class Reporter(NamedTuple):
    """A form in which a report goes out.

    Attributes:
        name: as given on the command line.
        title: as shown to users.
        render: outcome to text, which ends with a line end.
        suffix: how the names of its files end.
    """

    name: str
    title: str
    render: Callable[[Outcome], str]
    suffix: str


def render_sarif(outcome: Outcome) -> str:
    """Render a report as SARIF 2.1.0."""
    from generator.reporters.sarif import render_sarif

    return render_sarif(outcome)


def render_github(outcome: Outcome) -> str:
    """Render a report as workflow commands of GitHub."""
    from generator.reporters.github import render_github

    return render_github(outcome)


def render_junit(outcome: Outcome) -> str:
    """Render a report as JUnit XML."""
    from generator.reporters.junit import render_junit

    return render_junit(outcome)


def render_html(outcome: Outcome) -> str:
    """Render a report as one HTML page."""
    from generator.reporters.html import render_html

    return render_html(outcome)


REPORTERS: Final = (
    Reporter("text", "供人阅读", render_text, "txt"),
    Reporter("html", "网页", render_html, "html"),
    Reporter("json", "供程序读取", render_json, "json"),
    Reporter("sarif", "代码扫描", render_sarif, "sarif"),
    Reporter("github", "流水线批注", render_github, "txt"),
    Reporter("junit", "测试报告", render_junit, "xml"),
)

__all__ = [
    "REPORTERS",
    "Outcome",
    "Reporter",
    "render_github",
    "render_html",
    "render_json",
    "render_junit",
    "render_sarif",
    "render_text",
]
