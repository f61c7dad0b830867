"""Slips of typing that YAML answers with silence or with an obscure message."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Label
from generator.yaml_nodes.nodes import Scalar, Sequence, span_of
from generator.yaml_nodes.rules import (
    FLOW_STYLE,
    INVISIBLE_CHARACTER,
    JOINED_LINES,
    TRAILING_COMMENT,
)
from generator.yaml_nodes.slips import line_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import SourceFile

_INVISIBLE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xa0\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]"
)
_NAMES: Final = {
    "\t": "制表符",
    "\xa0": "不换行空格",
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u2060": "词连接符",
    "\ufeff": "字节顺序标记",
}


# at the very start of a line, or before a key or a list mark
_FULL_WIDTH_INDENT: Final = re.compile(
    r"(?P<indent>\u3000[ \u3000]*)| +(?P<inner>\u3000[ \u3000]*)(?=-|\w{1,20}:)"
)


def invisible_characters(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Find characters that nobody sees and that change what is read."""
    found = list(_full_width_indents(source))
    if _INVISIBLE.search(source.text) is None:
        return tuple(found)
    for number, line in enumerate(source.lines, start=1):
        match = _INVISIBLE.search(line)
        if match:
            span = source.span(number, match.start() + 1, 1)
            name = _character_name(match.group())
            message = f"有看不见的字符：{name}"
            hint = "删掉它；缩进用空格，每级两个"
            found.append(Diagnostic(INVISIBLE_CHARACTER, message, Label(span), hint=hint))
    return tuple(found)


def invisible_character(text: str) -> str:
    """Name the first character of a text that nobody sees, or ""."""
    match = _INVISIBLE.search(text)
    return _character_name(match.group()) if match else ""


def _full_width_indents(source: SourceFile) -> Iterator[Diagnostic]:
    """Find lines indented with full-width spaces; behind proper spaces they do no harm."""
    if "\u3000" not in source.text:
        return
    for number, line in enumerate(source.lines, start=1):
        match = _FULL_WIDTH_INDENT.match(line)
        if match:
            start, end = match.span(match.lastgroup or 0)
            span = source.span(number, start + 1, end - start)
            message = "行首是全角空格，不能当缩进"
            hint = "改成半角空格，每级两个；段首不必空格，成文时自动缩进两字"
            yield Diagnostic(INVISIBLE_CHARACTER, message, Label(span), hint=hint)


def _character_name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{_NAMES.get(character, '控制字符')}（{code}）"


def lines_with_trailing_comment(source: SourceFile) -> frozenset[int]:
    """Give the lines on which text may be followed by a comment, for a closer look."""
    text = source.text
    found = set()
    position = text.find(" #")
    while position >= 0:
        before = text[text.rfind("\n", 0, position) + 1 : position].lstrip()
        if before and not before.startswith("#"):
            found.add(text.count("\n", 0, position) + 1)
        position = text.find(" #", position + 2)
    return frozenset(found)


def trailing_comment(source: SourceFile, node: Scalar | Sequence) -> tuple[Diagnostic, ...]:
    """Find text after a value that YAML drops as a comment."""
    rest = source.lines[node.end_line - 1][node.end_column - 1 :]
    if not rest.lstrip().startswith("#"):
        return ()
    start = node.end_column + len(rest) - len(rest.lstrip())
    span = source.span(node.end_line, start, len(rest.strip()))
    message = f"“{rest.strip()}”会被当作注释丢掉"
    hint = "“#”前不留空格，或把注释单独写一行"
    return (Diagnostic(TRAILING_COMMENT, message, Label(span), hint=hint),)


def joined_lines(source: SourceFile, node: Scalar) -> Diagnostic:
    """Say why a value runs over several lines: a slip in one of them, or the style."""
    if not source.lines[node.line - 1][: node.column - 1].strip():
        for number in range(node.line, min(node.end_line, len(source.lines)) + 1):
            slip = line_slip(source, number)
            if slip:
                return slip
    return Diagnostic(
        JOINED_LINES,
        "文字分成了几行却没有写“|”，连接处会多出空格",
        Label(span_of(node, source)),
        hint="在键后写“|”，正文从下一行写起并缩进两格",
    )


def flow_sequence(source: SourceFile, node: Sequence) -> tuple[Diagnostic, ...]:
    """Find lists in brackets whose items were joined or cut by a comma."""
    found = []
    for item, following in zip_longest(node.items, node.items[1:]):
        if not isinstance(item, Scalar):
            continue
        if "，" in item.value or "、" in item.value:
            message = f"方括号里的“{item.value}”会被当作一项"
            found.append(_flow_finding(source, item, message))
        elif following and (following.line, following.column) == (item.line, item.end_column + 1):
            message = f"方括号里的半角逗号把“{item.value}”之后的文字切开了"
            found.append(_flow_finding(source, item, message))
    return tuple(found)


def _flow_finding(source: SourceFile, item: Scalar, message: str) -> Diagnostic:
    hint = "去掉方括号，用“、”分开；数字里不写逗号"
    return Diagnostic(FLOW_STYLE, message, Label(span_of(item, source)), hint=hint)
