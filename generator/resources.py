"""Files that ship with the program: templates of the site and pages of the rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.diagnostics import Rule

_EXPECTATION: Final = re.compile(r"^(``` *(?:yaml|csv)) .*$", re.MULTILINE)


def templates() -> Path:
    """Give the folder site_templates, of the repository or of the installed package."""
    inside = Path(__file__).parent / "site_templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "site_templates"


def rule_page(rule: Rule) -> str:
    """Read the page of a rule: Markdown in Chinese."""
    return (Path(__file__).parent / "checks" / rule.page).read_text(encoding="utf-8")


def without_expectations(text: str) -> str:
    """Take out of a page what the tests expect of its examples, which readers do not want."""
    return _EXPECTATION.sub(r"\1", text)
