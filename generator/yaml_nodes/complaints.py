"""The parser's complaints in Chinese, with their causes where a slip of typing shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.diagnostics import Diagnostic, Label
from generator.yaml_nodes.outdented import block_above, outdented_text
from generator.yaml_nodes.rules import ANCHOR_OR_ALIAS, TAG, UNREADABLE_YAML
from generator.yaml_nodes.slips import line_slip

if TYPE_CHECKING:
    from generator.diagnostics import Rule
    from generator.source import SourceFile

_START_WITH_WORDS: Final = "值要以文字开头，或写在“|”之下"
_ONE_COLUMN: Final = "同级的键左端对齐，每级缩进两个空格"


class _Complaint(NamedTuple):
    """Words of the parser's complaint, and what they mean to a drafter.

    Attributes:
        words: part of the complaint.
        message: what is wrong.
        hint: the cure.
        rule: the rule that it breaks.
        at_opening: whether to point at the mark that opened, not where the parser gave up.
    """

    words: str
    message: str
    hint: str
    rule: Rule = UNREADABLE_YAML
    at_opening: bool = False


_COMPLAINTS: Final = (
    _Complaint(
        "alphabetic", "值以“&”或“*”开头", _START_WITH_WORDS, ANCHOR_OR_ALIAS, at_opening=True
    ),
    _Complaint("undefined tag handle", "值以“!”开头", _START_WITH_WORDS, TAG, at_opening=True),
    _Complaint("scanning a tag", "值以“!”开头", _START_WITH_WORDS, TAG, at_opening=True),
    _Complaint("mapping values are not", "值里又出现了“: ”", "值里的半角冒号改成全角“：”"),
    _Complaint(
        "expected ':'", "这一行缺少半角冒号“:”", "写成“键: 值”，冒号后空一格", at_opening=True
    ),
    _Complaint("expected '-'", "列表里混入了不带“-”的行", "列表每项都以“- ”开头并左端对齐"),
    _Complaint("block sequence entries", "“-”出现在值的位置", "列表另起一行，以“- ”开头"),
    _Complaint("cannot start any token", "值以不允许的符号开头", _START_WITH_WORDS),
    _Complaint("scanning a directive", "行首有“%”", _START_WITH_WORDS),
    _Complaint("mapping keys are not", "值以“? ”开头", _START_WITH_WORDS),
    _Complaint(
        "unexpected end of stream",
        "引号没有成对",
        "补上另一半引号，或改用中文引号“”",
        at_opening=True,
    ),
    _Complaint("expected ',' or", "括号没有成对", "补上括号，或改写成每行一项", at_opening=True),
    _Complaint("escape character", "引号里有反斜杠", "去掉引号，或改写成“|”下的正文"),
    _Complaint(
        "comment or line break",
        "“|”或“>”之后还有文字",
        "正文从“|”的下一行写起；“大于”写作“＞”，“不小于”写作“≥”",
    ),
    _Complaint("<document start>", "这一行与上面的键没有左端对齐", "最外层的键一律顶格写"),
)
_FALLBACK: Final = _Complaint("", "写法不合规则，读到这里停下", "检查这一行和上一行的写法")


def explain(source: SourceFile, error: Any) -> Diagnostic:  # noqa: ANN401  # an error of PyYAML
    """Say why the parser stopped, and where to look."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(source.lines))
    words = f"{error.context or ''} {error.problem or ''}"
    complaint = next((known for known in _COMPLAINTS if known.words in words), _FALLBACK)
    if complaint.rule is UNREADABLE_YAML:
        slip = _slip_near(source, line, error.context_mark)
        if slip:
            return slip
    if complaint.at_opening and error.context_mark:
        mark = error.context_mark
        line = mark.line + 1
    column = min(mark.column + 1, len(source.lines[line - 1]) + 1)
    message, hint = (
        _said_of_row(source, line, words)
        or _said(source, line, column, words)
        or (complaint.message, complaint.hint)
    )
    label = Label(source.span(line, column, 1))
    return Diagnostic(complaint.rule, message, label, hint=hint)


def _slip_near(source: SourceFile, line: int, opening: Any) -> Diagnostic | None:  # noqa: ANN401  # a mark of PyYAML
    """Find what was mistyped in the line where the parser stopped, or in the one before.

    Args:
        source: the text.
        line: the line where the parser stopped.
        opening: where what it was reading began, if it says so.
    """
    began = opening.line + 1 if opening else line
    outdented = next(
        (found for number in (began, line) if (found := outdented_text(source, number))), None
    )
    if outdented:
        return outdented
    slip = line_slip(source, line)
    # text under | may hold any colon
    if slip or line == 1 or block_above(source, line):
        return slip
    return line_slip(source, line - 1)


def _said_of_row(source: SourceFile, line: int, words: str) -> tuple[str, str] | None:
    """Tell a row of a table that is indented less than the first from a value after |."""
    rows = source.lines[max(line - 2, 0) : line]
    if "comment or line break" in words and all(row.lstrip().startswith("|") for row in rows):
        return "这一行比“|”之下的第一行靠左", "“|”之下各行左端对齐"
    return None


def _said(source: SourceFile, line: int, column: int, words: str) -> tuple[str, str] | None:
    """Tell apart what the parser says in the same words, by the text before the place."""
    before = source.lines[line - 1][: column - 1].rstrip()
    above = source.lines[line - 2] if line > 1 else ""
    if "mapping values are not" in words and ":" not in before:
        if above.strip() and ":" not in above:
            return "上一行缺少半角冒号“:”", "写成“键: 值”，冒号后空一格"
        return "这一行的缩进与上一行不齐", _ONE_COLUMN
    if "expected key" not in words:
        return None
    if not before:
        return "这一行的缩进与上面不齐", f"{_ONE_COLUMN}；“|”之下各行不能比第一行靠左"
    if before[-1] in "\"'":
        return "引号只包住了一半文字", "去掉引号，或改用中文引号“”"
    return "值没有写完就出现了别的文字", _START_WITH_WORDS
