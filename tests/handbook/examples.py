"""The examples of the handbook, and how they are run.

An example is a fenced block of a page, opened by a line such as
```yaml fail=A101
It is a piece of a plan: required keys that it does not write come from the standard head, and
its units from the standard registry. The words after the language:

    (none)      nothing is found at the level of an error
    fail=CODE   this rule is found, and no other at the level of an error
    file=NAME   the piece is this file beside plan.yaml; units.yaml replaces the registry
    whole       the piece is the whole file, without the standard head
    plan=NAME   the piece is another plan, NAME.yaml, beside all examples of the page

A CSV block with file=NAME is a table file beside all examples of its page. Blocks of other
languages are no YAML and are not run here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.model.document import Plan
from generator.resources import templates
from generator.site.page import HANDBOOK, HANDBOOK_KEYS
from tests.rules.workspace import HEAD, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report

FENCE: Final = "```"
LANGUAGES: Final = ("yaml", "csv", "sh", "text")
PAGES: Final = tuple(
    address.removesuffix(".html") + ".md" for address in HANDBOOK if address != HANDBOOK_KEYS
)


@dataclass(frozen=True)
class Example:
    """A block of a page.

    Attributes:
        page: the page.
        line: the line where it opens.
        language: its language.
        fails: the code of the rule to be found in it, or "".
        file: the file that it is.
        whole: whether it is a whole file.
        text: the piece as written.
    """

    page: str
    line: int
    language: str
    fails: str
    file: str
    whole: bool
    text: str

    @property
    def name(self) -> str:
        return f"{self.page.partition('/')[2]}:{self.line}"


def page_text(page: str) -> str:
    return (templates() / "pages" / page).read_text(encoding="utf-8")


def examples(page: str) -> list[Example]:
    """Read the blocks of a page.

    Raises:
        ValueError: a fence is not closed, or says what this module does not know.
    """
    found: list[Example] = []
    lines = page_text(page).splitlines()
    opened = 0
    for number, line in enumerate(lines, start=1):
        if line.startswith(FENCE):
            if opened:
                text = "\n".join(lines[opened : number - 1]) + "\n"
                found.append(_example(page, opened, lines[opened - 1], text))
            opened = 0 if opened else number
    if opened:
        message = f"{page}:{opened}: this fence is not closed"
        raise ValueError(message)
    return found


def _example(page: str, line: int, fence: str, text: str) -> Example:
    language, *words = fence.removeprefix(FENCE).split()
    values = dict(word.partition("=")[::2] for word in words)
    if language not in LANGUAGES or values.keys() - {"fail", "file", "whole", "plan"}:
        message = f"{page}:{line}: cannot read {fence}"
        raise ValueError(message)
    other = f"../{values['plan']}.yaml" if "plan" in values else "plan.yaml"
    file = values.get("file", other)
    return Example(page, line, language, values.get("fail", ""), file, "whole" in values, text)


def run(example: Example, root: Path) -> Report:
    """Write an example into an empty folder as a workspace, and analyze it."""
    folder = "plans" if example.file == "units.yaml" else "plans/sample"
    beside = [one for one in examples(example.page) if one.file.startswith("../")]
    files = {f"plans/{one.file[3:]}": _whole(one).encode() for one in beside}
    tables = (one for one in examples(example.page) if one.language == "csv")
    files |= {f"plans/sample/{one.file}": one.text.encode() for one in tables}
    if example not in beside:
        bare = example.whole or example.file != "plan.yaml"
        text = example.text if bare else _whole(example)
        files[f"{folder}/{example.file}"] = text.encode()
    return workspace(root, files).report


def _whole(example: Example) -> str:
    return standard_head(example.text) + example.text


def standard_head(piece: str) -> str:
    """Give the lines that a piece of a plan lacks, whichever way it spells its keys."""
    written = {line.partition(":")[0] for line in piece.splitlines()}
    aliases = Plan.keys()
    return "".join(
        f"{name}: {value}\n" for name, value in HEAD.items() if not {name, aliases[name]} & written
    )
