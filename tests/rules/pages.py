"""The examples on the pages of the rules, and how they are run.

An example is a fenced block on a page in generator/checks, opened by a line such as
```yaml fail at=10500名
It is a piece of a plan: top-level keys that it does not write come from the standard head, and
its units from the standard registry. The words after the language:

    fail            the page's rule is found, and no other rule at the level of an error
    pass            the page's rule is not found, and nothing at the level of an error
    at=WORDS        what stands at the primary place (fail)
    times=N         how often the rule is found, if not once (fail)
    also=CODE       another rule that is found at the level of an error (fail)
    file=NAME       the piece is this file beside plan.yaml; units.yaml replaces the registry
    whole           the piece is the whole file, without the standard head
    repeat=N        the piece, N times over
    encoding=NAME   written in this encoding
    X=U+HHHH        X stands for a character that is not seen

A block with plan=NAME is no example: it is another plan, NAME.yaml, that stands beside those of
all examples on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.resources import rule_page
from generator.source import Span
from tests.rules.workspace import other_plan, standard_head, words_at, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Report, Rule

FENCE: Final = "```"
_WORDS: Final = ("at", "times", "also", "file", "repeat", "encoding")
_FLAGS: Final = ("fail", "pass", "whole")
_OTHER_PLAN: Final = re.compile(r"```yaml plan=([a-z0-9-]+)")
_UNSEEN: Final = re.compile(r"(.)=U\+([0-9A-F]{4,6})")


@dataclass(frozen=True)
class Example:
    """An example on a page.

    Attributes:
        rule: the rule of the page.
        number: its number on the page, from 1.
        line: the line on the page where it opens.
        fails: whether the rule is to be found in it.
        words: the words of its fence that have a value.
        whole: whether it is a whole file.
        text: the piece as written, unseen characters put in.
        beside: the other plans of the page, by name.
    """

    rule: Rule
    number: int
    line: int
    fails: bool
    words: dict[str, str]
    whole: bool
    text: str
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        verdict = "fail" if self.fails else "pass"
        return f"{self.rule.page.removesuffix('.md')}-{self.number}-{verdict}"


@dataclass(frozen=True)
class Outcome:
    """What was found in an example, and which lines of which file it was written to."""

    report: Report
    source: str
    lines: range
    text: str

    def of(self, rule: Rule) -> list[Diagnostic]:
        return [item for item in self.report.diagnostics if item.rule is rule]

    def holds(self, place: object) -> bool:
        return isinstance(place, Span) and place.source == self.source and place.line in self.lines

    def words_at(self, span: Span) -> str:
        return words_at(self.text, span)


def examples(rule: Rule) -> list[Example]:
    """Read the examples of a rule's page.

    Raises:
        ValueError: a fence is not closed, or says what this module does not know.
    """
    found: list[Example] = []
    beside: list[tuple[str, str]] = []
    opened = 0
    lines = rule_page(rule).splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.startswith(FENCE):
            continue
        if opened:
            text = "\n".join(lines[opened : number - 1])
            other = _OTHER_PLAN.fullmatch(lines[opened - 1])
            if other:
                beside.append((other[1], f"{text}\n"))
            else:
                found.append(_example(rule, len(found) + 1, opened, lines[opened - 1], text))
        opened = 0 if opened else number
    if opened:
        message = f"{rule.page}:{opened}: this fence is not closed"
        raise ValueError(message)
    return [replace(example, beside=tuple(beside)) for example in found]


def _example(rule: Rule, number: int, line: int, fence: str, text: str) -> Example:
    language, *words = fence.removeprefix(FENCE).split()
    flags = [word for word in words if word in _FLAGS]
    values = dict(word.split("=", 1) for word in words if word not in _FLAGS)
    unseen = [match for word in words if (match := _UNSEEN.fullmatch(word))]
    known = {*_WORDS, *(match[1] for match in unseen)}
    if language != "yaml" or ("fail" in flags) == ("pass" in flags) or values.keys() - known:
        message = f"{rule.page}:{line}: cannot read {fence}"
        raise ValueError(message)
    for match in unseen:
        text = text.replace(match[1], chr(int(match[2], 16)))
        values["at"] = values.get("at", "").replace(match[1], chr(int(match[2], 16)))
    return Example(rule, number, line, "fail" in flags, values, "whole" in flags, text + "\n")


def run(example: Example, root: Path) -> Outcome:
    """Write an example into an empty folder as a workspace, and analyze it."""
    name = example.words.get("file", "plan.yaml")
    piece = example.text * int(example.words.get("repeat", "1"))
    head = "" if example.whole else standard_head(name, piece)
    source = f"plans/{name}" if name == "units.yaml" else f"plans/sample/{name}"
    encoding = example.words.get("encoding", "utf-8")
    first = head.count("\n") + 1
    lines = range(first, first + piece.count("\n"))
    files = {f"plans/{name}.yaml": other_plan(text) for name, text in example.beside}
    report = workspace(root, {source: (head + piece).encode(encoding), **files}).report
    return Outcome(report, source, lines, head + piece)
