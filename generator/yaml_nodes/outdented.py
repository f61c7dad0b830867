"""Lines of a text under | that are indented less than its first line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.diagnostics import Diagnostic, Label
from generator.yaml_nodes.rules import UNREADABLE_YAML
from generator.yaml_nodes.slips import line_slip

if TYPE_CHECKING:
    from generator.source import SourceFile

_OPENINGS: Final = (": |", ": |-", ": |+", "- |", "- |-", "- |+")
_KEY: Final = re.compile(r":(?: |$)")
_SENTENCE: Final = re.compile("[。；！？，]")
_WIDE_SPACE: Final = "\u3000"


class _Block(NamedTuple):
    """A text under |: the indentation of its first line, and those at which a key may follow."""

    indent: int
    key_indent: int
    opening_indent: int


def outdented_text(source: SourceFile, number: int) -> Diagnostic | None:
    """Say that a line the parser cannot read belongs to the text above it, or may do so."""
    line = source.lines[number - 1]
    indent, content = _indent(line), line.strip(" ")
    block = None if content.startswith(("|", "#")) else block_above(source, number)
    if block is None or not content or indent >= block.indent:
        return None
    may_be_key = indent <= block.opening_indent or indent == block.key_indent
    if may_be_key and (_KEY.search(content) or content.startswith("- ")):
        return None
    slip = line_slip(source, number) if may_be_key else None
    cure = f"与正文第一行左端对齐，行首空{block.indent}个半角空格"
    if slip:
        return replace(slip, hint=f"{slip.hint}；是上面“|”的正文，就{cure}")
    message, hint = "这一行缩进不够，接不上“|”之下的正文", cure
    if content.startswith(_WIDE_SPACE):
        hint += "；全角空格不算缩进"
    elif may_be_key and not _SENTENCE.search(content):
        message = "这一行缩进不够，也没有半角冒号“:”"
        hint = f"是上面“|”的正文，就{cure}；是键，写成“键: 值”"
    label = Label(source.span(number, indent + 1, len(content)))
    return Diagnostic(UNREADABLE_YAML, message, label, hint=hint)


def block_above(source: SourceFile, number: int) -> _Block | None:
    """Give the text under | that the lines right above a line belong to."""
    own = _indent(source.lines[number - 1])
    least, first = len(source.text), -1
    for line in reversed(source.lines[: number - 1]):
        content, indent = line.strip(), _indent(line)
        if not content:
            continue
        key_indent = len(line) - len(line.lstrip(" -"))
        # a text may begin anywhere right of its key, or of its dash
        edge = indent if content.startswith("- |") else key_indent
        if edge < least and content.endswith(_OPENINGS) and not content.startswith("|"):
            return _Block(first, key_indent, indent) if first >= 0 else None
        least, first = min(least, indent), indent
        if indent <= own:
            return None
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
