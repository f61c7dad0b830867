"""Slips of typing that YAML answers with silence or with an obscure message."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from generator.diagnostics import Diagnostic, Label
from generator.source import SourceFile, Span
from generator.yaml_nodes.nodes import Scalar, Sequence, span_of
from generator.yaml_nodes.rules import (
    FLOW_STYLE,
    FULL_WIDTH_MARK,
    INVISIBLE_CHARACTER,
    JOINED_LINES,
    MISSING_SPACE,
    TRAILING_COMMENT,
    UNREADABLE_YAML,
)

if TYPE_CHECKING:
    from generator.diagnostics import Rule

_INVISIBLE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xa0\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)
_NAMES: Final = {
    "\t": "制表符",
    "\xa0": "不换行空格",
    "\u200b": "零宽空格",
    "\ufeff": "字节顺序标记",
}
_FULL_WIDTH_COLON: Final = re.compile(r"^ *(?:- +)?([^\s：:]{1,20})(：)")
_FULL_WIDTH_DASH: Final = re.compile(r"^ *([－—–])(?=\s*\S)")  # the wrong dashes
_GLUED_DASH: Final = re.compile(r"^ *(-)(?=[^\s\-])")
_GLUED_COLON: Final = re.compile(r"^ *(?:- +)?([A-Za-z_]+|[\u4e00-\u9fff]{1,8})(:)(?=\S)")
_PROBLEMS: Final = (
    ("mapping values are not allowed", "值里又出现了“: ”", "值里的半角冒号改成全角“：”"),
    ("could not find expected ':'", "这一行缺少半角冒号“:”", "写成“键: 值”，冒号后空一格"),
    ("did not find expected key", "缩进不一致，或引号之后还有文字", "同级的键左端对齐，去掉引号"),
    ("did not find expected '-'", "列表里混入了不带“-”的行", "列表每项都以“- ”开头并左端对齐"),
    ("block sequence entries are not allowed", "“-”出现在值的位置", "列表另起一行，以“- ”开头"),
    ("cannot start any token", "值以不允许的符号开头", "值要以文字开头，或写在“|”之下"),
    ("did not find expected alphabetic", "值以“&”或“*”开头", "值要以文字开头，或写在“|”之下"),
    ("unexpected end of stream", "引号没有成对", "补上另一半引号，或改用中文引号“”"),
    ("did not find expected ',' or", "方括号或花括号没有成对", "补上括号，或改写成每行一项"),
    ("unknown escape character", "引号里有反斜杠", "去掉引号，或改写成“|”下的正文"),
    ("found undefined tag handle", "值以“!”开头", "值要以文字开头，或写在“|”之下"),
    ("while scanning a tag", "值以“!”开头", "值要以文字开头，或写在“|”之下"),
    ("while scanning a directive", "行首有“%”", "值要以文字开头，或写在“|”之下"),
    ("did not find expected comment or line break", "“|”之后还有文字", "正文从“|”的下一行写起"),
)


def invisible_characters(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Find characters that nobody sees and that change what is read."""
    if _INVISIBLE.search(source.text) is None:
        return ()
    found = []
    for number, line in enumerate(source.lines, start=1):
        match = _INVISIBLE.search(line)
        if match:
            span = source.span(number, match.start() + 1, 1)
            name = _character_name(match.group())
            message = f"有看不见的字符：{name}"
            hint = "删掉它；缩进用空格，每级两个"
            found.append(Diagnostic(INVISIBLE_CHARACTER, message, Label(span), hint=hint))
    return tuple(found)


def _character_name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = _NAMES.get(character) or unicodedata.name(character, "控制字符")
    return f"{name}（{code}）"


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


def trailing_comment(source: SourceFile, node: Scalar) -> tuple[Diagnostic, ...]:
    """Find text after a plain value that YAML drops as a comment."""
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
    for number in range(node.line, min(node.end_line, len(source.lines)) + 1):
        slip = _slip(source, number)
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
    for item, following in zip(node.items, (*node.items[1:], None), strict=True):
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


def explain(source: SourceFile, error: Any) -> Diagnostic:  # noqa: ANN401  # yaml.MarkedYAMLError
    """Turn the parser's complaint into a Chinese sentence with its cause, if a slip shows it."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(source.lines))
    for number in (line, line - 1):
        slip = _slip(source, number) if number >= 1 else None
        if slip:
            return slip
    words = f"{error.context or ''} {error.problem or ''}"
    message, hint = "写法不合规则，读到这里停下", "检查这一行和上一行的缩进、冒号和引号"
    for problem, known_message, known_hint in _PROBLEMS:
        if problem in words:
            message, hint = known_message, known_hint
            break
    column = min(mark.column + 1, len(source.lines[line - 1]) + 1)
    return Diagnostic(UNREADABLE_YAML, message, Label(source.span(line, column, 1)), hint=hint)


def _slip(source: SourceFile, number: int) -> Diagnostic | None:
    line = source.lines[number - 1]
    slips: tuple[tuple[re.Pattern[str], int, Rule, str, str], ...] = (
        (
            _FULL_WIDTH_COLON,
            2,
            FULL_WIDTH_MARK,
            "键后的冒号是全角“：”",
            "改成半角冒号加一个空格“: ”",
        ),
        (_FULL_WIDTH_DASH, 1, FULL_WIDTH_MARK, "列表标记不是半角“-”", "改成半角“-”加一个空格"),
        (_GLUED_COLON, 2, MISSING_SPACE, "冒号之后没有空格", "在“:”之后空一格"),
        (_GLUED_DASH, 1, MISSING_SPACE, "列表标记“-”之后没有空格", "在“-”之后空一格"),
    )
    for pattern, group, rule, message, hint in slips:
        match = pattern.match(line)
        if match:
            label = Label(
                Span(source.path, number, match.start(group) + 1, number, match.end(group) + 1)
            )
            return Diagnostic(rule, message, label, hint=hint)
    return None
